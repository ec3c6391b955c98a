"""Telegram: takes updates by long poll, hands them to the desk, shows what it answers."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bot.adapters.base import AdapterError, Handler, describe
from bot.adapters.gather import Gatherer, Pace, merge
from bot.adapters.telegram import commands
from bot.adapters.telegram.arrival import Arrival
from bot.adapters.telegram.files import Files
from bot.adapters.telegram.polling import Backoff, CarefulRequest, seconds, updates
from bot.adapters.telegram.sender import Sender
from bot.adapters.telegram.translate import Translator
from bot.wording.catalog import catalog
from bot.wording.reply import Block, BlockKind, Reply, Severity

logger = logging.getLogger(__name__)

API_URL = "https://api.telegram.org"

_LONG_POLL = 30  # seconds
_CONNECTIONS = 32
_RETRIES = 3  # of a request that Telegram tells to come back later


class TelegramAdapter:
    """One bot on Telegram.

    `base_url` is the root of the Bot API server ("http://localhost:8081"), `base_file_url` that of its files
    where it differs. `pace` says how long to wait for more of what arrives together; `backoff` how long to wait
    while the network fails.
    """

    def __init__(
        self,
        token: str,
        handler: Handler,
        *,
        base_url: str | None = None,
        base_file_url: str | None = None,
        pace: Pace | None = None,
        backoff: Backoff | None = None,
        long_poll: int = _LONG_POLL,
    ) -> None:
        _keep_the_token_out_of_logs()  # the library notes it as soon as there is a bot
        root = (base_url or API_URL).rstrip("/").removesuffix("/bot")
        files = (base_file_url or root).rstrip("/").removesuffix("/bot").removesuffix("/file")
        self._handler = handler
        self._backoff = backoff or Backoff()
        self._long_poll = long_poll
        self._requests = (
            CarefulRequest(connection_pool_size=_CONNECTIONS, read_timeout=20.0, pool_timeout=20.0),
            CarefulRequest(connection_pool_size=2),
        )
        self._bot: ExtBot[int] = ExtBot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{files}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
            rate_limiter=AIORateLimiter(max_retries=_RETRIES),
        )
        self._sender = Sender(self._bot)
        self._files = Files(self._bot)
        self._gatherer: Gatherer[Arrival] = Gatherer(self._deliver, pace=pace)
        self._polling: asyncio.Task[None] | None = None
        self._menu: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()
        self._failure: Exception | None = None

    async def start(self) -> None:
        """Connect and begin to answer. A network that is away is waited for.

        Raises AdapterError (`error-telegram-token`) where Telegram refuses the token.
        """
        if not await self._accepted():
            await self._disconnect()
            raise AdapterError("error-telegram-token")
        logger.info("connected to Telegram as @%s", self._bot.username)
        self._polling = asyncio.create_task(self._poll(Translator(self._bot.bot)))
        self._menu = asyncio.create_task(self._publish_menu())

    async def wait(self) -> None:
        """Return once the adapter was stopped. Raises AdapterError where Telegram has withdrawn the token."""
        await self._ended.wait()
        if self._failure is not None:
            raise self._failure

    async def stop(self) -> None:
        """Take no more updates, answer those already taken, and disconnect. May be called without a start."""
        tasks = [task for task in (self._polling, self._menu) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._gatherer.close()
        await self._disconnect()
        self._ended.set()

    async def _disconnect(self) -> None:
        await self._bot.shutdown()
        for request in self._requests:  # a bot that was refused leaves them open
            await request.shutdown()

    async def _accepted(self) -> bool:
        """Whether Telegram takes the token. Waits for as long as Telegram cannot be reached."""
        while True:
            try:
                await self._bot.initialize()
                # Updates are not given out while a webhook from elsewhere is set.
                await self._bot.delete_webhook()
            except InvalidToken:
                return False
            except RetryAfter as error:
                await asyncio.sleep(seconds(error))
            except TelegramError as error:
                wait = self._backoff.next()
                logger.warning("Telegram cannot be reached (%s); trying again in %.0f s", type(error).__name__, wait)
                await asyncio.sleep(wait)
            else:
                self._backoff.reset()
                return True

    async def _poll(self, translator: Translator) -> None:
        try:
            async for update in updates(self._bot, long_poll=self._long_poll, backoff=self._backoff):
                try:
                    arrival = translator.read(update)
                except Exception as error:  # one odd update must not end the rest
                    logger.error("an update could not be read: %s", describe(error))  # noqa: TRY400 - without its data
                    continue
                if arrival is not None:
                    await self._gatherer.put(arrival.lane, arrival, arrival.company)
        except InvalidToken:
            logger.error("Telegram has withdrawn the token")  # noqa: TRY400 - the error names the token
            self._failure = AdapterError("error-telegram-token")
            self._ended.set()
        except Exception as error:  # a fault of ours: whoever waits must know that no one is listening any more
            self._failure = error
            self._ended.set()

    async def _deliver(self, group: tuple[Arrival, ...]) -> None:
        """Have a group of updates answered. Whatever goes wrong, the person hears of it and the bot goes on."""
        place = group[-1].place
        try:
            await self._sender.acknowledge(place)
            incoming = merge(await self._files.fetch(group))
            reply = await self._handler(incoming)
        except Exception as error:
            logger.error("an event could not be answered: %s", describe(error))  # noqa: TRY400 - without its data
            reply = _apology(group[-1].incoming.locale)
        if reply is None:
            return
        try:
            await self._sender.answer(reply, place)
        except Exception as error:
            logger.error("an answer could not be shown: %s", describe(error))  # noqa: TRY400 - without its data

    async def _publish_menu(self) -> None:
        failed = await commands.publish(self._bot)
        if failed is not None:
            logger.warning("the command menu could not be set: %s", type(failed).__name__)


def _apology(locale: str | None) -> Reply:
    text = catalog(locale).text("error-internal")
    return Reply((Block(BlockKind.TEXT, text),), severity=Severity.WARNING)


def _keep_the_token_out_of_logs() -> None:
    """Silence what logs whole URLs (the token is part of them) or people's words, at any level of ours."""
    for name in ("httpx", "httpcore", "telegram"):
        library = logging.getLogger(name)
        if library.level < logging.WARNING:
            library.setLevel(logging.WARNING)
