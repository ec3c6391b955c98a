"""Look-alike writing and look-alike domains."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.lookalike import BrandNames, odd_letters, resembles, skeleton
from bot.knowledge import knowledge


@pytest.fixture(scope="module")
def names():
    return BrandNames(knowledge().brands.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Αmazon", "Amazon"),
        ("AMAZ0N", "Amazon"),
        ("аррӏе", "apple"),
        ("paypaI", "paypal"),
        ("rnercari", "mercari"),
        ("vvebrnoney", "webmoney"),
        ("ámazon", "amazon"),
        ("Ａｍａｚｏｎ", "amazon"),
        ("カード", "力一ド"),
        ("カ-ド", "カード"),
        ("口グイン", "ログイン"),
        ("三丼住友", "三井住友"),
        ("ァマゾン", "アマゾン"),
    ],
)
def test_what_looks_alike_has_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("amazon", "amazan"), ("ハート", "パート"), ("楽天", "楽夫"), ("mercari", "mercury"), ("犬", "大")],
)
def test_what_looks_different_has_two(one, other):
    assert skeleton(one) != skeleton(other)


@given(st.text(st.characters(categories=["L", "N"]), max_size=30))
def test_every_text_has_a_skeleton(text):
    assert skeleton(text) == skeleton(text)
    skeleton(text + "\ud800")


@pytest.mark.parametrize(
    ("text", "trick", "word", "imitates"),
    [
        ("【重要】Αmazon株式会社から", "other_script", "Αmazon", "A"),
        ("Аmazonアカウント", "other_script", "Аmazon", "A"),
        ("аррӏе IDの確認", "other_script", "аррӏе", "a"),
        ("AMAZ0Nプライム会員", "digit_for_letter", "AMAZ0N", "O"),
        ("お問い合わせ: AMAZ0Nサービス", "digit_for_letter", "AMAZ0N", "O"),
        ("micr0softからの警告", "digit_for_letter", "micr0soft", "o"),
        ("クレジット力ードの確認", "kanji_for_kana", "クレジット力ード", "カ"),
        ("力一ド番号", "kanji_for_kana", "力一ド", "ー"),
        ("ア力ウント", "kanji_for_kana", "ア力ウント", "カ"),
        ("ポイン卜失効", "kanji_for_kana", "ポイン卜", "ト"),
        ("カ-ド番号", "odd_hyphen", "カ-ド", "ー"),
        ("セキュリティ-を更新", "odd_hyphen", "セキュリティ-", "ー"),
        ("[紧急]できるだけ早く", "foreign_kanji", "紧急", ""),
        ("A m a z o n からのお知らせ", "pulled_apart", "A m a z o n", ""),
        ("Po nt a 会員様", "pulled_apart", "Po nt a", ""),
        ("Ama\u200bzon", "pulled_apart", "Ama\u200bzon", ""),
    ],
)
def test_names_the_trick_and_the_word(text, trick, word, imitates):
    (odd,) = odd_letters(text)
    assert (odd.trick, text[odd.word_start : odd.word_end], odd.imitates) == (trick, word, imitates)
    assert text[odd.start : odd.end]
    assert odd.word_start <= odd.start < odd.end <= odd.word_end


def test_names_the_script():
    assert odd_letters("Αmazon")[0].script == "greek"
    assert odd_letters("Аmazon")[0].script == "cyrillic"


@pytest.mark.parametrize(
    "text",
    [
        "α版とβテスト、10μm、ΔT、γGTP、Ωmega、αGEL",
        "Привет, как дела? Наш заказ на сайте готов.",
        "Η παραγγελία σας είναι έτοιμη",
        "3D B2B COVID19 A0B1C2 iPhone12 K8s MP3 H2O ROUND1 RX100M7",
        "注文番号 D01-1234567 トークン eyJ0eXAi 追跡 JP0123ABC",
        "口コミ、サービス一覧、コミュ力アップ、ワイン一本、プロ力士、ガス工事、ネット口コミ、コンビニ二軒、メール一通",
        "ロンドン-パリ線、ア-オ、プラン-A",
        "您的账户存在异常\nEnglish follows\n日本語はこちら",
        "対応言語：日本語・简体中文・한국어",
        "S A L E 開催中、A B C D E から選ぶ",
        "髙橋様、﨑山様、𠮷野家",
        "👨\u200d👩\u200d👧 楽しい",
        "Your account is on hold. I am on it.",
        "",
    ],
)
def test_honest_writing_is_not_odd(text):
    assert odd_letters(text) == ()


@given(st.text(st.one_of(st.characters(), st.sampled_from("ΑаAmazon0力一ドカ-紧 \u200b\ud800"))))
def test_every_odd_letter_stands_where_it_says(text):
    for odd in odd_letters(text):
        assert 0 <= odd.word_start <= odd.start < odd.end <= odd.word_end <= len(text)


@pytest.mark.parametrize(
    ("host", "brand", "where"),
    [
        ("amazon-login.top", "amazon", "lookalike"),
        ("rnercari.jp", "mercari", "lookalike"),
        ("arnazon.com", "amazon", "lookalike"),
        ("аmazon.com", "amazon", "lookalike"),
        ("amaz0n-jp.xyz", "amazon", "lookalike"),
        ("mercargii.top", "mercari", "lookalike"),
        ("dlscord.gift", "discord", "lookalike"),
        ("pay-paypay-ne-jp.replit.app", "paypay", "lookalike"),
        ("amzaon.co.jp.xigoal.com", "amazon", "brand_in_subdomain"),
        ("eki.net.oldbridgepub.com", "ekinet", "brand_in_subdomain"),
        ("hometrade-nomura.kfma2.com", "nomura", "brand_in_subdomain"),
    ],
)
def test_a_domain_that_passes_for_a_brand(host, brand, where, names):
    found = resembles(host, names)
    assert found is not None
    assert (found.brand, found.where) == (brand, where)


def test_a_brand_in_the_path(names):
    found = resembles("wpsandbox.app", names, "/paypay/login")
    assert found is not None
    assert (found.brand, found.where) == ("paypay", "brand_in_path")


@pytest.mark.parametrize(
    "host",
    ["because.com", "pineapple.com", "online.com", "historico.com", "mercury.com", "example.co.jp", "nomura-dental.jp",
     "restaurant-ana.jp", "news.example.com.au", "repository.org", "airline.com", "livestream.tv", "applebees.com",
     "persona.jp", "tomato.co.jp", "192.168.0.1", "", "日本語.jp", "life-science.or.jp", "yamatokoriyama.lg.jp"],
)  # fmt: skip
def test_an_honest_domain_passes_for_nobody(host, names):
    assert resembles(host, names) is None


@given(st.text(st.sampled_from("amzonpyercil-.0123\u200bаあ"), max_size=80))
def test_no_host_raises(host):
    resembles(host, BrandNames(()), host)


@pytest.mark.parametrize(
    "unit", ["Αa ", "AMAZ0N ", "力一ド", "カ-", "紧あ", "A m ", "a\u200b", "ー", "a0", "一", "a", "Α a", "\u200b "]
)
def test_hostile_text_is_quick(unit):
    odd_letters("紧あ")  # the table of characters is made once
    began = time.process_time()
    odd_letters("a" + unit * (100_000 // len(unit)))
    assert time.process_time() - began < 8
