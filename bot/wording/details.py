"""Everything behind the verdict: all evidence, where each link leads, what we could not see."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.message import Message
from bot.analysis.report import JudgedLink, Report, Verdict
from bot.wording.actions import Verb
from bot.wording.codes import code_blocks
from bot.wording.foreign import foreign, host
from bot.wording.reasons import reasons
from bot.wording.reply import Block, BlockKind, Reply, Severity
from bot.wording.verdict import headline
from bot.wording.words import Words

REASONS = 8
LINKS = 5
_QUOTE = 80
_TARGET = 90


def details_reply(words: Words, report: Report, message: Message, case: str) -> Reply:
    """All we found and all we could not see, about one message."""
    risky = report.verdict in (Verdict.SCAM, Verdict.SUSPICIOUS)
    return Reply(
        blocks=tuple(_blocks(words, report, message)),
        severity=Severity.INFO,
        buttons=((words.button("button-report", Verb.REPORT, case),),) if case and risky else (),
        report=report,
    )


def _blocks(words: Words, report: Report, message: Message) -> Iterable[Block]:
    yield Block(BlockKind.HEADLINE, words.text("details-headline"))
    yield Block(BlockKind.TEXT, headline(words, report, message))
    # A bare 100 % would claim more than a calculation can.
    percent = min(99, max(1, round(report.score * 100)))
    yield Block(BlockKind.NOTE, words.text("details-score", percent=str(percent)))
    for heading, against in (("heading-against", True), ("heading-for", False)):
        found = reasons(words, report, against=against, count=REASONS, quote=_QUOTE)
        if found:
            yield Block(BlockKind.HEADING, words.text(heading))
            for line in found:
                yield Block(BlockKind.BULLET, line)
    if report.asks_for:
        yield Block(BlockKind.HEADING, words.text("heading-asks", carrier=words.carrier(message)))
        for demand in report.asks_for:
            yield Block(BlockKind.BULLET, words.text(f"demand-{demand}"))
    yield from code_blocks(words, message)
    if report.links:
        yield Block(BlockKind.HEADING, words.text("heading-links"))
        for link in report.links[:LINKS]:
            yield from _link(words, report, link)
        if len(report.links) > LINKS:
            yield Block(BlockKind.NOTE, words.text("links-more", count=str(len(report.links) - LINKS)))
    yield Block(BlockKind.HEADING, words.text("heading-unseen"))
    for key in _unseen(report, message):
        yield Block(BlockKind.BULLET, words.text(key))


def _link(words: Words, report: Report, link: JudgedLink) -> Iterable[Block]:
    yield Block(BlockKind.BULLET, words.text("link-line", target=foreign(link.target, _TARGET)))
    domain = link.registrable_domain or link.host
    if domain is None:
        yield Block(BlockKind.DETAIL, words.text("link-none"))
        return
    owner = words.brand(link.brand)
    claimed = words.brand(report.told)
    yield Block(BlockKind.DETAIL, words.text("link-domain", domain=host(domain, _TARGET)))
    if owner:
        yield Block(BlockKind.DETAIL, words.text("link-owner", brand=words.brand_name(owner)))
    elif link.approximate:
        yield Block(BlockKind.DETAIL, words.text("link-approximate"))
    elif claimed:
        yield Block(BlockKind.DETAIL, words.text("link-stranger", brand=words.brand_name(claimed)))
    else:
        yield Block(BlockKind.DETAIL, words.text("link-unknown"))
    if link.visible and link.visible.strip() and link.visible != link.target:
        yield Block(BlockKind.DETAIL, words.text("link-visible", visible=foreign(link.visible, _TARGET)))


def _unseen(report: Report, message: Message) -> Iterable[str]:
    yield "unseen-page" if report.links else "unseen-link"
    sender = message.sender
    if not (sender.address or sender.number):
        yield "unseen-sender"
    elif sender.address:
        yield "unseen-header"
    yield "unseen-attachment"
