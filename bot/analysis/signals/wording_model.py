"""The wording as a whole: put together like known scams, or like genuine messages."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal

# Log-odds of the model from which on each level holds.
LEVELS = (
    (2.4, "wording.very_like_scams"),
    (1.2, "wording.like_scams"),
    (0.4, "wording.somewhat_like_scams"),
)
GENUINE_LEVELS = (
    (-2.4, "wording.very_like_genuine"),
    (-1.2, "wording.like_genuine"),
    (-0.4, "wording.somewhat_like_genuine"),
)


def level(score: float) -> str | None:
    """The signal for a text that the model scores so; None for one it is undecided about."""
    for least, name in LEVELS:
        if score >= least:
            return name
    for most, name in GENUINE_LEVELS:
        if score <= most:
            return name
    return None


def wording(prepared: Prepared) -> Iterable[Finding]:
    """What the model makes of the text. It cannot quote: its reason is the whole."""
    name = level(prepared.model.score(prepared.wording))
    if name is not None:
        yield Finding(name)


SIGNALS: tuple[Signal, ...] = (wording,)
