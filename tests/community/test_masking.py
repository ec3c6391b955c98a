from __future__ import annotations

import time

import pytest

from bot.analysis.message import Link, Message, Sender
from bot.community.masking import SecretKind, mask, mask_text, secrets


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("山田 太郎 様\nご利用ありがとうございます", "［名前］ 様\nご利用ありがとうございます"),
        ("佐々木まさみ様", "［名前］様"),
        ("山田花子さまの口座", "［名前］さまの口座"),
        ("ヤマダ　タロウ　様", "［名前］　様"),
        ("Ｔａｒｏ　Ｙａｍａｄａ様", "［名前］様"),
        ("hanako_cafe0512さん、こんにちは", "［名前］さん、こんにちは"),
        ("Dear Taro Yamada,\nYour account", "Dear ［名前］,\nYour account"),
        ("Hi taro, thanks", "Hi ［名前］, thanks"),
        ("お名前：鈴木一郎", "お名前：［名前］"),
        ("田中花子と申します", "［名前］と申します"),
        ("山田 太郎 様\nカード名義 TARO\n山田太郎の口座", "［名前］ 様\nカード名義 TARO\n［名前］の口座"),
        ("宛先: taro@example.com", "宛先: ［メール］"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ 様", "［メール］ 様"),
        ("あなたのアカウント(taro@example.com)に", "あなたのアカウント(［メール］)に"),
        ("ご登録の電話番号：090-1234-5678", "ご登録の電話番号：［電話］"),
        ("お客様の番号 ０９０（１２３４）５６７８", "お客様の番号 ［電話］"),
        ("わたしの電話は〇九〇-一二三四-五六七八", "わたしの電話は［電話］"),
        ("私の番号は0\u200b90\u200b1234\u200b5678", "私の番号は［電話］"),
        ("ご登録の電話番号\n090-1234-5678", "ご登録の電話番号\n［電話］"),
        ("お名前：山田太郎\n電話番号：090-1234-5678", "お名前：［名前］\n電話番号：［電話］"),
        ("お問い合わせ番号 0312345678", "お問い合わせ番号 ［番号］"),
        ("my number is +81 90 1234 5678", "my number is ［電話］"),
        ("住所：東京都渋谷区神宮前1-2-3 ハイツ山田203号室", "住所：［住所］"),
        ("大阪府大阪市北区梅田三丁目一番一号", "［住所］"),
        ("〒150-0001 横浜市港北区日吉1-2-3", "［住所］ ［住所］"),
        ("カードは4111 1111 1111 1111です", "カードは［カード番号］です"),
        ("カードは4111 1111\n1111 1111です", "カードは［カード番号］です"),
        ("氏名: 佐々木　まさひろ\n佐々木 翔様", "氏名: ［名前］\n［名前］様"),
        ("４１１１－１１１１－１１１１－１１１１", "［カード番号］"),
        ("カード番号：4111-11**-****-1111", "カード番号：［番号］"),
        ("下4桁 1186", "下4桁 ［番号］"),
        ("口座番号 1234567", "口座番号 ［番号］"),
        ("マイナンバーは123456789018", "マイナンバーは［番号］"),
        ("お客様番号：AB-12345", "お客様番号：［番号］"),
        ("伝票番号\n5491-8188-7203", "伝票番号\n［番号］"),
        ("旅券 TK1234567", "旅券 ［番号］"),
        ("認証コードは123456です", "認証コードは［コード］です"),
        ("【123 456】が確認コードです", "【［コード］】が確認コードです"),
        ("暗証番号は０７２１", "暗証番号は［パスワード］"),
        ("パスワードはhimawari1です", "パスワードは［パスワード］です"),
        ("my password is sunshine", "my password is ［パスワード］"),
        ("生年月日：昭和30年3月2日", "生年月日：［生年月日］"),
        ("1955/3/2生まれ", "［生年月日］生まれ"),
        ("IPアドレス：203.0.113.5", "IPアドレス：［IP］"),
        ("https://evil.example/a?mail=taro@example.com", "https://evil.example/a?mail=［番号］"),
        ("https://evil.example/a#dGFyb0BleGFtcGxlLmNvbQ==", "https://evil.example/a#［番号］"),
        ("https://evil.example/dGFyb0BleGFtcGxlLmNvbQ/x", "https://evil.example/［番号］/x"),
    ],
)
def test_what_is_the_readers_goes(text: str, stored: str) -> None:
    assert mask_text(text) == stored


