"""How to report a message: who takes such reports, and a text that the person can send."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.message import Message
from bot.analysis.report import Kind, Report, Verdict
from bot.wording.foreign import foreign
from bot.wording.reply import Block, BlockKind, Reply, Severity
from bot.wording.verdict import what
from bot.wording.words import Words, carrier_id

_LINKS = 3
_PHISHING = frozenset(
    {
        Kind.BRAND_PHISHING,
        Kind.DELIVERY,
        Kind.TAX,
        Kind.REFUND,
        Kind.MAILBOX,
        Kind.PRIZE,
        Kind.CRYPTO,
        Kind.GAMING,
        Kind.OTHER,
        None,
    }
)
_POLICE = frozenset({Kind.POLICE, Kind.EXTORTION, Kind.YAMIBAITO, Kind.INVESTMENT, Kind.ROMANCE, Kind.JOB, Kind.BEC})
_CONSUMER = frozenset({Kind.BILLING, Kind.SUPPORT, Kind.MARKETPLACE, Kind.JOB, Kind.INVESTMENT, Kind.DONATION})


def report_reply(words: Words, report: Report | None, message: Message | None) -> Reply:
    """The report ways that fit this message, official ones from our knowledge alone, and a draft.

    Without a message: the ways that are open to any.
    """
    carrier = words.carrier(message)
    if report is None or message is None:
        blocks = [
            Block(BlockKind.HEADLINE, words.text("report-headline")),
            Block(BlockKind.TEXT, words.text("report-lead", carrier=carrier)),
            *_council(words, carrier),
            *_desk(words, "police_9110"),
            *_desk(words, "npa_online"),
        ]
        return Reply(tuple(blocks), Severity.INFO)
    if report.verdict is Verdict.NO_SIGN:
        blocks = [
            Block(BlockKind.HEADLINE, words.text("report-headline")),
            Block(BlockKind.TEXT, words.text("report-nothing")),
        ]
        return Reply(tuple(blocks), Severity.INFO, report=report)
    blocks = [
        Block(BlockKind.HEADLINE, words.text("report-headline")),
        Block(BlockKind.TEXT, words.text("report-lead", carrier=carrier)),
        *_ways(words, report, message),
        Block(BlockKind.HEADING, words.text("report-draft-heading")),
        *_draft(words, report, message),
    ]
    return Reply(tuple(blocks), Severity.INFO, report=report)


def _ways(words: Words, report: Report, message: Message) -> Iterable[Block]:
    carrier = words.carrier(message)
    brand = words.brand(report.told)
    if brand:
        name = words.brand_name(brand)
        if brand.report_url:
            yield Block(BlockKind.LINK, words.text("report-brand-page", brand=name), url=brand.report_url)
        if brand.report_email and carrier_id(message) != "sms":
            text = words.text("report-brand-mail", brand=name, address=brand.report_email, carrier=carrier)
            yield Block(BlockKind.BULLET, text)
    if report.kind in _PHISHING:
        yield from _council(words, carrier)
    desks = []
    if report.kind in _CONSUMER:
        desks.append("shohisha_188")
    if report.kind in _POLICE or report.kind in _PHISHING:
        desks.append("police_9110")
    desks.append("npa_online")
    for desk in desks:
        yield from _desk(words, desk)


def _council(words: Words, carrier: str) -> Iterable[Block]:
    council = words.contact("antiphishing")
    if council and council.email:
        text = words.text("report-council", name=words.contact_name(council), address=council.email, carrier=carrier)
        yield Block(BlockKind.BULLET, text)
    if council and council.url:
        text = words.text("report-council-page", name=words.contact_name(council))
        yield Block(BlockKind.LINK, text, url=council.url)


def _desk(words: Words, contact_id: str) -> Iterable[Block]:
    contact = words.contact(contact_id)
    if contact is None:
        return
    name = words.contact_name(contact)
    number = contact.numbers[0] if contact.numbers else None
    if number:
        # Names of short-number desks often hold the number already.
        text = words.text("report-desk", name=name, number="" if number in name else f" {number}")
        yield Block(BlockKind.BULLET, text)
    elif contact.url:
        yield Block(BlockKind.LINK, words.text("report-desk-page", name=name), url=contact.url)


def _draft(words: Words, report: Report, message: Message) -> Iterable[Block]:
    carrier = words.carrier(message)
    subject = words.text("report-draft-subject", what=what(words, report, message))
    lines = [words.text("report-draft-body", carrier=carrier)]
    sender = message.sender.address or message.sender.number or message.sender.name
    if sender:
        lines.append(words.text("report-draft-sender", sender=foreign(sender)))
    if message.subject:
        lines.append(words.text("report-draft-title", subject=foreign(message.subject)))
    lines += [words.text("report-draft-link", link=foreign(link.target, 120)) for link in report.links[:_LINKS]]
    yield Block(BlockKind.TEXT, "\n".join((subject, *lines)))
