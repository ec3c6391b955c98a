"""The shapes of services.yaml and suffixes.json."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from bot.knowledge.files import read_json, read_yaml
from bot.knowledge.models import Services

Kind = Literal[
    "shorteners",
    "redirectors",
    "dynamic_dns",
    "shared_hosting",
    "shared_platforms",
    "free_mail",
    "rented_mail",
    "mail_delivery",
]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hosts of one kind that share a source."""

    kind: Kind
    about: str
    source: str
    checked: date
    hosts: tuple[str, ...]


class ServicesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of services.yaml."""

    groups: tuple[Group, ...]


class SuffixesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of suffixes.json. `share` is 0 to 1 by public suffix."""

    about: str
    source: str
    checked: date
    share: dict[str, float]


def load_services() -> Services:
    """Hosts and mail services by kind. Raises ValueError for a bad file."""
    hosts: defaultdict[Kind, set[str]] = defaultdict(set)
    for group in read_yaml("services.yaml", ServicesFile).groups:
        hosts[group.kind].update(group.hosts)
    return Services(
        shorteners=frozenset(hosts["shorteners"]),
        redirectors=frozenset(hosts["redirectors"]),
        dynamic_dns=frozenset(hosts["dynamic_dns"]),
        shared_hosting=frozenset(hosts["shared_hosting"]),
        free_mail=frozenset(hosts["free_mail"]),
        rented_mail=frozenset(hosts["rented_mail"]),
        mail_delivery=frozenset(hosts["mail_delivery"]),
        shared_platforms=frozenset(hosts["shared_platforms"]),
    )


def load_suffix_share() -> Mapping[str, float]:
    """Each public suffix's share of phishing reports, 0 to 1. Raises ValueError for a bad file."""
    return read_json("suffixes.json", SuffixesFile).share
