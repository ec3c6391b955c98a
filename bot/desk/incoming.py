"""What an adapter hands to the desk: one event of a platform as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.message import Link, Message


class Command(StrEnum):
    """A command that a person gave, whatever a platform calls it."""

    START = "start"
    HELP = "help"
    CHECK = "check"  # judge the parts given with it
    RECOVER = "tasukete"  # recovery without a message
    RESUME = "tsuzuki"  # bring the plan back
    PRIVACY = "privacy"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file, already read within the adapter's size limit. `media_type` is what the platform claims."""

    name: str
    media_type: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Forward:
    """Where a forwarded message came from, as far as the platform says. All fields may be None."""

    name: str | None = None
    address: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One message as the platform delivered it.

    `forwarded` is None for what the person typed or pasted; a forward of unknown origin is `Forward()`.
    `comment` is what the person added to a forward or a checked message, `quoted` what the message quotes.
    """

    text: str = ""
    links: tuple[Link, ...] = ()
    forwarded: Forward | None = None
    comment: str = ""
    quoted: str = ""
    attachments: tuple[Attachment, ...] = ()
    unreadable: str | None = None  # sticker voice video contact …: a kind we cannot read
    read: tuple[Message, ...] = ()  # what attachments say, once the intake's workers have read them


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event. Exactly one of `pieces`, `press` and `command` says what it is (CHECK comes with pieces).

    `user` and `chat` are the platform's raw ids; they are turned into keyed hashes at once and never stored.
    `event` is the platform's id of this event, unique within `platform` (a redelivery repeats it); None where
    the platform has none. `names` are what the platform calls the person, to be masked where they occur.
    `locale` is the language the platform reports ("ja", "en-US"), if it does.
    """

    platform: str
    user: str
    chat: str
    event: str | None = None
    pieces: tuple[Piece, ...] = ()
    press: str | None = None  # action id of the button
    command: Command | None = None
    locale: str | None = None
    names: tuple[str, ...] = ()
    private: bool = True  # False where others read the answer too
