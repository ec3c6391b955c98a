"""What a signal is, and the commonest kind of it: a wording of a family was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared

Signal = Callable[[Prepared], Iterable[Finding]]


def wording(signal: str, *families: str) -> Signal:
    """A signal that fires where a wording of one of `families` (phrases.yaml) stands in the message."""

    def look(prepared: Prepared) -> Iterable[Finding]:
        for family in families:
            for found in prepared.phrases.get(family, ()):
                yield Finding(signal, found.quote, found.span)

    return look
