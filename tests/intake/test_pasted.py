"""Headers that people copy along and their own remarks are told apart from the message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Sender
from bot.desk.incoming import Piece
from bot.intake import read
from bot.intake.pasted import is_remark, split

BODY = "お客様のカードのご利用を一時的に制限しました。\n下記よりご確認ください。\nhttps://example.com/card"


@pytest.mark.parametrize(
    ("header", "sender", "subject"),
    [
        (
            "差出人: Amazon.co.jp <support@example.cn>\n件名: お支払い方法の確認\n日時: 2026年1月1日 10:00\n宛先: 私",
            Sender(name="Amazon.co.jp", address="support@example.cn"),
            "お支払い方法の確認",
        ),
        (
            "From： info@example.top\nSubject： 【重要】ご確認",
            Sender(address="info@example.top"),
            "【重要】ご確認",
        ),
        ("送信元：+81 90-1234-5678", Sender(number="+81 90-1234-5678"), None),
        ("発信者：佐川急便", Sender(name="佐川急便"), None),
        ("タイトル:不正アクセスの疑い\n内容:", Sender(), "不正アクセスの疑い"),
        (
            "---------- Forwarded message ---------\nFrom: カード会社 <a@example.com>\nDate: 2026年1月1日(木) 9:12\n"
            "Subject: 重要なお知らせ\nTo: <taro@example.org>\n",
            Sender(name="カード会社", address="a@example.com"),
            "重要なお知らせ",
        ),
        (
            "-----Original Message-----\nFrom: Card [mailto:a@example.com]\nSent: Monday, January 5, 2026 9:12 AM\n"
            "To: taro@example.org\nSubject: Notice\n",
            Sender(name="Card", address="a@example.com"),
            "Notice",
        ),
        (
            "転送されたメッセージ:\n\n差出人: カード <a@example.com>\n日時: 2026年1月5日 9:12:00 JST\n"
            "宛先: taro@example.org\n件名: ご確認\n返信先: b@example.net\n",
            Sender(name="カード", address="a@example.com", reply_to="b@example.net"),
            "ご確認",
        ),
        ("差出人\uff1a\nVpass事務局 <a@example.com>", Sender(name="Vpass事務局", address="a@example.com"), None),
        ('"Vpass" <a@example.com>', Sender(name="Vpass", address="a@example.com"), None),
    ],
)
def test_copied_headers_are_split_off(header, sender, subject):
    parts = split(f"{header}\n{BODY}")
    assert parts.sender == sender
    assert parts.subject == subject
    assert parts.body == BODY


def test_lines_that_look_like_headers_inside_a_message_stay():
    notice = "ご利用の内容をお知らせします。\n日時：2026年1月5日\n件名：お買い物\n金額：1,200円"
    assert split(notice).body == notice


def test_details_at_the_top_of_a_message_are_not_headers():
    notice = "日時：2026年1月5日 9:12\n内容：スーパー\n金額：1,200円"
    assert split(notice).body == notice


@pytest.mark.parametrize(
    "remark",
    [
        "これ本物？",
        "これって詐欺ですか？",
        "こんなメールが来ました",
        "こういうSMSが届いたんだけど",
        "母にこんなメッセージが届きました。",
        "怪しいメールが来たので見てください",
        "本物でしょうか？",
        "is this legit?",
        "I got this text today",
        "Can you check this?",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_forwarders_remark_is_kept_apart(remark, place):
    text = f"{remark}\n\n{BODY}" if place == "before" else f"{BODY}\n\n{remark}"
    message = read([Piece(text)])
    assert message.body == BODY
    assert message.comment == remark


@pytest.mark.parametrize(
    "line",
    [
        "下記よりご確認ください。",
        "不審なメールが届いた場合は、リンクを開かないでください。",
        "当社をかたる怪しいメールにご注意ください",
        "お客様のアカウントは停止されました。",
        "こちらはヤマト運輸です。",
        "Your account has been suspended.",
        "これはお客様への重要なお知らせです",
        "https://example.com これ本物？",
    ],
)
def test_the_messages_own_words_are_not_remarks(line):
    assert not is_remark(line)


@pytest.mark.parametrize(
    ("remark", "sender"),
    [
        ("メールアドレスは「services@x1.example.jp」からです", Sender(address="services@x1.example.jp")),
        (
            "メールアドレスは「a@x1.example.jp」からであり、これはレンタルサーバーの会社のものですから、本人ではないと思います。",
            Sender(address="a@x1.example.jp"),
        ),
        ("差出人は info@example.top でした", Sender(address="info@example.top")),
        ("番号は090-1234-5678からです", Sender(number="090-1234-5678")),
    ],
)
def test_a_remark_can_tell_the_sender(remark, sender):
    message = read([Piece(f"{BODY}\n\n{remark}")])
    assert message.sender == sender
    assert message.body == BODY


def test_a_wholly_quoted_message_is_unquoted():
    quoted = "\n".join("> " + line for line in BODY.split("\n"))
    assert split(quoted).body == BODY


def test_a_quote_below_a_message_is_the_quote():
    parts = split("至急ご返信ください。口座が変わりました。\n\n> 先日の請求書です\n> よろしくお願いします")
    assert parts.body == "至急ご返信ください。口座が変わりました。"
    assert parts.quoted == "> 先日の請求書です\n> よろしくお願いします"


@given(st.text(max_size=400))
def test_nothing_is_lost_or_raised(text):
    parts = split(text)
    kept = "".join((parts.body, parts.comment, parts.quoted, parts.subject or ""))
    if not parts.headers and not any(mark in text for mark in (">", "＞")):
        assert {c for c in text if c.isalpha()} <= set(kept) | set(parts.sender.name or "") | set(
            parts.sender.address or ""
        )


def test_hostile_lines_are_fast():
    for text in ("差出人" * 30_000, "これ" * 40_000 + "？", "- " * 50_000, ">" * 90_000, "From: " + "<" * 90_000):
        split(text)
