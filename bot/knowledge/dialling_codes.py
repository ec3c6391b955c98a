"""Where a phone number belongs by its first digits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from bot.knowledge.files import read_yaml


@dataclass(frozen=True, slots=True)
class Place:
    """A country, or an area of Japan, by its names."""

    name: str
    name_en: str


class _CodesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: dict[str, tuple[str, str]]
    areas: dict[str, tuple[str, str]]


def country_of(number: str) -> Place | None:
    """The country of a number with a plus sign ("+442079460000"), or None where there is no such country code."""
    return _longest(_codes().countries, number.removeprefix("+")) if number.startswith("+") else None


def area_of(number: str) -> Place | None:
    """The area of a fixed line as dialled in Japan ("0312345678"), or None where it has none."""
    return _longest(_codes().areas, number[1:]) if number.startswith("0") else None


@cache
def _codes() -> _CodesFile:
    return read_yaml("dialling_codes.yaml", _CodesFile)


def _longest(codes: dict[str, tuple[str, str]], digits: str) -> Place | None:
    found = next((codes[digits[:end]] for end in range(min(len(digits), 7), 0, -1) if digits[:end] in codes), None)
    return Place(*found) if found else None
