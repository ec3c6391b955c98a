"""Copied conversations and text messages: the other side is judged, the reporter's own lines are only a comment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Sender
from bot.desk.incoming import Piece
from bot.intake import read
from bot.intake.pasted import split

SCAM = "必ず儲かります。こちらから登録してください https://example.com/vip"


@pytest.mark.parametrize(
    "copy",
    [
        f"12:30 リサ はじめまして\n12:31 自分 どなたですか\n12:32 リサ {SCAM}",
        f"午後0:30 リサ はじめまして\n午後0:31 花子 どなたですか\n午後0:32 リサ {SCAM}",
        "[LINE] リサとのトーク履歴\n保存日時：2026/01/02 12:34\n\n2026/01/01(木)\n12:30\tリサ\tはじめまして\n"
        f"12:31\t花子\tどなたですか\n12:32\tリサ\t[スタンプ]\n12:33\tリサ\t{SCAM}",
        "[LINE] Chat history with リサ\nSaved on: 01/02/2026, 12:34\n\nThu, 01/01/2026\n12:30 PM\tリサ\tはじめまして\n"
        f"12:31 PM\tHanako\tどなたですか\n12:33 PM\tリサ\t{SCAM}",
        "[2026/01/02 12:34:56] リサ: はじめまして\n[2026/01/02 12:35:10] 花子: どなたですか\n"
        f"[2026/01/02 12:36:00] リサ: {SCAM}",
        f"1/2/26, 12:34 - リサ: はじめまして\n1/2/26, 12:35 - 花子: どなたですか\n1/2/26, 12:36 - リサ: {SCAM}",
        "リサ, [02.01.2026 12:34]\nはじめまして\n\n花子, [02.01.2026 12:35]\nどなたですか\n\n"
        f"リサ, [02.01.2026 12:36]\n{SCAM}",
        f"リサ — 今日 12:34\nはじめまして\n花子 — 今日 12:35\nどなたですか\nリサ — 今日 12:36\n{SCAM}",
    ],
)
def test_the_other_side_is_the_message_and_own_lines_are_a_comment(copy):
    message = read([Piece(copy)])
    assert message.body == f"はじめまして\n{SCAM}"
    assert message.comment == "どなたですか"
    assert message.sender == Sender(name="リサ")


def test_a_message_of_several_lines_stays_together():
    talk = '[LINE] 山田とのトーク履歴\n2026/01/01(木)\n12:30\t山田\t"一行目\n\n二行目"\n12:31\t花子\tはい'
    assert split(talk).body == "一行目\n\n二行目"


def test_a_remark_above_a_copied_talk_is_kept():
    parts = split(f"これ本物？\n12:30 リサ はじめまして\n12:31 自分 どなた\n12:32 リサ {SCAM}")
    assert parts.body == f"はじめまして\n{SCAM}"
    assert parts.remarks == "これ本物？"
    assert parts.comment == "これ本物？\nどなた"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("+81 90-1234-5678\n今日 12:34", "+81 90-1234-5678"),
        ("090-1234-5678", "090-1234-5678"),
        ("テキストメッセージ・SMS\n1月2日(金) 12:34", None),
        ("0120-936-795\nSMS/MMS\n昨日 9:05", "0120-936-795"),
        ("249024\n2026/01/02 9:05", "249024"),
        ("+44 7911 123456\nText Message\nToday 9:05 AM", "+44 7911 123456"),
    ],
)
def test_a_text_message_is_told_from_what_the_phone_shows_around_it(head, number):
    parts = split(f"{head}\nお荷物をお届けしましたが不在でした。\nhttps://example.com/a\n12:35")
    assert parts.body == "お荷物をお届けしましたが不在でした。\nhttps://example.com/a"
    assert parts.sender == Sender(number=number)
    assert parts.channel == "sms"


@pytest.mark.parametrize(
    "text",
    [
        "10:00 受付 正面玄関\n11:00 開会式 体育館\n12:00 昼食 食堂",
        "12:34 発 のぞみ 東京行き",
        "123456\nが認証コードです",
        "2026年1月2日 12:34\nカードのご利用がありました。\n金額：1,200円",
        "営業時間\n10:00 - 18:00\n休み: 水曜",
        "注意: 12:00までに返信してください\n場所: 駅前",
        "15000\n円をお支払いください",
        "会議 — 12:34\n資料をお持ちください",
        "090-1234-5678",
        "0120-123-456\n0570-123-456",
    ],
)
def test_ordinary_text_with_times_and_numbers_stays_whole(text):
    assert split(text).body == text


_WORDS = st.text(st.characters(categories=["Lo", "Ll"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(st.booleans(), _WORDS), min_size=1, max_size=12), st.sampled_from(["\t", " "]))
def test_no_line_of_a_talk_is_lost_or_on_both_sides(lines, gap):
    talk = [f"12:{minute:02}{gap}{'自分' if own else 'リサ'}{gap}{text}" for minute, (own, text) in enumerate(lines)]
    parts = split("\n".join(["[LINE] リサとのトーク履歴", *talk]))
    theirs, own = ([text for mine, text in lines if mine is side] for side in (False, True))
    if theirs:
        assert parts.body.split("\n") == theirs
        assert parts.comment.split("\n") == (own or [""])


@given(st.text(st.sampled_from("12:34 \t自分リサ[]—,-\n/.今日（）年月:あa午後"), max_size=200))
def test_whatever_looks_a_little_like_a_talk_is_read(text):
    parts = split(text)
    assert not text.strip() or parts.body.strip() or parts.sender != Sender() or parts.subject


def test_hostile_talks_are_fast():
    for text in (
        "12:34\ta\tb\n" * 9_000,
        "a, [" * 30_000,
        "12:34 " * 20_000,
        "2026/1/1 " * 10_000 + ":",
        "— " * 50_000,
    ):
        split(text)
