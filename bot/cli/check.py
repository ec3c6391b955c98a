"""`check`: judge files once; nothing is stored."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.adapters.console import printable
from bot.adapters.console_objects import check_object
from bot.analysis.analyze import analyze
from bot.cli.output import complain, write
from bot.intake import Unreadable, read_files
from bot.knowledge import knowledge
from bot.wording.catalog import catalog
from bot.wording.plain import plain
from bot.wording.verdict import Screen, verdict_reply
from bot.wording.words import Words

FILE_BYTES = 20_000_000
UNUSABLE = 2  # exit status
STANDARD_INPUT = "-"


def check(names: Sequence[str], *, as_json: bool, locale: str) -> int:
    """Judge the files as parts of one message and print the answer. Returns the exit status."""
    words = Words(catalog(locale), knowledge())
    files: list[tuple[str, bytes]] = []
    for name in names:
        try:
            files.append((Path(name).name, _data(name)))
        except (OSError, ValueError):
            return _refuse(words.text("check-no-file", name=printable(name)))
        try:
            # Each on its own first, so that the sentence can name the one that is of no use.
            read_files(files[-1:])
        except Unreadable as unreadable:
            return _refuse(words.text(f"check-{unreadable.reason}", name=printable(name)))
    message = read_files(files)
    report = analyze(message)
    reply = verdict_reply(words, report, message, Screen())
    if as_json:
        write(json.dumps(check_object(message, report, reply), ensure_ascii=False) + "\n")
    else:
        write(printable(plain(reply.blocks)) + "\n")
    return 0


def _data(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(FILE_BYTES + 1)


def _refuse(sentence: str) -> int:
    complain(sentence)
    return UNUSABLE
