"""Authentication: what the server that received a mail says of its sender."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.domains import listed
from bot.analysis.finding import Finding
from bot.analysis.message import Part, Span
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal


def failed_check(prepared: Prepared) -> Iterable[Finding]:
    """The sender's address is a known body's own, and the receiving server says that it was forged.

    One failed check alone happens to honest mail too, when it was passed on; dmarc fails only where both others do.
    """
    failed, address = set(prepared.message.failed), prepared.sender_address
    if address is None or not ("dmarc" in failed or {"spf", "dkim"} <= failed):
        return
    host = address.host_ascii
    if listed(host, prepared.knowledge.services.free_mail):
        return  # the address of some customer, of whom we know nothing
    brand = prepared.brand.id if prepared.brand is not None else None
    owner = brand if brand and prepared.index.sends_from(brand, host) else prepared.index.owner(host)
    if owner is not None:
        written = prepared.message.sender.address or ""
        facts = {"brand": owner, "domain": address.registrable_domain or address.host}
        yield Finding("sender.failed_check", written, Span(Part.SENDER, 0, len(written)), facts)


SIGNALS: tuple[Signal, ...] = (failed_check,)
