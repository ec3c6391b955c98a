"""The shape of contacts.yaml, and what of it may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

import msgspec

from bot.knowledge.files import DIRECTORY, read_yaml
from bot.knowledge.models import Contact


class Status(StrEnum):
    """How sure a number, address or page is. Only what is confirmed is ever shown."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    SUPERSEDED = "superseded"


class ContactDetail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number, address, page or opening time with its own source."""

    value: str
    status: Status
    checked: date
    source: str


class ContactFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the file. The head of the file says what each field means."""

    id: str
    group: str
    checked: date
    sources: tuple[str, ...]
    brand: str | None = None
    instead_of: str | None = None
    safe_way: bool = False
    languages: tuple[str, ...] = ("ja",)
    numbers: tuple[ContactDetail, ...] = ()
    url: ContactDetail | None = None
    email: ContactDetail | None = None
    hours: ContactDetail | None = None

    @property
    def details(self) -> tuple[ContactDetail, ...]:
        """Everything about the desk that has a source of its own."""
        return (*self.numbers, *(detail for detail in (self.url, self.email, self.hours) if detail))


class _ContactsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    contacts: tuple[ContactFact, ...]


def read_contacts(directory: Path = DIRECTORY) -> tuple[ContactFact, ...]:
    """Every entry of the file, also what may not be shown. Raises ValueError for a file that does not fit."""
    facts = read_yaml("contacts.yaml", _ContactsFile, directory).contacts
    names = {fact.id for fact in facts}
    if len(names) != len(facts):
        raise ValueError("knowledge file contacts.yaml: an id stands twice")
    for fact in facts:
        if fact.instead_of is not None and fact.instead_of not in names:
            raise ValueError(
                f"knowledge file contacts.yaml: {fact.id} stands in for {fact.instead_of!r}, which is none"
            )
    return facts


def load_contacts() -> Mapping[str, Contact]:
    """The desks a person may be told of, by id, with only what may be shown.

    A desk of which nothing may be shown is left out, unless its words name a safe way to reach it.
    Raises ValueError for a file that does not fit.
    """
    contacts = {fact.id: _contact(fact) for fact in read_contacts() if fact.safe_way or _showable(fact)}
    return MappingProxyType(contacts)


def _showable(fact: ContactFact) -> bool:
    return any(_shown(detail) for detail in (*fact.numbers, fact.url, fact.email))


def _contact(fact: ContactFact) -> Contact:
    return Contact(
        id=fact.id,
        group=fact.group,
        numbers=tuple(number.value for number in fact.numbers if _shown(number)),
        url=_shown(fact.url),
        email=_shown(fact.email),
        languages=fact.languages,
        brand=fact.brand,
        instead_of=fact.instead_of,
    )


def _shown(detail: ContactDetail | None) -> str | None:
    return detail.value if detail and detail.status is Status.CONFIRMED else None
