"""What to do now: the steps that what happened asks for, in the order of doing, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.knowledge import knowledge
from bot.knowledge.models import Brand, Contact
from bot.knowledge.recovery import Line, Need, Recovery, SituationFact, StepFact, When, load_recovery
from bot.recovery.account import Device, Plan, Situation, Step

STEPS = 10  # a longer list is not read by someone who is frightened; the least needed steps are cut
ASK = 3
_CALM = 2
_AVOID = 4
_KEEP = 5
_LATER = 4
_NEEDS = tuple(Need)


def plan(
    situations: Iterable[Situation],
    *,
    brand: str | None = None,
    device: Device | str | None = None,
    kind: str | None = None,
    whose: str | None = None,
) -> Plan:
    """What to do about `situations`, first things first; at most `STEPS` steps.

    `brand` is the id of the brand it is about, `device` what it happened on, `kind` the trick (a `Kind`), `whose`
    the word for whose matter it is ("母"). Whatever is unknown or None only makes the plan more general.
    Raises ValueError for a device that is none.
    """
    return _planner().plan(situations, brand=brand, device=device, kind=kind, whose=whose)


@cache
def _planner() -> Planner:
    facts = knowledge()
    return Planner(load_recovery(), facts.brands, facts.contacts)


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a condition can look at. `named` tells whether a sentence may name the brand as one to turn to."""

    situations: tuple[Situation, ...]
    brand: Brand | None
    named: bool
    device: Device | None
    kind: str | None
    light: bool

    def meets(self, when: When) -> bool:
        """Whether all that `when` asks for is so."""
        brand_id = self.brand.id if self.brand else None
        category = self.brand.category if self.brand else None
        return (
            (not when.brands or brand_id in when.brands)
            and (not when.categories or category in when.categories)
            and category not in when.not_categories
            and (not when.devices or self.device in when.devices)
            and (not when.kinds or self.kind in when.kinds)
            and self.kind not in when.not_kinds
            and (not when.together_with or any(item in when.together_with for item in self.situations))
            and not any(item in when.without for item in self.situations)
            and (self.light or not when.alone)
        )

    def fits(self, step: StepFact) -> bool:
        """Whether `step` can be said to this person. An unknown device rules out only what stands in for another."""
        brand = self.brand
        any_device = not step.devices or (self.device is None and step.instead_of is None)
        return (
            (any_device or self.device in step.devices)
            and (not step.brands or (brand is not None and brand.id in step.brands))
            and (not step.categories or (brand is not None and brand.category in step.categories))
            and (step.needs is None or (brand is not None and self.named and _has(brand, step.needs)))
        )

    @staticmethod
    def narrowness(step: StepFact) -> tuple[bool, ...]:
        """How closely a fitting step is made for its case: what is said to one brand alone beats what fits many."""
        marks = (bool(step.brands), bool(step.devices), bool(step.categories), step.needs is not None)
        return (*marks, step.instead_of is not None)


def _has(brand: Brand, needed: str) -> bool:
    match needed:
        case "domain":
            return any(domain.confirmed for domain in brand.domains)
        case "place":
            return brand.app is not None
    return True


