"""Why something a person sent could not be read."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What to tell the person; the words are in the locale."""

    EMPTY = "empty"  # nothing in it
    TOO_LARGE = "too_large"
    IMAGE = "image"  # a picture: its words have to be typed or pasted
    UNKNOWN_KIND = "unknown_kind"  # a file or a kind of chat message that we cannot read


class Unreadable(Exception):  # noqa: N818 - it is what the desk answers with, not a fault of the program
    """Nothing that was sent could be read. `kind` says what it was (a file ending, "sticker", …), if known."""

    def __init__(self, reason: Reason, kind: str | None = None) -> None:
        super().__init__(f"{reason.value}: {kind}" if kind else reason.value)
        self.reason = reason
        self.kind = kind
