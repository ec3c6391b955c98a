"""Fetching the files of messages, from Discord's own file servers and from nowhere else."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
import yarl

from bot.adapters.base import describe
from bot.adapters.readable import is_readable
from bot.desk.incoming import Attachment
from bot.intake.limits import FILE_BYTES

TOTAL_BYTES = 4 * FILE_BYTES  # over all files of one event, which are in memory together
READ_SECONDS = 20.0  # for all of them
HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})

_CHUNK = 64 * 1024
_OK = 200
_NOT_READ = {"audio": "voice", "video": "video"}
# Kinds of `Piece.unreadable`.
_FILE, _LARGE, _GONE = "file", "too_large", "gone"

_log = logging.getLogger(__name__)


class Allowance:
    """What may still be read for one event: bytes, and seconds from now. To be made in a running event loop."""

    def __init__(self) -> None:
        self._bytes = TOTAL_BYTES
        self._until = asyncio.get_running_loop().time() + READ_SECONDS

    async def read(self, file: discord.Attachment) -> Attachment | str:
        """The file, or why we cannot take it: a kind of `Piece.unreadable`."""
        kind = (file.content_type or "").split("/")[0]
        if kind in _NOT_READ:
            return _NOT_READ[kind]
        if not is_readable(file.filename, file.content_type):
            return _FILE
        room = min(FILE_BYTES, self._bytes)
        if file.size > room:
            return _LARGE
        if not _is_discords(file.url):
            _log.warning("An attachment lies on a server that is not Discord's and was not fetched")
            return _GONE
        try:
            async with asyncio.timeout_at(self._until):
                data = await _download(file.url, room)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            _log.warning("An attachment could not be read: %s", describe(error))
            return _GONE
        if data is None:
            return _LARGE
        self._bytes -= len(data)
        return Attachment(file.filename, file.content_type, data)


def _is_discords(url: str) -> bool:
    """Whether `url` is on Discord's file servers, or on the server of the API itself where that is another one."""
    try:
        address = yarl.URL(url)
        return (address.scheme == "https" and address.host in HOSTS) or (
            address.origin() == yarl.URL(discord.http.Route.BASE).origin()
        )
    except ValueError:
        return False


async def _download(url: str, most: int) -> bytes | None:
    """What is at `url`; None where it is more than `most` bytes. Goes nowhere else, wherever the server may point.

    Raises aiohttp.ClientError or OSError where it cannot be had.
    """
    async with (
        # The pictures' addresses are signed as they stand, so they are not written anew.
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
        session.get(yarl.URL(url, encoded=True), allow_redirects=False) as response,
    ):
        if response.status != _OK:
            raise aiohttp.ClientError(f"status {response.status}")
        data = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            data += chunk
            if len(data) > most:
                return None
        return bytes(data)
