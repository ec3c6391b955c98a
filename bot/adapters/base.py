"""What every platform's adapter is to the rest: something that starts, stops and hands events to a handler."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import Protocol

from bot.desk.incoming import Incoming
from bot.wording.reply import Reply


class Handler(Protocol):
    """Answers one event; None means that nothing is to be said. `desk.Desk.handle` is one."""

    async def __call__(self, incoming: Incoming, /) -> Reply | None: ...


class Adapter(Protocol):
    """One platform. All its methods run in the same event loop as those of the others."""

    async def start(self) -> None:
        """Connect and begin to answer. A network that is away is waited for.

        Raises AdapterError where the platform refuses the bot.
        """

    async def wait(self) -> None:
        """Return once the adapter was stopped.

        Raises AdapterError where the platform refused the bot later on (a token that was revoked).
        """

    async def stop(self) -> None:
        """Take no more events, answer those already taken, and disconnect. May be called without a start."""


class AdapterError(Exception):
    """The platform does not let the bot run, and trying again is of no use.

    `key` is the locale's sentence (`error-…` in errors.ftl) that tells the operator what to mend.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def describe(error: BaseException) -> str:
    """The kind of an error and the lines it came through, the innermost first: what a log may hold.

    The message is left out, since it may quote a person's words or a URL with the token.
    """
    frames = reversed(traceback.extract_tb(error.__traceback__))
    trail = " < ".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {trail}" if trail else type(error).__name__
