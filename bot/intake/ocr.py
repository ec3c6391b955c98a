"""The lines of text in a picture, read offline with a model that ships in a wheel.

The engine takes about 490 MB: it belongs in a worker process. It is made once per process, when first needed.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

from PIL import Image

from bot.intake.picture import for_reading
from bot.intake.screen.lines import Colour, Screen, TextLine, in_reading_order

# Pixels of the longer side in which lines are looked for (they are read in full size). Half the engine's own time,
# and no line less is found.
_DETECTION_SIDE = 960
_SMALLEST_SIDE = 640
_LONGEST = 4.0  # heights per width; longer pictures are read in slices
_SLICE = 3.0
_OVERLAP = 0.2


class EngineMissing(RuntimeError):  # noqa: N818 - it says what is the matter
    """The optional package that reads pictures is not installed."""


class Engine(Protocol):
    """Reads the text of an encoded picture."""

    def read(self, data: bytes) -> list[tuple[str, tuple[int, int, int, int], float]]:
        """Text, box (left, top, right, bottom; pixels) and confidence 0–1 of every line, in no promised order.

        Raises RuntimeError for bytes that are no picture.
        """


class FasterPaddle:
    """PP-OCRv6 "small"; the smaller model of the same package reads no kana."""

    def __init__(self) -> None:
        try:
            import faster_paddle
        except ImportError as error:
            raise EngineMissing("Pictures cannot be read: install koresagi[ocr] (package faster-paddle).") from error
        self._engine: Any = faster_paddle.OcrEngine(
            model_size="small", det_max_side=_DETECTION_SIDE, det_min_side=_SMALLEST_SIDE
        )

    def read(self, data: bytes) -> list[tuple[str, tuple[int, int, int, int], float]]:
        """See `Engine`."""
        found = self._engine.ocr(data)["bounds"].values()
        return [
            (line["text"], (*line["topLeftCoord"], *line["bottomRightCoord"]), float(line["confidence"]))
            for line in found
        ]


@cache
def engine() -> Engine:
    """The engine of this process. Raises EngineMissing where its package is not installed."""
    return FasterPaddle()


def lines(picture: Image.Image) -> tuple[TextLine, ...]:
    """The lines of text in an RGB picture, from the top; boxes in pixels of the picture as given.

    Raises EngineMissing where the engine's package is not installed.
    """
    return screen(picture).lines


def screen(picture: Image.Image, reader: Engine | None = None) -> Screen:
    """The picture as its lines of text with their places and colours. Raises EngineMissing as `lines` does."""
    scaled = for_reading(picture)
    factor = picture.width / scaled.width
    read: list[TextLine] = []
    for text, box, confidence in _read(scaled, reader or engine()):
        ground, edge = _colours(scaled, box)
        left, top, right, bottom = (round(value * factor) for value in box)
        read.append(TextLine(text, left, top, right, bottom, confidence, ground, edge))
    return Screen(in_reading_order(read), picture.width, picture.height)


def _read(picture: Image.Image, reader: Engine) -> Iterator[tuple[str, tuple[int, int, int, int], float]]:
    width, height = picture.size
    step = round(width * (_SLICE - _OVERLAP)) if height > width * _LONGEST else height
    margin = round(width * _OVERLAP / 2)
    for start in range(0, max(1, height - (2 * margin if step < height else 0)), step):
        end = height if step == height else min(height, start + round(width * _SLICE))
        encoded = io.BytesIO()
        picture.crop((0, start, width, end)).save(encoded, "BMP")
        for text, (left, top, right, bottom), confidence in reader.read(encoded.getvalue()):
            middle = start + (top + bottom) / 2
            # A line in the overlap of two slices is taken from the one in which it is farther from the cut.
            if (start and middle < start + margin) or (end < height and middle >= end - margin):
                continue
            if text.strip() and right > left and bottom > top:
                yield text.strip(), (left, start + top, right, start + bottom), confidence


def _colours(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[Colour, Colour]:
    """The ground that a line stands on, and the ground at the left edge of the picture beside it."""
    left, top, right, bottom = box
    strip = max(2, picture.width // 80)
    return _commonest(picture.crop((left, top, right, bottom))), _commonest(picture.crop((0, top, strip, bottom)))


def _commonest(part: Image.Image) -> Colour:
    small = part.resize((48, 12), Image.Resampling.NEAREST).tobytes()
    pixels = [(small[at], small[at + 1], small[at + 2]) for at in range(0, len(small), 3)]
    # Compression makes many shades of one colour; sixteen steps a channel put them together again.
    shade, _ = Counter((red >> 4, green >> 4, blue >> 4) for red, green, blue in pixels).most_common(1)[0]
    same = [pixel for pixel in pixels if (pixel[0] >> 4, pixel[1] >> 4, pixel[2] >> 4) == shade]
    red, green, blue = (sum(pixel[channel] for pixel in same) // len(same) for channel in range(3))
    return red, green, blue
