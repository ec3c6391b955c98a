"""Fetching the files of messages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.adapters.telegram.arrival import Arrival, RemoteFile
from bot.adapters.telegram.retrying import persist
from bot.desk.incoming import Attachment, Incoming
from bot.intake.limits import FILE_BYTES

logger = logging.getLogger(__name__)

# Bytes that one event may bring in all: several large files would not fit into memory beside those of others.
_TOGETHER = 4 * FILE_BYTES

# Kinds of `Piece.unreadable`: a file that is too large, and one that Telegram did not give out.
_LARGE, _GONE = "too_large", "gone"


class Files:
    """Fetches files through `bot`, for at most `at_once` events at a time."""

    def __init__(self, bot: ExtBot[int], *, at_once: int = 4) -> None:
        self._bot = bot
        self._turn = asyncio.Semaphore(at_once)

    async def fetch(self, group: Sequence[Arrival]) -> list[Incoming]:
        """The events of a group with their attachments. A piece whose file cannot be had becomes unreadable."""
        if not any(arrival.files for arrival in group):
            return [arrival.incoming for arrival in group]
        async with self._turn:
            room = _TOGETHER
            fetching = []
            for arrival in group:
                wanted = []
                for remote in arrival.files:
                    size = FILE_BYTES if remote.size is None else remote.size
                    wanted.append((remote, size <= room))
                    room -= min(size, room)
                fetching.append(self._complete(arrival.incoming, wanted))
            return list(await asyncio.gather(*fetching))

    async def _complete(self, incoming: Incoming, wanted: Sequence[tuple[RemoteFile, bool]]) -> Incoming:
        contents = await asyncio.gather(*(self._content(remote) for remote, fits in wanted if fits))
        found = iter(contents)
        pieces = list(incoming.pieces)
        for remote, fits in wanted:
            content = next(found) if fits else _LARGE
            piece = pieces[remote.piece]
            if isinstance(content, str):
                pieces[remote.piece] = replace(piece, unreadable=content)
            else:
                attachment = Attachment(remote.name, remote.media_type, content)
                pieces[remote.piece] = replace(piece, attachments=(*piece.attachments, attachment))
        return replace(incoming, pieces=tuple(pieces))

    async def _content(self, remote: RemoteFile) -> bytes | str:
        """The file, or why it cannot be had: a kind of `Piece.unreadable`."""
        try:
            file = await persist(lambda: self._bot.get_file(remote.id))
            if (file.file_size or 0) > FILE_BYTES:  # a Bot API server of one's own gives out larger ones
                return _LARGE
            content = bytes(await persist(file.download_as_bytearray))
        except TelegramError as error:
            logger.warning("a file could not be fetched: %s", type(error).__name__)
            return _LARGE if isinstance(error, BadRequest) and "too big" in str(error).lower() else _GONE
        return content if len(content) <= FILE_BYTES else _LARGE
