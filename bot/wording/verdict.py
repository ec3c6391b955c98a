"""The first screen of a verdict: what it is, why, what to do now, what happened already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.analysis.message import Message
from bot.analysis.report import Question, Report, Verdict
from bot.wording.actions import Verb
from bot.wording.advice import advice, choices
from bot.wording.codes import code_blocks
from bot.wording.foreign import host
from bot.wording.plain import plain
from bot.wording.reasons import main_reasons, reasons
from bot.wording.reply import Block, BlockKind, Button, Reply, Severity
from bot.wording.situations import situation_buttons
from bot.wording.words import Words

FIRST_SCREEN = (
    300  # characters of Japanese: what is read before scrolling on a phone, and what a frightened person takes in
)
_LATIN_FACTOR = 2.2  # the same content takes about so many more letters in a Latin script

# From roomy to tight: how many reasons, and how many characters of a quote in each.
_FITS = ((3, 40), (3, 28), (3, 20), (3, 14), (2, 28), (2, 14), (1, 28), (1, 14))
_SEVERITY = {
    Verdict.SCAM: Severity.DANGER,
    Verdict.SUSPICIOUS: Severity.WARNING,
    Verdict.UNCLEAR: Severity.QUESTION,
    Verdict.NO_SIGN: Severity.CALM,
}


@dataclass(frozen=True, slots=True)
class Screen:
    """How a verdict is shown. `case` is empty where nothing can be pressed (a one-shot check).

    `private` is False where others read the answer too; `asked` tells whether we asked something before;
    `lead` goes first (what the person must know before all else), `notes` last.
    """

    case: str = ""
    private: bool = True
    asked: bool = False
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    replaces: bool = False


def verdict_reply(words: Words, report: Report, message: Message, screen: Screen) -> Reply:
    """The answer to a message: at most about `FIRST_SCREEN` characters before `screen.lead` and `screen.notes`."""
    limit = FIRST_SCREEN if words.catalog.locale == "ja" else round(FIRST_SCREEN * _LATIN_FACTOR)
    question = asked_for(report, asked=screen.asked)
    blocks: tuple[Block, ...] = ()
    for count, quote in _FITS:
        blocks = tuple(_body(words, report, message, screen, question, count, quote))
        if len(plain(blocks)) <= limit:
            break
    lead = (*(Block(BlockKind.NOTE, line) for line in screen.lead), *code_blocks(words, message, short=True))
    notes = tuple(Block(BlockKind.NOTE, line) for line in (*_read_back(words, report), *screen.notes))
    return Reply(
        blocks=(*blocks[:1], *lead, *blocks[1:], *notes),
        severity=_SEVERITY[report.verdict],
        buttons=_buttons(words, report, screen) if screen.case and screen.private else (),
        replaces=screen.replaces,
        report=report,
        question=question.value if question else None,
    )


def _read_back(words: Words, report: Report) -> Iterable[str]:
    """The address that was read off a picture, shown to be compared: a letter may be wrong."""
    read = next((link for link in report.links if link.approximate and link.host), None)
    if read is not None and read.host is not None:
        yield words.text("picture-address", host=host(read.host))


def asked_for(report: Report, *, asked: bool) -> Question | None:
    """The one thing to ask for, or None when nothing is open or we asked already: a second question helps nobody."""
    if report.verdict is not Verdict.UNCLEAR or asked:
        return None
    return report.question or Question.CONTEXT


def headline(words: Words, report: Report, message: Message | None) -> str:
    """The verdict with what it is, on one line."""
    brand = words.brand(report.told)
    match report.verdict:
        case Verdict.UNCLEAR:
            return words.text("headline-unclear")
        case Verdict.NO_SIGN if brand:
            return words.text("headline-no_sign.brand", brand=words.brand_name(brand))
        case Verdict.NO_SIGN:
            return words.text("headline-no_sign")
        case verdict:
            return words.text(f"headline-{verdict}", what=what(words, report, message))


def what(words: Words, report: Report, message: Message | None) -> str:
    """The trick as a noun, with the brand it uses: 「Amazonをかたる偽メール」."""
    kind = f"what-{report.kind or 'other'}"
    brand = words.brand(report.told)
    carrier = words.carrier(message)
    if brand and words.has(f"{kind}.brand"):
        return words.text(f"{kind}.brand", brand=words.brand_name(brand), carrier=carrier)
    return words.text(kind, carrier=carrier)


def _body(
    words: Words, report: Report, message: Message, screen: Screen, question: Question | None, count: int, quote: int
) -> Iterable[Block]:
    yield Block(BlockKind.HEADLINE, headline(words, report, message))
    match report.verdict:
        case Verdict.UNCLEAR:
            yield from _unclear(words, report, question, count, quote)
        case Verdict.NO_SIGN:
            yield from _no_sign(words, report, count, quote)
        case _:
            yield from _risky(words, report, message, count, quote)
            yield Block(BlockKind.TEXT, words.text("ask-done" if screen.private else "ask-done-group"))


def _risky(words: Words, report: Report, message: Message, count: int, quote: int) -> Iterable[Block]:
    found = main_reasons(words, report, count=count, quote=quote) or (words.text("reason-none"),)
    yield Block(BlockKind.HEADING, words.text("heading-reasons"))
    for number, line in enumerate(found, 1):
        yield Block(BlockKind.NUMBERED, line, number=number)
    yield Block(BlockKind.HEADING, words.text("heading-now"))
    for line in advice(words, report, message):
        yield Block(BlockKind.BULLET, line)


def _no_sign(words: Words, report: Report, count: int, quote: int) -> Iterable[Block]:
    found = reasons(words, report, against=False, count=min(count, 2), quote=quote)
    if found:
        yield Block(BlockKind.HEADING, words.text("heading-checked"))
        for line in found:
            yield Block(BlockKind.BULLET, line)
    yield Block(BlockKind.HEADING, words.text("heading-sure"))
    yield Block(BlockKind.BULLET, words.text("sure-limits"))
    brand = words.brand(report.told)
    if brand and brand.app:
        yield Block(BlockKind.BULLET, words.text("sure-app", brand=words.brand_name(brand), place=brand.app))
    elif brand:
        yield Block(BlockKind.BULLET, words.text("sure-brand", brand=words.brand_name(brand)))
    else:
        yield Block(BlockKind.BULLET, words.text("sure-same" if report.links else "sure-later"))


def _unclear(words: Words, report: Report, question: Question | None, count: int, quote: int) -> Iterable[Block]:
    found = reasons(words, report, against=True, count=min(count, 2), quote=quote)
    if question:
        yield Block(BlockKind.HEADING, words.text("heading-question"))
        yield Block(BlockKind.TEXT, words.text(f"question-{question}"))
        yield Block(BlockKind.DETAIL, words.text(f"question-{question}.how"))
    else:
        yield Block(BlockKind.TEXT, words.text("unclear-still"))
    if found:
        yield Block(BlockKind.HEADING, words.text("heading-worries"))
        for line in found:
            yield Block(BlockKind.BULLET, line)
    yield Block(BlockKind.HEADING, words.text("heading-now"))
    yield Block(BlockKind.BULLET, words.text("until-known"))
    if question is None:
        yield Block(BlockKind.BULLET, words.text("unclear-safe-way"))
        number = words.number("shohisha_188")
        if number:
            yield Block(BlockKind.BULLET, words.text("unclear-consult", number=number))


def _buttons(words: Words, report: Report, screen: Screen) -> tuple[tuple[Button, ...], ...]:
    more = words.button("button-more", Verb.MORE, screen.case)
    if report.verdict in (Verdict.UNCLEAR, Verdict.NO_SIGN):
        return ((more,),) if report.evidence or report.links else ()
    return (
        *situation_buttons(words, choices(report), screen.case, other=True),
        (words.button("button-report", Verb.REPORT, screen.case), more),
    )
