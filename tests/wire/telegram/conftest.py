"""The bot under test on a socket: our adapter with an unmodified library, and a desk that the test holds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.gather import Pace
from bot.adapters.telegram import TelegramAdapter
from bot.adapters.telegram.polling import Backoff
from bot.app import open_desk
from bot.desk.incoming import Incoming
from bot.settings import Settings
from bot.wording.reply import Block, BlockKind, Button, Reply
from tests.wire.telegram.botapi import TOKEN, BotApi, serving

PACE = Pace(part=0.2, typed=0.1, longest=2)

Say = Callable[[Incoming], Reply | None]


def text_reply(*texts: str, buttons: tuple[str, ...] = (), replaces: bool = False) -> Reply:
    """A reply of plain paragraphs with one row of buttons."""
    row = tuple(Button(action, f"« {action} »") for action in buttons)
    return Reply(tuple(Block(BlockKind.TEXT, text) for text in texts), buttons=(row,) if row else (), replaces=replaces)


@dataclass
class Desk:
    """Notes what it is asked and answers what `say` says."""

    say: Say = field(default=lambda _incoming: text_reply("答え"))
    asked: list[Incoming] = field(default_factory=list)
    delay: float = 0

    async def handle(self, incoming: Incoming, /) -> Reply | None:
        self.asked.append(incoming)
        await asyncio.sleep(self.delay)
        return self.say(incoming)


Running = Callable[..., AbstractAsyncContextManager[TelegramAdapter]]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def running(api: BotApi, desk: Desk, caplog: pytest.LogCaptureFixture) -> Running:
    """Runs the bot for as long as a block lasts. Afterwards no log may hold the token or a traceback."""
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.NOTSET)  # as in a new process, whatever ran before

    @asynccontextmanager
    async def run(token: str = TOKEN) -> AsyncIterator[TelegramAdapter]:
        adapter = TelegramAdapter(
            token, desk.handle, base_url=api.url, pace=PACE, backoff=Backoff(0.02, 0.1), long_poll=5
        )
        try:
            await adapter.start()
            yield adapter
        finally:
            await adapter.stop()
        for record in caplog.records:
            assert TOKEN.split(":")[1] not in record.getMessage()
            assert record.exc_info is None

    return run


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[TelegramAdapter]:
    async with running() as adapter:
        yield adapter


@pytest.fixture
def running_for_real(api: BotApi, tmp_path: Path) -> Running:
    """Runs the bot with the real desk and a store on disk, for as long as a block lasts."""
    settings = Settings(
        database_url=f"sqlite+aiosqlite:///{tmp_path}/koresagi.db", secret_key="a key for the tests of this project"
    )

    @asynccontextmanager
    async def run() -> AsyncIterator[TelegramAdapter]:
        async with open_desk(settings) as desk:
            adapter = TelegramAdapter(TOKEN, desk.handle, base_url=api.url, pace=PACE, long_poll=5)
            await adapter.start()
            try:
                yield adapter
            finally:
                await adapter.stop()

    return run
