"""Which phone numbers are published by whom, and what is publicly known of numbers by their look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

import msgspec

from bot.knowledge.brands_file import SHOWABLE, BrandsFile
from bot.knowledge.contacts import Status, read_contacts
from bot.knowledge.files import read_yaml

_WRITTEN = re.compile(r"#?\d[\d-]{1,18}\d")


class Use(StrEnum):
    """What a published number is for."""

    DESK = "desk"  # people call it
    SMS = "sms"  # text messages come from it


@dataclass(frozen=True, slots=True)
class PublishedNumber:
    """A number that a known body publishes. Exactly one of `contact` and `brand` is the id of whose it is."""

    use: Use
    checked: date
    contact: str | None = None
    brand: str | None = None


class NumberPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something publicly known of numbers that begin with one of `beginnings` or end with one of `endings`.

    Beginnings are as shown by a phone ("+44"); endings are digits.
    """

    id: str
    source: str
    checked: date
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


class _PatternsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    patterns: tuple[NumberPattern, ...]


def dialled(number: str) -> str:
    """A number as it is dialled in Japan, without anything between its digits: "0312345678", "#9110", "+4420…"."""
    plain = unicodedata.normalize("NFKC", number).strip()
    digits = re.sub(r"[^0-9]", "", plain)
    if plain.startswith("+"):
        return f"0{digits[2:].removeprefix('0')}" if digits.startswith("81") else f"+{digits}"
    return f"#{digits}" if plain.startswith("#") else digits


@cache
def published_numbers() -> Mapping[str, tuple[PublishedNumber, ...]]:
    """Whose each published number is, by the number as dialled. Raises ValueError for a file that does not fit."""
    found: dict[str, dict[PublishedNumber, None]] = {}
    for number, published in (*_contacts(), *_brands()):
        found.setdefault(dialled(number), {})[published] = None
    return MappingProxyType({number: _without_doubles(tuple(whose)) for number, whose in found.items()})


@cache
def number_patterns() -> tuple[NumberPattern, ...]:
    """The patterns in the order of the file. Raises ValueError for a file that does not fit."""
    return read_yaml("number_patterns.yaml", _PatternsFile).patterns


def _contacts() -> Iterator[tuple[str, PublishedNumber]]:
    for contact in read_contacts():
        for number in contact.numbers:
            if number.status is Status.CONFIRMED:
                yield number.value, PublishedNumber(Use.DESK, number.checked, contact=contact.id)


def _brands() -> Iterator[tuple[str, PublishedNumber]]:
    for brand in read_yaml("brands.yaml", BrandsFile).brands:
        if brand.help.number and brand.help.evidence in SHOWABLE:
            for number in _WRITTEN.findall(brand.help.number):
                yield number, PublishedNumber(Use.DESK, brand.checked, brand=brand.id)
        for sender in brand.sms_senders:
            if _WRITTEN.fullmatch(sender.name):
                yield sender.name, PublishedNumber(Use.SMS, brand.checked, brand=brand.id)


def _without_doubles(whose: tuple[PublishedNumber, ...]) -> tuple[PublishedNumber, ...]:
    """One desk often stands in both files: its entry among the contacts names it more exactly."""
    desks = [one for one in whose if one.contact]
    return tuple(one for one in whose if one.contact or one.use is not Use.DESK or not desks)
