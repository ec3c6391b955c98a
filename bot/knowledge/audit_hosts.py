"""Hosts: each can be registered, belongs to one owner, and none that anyone can use passes for a brand's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.analysis.domains import is_under, registration
from bot.knowledge.audit_facts import Facts, Problem
from bot.knowledge.brands_file import BrandFact

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
# Under these anyone can put a page or send a mail. Free mail is not among them: there only an address proves
# nothing, and the analysis keeps that apart from a page.
_OPEN_TO_ALL = ("dynamic_dns", "shared_hosting", "rented_mail", "mail_delivery", "shared_platforms")
_PAGES_OF_ANYONE = ("dynamic_dns", "shared_hosting")


def host_problems(facts: Facts) -> Iterator[Problem]:
    """What is wrong with the hosts of brands.yaml and services.yaml."""
    for brand in facts.brands.brands:
        for host in _owned(brand):
            yield from _not_owned("brands.yaml", brand.id, host)
        for host in brand.user_content_hosts:
            yield from _not_a_host("brands.yaml", brand.id, host)
    for group in facts.services.groups:
        for host in group.hosts:
            yield from _not_a_host("services.yaml", group.about, host)
    yield from _shared(facts)
    yield from _open(facts)


def _owned(brand: BrandFact) -> Iterator[str]:
    yield from (domain.name for domain in brand.domains)
    yield from (domain.name for domain in brand.mail_domains)


def _not_a_host(file: str, name: str, host: str) -> Iterator[Problem]:
    if not _HOST.fullmatch(host):
        yield Problem(file, name, f"{host!r} is no host name.", "Write it in lower-case ASCII, without a leading dot.")


def _not_owned(file: str, name: str, host: str) -> Iterator[Problem]:
    if not _HOST.fullmatch(host):
        yield from _not_a_host(file, name, host)
        return
    found = registration(host)
    if found.domain is not None:
        return
    if found.suffix == host:
        yield Problem(
            file,
            name,
            f"{host} is a public suffix: strangers register names under it.",
            "Name the brand's own domain under it, or move it to user_content_hosts.",
        )
    else:
        yield Problem(file, name, f"{host} has no public suffix.", "Look for a slip in its ending.")


def _shared(facts: Facts) -> Iterator[Problem]:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for brand in facts.brands.brands:
        for domain in brand.domains:
            owners[domain.name].append(brand.id)
    for host, ids in owners.items():
        if len(ids) > 1:
            yield Problem(
                "brands.yaml",
                ids[-1],
                f"{host} belongs to {' and '.join(ids)}.",
                "Leave it with one; put both into one group.",
            )


def _open(facts: Facts) -> Iterator[Problem]:
    kinds = _kinds(facts)
    for brand in facts.brands.brands:
        for domain in brand.domains:
            if _listed(domain.name, brand.user_content_hosts):
                continue
            for host, kind in kinds.items():
                if (
                    kind in _OPEN_TO_ALL
                    and is_under(domain.name, host)
                    and (domain.confirmed or kind in _PAGES_OF_ANYONE)
                ):
                    yield Problem(
                        "brands.yaml",
                        brand.id,
                        f"{domain.name} counts as the brand's, but {host} is {kind} in services.yaml.",
                        "Put it into user_content_hosts, or correct services.yaml.",
                    )
                elif (
                    kind in _PAGES_OF_ANYONE
                    and is_under(host, domain.name)
                    and not _listed(host, brand.user_content_hosts)
                ):
                    yield Problem(
                        "brands.yaml",
                        brand.id,
                        f"{host} is {kind} in services.yaml, but counts as the brand's {domain.name}.",
                        f"Add {host} to user_content_hosts.",
                    )


def _kinds(facts: Facts) -> Mapping[str, str]:
    """The strictest kind of each listed host."""
    order = {kind: place for place, kind in enumerate(_OPEN_TO_ALL)}
    found: dict[str, str] = {}
    for group in facts.services.groups:
        for host in group.hosts:
            known = found.get(host)
            if known is None or order.get(group.kind, len(order)) < order.get(known, len(order)):
                found[host] = group.kind
    return found


def _listed(host: str, names: tuple[str, ...]) -> bool:
    return any(is_under(host, name) for name in names)
