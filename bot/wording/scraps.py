"""The answer to a bare link, mail address, phone number or name: what it is, what is not known, what would decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.analysis.message import Message
from bot.analysis.report import Report, Verdict
from bot.analysis.scraps import Ground, Line, Scrap, ScrapKind
from bot.knowledge.published_numbers import PublishedNumber, Use
from bot.wording.foreign import foreign, host
from bot.wording.reasons import reasons
from bot.wording.reply import Block, BlockKind, Reply
from bot.wording.verdict import Screen, verdict_reply
from bot.wording.words import Words

_VALUE = 40


def scrap_reply(words: Words, scrap: Scrap, report: Report, message: Message, screen: Screen) -> Reply:
    """The first screen about a bare thing: about 300 characters at most before `screen.lead` and `screen.notes`.

    A link or address that gives itself away gets the verdict's own screen, which shows why.
    """
    reply = verdict_reply(words, report, message, screen)
    risky = report.verdict in (Verdict.SCAM, Verdict.SUSPICIOUS)
    if risky and (scrap.kind is not ScrapKind.NUMBER or screen.asked):
        return reply
    if report.verdict is Verdict.NO_SIGN or (screen.asked and reasons(words, report, against=True, count=1, quote=1)):
        return reply
    lead = tuple(Block(BlockKind.NOTE, line) for line in screen.lead)
    notes = tuple(Block(BlockKind.NOTE, line) for line in screen.notes)
    first, *rest = _blocks(words, scrap, risky=risky, asked=screen.asked)
    return replace(reply, blocks=(first, *lead, *rest, *notes))


def _blocks(words: Words, scrap: Scrap, *, risky: bool, asked: bool) -> Iterable[Block]:
    headline = f"scrap-headline-{scrap.kind}"
    yield Block(BlockKind.HEADLINE, words.text(f"{headline}.suspicious" if risky else headline))
    yield Block(BlockKind.HEADING, words.text("scrap-known"))
    for line in _known(words, scrap):
        yield Block(BlockKind.BULLET, line)
    if asked:
        yield Block(BlockKind.TEXT, words.text("scrap-still"))
    else:
        yield Block(BlockKind.HEADING, words.text("heading-question"))
        yield Block(BlockKind.TEXT, words.text(f"scrap-ask-{scrap.kind}"))
    yield Block(BlockKind.HEADING, words.text("heading-now"))
    yield Block(BlockKind.BULLET, words.text(_until(scrap)))
    number = words.number("shohisha_188") if asked else None
    if number:
        yield Block(BlockKind.BULLET, words.text("unclear-consult", number=number))


def _until(scrap: Scrap) -> str:
    if scrap.line is None:
        return "until-known"
    # Only the number on the screen can be faked: who dials a published one reaches its desk.
    desk = any(one.use is Use.DESK for one in scrap.line.published)
    return "scrap-until-desk" if desk else "scrap-until-number"


def _known(words: Words, scrap: Scrap) -> Iterable[str]:
    match scrap.kind:
        case ScrapKind.NUMBER if scrap.line is not None:
            yield from _line(words, scrap.line)
        case ScrapKind.LINK | ScrapKind.MAIL:
            yield from _place(words, scrap)
        case _:
            yield from _name(words, scrap)


def _line(words: Words, line: Line) -> Iterable[str]:
    if line.kind is None:
        yield words.text("scrap-line-none")  # perhaps a secret: it is not repeated
        return
    number = foreign(line.number, _VALUE)
    key = f"scrap-line-{line.kind}"
    if line.place is not None and words.has(f"{key}.place"):
        place = line.place.name if words.catalog.locale == "ja" else line.place.name_en
        yield words.text(f"{key}.place", number=number, place=place)
    else:
        yield words.text(key, number=number)
    if line.published:
        yield _published(words, line.published)
    if line.pattern is not None:
        yield words.text(f"scrap-pattern-{line.pattern}")
    yield words.text("scrap-forged" if line.published else "scrap-not-published")


def _published(words: Words, published: tuple[PublishedNumber, ...]) -> str:
    desks = [one for one in published if one.use is Use.DESK] or list(published)
    names = list(dict.fromkeys(_whose(words, one) for one in desks))
    whose = words.text("scrap-whose" if len(names) == 1 else "scrap-whose.several", name=names[0])
    checked = min(one.checked for one in desks)
    return words.text(
        f"scrap-published-{desks[0].use}",
        whose=whose,
        year=str(checked.year),
        month=str(checked.month),
        day=str(checked.day),
    )


def _whose(words: Words, published: PublishedNumber) -> str:
    brand = words.brand(published.brand)
    if brand is not None:
        return words.brand_name(brand)
    return words.text(f"contact-{published.contact}")


def _place(words: Words, scrap: Scrap) -> Iterable[str]:
    shown = host(scrap.value.rpartition("@")[2], _VALUE)
    brand = words.brand(scrap.brand)
    key = f"scrap-{scrap.kind}-{scrap.ground}"
    if brand is not None and scrap.ground is Ground.OWNER:
        yield words.text(key, host=shown, brand=words.brand_name(brand))
        yield words.text(f"{key}.caution")
        return
    yield words.text(key, host=shown)
    if scrap.kind is ScrapKind.LINK:
        yield words.text("scrap-link-unopened")


def _name(words: Words, scrap: Scrap) -> Iterable[str]:
    brand = words.brand(scrap.brand)
    if brand is None:
        yield words.text("scrap-name-unknown", name=foreign(scrap.value, _VALUE))
        return
    yield words.text("scrap-name-brand", brand=words.brand_name(brand))
    official = next((domain.name for domain in brand.domains if domain.confirmed), None)
    if official and not brand.collective:
        yield words.text("scrap-name-brand.site", host=official)
