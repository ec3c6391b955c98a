from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

import pytest
from bot.adapters.discord_app import DiscordAdapter
from bot.adapters.gather import Pace
from bot.desk.incoming import Incoming
from bot.wording.reply import Block, BlockKind, Reply
from discord_server import TOKEN, DiscordServer

T = TypeVar("T")


class Desk:
    """A desk that notes what it is asked and says what it is told to."""

    def __init__(self) -> None:
        self.asked: list[Incoming] = []
        self.reply: Reply | None = Reply((Block(BlockKind.HEADLINE, "詐欺です"),))
        self.seconds = 0.0
        self.error: Exception | None = None

    async def __call__(self, incoming: Incoming, /) -> Reply | None:
        self.asked.append(incoming)
        await asyncio.sleep(self.seconds)
        if self.error is not None:
            raise self.error
        return self.reply


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def start_bot(server: DiscordServer, desk: Desk) -> AsyncIterator[Callable[..., Awaitable[DiscordAdapter]]]:
    """Starts the bot, as often as a test likes; all are stopped at the end."""
    bots: list[DiscordAdapter] = []

    async def start(token: str = TOKEN, **settings: Any) -> DiscordAdapter:
        settings.setdefault("pace", Pace(part=0.15, typed=0.05, longest=1.0))
        bot = DiscordAdapter(token, desk, api_url=server.api_url, gateway_url=server.gateway_url, **settings)
        bots.append(bot)
        await bot.start()
        await until(lambda: server.published)
        return bot

    yield start
    for bot in bots:
        await bot.stop()


@pytest.fixture
async def bot(start_bot: Callable[..., Awaitable[DiscordAdapter]]) -> DiscordAdapter:
    return await start_bot()


async def until(look: Callable[[], T], seconds: float = 8.0) -> T:
    """What `look` sees as soon as it is something; fails when it stays nothing."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.01)
    return seen
