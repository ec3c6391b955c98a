"""Community hearsay: what others reported of the same message, handed in by the caller."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal

ENOUGH_REPORTERS = 3  # below this, one person with several accounts could make a verdict


def reported(prepared: Prepared) -> Iterable[Finding]:
    """Several people reported the same wording."""
    if prepared.context.reporters >= ENOUGH_REPORTERS:
        yield Finding("community.reported", facts={"count": str(prepared.context.reporters)})


def reviewed(prepared: Prepared) -> Iterable[Finding]:
    """A reviewer has confirmed or cleared the same wording."""
    if prepared.context.reviewed == "scam":
        yield Finding("community.confirmed")
    elif prepared.context.reviewed == "genuine":
        yield Finding("community.cleared")


SIGNALS: tuple[Signal, ...] = (reported, reviewed)
