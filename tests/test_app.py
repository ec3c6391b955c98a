"""Adapters are started together, stopped together, and refused in one sentence."""

import asyncio
import os
import signal

import pytest

from bot.adapters.base import AdapterError
from bot.app import adapters, open_desk, run
from bot.desk.incoming import Command, Incoming
from bot.settings import Settings


class Platform:
    """An adapter without a network. `refused`: what it raises at the start; `revoked`: what ends it later."""

    def __init__(self, refused: AdapterError | None = None, revoked: AdapterError | None = None) -> None:
        self.refused = refused
        self.revoked = revoked
        self.log: list[str] = []
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        self.log.append("start")
        if self.refused:
            raise self.refused

    async def wait(self) -> None:
        if self.revoked:
            raise self.revoked
        await self._stopped.wait()

    async def stop(self) -> None:
        self.log.append("stop")
        self._stopped.set()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_stops_all_of_them(number):
    one, two = Platform(), Platform()
    await asyncio.wait_for(run((one, two), lambda: os.kill(os.getpid(), number)), 5)
    assert one.log == two.log == ["start", "stop"]


async def test_a_signal_stops_one_that_still_waits_for_its_network():
    class Away(Platform):
        async def start(self) -> None:
            self.log.append("start")
            asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
            await asyncio.sleep(60)

    away, good = Away(), Platform()
    await asyncio.wait_for(run((away, good), lambda: pytest.fail("not all of them answer")), 5)
    assert away.log == good.log == ["start", "stop"]


async def test_one_that_is_refused_stops_the_others():
    good, bad = Platform(), Platform(refused=AdapterError("error-telegram-token"))
    with pytest.raises(AdapterError):
        await run((good, bad), lambda: pytest.fail("not all of them answer"))
    assert good.log == ["start", "stop"]


async def test_one_that_is_revoked_later_stops_the_others():
    good, bad = Platform(), Platform(revoked=AdapterError("error-discord-token"))
    with pytest.raises(AdapterError):
        await asyncio.wait_for(run((good, bad), lambda: None), 5)
    assert good.log[-1] == "stop"


async def test_the_desk_answers_and_lets_go_of_the_database(tmp_path):
    settings = Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/rows/koresagi.db")
    async with open_desk(settings) as desk:
        reply = await desk.handle(Incoming("test", "u", "c", command=Command.START))
        assert reply is not None
    assert (tmp_path / "rows" / "koresagi.db").is_file()


async def test_only_platforms_with_a_token_are_started():
    async def handler(incoming):
        return None

    assert adapters(Settings(), handler) == {}
    assert list(adapters(Settings(telegram_token="1:abc", telegram_api_url="http://127.0.0.1:9"), handler)) == [
        "Telegram"
    ]
