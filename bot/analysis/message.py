"""What is judged: a suspicious message as plain values."""

from __future__ import annotations

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
    `visible` is the text a reader sees instead of the target, where it differs.
    """

    target: str
    visible: str | None = None


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
    `channel` is a hint (email sms line dm discord telegram popup web call_script, or `TOLD`); any value is accepted.
    """

    body: str = ""
    subject: str | None = None
    sender: Sender = field(default_factory=Sender)
    links: tuple[Link, ...] = ()
    channel: str | None = None
    comment: str = ""
    quoted: str = ""
