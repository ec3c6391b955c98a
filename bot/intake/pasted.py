"""Pasted text: the headers people copy along, and their own remarks, told apart from the message."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.analysis.message import Sender

_KEYS = {
    "sender": "差出人|差出人名|差出人アドレス|送信元|送信元アドレス|送信者|送信者名|発信元|発信者|送り主|from|sender",
    "subject": "件名|タイトル|題名|表題|subject",
    "reply_to": "返信先|reply-to",
    "other": "宛先|宛て先|to|cc|bcc|日時|日付|送信日時|受信日時|送信日|受信日|date|sent|重要度|添付ファイル",
    "body": "本文|内容|メール本文|メッセージ|body|message",
}
_HEADER = re.compile(
    r"[ \t\u3000>＞■◆●・*＊-]{0,6}\*{0,2}(?:"
    + "|".join(f"(?P<{kind}>{names})" for kind, names in _KEYS.items())
    + r")\*{0,2}[ \t\u3000]*[:：][ \t\u3000]*(?P<value>.*)$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\s*(?:[-－―ー_=＿─━]{2,}\s*)?"
    r"(?:forwarded message|original message|begin forwarded message|転送メッセージ|転送されたメッセージ"
    r"|転送されたメール|元のメッセージ|元のメール|オリジナルメッセージ|ここから転送)"
    r"\s*[:：]?\s*(?:[-－―ー_=＿─━]{2,})?\s*$",
    re.IGNORECASE,
)
_ADDRESS = r"[A-Za-z0-9][\w.+%-]{0,63}[@＠][A-Za-z0-9.-]{1,250}\.[A-Za-z]{2,24}"
_ADDRESS_PATTERN = re.compile(_ADDRESS)
_NUMBER = r"[+＋]?[0-9０-９][0-9０-９\s()（）.-]{2,20}[0-9０-９]"
_NAME_AND_ADDRESS = re.compile(rf"\s*\"?([^<>＜＞@\n]{{1,80}}?)\"?\s*[<＜]\s*({_ADDRESS})\s*[>＞]\s*$")
# 「差出人は x@y でした」「番号は090…から」: a remark that tells who sent it.
_SAYS_SENDER = re.compile(
    r"(?:メールアドレス|アドレス|メアド|差出人|送信元|送信者|発信元|電話番号|番号)"
    r"(?:は|が|の方は)?[\s「『\"'（(<＜]{0,3}"
    rf"(?:(?P<address>{_ADDRESS})|(?P<number>{_NUMBER}))"
    r"[\s」』\"'）)>＞]{0,3}(?:から|でした|です|になって|となって|と書|って|だった|$)"
)
_LINK = re.compile(r"https?://|hxxps?://|www\.", re.IGNORECASE)
_QUOTE = re.compile(r"[ \t]*[>＞]")

REMARK_LENGTH = 80
EXPLANATION_LENGTH = 300  # of a line that begins with where the message came from
_ASKED = (
    r"(?:本物|ほんもの|本当|詐欺|サギ|さぎ|偽物|ニセモノ|にせもの|偽|大丈夫|だいじょうぶ|安全|怪しい|あやしい|迷惑メール"
    r"|フィッシング|スパム|正規|公式|マルウェア|ウイルス)"
)
_ASKING = r"(?:です|でしょう|なん|なの|ます|かな|かも|か|や|やろ|ですよね|よね|[?？])"
_CARRIER = r"(?:メール|SMS|ショートメール|メッセージ|LINE|ライン|DM|電話|通知|リンク|URL|もの|やつ|の)"
_ARRIVED = r"(?:来|き|届い|とどい|送られて来|送られてき|入って来|入ってき|もらい|受け取り|受信し)"
_TAIL = r"(?:まし)?(?:た|てい?る|てい?ます)(?!ら|り|場合|とき|時|際)"
_REMARKS = (
    rf"(?:これ|こちら|コレ|この|以下|下記|上記|次).{{0,25}}{_ASKED}.{{0,12}}{_ASKING}",
    rf"{_ASKED}{_ASKING}.{{0,8}}$",
    rf"(?:こんな|こういう|こういった|変な|怪しい|あやしい|不審な|このような|謎の|以下の|下記の|次の|また).{{0,12}}{_CARRIER}(?:が|も|を)?.{{0,6}}{_ARRIVED}{_TAIL}",
    rf"(?:母|父|祖母|祖父|妻|夫|息子|娘|友達|友人|同僚|おばあちゃん|おじいちゃん|主人|私|自分|実家|家族)(?:の|に|から|宛).{{0,20}}{_ARRIVED}{_TAIL}",
    r"(?:どう(?:すれば|したら|思い)|見て(?:もらえ|くれ|ほしい)|確認して(?:もらえ|くれ|ほしい)|判定して|調べて|チェックして)"
    r".{0,12}(?:[?？]|か|い|です|ます|ください|ね|。)?$",
    r"(?:is|are) (?:this|it|these)\b.{0,30}\b(?:legit|real|genuine|scam|safe|fake|phishing|spam|true|ok)\b",
    r"\b(?:legit|scam|real|fake|phishing)\s*\?",
    r"\b(?:got|received|getting) (?:this|it|the following|a weird|a strange|an odd|a suspicious)\b",
    r"\b(?:can|could) (?:you|someone|anyone) (?:check|look at|tell me)\b",
    r"\bmy (?:mom|mum|mother|dad|father|grandma|grandmother|wife|husband|son|daughter|friend)\b"
    r".{0,20}\b(?:got|received)\b",
)
_REMARK = re.compile("|".join(f"(?:{pattern})" for pattern in _REMARKS), re.IGNORECASE)
_WARNING = re.compile(r"場合は|場合|ご注意|にご|お客様|お客さま|弊社|当社|当行")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text in its parts. `headers` tells whether the sender or subject stood above the body."""

    body: str
    subject: str | None = None
    sender: Sender = field(default_factory=Sender)
    comment: str = ""
    quoted: str = ""
    headers: bool = False


