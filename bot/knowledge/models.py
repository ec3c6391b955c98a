"""The facts koresagi knows, as values. What may not be shown to a person is left out when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain of a brand. `confirmed`: seen on a page of the company, a public body or the press.

    An unconfirmed one is not held against a message, but is no proof either. A name with more labels than its
    registrable domain counts only for itself and what is under it.
    """

    name: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Brand:
    """A company, service or public body that scammers impersonate.

    `name` is Japanese, `name_en` for other languages. `aliases` are further names as messages write them;
    `weak_aliases` are also everyday words and count only where a message names itself with them. `group` joins
    companies whose addresses occur in each other's genuine messages. `report_*` and `help_*` hold only what may
    be shown to a person.
    """

    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    category: str
    domains: tuple[Domain, ...]
    user_content_hosts: tuple[str, ...] = ()  # the brand's, but anyone can publish there: proves nothing
    mail_domains: tuple[str, ...] = ()
    sms_senders: tuple[str, ...] = ()
    report_email: str | None = None
    report_url: str | None = None
    help_url: str | None = None
    help_number: str | None = None
    app: str | None = None  # name of the place in the brand's app where genuine notices are seen too
    rank: int = 0  # JPCERT/CC rows: how often it is impersonated
    weak_aliases: tuple[str, ...] = ()
    group: str | None = None
    part_of: str | None = None  # the brand it is counted with, where it is only a branch of it
    member_suffixes: tuple[str, ...] = ()  # endings only for registered bodies, under which its members have addresses
    collective: bool = False  # stands for several organisations: its domains are those of any of them


@dataclass(frozen=True, slots=True)
class Contact:
    """A helpline or desk. Its name and hours in words are in the locale under `contact-<id>`.

    `numbers` as dialled in Japan ("188", "#9110", "0120-…"), `url` an official page, `email` an official address.
    Only what may be shown is here; a desk whose number is unverified has none, and its text names the safe way.
    `brand` and `instead_of`: it stands in for that general desk ("the bank") when the person's own is that brand.
    """

    id: str
    group: str
    numbers: tuple[str, ...] = ()
    url: str | None = None
    email: str | None = None
    languages: tuple[str, ...] = ("ja",)
    brand: str | None = None
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Services:
    """Hosts and mail services by what they are. All lower-case names without a leading dot."""

    shorteners: frozenset[str]
    redirectors: frozenset[str]  # host that forwards to a target named in its address
    dynamic_dns: frozenset[str]
    shared_hosting: frozenset[str]  # anyone can publish under it
    free_mail: frozenset[str]
    rented_mail: frozenset[str]  # rented-server companies whose default addresses strangers send from
    mail_delivery: frozenset[str]  # senders on behalf of others; prove nothing
    shared_platforms: frozenset[str] = frozenset()  # login, payment and FAQ hosts of many organisations; prove nothing


@dataclass(frozen=True, slots=True)
class Imposture:
    """A trick played in the name of `brand` even where the text does not say it.

    It is meant where the message was found to be one of `kinds`, one of `words` occurs and none of `unless`: regular
    expressions for the normalised text in lower case.
    """

    brand: str
    kinds: frozenset[str]
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it. `brands` and `contacts` by id; `suffix_share` is each public suffix's share of phishing reports.

    `decoys` are everyday words that contain a brand's alias without meaning the brand.
    """

    brands: Mapping[str, Brand]
    contacts: Mapping[str, Contact]
    services: Services
    suffix_share: Mapping[str, float] = field(default_factory=dict)
    decoys: tuple[str, ...] = ()
    impostures: tuple[Imposture, ...] = ()
