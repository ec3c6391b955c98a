"""The Discord bot: keeps a connection to Discord as long as it runs, whatever happens to it."""

from __future__ import annotations

import asyncio
import logging

import discord
import yarl

from bot.adapters.base import AdapterError, Handler, describe
from bot.adapters.discord_app.client import Client
from bot.adapters.gather import Pace

START_SECONDS = 15.0  # how long a start waits for Discord before it leaves the rest to the background
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 300.0  # seconds between two tries to connect
CALM_SECONDS = 600.0  # a connection that lasted so long was a good one: the pauses start over

_REFUSED_TOKEN = 4004  # gateway close codes
_FOR_GOOD = {
    _REFUSED_TOKEN: "error-discord-token",
    4011: "error-discord-shards",
    4013: "error-discord-intents",
    4014: "error-discord-intents",
}

_log = logging.getLogger(__name__)


class DiscordAdapter:
    """Translates between Discord and `handler`.

    `api_url` ("https://discord.com/api/v10") and `gateway_url` ("wss://gateway.discord.gg/") are only for a proxy or
    a test server; the library knows Discord's own, and holds them for the whole process. `message_content` asks for
    the privileged intent with which a mention can also be about a message that does not mention the bot. `locale` is
    the language of our own sentences where Discord does not say what a person reads.
    """

    def __init__(
        self,
        token: str,
        handler: Handler,
        *,
        api_url: str | None = None,
        gateway_url: str | None = None,
        message_content: bool = False,
        locale: str | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._token = token
        self._handler = handler
        self._message_content = message_content
        self._locale = locale
        self._pace = pace
        self._client: Client | None = None
        self._running: asyncio.Task[None] | None = None
        self._connected = asyncio.Event()
        self._published = False
        if api_url:
            discord.http.Route.BASE = api_url.rstrip("/")
        if gateway_url:
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
        # Below this level the library logs whole messages.
        library = logging.getLogger("discord")
        library.setLevel(max(library.level, logging.INFO))

    async def start(self) -> None:
        """Connect and begin to answer; a Discord that cannot be reached is tried again in the background.

        Raises AdapterError where Discord refuses the token or the intents.
        """
        self._running = asyncio.create_task(self._run())
        connected = asyncio.create_task(self._connected.wait())
        await asyncio.wait({self._running, connected}, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        connected.cancel()
        if self._running.done():
            await self._running
        elif not self._connected.is_set():
            _log.warning("Discord does not answer yet; it is tried again until it does")

    async def wait(self) -> None:
        """Return once the adapter was stopped. Raises AdapterError where Discord refused it later on."""
        if self._running is not None:
            await asyncio.wait({self._running})
            if not self._running.cancelled():
                self._running.result()

    async def stop(self) -> None:
        """Take no more events, answer those already taken, and disconnect."""
        if self._client is not None:
            await self._client.drain()
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        pause = SHORTEST_PAUSE
        while True:
            since = loop.time()
            try:
                await self._connect()
            except AdapterError:
                raise
            except Exception as error:  # whatever it was, people still need the bot
                _log.error("The connection to Discord ended: %s", describe(error))
            if loop.time() - since > CALM_SECONDS:
                pause = SHORTEST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _connect(self) -> None:
        """One connection, from login until it ends. Raises AdapterError if another one would end the same way."""
        self._client = client = Client(
            self._handler, message_content=self._message_content, locale=self._locale, pace=self._pace
        )
        publishing = asyncio.create_task(self._publish(client))
        try:
            await client.start(self._token)
        except discord.LoginFailure as error:
            raise AdapterError(_FOR_GOOD[_REFUSED_TOKEN]) from error
        except discord.PrivilegedIntentsRequired as error:
            raise AdapterError("error-discord-intents") from error
        except discord.ConnectionClosed as error:
            if error.code in _FOR_GOOD:
                raise AdapterError(_FOR_GOOD[error.code]) from error
            raise
        finally:
            publishing.cancel()
            await client.close()

    async def _publish(self, client: Client) -> None:
        """Once connected, tell Discord our commands: once a start, not after every broken connection."""
        await client.connected.wait()
        self._connected.set()
        if not self._published:
            self._published = await client.commands.publish()
