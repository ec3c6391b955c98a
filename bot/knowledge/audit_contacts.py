"""Desks: numbers that can be dialled in Japan, pages that are the organisation's own, and a source for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import phonenumbers

from bot.analysis.domains import is_under, registration
from bot.knowledge.audit_facts import Facts, Problem
from bot.knowledge.brands_file import SHOWABLE, BrandFact
from bot.knowledge.contacts import ContactDetail, ContactFact, Status

# Short numbers of public bodies and carriers, and a carrier's access code, are in no list of ordinary numbers.
_SHORT = re.compile(r"1[1-9]\d|#\d{4}|0077-\d-\d{3}")
_PUBLIC = ("go.jp", "lg.jp")  # given to public bodies alone
_ADDRESS = re.compile(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_FILE = "contacts.yaml"


def contact_problems(facts: Facts) -> Iterator[Problem]:
    """What is wrong with the desks, and with what brands.yaml shows of numbers and addresses."""
    brands = {brand.id for brand in facts.brands.brands}
    own = {domain.name for brand in facts.brands.brands for domain in brand.domains if domain.confirmed}
    taken: dict[tuple[str, str], str] = {}
    for contact in facts.contacts:
        yield from _details(contact)
        yield from _page(contact, own)
        if contact.brand is None:
            continue
        if contact.brand not in brands:
            yield Problem(_FILE, contact.id, f"{contact.brand!r} is no brand.", "Name an id of brands.yaml.")
        if contact.instead_of is not None:
            other = taken.setdefault((contact.brand, contact.instead_of), contact.id)
            if other != contact.id:
                yield Problem(
                    _FILE,
                    contact.id,
                    f"{other} stands in for {contact.instead_of} of {contact.brand} already.",
                    "Join the two.",
                )
    for brand in facts.brands.brands:
        yield from _brand(brand)


def dialled(number: str) -> bool:
    """Whether `number`, as written, reaches a line in Japan."""
    if _SHORT.fullmatch(number):
        return True
    if not re.fullmatch(r"0[\d-]+", number):
        return False
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "JP"))
    except phonenumbers.NumberParseException:
        return False


def _details(contact: ContactFact) -> Iterator[Problem]:
    for detail in contact.details:
        if detail.status is Status.CONFIRMED and not detail.source.startswith(("http://", "https://")):
            yield Problem(
                _FILE, contact.id, f"{detail.value} has no page as its source.", "Name the page it was seen on."
            )
        if detail.status is Status.CONFIRMED and detail.checked > contact.checked:
            yield Problem(
                _FILE, contact.id, f"{detail.value} was looked up later than the desk.", "Date the desk anew."
            )
    for number in contact.numbers:
        if not dialled(number.value):
            yield Problem(
                _FILE, contact.id, f"{number.value} is no number that can be dialled in Japan.", "Look it up again."
            )
    if contact.email and not _ADDRESS.fullmatch(contact.email.value):
        yield Problem(_FILE, contact.id, f"{contact.email.value} is no mail address.", "Look it up again.")
    if not contact.sources:
        yield Problem(_FILE, contact.id, "The desk has no source.", "Name the page it was seen on.")


def _page(contact: ContactFact, own: set[str]) -> Iterator[Problem]:
    if contact.url is None or contact.url.status is not Status.CONFIRMED:
        return
    address = urlsplit(contact.url.value)
    host = address.hostname or ""
    seen = {
        _registrable(contact.url),
        *(registration(urlsplit(source).hostname or "").domain for source in contact.sources),
    }
    theirs = registration(host).domain in seen or any(is_under(host, name) for name in own) or host.endswith(_PUBLIC)
    if address.scheme not in {"http", "https"} or not theirs:
        yield Problem(
            _FILE,
            contact.id,
            f"{contact.url.value} is not on a host of the organisation.",
            "Name a page of theirs, or set its status to unconfirmed.",
        )


def _registrable(detail: ContactDetail) -> str | None:
    return registration(urlsplit(detail.source).hostname or "").domain


def _brand(brand: BrandFact) -> Iterator[Problem]:
    file = "brands.yaml"
    if brand.help.evidence in SHOWABLE and brand.help.number and not dialled(brand.help.number):
        yield Problem(
            file, brand.id, f"{brand.help.number} is no number that can be dialled in Japan.", "Look it up again."
        )
    if brand.report.evidence in SHOWABLE and brand.report.email and not _ADDRESS.fullmatch(brand.report.email):
        yield Problem(file, brand.id, f"{brand.report.email} is no mail address.", "Look it up again.")
    if not brand.sources:
        yield Problem(file, brand.id, "The brand has no source.", "Name the page its facts were seen on.")
    has_page = any(source.startswith("http") for source in brand.sources)
    for domain in brand.domains:
        source = domain.source or ""
        if domain.confirmed and not (source.startswith("http") or (not source and has_page)):
            yield Problem(
                file,
                brand.id,
                f"{domain.name} is confirmed without a page.",
                "Name the page it was seen on, or set confirmed: false.",
            )