def is_remark(line: str) -> bool:
    """Whether a line is what a forwarder says about a message, not the message itself."""
    line = line.strip()
    if not line or len(line) > EXPLANATION_LENGTH or _LINK.search(line):
        return False
    if _SAYS_SENDER.match(line):
        return True
    if len(line) > REMARK_LENGTH:
        return False
    if _SAYS_SENDER.search(line):
        return True
    found = _REMARK.search(line)
    return bool(found) and not (_WARNING.search(line) and not re.search(r"[?？]\s*$", line))


def split(text: str) -> Pasted:
    """`text` in its parts. What is not clearly something else stays in the body. Never raises."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if sum(1 for line in lines if line.strip()) > 1 and all(_QUOTE.match(line) for line in lines if line.strip()):
        lines = [re.sub(r"^[ \t]*(?:[>＞][ \t]?)+", "", line) for line in lines]
    comment: list[str] = []
    lines = _leading_remarks(lines, comment)
    head = _Head()
    lines = head.take(lines, comment)
    lines = _trailing_remarks(lines, comment)
    sender = head.sender()
    for line in comment:
        sender = _complete(sender, line)
    body, quoted = _quoted("\n".join(lines).strip("\n"))
    if not body.strip() and head.subject is None and sender == Sender():
        return Pasted(text)  # only a remark, or nothing that was understood: it is all there is
    return Pasted(body, head.subject, sender, "\n".join(comment), quoted, head.found)


def sender_of(value: str) -> Sender:
    """A sender as people write one: `Name <a@b>`, an address, a number, or a name."""
    value = value.strip().strip("*").strip()
    address = _ADDRESS_PATTERN.search(value)
    if address:
        rest = (value[: address.start()] + value[address.end() :]).strip(" \t\u3000\"'<>＜＞()（）「」[]［］…")
        rest = re.sub(r"[\[<＜(（]?mailto:.*$", "", rest).strip()
        return Sender(name=rest or None, address=address[0].replace("＠", "@"))
    if re.fullmatch(_NUMBER, value):
        return Sender(number=value)
    return Sender(name=value or None)


class _Head:
    """The block of header lines above a message."""

    def __init__(self) -> None:
        self.subject: str | None = None
        self.found = False
        self._sender = Sender()
        self._reply_to: str | None = None

    def sender(self) -> Sender:
        known = self._sender
        return Sender(known.name, known.address, known.number, self._reply_to)

    def take(self, lines: list[str], comment: list[str]) -> list[str]:
        """Reads the block and gives back the lines below it. Words above a forward mark are the forwarder's."""
        for number, line in enumerate(lines[:40]):
            if _FORWARDED.match(line) and self._block(lines[number + 1 :]) is not None:
                comment.extend(above.strip() for above in lines[:number] if above.strip())
                lines = lines[number + 1 :]
                break
        rest = self._block(lines)
        if rest is None:
            return self._name_and_address(lines)
        self.found = True
        used = len(lines) - len(rest)
        self._read(lines[:used])
        return rest

    def _block(self, lines: list[str]) -> list[str] | None:
        """The lines below a header block at the top of `lines`, or None where there is no such block."""
        strong = False
        end = 0
        position = 0
        while position < len(lines) and position < 30:
            line = lines[position]
            match = _HEADER.match(line)
            if match is None:
                if line.strip():
                    break
                position += 1
                continue
            if match["body"]:
                if not strong or match["value"].strip():
                    break
                return lines[position + 1 :]
            strong = strong or bool(match["sender"] or match["subject"])
            position += 1
            if not match["value"].strip() and position < len(lines) and not _HEADER.match(lines[position]):
                position += 1  # the value stands on the next line
            end = position
        return lines[end:] if strong else None

    def _read(self, lines: list[str]) -> None:
        for position, line in enumerate(lines):
            match = _HEADER.match(line)
            if match is None:
                continue
            value = match["value"].strip()
            if not value and position + 1 < len(lines) and not _HEADER.match(lines[position + 1]):
                value = lines[position + 1].strip()
            if match["sender"] and value:
                self._sender = _joined(self._sender, sender_of(value))
            elif match["subject"] and value:
                self.subject = self.subject or value
            elif match["reply_to"] and value:
                self._reply_to = sender_of(value).address

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


