"""A desk on a real store in a file, with a clock that the test sets and ids that can be told apart."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.desk.desk import Desk
from bot.desk.incoming import Command, Forward, Incoming, Piece
from bot.knowledge import knowledge
from bot.store import Store
from bot.wording.plain import plain
from bot.wording.reply import Reply

PHISHING = """差出人: services@oc1001.coreserver.jp
件名: 不正アクセスの疑い

【重要】Αmazon株式会社から緊急のご連絡
あなたのアカウントで異常なログインが見つかり、配送先住所が変更されました。新しい配送先住所は24時間後に有効になります。
アカウントにログインして、すぐに設定を変更してください。
https://amazon-co-jp.example-login.top/ap/signin"""


@dataclass
class Person:
    """Someone who talks to the desk. `events` numbers what they send."""

    desk: Desk
    clock: "Clock"
    user: str = "grandmother"
    locale: str | None = None
    private: bool = True
    events: Callable[[], int] = field(default_factory=lambda: count().__next__)

    async def _send(self, **what) -> Reply:
        self.clock.pass_by(timedelta(seconds=30))
        reply = await self.desk.handle(self.event(**what))
        assert reply is not None
        return reply

    def event(self, **what) -> Incoming:
        return Incoming(
            platform="test",
            user=self.user,
            chat=f"chat of {self.user}",
            event=f"{self.user} {self.events()}",
            locale=self.locale,
            private=self.private,
            **what,
        )

    async def says(self, text: str) -> Reply:
        return await self._send(pieces=(Piece(text=text),))

    async def forwards(self, text: str, name: str | None = None, **more) -> Reply:
        return await self._send(pieces=(Piece(text=text, forwarded=Forward(name), **more),))

    async def sends(self, *pieces: Piece) -> Reply:
        return await self._send(pieces=pieces)

    async def gives(self, command: Command, *pieces: Piece) -> Reply:
        return await self._send(command=command, pieces=pieces)

    async def presses(self, reply: Reply, label: str) -> Reply:
        return await self._send(press=action(reply, label))


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


def action(reply: Reply, label: str) -> str:
    """The action of the button whose label begins with `label`."""
    found = {button.label: button.action for row in reply.buttons for button in row}
    return next((value for key, value in found.items() if key.startswith(label)), None) or pytest.fail(
        f"no button {label!r} among {list(found)}"
    )


def labels(reply: Reply) -> list[str]:
    return [button.label for row in reply.buttons for button in row]


def text(reply: Reply) -> str:
    return plain(reply.blocks)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def url(tmp_path):
    return f"sqlite+aiosqlite:///{tmp_path}/koresagi.db"


@pytest.fixture
async def store(url):
    store = await Store.open(url)
    yield store
    await store.close()


def desk_on(store: Store, clock: Clock) -> Desk:
    # Random ids would do; numbered ones make a failing test readable.
    ids = count(int(clock.now.timestamp()))
    return Desk(store, knowledge(), secret=b"a secret for tests only", clock=clock, new_id=lambda: f"c{next(ids):x}")


@pytest.fixture
def desk(store, clock):
    return desk_on(store, clock)


@pytest.fixture
def person(desk, clock):
    return Person(desk, clock)
