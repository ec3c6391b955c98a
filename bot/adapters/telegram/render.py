"""A reply in Telegram's HTML: pages within the length limit, and the keyboard under the last of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit

from bot.adapters.telegram.marked import units
from bot.desk.incoming import Command
from bot.wording.reply import Block, BlockKind, Button, Reply

_ENTITIES = int(MessageLimit.MESSAGE_ENTITIES)

# What Telegram's servers turn into links by themselves: host names, addresses, mentions, tags, commands.
# Code is left alone by them, and a tap on it copies it. Our own commands may stay: a tap does what the text says.
# Every repetition is bounded or starts at one place only, so that a hostile text takes no longer than another.
_TURNS_INTO_A_LINK = re.compile(
    r"""
      (?: (?:https?|ftp|tg|ton|tonsite) :// | mailto: ) \S+
    | (?<![\w.-]) [\w.+-]{1,64} @ [\w-]+ (?: \. [\w-]+ )+
    | (?<![A-Za-z0-9_-]) (?: [A-Za-z0-9_-]{1,63} \. ){1,9} (?: xn--[a-z0-9-]+ | [A-Za-z]{2,63} ) (?![A-Za-z0-9-])
      (?: [:/?\#] [!-~]* )?
    | (?<!\w) @ \w{3,}
    | (?<!\w) [\#＃] \w* [^\W\d_] \w*
    | (?<!\w) \$ [A-Z]{1,8} (?!\w)
    | (?<![\w/]) / (?! (?: OURS ) \b ) [A-Za-z0-9_]+ (?: @ \w+ )?
    """.replace("OURS", "|".join(Command)),
    re.VERBOSE,
)

_INDENT = "　"


@dataclass(frozen=True, slots=True)
class Page:
    """One message: HTML, the same as plain text, and the keyboard of the last page."""

    html: str
    plain: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as it will be shown. `before` is how many line ends separate it from the line before it."""

    html: str
    plain: str
    before: int
    entities: int


def pages(reply: Reply, limit: int = int(MessageLimit.MAX_TEXT_LENGTH)) -> tuple[Page, ...]:
    """The messages that show `reply`: at least one if it has any text, each within `limit` UTF-16 units."""
    groups: list[list[_Line]] = []
    length = entities = 0
    for line in _lines(reply.blocks, limit):
        needed = units(line.plain) + line.before
        if not groups or length + needed > limit or entities + line.entities > _ENTITIES:
            groups.append([])
            length = entities = 0
            needed -= line.before
        groups[-1].append(line)
        length += needed
        entities += line.entities
    shown = [_page(group) for group in groups]
    if shown:
        shown[-1] = Page(shown[-1].html, shown[-1].plain, keyboard(reply.buttons))
    return tuple(shown)


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """The buttons of a reply, or None without any."""
    filled = [[InlineKeyboardButton(_sound(b.label), callback_data=b.action) for b in row] for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def escape(text: str) -> str:
    """`text` as HTML in which nothing is markup and nothing becomes clickable."""
    parts: list[str] = []
    end = 0
    for match in _TURNS_INTO_A_LINK.finditer(text):
        parts += (
            html.escape(text[end : match.start()], quote=False),
            f"<code>{html.escape(match[0], quote=False)}</code>",
        )
        end = match.end()
    return "".join((*parts, html.escape(text[end:], quote=False)))


def _page(lines: Sequence[_Line]) -> Page:
    first, rest = lines[0], lines[1:]
    return Page(
        first.html + "".join("\n" * line.before + line.html for line in rest),
        first.plain + "".join("\n" * line.before + line.plain for line in rest),
    )


def _lines(blocks: Sequence[Block], limit: int) -> Iterator[_Line]:
    previous: BlockKind | None = None
    for block in blocks:
        text = _sound(block.text).strip()
        if not text:
            continue
        start = _start(block)
        for number, part in enumerate(_parts(text, limit - units(start))):
            opening = start if number == 0 else ""
            marked = _markup(block, part)
            before = _gap(previous, block.kind) if number == 0 else 1
            entities = marked.count("</")
            yield _Line(html.escape(opening, quote=False) + marked, opening + part, before, entities)
        previous = block.kind


def _start(block: Block) -> str:
    tick = "✅ " if block.done else ""
    if block.kind is BlockKind.NUMBERED:
        return f"{tick}{block.number}. " if block.number is not None else tick or "・"
    if block.kind in {BlockKind.BULLET, BlockKind.LINK}:
        return tick or "・"
    if block.kind is BlockKind.DETAIL:
        return f"{_INDENT}{tick}"
    return tick


def _markup(block: Block, text: str) -> str:
    if block.kind is BlockKind.LINK and block.url is not None and _is_web_address(block.url):
        return f'<a href="{html.escape(block.url)}">{html.escape(text, quote=False)}</a>'
    if block.kind in {BlockKind.HEADLINE, BlockKind.HEADING}:
        # Code cannot be nested in bold, so the bold is interrupted where the code begins.
        return (
            f"<b>{escape(text)}</b>".replace("<code>", "</b><code>")
            .replace("</code>", "</code><b>")
            .replace("<b></b>", "")
        )
    if block.kind is BlockKind.NOTE:
        return (
            f"<i>{escape(text)}</i>".replace("<code>", "</i><code>")
            .replace("</code>", "</code><i>")
            .replace("<i></i>", "")
        )
    return escape(text)


def _gap(previous: BlockKind | None, kind: BlockKind) -> int:
    """Line ends between two blocks: groups and paragraphs stand apart, items and what belongs to them do not."""
    items = {BlockKind.NUMBERED, BlockKind.BULLET, BlockKind.DETAIL, BlockKind.LINK}
    if kind in items:
        return 2 if previous in {BlockKind.HEADLINE, BlockKind.TEXT, BlockKind.NOTE} else 1
    return 2


def _parts(text: str, limit: int) -> Iterator[str]:
    """`text` in parts of at most `limit` UTF-16 units, cut behind a line, a sentence or a space if it can be."""
    while units(text) > limit:
        head = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
        for border in ("\n", "。", "．", ". ", "、", " ", "　"):
            at = head.rfind(border)
            if at >= len(head) // 2:
                head = head[: at + len(border)]
                break
        yield head.rstrip()
        text = text[len(head) :].lstrip()
    if text:
        yield text


def _is_web_address(url: str) -> bool:
    return urlsplit(url).scheme in {"https", "http"}


def _sound(text: str) -> str:
    """`text` with lone surrogates replaced; they cannot be sent."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
