"""QR codes and the like in a picture. The picture comes decoded and within the intake's limits of pixels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from time import monotonic

import zxingcpp
from PIL import Image, ImageOps

from bot.analysis.message import Code
from bot.intake.payload import read_payload

MOST_CODES = 20
SECONDS = 2.0  # after which no other reading of the picture is begun; the worst single one takes about 3
# Pixels of the longest side of what is looked at in one go. The reader's time grows with the square of the number of
# marks that look like a code's corner, and pictures can be made of nothing else.
_AT_ONCE = 1_600
_OVERLAP = 400  # pixels that neighbouring tiles share
_MOST_TILES = 12
_ENLARGED_UP_TO = 800  # pixels of the longest side
_HALVED_FROM = 200  # pixels of the shortest side

_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
# Without the sorts that are "found" in ordinary text and lines (ITF, Codabar, Code 39, DataBar).
_OTHERS = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.MicroQRCode,
        zxingcpp.BarcodeFormat.RMQRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.PDF417,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.EAN13,
        zxingcpp.BarcodeFormat.EAN8,
    ]
)


def read_codes(picture: Image.Image) -> tuple[Code, ...]:
    """The codes in `picture`, each text once, at most `MOST_CODES`; empty where there is none.

    QR codes are looked for first, in several readings of the picture until one shows any; other codes only where
    there is no QR code.
    """
    picture = picture.convert("L") if picture.mode[0] in "IF" else picture
    small = _fitted(picture)
    end = monotonic() + SECONDS
    for view in chain(_views(small), _tiles(picture)):
        texts = _texts(view, _QR)
        if texts:
            return _codes(texts)
        if monotonic() > end:
            return ()
    return _codes(_texts(next(_views(small)), _OTHERS))


def _codes(texts: list[str]) -> tuple[Code, ...]:
    return tuple(read_payload(text) for text in list(dict.fromkeys(texts))[:MOST_CODES])


def _texts(view: Image.Image, formats: zxingcpp.BarcodeFormats) -> list[str]:
    found = zxingcpp.read_barcodes(view, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return [one.text for one in found if one.valid and one.text.strip()]


def _fitted(picture: Image.Image) -> Image.Image:
    """`picture`, or a smaller one where it is longer than is looked at in one go."""
    if max(picture.size) <= _AT_ONCE:
        return picture
    fitted = picture.copy()
    fitted.thumbnail((_AT_ONCE, _AT_ONCE))
    return fitted


def _views(picture: Image.Image) -> Iterator[Image.Image]:
    """Grey readings of the picture, the likeliest first. Each is made only when the one before showed nothing."""
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    grey = _on(picture, "white") if see_through else picture.convert("L")
    yield grey
    if see_through:
        yield _on(picture, "black")
    grey = ImageOps.autocontrast(grey, cutoff=1)
    yield grey
    if max(grey.size) <= _ENLARGED_UP_TO:
        yield _framed(grey.resize((grey.width * 3, grey.height * 3), Image.Resampling.BICUBIC))
    if min(grey.size) > _HALVED_FROM:
        yield grey.reduce(2)  # evens out blur and noise
    if picture.mode not in {"1", "L", "LA"}:
        # Coloured on coloured: as grey the two may be equal, in one of the colours they are not.
        yield from (ImageOps.autocontrast(band) for band in picture.convert("RGB").split())


def _tiles(picture: Image.Image) -> Iterator[Image.Image]:
    """Where `picture` was made smaller: its parts in full size, for codes that got lost."""
    if max(picture.size) <= _AT_ONCE:
        return
    step = _AT_ONCE - _OVERLAP
    corners = [
        (left, top)
        for top in range(0, max(1, picture.height - _OVERLAP), step)
        for left in range(0, max(1, picture.width - _OVERLAP), step)
    ]
    for left, top in corners[:_MOST_TILES]:
        right, bottom = min(left + _AT_ONCE, picture.width), min(top + _AT_ONCE, picture.height)
        yield picture.crop((left, top, right, bottom)).convert("L")


def _on(picture: Image.Image, colour: str) -> Image.Image:
    ground = Image.new("RGBA", picture.size, colour)
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("L")


def _framed(grey: Image.Image) -> Image.Image:
    """With a border in the colour of the corner: codes that are cut close lack the quiet zone they need."""
    corner = grey.getpixel((0, 0))
    return ImageOps.expand(grey, border=max(8, grey.width // 10), fill=128 if not isinstance(corner, int) else corner)
