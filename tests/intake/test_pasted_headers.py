"""Header lines are known in all the ways that people and mail apps write them, and ordinary lines are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.extract import find_links
from bot.analysis.message import Sender
from bot.intake.pasted import split

BODY = "お客様のカードのご利用を一時的に制限しました。\n日時：本日中 件名：なし\nhttps://example.com/card"
SENDER = Sender(name="カード", address="a@example.com")


@pytest.mark.parametrize(
    "head",
    [
        "差出人：カード <a@example.com> 件名：重要 日時：2026/1/2 10:00",
        "From: カード <a@example.com>　Subject: 重要",
        "差出人: カード <a@example.com> / 件名: 重要 / 宛先: 私",
        "【差出人】カード <a@example.com>\n【件名】重要\n【本文】",
        "[件名] 重要\n[送信元] カード <a@example.com>\n[受信日時] 2026/01/02 10:00",
        "■差出人　カード <a@example.com>\n■件名　重要",
        "件名 重要\n差出人 カード <a@example.com>\n日時 2026/1/2 10:00",
        "**From:** カード <a@example.com>\n**Subject:** 重要",
        "＞差出人：カード <a@example.com>\n＞件名：重要",
        # the forwards of Gmail, Outlook, iOS, Thunderbird, Yahoo! and carriers' mail
        "---------- Forwarded message ---------\nFrom: カード <a@example.com>\nDate: 2026年1月2日(金) 10:00\n"
        "Subject: 重要\nTo: <taro@example.org>\n",
        "---------- 転送メッセージ ----------\n差出人: カード <a@example.com>\n日時: 2026年1月2日\n"
        "件名: 重要\n宛先: x\n",
        "________________________________\n差出人: カード <a@example.com>\n送信日時: 2026年1月2日 10:00\n"
        "宛先: taro@example.org\n件名: 重要\n",
        "________________________________\nFrom: カード <a@example.com>\nSent: Friday, January 2, 2026 10:00 AM\n"
        "To: taro@example.org <taro@example.org>\nSubject: 重要\n",
        "転送されたメッセージ:\n\n差出人: カード <a@example.com>\n件名: 重要\n日付: 2026年1月2日 10:00:00 JST\n"
        "宛先: t@example.org\n",
        "Begin forwarded message:\n\nFrom: カード <a@example.com>\nSubject: 重要\n"
        "Date: January 2, 2026 at 10:00:00 JST\n",
        "-------- Forwarded Message --------\nSubject: \t重要\nDate: \tFri, 2 Jan 2026 10:00:00 +0900\n"
        "From: \tカード <a@example.com>\nTo: \ttaro@example.org\n\n",
        "-------- 転送されたメッセージ --------\n件名: \t重要\n日付: \t2026年1月2日\n"
        "差出人: \tカード <a@example.com>\n",
        "----- Original Message -----\nFrom: カード <a@example.com>\nTo: t@example.org\nDate: 2026/1/2, Fri 10:00\n"
        "Subject: 重要\n",
        "----元のメール----\n差出人:カード <a@example.com>\n件名:重要\n",
    ],
)
def test_every_way_of_writing_headers_gives_sender_subject_and_the_whole_body(head):
    parts = split(f"{head}\n{BODY}")
    assert parts.sender == SENDER
    assert parts.subject == "重要"
    assert parts.body == BODY


def test_words_above_a_forward_are_the_forwarders():
    parts = split(
        f"母に届きました\n\n________________________________\nFrom: カード <a@example.com>\nSubject: 重要\n\n{BODY}"
    )
    assert parts.body == BODY
    assert parts.comment == "母に届きました"


@pytest.mark.parametrize("key", ["番号", "電話番号", "発信番号", "送信元番号"])
def test_a_number_at_the_top_is_who_wrote(key):
    parts = split(f"{key}：+81 90-1234-5678\n{BODY}")
    assert parts.sender == Sender(number="+81 90-1234-5678")
    assert parts.body == BODY


def test_a_body_on_its_labels_line_is_kept():
    parts = split("件名：重要 本文：お客様の口座が止まりました\nhttps://example.com")
    assert parts.subject == "重要"
    assert parts.body == "お客様の口座が止まりました\nhttps://example.com"


@pytest.mark.parametrize(
    "text",
    [
        "ご予約の内容\n日時：1月2日 10:00\n場所：本社\n電話番号：03-1234-5678",
        "電話番号：お持ちの番号\nを入力してください",
        "From today your account is limited.\nTo confirm, click here.",
        "Subject to change without notice.\nDate night is on.",
        "件名は「重要なお知らせ」でした",
        "タイトル戦は19時：生中継でお届け",
        "番号 1 から順に押してください",
        "送信 者の方へ：ご確認ください",
        "内容：お荷物\n数量：1\n差出人：山田",
        "________________________________\nご注意：本メールは自動送信です\n件名：なし",
    ],
)
def test_ordinary_lines_with_colons_stay_whole(text):
    assert split(text).body == text


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://evil . top/a", "evil.top"),
        ("hxxps://evil[.]top/a", "evil.top"),
        ("evil . top/login", "evil.top"),
        ("evil(dot)top", "evil.top"),
        ("evilドットtop", "evil.top"),
        ("ｈｔｔｐｓ：／／ｅｖｉｌ．ｔｏｐ／ａ", "evil.top"),
    ],
)
def test_a_link_taken_apart_is_found(written, host):
    (link,) = find_links(split(f"確認はこちら {written} からどうぞ").body)
    assert host in link.target


@pytest.mark.parametrize("text", ["Visit https://a.jp. see you", "Hello . how are you", "銀座ドットコム", "1 . 2 . 3"])
def test_dots_of_sentences_are_left_alone(text):
    assert split(text).body == text


_NAMES = st.text(st.characters(categories=["Lo", "Lu", "Ll"]), min_size=1, max_size=12)


@given(
    name=_NAMES,
    sender=st.sampled_from(["差出人", "送信元", "送信者", "From", "FROM", "発信元"]),
    subject=st.sampled_from(["件名", "タイトル", "Subject", "表題"]),
    colon=st.sampled_from([":", "：", " : ", "： "]),
    together=st.booleans(),
)
def test_headers_come_back_as_they_were_written(name, sender, subject, colon, together):
    parts = split(
        f"{sender}{colon}{name} <a@example.com>{' ' if together else chr(10)}{subject}{colon}重要{name}\n{BODY}"
    )
    assert parts.sender == Sender(name=name, address="a@example.com")
    assert parts.subject == f"重要{name}"
    assert parts.body == BODY
