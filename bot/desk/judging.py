"""A message is judged, or judged anew with what the person added."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.analysis.analyze import analyze
from bot.analysis.extract import find_mail_addresses, find_numbers
from bot.analysis.message import Message, Sender
from bot.analysis.prepared import Context
from bot.analysis.report import Question, Report, Verdict
from bot.analysis.scraps import Scrap, read_scrap
from bot.community.fingerprint import fingerprint
from bot.community.indicators import indicators
from bot.community.masking import mask
from bot.desk.visit import TOGETHER, Outcome, Visit
from bot.store.records import Case, Sample, Similar
from bot.wording.reply import Campaign
from bot.wording.scraps import scrap_reply
from bot.wording.verdict import Screen, asked_for, verdict_reply

# Looks up what others reported: by fingerprint and brand.
Lookup = Callable[[bytes, str | None], Awaitable[Similar | None]]

_ADDITION_LENGTH = 300  # what is longer is a message of its own, not the answer to our question


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with its report, the case it belongs to now, and what is to be logged of it."""

    message: Message
    report: Report
    case: Case
    sample: Sample | None
    asked: bool
    similar: Similar | None
    scrap: Scrap | None = None  # what it is, where it is only a link, an address, a number or a name


def belongs_to(visit: Visit, message: Message, *, fragment: bool, forwarded: bool) -> Case | None:
    """The case that `message` adds to, or None when it opens one.

    It adds to a case when it arrived right behind another forward, or when we asked for something and this is
    short enough to be the answer.
    """
    case = visit.at_hand
    if case is None or case.message is None:
        return None
    if forwarded and visit.now - case.updated <= TOGETHER:
        return case
    if case.question is None:
        return None
    asked_for_text = case.question == Question.FULL_TEXT
    short = len(message.body) <= _ADDITION_LENGTH and not message.subject
    return case if fragment or asked_for_text or (short and not forwarded) else None


def joined(case: Case, addition: Message, *, fragment: bool) -> Message:
    """The message of `case` with what was added. A bare address or number answers "who is it from?"."""
    before = case.message or Message()
    if fragment and case.question == Question.SENDER:
        text = addition.body.strip()
        address = next((found.address for found in find_mail_addresses(text)), None)
        number = None if address else next((found.number for found in find_numbers(text)), None)
        if address or number:
            return replace(
                before, sender=replace(before.sender, address=address or before.sender.address, number=number)
            )
    return Message(
        body="\n\n".join(part for part in (before.body, addition.body) if part.strip()),
        subject=before.subject or addition.subject,
        sender=Sender(
            name=before.sender.name or addition.sender.name,
            address=before.sender.address or addition.sender.address,
            number=before.sender.number or addition.sender.number,
            reply_to=before.sender.reply_to or addition.sender.reply_to,
        ),
        links=(*before.links, *addition.links),
        channel=before.channel or addition.channel,
        comment="\n".join(part for part in (before.comment, addition.comment) if part.strip()),
        quoted="\n".join(part for part in (before.quoted, addition.quoted) if part.strip()),
        enclosures=(*before.enclosures, *addition.enclosures),
        codes=(*before.codes, *addition.codes),
        hidden="\n".join(part for part in (before.hidden, addition.hidden) if part.strip()),
        failed=tuple(dict.fromkeys((*before.failed, *addition.failed))),
        from_picture=before.from_picture or addition.from_picture,
    )


