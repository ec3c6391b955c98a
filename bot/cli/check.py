"""`check`: judge files once; nothing is stored."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence

from bot.adapters.console import printable
from bot.adapters.console_files import FILE_BYTES, attachment
from bot.adapters.console_objects import check_object
from bot.analysis.analyze import analyze
from bot.analysis.message import Message
from bot.cli.output import complain, write
from bot.desk.incoming import Attachment
from bot.desk.opening import AtOnce
from bot.intake import Unreadable, read_parts
from bot.intake.workers import Workers
from bot.knowledge import knowledge
from bot.wording.catalog import catalog
from bot.wording.plain import plain
from bot.wording.verdict import Screen, verdict_reply
from bot.wording.words import Words

TEXT_BYTES = 200_000  # up to which a text is read at once
UNUSABLE = 2  # exit status
STANDARD_INPUT = "-"


def check(names: Sequence[str], *, as_json: bool, locale: str) -> int:
    """Judge the files as parts of one message and print the answer. Returns the exit status."""
    words = Words(catalog(locale), knowledge())
    files: list[Attachment] = []
    for name in names:
        try:
            files.append(_file(name))
        except (OSError, ValueError):
            return _refuse(words.text("check-no-file", name=printable(name)))
    parts: list[Message] = []
    for name, outcome in zip(names, asyncio.run(_read(files)), strict=True):
        if isinstance(outcome, Unreadable):
            return _refuse(words.text(f"check-{outcome.reason}", name=printable(name)))
        parts.append(outcome)
    try:
        message = read_parts(parts)
    except Unreadable as unreadable:
        return _refuse(words.text(f"check-{unreadable.reason}", name=printable(names[0])))
    report = analyze(message)
    reply = verdict_reply(words, report, message, Screen())
    if as_json:
        write(json.dumps(check_object(message, report, reply), ensure_ascii=False) + "\n")
    else:
        write(printable(plain(reply.blocks)) + "\n")
    return 0


async def _read(files: Sequence[Attachment]) -> Sequence[Message | Unreadable]:
    """What the files say. Bare text needs no worker, and most of what is checked so is text."""
    if all(_is_text(file) for file in files):
        return await AtOnce().read(files)
    async with Workers() as workers:
        return await workers.read(files)


def _is_text(file: Attachment) -> bool:
    sample = file.data[:4096]
    return len(file.data) <= TEXT_BYTES and b"\0" not in sample and not sample.lstrip().startswith((b"<", b"%PDF"))


def _file(name: str) -> Attachment:
    if name == STANDARD_INPUT:
        return Attachment(name, None, sys.stdin.buffer.read(FILE_BYTES + 1))
    return attachment(name)


def _refuse(sentence: str) -> int:
    complain(sentence)
    return UNUSABLE
