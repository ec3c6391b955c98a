"""Phone numbers in text: where they stand, which country's they are, and what sort of line they reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType

from bot.analysis.normalize import Normalized, normalize

MOST_NUMBERS = 200  # per message; more are no message to a person
MOST_TRIES = 200  # groups of digits in one message that turn out to be no number; each costs some 100 microseconds


class NumberKind(StrEnum):
    """What sort of line a number reaches, seen from Japan."""

    TOLL_FREE = "toll_free"  # 0120, 0800
    NAVI = "navi"  # 0570: the caller pays, flat-rate plans do not cover it
    PREMIUM = "premium"  # 0990
    VOIP = "voip"  # 050
    MOBILE = "mobile"  # 070 080 090
    LANDLINE = "landline"
    INTERNATIONAL = "international"  # any number outside Japan
    SHORT = "short"  # 110, 188, #9110
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A phone number at `start` to `end` (excluded) of the original text.

    `number` is in E.164 form ("+81312345678") or the short code itself. `country` is the ISO code, "001" for numbers
    of no country, None where unknown. `type` is phonenumbers' name for the line, lower-case ("fixed_line", "uan").
    """

    number: str
    country: str | None
    type: str
    kind: NumberKind
    start: int
    end: int


_KINDS = {
    PhoneNumberType.TOLL_FREE: NumberKind.TOLL_FREE,
    PhoneNumberType.UAN: NumberKind.NAVI,
    PhoneNumberType.PREMIUM_RATE: NumberKind.PREMIUM,
    PhoneNumberType.VOIP: NumberKind.VOIP,
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE: NumberKind.LANDLINE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.LANDLINE,
}
_TYPES = {value: name.lower() for name, value in vars(PhoneNumberType).items() if name.isupper()}

# Numbers start with 0 as dialled in Japan, or with "+". Looking for that first spares most texts the slow search.
_BEGINNING = re.compile(r"(?:\+|(?<!\d)0)(?:[^\d\n]{0,3}\d){8}")
# Dashes of Japanese keyboards that phonenumbers does not take for one; each is one character like the hyphen.
_IN_DIGITS = re.compile(r"(?<=[0-9)])[ー一―‐‑‒–—−─━](?=[0-9(])")
_SHORT = re.compile(
    r"(?<![0-9A-Za-z#])#[789]\d{3}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z#.,:/+-])1(?:10|15|18|19|71|88|89)(?=番(?!号?[地目線組])|\s?(?:に|へ|まで)?\s?(?:お?電話|通報|ご?相談))"
    r"|(?:局番なし(?:の)?|ホットライン|ダイヤル|☎|電話)[\s「『(:]{0,3}(?P<code>1(?:10|15|18|19|71|88|89))(?![0-9A-Za-z.,:/-])"
)


def find_numbers(text: str | Normalized) -> tuple[FoundNumber, ...]:
    """The phone numbers in `text`, in order. Only numbers that exist in some numbering plan are found."""
    normalized = normalize(text)
    found = [*_long_numbers(normalized), *_short_codes(normalized)]
    return tuple(sorted(found, key=lambda number: number.start))


def _long_numbers(normalized: Normalized) -> Iterator[FoundNumber]:
    if not _BEGINNING.search(normalized.text):
        return
    text = _IN_DIGITS.sub("-", normalized.text)
    matches = PhoneNumberMatcher(text, "JP", leniency=Leniency.VALID, max_tries=MOST_TRIES)
    for match in islice(matches, MOST_NUMBERS):
        if text[max(match.start - 1, 0) : match.start] in ("/", "=", "_", "%", "&", "@", "#"):
            continue  # part of a link or an account name
        yield _describe(match.number, *normalized.original(match.start, match.end))


def _describe(number: phonenumbers.PhoneNumber, start: int, end: int) -> FoundNumber:
    country = phonenumbers.region_code_for_number(number)
    line = phonenumbers.number_type(number)
    kind = NumberKind.INTERNATIONAL if number.country_code != 81 else _KINDS.get(line, NumberKind.OTHER)
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return FoundNumber(written, country, _TYPES.get(line, "unknown"), kind, start, end)


def _short_codes(normalized: Normalized) -> Iterator[FoundNumber]:
    for match in _SHORT.finditer(normalized.text):
        group = "code" if match["code"] else 0
        start, end = normalized.original(*match.span(group))
        yield FoundNumber(match[group], "JP", "short", NumberKind.SHORT, start, end)
