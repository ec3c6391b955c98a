"""Runs of digits as people write them, and what a run can be by its digits alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

DASH = r"\-‐‑‒–—―−ー─~"
_OPENING = re.compile(r"(?:\+|\+?\()\Z")
_GROUP = re.compile(r"\d+")
# At most two marks between digits.
RUN = re.compile(rf"\+?\(?\d(?:[{DASH} ().]{{0,2}}\d){{5,}}")
# A card number may be broken over two lines.
BROKEN_RUN = re.compile(rf"\d(?:[{DASH} .]{{0,2}}\n?\d){{12,}}")
_MOST_TRIES = 2_000  # a text with more numbers than that is none that a person reads


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits `value` that stand, with what opens them ("+("), from `start` to `end` (excluded).

    `plus` tells whether they are written with the international "+".
    """

    value: str
    start: int
    end: int
    plus: bool


def numbers_in(
    text: str, shortest: int, longest: int, accept: Callable[[Digits], bool], runs: re.Pattern[str] = RUN
) -> Iterator[Digits]:
    """Yield the numbers of `shortest` to `longest` digits that `accept` takes, in order, the longest at each place.

    What is written next to each other ("03-1234-5678 5000") is one run, but not always one number: every stretch of
    whole groups is tried, from at most 2,000 places of a text.
    """
    tries = 0
    for run in runs.finditer(text):
        groups = [(group.group(), group.start(), group.end()) for group in _GROUP.finditer(text, *run.span())]
        first = 0
        while first < len(groups) and tries < _MOST_TRIES:
            tries += 1
            start = groups[first][1]
            before = _OPENING.search(text, max(0, start - 2), start)
            plus = before is not None and "+" in before.group()
            start = before.start() if before else start
            value = ""
            after = first + 1
            best: Digits | None = None
            for number in range(first, len(groups)):
                digits, _, end = groups[number]
                value += digits
                if len(value) > longest:
                    break
                candidate = Digits(value, start, end, plus)
                if len(value) >= shortest and accept(candidate):
                    best, after = candidate, number + 1
            if best is not None:
                yield best
            first = after


def passes_luhn(value: str) -> bool:
    """Whether the check digit of a card number is right."""
    total = 0
    for place, digit in enumerate(reversed(value)):
        number = int(digit) * (1 + place % 2)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def is_card(value: str) -> bool:
    """Whether `value` can be the number of a payment card: length, issuer and check digit fit."""
    return (
        13 <= len(value) <= 19
        and (value[0] in "3456" or value[:4] in _MASTERCARD_2)
        and len(set(value)) > 1
        and passes_luhn(value)
    )


_MASTERCARD_2 = frozenset(str(number) for number in range(2221, 2721))


def national(digits: Digits) -> str | None:
    """Return the Japanese national form ("0312345678") of a phone number, or None if it is none."""
    value = digits.value
    for code in ("01081", "0081", "81"):
        if value.startswith(code) and (digits.plus or code != "81"):
            value = "0" + value.removeprefix(code).removeprefix("0")
            break
    if re.fullmatch(r"0[25789]0[1-9]\d{7}|0800\d{7}|0(?:120|570|180|990)\d{6}|0[1-9](?!0)\d{8}", value):
        return value
    return None


def is_foreign(digits: Digits) -> bool:
    """Whether this is a phone number of another country."""
    value = digits.value.removeprefix("010") if digits.value.startswith("010") else digits.value
    written_abroad = digits.plus or digits.value.startswith("010")
    return written_abroad and not value.startswith("81") and 8 <= len(value) <= 15


def is_business(number: str) -> bool:
    """Whether a national number is of a kind that only businesses have (free, shared cost, premium)."""
    return number.startswith(("0120", "0800", "0570", "0180", "0990"))
