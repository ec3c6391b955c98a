"""Trying a request again while the network fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, TimedOut

T = TypeVar("T")

PAUSES = (0.5, 2.0, 5.0)  # seconds


async def persist(request: Callable[[], Awaitable[T]], pauses: tuple[float, ...] = PAUSES) -> T:
    """The result of `request`, tried again after each of `pauses` (seconds) while the network fails.

    Raises the last error, and any that trying again would not mend.
    """
    timed_out = False
    for pause in pauses:
        try:
            return await request()
        except BadRequest:  # a kind of NetworkError to the library, but it would be refused again
            raise
        except TimedOut:
            # It may have arrived all the same, so it is not repeated again and again.
            if timed_out:
                raise
            timed_out = True
        except NetworkError:
            pass
        await asyncio.sleep(pause)
    return await request()
