"""What is read off a picture, as plain values: lines of text with their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Colour = tuple[int, int, int]  # red, green, blue; 0–255

_SAME_COLOUR = 14  # compression moves a channel by less, themes set bubbles apart by more


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line. Box in pixels, `confidence` 0–1.

    `ground` is the colour it stands on, `edge` the colour at the picture's left edge beside it; None where unknown.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float = 1.0
    ground: Colour | None = None
    edge: Colour | None = None

    @property
    def height(self) -> int:
        """Height of the box in pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Vertical middle in pixels from the top."""
        return (self.top + self.bottom) / 2

    @property
    def raised(self) -> bool:
        """Whether it stands on something that is set apart from the page: a bubble, a card, a button."""
        return self.ground is not None and self.edge is not None and not same_colour(self.ground, self.edge)


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture as what is written on it, from the top. `width` and `height` in pixels."""

    lines: tuple[TextLine, ...]
    width: int
    height: int


def same_colour(one: Colour | None, other: Colour | None) -> bool:
    """Whether two colours are one to the eye. Unknown colours are the same as any."""
    if one is None or other is None:
        return True
    return all(abs(first - second) <= _SAME_COLOUR for first, second in zip(one, other, strict=True))


def in_reading_order(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    """The lines from the top; those that stand beside one another from the left."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        beside = rows and abs(line.middle - rows[-1][0].middle) < 0.4 * min(line.height, rows[-1][0].height)
        if beside:
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda line: line.left))