class Planner:
    """Makes plans from one set of facts."""

    def __init__(self, recovery: Recovery, brands: Mapping[str, Brand], contacts: Mapping[str, Contact]) -> None:
        self._recovery = recovery
        self._brands = brands
        self._contacts = contacts
        self._steps = {step.id: step for step in recovery.steps}
        self._position = {step.id: position for position, step in enumerate(recovery.steps)}
        self._own_desk = {
            (contact.instead_of, contact.brand): contact.id for contact in contacts.values() if contact.brand
        }
        self._variants: dict[str, list[StepFact]] = {step.id: [step] for step in recovery.steps}
        for step in recovery.steps:
            if step.instead_of:
                self._variants[step.instead_of].append(step)

    def plan(
        self,
        situations: Iterable[Situation],
        *,
        brand: str | None = None,
        device: Device | str | None = None,
        kind: str | None = None,
        whose: str | None = None,
    ) -> Plan:
        """See the module's `plan`."""
        happened = tuple(dict.fromkeys(situations))
        facts = {situation: self._recovery.situations[situation] for situation in happened}
        known_brand = self._brands.get(brand) if brand else None
        case = _Case(
            situations=happened,
            brand=known_brand,
            named=known_brand is not None and known_brand.id not in self._recovery.unnamed_brands,
            device=Device(device) if device else None,
            kind=kind,
            light=all(fact.light for fact in facts.values()),
        )
        person = None if case.light else self._person(whose)
        askers = self._askers(case, facts, person)
        steps = self._chosen(case, askers)
        # Whoever cares for somebody else hears first how to speak with them; the rest comes by urgency.
        by_urgency = sorted(happened, key=lambda item: self._first_place(item, askers))
        spoken = [facts[situation] for situation in by_urgency]
        around = [*([person] if person else []), *spoken]
        asked = _texts(case, [fact.ask for fact in spoken], len(Situation))
        return Plan(
            situations=happened,
            steps=steps,
            calm=_texts(case, [fact.calm for fact in around], _CALM),
            avoid=_texts(case, [fact.avoid for fact in around], _AVOID),
            keep=_texts(case, [fact.keep for fact in spoken] + ([person.keep] if person else []), _KEEP),
            tomorrow=_texts(case, [fact.tomorrow for fact in around], _LATER),
            next_month=_texts(case, [fact.next_month for fact in around], _LATER),
            ask=tuple(Situation(item) for item in asked if item not in happened)[:ASK],
            brand=known_brand.id if known_brand else None,
            device=case.device,
        )

    def _person(self, whose: str | None) -> SituationFact | None:
        """What is known about advice for that person, or None for the writer's own case and for others."""
        said = (whose or "").casefold()
        for person, words in self._recovery.words.items():
            if any(word in said for word in words):
                return self._recovery.people[person]
        return None

    def _askers(
        self, case: _Case, facts: Mapping[Situation, SituationFact], person: SituationFact | None
    ) -> dict[str, tuple[Situation, ...]]:
        """The ids of the steps that are asked for, each in its narrowest form, with the situations that ask."""
        askers: dict[str, tuple[Situation, ...]] = {}
        for situation, fact in facts.items():
            for step_id in self._asked(case, fact):
                askers[step_id] = (*askers.get(step_id, ()), situation)
        for step_id in self._asked(case, person) if person else ():
            askers.setdefault(step_id, case.situations)
        return askers

    def _asked(self, case: _Case, fact: SituationFact) -> Iterable[str]:
        lines = dict.fromkeys(line.id for line in fact.steps if case.meets(line.when))
        chosen = (self._narrowest(case, step_id) for step_id in lines)
        return dict.fromkeys(step.id for step in chosen if step)

    def _narrowest(self, case: _Case, step_id: str) -> StepFact | None:
        if self._steps[step_id].instead_of:  # a line that names a stand-in means just that
            return self._steps[step_id]
        fitting = [step for step in self._variants[step_id] if case.fits(step)]
        return max(fitting, key=case.narrowness, default=None)

    def _chosen(self, case: _Case, askers: Mapping[str, tuple[Situation, ...]]) -> tuple[Step, ...]:
        """The steps that stay when the list is cut to `STEPS`, in the order of doing."""
        needed = sorted(askers, key=lambda item: (_NEEDS.index(self._steps[item].need), self._position[item]))
        kept = sorted(needed[:STEPS], key=self._position.__getitem__)
        return tuple(self._step(case, self._steps[step_id], askers[step_id]) for step_id in kept)

    def _step(self, case: _Case, fact: StepFact, situations: tuple[Situation, ...]) -> Step:
        return Step(
            id=fact.id,
            urgency=fact.urgency,
            desk=self._desk(case, fact.desk),
            situations=situations,
            deadline=fact.deadline,
            caution=fact.caution,
        )

    def _desk(self, case: _Case, desk: str | None) -> str | None:
        """The desk of the person's own company where it is known, else the general one."""
        own = self._own_desk.get((desk, case.brand.id)) if case.brand else None
        return own or (desk if desk in self._contacts else None)

    def _first_place(self, situation: Situation, askers: Mapping[str, tuple[Situation, ...]]) -> int:
        places = (self._position[step_id] for step_id, asking in askers.items() if situation in asking)
        return min(places, default=len(self._position))


def _texts(case: _Case, lists: Sequence[Sequence[Line]], most: int) -> tuple[str, ...]:
    """The texts that hold in this case, in turn from each list so that none crowds out the others, at most `most`."""
    holding = [[line.id for line in lines if case.meets(line.when)] for lines in lists]
    turns = (texts[turn] for turn in range(max(map(len, holding), default=0)) for texts in holding if turn < len(texts))
    return tuple(dict.fromkeys(turns))[:most]
