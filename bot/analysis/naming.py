"""Whose name a judged message uses: the one it speaks for, is about, or that such tricks are played in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.analysis.prepared import Prepared
from bot.analysis.report import Kind, Verdict
from bot.knowledge.models import Brand, Imposture

# Verdicts that name a trick. Only there it helps to say whose name is merely mentioned.
_RISKY = (Verdict.SCAM, Verdict.SUSPICIOUS)
# Tricks with an organisation's account, bill or service. In others a name is the way of talking or paying.
_IN_A_NAME = frozenset(
    {
        Kind.BRAND_PHISHING,
        Kind.DELIVERY,
        Kind.TAX,
        Kind.BILLING,
        Kind.SUPPORT,
        Kind.POLICE,
        Kind.TAKEOVER,
        Kind.MAILBOX,
        Kind.GAMING,
        Kind.CRYPTO,
        Kind.PRIZE,
        Kind.REFUND,
    }
)


@dataclass(frozen=True, slots=True)
class Naming:
    """`brand` is whose name the message uses, for counting; `told` the one to tell a person, where the text says it."""

    brand: str | None = None
    told: str | None = None


class Namer:
    """Tells whose name a judged message uses."""

    def __init__(self, impostures: Iterable[Imposture]) -> None:
        self._impostures = tuple(_Known(imposture) for imposture in impostures)

    def naming(self, prepared: Prepared, kind: Kind | None, verdict: Verdict) -> Naming:
        """Whose name `prepared` uses. What is merely named vouches for nothing and is held to nothing."""
        if prepared.brand is not None:
            return _of(prepared.brand, only_its_sort=_says_only_the_sort(prepared))
        if verdict not in _RISKY:
            return Naming(_warned_of(prepared))
        about = prepared.about.brand if prepared.about is not None and kind in _IN_A_NAME else None
        if about is not None:
            return _of(prepared.knowledge.brands[about])
        text = prepared.joined.lower()
        return Naming(next((one.brand for one in self._impostures if one.meant(kind, text)), None))


class _Known:
    """An imposture with its patterns, compiled when a message of its kind first needs them."""

    def __init__(self, imposture: Imposture) -> None:
        self.brand = imposture.brand
        self._imposture = imposture

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile("|".join(self._imposture.words))

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return re.compile("|".join(self._imposture.unless)) if self._imposture.unless else None

    def meant(self, kind: Kind | None, text: str) -> bool:
        return (
            kind in self._imposture.kinds
            and self._words.search(text) is not None
            and (self._unless is None or self._unless.search(text) is None)
        )


def _of(brand: Brand, *, only_its_sort: bool = False) -> Naming:
    return Naming(None if only_its_sort else brand.part_of or brand.id, brand.id)


def _says_only_the_sort(prepared: Prepared) -> bool:
    """Whether an entry for several organisations was found by a word inside another name: 「北浜信用金庫」."""
    brand, claim = prepared.brand, prepared.claim
    if brand is None or not brand.collective or claim is None or claim.span is None:
        return False
    name = prepared.message.sender.name or ""
    text = next((text.raw for text in prepared.texts if text.part is claim.span.part), name)
    return claim.alias in brand.weak_aliases and text[: claim.span.start][-1:].isalpha()


def _warned_of(prepared: Prepared) -> str | None:
    """The one brand whose name a warning says is being used: such warnings come from itself."""
    if not prepared.said("warns_of_scam"):
        return None
    named = {mention.brand for text in prepared.texts for mention in prepared.finder.find(text.normalized)}
    return named.pop() if len(named) == 1 else None
