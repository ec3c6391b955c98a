"""Tricks that are played in one name even where the text does not say it (`impostures.yaml`)."""

from __future__ import annotations

from datetime import date

import msgspec

from bot.knowledge.files import read_yaml
from bot.knowledge.models import Imposture


class ImpostureFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry. The head of the file says what each field means."""

    brand: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    unless: tuple[str, ...]
    source: str
    checked: date


class ImposturesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    impostures: tuple[ImpostureFact, ...]


def load_impostures() -> tuple[Imposture, ...]:
    """The impostures in the order of the file. Raises ValueError for a bad file."""
    return tuple(
        Imposture(fact.brand, frozenset(fact.kinds), fact.words, fact.unless)
        for fact in read_yaml("impostures.yaml", ImposturesFile).impostures
    )
