"""Codes in pictures: found however they are turned, painted or photographed, each once."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageOps

from bot.intake.codes import MOST_CODES, read_codes

PICTURES = Path(__file__).parent / "codes"
SITE = "https://amazon-co-jp.example.top/"


def values(name: str) -> list[str]:
    with Image.open(PICTURES / name) as picture:
        return [code.value for code in read_codes(picture)]


def drawn(text: str, scale: int = 4) -> Image.Image:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return Image.fromarray(code.to_image(scale=scale))


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("rotated.png", [SITE + "rotated"]),
        ("inverted.png", [SITE + "inverted"]),
        ("pale.png", [SITE + "pale"]),
        ("tiny.png", [SITE + "tiny"]),
        ("photographed.jpg", [SITE + "photographed"]),
        ("screenshot.webp", [SITE + "screenshot"]),
        ("see-through.png", [SITE + "see-through"]),
        ("coloured.png", [SITE + "coloured"]),
        ("two.png", [SITE + "left", "https://discord.com/ra/fIngErPrInT-0123456789_abcdefghij"]),
        ("twice.png", [SITE + "twice"]),
        ("japanese.png", ["日本語のお知らせ"]),
        ("aztec.png", [SITE + "aztec"]),
        ("data-matrix.png", [SITE + "matrix"]),
        ("none.webp", []),
    ],
)
def test_what_a_phone_would_read_is_read(picture: str, expected: list[str]) -> None:
    assert sorted(values(picture)) == sorted(expected)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I", "F", "I;16"])
def test_every_kind_of_picture_is_taken(mode: str) -> None:
    if mode == "I;16":
        picture = drawn(SITE).convert("I").convert("I;16")
    else:
        picture = drawn(SITE).convert("RGB").convert("L" if mode in {"I", "F"} else "RGB").convert(mode)
    assert [code.value for code in read_codes(picture)] == [SITE]


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (40, 40)])
def test_a_picture_without_room_for_a_code_has_none(size: tuple[int, int]) -> None:
    assert read_codes(Image.new("RGB", size, "white")) == ()


def test_a_picture_full_of_codes_gives_no_more_than_the_limit() -> None:
    sheet = Image.new("L", (900, 900), 255)
    for number in range(25):
        sheet.paste(drawn(f"N{number}", 4), (number % 5 * 180, number // 5 * 180))
    found = read_codes(sheet)
    assert len(found) == MOST_CODES
    assert len({code.value for code in found}) == MOST_CODES


def test_a_small_code_in_a_large_picture_is_found_and_the_picture_left_as_it_was() -> None:
    picture = ImageOps.expand(drawn(SITE, 2), border=1500, fill=255)
    before = picture.size
    assert [code.value for code in read_codes(picture)] == [SITE]
    assert picture.size == before
