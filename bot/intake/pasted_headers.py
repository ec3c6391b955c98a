"""The block of header lines that people copy along above a message, and the marks of mail apps' forwards."""

from __future__ import annotations

import re

from bot.analysis.message import Sender

_KEYS = {
    "sender": "差出人|差出人名|差出人アドレス|差出人メールアドレス|送信元|送信元アドレス|送信元メールアドレス"
    "|送信元番号|送信者|送信者名|送信者アドレス|発信元|発信元番号|発信者|発信者番号|送り主"
    "|送信主|from|sender|sent from",
    "number": "電話番号|番号|発信番号|着信番号|SMS番号|phone|number",
    "subject": "件名|タイトル|題名|表題|メールタイトル|subject|title|re件名",
    "reply_to": "返信先|返信先アドレス|返信アドレス|reply-to|reply to",
    "other": "宛先|宛て先|宛名|送信先|to|cc|bcc|日時|日付|送信日時|受信日時|送信日|受信日|受信時刻|送信時刻|到着日時"
    "|date|sent|received|重要度|優先度|importance|添付ファイル|添付|attachments?|return-path",
    "body": "本文|内容|メール本文|メッセージ|メッセージ本文|文面|文章|body|message|text",
}
_LEAD = r"[ \t\u3000>＞■□◆◇●○▼▽・*＊-]{0,6}\*{0,2}"
_NAMES = "|".join(f"(?P<{kind}>{names})" for kind, names in _KEYS.items())
_ANY_NAME = "|".join(_KEYS.values())
_GAP = r"[ \t\u3000]*"
_HEADER = re.compile(
    rf"{_LEAD}(?:{_NAMES})\*{{0,2}}{_GAP}[:：]\*{{0,2}}{_GAP}(?P<value>.*)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"{_LEAD}[【\[［〔<＜](?:{_NAMES})[】\]］〕>＞]{_GAP}[:：]?{_GAP}(?P<value>.*)$",
    re.IGNORECASE,
)
# Without a colon a key is an ordinary word: what follows has to look like its value.
_WITHOUT_COLON = re.compile(rf"{_LEAD}(?:{_NAMES})[ \t\u3000]+(?P<value>\S.*)$", re.IGNORECASE)
_FURTHER = re.compile(rf"(?<=\S)[ \t\u3000、,/／|｜;；]{{1,8}}(?=(?:{_ANY_NAME}){_GAP}[:：])", re.IGNORECASE)
_FORWARDED = re.compile(
    r"\s*(?:[-－―ー_=＿─━*]{2,}\s*)?"
    r"(?:forwarded message|original message|original e?mail|begin forwarded message|forwarded by [^:：]{1,60}"
    r"|転送メッセージ|転送されたメッセージ|転送されたメール|転送メール|転送元メール|転送元メッセージ|元のメッセージ|元のメール|元メール"
    r"|オリジナルメッセージ|オリジナル メッセージ|ここから転送|受信メール|引用メッセージ)"
    r"(?: from [^:：]{1,60})?\s*[:：]?\s*(?:[-－―ー_=＿─━*]{2,})?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[-－―ー_=＿─━]{8,}\s*$")
_ADDRESS = r"[A-Za-z0-9][\w.+%-]{0,63}[@＠][A-Za-z0-9.-]{1,250}\.[A-Za-z]{2,24}"
ADDRESS = re.compile(_ADDRESS)
NUMBER = r"[+＋]?[0-9０-９][0-9０-９\s()（）.-]{2,20}[0-9０-９]"
_WHOLE_NUMBER = re.compile(NUMBER)
_NAME_AND_ADDRESS = re.compile(rf"\s*\"?([^<>＜＞@\n]{{1,80}}?)\"?\s*[<＜]\s*({_ADDRESS})\s*[>＞]\s*$")
_DATE = re.compile(r"\d{1,4}\s*[/.年月:：-]\s*\d")
_MOST_LINES = 30  # of a header block
_DEEPEST_MARK = 40  # lines above a forward's mark
_LONGEST_LINE = 2000  # characters of a line that is searched for several headers


def sender_of(value: str) -> Sender:
    """A sender as people write one: `Name <a@b>`, an address, a number, or a name."""
    value = value.strip().strip("*").strip()
    address = ADDRESS.search(value)
    if address:
        rest = (value[: address.start()] + value[address.end() :]).strip(" \t\u3000\"'<>＜＞()（）「」[]［］…")
        rest = re.sub(r"[\[<＜(（]?mailto:.*$", "", rest).strip()
        return Sender(name=rest or None, address=address[0].replace("＠", "@"))
    if _WHOLE_NUMBER.fullmatch(value):
        return Sender(number=value)
    return Sender(name=value or None)


def is_header(line: str) -> bool:
    """Whether a line by itself looks like one of a header block."""
    return _header(line) is not None


def joined(one: Sender, other: Sender) -> Sender:
    """`one` with what only `other` knows."""
    return Sender(
        name=one.name or other.name,
        address=one.address or other.address,
        number=one.number or other.number,
        reply_to=one.reply_to or other.reply_to,
    )


