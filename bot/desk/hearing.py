"""The pieces of an event are told apart: the suspicious message, and the person's own words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from bot.analysis.brands import BrandIndex
from bot.analysis.message import Message
from bot.desk.incoming import Command, Incoming, Piece
from bot.desk.triage import Extent, Voice, triage
from bot.intake import Reason, Unreadable, pasted, read
from bot.knowledge import knowledge
from bot.recovery.account import Account
from bot.recovery.situations import language_of, understand


class Small(StrEnum):
    """Words that need no analysis."""

    THANKS = "thanks"
    GREETING = "greeting"
    RESUME = "resume"
    HELP = "help"
    FORGET = "forget"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Heard:
    """What an event says. `message` is None when there is nothing to judge.

    `fragment`: only a scrap of a message (a link, a number); `words` and `account`: what the person says
    themselves; `secrets`: kinds of secrets of their own that they wrote; `unreadable`: a kind of thing that could
    not be read; `signs_only`: there was text, but not a single letter or digit; `language` of their own words,
    where it shows.
    """

    message: Message | None = None
    fragment: bool = False
    forwarded: bool = False
    words: str = ""
    account: Account | None = None
    small: Small | None = None
    secrets: tuple[str, ...] = ()
    unreadable: str | None = None
    signs_only: bool = False
    language: str | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to answer to."""
        return self.message is None and not self.words.strip()


@dataclass(slots=True)
class _Sorted:
    """The pieces of one event, told apart so far."""

    message: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    small: Small | None = None
    secrets: dict[str, None] = field(default_factory=dict)
    fragment: bool = True  # until a whole message comes
    signs_only: bool = False

    def add(self, piece: Piece, *, judge: bool, has_case: bool) -> None:
        """Sort one piece. `judge`: the person asked for it to be judged, so it is a message whatever it says."""
        if piece.comment.strip():
            self._say(piece.comment)
        piece = replace(piece, comment="")
        copied = pasted.split(piece.text) if piece.forwarded is None else None
        if copied is not None and copied.channel is not None:
            # A copied talk says itself who wrote what; sentence by sentence it would fall to pieces.
            if copied.remarks:
                self._say(copied.remarks)
            self.message.append(piece)
            self.fragment = False
            return
        if piece.forwarded is not None or judge or piece.links or not piece.text.strip():
            if piece.text.strip():
                seen = triage(piece.text, forwarded=True)
                self.fragment = self.fragment and seen.fragment
                self.signs_only = self.signs_only or seen.voice is Voice.EMPTY
            self.message.append(piece)
            return
        seen = triage(piece.text, forwarded=False, has_case=has_case)
        self.secrets |= {kind.value: None for kind in seen.secrets}
        if seen.voice is Voice.EMPTY:
            self.signs_only = True
        if seen.remark is not None:
            self._say(_part(piece.text, seen.remark))
            if seen.message is None:
                self.small = next((small for small in Small if small == seen.voice.value), None)
        if seen.message is not None:
            self.message.append(replace(piece, text=_part(piece.text, seen.message)))
            self.fragment = self.fragment and seen.fragment
        elif piece.read or piece.unreadable or piece.quoted:
            self.message.append(replace(piece, text=""))

    def _say(self, text: str) -> None:
        self.words.append(text.strip())


def hear(incoming: Incoming, *, has_case: bool) -> Heard:
    """Tell the pieces of `incoming` apart. `has_case`: the person showed or told something lately."""
    found = _Sorted()
    for piece in incoming.pieces:
        found.add(piece, judge=incoming.command is Command.CHECK, has_case=has_case)
    message, unreadable = _read(found.message)
    words = "\n".join(found.words)
    # Small words beside a message or other words are only politeness; alone they tell of nothing that happened.
    small = found.small if message is None and len(found.words) == 1 else None
    account = understand(words, _brand) if words and small is None else None
    return Heard(
        message=message,
        fragment=message is not None and found.fragment,
        forwarded=any(piece.forwarded is not None for piece in found.message),
        words=words,
        account=account,
        small=small,
        secrets=tuple(found.secrets),
        unreadable=unreadable,
        signs_only=found.signs_only,
        language=_language(words),
    )


def _read(pieces: list[Piece]) -> tuple[Message | None, str | None]:
    """The pieces as one message, and the kind of what could not be read."""
    lost = next((piece.unreadable for piece in pieces if piece.unreadable), None)
    if not pieces:
        return None, None
    try:
        message = read(pieces)
    except Unreadable as unreadable:
        return None, lost or (None if unreadable.reason is Reason.EMPTY else unreadable.named)
    holds = message.links or message.codes or message.enclosures
    if not holds and not any(sign.isalnum() for sign in f"{message.body}{message.subject or ''}{message.quoted}"):
        return None, lost
    return message, lost


def _language(words: str) -> str | None:
    """The language of the person's own words; None where they show none ("?", "123")."""
    language = language_of(words)
    return None if language == "ja" and words.isascii() else language


def _part(text: str, extent: Extent) -> str:
    return text[extent.start : extent.end]


@cache
def _index() -> BrandIndex:
    return BrandIndex(knowledge())


def _brand(text: str) -> str | None:
    """The brand that the person's own words name first, if any."""
    mentions = _index().mentions(text)
    return mentions[0].brand if mentions else None
