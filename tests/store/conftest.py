"""A store on a real database: an SQLite file, or the empty database that KORESAGI_TEST_DATABASE_URL names."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store import Store

OTHER = os.environ.get("KORESAGI_TEST_DATABASE_URL")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "koresagi.db"


@pytest.fixture
def file_url(database: Path) -> str:
    return f"sqlite+aiosqlite:///{database}"


@pytest.fixture
async def url(file_url: str) -> str:
    if OTHER is None:
        return file_url
    engine = create_async_engine(OTHER)
    async with engine.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()
    return OTHER


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = await Store.open(url)
    yield opened
    await opened.close()
