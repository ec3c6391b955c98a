"""Fetching updates by long poll, so that nothing but a revoked token ends it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

logger = logging.getLogger(__name__)

# The library's way to times that are not bare numbers; without it, it warns at every flood limit.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# Asked for by name each time: without a list Telegram keeps the one it was last given.
ALLOWED = (Update.MESSAGE, Update.CALLBACK_QUERY)

_REFUSALS = 3


class CarefulRequest(HTTPXRequest):
    """Reads the server's answers so that one update the library cannot parse does not hide the others.

    The library parses a batch as a whole and would fetch it again for ever. Here such an update is reduced to its
    id, which parses to an update without content.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse the server's answer. Raises TelegramError if it is not JSON; the message quotes nothing of it."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        result = answer.get("result")
        if isinstance(result, list):
            answer["result"] = [_parsable(entry) for entry in result]
        return answer


def _parsable(entry: Any) -> Any:  # noqa: ANN401 - any JSON
    if not isinstance(entry, dict) or not isinstance(entry.get("update_id"), int):
        return entry
    try:
        Update.de_json(entry, None)
    except Exception as error:  # the library raises whatever a missing or odd field causes
        kinds = ", ".join(sorted(set(entry) - {"update_id"}))
        logger.warning("skipped update %d (%s): %s", entry["update_id"], kinds, type(error).__name__)
        return {"update_id": entry["update_id"]}
    return entry


class Backoff:
    """How long to wait after failures in a row, in seconds: doubling from `first` to `longest`."""

    def __init__(self, first: float = 0.5, longest: float = 30.0) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def reset(self) -> None:
        """Forget the failures."""
        self._next = self._first

    def next(self) -> float:
        """The wait after one more failure."""
        wait = self._next
        self._next = min(self._longest, wait * 2)
        return wait


async def updates(bot: ExtBot[int], *, long_poll: int, backoff: Backoff) -> AsyncIterator[Update]:
    """Every update, once, in order, for ever. A failing network is waited for.

    `long_poll` is how many seconds the server holds a request while there is nothing to deliver.
    Raises InvalidToken when Telegram refuses the token.
    """
    offset: int | None = None
    refusals = 0
    while True:
        try:
            batch = await bot.get_updates(
                offset, timeout=long_poll, read_timeout=long_poll + 10, allowed_updates=list(ALLOWED)
            )
        except InvalidToken:
            # A gateway in trouble may say this too; only a refusal that stays is believed.
            refusals += 1
            if refusals == _REFUSALS:
                raise
            await asyncio.sleep(backoff.next())
            continue
        except RetryAfter as error:
            await asyncio.sleep(seconds(error))
            continue
        except Conflict:
            wait = backoff.next()
            logger.warning(
                "another program fetches this bot's updates, or a webhook is set; trying again in %.0f s", wait
            )
            await asyncio.sleep(wait)
            continue
        except Exception as error:  # whatever happens, go on fetching
            wait = backoff.next()
            reason = "network" if isinstance(error, NetworkError) else "Telegram's answer"
            logger.warning(
                "fetching updates failed (%s: %s); trying again in %.0f s", reason, type(error).__name__, wait
            )
            await asyncio.sleep(wait)
            continue
        backoff.reset()
        refusals = 0
        for update in batch:
            offset = update.update_id + 1
            yield update


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    wait = error.retry_after
    return float(wait if isinstance(wait, int) else wait.total_seconds())
