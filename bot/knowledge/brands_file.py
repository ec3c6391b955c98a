"""The shape of brands.yaml, and what of it may be used and shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

import msgspec

from bot.knowledge.files import read_yaml
from bot.knowledge.models import Brand, Domain

# An address or a number is shown only where one of these was its source.
SHOWABLE = frozenset({"official", "public_body"})


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name with its own source; None means the brand's sources."""

    name: str
    source: str | None = None


class DomainFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A domain, and whether it was seen on a page of the company, a public body or the press."""

    name: str
    confirmed: bool
    source: str | None = None


class ReportFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to report; `evidence` is about `email`."""

    email: str | None = None
    evidence: str | None = None
    url: str | None = None
    note: str | None = None


class HelpFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to get help; `evidence` and `hours` are about `number`."""

    number: str | None = None
    evidence: str | None = None
    hours: str | None = None
    url: str | None = None
    note: str | None = None


class BrandFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the file. The head of the file says what each field means."""

    id: str
    name: str
    name_en: str
    category: str
    rank: int
    checked: date
    sources: tuple[str, ...]
    domains: tuple[DomainFact, ...]
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    group: str | None = None
    part_of: str | None = None
    member_suffixes: tuple[str, ...] = ()
    collective: bool = False
    user_content_hosts: tuple[str, ...] = ()
    mail_domains: tuple[Fact, ...] = ()
    sms_senders: tuple[Fact, ...] = ()
    report: ReportFact = ReportFact()
    help: HelpFact = HelpFact()
    app: str | None = None
    note: str | None = None


class BrandsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    decoys: tuple[str, ...]
    categories: dict[str, str]
    brands: tuple[BrandFact, ...]


def load_brands() -> tuple[Mapping[str, Brand], tuple[str, ...]]:
    """The brands by id, most impersonated first, and the decoy words. Raises ValueError for a bad file."""
    file = read_yaml("brands.yaml", BrandsFile)
    return {fact.id: _brand(fact, file.brands) for fact in file.brands}, file.decoys


def _brand(fact: BrandFact, everyone: Iterable[BrandFact]) -> Brand:
    trusted = _trusted_hosts(fact, everyone) if fact.report.url or fact.help.url else frozenset()
    return Brand(
        id=fact.id,
        name=fact.name,
        name_en=fact.name_en,
        aliases=fact.aliases,
        category=fact.category,
        domains=tuple(Domain(domain.name, domain.confirmed) for domain in fact.domains),
        user_content_hosts=fact.user_content_hosts,
        mail_domains=tuple(domain.name for domain in fact.mail_domains),
        sms_senders=tuple(sender.name for sender in fact.sms_senders),
        report_email=fact.report.email if fact.report.evidence in SHOWABLE else None,
        report_url=_page(fact.report.url, trusted),
        help_url=_page(fact.help.url, trusted),
        help_number=fact.help.number if fact.help.evidence in SHOWABLE else None,
        app=fact.app,
        rank=fact.rank,
        weak_aliases=fact.weak_aliases,
        group=fact.group,
        part_of=fact.part_of,
        member_suffixes=fact.member_suffixes,
        collective=fact.collective,
    )


def _trusted_hosts(fact: BrandFact, everyone: Iterable[BrandFact]) -> frozenset[str]:
    """Confirmed domains of the brand itself, of its group and of public bodies: their pages may be shown."""
    return frozenset(
        domain.name
        for other in everyone
        if other.id == fact.id or (other.group and other.group == fact.group) or other.category == "public"
        for domain in other.domains
        if domain.confirmed
    )


def _page(url: str | None, trusted: frozenset[str]) -> str | None:
    labels = (urlsplit(url or "").hostname or "").split(".")
    return url if any(".".join(labels[start:]) in trusted for start in range(len(labels))) else None
