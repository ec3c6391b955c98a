"""Dates: none lies in the future, and what was not looked up for long is listed, the most needed first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log1p

from bot.knowledge.audit_facts import Due, Facts, Problem
from bot.knowledge.brands_file import SHOWABLE, BrandFact
from bot.knowledge.contacts import ContactFact, Status

STALE = 180  # days after which a fact should be looked up again
SELDOM = 0.1  # how often the least shown is taken to be shown, where the most shown is 1
_CONFIDENCE = {"high": 1.0, "medium": 1.5, "low": 2.0}


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with the day it was looked up. `shown` is 0 to 1, `doubt` 1 (its owner says so) to 2 (nobody does)."""

    file: str
    id: str
    checked: date
    shown: float
    doubt: float


def date_problems(facts: Facts, today: date) -> Iterator[Problem]:
    """Facts that claim to have been looked up after `today`."""
    for fact in dated(facts):
        if fact.checked > today:
            yield Problem(
                fact.file, fact.id, f"It was checked on {fact.checked}, which is yet to come.", "Mend the date."
            )


def due(facts: Facts, today: date) -> tuple[Due, ...]:
    """The facts older than `STALE` days at `today`: first what is shown most, is oldest and rests on the least."""
    found = []
    for fact in dated(facts):
        age = (today - fact.checked).days
        if age > STALE:
            found.append(Due(fact.file, fact.id, fact.checked, age, fact.shown * age * fact.doubt))
    return tuple(sorted(found, key=lambda item: (-item.first, item.file, item.id)))


def dated(facts: Facts) -> Iterator[Dated]:
    """Every fact that has a date of its own."""
    most = log1p(max((brand.rank for brand in facts.brands.brands), default=1))
    for brand in facts.brands.brands:
        yield Dated("brands.yaml", brand.id, brand.checked, _at_least(log1p(brand.rank) / (most or 1)), _doubt(brand))
    asked = _asked(facts)
    desks = _desks(facts, asked)
    for contact in facts.contacts:
        shown = _at_least(desks.get(contact.id, 0.0))
        yield Dated("contacts.yaml", contact.id, contact.checked, shown, _doubt_of_desk(contact))
        for detail in contact.details:
            if detail.checked != contact.checked:
                doubt = 1.0 if detail.status is Status.CONFIRMED else 2.0
                yield Dated("contacts.yaml", f"{contact.id}: {detail.value}", detail.checked, shown, doubt)
    for step in facts.recovery.steps:
        shown = _at_least(asked.get(step.id, 0.0))
        yield Dated("steps.yaml", step.id, step.checked, shown, _CONFIDENCE[step.confidence])
    for entry in (*facts.recovery.situations.values(), *facts.recovery.people.values()):
        yield Dated("situations.yaml", entry.id, entry.checked, 1.0, 1.0)
    for group in facts.services.groups:
        yield Dated("services.yaml", f"{group.kind}: {group.about}", group.checked, 0.5, 1.5)
    for imposture in facts.impostures:
        yield Dated("impostures.yaml", imposture.brand, imposture.checked, SELDOM, 1.5)


def _at_least(share: float) -> float:
    return max(share, SELDOM)


def _doubt(brand: BrandFact) -> float:
    """1 where all that is known of the brand is confirmed, 2 where nothing is."""
    sure = [domain.confirmed for domain in brand.domains]
    sure += [brand.help.evidence in SHOWABLE] if brand.help.number else []
    sure += [brand.report.evidence in SHOWABLE] if brand.report.email else []
    return 1.0 + sure.count(False) / len(sure) if sure else 2.0


def _doubt_of_desk(contact: ContactFact) -> float:
    sure = [detail.status is Status.CONFIRMED and "(copy)" not in detail.source for detail in contact.details]
    return 1.0 + sure.count(False) / len(sure) if sure else 1.0


def _asked(facts: Facts) -> Mapping[str, float]:
    """How often each step is asked for, by situations; 1 for the one most asked for."""
    entries = (*facts.recovery.situations.values(), *facts.recovery.people.values())
    times = Counter(step for entry in entries for step in {line.id for line in entry.steps})
    most = max(times.values(), default=1)
    shares = {step: count / most for step, count in times.items()}
    for step in facts.recovery.steps:
        if step.instead_of is not None:
            shares.setdefault(step.id, shares.get(step.instead_of, 0.0) / 2)
    return shares


def _desks(facts: Facts, asked: Mapping[str, float]) -> Mapping[str, float]:
    """How often each desk is named, by the steps that name it; 1 for the one most named."""
    times: Counter[str] = Counter()
    for step in facts.recovery.steps:
        if step.desk is not None:
            times[step.desk] += 1 + round(10 * asked.get(step.id, 0.0))
    for contact in facts.contacts:
        if contact.instead_of is not None:
            times[contact.id] += times[contact.instead_of] // 2
    most = max(times.values(), default=1)
    return {desk: count / most for desk, count in times.items()}
