"""Who is named, who speaks, and whose a host is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.brands import BrandIndex, Claim
from bot.knowledge import knowledge

BRANDS = BrandIndex(knowledge())


def spoken_for(index: BrandIndex, **message) -> Claim | None:
    """What the message speaks for, as the analysis takes it."""
    claim = index.about(**message)
    return claim if claim is not None and claim.speaks else None


@pytest.fixture
def index() -> BrandIndex:
    return BRANDS


def named(index, text):
    return [(mention.brand, text[mention.start : mention.end]) for mention in index.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("auじぶん銀行からのお知らせ", [("jibun", "auじぶん銀行")]),
        ("楽天カードと楽天銀行", [("rakuten_card", "楽天カード"), ("rakuten_bank", "楽天銀行")]),
        ("アマゾンジャパンのお客様", [("amazon", "アマゾンジャパン")]),
        ("ヤフーショッピング", [("yahoo_japan", "ヤフー")]),
        ("LINEで送ってください", [("line", "LINE")]),
        ("lineで送って", [("line", "line")]),
        ("四国銀行です", [("regional_banks", "四国銀行")]),
        ("アマゾン\nソフトバンク", [("amazon", "アマゾン"), ("softbank", "ソフトバンク")]),
    ],
)
def test_brands_are_found_by_their_longest_name(index, text, expected):
    assert named(index, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "because of the auction",
        "line up in a straight line",
        "パイナップルとアップルパイ",
        "オンラインのラインナップ",
        "住民税関連のお知らせ",
        "楽天的な人",
        "大和田さん",
        "an apple a day",
        "ライフスタイル",
        "メタルカード",
    ],
)
def test_words_that_only_contain_a_name_are_no_brands(index, text):
    assert named(index, text) == []


@pytest.mark.parametrize(
    ("text", "brand", "quote"),
    [
        ("【重要】Αmazon株式会社", "amazon", "Αmazon"),
        ("AMAZ0Nからの連絡", "amazon", "AMAZ0N"),
        ("A m a z o n からの連絡", "amazon", "A m a z o n"),
        ("ＡＭＡＺＯＮからの連絡", "amazon", "ＡＭＡＺＯＮ"),
        ("楽 天 カ ー ド です", "rakuten_card", "楽 天 カ ー ド"),
        ("三\u200b井\u200b住友カ\u200bード会員様", "smbc_card", "三\u200b井\u200b住友カ\u200bード"),
        ("三井住友力一ド会員様", "smbc_card", "三井住友力一ド"),
        ("dlscord.gift/abc", "discord", "dlscord"),
        ("rnercari", "mercari", "rnercari"),
    ],
)
def test_disguised_names_are_seen_and_quoted_as_written(index, text, brand, quote):
    assert (brand, quote) in named(index, text)


@pytest.mark.parametrize(
    ("host", "owner", "may_own"),
    [
        ("www.amazon.co.jp", "amazon", "amazon"),
        ("AMAZON.CO.JP.", "amazon", "amazon"),
        ("amazon.co.jp.evil.top", None, None),
        ("notamazon.co.jp", None, None),
        ("www.jp-bank.japanpost.jp", "yucho", "yucho"),
        ("www.post.japanpost.jp", "japanpost", "japanpost"),
        ("cr.mufg.jp", "mufg_nicos", "mufg_nicos"),
        ("docs.google.com", None, None),  # anyone can publish there
        ("accounts.google.com", "google", "google"),
        ("shop.myshopify.com", None, None),
        ("amzn.to", None, "amazon"),  # a short link does not show where it leads
        ("www.metamask.io", None, "metamask"),  # seen on no page of the company
        ("co.jp", None, None),
        ("", None, None),
        ("...", None, None),
    ],
)
def test_hosts_have_one_owner_or_none(index, host, owner, may_own):
    assert index.owner(host) == owner
    assert index.may_own(host) == may_own


def test_companies_of_a_group_vouch_for_each_other(index):
    assert index.owns("viewcard", "www.jreast.co.jp")
    assert index.owns("aeon_bank", "www.aeon.co.jp")
    assert not index.owns("amazon", "www.rakuten.co.jp")
    assert not index.owns("no_such_brand", "www.rakuten.co.jp")


def test_customers_addresses_are_not_the_companys(index):
    assert index.sends_from("docomo", "mail.docomo.ne.jp")
    assert not index.sends_from("docomo", "docomo.ne.jp")
    assert index.sends_from("jcb", "mail-jcn.dnp-cdms.jp")
    assert not index.sends_from("jcb", "dnp-cdms.jp.evil.top")


def test_where_anyone_can_publish(index):
    assert index.is_user_content("docs.google.com")
    assert index.is_user_content("shop.myshopify.com")
    assert not index.is_user_content("www.google.com")


@pytest.mark.parametrize(
    ("brand", "message"),
    [
        ("amazon", {"body": "いつもAmazonをご利用いただきありがとうございます。お支払い方法をご確認ください。"}),
        (
            "smbc_card",
            {
                "subject": "ご利用のお知らせ【三井住友カード】",
                "body": "カードのご利用がありました。\n◇利用先:Amazon.co.jp\n◇金額:980円\n\n三井住友カード株式会社",
            },
        ),
        (
            "mizuho",
            {"body": "みずほ銀行です。Google 認証システムの設定をお願いします。Google Playからダウンロードできます。"},
        ),
        ("sagawa", {"sender_name": "佐川急便", "body": "お荷物をお預かりしています。"}),
        ("docomo", {"sender_number": "NTT DOCOMO", "body": "料金が未納です。"}),
        ("yucho", {"sender_address": "info@jp-bank.japanpost.jp", "body": "ワンタイムパスワードのお知らせ"}),
        ("nomura", {"body": "お客様の口座のご確認をお願いします。\nhttps://hometrade-nomura.example.top/"}),
        ("saison", {"body": "カードの件でご連絡です。\n\nクレディセゾン カスタマーサポート"}),
        ("tepco", {"subject": "電気料金のご案内", "body": "未納があります。\n発行元:東京電力エナジーパートナー"}),
        ("amazon", {"body": "【重要】Αmazon株式会社から緊急のご連絡\nログインが見つかりました。"}),
        ("apple", {"body": "お客様のApple IDが停止されました。"}),
        ("netflix", {"body": "Dear customer, your Netflix account is on hold. Please update your payment."}),
    ],
)
def test_the_brand_that_speaks(index, brand, message):
    claim = spoken_for(index, **message)
    assert claim is not None
    assert claim.brand == brand
    assert 0 < claim.strength <= 1


@pytest.mark.parametrize(
    "body",
    [
        "メルカリで靴が売れたよ！今度ごはん行こう",
        "見て笑 https://www.youtube.com/watch?v=abc",
        "LINE IDを交換しませんか？こちらを追加してください",
        "コンビニでAppleギフトカードを買って番号を送って",
        "報酬はPayPayでお支払いします。簡単なお仕事です。",
        "警察に相談してください。",
        "明日の会議は10時からです。",
        "",
    ],
)
def test_a_mere_mention_speaks_for_nobody(index, body):
    assert spoken_for(index, body=body) is None


NOTICES = [
    ("yamato", "ヤマト運輸より荷物を発送しましたが、宛先が不明です。"),
    ("amazon", "Amazon: Your package is on hold. https://amz-x.top"),
    ("rakuten_card", "楽天カードの田中と申します。"),
    ("police", "大阪府警の者です。"),
    ("netflix", "Your Netflix membership has been suspended. Please update payment."),
    ("nta", "国税庁からの未納通知です。お支払いください。"),
    ("smbc", "【三井住友銀行】お取引を制限しました。ご確認ください。"),
    ("sagawa", "お荷物のお届けに上がりましたが不在でした。佐川急便"),
    ("sbi_sec", "SBI証券をご利用のお客様へ。多要素認証の設定を。"),
    ("nhk", "NHK受信料のお支払いに関する重要なお知らせ"),
    ("docomo", "dアカウントのパスワードが変更されました。お心当たりのない方はご確認ください。"),
    ("apple", "iPhoneのiCloudストレージがいっぱいです。アップグレードしてください"),
    ("mizuho", "みずほ銀行の口座が凍結されました。ご確認ください。"),
    ("microsoft", "Windowsがウイルスに感染しました。Microsoftサポートへお電話ください。"),
    ("aeon_card", "イオンカードの請求額が確定しました。お支払いをご確認ください。"),
    ("japanpost", "ゆうパックのお届けにあがりましたが宛先不明のため持ち帰りました。"),
    ("jcb", "JCBカードのご請求金額が確定いたしました。MyJCBにログインしてご確認ください。"),
    ("aeon_card", "【重要】カードのご利用確認\nイオンカードをお使いいただきありがとうございます。"),
    ("dhl", "Dear Customer, your DHL parcel could not be delivered. Pay the fee here."),
    ("epos", "ご利用店舗：セブンイレブン\nご利用金額：1,200円\n\nエポスカード"),
    ("au_kddi", "お客様のau IDに第三者がログインしました。"),
    ("nenkin", "年金機構です。還付金がございます。ご連絡ください。"),
    ("police", "警視庁捜査二課です。あなたの口座が犯罪に使われています。"),
    ("softbank", "ソフトバンクの携帯料金が未払いです。本日中にお支払いください。"),
    ("mufg_bank", "三菱UFJ銀行\nお客様の口座のお取引を一部制限いたしました。"),
    ("etc_meisai", "ETCサービスは無効になりました。再開するにはご確認ください。ETC利用照会サービス事務局"),
    ("myna", "マイナポイント2万円分の申請期限が迫っています。ご確認ください。"),
    ("tiktok", "あなたのTikTokアカウントが制限されました。ご確認ください"),
    ("tokyo_gas", "ご自宅の東京ガスの料金が未払いのため供給を停止します。"),
    ("japanpost", "日本郵便:お荷物の住所が不明です http://jp-x.top"),
    ("amazon", "【Amazon】お支払い情報を更新してください"),
    ("line", "LINEのアカウントが停止されました。ご確認ください。"),
    ("line", "LINE認証番号：123456 他の人に教えないでください"),
    ("google", "Googleの確認コードは 123456 です。"),
    ("telegram", "Your Telegram verification code is 12345"),
    ("japanpost", "郵便局です。お荷物を持ち帰りました。"),
    ("ja_bank", "JAの口座が停止されました。ご確認ください。"),
    ("police", "警察の停止命令です。ご確認ください。"),
    ("tokyo_water", "水道局です。料金が未納です。ご連絡ください。"),
    ("visa", "Visaのパスワード認証が必要です。ご確認ください。"),
]

TALK = [
    "明日の会議はMicrosoft Teamsで行います。ご確認ください。",
    "お世話になっております。請求書をGoogleドライブに置きました。ご確認ください。",
    "昨日Netflixで見た映画よかったよ。おすすめ教えてください",
    "ご当選おめでとうございます！Amazonギフト券3万円分をプレゼント。LINEで受け取り",
    "Zoomのリンク送ります。あとPayPayで割り勘しよう",
    "PayPayで送金しました。ご確認ください。",
    "支払いはPayPayかメルペイでお願いします。ご連絡ください。",
    "町役場です。ヤマト運輸を装ったSMSにご注意ください。",
    "商品はメルカリで購入しました。ヤマト運輸で発送しますのでご確認ください。",
    "ANAで予約しました。アカウントの件ご連絡ください",
    "私はApple社のエンジニアです。投資の話をしませんか。ご連絡ください。",
    "インスタのアカウント乗っ取られた、どうしよう",
    "Discordで話そう。サーバーに招待します。登録してください。",
    "楽天市場で買った商品が届かないのですが、ご連絡ください。",
    "You have won a Walmart gift card!",
    "お母さん？スマホ壊れちゃって番号変わった。LINE追加して",
    "件名の件、添付の請求書をご確認ください。三菱UFJ銀行へお振込みください。",
    "お振込先:三菱UFJ銀行 渋谷支店 普通 1234567\n株式会社サンプル",
    "お支払い方法: PayPay\nご注文ありがとうございます。ショップABC",
    "荷物は佐川急便でお届けします。ショップABC。お客様のご注文を発送しました。",
    "The IRS has issued a warrant",
    "Instagramで見つけたブランドのモニター募集中！ご連絡ください",
    "友だちがLINEアカウントを乗っ取られたらしいから気をつけて",
    "ショッピングサイトXのご注文確認。楽天ペイで支払い済み。お客様相談室",
    "投資の神様・前澤です。SBI証券で儲かる銘柄を教えます。LINEを追加",
    "Googleフォームで出欠をご回答ください。",
    "本日のZoom会議、Outlookの予定表をご確認ください。",
    "LINE登録で無料プレゼント！今すぐご登録ください",
    "LINEアカウントを追加してください",
    "LINEの友だち追加で情報を差し上げます。ご登録ください",
    "イオンの駐車場で待ってるよ",
    "ソニーの新しいカメラ買った。お知らせまで",
    "税務署へ行く予定です。よろしくお願いいたします。",
]


@pytest.mark.parametrize(("brand", "body"), NOTICES)
def test_notices_speak_for_the_brand_they_name(index, brand, body):
    claim = spoken_for(index, body=body)
    assert claim is not None
    assert claim.brand == brand


@pytest.mark.parametrize("body", TALK)
def test_talk_about_brands_speaks_for_none(index, body):
    assert spoken_for(index, body=body) is None


def test_the_claim_points_at_the_name(index):
    body = "お客様各位\n\n日頃は楽天証券をご愛用いただき、厚く御礼申し上げます。"
    claim = spoken_for(index, body=body)
    assert claim.alias == "楽天証券"
    assert body[claim.span.start : claim.span.end] == "楽天証券"


def test_a_subscribers_address_speaks_for_no_company(index):
    claim = spoken_for(index, sender_address="taro@docomo.ne.jp", body="来週そちらへ行きます")
    assert claim is None


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_are_inside_it(text):
    for mention in BRANDS.mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
    BRANDS.about(sender_name=text[:40], sender_address=text[:40], subject=text[:60], body=text)


@pytest.mark.parametrize("text", ["Amazon " * 14_000, "【" * 100_000, "а" * 100_000, "楽天\n" * 30_000, "a@" * 50_000])
def test_hostile_texts_take_no_time(index, text):
    start = time.process_time()
    spoken_for(index, body=text[:12_000], subject=text[:1_000])
    index.mentions(text)
    assert time.process_time() - start < 2
