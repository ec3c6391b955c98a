"""`chat`: the conversation in the terminal, or line by line for programs."""

from __future__ import annotations

import asyncio
import sys

from bot.adapters.console import Console, once
from bot.adapters.console_jsonl import serve
from bot.adapters.console_lines import Lines
from bot.app import on_signals, open_desk, settle, warm
from bot.cli.output import write
from bot.settings import Settings
from bot.wording.catalog import catalog


async def chat(settings: Settings, *, jsonl: bool) -> int:
    """Talk until the end of input or a signal. Returns the exit status."""
    talk = asyncio.current_task()
    assert talk is not None  # noqa: S101 - a coroutine that runs is in a task
    on_signals(talk.cancel)
    try:
        async with open_desk(settings) as desk:
            settle()
            if jsonl:
                await serve(desk.handle, Lines(), write, settings.locale)
            elif sys.stdin.isatty():
                # While the person reads the first words.
                asyncio.get_running_loop().run_in_executor(None, warm)
                await Console(desk.handle, Lines(), write, catalog(settings.locale)).run()
            else:
                await once(desk.handle, await _everything(), write, catalog(settings.locale))
    except asyncio.CancelledError:
        if not jsonl:
            write("\n" + catalog(settings.locale).text("console-bye") + "\n")
    return 0


async def _everything() -> str:
    lines = Lines()
    found: list[str] = []
    while (line := await lines.line()) is not None:
        found.append(line)
    return "\n".join(found)
