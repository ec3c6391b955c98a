"""What stands where on a screen says whose words it is. No engine: the lines are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Message, Sender
from bot.intake.joining import join
from bot.intake.screen import Screen, TextLine, read_screen
from bot.intake.screen.letters import mended_letters
from bot.intake.unreadable import Reason, Unreadable

WHITE, GREY, GREEN = (255, 255, 255), (233, 233, 235), (141, 224, 85)


def line(text: str, left: int, top: int, right: int, ground: tuple[int, int, int] = WHITE) -> TextLine:
    return TextLine(text, left, top, right, top + 40, 0.99, ground, WHITE)


def chat(*lines: TextLine) -> Screen:
    return Screen((line("10:24", 50, 24, 150), line("5G 78%", 880, 24, 1020), *lines), 1080, 2340)


def test_clock_battery_times_input_field_and_name_are_no_part_of_the_message() -> None:
    message = read_screen(
        chat(
            line("< +81 90-1234-5678", 40, 130, 500),
            line("今日 10:23", 450, 300, 620),
            line("不在のため持ち帰りました。", 60, 420, 600, GREY),
            line("http://example.top/a", 60, 480, 560, GREY),
            line("10:23", 70, 560, 150),
            line("SMSメッセージ", 84, 2150, 372, GREY),
        )
    )
    assert message == Message(
        body="不在のため持ち帰りました。\nhttp://example.top/a",
        sender=Sender(number="+81 90-1234-5678"),
        channel="sms",
        from_picture=True,
    )


def test_bubbles_on_the_right_are_the_reporters_own_words() -> None:
    message = read_screen(
        chat(
            line("さくら", 120, 130, 300),
            line("投資に興味はありませんか？", 170, 400, 760, GREY),
            line("既読", 560, 600, 620),
            line("いいえ、ありません", 640, 600, 1010, GREEN),
            line("必ず儲かります。", 170, 760, 600, GREY),
        )
    )
    assert message.body == "投資に興味はありませんか？\n\n必ず儲かります。"
    assert message.comment == "いいえ、ありません"
    assert message.sender.name == "さくら"


@pytest.mark.parametrize("end", ["-", "=", ":"])
def test_a_link_broken_after_a_hyphen_is_whole_again_however_the_hyphen_was_read(end: str) -> None:
    message = read_screen(
        chat(
            line("下記のページから至急ご確認をお願いします。", 60, 420, 800, GREY),
            line(f"https://smbc-card.verify{end}", 60, 470, 640, GREY),
            line("login.xyz/auth?id=1", 60, 520, 500, GREY),
            line("本日中にお願いします。", 60, 570, 520, GREY),
        )
    )
    assert "https://smbc-card.verify-login.xyz/auth?id=1\n本日中" in message.body


def test_a_port_at_a_line_end_stays_a_port() -> None:
    message = read_screen(
        chat(
            line("下記のページから至急ご確認をお願いします。", 60, 420, 800, GREY),
            line("http://203.0.113.7:", 60, 470, 780, GREY),
            line("8080/login", 60, 520, 300, GREY),
        )
    )
    assert "http://203.0.113.7:8080/login" in message.body


def test_lines_that_the_screen_broke_run_on_and_those_the_writer_ended_do_not() -> None:
    message = read_screen(
        chat(
            line("お客様", 60, 400, 180, GREY),
            line("口座を一時的に停止しましたので、ご確", 60, 450, 800, GREY),
            line("認ください。", 60, 500, 300, GREY),
        )
    )
    assert message.body == "お客様\n口座を一時的に停止しましたので、ご確認ください。"


def test_a_dialog_over_a_page_is_a_popup_and_keeps_its_buttons() -> None:
    message = read_screen(
        chat(
            line("web-kanshi-77.xyz", 380, 140, 780, GREY),
            line("【警告】ウイルスに感染しています。", 140, 700, 900, GREY),
            line("今すぐ修復", 400, 900, 640, GREY),
        )
    )
    assert message.channel == "popup"
    assert "今すぐ修復" in message.body
    assert [(link.target, link.approximate) for link in message.links] == [("web-kanshi-77.xyz", True)]


def test_a_list_of_conversations_gives_each_with_its_sender() -> None:
    message = read_screen(
        chat(
            line("メッセージ", 40, 150, 300),
            line("+81 70-0000-9912", 180, 300, 560),
            line("10:23", 960, 300, 1060),
            line("お荷物の住所をご確認ください", 180, 360, 760),
            line("お母さん", 180, 480, 360),
            line("昨日", 980, 480, 1060),
            line("今日は何時に帰るの？", 180, 540, 600),
        )
    )
    assert message.body == "+81 70-0000-9912\nお荷物の住所をご確認ください\n\nお母さん\n今日は何時に帰るの？"
    assert message.channel == "sms"


def test_letters_read_without_confidence_are_not_judged() -> None:
    blurred = tuple(
        TextLine("ふるふる口座ぱぴぷ", 60, top, 700, top + 40, 0.55, GREY, WHITE) for top in (400, 460, 520)
    )
    with pytest.raises(Unreadable) as refusal:
        read_screen(Screen(blurred, 1080, 2340))
    assert refusal.value.reason is Reason.NO_TEXT


def test_letters_that_only_their_neighbours_tell_apart_are_put_right() -> None:
    assert mended_letters("メ一ルに入カ、東京電カ") == "メールに入力、東京電力"
    assert mended_letters("カード一枚とセット一式") == "カード一枚とセット一式"


UPPER = "お客様の口座を停止しました。\n本人確認が必要です。\n以下のリンクからお手続きください。"
LOWER = "以下のリンクからお手続きください。\nhttps://example.top/a\n期限は本日中です。"


@pytest.mark.parametrize("turned", [False, True])
def test_scrolled_pictures_are_one_message_in_either_order(turned: bool) -> None:
    pictures = [
        Message(body=UPPER, sender=Sender(name="三井住友銀行"), from_picture=True),
        Message(body=LOWER.replace("お手続き", "お手統き"), from_picture=True),
    ]
    (whole,) = join(pictures[::-1] if turned else pictures)
    assert whole.body.count("以下のリンクから") == 1
    assert whole.body.startswith("お客様の口座")
    assert whole.body.endswith("期限は本日中です。")
    assert whole.sender.name == "三井住友銀行"


def test_pictures_that_cut_a_paragraph_at_different_lines_are_joined() -> None:
    text = "当選おめでとうございます。賞金をお受け取りになるには、手数料として三千円分のギフトカードをお送りください。"
    (whole,) = join([Message(body=text[:40], from_picture=True), Message(body=text[15:], from_picture=True)])
    assert whole.body == text


def test_different_messages_stay_apart() -> None:
    assert len(join([Message(body=UPPER), Message(body="荷物のお届け予定です。\nクロネコヤマト")])) == 2


def test_the_same_picture_twice_counts_once() -> None:
    assert len(join([Message(body=UPPER), Message(body=UPPER)])) == 1


TEXTS = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(
        ["宛先: 自分", "差出人: a <a@b.jp", "件名: x", "10:24", "既読", "http://a.b/", "a.b.com", "あ", "<", "LINE"]
    ),
)


@given(
    st.lists(
        st.builds(
            TextLine,
            text=TEXTS,
            left=st.integers(0, 900),
            top=st.integers(0, 2200),
            right=st.integers(901, 1080),
            bottom=st.integers(2201, 2340),
            confidence=st.floats(0, 1),
            ground=st.sampled_from([None, WHITE, GREY, GREEN]),
            edge=st.sampled_from([None, WHITE]),
        ),
        max_size=12,
    )
)
def test_whatever_stands_on_a_screen_becomes_a_message_or_a_refusal(lines: list[TextLine]) -> None:
    try:
        message = read_screen(Screen(tuple(lines), 1080, 2340))
    except Unreadable:
        return
    assert message.from_picture
    join([message, message])
