"""The bytes of a picture as an upright RGB picture, within limits that are checked before anything is unpacked."""

from __future__ import annotations

import io
import warnings
from functools import cache
from typing import cast

from PIL import Image, ImageOps, ImageStat, UnidentifiedImageError

from bot.intake.limits import PICTURE_PIXELS, PICTURE_SIDE
from bot.intake.unreadable import Reason, Unreadable

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")

# What a reader of text needs: more pixels only cost time, fewer blur the strokes of kanji.
_WIDEST = 1440
_NARROWEST = 700
_LARGEST_GROWTH = 3.0
_MOST_GROWN_PIXELS = 6_000_000
_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
_BRIGHT = 230  # of 255


def open_picture(data: bytes) -> Image.Image:
    """The first frame or page, upright, on white where it is transparent (on black where it is white itself).

    Raises Unreadable: TOO_LARGE above the limits on pixels, BROKEN for what is no whole picture.
    """
    formats = _formats()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=formats) as opened:
                if opened.width * opened.height > PICTURE_PIXELS or max(opened.size) > PICTURE_SIDE:
                    raise Unreadable(Reason.TOO_LARGE, "image")  # noqa: TRY301
                opened.seek(0)
                return _flattened(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unreadable(Reason.TOO_LARGE, "image") from None
    except Unreadable:
        raise
    # Decoders answer damaged bytes with whatever their depths raise; all of it means the same to the person.
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, LookupError, TypeError, RuntimeError) as error:
        raise Unreadable(Reason.BROKEN, "image") from error


def for_reading(picture: Image.Image) -> Image.Image:
    """The picture in the size in which its letters are read best."""
    factor = 1.0
    if picture.width > _WIDEST and picture.height > _WIDEST:
        factor = _WIDEST / min(picture.size)
    elif picture.width < _NARROWEST:
        room = (_MOST_GROWN_PIXELS / (picture.width * picture.height)) ** 0.5
        factor = max(1.0, min(_NARROWEST / picture.width, _LARGEST_GROWTH, room))
    if factor == 1.0:
        return picture
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _flattened(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":  # 16 bits a colour would be cut off, not scaled
        low, high = cast("tuple[float, float]", picture.convert("F").getextrema())
        scale = 255.0 / (high - low) if high > low else 1.0
        return picture.convert("F").point(lambda value: value * scale - low * scale).convert("L").convert("RGB")
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        seen = picture.getchannel("A")
        ground = Image.new("RGB", picture.size, _BLACK if _is_bright(picture, seen) else _WHITE)
        ground.paste(picture, mask=seen)
        return ground
    return picture.convert("RGB")


def _is_bright(picture: Image.Image, seen: Image.Image) -> bool:
    """Whether what is not transparent is so bright that it would be lost on white."""
    shown = ImageStat.Stat(picture.convert("L"), mask=seen)
    return shown.count[0] > 0 and shown.mean[0] > _BRIGHT


@cache
def _formats() -> tuple[str, ...]:
    """Those of `FORMATS` that this installation knows; Pillow loads the less common ones only when it is told to."""
    Image.init()
    try:
        import pillow_heif  # some platforms have no wheel; there HEIC pictures stay unreadable
    except ImportError:
        pass
    else:
        pillow_heif.register_heif_opener(thumbnails=False)
    return tuple(name for name in FORMATS if name in Image.OPEN)
