"""What a bare link, mail address, phone number or name is, as far as it can be known without its message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.analysis.address import locate
from bot.analysis.brands import BrandIndex
from bot.analysis.extract import find_links, find_mail_addresses, find_numbers
from bot.analysis.phones import NumberKind
from bot.knowledge import knowledge
from bot.knowledge.dialling_codes import Place, area_of, country_of
from bot.knowledge.models import Knowledge
from bot.knowledge.published_numbers import (
    NumberPattern,
    PublishedNumber,
    dialled,
    number_patterns,
    published_numbers,
)

LONGEST = 400  # characters; what is longer is no scrap
_LONGEST_NAME = 40
_DIGITS = re.compile(r"(?:tel:)?[+#]?[\d\s()\-‐‑–—−ー.]{3,24}(?:番)?", re.IGNORECASE)
_SHORT = re.compile(r"#[789]\d{3}|1(?:04|1[0-9]|71|77|88|89)")
_ENDING = re.compile(r"[\s。.、,!?！？〜~…]+$")
_PARTICLE = re.compile(r"(?:です|って|は|から|とは|かな|という会社|という名前|の番号|のアプリ|アプリ)$")
# What a name has to have to be taken for an organisation's that we do not know.
_ORGANISATION = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|一般社団法人|一般財団法人|財団法人|社団法人|NPO法人|法律事務所|弁護士法人"
    r"|[^\s]{2}(?:銀行|信用金庫|信用組合|証券|ファイナンス|債権回収|急便|警察署|裁判所|税務署|市役所|区役所)$"
    r"|\w (?:inc|ltd|llc|corp|co|gmbh|limited|corporation|company|bank)\.?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[。、,!！?？\n]|ました|ません|ください|です|ます|して|した|いる|って|という|\b(?:is|was|my|i|the)\b", re.I
)


class ScrapKind(StrEnum):
    """What was sent without its message."""

    LINK = "link"
    MAIL = "mail"
    NUMBER = "number"
    NAME = "name"


class Ground(StrEnum):
    """What is known of the place behind a link or a mail address."""

    OWNER = "owner"  # a known body's own
    SHORTENER = "shortener"  # does not show where it leads
    ANYONE = "anyone"  # anyone can publish or have an address there
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """A phone number. `kind` is None where no numbering plan has it; `place` is its country or, in Japan, its area.

    `published`: whose it is, by what they publish. `pattern`: id of what is publicly known of such numbers.
    """

    number: str  # as dialled in Japan, digits only
    kind: NumberKind | None
    place: Place | None = None
    published: tuple[PublishedNumber, ...] = ()
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Scrap:
    """A bare thing. `value` is what it says, cleaned of what stands around it: a host, an address, a number, a name.

    `brand` is the known body that it belongs to or names; `ground` is for links and mail addresses.
    """

    kind: ScrapKind
    value: str
    brand: str | None = None
    ground: Ground | None = None
    line: Line | None = None


class ScrapReader:
    """Tells what bare things are, with one knowledge. Pure."""

    def __init__(
        self,
        facts: Knowledge,
        published: Mapping[str, Sequence[PublishedNumber]],
        patterns: Sequence[NumberPattern],
    ) -> None:
        self._facts = facts
        self._index = BrandIndex(facts)
        self._published = published
        self._patterns = patterns
        self._names: dict[str, str] = {}
        for brand in facts.brands.values():
            for name in (brand.name, brand.name_en, *brand.aliases, *brand.weak_aliases):
                self._names.setdefault(_plain(name), brand.id)

    def read(self, text: str) -> Scrap | None:
        """The bare thing that `text` is, or None where it is none or more than one kind of thing. Never raises."""
        text = text.strip()
        if not text or len(text) > LONGEST:
            return None
        return self._number(text) or self._mail(text) or self._link(text) or self._name(text)

    def _number(self, text: str) -> Scrap | None:
        plain = unicodedata.normalize("NFKC", _ENDING.sub("", text)).strip("()「」 ")
        if not _DIGITS.fullmatch(plain) or sum(sign.isdigit() for sign in plain) < 3:
            return None
        number = dialled(plain.lower().removeprefix("tel:").removesuffix("番"))
        published = tuple(self._published.get(number, ()))
        kind = _kind(number)
        if kind is None and published:
            kind = NumberKind.OTHER
        place = country_of(number) if kind is NumberKind.INTERNATIONAL else None
        if kind is NumberKind.LANDLINE:
            place = area_of(number)
        pattern = next((pattern.id for pattern in self._patterns if _fits(number, pattern)), None) if kind else None
        return Scrap(ScrapKind.NUMBER, number, line=Line(number, kind, place, published, pattern))

    def _mail(self, text: str) -> Scrap | None:
        found = find_mail_addresses(text)
        if not found or _rest(text, [(one.start, one.end) for one in found]):
            return None
        host = found[0].domain
        brand = self._index.owner(host)
        if host in self._facts.services.free_mail:
            return Scrap(ScrapKind.MAIL, found[0].address, ground=Ground.ANYONE)
        ground = Ground.OWNER if brand else Ground.UNKNOWN
        return Scrap(ScrapKind.MAIL, found[0].address, brand=brand, ground=ground)

    def _link(self, text: str) -> Scrap | None:
        found = find_links(text)
        if not found or _rest(text, [(one.start, one.end) for one in found]):
            return None
        services = self._facts.services
        address = locate(found[0].target, services)
        if address is None:
            return None
        host = address.host
        if address.shortener:
            return Scrap(ScrapKind.LINK, host, ground=Ground.SHORTENER)
        if self._index.is_user_content(host) or address.shared_hosting or address.dynamic_dns:
            return Scrap(ScrapKind.LINK, host, ground=Ground.ANYONE)
        brand = self._index.owner(host)
        shown = host if brand else address.registrable_domain or host
        return Scrap(ScrapKind.LINK, shown, brand=brand, ground=Ground.OWNER if brand else Ground.UNKNOWN)

    def _name(self, text: str) -> Scrap | None:
        if len(text) > _LONGEST_NAME or "\n" in text:
            return None
        name = _ENDING.sub("", text).strip("「」『』\"'“” ")
        for candidate in (name, _PARTICLE.sub("", name)):
            brand = self._names.get(_plain(candidate))
            if brand:
                return Scrap(ScrapKind.NAME, candidate, brand=brand)
        if _ORGANISATION.search(name) and not _SENTENCE.search(name):
            return Scrap(ScrapKind.NAME, name)
        return None


@cache
def _reader() -> ScrapReader:
    return ScrapReader(knowledge(), published_numbers(), number_patterns())


def read_scrap(text: str) -> Scrap | None:
    """The bare thing that `text` is, by all that is known; None where it is none. Never raises."""
    return _reader().read(text)


def _kind(number: str) -> NumberKind | None:
    if number.startswith("+"):
        return NumberKind.INTERNATIONAL
    found = find_numbers(number)
    if found:
        return found[0].kind
    return NumberKind.SHORT if _SHORT.fullmatch(number) else None


def _fits(number: str, pattern: NumberPattern) -> bool:
    return number.startswith(pattern.beginnings or ("\0",)) or (
        bool(pattern.endings) and len(number) > 6 and number.endswith(pattern.endings)
    )


def _rest(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether there are words outside of `spans`."""
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    return bool(re.search(r"\w", text))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).lower().split())
