"""Lines under one another as running text: words and links that the screen's width broke are put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.intake.screen.letters import mended_letters
from bot.intake.screen.lines import TextLine

_LINK_LETTERS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_SCHEME = re.compile(r"h\s?t\s?t\s?p\s?(s?)\s?[:;：]\s?[/／]\s?[/／]?\s?", re.IGNORECASE)
_OPEN_LINK = re.compile(rf"(?:https?://|www\.){_LINK_LETTERS}*\Z", re.IGNORECASE)
_WHOLE = re.compile(rf"{_LINK_LETTERS}+\Z")
_HOST_SO_FAR = re.compile(r"(?:https?://|www\.)[A-Za-z0-9.-]*[=:]\Z", re.IGNORECASE)
_BULLET = re.compile(
    r"[・·●○■□◆◇▼▽▲△▶►→⇒※★☆◎✓✔【〔《＜〈→➡*＊-]|[①-⑳]|\d{1,2}[.．)）、](?!\d)|https?:"
    r"|[^\s:：/。、\d]{1,10}[:：]",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[!-%'-,.0-<>@-~]+[-/?&=]?|[-/?&=]|.[、。，．」』）)!！?？ー]*", re.DOTALL)
_WIDE = frozenset("WFA")
_GAP = 1.05  # line heights between lines of one paragraph


def paragraphs(lines: Sequence[TextLine], limit: int | None = None) -> str:
    """The text of lines that stand under one another, from the top.

    `limit` is the pixel at which the screen breaks lines, by default the end of the longest. A line that the next
    word would still have fitted into was ended by its writer.
    """
    limit = limit if limit is not None else max((line.right for line in lines), default=0)
    text = ""
    before: TextLine | None = None
    for line in lines:
        written = mended_links(mended_letters(line.text))
        text += _joint(text, before, line, written, limit) if before else ""
        if text and not text.endswith(("\n", " ")):  # a line end read wrong inside a host
            text = _with_hyphen(text, written)
        text += written
        before = line
    return text


def mended_links(text: str) -> str:
    """`text` with the beginnings of links as they are written: no gaps, no full-width signs."""
    return _SCHEME.sub(lambda match: f"http{match[1].lower()}://", text)


def _joint(text: str, before: TextLine, line: TextLine, written: str, limit: int) -> str:
    """What stands between the text so far and the next line."""
    height = max(before.height, line.height)
    gap = line.top - before.bottom
    if gap > height * _GAP:
        return "\n\n"
    open_link = _OPEN_LINK.search(text)
    if open_link and _aligned(before, line, open_link.group()):
        first = written.split()[0] if written.split() else ""
        if _WHOLE.match(first) and (_broken_here(text, before, line, written, limit) or _runs_on(text)):
            return ""
        return "\n"
    if _BULLET.match(written) or not _broken_here(text, before, line, written, limit):
        return "\n"
    return " " if _narrow(text[-1:]) and _narrow(written[:1]) and re.match(r"[\w,.]", text[-1:]) else ""


def _runs_on(text: str) -> bool:
    """Whether a link cannot end here: after a hyphen, a dot or a sign that more must follow."""
    return text.endswith(("-", "=", "&", "?", ".", "_", "%", "://"))


def _aligned(before: TextLine, line: TextLine, link: str) -> bool:
    started_earlier = len(link) < len(before.text)
    return started_earlier or abs(line.left - before.left) < 1.2 * before.height


def _broken_here(text: str, before: TextLine, line: TextLine, written: str, limit: int) -> bool:
    first = _FIRST.match(written)
    length = _units(first.group() if first else written[:1])
    unit = (line.right - line.left) / max(1, _units(written))
    tolerance = 0.35 * before.height
    return before.right + length * unit > limit - tolerance and bool(text)


def _units(text: str) -> int:
    """Width in halves of a kanji."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in text)


def _narrow(letter: str) -> bool:
    return bool(letter) and unicodedata.east_asian_width(letter) not in _WIDE


def _with_hyphen(text: str, following: str) -> str:
    """A hyphen at a line end is read as "=" or ":" at times; in a host neither can be."""
    if _HOST_SO_FAR.search(text) and re.match(r"[A-Za-z0-9]", following) and not re.match(r"\d{2,5}(?:/|$)", following):
        return text[:-1] + "-"
    return text
