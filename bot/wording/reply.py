"""An answer in neutral blocks, which every platform shows in its own best form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.analysis.report import Report

ACTION_BYTES = 64  # Telegram's limit for callback data, the smallest of all platforms


class Severity(StrEnum):
    """The colour of an answer."""

    DANGER = "danger"
    WARNING = "warning"
    QUESTION = "question"
    CALM = "calm"
    INFO = "info"


class BlockKind(StrEnum):
    HEADLINE = "headline"  # one line, the whole answer in a few words
    HEADING = "heading"  # opens a group of lines
    TEXT = "text"  # a paragraph
    NUMBERED = "numbered"  # one item; its number is `Block.number`
    BULLET = "bullet"  # one item
    DETAIL = "detail"  # belongs to the item before it (who to call, until when)
    NOTE = "note"  # small print
    LINK = "link"  # an official page from our own knowledge: the only thing that may be clickable


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of plain text. Foreign text in it is already defanged, but not escaped.

    An adapter escapes `text` for its platform and adds its own markup. Only LINK blocks have a `url`.
    """

    kind: BlockKind
    text: str
    number: int | None = None
    done: bool = False  # a step that was ticked off
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """`action` goes back to the desk as `Incoming.press`: at most `ACTION_BYTES` bytes of UTF-8."""

    action: str
    label: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.action.encode()) <= ACTION_BYTES:
            raise ValueError(f"action id of {len(self.action.encode())} bytes; 1 to {ACTION_BYTES} are allowed")


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as shown: `text` and `contact` are words in the person's language."""

    id: str
    text: str
    contact: str | None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Campaign:
    """Others who reported the same wording: reports in all, distinct people, and the first of them (aware UTC)."""

    id: str
    reports: int
    reporters: int
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `buttons` are rows. `replaces` asks the adapter to edit the message whose button was pressed.

    The fields below `buttons` repeat the answer for programs; people never see them.
    """

    blocks: tuple[Block, ...]
    severity: Severity = Severity.INFO
    buttons: tuple[tuple[Button, ...], ...] = ()
    replaces: bool = False
    report: Report | None = None
    situations: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    question: str | None = None
    campaign: Campaign | None = None
