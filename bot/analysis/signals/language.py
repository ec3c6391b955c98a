"""Broken language: machine translation, and the marks of a mass mailing gone wrong."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal, wording


def broken_english(prepared: Prepared) -> Iterable[Finding]:
    """Stock phrases of English scam mail. Not judged inside Japanese text, where English is decoration."""
    if not prepared.japanese:
        yield from wording("language.broken_english", "broken_english")(prepared)


def markdown_left(prepared: Prepared) -> Iterable[Finding]:
    """Bold marks in a mail or SMS, where nothing turns them into bold: text that a machine wrote and nobody read."""
    if prepared.message.channel not in ("discord", "telegram"):
        found = wording("language.markdown_left", "markdown_left")(prepared)
        # Full-width asterisks are decoration that people type; Markdown knows only the plain ones.
        yield from (finding for finding in found if "**" in finding.quote)


SIGNALS: tuple[Signal, ...] = (
    wording("language.broken_japanese", "broken_japanese"),
    broken_english,
    wording("language.address_as_name", "address_as_name"),
    wording("language.template_marks", "template_marks"),
    markdown_left,
)
