"""The files of an event, read before the event is heard: each becomes a message, or a kind that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from bot.analysis.message import Message
from bot.desk.incoming import Attachment, Incoming, Piece
from bot.intake import Unreadable, read_attachment


class Reader(Protocol):
    """Reads files, one answer for each in order. `intake.workers.Workers` is one."""

    async def read(self, attachments: Sequence[Attachment], /) -> Sequence[Message | Unreadable]: ...


class AtOnce:
    """Reads files in this very process: for a desk on which nobody lays a stranger's file."""

    async def read(self, attachments: Sequence[Attachment], /) -> Sequence[Message | Unreadable]:
        """Each attachment as a message, or why it cannot be read."""
        return [_at_once(attachment) for attachment in attachments]


def _at_once(attachment: Attachment) -> Message | Unreadable:
    try:
        return read_attachment(attachment.name, attachment.media_type, attachment.data)
    except Unreadable as unreadable:
        return unreadable


async def opened(incoming: Incoming, reader: Reader) -> Incoming:
    """`incoming` with what its attachments say in their place."""
    files = [attachment for piece in incoming.pieces for attachment in piece.attachments]
    if not files:
        return incoming
    outcomes = iter(await reader.read(files))
    return replace(incoming, pieces=tuple(_opened(piece, outcomes) for piece in incoming.pieces))


def _opened(piece: Piece, outcomes: Iterator[Message | Unreadable]) -> Piece:
    if not piece.attachments:
        return piece
    own = [next(outcomes) for _ in piece.attachments]
    lost = [outcome.named for outcome in own if isinstance(outcome, Unreadable)]
    return replace(
        piece,
        attachments=(),
        read=(*piece.read, *(outcome for outcome in own if isinstance(outcome, Message))),
        unreadable=piece.unreadable or (lost[0] if lost else None),
    )
