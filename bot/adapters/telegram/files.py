"""Fetching the files of a message."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.adapters.telegram.arrival import Arrival, RemoteFile
from bot.adapters.telegram.media import LARGEST
from bot.desk.incoming import Attachment, Incoming

logger = logging.getLogger(__name__)


async def fetch(bot: ExtBot[int], arrival: Arrival) -> Incoming:
    """The event of `arrival` with its attachments. One that cannot be had makes its piece unreadable."""
    if not arrival.files:
        return arrival.incoming
    contents = await asyncio.gather(*(_content(bot, remote) for remote in arrival.files))
    pieces = list(arrival.incoming.pieces)
    for remote, content in zip(arrival.files, contents, strict=True):
        piece = pieces[remote.piece]
        if isinstance(content, bytes):
            attachment = Attachment(remote.name, remote.media_type, content)
            pieces[remote.piece] = replace(piece, attachments=(*piece.attachments, attachment))
        else:
            pieces[remote.piece] = replace(piece, unreadable=content)
    return replace(arrival.incoming, pieces=tuple(pieces))


async def _content(bot: ExtBot[int], remote: RemoteFile) -> bytes | str:
    """The bytes of a file, or the kind of piece it becomes without them."""
    try:
        file = await bot.get_file(remote.id)
        if (file.file_size or 0) > LARGEST:  # a Bot API server of one's own gives out larger ones
            return "large_file"
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        logger.warning("a file could not be fetched: %s", type(error).__name__)
        return "file"
    return content if len(content) <= LARGEST else "large_file"
