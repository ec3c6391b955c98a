"""Opens a database so that what is committed stays and what is erased is gone."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

WRITING = "koresagi_writing"  # execution option of connections that are going to write
_BUSY_MILLISECONDS = 5_000

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # erased rows are overwritten, not only unlinked
)


async def open_engine(database_url: str) -> AsyncEngine:
    """Return an engine for `database_url`; for an SQLite file its folder is made first.

    Raises sqlalchemy.exc.ArgumentError for an address that is none.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    in_memory = url.database in (None, "", ":memory:")
    if not in_memory:
        await asyncio.to_thread(_make_folder, url)
    # A database in memory lives and dies with its one connection.
    pool_options = {"pool_size": 1, "max_overflow": 0} if in_memory else {}
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, **pool_options)
    event.listen(engine.sync_engine, "connect", _configure)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _make_folder(url: URL) -> None:
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)


def _configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin too late (not before DDL or SELECT); `_begin` opens them instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another has written in between, without
    # waiting its turn; whoever is going to write says so from the start.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


async def wipe_log(engine: AsyncEngine) -> None:
    """Move SQLite's write-ahead log into the database and empty it: it still holds pages from before an erasure.

    Where others are reading just then, the log is emptied by the next call or when the last connection closes.
    """
    if engine.dialect.name != "sqlite":
        return
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
        if driver is not None:  # asked directly: SQLite refuses a checkpoint within a transaction
            await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
