"""Screenshots as people send them, read with the real engine: what a person would want found is found."""

import importlib.util
import io
import json
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bot.analysis.analyze import analyze
from bot.analysis.extract import find_links
from bot.analysis.message import Message, Sender
from bot.analysis.report import Verdict
from bot.intake.ocr import screen
from bot.intake.picture import for_reading, open_picture
from bot.intake.screen import read_screen
from bot.intake.unreadable import Reason, Unreadable

FOLDER = Path(__file__).parent / "screens"
TRUTHS = {case["id"]: case for case in map(json.loads, (FOLDER / "truth.jsonl").read_text("utf-8").splitlines())}
needs_engine = pytest.mark.skipif(importlib.util.find_spec("faster_paddle") is None, reason="the optional engine")


def read(name: str) -> Message:
    path = FOLDER / "pictures" / f"{name}.{TRUTHS[name]['ending']}"
    return read_screen(screen(open_picture(path.read_bytes())))


@needs_engine
def test_an_sms_on_a_dark_phone_gives_its_number_and_its_link() -> None:
    message = read("08-android-sms-dark")
    assert message.sender.number
    assert message.sender.number.replace(" ", "") == TRUTHS["08-android-sms-dark"]["sender"].replace(" ", "")
    assert [link.target for link in find_links(message.body)] == TRUTHS["08-android-sms-dark"]["urls"]
    assert message.channel == "sms"
    assert message.from_picture


@needs_engine
def test_the_reporters_own_bubble_is_not_judged() -> None:
    message = read("23-line")
    assert message.comment.startswith("これ本物")
    assert "本物" not in message.body
    assert message.sender.name == "森山ゆい"
    assert message.channel == "line"


@needs_engine
def test_a_mail_gives_sender_address_subject_and_a_link_broken_over_two_lines() -> None:
    message = read("33-ios-mail")
    assert message.sender == Sender(name="国税庁", address="etax-info@oaft.com")
    assert message.subject == "国税還付金の電子発行開始について"
    assert "https://www.e-tax.nta.go.jp.fmzqdw.cn/search?q=8841" in message.body
    assert analyze(message).verdict is Verdict.SCAM


@needs_engine
def test_a_page_is_judged_by_the_host_of_its_address_bar() -> None:
    message = read("51-browser-dark")
    assert [(link.target, link.approximate) for link in message.links] == [("smbc-card.vpass-login.icu", True)]
    assert message.channel == "web"


@needs_engine
def test_a_notification_on_a_locked_phone_tells_who_wrote() -> None:
    message = read("55-push")
    assert message.sender.name == "山田"
    assert message.channel == "line"
    assert "ギフトカード" in message.body


@needs_engine
def test_a_picture_without_words_says_so() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_screen(screen(Image.new("RGB", (600, 800), "white")))
    assert refusal.value.reason is Reason.NO_TEXT


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    output = io.BytesIO()
    picture.save(output, kind, **options)  # type: ignore[arg-type]
    return output.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "HEIF"])
def test_every_kind_of_picture_opens(kind: str) -> None:
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
    picture = open_picture(encoded(Image.new("RGB", (64, 40), "#c03030"), kind))
    assert (picture.mode, picture.size) == ("RGB", (64, 40))
    red, green, _ = picture.getpixel((10, 10))  # type: ignore[misc]
    assert red > green + 80


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert open_picture(encoded(Image.new("RGB", (64, 40)), "JPEG", exif=exif)).size == (40, 64)


def test_what_is_transparent_is_white_and_of_what_moves_the_first_frame_counts() -> None:
    assert open_picture(encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")).getpixel((1, 1)) == (255, 255, 255)
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("white", "black")]
    moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert open_picture(moving).getpixel((1, 1)) == (255, 255, 255)


def png_header(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100_000)))


@pytest.mark.parametrize("size", [(12_000, 12_000), (60_000, 60_000), (30_000, 10)])
def test_a_picture_that_is_huge_when_unpacked_is_refused_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_picture(png_header(*size))
    assert refusal.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("keep", [0, 7, 40, 300])
def test_a_damaged_picture_is_refused(keep: int) -> None:
    whole = encoded(Image.effect_noise((200, 200), 60).convert("RGB"), "PNG")
    with pytest.raises(Unreadable) as refusal:
        open_picture(whole[:keep])
    assert refusal.value.reason is Reason.BROKEN


def test_small_pictures_grow_and_large_ones_shrink_for_reading() -> None:
    assert for_reading(Image.new("RGB", (350, 700))).width == 700
    assert for_reading(Image.new("RGB", (4000, 3000))).height == 1440
    assert for_reading(Image.new("RGB", (1080, 9000))).size == (1080, 9000)
