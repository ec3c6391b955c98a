"""What is known about recovery: the steps, and which of them each situation asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from bot.analysis.report import Kind
from bot.knowledge.files import DIRECTORY, read_yaml
from bot.recovery.account import Device, Situation, Urgency


class Need(StrEnum):
    """How long a step is held on to when a plan grows too long."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Person(StrEnum):
    """Whose matter it is, where that changes the advice."""

    CHILD = "child"
    ELDER = "elder"


class StepFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of steps.yaml. The head of the file says what each field means."""

    id: str
    need: Need
    urgency: Urgency
    confidence: Literal["high", "medium", "low"]
    checked: date
    sources: tuple[str, ...]
    desk: str | None = None
    deadline: bool = False
    caution: bool = False
    devices: tuple[Device, ...] = ()
    instead_of: str | None = None
    brands: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    needs: Literal["brand", "domain", "place"] | None = None


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"together_with": "with"}):
    """When a line of a situation holds: all that is given must be so."""

    brands: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    not_categories: tuple[str, ...] = ()
    devices: tuple[Device, ...] = ()  # known to be one of these
    kinds: tuple[Kind, ...] = ()
    not_kinds: tuple[Kind, ...] = ()
    together_with: tuple[Situation, ...] = ()  # one of these happened too
    without: tuple[Situation, ...] = ()  # none of these happened
    alone: bool = False  # nothing heavier happened


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An id (of a step, a text or a situation) that a situation asks for, and when."""

    id: str
    when: When = When()


class SituationFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of situations.yaml: a situation, or what is added when it happened to a child or an elder.

    The head of the file says what each field means.
    """

    id: str
    checked: date
    light: bool = False
    steps: tuple[Line, ...] = ()
    calm: tuple[Line, ...] = ()
    avoid: tuple[Line, ...] = ()
    keep: tuple[Line, ...] = ()
    tomorrow: tuple[Line, ...] = ()
    next_month: tuple[Line, ...] = ()
    ask: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everything the entry asks for but the situations to ask about."""
        return (*self.steps, *self.calm, *self.avoid, *self.keep, *self.tomorrow, *self.next_month)


class Recovery(msgspec.Struct, frozen=True):
    """The facts of both files. `steps` in the order of doing; `words` are how people name a child or an elder."""

    steps: tuple[StepFact, ...]
    situations: dict[Situation, SituationFact]
    people: dict[Person, SituationFact]
    words: dict[Person, tuple[str, ...]]
    unnamed_brands: frozenset[str]


class _StepsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    steps: tuple[StepFact, ...]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A situation as written: a line is an id alone, or an id with its conditions."""

    checked: date
    light: bool = False
    steps: tuple[str | Line, ...] = ()
    calm: tuple[str | Line, ...] = ()
    avoid: tuple[str | Line, ...] = ()
    keep: tuple[str | Line, ...] = ()
    tomorrow: tuple[str | Line, ...] = ()
    next_month: tuple[str | Line, ...] = ()
    ask: tuple[str | Line, ...] = ()


class _SituationsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    situations: dict[Situation, _Entry]
    people: dict[Person, _Entry]
    words: dict[Person, tuple[str, ...]]
    unnamed_brands: tuple[str, ...]


@cache
def load_recovery(directory: Path = DIRECTORY) -> Recovery:
    """The facts, checked against each other. Raises ValueError that names the file and what does not fit."""
    steps = read_yaml("steps.yaml", _StepsFile, directory).steps
    file = read_yaml("situations.yaml", _SituationsFile, directory)
    recovery = Recovery(
        steps=steps,
        situations={situation: _fact(situation, entry) for situation, entry in file.situations.items()},
        people={person: _fact(person, entry) for person, entry in file.people.items()},
        words=file.words,
        unnamed_brands=frozenset(file.unnamed_brands),
    )
    for problem in _problems(recovery):
        raise ValueError(f"knowledge file {problem}")
    return recovery


def _fact(name: str, entry: _Entry) -> SituationFact:
    return SituationFact(
        id=str(name),
        checked=entry.checked,
        light=entry.light,
        steps=_lines(entry.steps),
        calm=_lines(entry.calm),
        avoid=_lines(entry.avoid),
        keep=_lines(entry.keep),
        tomorrow=_lines(entry.tomorrow),
        next_month=_lines(entry.next_month),
        ask=_lines(entry.ask),
    )


def _lines(written: Iterable[str | Line]) -> tuple[Line, ...]:
    return tuple(Line(item) if isinstance(item, str) else item for item in written)


def _problems(recovery: Recovery) -> Iterable[str]:
    """What a schema cannot say: ids that stand twice, and ids that name nothing."""
    known = {step.id for step in recovery.steps}
    if len(known) != len(recovery.steps):
        yield "steps.yaml: an id stands twice"
    for step in recovery.steps:
        if step.instead_of is not None and step.instead_of not in known:
            yield f"steps.yaml: {step.id} stands in for {step.instead_of!r}, which is none"
    for situation in Situation:
        if situation not in recovery.situations:
            yield f"situations.yaml: {situation} is missing"
    for fact in (*recovery.situations.values(), *recovery.people.values()):
        for line in fact.steps:
            if line.id not in known:
                yield f"situations.yaml: {fact.id} asks for the step {line.id!r}, which is none"
        for line in fact.ask:
            if line.id not in set(Situation):
                yield f"situations.yaml: {fact.id} asks about {line.id!r}, which is no situation"
