"""The wording as a whole: put together like known scams, or like genuine messages."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.message import TOLD
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal

# Log-odds of the model from which on each level holds.
LEVELS = (
    (4.0, "wording.very_like_scams"),
    (2.0, "wording.like_scams"),
    (1.0, "wording.somewhat_like_scams"),
    (0.3, "wording.slightly_like_scams"),
)
GENUINE_LEVELS = (
    (-4.0, "wording.very_like_genuine"),
    (-2.0, "wording.like_genuine"),
    (-1.0, "wording.somewhat_like_genuine"),
    (-0.3, "wording.slightly_like_genuine"),
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
    """What the model makes of the text. It cannot quote: its reason is the whole.

    A person who tells of a message sounds like a person: that is no sign that the message was genuine.
    """
    score = prepared.model.score(prepared.wording)
    name = level(score)
    if name is not None and (score > 0 or prepared.message.channel != TOLD):
        yield Finding(name)


SIGNALS: tuple[Signal, ...] = (wording,)
