"""Old records go by themselves."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.app import open_desk
from bot.desk.desk import Desk
from bot.desk.incoming import Incoming, Piece
from bot.knowledge import knowledge
from bot.settings import Settings
from bot.store import Store


async def test_records_older_than_the_retention_are_gone_after_the_start(tmp_path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/koresagi.db"
    for days, chat in ((40, "old"), (10, "new")):
        store = await Store.open(url)
        desk = Desk(
            store,
            knowledge(),
            secret=b"k" * 16,
            clock=lambda days=days: datetime.now(UTC) - timedelta(days=days),
            new_id=lambda chat=chat: chat,
        )
        text = "お荷物をお預かりしています。本日中にこちらからご確認ください http://parcel.example.top/a"
        await desk.handle(Incoming("test", "u1", chat, pieces=(Piece(text=text),)))
        await store.close()
    settings = Settings(database_url=url, secret_key="k" * 16, retention_days=30)
    async with open_desk(settings):
        await asyncio.sleep(0.3)
    store = await Store.open(url)
    erased = await store.purge(datetime.now(UTC))
    await store.close()
    assert (erased.cases, erased.samples) == (1, 1)
