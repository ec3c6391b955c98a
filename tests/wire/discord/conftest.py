from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from discord_schema import violations
from discord_server import TOKEN, DiscordServer
from discord_stub import Desk, until

from bot.adapters.discord_app import DiscordAdapter
from bot.adapters.gather import Pace
from bot.store import Store


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert violations(server.requests) == []


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


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/koresagi.db")
    yield store
    await store.close()