@pytest.mark.parametrize(
    "text",
    [
        "お客様各位",
        "会員様 皆様 お客さま みなさま ご担当者様 利用者様",
        "Dear Customer,\nDear valued member,",
        "たくさんのお母さんと弁護士さん",
        "このような様子で、様々な同様の",
        "お疲れさまです",
        "差出人：services@oc1001.coreserver.jp",
        "お問い合わせは support@evil.example まで",
        "fake.support@evil.example までご連絡ください",
        "電話：03-1234-5678",
        "お問い合わせ 0120-111-222 / 0570-000-111",
        "至急 ０５０－１２３４－５６７８ までお電話ください",
        "お客様各位\n03-1234-5678 お問い合わせ窓口まで",
        "ご利用料金が未納です。至急03-1234-5678までご連絡を",
        "認証コードの件は\n電話 0120-111-222",
        "Call +1 833 555 0123 now",
        "未納の場合は090-1234-5678へご連絡ください",
        "https://evil.example/login?lang=ja を開く",
        "https://www.amazon.co.jp@evil.example/ap/signin",
        "amazon.co.jp.evil.example",
        "ttps://evil.example/a12345678 を開く",
        "evil。example。com／12345678 を開く",
        "hxxps://evil[.]example/a",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 へ 0.05 BTC",
        "ご請求額 1,234,567円（2026年2月7日 11:36）",
        "¥12,345,678 を24時間以内に",
        "パスワードは次のページで変更してください",
        "パスワードを入力してください",
        "Your password is expired",
        "認証コードは誰にも教えないでください",
        "2024-2025年",
    ],
)
def test_what_identifies_the_scammer_or_nobody_stays(text: str) -> None:
    assert mask_text(text) == text


def test_names_that_the_platform_knows_go_wherever_they_stand() -> None:
    text = "やまちゃん_99 です。YAMADA  taroの件。Yamadayaは店。"
    assert mask_text(text, names=["やまちゃん_99", "Yamada Taro"]) == "［名前］ です。［名前］の件。Yamadayaは店。"


def test_a_name_in_a_host_does_not_change_the_host() -> None:
    assert mask_text("https://taro.evil.example/x", names=["taro"]) == "https://taro.evil.example/x"


class TestMessage:
    def test_the_sender_stays_and_the_reader_goes(self) -> None:
        message = Message(
            subject="hanako@example.com の重大な通知",
            body="hanako@example.com 様\n詳細は alert@evil.example から届いたメールをご覧ください。",
            sender=Sender("Amazon", "Alert@evil.example", "+81 90 1111 2222", "reply@evil.example"),
            links=(Link("https://evil.example/?u=hanako@example.com", "hanako@example.com で開く"),),
            quoted="山田花子様",
            comment="090-1234-5678の山田花子です。+81 90 1111 2222から電話も来ました",
        )
        masked = mask(message, names=("山田花子",))
        assert masked == Message(
            subject="［メール］ の重大な通知",
            body="［メール］ 様\n詳細は alert@evil.example から届いたメールをご覧ください。",
            sender=message.sender,
            links=(Link("https://evil.example/?u=［番号］", "［メール］ で開く"),),
            quoted="［名前］様",
            comment="［電話］の［名前］です。+81 90 1111 2222から電話も来ました",
        )

    def test_a_mail_that_pretends_to_come_from_the_reader_does_not_give_them_away(self) -> None:
        message = Message(
            body="あなたのアカウント hanako@example.com を乗っ取りました", sender=Sender(address="hanako@example.com")
        )
        masked = mask(message)
        assert "hanako" not in repr(masked)

    def test_a_bare_number_is_the_writers_own_in_a_comment_only(self) -> None:
        masked = mask(Message(body="お電話は 03-1234-5678", comment="03-1234-5678"))
        assert (masked.body, masked.comment) == ("お電話は 03-1234-5678", "［電話］")

    def test_what_cannot_be_stored_becomes_storable(self) -> None:
        masked = mask(Message(body="a\ud800b", sender=Sender(name="\udfff"), links=(Link("http://\ud800"),)))
        repr(masked).encode()
        assert masked.body == "a\ufffdb"


class TestSecrets:
    @pytest.mark.parametrize(
        ("text", "kind", "secret"),
        [
            ("カードは４１１１ 1111 1111 1111で期限は…", SecretKind.CARD, "４１１１ 1111 1111 1111"),
            ("パスワードはhimawari1って入れました", SecretKind.PASSWORD, "himawari1"),
            ("届いた認証コードは 482913 でした", SecretKind.CODE, "482913"),
            ("暗証番号は0721です", SecretKind.PASSWORD, "0721"),
        ],
    )
    def test_what_should_be_deleted_is_found_where_it_stands(self, text: str, kind: SecretKind, secret: str) -> None:
        found = secrets(text)
        assert [(one.kind, text[one.start : one.end]) for one in found] == [(kind, secret)]

    @pytest.mark.parametrize(
        "text",
        [
            "パスワードを入れちゃった",
            "カード番号を入れました。どうすれば？",
            "注文番号 250-4418237-9072614",
            "認証コードを教えたのは3日前、5000円とられた",
            "電話は03-1234-5678です",
            "password is wrong",
        ],
    )
    def test_talk_about_them_is_no_secret(self, text: str) -> None:
        assert secrets(text) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "0-",
        "(0",
        "1.1.",
        "*",
        "a.",
        "a@",
        "山田 ",
        "様",
        "さま",
        "Taro ",
        "東京都",
        "コード",
        "パスワードは",
        "https://a.example/?b=c&",
    ],
)
def test_a_hundred_kilobytes_of_anything_take_less_than_some_seconds(piece: str) -> None:
    text = piece * (100_000 // len(piece.encode()))
    start = time.process_time()
    mask(Message(body=text))
    assert time.process_time() - start < 8
