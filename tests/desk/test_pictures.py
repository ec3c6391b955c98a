"""A person sends pictures and files instead of words."""

from pathlib import Path

import pytest

from bot.desk.incoming import Attachment, Piece
from bot.wording.plain import plain

FILES = Path(__file__).parent.parent / "intake"


def file(name: str) -> Piece:
    path = FILES / name
    return Piece(attachments=(Attachment(path.name, None, path.read_bytes()),))


def text(reply) -> str:
    return plain(reply.blocks)


async def test_a_screenshot_is_judged_and_what_was_read_is_shown_back(person):
    pytest.importorskip("faster_paddle")
    reply = await person.sends(file("screens/pictures/02-android-sms.jpg"))
    assert reply.report.verdict == "scam"
    assert "画像のリンクは" in text(reply)
    assert "http" not in text(reply)


async def test_a_code_is_explained_before_it_is_judged(person):
    reply = await person.sends(file("codes/japanese.png"))
    assert "このQRコードには" in text(reply)
    assert reply.report.verdict == "unclear"


async def test_a_file_that_hides_what_it_is_must_not_be_opened(person):
    reply = await person.sends(file("mails/double-ending.eml"))
    assert reply.report.verdict == "scam"
    assert "添付ファイルは開かない" in text(reply)


async def test_a_picture_without_words_is_asked_for_again(person):
    pytest.importorskip("faster_paddle")
    reply = await person.sends(file("codes/none.webp"))
    assert reply.report is None
    assert "もう一度画面を撮って" in text(reply)


async def test_the_conversation_goes_on_after_a_picture(person):
    pytest.importorskip("faster_paddle")
    await person.sends(file("screens/pictures/48-popup.jpg"))
    assert "Amazon" in text(await person.says("パスワードを入れちゃった"))
