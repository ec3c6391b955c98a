"""Puts the parts together: settings to desk, desk to adapters. The only module that knows all of them."""

from __future__ import annotations

import asyncio
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from bot.adapters.base import Adapter, Handler
from bot.desk.desk import Desk
from bot.knowledge import knowledge
from bot.settings import Settings, SettingsError, secret_key


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """The desk on its store, which is closed at the end. Raises SettingsError where the store cannot be opened."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.store import SchemaTooNewError, Store

    key = secret_key(settings)
    try:
        store = await Store.open(settings.database_url)
    except SchemaTooNewError as error:
        raise SettingsError("database-newer") from error
    except (SQLAlchemyError, OSError) as error:
        raise SettingsError("database-open") from error
    try:
        yield Desk(
            store,
            knowledge(),
            secret=key,
            clock=lambda: datetime.now(UTC),
            new_id=lambda: secrets.token_hex(6),
            locale=settings.locale,
        )
    finally:
        await store.close()


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

    `started` is called once all of them answer. Raises AdapterError where a platform refuses the bot.
    """
    stop = asyncio.Event()
    on_signals(stop.set)
    try:
        for adapter in made:
            await adapter.start()
        started()
        waits = [asyncio.create_task(adapter.wait()) for adapter in made]
        stopping = asyncio.create_task(stop.wait())
        done, pending = await asyncio.wait({*waits, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        for task in done:
            task.result()
    finally:
        await asyncio.gather(*(adapter.stop() for adapter in made), return_exceptions=True)


def on_signals(action: Callable[[], object]) -> None:
    """Call `action` on Ctrl-C and on a request to end."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt there
            loop.add_signal_handler(number, action)
