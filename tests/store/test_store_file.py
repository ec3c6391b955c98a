"""What is in the database file itself, and what a killed process leaves there."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import bot.store
from bot.analysis.message import Message
from bot.store import SchemaTooNewError, Store
from bot.store.migrate import SCHEMA
from bot.store.schema import metadata
from tests.store.values import HANAKO, TARO, case, event, sample


def stored_bytes(database: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(database.parent.iterdir()))


async def test_forget_leaves_no_trace_on_the_disk(file_url: str, database: Path) -> None:
    secret = "この文はほかにない言葉ばかり"
    store = await Store.open(file_url)
    try:
        for number in range(40):
            message = Message(body=f"{secret}{number}" * 20)
            await store.record(case(number, message=message), sample(number, message), event(f"{number:032}"))
        await store.record(case(99, reporter=HANAKO), sample(99, reporter=HANAKO), event("9" * 32, reporter=HANAKO))
        assert TARO.encode() in stored_bytes(database)
        assert secret.encode() in stored_bytes(database)

        await store.forget(TARO)

        left = stored_bytes(database)
    finally:
        await store.close()
    assert TARO.encode() not in left
    assert secret.encode() not in left
    assert HANAKO.encode() in left


KILLED = """
import asyncio, sys
sys.path.insert(0, sys.argv[2])
from bot.store import Store
from tests.store.values import case, event, sample

async def main():
    store = await Store.open(sys.argv[1])
    for number in range(10_000):
        await store.record(case(number), sample(number), event(f"{number:032}"))
        print(number, flush=True)

asyncio.run(main())
"""


def write_until_killed(url: str, after: int) -> int:
    """Return the number of the last report that the process said it had written."""
    root = str(Path(bot.store.__file__).parents[2])
    with subprocess.Popen([sys.executable, "-c", KILLED, url, root], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = -1
        for line in process.stdout:
            acknowledged = int(line)
            if acknowledged == after:
                process.kill()
    return acknowledged


async def test_a_killed_process_loses_and_doubles_nothing(file_url: str, database: Path) -> None:
    acknowledged = await asyncio.to_thread(write_until_killed, file_url, 40)
    store = await Store.open(file_url)
    try:
        assert await store.case(f"case{acknowledged}", TARO) is not None
        assert not await store.claim_event(event(f"{acknowledged:032}"))
    finally:
        await store.close()
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        counts = {raw.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("cases", "samples", "events")}
    assert len(counts) == 1
    assert counts.pop()[0] >= acknowledged + 1


async def test_an_existing_database_opens_quickly(file_url: str) -> None:
    await (await Store.open(file_url)).close()
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        await (await Store.open(file_url)).close()
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 3


async def test_a_database_of_a_later_version_is_refused_and_left_alone(file_url: str, database: Path) -> None:
    await (await Store.open(file_url)).close()
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNewError, match="9999"):
        await Store.open(file_url)
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


async def test_the_migrations_lead_to_the_tables_that_the_code_uses(file_url: str, database: Path) -> None:
    await (await Store.open(file_url)).close()
    engine = create_engine(f"sqlite:///{database}")
    try:
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    finally:
        engine.dispose()
    config = Config()
    config.set_main_option("script_location", str(Path(bot.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA


async def test_a_database_in_memory_works_too() -> None:
    store = await Store.open("sqlite+aiosqlite://")
    try:
        assert await store.record(case(), sample(), event())
        assert await store.case("case1", TARO) == case()
        assert (await store.forget(TARO)).samples == 1
    finally:
        await store.close()
