"""Statements about the events already acted on. Each works inside the caller's transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialect import insert_if_absent
from bot.store.records import Event
from bot.store.schema import events


async def claim(connection: AsyncConnection, event: Event) -> bool:
    """Note `event`; False when it was noted before."""
    values = {"key": event.key, "reporter": event.reporter, "seen": event.seen}
    return bool((await connection.execute(insert_if_absent(connection, events, values))).rowcount)


async def forget(connection: AsyncConnection, reporter: str) -> int:
    """Erase what was noted of this person's events; return how many there were."""
    return (await connection.execute(delete(events).where(events.c.reporter == reporter))).rowcount


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Erase the events older than `before`; return how many there were."""
    return (await connection.execute(delete(events).where(events.c.seen < before))).rowcount
