"""Whatever comes in, a clear answer goes out; secrets are never repeated; to forget is to forget."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk.incoming import Attachment, Command, Forward, Piece
from tests.desk.conftest import PHISHING, labels, text

CARD = "4111 1111 1111 1111"


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "   \n\n\t ",
        "😀😀😀",
        "…………",
        "\ud800\udfff\ud83d",
        "a\0b\x1b[31mred\x1b[0m",
        "あ" * 100_000,
        "\n".join(f"http://example{number}.top/x" for number in range(5_000)),
        "\u202eevil.top/\u202c" * 50,
        "a" * 100_000 + "@",
        "((((" * 20_000,
    ],
    ids=["empty", "space", "emoji", "dots", "surrogates", "controls", "long", "links", "bidi", "mail", "brackets"],
)
async def test_bad_input_gets_a_clear_answer(person, hostile):
    for reply in (await person.says(hostile), await person.forwards(hostile)):
        shown = text(reply)
        assert 0 < len(shown) < 2_000
        shown.encode("utf-8")
        assert "\x1b" not in shown
        assert "不具合" not in shown


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=200), st.booleans())
async def test_any_text_is_answered(person, anything, forwarded):
    reply = await (person.forwards(anything) if forwarded else person.says(anything))
    assert text(reply).strip()


@given(st.text(max_size=70))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_action_id_is_answered(person, press):
    reply = await person.desk.handle(person.event(press=press))
    assert reply is not None
    assert text(reply).strip()


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        (Piece(attachments=(Attachment("shot.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"0" * 50),)), "こわれて"),
        (Piece(attachments=(Attachment("a.pdf", "application/pdf", b"%PDF-1.7 ..."),)), "読めません"),
        (Piece(unreadable="sticker"), "スタンプ"),
        (Piece(unreadable="voice"), "音声"),
        (Piece(unreadable="image"), "画像"),
        (Piece(unreadable="hologram"), "読めません"),
        (Piece(attachments=(Attachment("empty.txt", None, b""),)), "読めません"),
    ],
)
async def test_what_cannot_be_read_is_said_with_another_way(person, piece, says):
    reply = await person.sends(piece)
    assert says in text(reply)
    assert "送って" in text(reply) or "貼り付け" in text(reply)
    assert reply.report is None


async def test_what_cannot_be_read_keeps_the_case(person):
    await person.says(PHISHING)
    await person.sends(Piece(unreadable="sticker"))
    assert "Amazon" in text(await person.says("パスワードを入れちゃった"))


async def test_a_broken_picture_beside_a_text_is_named(person):
    picture = Attachment("shot.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    reply = await person.forwards(PHISHING, attachments=(picture,))
    assert reply.report is not None
    assert "こわれて" in text(reply)


async def test_a_mail_file_is_judged(person):
    mail = (
        b"From: Amazon <services@oc1001.coreserver.jp>\r\nSubject: Amazon security notice\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + PHISHING.encode()
    )
    reply = await person.sends(Piece(attachments=(Attachment("mail.eml", None, mail),)))
    assert reply.report is not None
    assert reply.report.brand == "amazon"


async def test_a_card_number_is_told_to_be_deleted_and_never_repeated(person, url):
    reply = await person.says(f"偽サイトでカード番号 {CARD} を入れてしまいました")
    assert "消してください" in reply.blocks[0].text
    assert "entered_card" in reply.situations
    assert CARD not in text(reply)
    assert CARD.replace(" ", "") not in text(reply)


async def test_no_personal_data_is_in_the_database(person, tmp_path):
    await person.sends(
        Piece(text=f"山田 太郎 様\nカード番号 {CARD}\n{PHISHING}", forwarded=Forward("Amazon")),
    )
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    for secret in (CARD, "山田 太郎", "grandmother", "chat of"):
        assert secret.encode() not in stored


async def test_forget_erases_and_says_what(person, tmp_path):
    first = await person.says(PHISHING)
    await person.says("パスワードを入れちゃった")
    assert "相談 1件、記録した文 1件" in text(await person.gives(Command.FORGET))
    assert "ほかの人" in text(await person.presses(first, "くわしく"))
    assert "ありませんでした" in text(await person.says("私のデータを消して"))
    assert "手順がありません" in text(await person.gives(Command.RESUME))


async def test_the_privacy_page_has_five_lines_and_a_button_to_erase(person):
    await person.says(PHISHING)
    reply = await person.gives(Command.PRIVACY)
    assert sum(line.startswith("・") for line in text(reply).split("\n")) == 5
    assert "相談 1件" in text(await person.presses(reply, "私の記録を消す"))


@pytest.mark.parametrize("command", [Command.START, Command.HELP])
async def test_the_first_words_say_how_to_use_it(person, command):
    reply = await person.gives(command)
    assert "貼り付け" in text(reply)
    assert {"パスワード", "カード番号"} <= set(labels(await person.presses(reply, "もう何かしてしまった")))


async def test_every_reply_can_be_pressed_on_every_platform(person):
    await person.says(PHISHING)
    replies = [
        await person.says("パスワードもカードも入れて、認証コードも教えた"),
        await person.gives(Command.RECOVER),
    ]
    for reply in replies:
        for row in reply.buttons:
            assert 1 <= len(row) <= 5
            for button in row:
                assert 0 < len(button.label) <= 40
