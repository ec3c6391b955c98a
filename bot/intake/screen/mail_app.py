"""Mail apps: subject and sender above the body, in the order that each app has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.analysis.message import Message, Sender
from bot.intake import pasted
from bot.intake.pasted_headers import sender_of
from bot.intake.screen.furniture import is_back, is_control, is_time, without_time
from bot.intake.screen.letters import mended_letters
from bot.intake.screen.lines import Screen, TextLine
from bot.intake.screen.paragraphs import mended_links, paragraphs

_TO = re.compile(
    r"\s*(?:(?:To|宛先|宛)\s?[:：]?\s?(?:自分|me|.{1,40})?|自分\s?宛|自分へ|to me)\s*[∨vV⌄>＞▼›〉<]?\s*", re.IGNORECASE
)
_TO_START = re.compile(r"\s*(?:To\b|宛先|自分宛|自分へ|to me)", re.IGNORECASE)
_KEY = re.compile(r"\s*(?:差出人|送信元|送信者|From|件名|Subject|日時|Date|宛先|To)\s*[:：]", re.IGNORECASE)
_SENDER_KEY = re.compile(r"\s*(?:差出人|送信元|送信者|From|件名|Subject)\s*[:：]", re.IGNORECASE)
_SENDER_NAME_KEY = re.compile(r"\s*(?:差出人|送信元|送信者|From)\s*[:：]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+%-]{1,64}\s?[@＠]\s?[\w.-]{1,250}\.[A-Za-z]{2,24}")
_OPEN_ADDRESS = re.compile(r"[<＜][^>＞]*$")
_INBOX = re.compile(
    r"\s*(?:[\[［]?受信トレイ[\]］]?|[\[［]?Inbox[\]］]?|メイン|外部|External)\s*[×xX]?\s*$", re.IGNORECASE
)
_HEAD = 0.45  # of the height, in which the addressee stands
_SUBJECT_LINES = 4


def looks_like_mail_app(screen: Screen) -> bool:
    """Whether an addressee, header lines or an inbox label stand in the upper part."""
    return _anchor(screen) is not None or _keyed(screen)


def read_mail_app(screen: Screen) -> Message:
    """The mail that the screen shows."""
    lines = [line for line in screen.lines if not (is_back(line, screen) or is_control(line.text))]
    screen = replace(screen, lines=tuple(lines))
    if _keyed(screen):
        return _read_keyed(lines)
    number = _anchor(screen)
    anchor = lines[number or 0]
    head = [line for line in lines if line.middle < anchor.middle and not is_time(line.text) and not _is_icon(line)]
    if head and len(head[0].text) == 1:  # an arrow
        head = head[1:]
    below = [line for line in lines if line.middle > anchor.middle and line is not anchor]
    head, sender = _sender(head, anchor)
    subject, below = (_subject(head), below) if head else _subject_below(below)
    if below and is_time(below[0].text):
        below = below[1:]
    return Message(body=paragraphs(below), subject=subject or None, sender=sender, channel="email", from_picture=True)


def _head_end(screen: Screen) -> float:
    """The pixel down to which the head of a mail can reach; on a picture cut short, that is most of it."""
    return max(screen.height * _HEAD, screen.width * 0.9)


def _keyed(screen: Screen) -> bool:
    upper = [line for line in screen.lines if line.top < _head_end(screen)]
    return sum(bool(_SENDER_KEY.match(line.text)) for line in upper) >= 2


def _anchor(screen: Screen) -> int | None:
    """The number of the line that names the addressee."""
    lines = [line for line in screen.lines if not (is_back(line, screen) or is_control(line.text))]
    for number, line in enumerate(lines):
        if line.top > _head_end(screen):
            return None
        if number and len(line.text) < 45 and _TO_START.match(line.text) and _TO.fullmatch(line.text):
            return number
    return None


def _is_icon(line: TextLine) -> bool:
    """The round picture with the first letter of the sender's name."""
    return len(line.text) <= 2 and line.raised


def _read_keyed(lines: Sequence[TextLine]) -> Message:
    last = max(number for number, line in enumerate(lines) if _KEY.match(line.text) and number < 14)
    rows: list[str] = []
    for line in lines[: last + 1]:
        if _KEY.match(line.text) or not rows:
            rows.append(mended_letters(line.text))
        else:  # a value that was broken over two lines
            rows[-1] += line.text if re.search(r"[^ -~]$", rows[-1]) or "@" in rows[-1] else f" {line.text}"
    parts = pasted.split("\n".join([*rows, "", paragraphs(lines[last + 1 :])]))
    named = next((row for row in rows if _SENDER_NAME_KEY.match(row)), "")
    sender = sender_of(_SENDER_NAME_KEY.sub("", _close(named))) if named else parts.sender
    return Message(
        body=parts.body, subject=parts.subject, sender=sender, channel="email", quoted=parts.quoted, from_picture=True
    )


def _close(text: str) -> str:
    """A mail address without gaps and full-width signs that reading puts into it."""
    return _ADDRESS.sub(lambda match: re.sub(r"\s", "", match.group()).replace("＠", "@"), text)


def _sender(head: Sequence[TextLine], anchor: TextLine) -> tuple[list[TextLine], Sender]:
    """Who it is from, and the lines above: the sender stands right above the addressee."""
    rest = list(head)
    address: str | None = None
    name: str | None = None
    while rest and anchor.top - rest[-1].bottom < 4.5 * anchor.height and name is None:
        text = without_time(rest.pop().text)
        if rest and _OPEN_ADDRESS.search(rest[-1].text):  # an address that was broken over two lines
            text = without_time(rest.pop().text) + text
        text = _close(text)
        found = _ADDRESS.search(text)
        if found and address is None:
            read = sender_of(mended_letters(_SENDER_NAME_KEY.sub("", text)))
            address, name = read.address, read.name
        elif text:
            name = mended_letters(_SENDER_NAME_KEY.sub("", text))
    return rest, Sender(name=name or None, address=address)


def _subject(head: Sequence[TextLine]) -> str:
    """The largest lines above the sender."""
    if not head:
        return ""
    largest = max(line.height for line in head)
    rows = [line for line in head if line.height > 0.6 * largest and re.search(r"\w", line.text)][-_SUBJECT_LINES:]
    return _INBOX.sub("", paragraphs(rows).replace("\n", "")).strip()


def _subject_below(lines: Sequence[TextLine]) -> tuple[str, list[TextLine]]:
    """The subject under the addressee: lines larger than the body's, or the first where a gap follows."""
    if len(lines) < 2:
        return (mended_links(lines[0].text), []) if lines else ("", [])
    heights = sorted(line.height for line in lines)
    usual = heights[len(heights) // 2]
    used = 1
    while used < min(_SUBJECT_LINES, len(lines) - 1):
        before, line = lines[used - 1], lines[used]
        gap = line.top - before.bottom
        if line.height < 1.12 * usual or gap > 0.9 * usual:
            break
        used += 1
    rows = lines[:used]
    return _INBOX.sub("", paragraphs(rows).replace("\n", "")).strip(), list(lines[used:])