class Head:
    """The block of header lines above a message."""

    def __init__(self) -> None:
        self.subject: str | None = None
        self.found = False
        self._sender = Sender()
        self._reply_to: str | None = None

    def sender(self) -> Sender:
        """Who the block says the message is from."""
        known = self._sender
        return Sender(known.name, known.address, known.number, self._reply_to)

    def take(self, lines: list[str], comment: list[str]) -> list[str]:
        """Read the block and give back the lines below it. Words above a forward mark are the forwarder's."""
        for number, line in enumerate(lines[:_DEEPEST_MARK]):
            below = lines[number + 1 :]
            marked = bool(_FORWARDED.match(line)) or bool(_RULE.match(line) and _complete_block(below))
            if marked and _block(_one_a_line(below)[0]) is not None:
                comment.extend(above.strip() for above in lines[:number] if above.strip())
                lines = below
                break
        apart, origins = _one_a_line(lines)
        found = _block(apart)
        if found is None:
            return self._name_and_address(lines)
        self.found = True
        used, body, label_value = found
        self._read(apart[:used])
        # Below the block the lines are as they were, not set apart.
        if label_value:
            line = lines[origins[body - 1]]
            return [line[line.index(label_value) :], *lines[origins[body - 1] + 1 :]]
        return lines[origins[body] :] if body < len(apart) else []

    def _read(self, lines: list[str]) -> None:
        for position, line in enumerate(lines):
            match = _header(line)
            if match is None:
                continue
            value = match["value"].strip()
            if not value and position + 1 < len(lines) and not _header(lines[position + 1]):
                value = lines[position + 1].strip()
            if (match["sender"] or match["number"]) and value:
                self._sender = joined(self._sender, sender_of(value))
            elif match["subject"] and value:
                self.subject = self.subject or value
            elif match["reply_to"] and value:
                self._reply_to = self._reply_to or sender_of(value).address

    def _name_and_address(self, lines: list[str]) -> list[str]:
        for number, line in enumerate(lines):
            if line.strip():
                match = _NAME_AND_ADDRESS.match(line)
                if match and any(below.strip() for below in lines[number + 1 :]):
                    self._sender = Sender(name=match[1].strip() or None, address=match[2].replace("＠", "@"))
                    self.found = True
                    return lines[number + 1 :]
                break
        return lines


def _header(line: str) -> re.Match[str] | None:
    return _HEADER.match(line) or _BRACKETED.match(line) or _looks_like_one(line)


def _looks_like_one(line: str) -> re.Match[str] | None:
    """A header line without a colon, where what follows can be nothing but its value."""
    match = _WITHOUT_COLON.match(line)
    if match is None or len(line) > 200:
        return None
    value = match["value"].strip()
    if match["sender"] or match["reply_to"] or match["number"]:
        sender = sender_of(value)
        fits = bool(sender.number) or bool(sender.address and len(sender.name or "") <= 40)
    elif match["subject"]:
        fits = not value.startswith(("は", "が", "を", "に", "の", "と", "も", "is ", "of ")) and not line[0].isascii()
    else:
        fits = bool(match["other"]) and bool(ADDRESS.search(value) or _DATE.match(value))
    return match if fits else None


def _block(lines: list[str]) -> tuple[int, int, str] | None:
    """The header block at the top of `lines`, or None where there is none.

    How many lines it has; the number of the first line below it, past a label like 「本文：」; and what stands behind
    that label on its line.
    """
    strong = False
    end = 0
    position = 0
    first = True
    while position < len(lines) and position < _MOST_LINES:
        line = lines[position]
        match = _header(line)
        if match is None:
            if line.strip():
                break
            position += 1
            continue
        if match["body"]:
            if not strong:
                break
            return position, position + 1, match["value"].strip()
        if match["number"]:
            # It is who wrote only at the very top: further down a message tells a number of its own.
            if not (first or strong) or not _WHOLE_NUMBER.fullmatch(match["value"].strip()):
                break
            strong = strong or any(below.strip() for below in lines[position + 1 :])
        strong = strong or bool(match["sender"] or (match["subject"] and (match.re is not _WITHOUT_COLON or first)))
        first = False
        position += 1
        if not match["value"].strip() and position < len(lines) and not _header(lines[position]):
            position += 1  # the value stands on the next line
        end = position
    return (end, end, "") if strong else None


def _complete_block(lines: list[str]) -> bool:
    """Whether the lines begin with a sender and at least one more header, as Outlook writes below a bare rule."""
    heads = [match for match in map(_header, [line for line in lines[:6] if line.strip()][:3]) if match]
    return len(heads) >= 2 and any(match["sender"] for match in heads)


def _one_a_line(lines: list[str]) -> tuple[list[str], list[int]]:
    """The lines, with several headers on one line set apart, and which line each is from."""
    apart: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(lines):
        several = number < _DEEPEST_MARK and len(line) <= _LONGEST_LINE and _HEADER.match(line)
        parts = _FURTHER.sub("\n", line).split("\n") if several else [line]
        apart.extend(parts)
        origins.extend([number] * len(parts))
    return apart, origins
