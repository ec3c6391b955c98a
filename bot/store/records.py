"""The rows of the store as plain values. Nothing raw: text is masked, people are keyed hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.analysis.message import Message
from bot.community.indicators import Indicator

__all__ = ["Case", "Erased", "Event", "Indicator", "Sample", "Similar"]


@dataclass(frozen=True, slots=True)
class Case:
    """One person's matter: the messages they showed, what happened to them, how far they are.

    `id` is random, at most 12 characters of [a-z0-9]. `reporter` and `chat` are keyed hashes. `message` is the
    masked message judged so far, or None for recovery without a message. Times are timezone-aware UTC.
    """

    id: str
    reporter: str
    chat: str
    platform: str
    locale: str
    opened: datetime
    updated: datetime
    message: Message | None = None
    verdict: str | None = None
    kind: str | None = None
    brand: str | None = None
    question: str | None = None  # what we asked for last
    situations: tuple[str, ...] = ()
    device: str | None = None
    done: tuple[str, ...] = ()  # ids of the steps ticked off


@dataclass(frozen=True, slots=True)
class Sample:
    """One report of one message, masked. `fingerprint` is the MinHash of the masked text, as bytes."""

    case: str
    reporter: str
    platform: str
    seen: datetime
    message: Message
    verdict: str
    score: float
    kind: str | None
    brand: str | None
    indicators: tuple[Indicator, ...]
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Event:
    """One delivery by a platform, to be acted on once. `key` is the keyed hash of platform and event id."""

    key: str
    reporter: str
    seen: datetime


@dataclass(frozen=True, slots=True)
class Similar:
    """What the community reported before: messages that read like one and the same.

    `campaign` names the group (an opaque id). `reports` counts samples, `reporters` distinct people,
    `first_seen` is the earliest of them (aware UTC).
    """

    campaign: str
    reports: int
    reporters: int
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Erased:
    """What `/forget` or `purge` removed: how many rows of each."""

    cases: int
    samples: int
    events: int
