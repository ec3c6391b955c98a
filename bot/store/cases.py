"""Statements about cases. Each works inside the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import codec
from bot.store.dialect import insert_if_absent
from bot.store.errors import CaseTakenError
from bot.store.records import Case
from bot.store.schema import cases


async def save(connection: AsyncConnection, case: Case) -> None:
    """Write `case`, new or changed. Raises CaseTakenError when its id is another person's."""
    values = _values(case)
    inserted = await connection.execute(insert_if_absent(connection, cases, values))
    if inserted.rowcount:
        return
    changed = await connection.execute(
        update(cases).where(cases.c.id == case.id, cases.c.reporter == case.reporter).values(values)
    )
    if not changed.rowcount:
        raise CaseTakenError(case.id)


async def get(connection: AsyncConnection, case_id: str, reporter: str) -> Case | None:
    """Return the case, or None where there is none or it is not this person's."""
    found = await connection.execute(select(cases).where(cases.c.id == case_id, cases.c.reporter == reporter))
    row = found.first()
    return None if row is None else _case(row)


async def latest(connection: AsyncConnection, reporter: str, chat: str) -> Case | None:
    """Return the case this person went on with last in this chat."""
    found = await connection.execute(
        select(cases)
        .where(cases.c.reporter == reporter, cases.c.chat == chat)
        .order_by(cases.c.updated.desc(), cases.c.opened.desc(), cases.c.id.desc())
        .limit(1)
    )
    row = found.first()
    return None if row is None else _case(row)


async def forget(connection: AsyncConnection, reporter: str) -> int:
    """Erase this person's cases; return how many there were."""
    return (await connection.execute(delete(cases).where(cases.c.reporter == reporter))).rowcount


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Erase the cases nobody has touched since `before`; return how many there were."""
    return (await connection.execute(delete(cases).where(cases.c.updated < before))).rowcount


def _values(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "reporter": case.reporter,
        "chat": case.chat,
        "platform": case.platform,
        "locale": case.locale,
        "opened": case.opened,
        "updated": case.updated,
        "message": None if case.message is None else codec.encode_message(case.message),
        "verdict": case.verdict,
        "kind": case.kind,
        "brand": case.brand,
        "question": case.question,
        "situations": codec.encode_strings(case.situations),
        "device": case.device,
        "done": codec.encode_strings(case.done),
    }


def _case(row: Row[Any]) -> Case:
    values = dict(row._mapping)
    values["message"] = None if values["message"] is None else codec.decode_message(values["message"])
    values["situations"] = codec.decode_strings(values["situations"])
    values["done"] = codec.decode_strings(values["done"])
    return Case(**values)
