"""Pasted text: the headers people copy along, and their own remarks, told apart from the message."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.analysis.message import Sender
from bot.intake.pasted_chat import read_conversation
from bot.intake.pasted_headers import ADDRESS, NUMBER, Head, is_header, joined

# 「差出人は x@y でした」「番号は090…から」: a remark that tells who sent it.
_SAYS_SENDER = re.compile(
    r"(?:メールアドレス|アドレス|メアド|差出人|送信元|送信者|発信元|電話番号|番号)"
    r"(?:は|が|の方は)?[\s「『\"'（(<＜]{0,3}"
    rf"(?:(?P<address>{ADDRESS.pattern})|(?P<number>{NUMBER}))"
    r"[\s」』\"'）)>＞]{0,3}(?:から|でした|です|になって|となって|と書|って|だった|$)"
)
_LINK = re.compile(r"https?://|hxxps?://|www\.", re.IGNORECASE)
_QUOTE = re.compile(r"[ \t]*[>＞]")

# Dots that people take apart so that nobody presses the link by accident.
_APART = re.compile(
    r"(?P<scheme>h(?:tt|xx)ps?://[\w.-]{1,100}?)(?: \. ?(?=[a-z0-9-]{2})|\. (?=[a-z]{2,24}/))"
    r"|(?P<bare>(?<![\w.])[A-Za-z0-9-]{2,63}) \. ?(?=[a-z]{2,24}/)"
    r"|(?P<name>(?<![\w.])[A-Za-z0-9-]{2,63}) ?(?:ドット|どっと) ?(?=[A-Za-z][A-Za-z0-9-]{1,62})"
)
_MOST_APART = 4  # dots of one link

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
    """A pasted text in its parts. `headers` tells whether the sender or subject stood above the body.

    `channel` is not None for a copied conversation or text message, which tells itself who wrote what: the comment
    then holds what the reporter wrote in it too, `remarks` only what they say about it.
    """

    body: str
    subject: str | None = None
    sender: Sender = field(default_factory=Sender)
    comment: str = ""
    quoted: str = ""
    headers: bool = False
    channel: str | None = None  # what it was copied from, where that shows: line dm sms
    remarks: str = ""


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
    lines = _mended(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if sum(1 for line in lines if line.strip()) > 1 and all(_QUOTE.match(line) for line in lines if line.strip()):
        lines = [re.sub(r"^[ \t]*(?:[>＞][ \t]?)+", "", line) for line in lines]
    comment: list[str] = []
    lines = _leading_remarks(lines, comment)
    talk = _conversation(lines, comment)
    if talk is not None:
        return talk
    head = Head()
    lines = head.take(lines, comment)
    lines = _trailing_remarks(lines, comment)
    sender = head.sender()
    for line in comment:
        sender = _complete(sender, line)
    body, quoted = _quoted("\n".join(lines).strip("\n"))
    if not body.strip() and head.subject is None and sender == Sender():
        return Pasted(text)  # only a remark, or nothing that was understood: it is all there is
    return Pasted(body, head.subject, sender, "\n".join(comment), quoted, head.found)


def _mended(text: str) -> str:
    """The text with dots of links that were taken apart put back: "https://evil . top", 「evilドットtop」."""
    for _ in range(_MOST_APART):
        mended = _APART.sub(lambda match: f"{match['scheme'] or match['bare'] or match['name']}.", text)
        if mended == text:
            break
        text = mended
    return text


def _conversation(lines: list[str], comment: list[str]) -> Pasted | None:
    """The parts of a copied conversation: the other side is judged, the reporter's own lines are a comment."""
    remarks: list[str] = []
    talk = read_conversation(_trailing_remarks(lines, remarks))
    if talk is None or not talk.body.strip():
        return None
    said = "\n".join(part for part in (*comment, talk.own, *remarks) if part)
    return Pasted(
        talk.body, sender=talk.sender, comment=said, channel=talk.channel, remarks="\n".join((*comment, *remarks))
    )


def _complete(sender: Sender, remark: str) -> Sender:
    match = _SAYS_SENDER.search(remark)
    if match is None:
        return sender
    address = (match["address"] or "").replace("＠", "@") or None
    return joined(sender, Sender(address=address, number=(match["number"] or "").strip() or None))


def _leading_remarks(lines: list[str], comment: list[str]) -> list[str]:
    number = 0
    taken: list[str] = []
    for position, line in enumerate(lines):
        if not line.strip():
            continue
        if not is_remark(line) or is_header(line) or len(taken) == 3:
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
