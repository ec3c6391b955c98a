"""Evidence for a genuine message. Each rule against has its exit here."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.message import Part, Span
from bot.analysis.prepared import REGISTERED_ONLY, Prepared
from bot.analysis.signals.base import Signal, wording

_NEAR = 80  # characters between the words that send a reader to a link and that link


def _lost_link(prepared: Prepared) -> bool:
    """Whether the text sends its reader to a link that is not there: 「こちら」 was a button, others were kept.

    Copies of mails lose what was behind a button. The links that they keep, often the genuine ones at the foot, say
    nothing about it.
    """
    if prepared.message.links:
        return False
    here = [finding.span for finding in prepared.phrases.get("click", ()) if finding.span is not None]
    shown = [link.span for link in prepared.links]
    return any(
        all(
            link.part is not words.part or link.start > words.end + _NEAR or link.end < words.start - _NEAR
            for link in shown
        )
        for words in here
    )


def _links_tell_all(prepared: Prepared) -> bool:
    """Whether there are links, and it is known of each where it leads: what the rest vouch for is undone by one."""
    return bool(prepared.links) and not prepared.unlocated and not _lost_link(prepared)


def official_links(prepared: Prepared) -> Iterable[Finding]:
    """Every link leads to the brand that is spoken for."""
    brand = prepared.brand
    if brand is None or brand.collective or not _links_tell_all(prepared):
        return
    own = all(link.owner is not None and prepared.index.related(link.owner, brand.id) for link in prepared.links)
    link = next((link for link in prepared.links if not link.bare), None)
    if own and link is not None:
        domain = link.address.final.registrable_domain or link.address.final.host
        yield Finding("genuine.official_links", link.target, link.span, {"brand": brand.id, "domain": domain})


def known_links(prepared: Prepared) -> Iterable[Finding]:
    """Every link leads to a known organisation's own site, without the message speaking for a brand."""
    brand = prepared.brand
    if (brand is not None and not brand.collective) or not _links_tell_all(prepared):
        return
    known = all(link.owner is not None and not link.address.shortener for link in prepared.links)
    link = next((link for link in prepared.links if not link.bare), None)
    if known and link is not None:
        domain = link.address.final.registrable_domain or link.address.final.host
        facts = {"owner": link.owner or "", "domain": domain}
        yield Finding("genuine.known_links", link.target, link.span, facts)


def likely_links(prepared: Prepared) -> Iterable[Finding]:
    """Every link leads to an address that is said to be the brand's, though no page was seen that confirms it."""
    brand = prepared.brand
    if brand is None or brand.collective or not _links_tell_all(prepared):
        return
    hosts = [link.address.final.host_ascii for link in prepared.links]
    owners = [prepared.index.may_own(host) for host in hosts]
    if all(owner is not None and prepared.index.related(owner, brand.id) for owner in owners) and any(
        link.owner is None for link in prepared.links
    ):
        link = prepared.links[0]
        yield Finding("genuine.likely_links", link.target, link.span, {"brand": brand.id})


def official_sender(prepared: Prepared) -> Iterable[Finding]:
    """The sender's address is the brand's. Addresses can be forged, so this alone proves nothing."""
    brand, address = prepared.brand, prepared.sender_address
    if brand is None or address is None:
        return
    if prepared.index.sends_from(brand.id, address.host_ascii):
        written = prepared.message.sender.address or ""
        facts = {"brand": brand.id, "domain": address.registrable_domain or address.host}
        yield Finding("genuine.official_sender", written, Span(Part.SENDER, 0, len(written)), facts)


def official_number(prepared: Prepared) -> Iterable[Finding]:
    """The number is one the brand has published as its own. Numbers can be forged too."""
    brand, number = prepared.brand, prepared.message.sender.number
    if brand is None or not number:
        return
    digits = "".join(character for character in number if character.isalnum()).lower()
    if any(
        digits == "".join(character for character in known if character.isalnum()).lower()
        for known in brand.sms_senders
    ):
        yield Finding("genuine.official_number", number, Span(Part.SENDER, 0, len(number)), {"brand": brand.id})


def registered_domain(prepared: Prepared) -> Iterable[Finding]:
    """Sender and links are under endings that are given to registered organisations in Japan only.

    A sender can be forged, so one alone is another signal and says less than a link.
    """
    addresses = [link.address.final for link in prepared.links]
    if prepared.sender_address is not None:
        addresses.append(prepared.sender_address)
    if addresses and all(address.suffix in REGISTERED_ONLY for address in addresses):
        domain = addresses[0].registrable_domain or addresses[0].host
        name = "genuine.registered_domain" if prepared.links else "genuine.registered_sender"
        yield Finding(name, facts={"domain": domain})


_TRICKS = (
    "ask_code", "ask_giftcard", "ask_credentials", "ask_card", "ask_crypto", "ask_transfer", "unpaid", "ask_id_photo",
    "ask_personal", "verify_identity", "ask_install", "move_to_messenger", "ask_call", "ask_reply", "click",
    "arrest", "secrecy", "legal_threat", "suspension", "unauthorised_use", "parcel_problem", "refund", "prize",
    "easy_money", "dark_job", "investment", "celebrity", "romance", "vote_request", "borrow_or_favour",
    "family_emergency", "police_script", "hacked_device", "alarm_popup", "report_accident", "mailbox_full",
    "business_impersonation", "marketplace_trick", "shop_bait", "donation", "compensation",
)  # fmt: skip


def nothing_asked(prepared: Prepared) -> Iterable[Finding]:
    """No link, no demand, no threat, no lure: there is nothing to fall for.

    The address above a page in a picture, where it reads like a known one's, is no lure either.
    """
    luring = any(not (link.approximate and link.tolerated) for link in prepared.links)
    if luring or prepared.unlocated or prepared.wallets or prepared.said(*_TRICKS):
        return
    if len(prepared.joined) >= 12:
        yield Finding("genuine.nothing_asked")


SIGNALS: tuple[Signal, ...] = (
    official_links,
    known_links,
    likely_links,
    registered_domain,
    official_sender,
    official_number,
    nothing_asked,
    wording("genuine.warns_of_scam", "warns_of_scam"),
    wording("genuine.never_asks", "never_asks"),
    wording("genuine.one_time_code", "one_time_code"),
    wording("genuine.no_action_needed", "no_action_needed"),
    wording("genuine.own_way", "own_way"),
    wording("genuine.details", "transaction_details"),
    wording("genuine.named_recipient", "named_recipient"),
    wording("genuine.everyday", "friendly_meeting"),
)
