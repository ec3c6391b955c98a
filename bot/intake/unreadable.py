"""Why something a person sent could not be read."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What to tell the person; the words are in the locale."""

    EMPTY = "empty"  # nothing in it
    TOO_LARGE = "too_large"
    IMAGE = "image"  # a picture, where this installation cannot read any: its words have to be typed or pasted
    NO_TEXT = "no_text"  # a picture or scan in which no words can be made out
    LOCKED = "locked"  # a file behind a password
    BROKEN = "broken"  # damaged, cut off, or not what it says
    TOO_HEAVY = "too_heavy"  # reading it took too long or too much memory
    UNKNOWN_KIND = "unknown_kind"  # a file or a kind of chat message that we cannot read


class Unreadable(Exception):  # noqa: N818 - it is what the desk answers with, not a fault of the program
    """Nothing that was sent could be read. `kind` says what it was (a file ending, "sticker", …), if known."""

    def __init__(self, reason: Reason, kind: str | None = None) -> None:
        super().__init__(f"{reason.value}: {kind}" if kind else reason.value)
        self.reason = reason
        self.kind = kind

    def __reduce__(self) -> tuple[type[Unreadable], tuple[Reason, str | None]]:
        return type(self), (self.reason, self.kind)  # it crosses the border of a worker process

    @property
    def named(self) -> str:
        """What the desk calls it (`unreadable-…` in the locale)."""
        if self.reason in (Reason.UNKNOWN_KIND, Reason.EMPTY):
            return self.kind or "file"
        return self.reason.value
