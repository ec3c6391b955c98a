"""Sender: whose address or number the message came from. It can be forged, so a right one proves little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.analysis.address import Address
from bot.analysis.domains import listed, registration
from bot.analysis.extract import find_numbers
from bot.analysis.finding import Finding
from bot.analysis.message import Part, Span
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal
from bot.analysis.signals.links import is_risky_suffix, looks_random

_WITHHELD = re.compile(
    r"非通知|表示圏外|通知不可|国際発信|국제발신|withheld|no caller id|private number", re.IGNORECASE
)


def _finding(prepared: Prepared, signal: str, **facts: str) -> Finding:
    address = prepared.message.sender.address or ""
    return Finding(signal, address, Span(Part.SENDER, 0, len(address)), {"address": address, **facts})


def _host(prepared: Prepared) -> str | None:
    return prepared.sender_address.host_ascii if prepared.sender_address else None


def _stranger(prepared: Prepared) -> Address | None:
    """The sender's address, unless it is one that a known brand may own or, badly read, may be such a one."""
    address = prepared.sender_address
    if address is None or prepared.index.may_own(address.host_ascii) or prepared.sender_misread:
        return None
    return address


def not_official(prepared: Prepared) -> Iterable[Finding]:
    """The message speaks for a brand, and its address is not the brand's."""
    brand, address, official = prepared.brand, prepared.sender_address, prepared.official
    if brand is None or address is None or official is None:
        return
    host, services = address.host_ascii, prepared.knowledge.services
    if prepared.may_send(host) or prepared.sender_misread or listed(host, services.mail_delivery):
        return
    if prepared.is_office(address):
        return  # a prefecture's police writes from the prefecture's address
    if listed(host, services.free_mail) or listed(host, services.rented_mail):
        return  # these have signals of their own, which say more
    yield _finding(prepared, "sender.not_official", brand=brand.id, domain=host, official=official)


def stranger_mail(prepared: Prepared) -> Iterable[Finding]:
    """A company writes from a free mail account or a rented server's own address."""
    host, brand = _host(prepared), prepared.brand
    if host is None or prepared.may_send(host):
        return
    services = prepared.knowledge.services
    speaks, official = brand.id if brand else "", prepared.official or ""
    free = listed(host, services.free_mail)
    rented = listed(host, services.rented_mail)
    if free and official:
        yield _finding(prepared, "sender.free_mail", service=free, brand=speaks, official=official)
    elif rented and official:
        yield _finding(prepared, "sender.rented_server", service=rented, brand=speaks, official=official)


def brand_in_address(prepared: Prepared) -> Iterable[Finding]:
    """The sender's address carries the name of a brand it does not belong to."""
    address = _stranger(prepared)
    if address is None:
        return
    resemblance = prepared.resemblance(address, approximate=prepared.message.from_picture)
    if resemblance is not None:
        domain = address.registrable_domain or address.host
        yield _finding(prepared, "sender.lookalike", brand=resemblance.brand, domain=domain, part=resemblance.text)


def risky_suffix(prepared: Prepared) -> Iterable[Finding]:
    """The sender's address has an ending that genuine Japanese senders hardly use."""
    address = _stranger(prepared)
    if address is None:
        return
    if is_risky_suffix(prepared, address.suffix or ""):
        yield _finding(prepared, "sender.risky_suffix", suffix=address.suffix or "")


def machine_made(prepared: Prepared) -> Iterable[Finding]:
    """The sender's domain looks drawn by lot."""
    address = _stranger(prepared)
    if address is None:
        return
    name = (address.registrable_domain or "").split(".")[0]
    if looks_random(name):
        yield _finding(prepared, "sender.random_host", part=name, domain=address.registrable_domain or address.host)


def reply_to(prepared: Prepared) -> Iterable[Finding]:
    """Answers would go to somebody else."""
    address, other = prepared.message.sender.address, prepared.message.sender.reply_to
    if not address or not other:
        return
    own, theirs = address.rpartition("@")[2].lower(), other.rpartition("@")[2].lower()
    if _registered(own) != _registered(theirs) and not prepared.same_owner(own, theirs):
        yield Finding("sender.reply_to", other, Span(Part.REPLY_TO, 0, len(other)), {"address": other})


def _registered(host: str) -> str:
    """What was registered of `host`: mail often goes out from a subdomain of the address that takes the answers."""
    return registration(host).domain or host


def number(prepared: Prepared) -> Iterable[Finding]:
    """A number that a company in Japan would not write from: from abroad, a private mobile, withheld."""
    written = prepared.message.sender.number
    if not written:
        return
    span = Span(Part.SENDER, 0, len(written))
    if _WITHHELD.search(written):
        yield Finding("sender.withheld", written, span)
        return
    found = find_numbers(written)
    if not found:
        return
    if found[0].kind == "international":
        yield Finding("sender.foreign_number", written, span, {"country": found[0].country or ""})
    elif found[0].kind == "mobile" and (prepared.brand is not None or prepared.message.channel == "sms"):
        yield Finding("sender.mobile_number", written, span)


SIGNALS: tuple[Signal, ...] = (
    not_official,
    stranger_mail,
    brand_in_address,
    risky_suffix,
    machine_made,
    reply_to,
    number,
)
