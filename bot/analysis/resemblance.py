"""Domains that pass for a brand's: its name with something added, a letter off, or before a stranger's domain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.analysis import domains
from bot.analysis.skeletons import skeleton
from bot.knowledge.models import Brand


class Where(StrEnum):
    """Which part of an address carries the name."""

    LOOKALIKE = "lookalike"  # the registered name itself
    BRAND_IN_SUBDOMAIN = "brand_in_subdomain"
    BRAND_IN_PATH = "brand_in_path"


class How(StrEnum):
    """How close the writing is to the name."""

    EXACT = "exact"  # the name, with a border on each side
    ADDED = "added"  # the name with something written onto it
    SHAPE = "shape"  # looks the same
    TYPO = "typo"  # a letter or two off


@dataclass(frozen=True, slots=True)
class Resemblance:
    """`text`, a part of an address, passes for `name` of the brand with id `brand`."""

    brand: str
    name: str
    where: Where
    how: How
    text: str


@dataclass(frozen=True, slots=True)
class _Name:
    brand: str
    name: str
    careful: bool  # short, or an everyday word: means the brand only beside words that scammers add


# Words that phishing addresses put around a name. An everyday word beside one of these means the brand.
_ADDED = (
    "access account acount app auth bank billing bonus campaign card cards center check club co com confirm"
    " credit cs customer direct free gift help home id info information jp japan jpn kaiin login logon mail meisai"
    " member members mobile my ne net netbk nitro notice official online or page pay payment plus point points"
    " portal prime safe secure security service services shop sign signin site store support top trade update user"
    " verify wallet web www x"
)
_ADDED_WORDS = frozenset(_ADDED.split())
_ANY_ADDED = "|".join(sorted(_ADDED_WORDS, key=len, reverse=True))
_ADDED_ONLY = re.compile(rf"(?:{_ANY_ADDED}|\d){{0,6}}")
_ADDED_BEFORE = re.compile(rf"\A(?:{_ANY_ADDED})(?=.{{5}})")
_ADDED_AFTER = re.compile(rf"(?<=.{{5}})(?:{_ANY_ADDED})\Z")
# Names of brands that are also words, surnames or places, or that honest addresses like to name.
_EVERYDAY_NAMES = (
    "aeon ana apple au auone bank bing boy bungo card chase chiba daiwa discord edge epos etc express fukuoka gmo"
    " google hiroshima honda hulu icloud instagram iwai jal jra kansai kyoto lawson life line lumine market marui"
    " matsui meta mitsubishi mitsui mizuho mobile money monex ncb nikko nitori nomura nta okasan orange orico"
    " outlook parco pasmo pay point post prime rakuma sagawa sakura saison seven shinsei shizuoka shop signal"
    " coin custom customs digital dream family global live logistics metro network networks office police stat wester"
    " slack smart square steam suica sumishin sumitomo target teams tiktok tokyo toyota twitter uber ufj ups view"
    " viewcard visa web wise yahoo yamato yokohama youtube zoom"
)
_EVERYDAY = frozenset(_EVERYDAY_NAMES.split())
_PARTS_OF_ANY = "bank card co com go info jp lg mail mobile money ne net online or page pay point shop web www x"
_GENERIC = frozenset(_PARTS_OF_ANY.split())
_SHORTEST = 3
_SHORTEST_FROM_DOMAIN = 4  # shorter ones are short links and the like
_SHORTEST_SHAPE = 4
_SHORTEST_TYPO = 7
_SHORTEST_TWO_TYPOS = 10
_LONGEST_TOKEN = 24
_VOWEL = re.compile("[aeiou]")
_SQUEEZE = re.compile(r"[^0-9a-z]")
_TOKENS = re.compile(r"[^0-9a-z\u0080-\U0010ffff]+")


class BrandNames:
    """The names of brands as addresses carry them, made ready for quick comparing. Built once."""

    def __init__(self, brands: Iterable[Brand]) -> None:
        self._exact: dict[str, _Name] = {}
        for brand in sorted(brands, key=lambda brand: -brand.rank):
            for name, careful in _names(brand):
                self._exact.setdefault(name, _Name(brand.id, name, careful))
        known = list(self._exact.values())
        self._shapes = {skeleton(known_name.name): known_name for known_name in known if len(known_name.name) >= 4}
        self._beginnings: dict[str, list[_Name]] = defaultdict(list)
        self._by_first_letter: dict[str, list[_Name]] = defaultdict(list)
        for known_name in known:
            if len(known_name.name) >= 4 or not _VOWEL.search(known_name.name):
                self._beginnings[known_name.name[:3]].append(known_name)
            if len(known_name.name) >= _SHORTEST_TYPO and not known_name.careful:
                self._by_first_letter[known_name.name[0]].append(known_name)

    def in_label(self, label: str) -> tuple[str, str, How, str] | None:
        """What a label of a host name, or a part of a path, passes for: brand, name, how, and the text that does."""
        tokens = [token for token in _TOKENS.split(label.casefold()) if token]
        if not tokens:
            return None
        found = (
            self._as_written(tokens)
            or self._by_shape(tokens)
            or self._with_additions(tokens)
            or self._misspelled(tokens)
        )
        return (found[0].brand, found[0].name, *found[1:]) if found else None

    def _as_written(self, tokens: list[str]) -> tuple[_Name, How, str] | None:
        for size in (3, 2, 1):
            for at in range(len(tokens) - size + 1):
                text = "".join(tokens[at : at + size])
                name = self._exact.get(text) or self._exact.get(text.strip("0123456789"))
                if name and (not name.careful or _is_baited([*tokens[:at], *tokens[at + size :]])):
                    return name, How.EXACT, "-".join(tokens[at : at + size])
        return None

    def _by_shape(self, tokens: list[str]) -> tuple[_Name, How, str] | None:
        for token in ["".join(tokens), *tokens] if len(tokens) > 1 else tokens:
            if len(token) < _SHORTEST_SHAPE or token in self._exact:
                continue
            name = self._shapes.get(skeleton(token))
            if name and (not name.careful or len(token) > 4 or not token.isalpha() or not token.isascii()):
                return name, How.SHAPE, token
        return None

    def _with_additions(self, tokens: list[str]) -> tuple[_Name, How, str] | None:
        for token in tokens:
            for at in range(len(token) - 2):
                for name in self._beginnings.get(token[at : at + 3], ()):
                    if not token.startswith(name.name, at):
                        continue
                    before, after = token[:at], token[at + len(name.name) :]
                    if _are_additions(before, after) or (not name.careful and _is_distinct(name.name, before)):
                        return name, How.ADDED, token
        return None

    def _misspelled(self, tokens: list[str]) -> tuple[_Name, How, str] | None:
        candidates = dict.fromkeys(["".join(tokens), *tokens])
        for token in [*candidates, *map(_without_additions, candidates)]:
            if not _SHORTEST_TYPO - 1 <= len(token) <= _LONGEST_TOKEN or token in _EVERYDAY:
                continue
            for name in self._by_first_letter.get(token[0], ()):
                if _is_typo(token, name.name):
                    return name, How.TYPO, token
        return None


def resembles(host: str, names: BrandNames, path: str = "") -> Resemblance | None:
    """The brand that an address passes for, or None.

    `host` may be a whole name or one label, in either spelling. Whether it is in truth the brand's own is not asked.
    """
    spelled = domains.spellings(host)
    if spelled is None or domains.ip_address(host):
        return None
    for where, text in _parts(*spelled, path):
        found = names.in_label(text)
        if found:
            brand, name, how, written = found
            return Resemblance(brand, name, where, how, written)
    return None


def _parts(readable: str, ascii_host: str, path: str) -> Iterator[tuple[Where, str]]:
    registered = domains.registration(ascii_host)
    labels = readable.split(".")
    suffix_labels = registered.suffix.count(".") + 1 if registered.suffix else 0
    own = labels[: len(labels) - suffix_labels] if suffix_labels else labels
    if own:
        yield Where.LOOKALIKE, own[-1]
    subdomain = own[:-1]
    for label in reversed(subdomain):
        if label not in _GENERIC:
            yield Where.BRAND_IN_SUBDOMAIN, label
    if 1 < len(subdomain) <= 6:
        yield Where.BRAND_IN_SUBDOMAIN, "-".join(subdomain)
    for segment in path.split("/")[1:4]:
        # The address of an article may name any brand; a page that passes for one has a short name.
        if 4 <= len(segment) <= 40 and len(_TOKENS.findall(segment)) <= 3:
            yield Where.BRAND_IN_PATH, segment


def _names(brand: Brand) -> Iterator[tuple[str, bool]]:
    """The names of a brand in the letters of addresses, and whether each needs care."""
    weak = {_squeezed(alias) for alias in brand.weak_aliases}
    written = [brand.name, brand.name_en, *brand.aliases, *brand.weak_aliases]
    names = [_squeezed(name) for name in written if name.isascii()]
    if not brand.collective:
        for domain in brand.domains:
            own = domain.name.removesuffix(domains.registration(domain.name).suffix or "").rstrip(".")
            names += [label for label in map(_squeezed, own.split(".")) if len(label) >= _SHORTEST_FROM_DOMAIN]
    for name in dict.fromkeys(names):
        if name in _GENERIC or (len(name) < _SHORTEST and name != "au"):
            continue
        short = len(name) <= 3 and _VOWEL.search(name) is not None
        yield name, short or name in weak or name in _EVERYDAY


def _squeezed(text: str) -> str:
    return _SQUEEZE.sub("", text.casefold())


def _is_baited(others: list[str]) -> bool:
    """Whether beside a name stands a word that phishing addresses add."""
    return any(token in _ADDED_WORDS or _ADDED_ONLY.fullmatch(token) for token in others)


def _are_additions(before: str, after: str) -> bool:
    return bool(before or after) and bool(_ADDED_ONLY.fullmatch(before) and _ADDED_ONLY.fullmatch(after))


def _is_distinct(name: str, before: str) -> bool:
    """Whether `name` says whose it is inside a longer word too, with `before` in front of it."""
    if not _VOWEL.search(name):
        return len(name) >= 4
    return len(name) >= (6 if not before or _ADDED_ONLY.fullmatch(before) else 7)


def _without_additions(token: str) -> str:
    return _ADDED_AFTER.sub("", _ADDED_BEFORE.sub("", token, count=1), count=1)


def _is_typo(token: str, name: str) -> bool:
    """Whether `token` is a misspelling that a reader passes over, and not another word."""
    if token == name or abs(len(token) - len(name)) > 2:
        return False
    if _is_other_vowel(token, name):
        return False
    distance = OSA.distance(token, name, score_cutoff=2)
    if distance == 1:
        return True
    if distance > 2:
        return False
    return _is_within(name, token) or (len(name) >= _SHORTEST_TWO_TYPOS and token[-1] == name[-1])


def _is_other_vowel(token: str, name: str) -> bool:
    """Whether only one vowel differs: in Japanese names in Latin letters that is another word (kensetsu, kensatsu)."""
    if len(token) != len(name):
        return False
    unlike = [(one, other) for one, other in zip(token, name, strict=True) if one != other]
    return len(unlike) == 1 and all(_VOWEL.match(letter) for letter in unlike[0])


def _is_within(name: str, token: str) -> bool:
    """Whether all letters of `name` come in `token` in their order: letters were only put in."""
    letters = iter(token)
    return len(token) > len(name) and all(letter in letters for letter in name)
