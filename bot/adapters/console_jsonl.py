"""The chat for programs: one JSON object per line in, one per line out, in order, each answered at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from bot.adapters.base import Handler
from bot.adapters.console_files import attachment
from bot.adapters.console_input import PLATFORM, answered, incoming
from bot.adapters.console_lines import Lines
from bot.adapters.console_objects import Object, reply_object
from bot.analysis.message import Link
from bot.desk.incoming import Attachment, Forward, Incoming, Piece
from bot.wording.catalog import Catalog, catalog
from bot.wording.reply import Block, BlockKind, Reply


class BadLineError(Exception):
    """A line that is no event. `key` is the sentence in the locale."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


async def serve(handler: Handler, lines: Lines, write: Callable[[str], None], locale: str) -> None:
    """Answer line by line until the end of input. `write` gets each answer as one line of JSON."""
    while (line := await lines.line()) is not None:
        if line.strip():
            answer = await _answer(handler, line, catalog(locale))
            write(json.dumps(answer, ensure_ascii=False) + "\n")


async def _answer(handler: Handler, line: str, words: Catalog) -> Object:
    try:
        event = _event(_fields(line))
    except BadLineError as bad:
        return {
            **reply_object(Reply((Block(BlockKind.TEXT, words.text(bad.key)),))),
            "error": bad.key.removeprefix("jsonl-"),
        }
    return reply_object(await answered(handler, event, words))


def _fields(line: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLineError("jsonl-not-json") from None
    if not isinstance(fields, dict):
        raise BadLineError("jsonl-not-json")
    return fields


def _event(fields: Mapping[str, Any]) -> Incoming:
    user = _text(fields, "user") or "u"
    locale = _text(fields, "locale")
    press = _text(fields, "press")
    if press is not None:
        return Incoming(PLATFORM, user, user, press=press, locale=locale)
    text = _text(fields, "text") or ""
    links = _links(fields.get("links"))
    forwarded = _forward(fields.get("forwarded_from"))
    path = _text(fields, "file")
    attachments = (_attachment(path),) if path else ()
    if not (links or forwarded or attachments):
        return incoming(text, user, locale=locale)
    piece = Piece(text=text, links=links, forwarded=forwarded, attachments=attachments)
    return Incoming(PLATFORM, user, user, pieces=(piece,), locale=locale)


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise BadLineError("jsonl-wrong-field")


def _links(value: object) -> tuple[Link, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadLineError("jsonl-wrong-field")
    return tuple(Link(_text(item, "url") or "", _text(item, "text")) for item in value)


def _forward(value: object) -> Forward | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise BadLineError("jsonl-wrong-field")
    return Forward(_text(value, "name"), _text(value, "address"), _text(value, "number"))


def _attachment(path: str) -> Attachment:
    try:
        return attachment(path)
    except (OSError, ValueError):
        raise BadLineError("jsonl-no-file") from None
