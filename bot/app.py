"""Puts the parts together: settings to desk, desk to adapters. The only module that knows all of them."""

from __future__ import annotations

import asyncio
import gc
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.base import Adapter, Handler, describe
from bot.analysis.analyze import analyzer
from bot.desk.desk import Desk
from bot.intake.workers import Workers
from bot.knowledge import knowledge
from bot.recovery.situations import understand
from bot.settings import Settings, SettingsError, secret_key
from bot.store import SchemaTooNewError, Store

_log = logging.getLogger(__name__)


@asynccontextmanager
async def open_desk(settings: Settings, *, ready: bool = False) -> AsyncIterator[Desk]:
    """The desk on its store, which is closed at the end. `ready`: files will come, so a worker is started at once.

    Raises SettingsError where the store cannot be opened.
    """
    key = secret_key(settings)
    try:
        store = await Store.open(settings.database_url)
    except SchemaTooNewError as error:
        raise SettingsError("database-newer") from error
    except (SQLAlchemyError, OSError) as error:
        raise SettingsError("database-open") from error
    closing = asyncio.Event()
    retention = asyncio.create_task(_keep_retention(store, settings.retention_days, closing))
    workers = Workers()
    if ready:
        workers.start()
    try:
        yield Desk(
            store,
            knowledge(),
            secret=key,
            clock=lambda: datetime.now(UTC),
            new_id=lambda: secrets.token_hex(6),
            reader=workers,
            locale=settings.locale,
        )
    finally:
        closing.set()
        await workers.stop()
        await retention
        await store.close()


async def _keep_retention(store: Store, days: int, closing: asyncio.Event) -> None:
    """Erase what is older than `days`, now and once a day, until `closing`."""
    while not closing.is_set():
        try:
            await store.purge(datetime.now(UTC) - timedelta(days=days))
        except SQLAlchemyError as error:
            _log.warning("erasing old records failed and is tried again tomorrow: %s", describe(error))
        with suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), timedelta(days=1).total_seconds())


def warm() -> None:
    """Build what the first message would otherwise wait for: half a second of patterns and words."""
    analyzer().warm()
    understand("")


def settle() -> None:
    """Collect garbage from now on, but never look again at what the start has built: it stays to the end."""
    gc.freeze()
    gc.enable()


def adapters(settings: Settings, handler: Handler) -> dict[str, Adapter]:
    """The adapters that have a token, by name. Their libraries are imported only then: they take a second."""
    made: dict[str, Adapter] = {}
    if settings.discord_token:
        from bot.adapters.discord_app import DiscordAdapter

        made["Discord"] = DiscordAdapter(
            settings.discord_token,
            handler,
            api_url=settings.discord_api_url or None,
            gateway_url=settings.discord_gateway_url or None,
            locale=settings.locale,
        )
    if settings.telegram_token:
        from bot.adapters.telegram import TelegramAdapter

        made["Telegram"] = TelegramAdapter(
            settings.telegram_token,
            handler,
            base_url=settings.telegram_api_url or None,
            base_file_url=settings.telegram_file_url or None,
        )
    return made


async def run(made: Sequence[Adapter], started: Callable[[], None]) -> None:
    """Start the adapters and serve until a signal or until one of them is refused for good.

    They start side by side, since one may wait long for its network. `started` is called once all of them answer.
    Raises AdapterError where a platform refuses the bot.
    """
    stop = asyncio.Event()
    on_signals(stop.set)
    starts = [asyncio.create_task(adapter.start()) for adapter in made]
    stopping = asyncio.create_task(stop.wait())
    waits: list[asyncio.Task[None]] = []
    try:
        if not await _all_done(starts, stopping):
            return
        started()
        waits = [asyncio.create_task(adapter.wait()) for adapter in made]
        done, _ = await asyncio.wait({*waits, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in (*starts, *waits, stopping):
            task.cancel()
        await asyncio.gather(*starts, return_exceptions=True)
        await asyncio.gather(*(adapter.stop() for adapter in made), return_exceptions=True)
        await asyncio.gather(*waits, stopping, return_exceptions=True)


async def _all_done(tasks: Sequence[asyncio.Task[None]], stopping: asyncio.Task[Any]) -> bool:
    """Whether all of `tasks` ended well before `stopping` did. Raises what the first failed one raised."""
    pending: set[asyncio.Task[Any]] = set(tasks)
    while pending:
        done, _ = await asyncio.wait({*pending, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if stopping in done:
            return False
        for task in done:
            task.result()
        pending -= done
    return True


def on_signals(action: Callable[[], object]) -> None:
    """Call `action` on Ctrl-C and on a request to end."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt there
            loop.add_signal_handler(number, action)
