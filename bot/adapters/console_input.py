"""What is typed in a terminal, as an event."""

from __future__ import annotations

import logging

from bot.adapters.base import Handler, describe
from bot.desk.incoming import Command, Incoming, Piece
from bot.wording.catalog import Catalog
from bot.wording.reply import Block, BlockKind, Reply, Severity

_log = logging.getLogger(__name__)

PLATFORM = "console"

_COMMANDS = {f"/{command.value}": command for command in Command}


def incoming(text: str, user: str, *, locale: str | None = None) -> Incoming:
    """`text` as typed: a command when it begins with one, else a message or words."""
    word, _, rest = text.strip().partition(" ")
    command = _COMMANDS.get(word.lower())
    if command is Command.CHECK:
        return Incoming(PLATFORM, user, user, pieces=(Piece(text=rest),), command=command, locale=locale)
    if command is not None and not rest:
        return Incoming(PLATFORM, user, user, command=command, locale=locale)
    return Incoming(PLATFORM, user, user, pieces=(Piece(text=text),), locale=locale)


async def answered(handler: Handler, event: Incoming, words: Catalog) -> Reply | None:
    """The handler's answer, or a kind sentence when it fails. The log gets what failed, never what was said."""
    try:
        return await handler(event)
    except Exception as error:
        _log.error("an event could not be answered: %s", describe(error))
        return Reply((Block(BlockKind.TEXT, words.text("error-internal")),), Severity.WARNING)
