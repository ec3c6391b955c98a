"""Look-alike writing: letters that are not what they seem, words pulled apart, foreign characters."""

from __future__ import annotations

import re
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


# Letters of Unicode's mathematical alphabets. In a profile they are decoration; in a notice they hide words and links.
_STYLED = re.compile(r"[\U0001d400-\U0001d7ff][\U0001d400-\U0001d7ff./:@-]{5,}")


def styled_letters(prepared: Prepared) -> Iterable[Finding]:
    """Words or links in letters that only look like the usual ones, so that programs do not see them."""
    if prepared.message.from_picture:
        return
    for text in prepared.texts:
        for match in _STYLED.finditer(text.raw):
            yield Finding("writing.styled_letters", match.group(), Span(text.part, *match.span()))


# The dot between words that Chinese keyboards write. Japanese ones write U+30FB, which looks almost the same.
_FOREIGN_DOT = re.compile(r"[ぁ-んァ-ヶー一-龥]{1,8}\u00b7[ぁ-んァ-ヶー一-龥]{1,8}")


def foreign_dot(prepared: Prepared) -> Iterable[Finding]:
    """A dot from a Chinese keyboard between Japanese words. Seen in the fake mails of railways' ticket services."""
    if not prepared.japanese or prepared.message.from_picture:
        return
    for text in prepared.texts:
        for match in _FOREIGN_DOT.finditer(text.raw):
            yield Finding("writing.foreign_dot", match.group(), Span(text.part, *match.span()))


SIGNALS: tuple[Signal, ...] = (odd_letters, styled_letters, foreign_dot)
