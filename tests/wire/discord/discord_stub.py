"""What stands behind the bot in these tests, and how they wait for it."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from discord_server import TOKEN, DiscordServer

from bot.adapters.discord_app import DiscordAdapter
from bot.adapters.gather import Pace
from bot.desk.desk import Desk as RealDesk
from bot.desk.incoming import Incoming
from bot.knowledge import knowledge
from bot.store import Store
from bot.wording.reply import Block, BlockKind, Reply

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


async def until(look: Callable[[], T], seconds: float = 8.0) -> T:
    """What `look` sees as soon as it is something; fails when it stays nothing."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.01)
    return seen


async def start_for_real(server: DiscordServer, store: Store, ids: itertools.count) -> DiscordAdapter:
    """The bot with the real desk, connected."""
    desk = RealDesk(
        store,
        knowledge(),
        secret=b"k" * 32,
        clock=lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        new_id=lambda: f"case{next(ids)}",
    )
    bot = DiscordAdapter(
        TOKEN,
        desk.handle,
        api_url=server.api_url,
        gateway_url=server.gateway_url,
        pace=Pace(part=0.15, typed=0.05, longest=1.0),
    )
    await bot.start()
    await until(lambda: server.published)
    return bot
