"""Text with entities as Telegram delivers it: offsets count UTF-16 units, and a link may hide behind other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity

from bot.analysis.message import Link

_DEEPEST = 50  # levels of a rich message; Telegram allows 16


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the links that its carrier put behind other words."""

    text: str = ""
    links: tuple[Link, ...] = ()


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, entity: MessageEntity) -> str:
    """The part of `text` that `entity` covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")


def without(text: str, entities: Iterable[MessageEntity]) -> str:
    """`text` without the parts that `entities` cover, and without the spaces this leaves at its ends."""
    raw = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda entity: -entity.offset):
        raw = raw[: entity.offset * 2] + raw[(entity.offset + entity.length) * 2 :]
    return raw.decode("utf-16-le", "replace").strip()


def read(text: str | None, entities: Sequence[MessageEntity]) -> Marked:
    """A message's text or caption. Links that merely stand in the text are left for the analysis to find."""
    if not text:
        return Marked()
    links = [
        Link(entity.url, cut(text, entity))
        for entity in entities
        if entity.type == MessageEntity.TEXT_LINK and entity.url
    ]
    return Marked(text, tuple(links))


def button_links(markup: InlineKeyboardMarkup | None) -> tuple[Link, ...]:
    """The links behind the buttons under a message, such as a bot's advertisement has them."""
    if markup is None:
        return ()
    found = []
    for row in markup.inline_keyboard:
        for button in row:
            target = (
                button.url or (button.web_app and button.web_app.url) or (button.login_url and button.login_url.url)
            )
            if target:
                found.append(Link(target, button.text))
    return tuple(found)


def preview_link(options: LinkPreviewOptions | None, text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """The page that a message shows a preview of, where neither its `text` nor its `links` lead there."""
    target = options.url if options is not None and not options.is_disabled else None
    if not isinstance(target, str) or not target:
        return ()
    # Telegram completes what was written without scheme.
    bare = target.partition("://")[2].rstrip("/").lower() or target.lower()
    if any(bare in known.lower() for known in (text, *(link.target for link in links))):
        return ()
    return (Link(target),)


def read_rich(message: Mapping[str, object]) -> Marked:
    """A `RichMessage` of Bot API 10.1 as it stands in the JSON, which the library does not know yet.

    Its blocks nest freely. Texts are joined in reading order, a block a line; unknown kinds are read for the
    same fields as known ones.
    """
    links: list[Link] = []
    lines = [line.strip() for line in _rich_lines(message.get("blocks"), links, 0)]
    return Marked("\n".join(line for line in lines if line), tuple(links))


def _rich_lines(blocks: object, links: list[Link], depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(blocks, list):
        for block in blocks:
            yield from _rich_lines(block, links, depth + 1)
    elif isinstance(blocks, dict):
        for field in ("label", "summary", "text", "credit"):
            yield _rich_text(blocks.get(field), links, depth + 1)
        for field in ("items", "cells", "blocks", "caption"):
            inner = blocks.get(field)
            if isinstance(inner, str) or (isinstance(inner, dict) and inner.get("type")):
                yield _rich_text(inner, links, depth + 1)
            else:
                yield from _rich_lines(inner, links, depth + 1)


def _rich_text(text: object, links: list[Link], depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_rich_text(part, links, depth + 1) for part in text)
    if not isinstance(text, dict):
        return ""
    alternative = text.get("alternative_text")
    visible = alternative if isinstance(alternative, str) else _rich_text(text.get("text"), links, depth + 1)
    target = text.get("url")
    if isinstance(target, str) and target:
        links.append(Link(target, visible))
    return visible
