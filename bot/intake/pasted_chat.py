"""Copies of conversations: LINE, WhatsApp, Telegram, Discord and text messages, with their names and times.

Which of two people is the reporter is told by names like 「自分」, by the heading of an exported talk, or else by who
sends a link, writes far more, or begins: whoever wants something of a stranger does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bot.analysis.message import Sender

_MOST_LINES = 5000
_CLOCK = r"(?:午前|午後|AM|PM|am|pm)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = (
    r"(?:\d{4}[/.年-]\s?\d{1,2}[/.月-]\s?\d{1,2}日?|\d{1,2}[/月.-]\s?\d{1,2}(?:日|[/.-]\d{2,4})?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?|今日|昨日|きのう|きょう|一昨日"
    r"|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[月火水木金土日]曜日?)"
)
_WEEKDAY = (
    r"(?:\s?[(（][月火水木金土日A-Za-z]{1,3}[)）]|\s?[月火水木金土日]曜日?|,? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?"
)
_DATE_LINE = re.compile(rf"\s*(?:{_DAY}{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? {_DAY})\s*$", re.IGNORECASE)
_WHEN_LINE = re.compile(
    rf"\s*(?:{_DAY}{_WEEKDAY},?\s*(?:at\s)?)?{_CLOCK}\s*(?:既読|配信済み|送信済み|Delivered|Read)?\s*$", re.IGNORECASE
)
_STATE_LINE = re.compile(rf"\s*(?:既読|配信済み|送信済み|開封済み|Delivered|Read)(?:\s*\d{{0,3}}|\s*{_CLOCK})\s*$")
_TALK = re.compile(
    r"\s*\[LINE\]\s*(?:(?P<ja>.{1,60}?)とのトーク(?:履歴)?|Chat (?:history )?(?:with|in) (?P<en>.{1,60}?))\s*$"
)
_SAVED = re.compile(r"\s*(?:保存日時|Saved on)\s*[:：].{0,40}$")
_TABBED = re.compile(rf"\s*(?P<when>{_CLOCK})\t(?P<name>[^\t]{{1,60}})\t(?P<text>.*)$")
_SPACED = re.compile(rf"\s*(?P<when>{_CLOCK})[ \u3000](?P<name>[^\s:：]{{1,30}})[ \u3000](?P<text>\S.*)$")
_EXPORTED = re.compile(
    rf"[\u200e\u200f]?\[?(?P<when>{_DAY},? {_CLOCK})\]?(?: [-–])? (?P<name>[^:：\n]{{1,60}}): (?P<text>.*)$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?P<name>\S[^\n\[\]]{0,60}?)"
    rf"(?:, \[(?:{_DAY}(?:,| at)? ){_CLOCK}\]:?| ?[—–] ?(?P<day>{_DAY}(?:,| at)? ?)?{_CLOCK})\s*$",
    re.IGNORECASE,
)
_OWN = frozenset(
    {
        "自分",
        "私",
        "わたし",
        "ワタシ",
        "俺",
        "僕",
        "ぼく",
        "おれ",
        "本人",
        "me",
        "you",
        "あなた",
        "myself",
        "私（自分）",
        "自分（私）",
    }
)
_SIGNS = re.compile(
    r"\[(?:スタンプ|写真|動画|画像|ファイル|ボイスメッセージ|アルバム|ノート|連絡先|位置情報|Sticker|Photo|Video|File"
    r"|Voice message|Location)\]|☎.{0,30}|<(?:Media omitted|メディアは含まれていません)>"
    r"|\u200e?(?:image|video|sticker|audio) omitted"
)
_LINK = re.compile(r"h(?:tt|xx)ps?://|www\.|line\.me|t\.me/", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?:テキスト ?メッセージ|SMS|MMS|SMS/MMS|RCS|iMessage|\+メッセージ|ショートメール|ショートメッセージ"
    r"|Text Message)"
    r"(?:\s*[・･·/•-]\s*(?:SMS|MMS|RCS|iMessage))?\s*$",
    re.IGNORECASE,
)
_NUMBER_LINE = re.compile(r"\s*(?P<number>[+＋]?[0-9０-９][0-9０-９ ()（）‐－-]{2,22}[0-9０-９])\s*(?:>|＞)?\s*$")
_FAR_MORE = 3  # times as many characters


@dataclass(frozen=True, slots=True)
class Conversation:
    """A copied conversation. `body` is what the other side wrote, `own` what the reporter did."""

    body: str
    own: str
    sender: Sender
    channel: str | None


@dataclass(slots=True)
class _Line:
    name: str
    text: list[str]


def read_conversation(lines: list[str]) -> Conversation | None:
    """The conversation that `lines` are a copy of, or None for anything else. Never raises."""
    if len(lines) > _MOST_LINES:
        return None
    return _talk(lines) or _text_message(lines)


def _talk(lines: list[str]) -> Conversation | None:
    for pattern, channel in ((_TABBED, "line"), (_SPACED, "line"), (_EXPORTED, "dm"), (_HEADED, "dm")):
        found = _spoken(lines, pattern)
        if found is not None:
            spoken, other, exported = found
            marked = exported or any(map(_DATE_LINE.match, lines))
            first = _HEADED.match(lines[0])
            if _convincing(spoken, pattern, marked=marked, dated=bool(first and first["day"])):
                return _sides(spoken, other, channel)
    return None


def _spoken(lines: list[str], pattern: re.Pattern[str]) -> tuple[list[_Line], str | None, bool] | None:
    """What each said, who the talk is with, and whether it has an export's heading; None where it is no talk."""
    spoken: list[_Line] = []
    other = None
    exported = False
    for line in lines:
        match = pattern.match(line) if len(line) < 20_000 else None
        if match:
            text = match["text"] if "text" in pattern.groupindex else ""
            spoken.append(_Line(match["name"].strip().strip("\u200e"), [text] if text else []))
            continue
        heading = _TALK.match(line)
        if heading:
            other, exported = heading["ja"] or heading["en"], True
        elif not line.strip() or _SAVED.match(line) or _DATE_LINE.match(line) or _STATE_LINE.match(line):
            if spoken and not line.strip():
                spoken[-1].text.append("")
        elif spoken:
            spoken[-1].text.append(line)
        else:
            return None
    return (spoken, other, exported) if spoken else None


