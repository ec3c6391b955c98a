"""Evidence in words: each signal has its sentence in the locales, filled with what the message itself says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.analysis.report import Evidence, Report
from bot.knowledge import knowledge
from bot.wording.foreign import foreign, host
from bot.wording.words import Words

_DEADLINE = "pressure.deadline"
_FACT_LENGTH = 60
_HOST_FACTS = frozenset({"domain", "service", "suffix"})
_BRAND_FACTS = frozenset({"brand", "owner"})


def reasons(words: Words, report: Report, *, against: bool, count: int, quote: int) -> tuple[str, ...]:
    """The sentences of the strongest evidence, at most `count`, without repeats.

    `against` chooses between what speaks for a scam and what speaks against one. Quotes are cut to `quote`
    characters. A signal without a sentence is left out: it counts, but would tell a person nothing.
    """
    return _sentences(words, (item for item in report.evidence if (item.weight > 0) is against), count, quote)


def main_reasons(words: Words, report: Report, *, count: int, quote: int) -> tuple[str, ...]:
    """The `count` reasons that convince a person, of what speaks for a scam.

    The strongest that point at something in the message come first. A deadline is named even when others weigh
    more: it is what makes people hurry, and what they recognise next time.
    """
    found = [item for item in report.evidence if item.weight > 0]
    found.sort(key=lambda item: not (item.quote or item.facts))  # stable: the stronger stay ahead
    deadline = next((item for item in found if item.signal == _DEADLINE), None)
    if deadline is not None and count > 2 and deadline not in found[:count]:
        found.remove(deadline)
        found.insert(count - 1, deadline)
    return _sentences(words, found, count, quote)


def _sentences(words: Words, evidence_in_order: Iterable[Evidence], count: int, quote: int) -> tuple[str, ...]:
    found: list[str] = []
    for evidence in evidence_in_order:
        line = reason(words, evidence, quote)
        if line is not None and line not in found:
            found.append(line)
        if len(found) == count:
            break
    return tuple(found)


def reason(words: Words, evidence: Evidence, quote: int) -> str | None:
    """The sentence of one piece of evidence, or None where the locale has none."""
    key = f"reason-{evidence.signal.replace('.', '-')}"
    if not words.has(key):
        return None
    facts = {name: _fact(words, name, value) for name, value in evidence.facts.items()}
    return words.text(key, **{"quote": foreign(evidence.quote, quote), **facts})


def _fact(words: Words, name: str, value: str) -> str:
    brand = words.brand(value) if name in _BRAND_FACTS else None
    if brand:
        return words.brand_name(brand)
    if value in _official_domains():
        return value  # from our own knowledge, so it may be read and typed as it is
    # Known to be a host, so it is defanged even where it would not be told from a word.
    return host(value, _FACT_LENGTH) if name in _HOST_FACTS else foreign(value, _FACT_LENGTH)


@cache
def _official_domains() -> frozenset[str]:
    return frozenset(
        domain.name for brand in knowledge().brands.values() for domain in brand.domains if domain.confirmed
    )
