"""Chats: SMS threads and messengers with bubbles left and right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.analysis.message import Message, Sender
from bot.intake.screen.blocks import Block, blocks
from bot.intake.screen.furniture import is_back, is_control, is_time
from bot.intake.screen.letters import mended_letters
from bot.intake.screen.lines import Colour, Screen, TextLine, same_colour
from bot.intake.screen.paragraphs import paragraphs

_HEAD = 0.17  # of the height, where a chat says who it is with
_NAME_LENGTH = 40
_SAME_NAME = 70.0  # of 100: the name above a bubble is small and read with faults
_NUMBER = re.compile(r"[+＋]?[\d０-９][\d０-９\s()（）.\-‐–ー]{2,20}[\d０-９]")
_SMS = re.compile(
    r"\W*(?:SMS(?:/MMS)?|MMS|RCS|iMessage|テキストメッセージ.*|(?:SMS|RCS)[\s・]*メッセージ.*|.{0,4}SMS)\W*",
    re.IGNORECASE,
)
_LINE = re.compile(r"既読.{0,4}|.{0,3}メッセージを入[力カ].{0,2}|.{0,14}友だち(?:ではない|追加).{0,12}|.{0,2}Aa.{0,2}")
_SENTENCE_END = re.compile(r"[。！!？?]$")
_NOTICE_BUTTON = (
    r"(?:追加|ブロック|通報|友だち追加|迷惑メッセージ(?:として|を)報告|迷惑として報告|スパムを?報告|削除"
    r"|Block|Report|Add)"
)
_NOTICE = re.compile(
    r"(?:SMS|MMS|RCS|iMessage)(?:/MMS)?|.{0,12}(?:友だちではない|送信[元者].{0,3}連絡先.{0,4}に|連絡先に登録され).{0,40}"
    rf"|(?:{_NOTICE_BUTTON}[\s・|｜]*)+"
)
_SENDER_ID = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ._-]{2,11}")  # what a company sends SMS under
_BACK_SIGN = re.compile(r"^[<‹〈＜くᐸ←⟨\s]+(?:\d{1,3}\s+)?")
_AFTER_NAME = re.compile(r"[\s>＞›〉∨v⌄☰≡⋮]+$")


def looks_like_chat(screen: Screen) -> bool:
    """Whether the message stands in bubbles or the app names itself a messenger."""
    raised = [line for line in screen.lines if line.raised]
    return bool(raised) or any(_SMS.fullmatch(line.text) or line.text.startswith("既読") for line in screen.lines)


def read_chat(whole: Screen, screen: Screen) -> Message:
    """The other side's bubbles as body, the reporter's own as comment. `whole` still has what the phone adds."""
    page, surface = _page(screen), screen.lines
    head, lines = _head(surface, screen)
    sender = _sender(head)
    channel = _channel(whole, sender)
    if channel == "sms" and sender.name and _SENDER_ID.fullmatch(sender.name):
        sender = Sender(number=sender.name)
    kept = [line for line in lines if not (is_time(line.text) or _is_around(line, sender, screen))]
    groups = blocks(kept)
    theirs_colour = _theirs(groups, screen.width)
    own = [group for group in groups if _is_own(group, screen.width, theirs_colour, page)]
    theirs = [group for group in groups if group not in own]
    limit = max((group.right for group in theirs), default=0)
    return Message(
        body="\n\n".join(paragraphs(group.lines, limit) for group in theirs),
        sender=sender,
        channel=channel,
        comment="\n".join(paragraphs(group.lines) for group in own),
        from_picture=True,
    )


def _head(lines: Sequence[TextLine], screen: Screen) -> tuple[list[TextLine], list[TextLine]]:
    """The lines above the thread that name who it is with, and the thread."""
    if screen.height < 1.2 * screen.width:
        return [], list(lines)
    top = min(screen.height * _HEAD, 0.42 * screen.width)
    head: list[TextLine] = []
    for number, line in enumerate(lines):
        text = _plain_name(line.text)
        if is_back(line, screen) or len(text) < 2:  # an arrow, or the letter in the round picture
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        too_near = below is not None and below.top - line.bottom < 0.5 * line.height and not is_time(below.text)
        if line.middle > top or is_time(line.text) or _NOTICE.fullmatch(text) or line.raised or too_near:
            return head, list(lines[number:])
        if len(text) > _NAME_LENGTH or _SENTENCE_END.search(text) or head:
            return head, list(lines[number:])
        head.append(line)
    return head, []


def _sender(head: Sequence[TextLine]) -> Sender:
    name = next((text for line in head if (text := _plain_name(line.text))), "")
    if _NUMBER.fullmatch(name):
        return Sender(number=name)
    return Sender(name=name or None)


def _plain_name(text: str) -> str:
    text = re.sub(r"\s?[(（]\d{1,4}[)）]$", "", _AFTER_NAME.sub("", _BACK_SIGN.sub("", text)))
    return mended_letters(text.strip())


def _is_around(line: TextLine, sender: Sender, screen: Screen) -> bool:
    """Whether a line is the app's: the name above a bubble, an input field, a notice about the sender."""
    name = sender.name or sender.number
    if name and _is_name(mended_letters(line.text), name):
        return True
    return is_control(line.text) or bool(_NOTICE.fullmatch(line.text.strip())) or is_back(line, screen)


def _is_name(text: str, name: str) -> bool:
    one, other = _squeezed(text), _squeezed(name)
    return abs(len(one) - len(other)) <= 2 and fuzz.ratio(one, other) >= _SAME_NAME


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _page(screen: Screen) -> Colour | None:
    return next((line.edge for line in screen.lines if line.edge is not None), None)


def _theirs(groups: Sequence[Block], width: int) -> Colour | None:
    """The ground of the bubbles that hang on the left."""
    left = [group for group in groups if group.left < 0.25 * width and group.lines[0].raised]
    return max(left, key=lambda group: len(group.lines)).lines[0].ground if left else None


def _is_own(group: Block, width: int, theirs: Colour | None, page: Colour | None) -> bool:
    """Whether a bubble hangs on the right, where the person's own words stand."""
    free_left, free_right = group.left, width - group.right
    if free_left < 0.18 * width or free_right > 0.75 * free_left:
        return False
    ground = group.lines[0].ground
    if ground is None or theirs is None:
        return free_right < 0.12 * width
    return not same_colour(ground, theirs) and not same_colour(ground, page)


def _channel(screen: Screen, sender: Sender) -> str | None:
    texts = [line.text for line in screen.lines]
    if any(_SMS.fullmatch(text) for text in texts):
        return "sms"
    if sender.number:
        return "sms"
    return "line" if any(_LINE.fullmatch(text) for text in texts) else None
