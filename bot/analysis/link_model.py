"""How an address is put together, as a whole: a small linear model over its host and path.

Rules see the tricks they were written for. This sees that an address is built like those of reported phishing sites:
a name drawn by lot, under an ending that costs nothing, with a path that only tools make. It is fitted to reported
addresses and to genuine ones (`bot/evaluation/links_train.py`); it opens nothing and knows nothing of the page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.address import Address

LENGTHS = (1, 2, 3, 4)  # characters of a piece of a name
LONGEST_NAME = 40  # characters of a name that are looked at
LONGEST_PATH = 200
MOST_TOKENS = 12  # words of a path that are looked at


class Trait(StrEnum):
    """The part of an address that a feature belongs to, and that a reader can be pointed to."""

    NAME = "name"  # the registered name
    ENDING = "ending"  # the public suffix, or the service that gives out names
    SUBDOMAIN = "subdomain"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class LinkScore:
    """`score` in log-odds (above 0: built like phishing); `trait` is the part that speaks loudest for phishing."""

    score: float
    trait: Trait


@dataclass(frozen=True, slots=True)
class LinkModel:
    """`weights` by feature, in log-odds. An address scores `bias` plus its features times their values."""

    bias: float
    weights: Mapping[str, float]

    def judge(self, address: Address) -> LinkScore | None:
        """What the model makes of `address`; None for one that does not show a name of its own.

        Those are short links, IP addresses and hosts without a public suffix.
        """
        if address.shortener or address.is_ip or address.registrable_domain is None:
            return None
        weights = self.weights
        sums = dict.fromkeys(Trait, 0.0)
        for trait, feature, value in features(address):
            weight = weights.get(feature)
            if weight is not None:
                sums[trait] += weight * value
        return LinkScore(self.bias + sum(sums.values()), max(sums, key=sums.__getitem__))


def features(address: Address) -> Iterator[tuple[Trait, str, float]]:
    """The features of `address` (one with a registrable domain): part, name, value."""
    name, ending, subdomain = _divided(address)
    yield from _ending(ending, address)
    yield from _name(name, ending)
    yield from _subdomain(subdomain, address)
    yield from _path(address.path[:LONGEST_PATH], address.query[:LONGEST_PATH])


def _divided(address: Address) -> tuple[str, str, str]:
    """Name, ending and subdomain, where the ending may be a service that gives out names under its own domain."""
    service = address.dynamic_dns or address.shared_hosting
    ending = max(service or "", address.suffix or "", key=len)
    rest = address.host_ascii.removesuffix(ending).rstrip(".")
    if rest == "www" and service:
        rest = ""
    subdomain, _, name = rest.rpartition(".")
    return name, ending, subdomain.removeprefix("www.") if subdomain != "www" else ""


_CLASSIC = frozenset({"com", "net", "org", "info", "biz", "edu", "gov"})


def _ending(ending: str, address: Address) -> Iterator[tuple[Trait, str, float]]:
    last = ending.rpartition(".")[2]
    yield Trait.ENDING, f"s:{ending}", 1.0
    if last != ending:
        yield Trait.ENDING, f"t:{last}", 1.0
    sort = "country" if len(last) == 2 else "classic" if last in _CLASSIC else "new"
    yield Trait.ENDING, f"c:{sort}", 1.0
    if address.dynamic_dns:
        yield Trait.ENDING, "c:dynamic_dns", 1.0
    elif address.shared_hosting:
        yield Trait.ENDING, "c:shared_hosting", 1.0


_LETTERS = re.compile("[a-z]+")
_DIGITS = re.compile("[0-9]+")
_CONSONANTS = re.compile("[bcdfghjklmnpqrstvwxz]+")
_VOWELS = frozenset("aeiouy")


def shape(label: str) -> str:
    """The outline of a label: "smbc-card01" is "a-a0"."""
    return _DIGITS.sub("0", _LETTERS.sub("a", label))[:8]


def _name(name: str, ending: str) -> Iterator[tuple[Trait, str, float]]:
    if not name:
        return
    if name.startswith("xn--"):
        yield Trait.NAME, "n:idn", 1.0
        return
    outline = shape(name)
    length = min(len(name), 24) // 2
    yield Trait.NAME, f"n:length {length}", 1.0
    yield Trait.NAME, f"n:shape {outline}", 1.0
    yield Trait.NAME, f"n:shape {outline} {length}", 1.0
    yield Trait.NAME, f"n:shape {outline} {length} {ending}", 1.0
    yield Trait.NAME, f"n:length {length} {ending}", 1.0
    letters = sum(map(len, _LETTERS.findall(name)))
    if letters:
        share = round(4 * sum(letter in _VOWELS for letter in name) / letters)
        yield Trait.NAME, f"n:vowels {share} {length}", 1.0
        yield Trait.NAME, f"n:vowels {share} {ending}", 1.0
    yield Trait.NAME, f"n:consonants {min(6, max(map(len, _CONSONANTS.findall(name)), default=0))}", 1.0
    yield Trait.NAME, f"n:entropy {round(2 * _entropy(name))} {length}", 1.0
    yield Trait.NAME, f"n:hyphens {min(4, name.count('-'))}", 1.0
    yield from _pieces(Trait.NAME, "n", name)
    for token in name.split("-"):
        if len(token) > LENGTHS[-1]:
            yield Trait.NAME, f"n={token}", 1.0


def _subdomain(subdomain: str, address: Address) -> Iterator[tuple[Trait, str, float]]:
    if not subdomain:
        return
    labels = subdomain.split(".")
    yield Trait.SUBDOMAIN, f"u:labels {min(5, len(labels))}", 1.0
    yield Trait.SUBDOMAIN, f"u:length {min(len(subdomain), 40) // 4}", 1.0
    for label in labels[-3:]:
        yield Trait.SUBDOMAIN, f"u={label[:20]}", 1.0
        yield Trait.SUBDOMAIN, f"u:shape {shape(label)} {min(len(label), 20) // 4}", 1.0
    if address.borrowed_suffix:
        yield Trait.SUBDOMAIN, "u:borrowed", 1.0
    yield from _pieces(Trait.SUBDOMAIN, "u", subdomain)


def _pieces(trait: Trait, kind: str, text: str) -> Iterator[tuple[Trait, str, float]]:
    """The different pieces of `text`, together as long as one feature."""
    framed = f"^{text[:LONGEST_NAME]}$"
    found = {framed[at : at + length] for length in LENGTHS for at in range(len(framed) - length + 1)}
    value = 2 / math.sqrt(len(found))
    for piece in sorted(found):  # in one order, so that the sum is the same every time
        yield trait, f"{kind}~{piece}", value


def _entropy(text: str) -> float:
    """Bits per character of `text`."""
    size = len(text)
    return -sum(count / size * math.log2(count / size) for count in map(text.count, set(text)))


_MADE_BY_TOOLS = re.compile(r"/wp-(?:content|includes|admin)/|/\.well-known/|/\.[a-z]|/cgi-bin/")
_MIXED = re.compile(r"[A-Za-z]*[0-9]+[A-Za-z]+[0-9]+[A-Za-z0-9]*")
_MIXED_CASE = re.compile(r"[a-z]+[A-Z]+[a-z]+[A-Z]|[A-Z]+[a-z]+[A-Z]+[a-z]+[A-Z]")
_WORDS = re.compile("[a-z]{2,16}")
_KEYS = re.compile(r"(?:^|&)([a-zA-Z_]{1,12})=")


def _path(path: str, query: str) -> Iterator[tuple[Trait, str, float]]:
    segments = [segment for segment in path.split("/") if segment]
    if not segments and not query:
        yield Trait.PATH, "p:none", 1.0
        return
    yield Trait.PATH, f"p:depth {min(5, len(segments))}", 1.0
    folded = path.casefold()
    last = segments[-1].casefold() if segments else ""
    if "." in last:
        yield Trait.PATH, f"p:file {last.rpartition('.')[2][:5]}", 1.0
    if _MADE_BY_TOOLS.search(folded):
        yield Trait.PATH, "p:tools", 1.0
    if "@" in path or "@" in query or "%40" in query:
        yield Trait.PATH, "p:at", 1.0
    for segment in segments[:4]:
        if len(segment) >= 8 and _MIXED.fullmatch(segment):
            yield Trait.PATH, "p:mixed", 1.0
        elif len(segment) >= 6 and segment.isalpha() and _MIXED_CASE.search(segment):
            yield Trait.PATH, "p:mixed_case", 1.0
    for word in _WORDS.findall(folded)[:MOST_TOKENS]:
        yield Trait.PATH, f"p={word}", 1.0
    if len(segments) == 1 and not query:
        yield Trait.PATH, f"p:only {shape(last)} {min(len(last), 20) // 2}", 1.0
    if query:
        yield Trait.PATH, "p:query", 1.0
        for key in _KEYS.findall(query)[:4]:
            yield Trait.PATH, f"q={key.casefold()}", 1.0
