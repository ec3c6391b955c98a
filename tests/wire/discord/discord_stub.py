"""What stands behind the bot in these tests, and how they wait for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from bot.desk.incoming import Incoming
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
