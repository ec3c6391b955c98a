"""What is judged: a suspicious message as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The part of a message that a `Span` points into."""

    SENDER_NAME = "sender_name"
    SENDER = "sender"
    REPLY_TO = "reply_to"
    SUBJECT = "subject"
    BODY = "body"
    LINK = "link"


TOLD = "told"  # the channel of what a person only tells of, in their own words


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (end excluded) of one part, counted in the text as it was received."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the carrier marked as one (an HTML anchor, a chat's text link).

    Links that only stand in the text are found by the analysis and need not be given.
    `visible` is the text a reader sees instead of the target, where it differs. `approximate`: read off a picture,
    so that single letters may be wrong.
    """

    target: str
    visible: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that hangs on the message. It is named and judged by its kind, never opened or run.

    `kind` is what its name and first bytes make of it: program script page macros shortcut disk_image archive
    locked_archive document picture calendar contact other. `disguised` says how the name hides that: double_ending,
    reversed (bidi controls) or spaces; None where it does not.
    """

    name: str
    kind: str
    disguised: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code or the like in a picture. `kind`: link wifi tel sms mail contact paypay linepay crypto otp text.

    `value` is what it holds, as read; `facts` the parts of it that a sentence names (network, number, coin, name).
    A code of kind link stands among the message's links too.
    """

    kind: str
    value: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who the message says it is from. Each field as received, or None where unknown."""

    name: str | None = None
    address: str | None = None  # mail address
    number: str | None = None  # phone number, short code or alphanumeric sender id
    reply_to: str | None = None  # mail address


@dataclass(frozen=True, slots=True)
class Message:
    """One suspicious message. Three voices are kept apart and only the first is judged.

    `subject` and `body` are the words of the message's sender; `comment` is what the person who forwards it
    adds; `quoted` is what the message itself quotes.
    `hidden`, `failed` and `enclosures` are what a mail carries beside its words, `codes` what its pictures hold.
    `channel` is a hint (email sms line dm discord telegram popup web call_script, or `TOLD`); any value is accepted.
    """

    body: str = ""
    subject: str | None = None
    sender: Sender = field(default_factory=Sender)
    links: tuple[Link, ...] = ()
    channel: str | None = None
    comment: str = ""
    quoted: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    codes: tuple[Code, ...] = ()
    hidden: str = ""  # words that a reader does not see
    failed: tuple[str, ...] = ()  # checks of the sender that the receiving server says failed: spf dkim dmarc
    from_picture: bool = False  # the words were read off a picture: single letters may be wrong
