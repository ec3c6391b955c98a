"""One update of Telegram, read: what goes to the desk, and what is needed to answer it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from bot.adapters.gather import Company
from bot.desk.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answer goes. `pressed` is the message whose button was pressed, where it can still be edited."""

    chat: int
    reply_to: int | None = None
    thread: int | None = None
    pressed: int | None = None
    query: str | None = None  # the press, which waits to be acknowledged


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that still has to be fetched for `pieces[piece]`. `size` is in bytes, where Telegram says it."""

    piece: int
    id: str
    name: str
    media_type: str | None
    size: int | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that is for us. `incoming` lacks the attachments named in `files`."""

    incoming: Incoming
    place: Place
    company: Company
    files: tuple[RemoteFile, ...] = ()

    @property
    def lane(self) -> Hashable:
        """Events of one person in one chat keep their order."""
        return self.incoming.chat, self.incoming.user
