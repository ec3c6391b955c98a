"""The chat in a terminal, for people: paste a message, answer with a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.adapters.base import Handler
from bot.adapters.console_files import dropped
from bot.adapters.console_input import PLATFORM, answered, incoming
from bot.adapters.console_lines import Lines
from bot.desk.incoming import Command, Incoming, Piece
from bot.wording.catalog import Catalog
from bot.wording.plain import plain
from bot.wording.reply import Button, Reply

# A paste arrives as one burst, blank lines and all; nobody types the next line this fast.
BURST = 0.25  # seconds
USER = "terminal"

_CONTROLS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Console:
    """One conversation in a terminal. `write` prints a text; `catalog` has the words around the answers."""

    def __init__(self, handler: Handler, lines: Lines, write: Callable[[str], None], catalog: Catalog) -> None:
        self._handler = handler
        self._lines = lines
        self._write = write
        self._catalog = catalog
        self._choices: tuple[Button, ...] = ()

    async def run(self) -> None:
        """Talk until the end of input."""
        await self._answer(Incoming(PLATFORM, USER, USER, command=Command.START))
        self._write(self._catalog.text("console-hint") + "\n")
        while True:
            self._write("\n" + self._catalog.text("console-prompt") + " ")
            text = await self._message()
            if text is None:
                self._write("\n" + self._catalog.text("console-bye") + "\n")
                return
            if text.strip():
                await self._answer(self._event(text))

    async def _message(self) -> str | None:
        """All lines of one paste, or the one line that was typed."""
        line = await self._lines.line()
        if line is None:
            return None
        lines = [line]
        while (line := await self._lines.line_within(BURST)) is not None:
            lines.append(line)
        return printable("\n".join(lines))

    def _event(self, text: str) -> Incoming:
        choice = text.strip()
        if choice.isdecimal() and len(choice) < 3 and 1 <= int(choice) <= len(self._choices):
            return Incoming(PLATFORM, USER, USER, press=self._choices[int(choice) - 1].action)
        files = dropped(text)
        if files:
            return Incoming(PLATFORM, USER, USER, pieces=(Piece(attachments=files),))
        return incoming(text, USER)

    async def _answer(self, event: Incoming) -> None:
        reply = await answered(self._handler, event, self._catalog)
        if reply is None:
            return
        self._choices = tuple(button for row in reply.buttons for button in row)
        self._write("\n" + shown(reply) + "\n")


async def once(handler: Handler, text: str, write: Callable[[str], None], catalog: Catalog) -> None:
    """Answer one message and be done."""
    reply = await answered(handler, Incoming(PLATFORM, USER, USER, pieces=(Piece(text=text),)), catalog)
    if reply is not None:
        write(printable(plain(reply.blocks)) + "\n")


def shown(reply: Reply) -> str:
    """The answer for a terminal, its buttons as numbered choices."""
    text = printable(plain(reply.blocks))
    number = 0
    rows = []
    for row in reply.buttons:
        labels = []
        for button in row:
            number += 1
            labels.append(f"[{number}] {printable(button.label)}")
        rows.append("  ".join(labels))
    return "\n".join((text, "", *rows)) if rows else text


def printable(text: str) -> str:
    """`text` without what would steer a terminal: escape sequences and control characters but tab and line end."""
    return _CONTROLS.sub("", text)