def _convincing(spoken: list[_Line], pattern: re.Pattern[str], *, marked: bool, dated: bool) -> bool:
    """Whether it is a talk rather than a timetable or a notice that happens to have times."""
    names = Counter(line.name for line in spoken)
    if len(names) > 8 or not any("".join(line.text).strip() for line in spoken):
        return False
    if pattern is _TABBED or marked:
        return True
    if pattern is not _SPACED:
        return len(spoken) >= 2 or dated or any(map(_own, names))
    signs = any(_SIGNS.fullmatch(line.text[0].strip()) for line in spoken if line.text)
    if any(map(_own, names)) or signs:
        return True
    return len(names) == 2 and len(spoken) >= 3  # each line of a timetable begins with something else


def _own(name: str) -> bool:
    return name.strip().lower() in _OWN


def _sides(spoken: list[_Line], other: str | None, channel: str) -> Conversation:
    names = list(dict.fromkeys(line.name for line in spoken))
    own = {name for name in names if _own(name)}
    if not own and len(names) == 2:
        theirs = other if other in names else _other_of(spoken, names)
        own = {name for name in names if name != theirs}
    elif not own and other in names:
        own = {name for name in names if name != other}
    if len(own) == len(names):
        own = set()  # all of it cannot be the reporter's: then there would be nothing to judge
    others = [name for name in names if name not in own]
    return Conversation(
        body=_text([line for line in spoken if line.name not in own]),
        own=_text([line for line in spoken if line.name in own]),
        sender=Sender(name=others[0]) if len(others) == 1 and not _own(others[0]) else Sender(),
        channel=channel,
    )


def _other_of(spoken: list[_Line], names: list[str]) -> str:
    with_link = {line.name for line in spoken if any(map(_LINK.search, line.text))}
    if len(with_link) == 1:
        return with_link.pop()
    length = Counter[str]()
    for line in spoken:
        length[line.name] += sum(map(len, line.text))
    most, least = (name for name, _ in length.most_common(2))
    return most if length[most] >= _FAR_MORE * length[least] else names[0]


def _text(spoken: list[_Line]) -> str:
    said = (_unquoted(_SIGNS.sub("", "\n".join(line.text)).strip()) for line in spoken)
    return "\n".join(text for text in said if text)


def _unquoted(text: str) -> str:
    # An export puts what has several lines in quotation marks.
    return text[1:-1] if "\n" in text and text.startswith('"') and text.endswith('"') else text


def _text_message(lines: list[str]) -> Conversation | None:
    """A text message copied with what the phone shows around it: its number, a label, the time."""
    number = None
    labelled = timed = False
    position = 0
    for position, line in enumerate(lines[:8]):  # noqa: B007 - where it ends is what is sought
        found = _NUMBER_LINE.match(line)
        if not line.strip():
            continue
        if found and number is None and not _DATE_LINE.match(line):
            number = found["number"]
        elif _LABEL.match(line):
            labelled = True
        elif _WHEN_LINE.match(line) or _DATE_LINE.match(line):
            timed = True
        else:
            break
    if not (labelled or (number and (timed or _telephone(number)))):
        return None
    rest = lines[position:]
    while rest and (not rest[-1].strip() or _WHEN_LINE.match(rest[-1]) or _STATE_LINE.match(rest[-1])):
        rest.pop()
    if not any(line.strip() for line in rest) or (rest and rest[0] is lines[-1] and _NUMBER_LINE.match(rest[0])):
        return None
    return Conversation("\n".join(rest).strip("\n"), "", Sender(number=number), "sms")


def _telephone(number: str) -> bool:
    """Whether a line of digits alone is a telephone number rather than a code or an amount."""
    digits = re.sub(r"\D", "", number)
    return number.strip()[:1] in "+＋" or (digits[0] in "0０" and 10 <= len(digits) <= 11)
