"""Enclosures: files that hang on the message and do harm when they are opened."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal

# Kinds that are worth a warning by themselves. Documents, pictures and plain archives come with ordinary mail.
_TOLD = frozenset({"program", "script", "page", "macros", "shortcut", "disk_image", "locked_archive"})


def dangerous(prepared: Prepared) -> Iterable[Finding]:
    """A file of a kind that runs, or that hides what runs from those who check mails."""
    for enclosure in prepared.message.enclosures:
        if enclosure.kind in _TOLD:
            yield Finding(f"enclosure.{enclosure.kind}", facts={"name": enclosure.name})


def disguised(prepared: Prepared) -> Iterable[Finding]:
    """A file whose name is made to look like another kind."""
    for enclosure in prepared.message.enclosures:
        if enclosure.disguised is not None:
            ending = enclosure.name.rpartition(".")[2]
            facts = {"name": enclosure.name, "ending": ending, "how": enclosure.disguised}
            yield Finding("enclosure.disguised", facts=facts)


SIGNALS: tuple[Signal, ...] = (disguised, dangerous)
