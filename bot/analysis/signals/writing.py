"""Look-alike writing: letters that are not what they seem, words pulled apart, foreign characters."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.message import Span
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal


def odd_letters(prepared: Prepared) -> Iterable[Finding]:
    """Letters of another script, digits for letters, kanji for kana: in a word, or in the very name of a brand."""
    for text, odd in prepared.odd:
        yield Finding(
            f"writing.{odd.trick}",
            text.raw[odd.word_start : odd.word_end],
            Span(text.part, odd.word_start, odd.word_end),
            {"letter": odd.character, "script": odd.script, "imitates": odd.imitates},
        )


SIGNALS: tuple[Signal, ...] = (odd_letters,)
