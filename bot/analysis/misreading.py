"""Addresses read off a picture: whether one may be an official address with letters misread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from bot.analysis.skeletons import skeleton
from bot.knowledge.models import Brand

# Letters of a host without its dots, below which one other letter makes another name (smbc, smbd).
_SHORTEST_WITH_A_LETTER_OFF = 9


class OfficialHosts:
    """The hosts of the known brands, compared by how they look. Built once; `related` tells companies of one group."""

    def __init__(self, brands: Mapping[str, Brand], related: Callable[[str, str], bool]) -> None:
        self._brands = brands
        self._related = related

    def may_be(self, host: str, brand: str | None) -> bool:
        """Whether `host` may be what reading has made of an official host or of a host under one.

        Of any brand, where letters that look alike were confused (l 1 I, o 0, m rn, w vv) or a dot was lost; of
        `brand` and its group also where one letter is another or is missing. A letter more, or two changed places,
        is what people type, not what reading makes.
        """
        return any(
            _squeezed(part) in self._shapes or (brand is not None and self._is_letter_off(part, brand))
            for part in _parts(host)
        )

    @cached_property
    def _shapes(self) -> frozenset[str]:
        return frozenset(_squeezed(name) for brand in self._brands.values() for name in _hosts(brand))

    def _is_letter_off(self, part: str, brand: str) -> bool:
        letters = part.replace(".", "")
        names = (
            name.replace(".", "")
            for other in self._brands.values()
            if self._related(other.id, brand)
            for name in _hosts(other)
        )
        return any(
            len(name) >= _SHORTEST_WITH_A_LETTER_OFF
            and len(letters) in (len(name), len(name) - 1)
            and Levenshtein.distance(letters, name, score_cutoff=1) <= 1
            for name in names
        )


def _hosts(brand: Brand) -> Iterator[str]:
    yield from (domain.name for domain in brand.domains)
    yield from brand.mail_domains


def _parts(host: str) -> Iterator[str]:
    """`host` and what is left of it when labels are taken off the front, down to two labels."""
    labels = host.casefold().split(".")
    for at in range(max(1, len(labels) - 1)):
        yield ".".join(labels[at:])
    if labels[0].startswith("www") and len(labels) > 1:
        yield host.casefold().removeprefix("www")


def _squeezed(host: str) -> str:
    """The shape of `host`, dots left out: reading loses them."""
    return skeleton(host.replace(".", ""))
