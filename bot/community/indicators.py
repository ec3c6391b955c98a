"""What identifies the scammer in a report: addresses, phone numbers, domains, wallets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain

from bot.analysis.domains import listed, registration
from bot.analysis.message import Message
from bot.analysis.normalize import normalize
from bot.analysis.report import Report
from bot.analysis.wallets import find_wallets
from bot.community.personal.draft import Token
from bot.community.personal.mail import written_in
from bot.community.personal.phones import numbers_of
from bot.knowledge import knowledge

_LONGEST = 320  # characters; the longest mail address


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that identifies the scammer. `kind`: domain address number wallet."""

    kind: str
    value: str


def indicators(message: Message, report: Report) -> tuple[Indicator, ...]:
    """Return the indicators of a masked message and its report, each once.

    Left out: domains and addresses of known brands, which a scam only pretends to come from or links to as decor,
    and services that anyone uses (short links, free mail), which tell nothing about who does.
    """
    text = normalize(f"{message.subject or ''}\n{message.body}").text
    found: dict[Indicator, None] = {}

    def add(kind: str, value: str) -> None:
        if 0 < len(value) <= _LONGEST:
            found[Indicator(kind, value)] = None

    sender = message.sender
    for address in (sender.address, sender.reply_to, *written_in(text)):
        if address and "@" in address and address != Token.MAIL:
            host = address.rpartition("@")[2].lower()
            if not _of_a_brand(host):
                add("address", address.lower())
                if not _of_anyone(host):
                    add("domain", registration(host).domain or "")
    if sender.number:
        for number in numbers_of(normalize(sender.number).text) or [sender.number.strip()]:
            add("number", number)
    for number in numbers_of(text):
        add("number", number)
    for link in report.links:
        domain = link.registrable_domain or link.host
        if domain and link.brand is None and not _of_anyone(link.host or domain) and not _of_a_brand(domain):
            add("domain", domain)
    for wallet in find_wallets(text):
        add("wallet", wallet.address)
    return tuple(found)


def _of_a_brand(host: str) -> bool:
    return listed(host, _brand_domains()) is not None


def _of_anyone(host: str) -> bool:
    return listed(host, _open_services()) is not None


@cache
def _brand_domains() -> frozenset[str]:
    brands = knowledge().brands.values()
    confirmed = (domain.name for brand in brands for domain in brand.domains if domain.confirmed)
    return frozenset(chain(confirmed, *(brand.mail_domains for brand in brands)))


@cache
def _open_services() -> frozenset[str]:
    services = knowledge().services
    return services.shorteners | services.redirectors | services.free_mail