async def judge(visit: Visit, message: Message, case: Case | None, lookup: Lookup, *, scrap: str = "") -> Judged:
    """Judge `message`. `case` is the one it was joined to, None when it opens one.

    `scrap` is what was sent where that is only a link, an address, a number or a name.
    """
    answers = case is not None and case.question != Question.FULL_TEXT
    bare = read_scrap(scrap) if scrap and not answers else None
    alone = bare if case is None else None
    nameless = alone is not None and alone.line is not None and alone.line.kind is None  # perhaps a code of their own
    if scrap and case is None:
        message = _as_sender(message)
    masked = mask(message, names=visit.incoming.names)
    report = analyze(message)
    mark = fingerprint(masked) if alone is None or nameless else _mark_of(alone)
    similar = None if nameless else await lookup(mark, report.brand)
    # Many ask about a genuine number too: that others sent the same bare thing says nothing against it.
    if similar is not None and similar.reporters > 1 and alone is None:
        report = analyze(message, Context(reporters=similar.reporters))
    if alone is not None and report.verdict in (Verdict.NO_SIGN, Verdict.UNCLEAR):
        # That a bare thing asks for nothing says nothing about whoever is behind it: the words with it decide.
        report = replace(report, verdict=Verdict.UNCLEAR, question=Question.FULL_TEXT)
    elif scrap and case is None and report.verdict is Verdict.NO_SIGN and report.brand is None:
        report = replace(report, verdict=Verdict.UNCLEAR, question=Question.CONTEXT)
    asked = case is not None and case.question is not None
    question = asked_for(report, asked=asked)
    opened = visit.touched(case) if case else visit.new_case()
    opened = replace(
        opened,
        message=masked,
        verdict=report.verdict.value,
        kind=report.kind.value if report.kind else None,
        brand=report.told,
        # What we asked stays noted while the message is unclear, so that the next words are taken as the answer.
        question=question.value if question else (opened.question if report.verdict is Verdict.UNCLEAR else None),
    )
    sample = Sample(
        case=opened.id,
        reporter=visit.reporter,
        platform=visit.incoming.platform,
        seen=visit.now,
        message=masked,
        verdict=report.verdict.value,
        score=report.score,
        kind=opened.kind,
        brand=report.brand,
        indicators=indicators(masked, report),
        fingerprint=mark,
    )
    return Judged(message, report, opened, None if nameless else sample, asked, similar, bare)


def _mark_of(scrap: Scrap) -> bytes:
    """The fingerprint of a bare thing: it has no wording to be like another's, so only the very same counts."""
    digest = hashlib.blake2b(f"{scrap.kind} {scrap.value}".casefold().encode(), digest_size=32).hexdigest()
    letters = digest.translate(str.maketrans("0123456789", "ghijklmnop"))  # a wording's digits do not count
    return fingerprint(Message(body=letters))


def _as_sender(message: Message) -> Message:
    """A bare address or number is who a message came from."""
    text = message.body.strip()
    address = next((found.address for found in find_mail_addresses(text) if found.address == text), None)
    number = next((found.number for found in find_numbers(text) if found.end - found.start == len(text)), None)
    if message.sender != Sender() or not (address or number):
        return message
    return replace(message, body="", sender=Sender(address=address, number=number))


def verdict(visit: Visit, judged: Judged, *, lead: tuple[str, ...] = (), notes: tuple[str, ...] = ()) -> Outcome:
    """The first screen of what was judged."""
    screen = Screen(
        case=judged.case.id,
        private=visit.incoming.private,
        asked=judged.asked,
        lead=lead,
        notes=(*_seen(visit, judged), *notes, *visit.notes()),
    )
    if judged.scrap is None:
        reply = verdict_reply(visit.words, judged.report, judged.message, screen)
    else:
        reply = scrap_reply(visit.words, judged.scrap, judged.report, judged.message, screen)
    return Outcome(replace(reply, campaign=campaign(judged.similar)), judged.case, judged.sample)


def report_of(case: Case) -> Report | None:
    """The report of a stored case, or None for one without a message."""
    return analyze(case.message) if case.message else None


def campaign(similar: Similar | None) -> Campaign | None:
    """What others reported, as it is shown."""
    if similar is None:
        return None
    return Campaign(similar.campaign, similar.reports, similar.reporters, similar.first_seen)


def _seen(visit: Visit, judged: Judged) -> tuple[str, ...]:
    similar = judged.similar
    # One other person could be the same one on another platform; from two on it is news.
    if similar is None or similar.reporters < 2:
        return ()
    first = similar.first_seen
    key = "campaign-seen" if judged.scrap is None or judged.asked else "scrap-seen"
    line = visit.words.text(key, reports=str(similar.reports), month=str(first.month), day=str(first.day))
    return (line,)