def _joined(one: Sender, other: Sender) -> Sender:
    return Sender(
        name=one.name or other.name,
        address=one.address or other.address,
        number=one.number or other.number,
        reply_to=one.reply_to or other.reply_to,
    )


def _complete(sender: Sender, remark: str) -> Sender:
    match = _SAYS_SENDER.search(remark)
    if match is None:
        return sender
    address = (match["address"] or "").replace("＠", "@") or None
    return _joined(sender, Sender(address=address, number=(match["number"] or "").strip() or None))


def _leading_remarks(lines: list[str], comment: list[str]) -> list[str]:
    number = 0
    taken: list[str] = []
    for position, line in enumerate(lines):
        if not line.strip():
            continue
        if not is_remark(line) or len(taken) == 3:
            break
        taken.append(line.strip())
        number = position + 1
    if taken and any(line.strip() for line in lines[number:]):
        comment.extend(taken)
        return lines[number:]
    return lines


def _trailing_remarks(lines: list[str], comment: list[str]) -> list[str]:
    end = len(lines)
    taken: list[str] = []
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        if not line.strip():
            continue
        if not is_remark(line) or len(taken) == 3:
            break
        taken.append(line.strip())
        end = position
    if taken and any(line.strip() for line in lines[:end]):
        comment.extend(reversed(taken))
        return lines[:end]
    return lines


def _quoted(body: str) -> tuple[str, str]:
    """Parts a body from the block of `>` lines that it quotes at its end."""
    lines = body.split("\n")
    start = len(lines)
    while start and (_QUOTE.match(lines[start - 1]) or not lines[start - 1].strip()):
        start -= 1
    quoted = [line for line in lines[start:] if line.strip()]
    above = "\n".join(lines[:start]).strip("\n")
    if len(quoted) < 2 or not above.strip():
        return body, ""
    return above, "\n".join(quoted)
