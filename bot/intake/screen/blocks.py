"""Groups of lines that belong together: bubbles, cards, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.intake.screen.lines import TextLine, same_colour

_APART = 1.3  # line heights between two groups


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one another on one ground."""

    lines: tuple[TextLine, ...]

    @property
    def left(self) -> int:
        """Left edge of its text in pixels."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> int:
        """Right edge of its text in pixels."""
        return max(line.right for line in self.lines)


def blocks(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """The lines in groups, in order: one ground, no wide gap, left edges that agree."""
    groups: list[list[TextLine]] = []
    for line in lines:
        home = next((group for group in reversed(groups[-3:]) if _belongs(group, line)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return tuple(Block(tuple(group)) for group in groups)


def _belongs(group: list[TextLine], line: TextLine) -> bool:
    last = group[-1]
    height = max(last.height, line.height)
    close = -0.5 * height < line.top - last.bottom < _APART * height
    sizes = 0.6 < line.height / max(1, last.height) < 1.67
    left = min(each.left for each in group)
    return close and sizes and same_colour(last.ground, line.ground) and abs(line.left - left) < 3 * height
