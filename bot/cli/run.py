"""`run`: every adapter that has a token, or the console chat when none has."""

from __future__ import annotations

import asyncio

from bot.adapters.base import AdapterError
from bot.app import adapters, open_desk, run, settle, warm
from bot.cli.chat import chat
from bot.cli.output import complain, write
from bot.settings import Settings
from bot.wording.catalog import catalog

REFUSED = 1  # exit status


async def serve(settings: Settings) -> int:
    """Serve until stopped. Returns the exit status."""
    words = catalog(settings.locale)
    if not (settings.discord_token or settings.telegram_token):
        write(words.text("run-no-token-discord") + "\n" + words.text("run-no-token-telegram") + "\n\n")
        return await chat(settings, jsonl=False)
    async with open_desk(settings, ready=True) as desk:
        made = adapters(settings, desk.handle)
        await asyncio.to_thread(warm)
        settle()
        names = ", ".join(made)
        try:
            await run(tuple(made.values()), lambda: write(words.text("run-started", names=names) + "\n"))
        except AdapterError as error:
            complain(words.text(error.key))
            return REFUSED
    write(words.text("console-stopped") + "\n")
    return 0
