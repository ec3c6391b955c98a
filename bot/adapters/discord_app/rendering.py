"""A reply as Discord messages: plain text with buttons.

Plain content rather than embeds or Components V2: embeds vanish for people who switched previews off and need a
permission in servers; a layout has no text for notifications, for search or for copying a phone number.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.adapters.discord_app.markup import clickable, escape
from bot.wording.reply import Block, BlockKind, Button, Reply

CONTENT_UNITS = 2000  # Discord's limit for a message, counted here in UTF-16 units, the stricter way
PAGES = 5  # a user-installed app may answer one interaction with five messages
ROW_BUTTONS = 5
ROWS = 5
LABEL_CHARACTERS = 80
LARGE_UNITS = 36  # a longer headline is set smaller, or it would fill the screen of a phone
CUSTOM_ID_PREFIX = "koresagi:"  # with an action of at most 64 bytes well under Discord's 100 characters

_ITEMS = {BlockKind.NUMBERED, BlockKind.BULLET, BlockKind.DETAIL, BlockKind.LINK}
_INDENT = "\u3000"
_MORE = "…"

ButtonRow = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One Discord message: `content` of at most `CONTENT_UNITS` and at most five rows of five buttons."""

    content: str
    rows: tuple[ButtonRow, ...] = ()


def pages(reply: Reply) -> tuple[Page, ...]:
    """The messages that show `reply`, in order; the buttons are under the last. Empty for an empty reply."""
    contents = _split(reply.blocks)
    button_pages = _button_pages(reply.buttons)
    if not button_pages:
        return tuple(Page(content) for content in contents)
    contents = contents or [_MORE]
    first, *others = button_pages
    return (
        *(Page(content) for content in contents[:-1]),
        Page(contents[-1], first),
        *(Page(_MORE, rows) for rows in others),
    )


def label(text: str) -> str:
    """`text` as the label of a button, which is never markup: one line of 1 to `LABEL_CHARACTERS` characters."""
    line = " ".join(text.split()) or _MORE
    return line if units(line) <= LABEL_CHARACTERS else _cut(line, LABEL_CHARACTERS - 1)[0] + _MORE


def units(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _split(blocks: tuple[Block, ...]) -> list[str]:
    """The text of all blocks in pieces that fit a message, broken between blocks wherever possible."""
    contents: list[str] = []
    page: list[tuple[BlockKind, str]] = []
    for block in blocks:
        line = _line(block)
        if not line:
            continue
        if page and units(_join([*page, (block.kind, line)])) > CONTENT_UNITS:
            # A heading stays with what it opens.
            carried = [page.pop()] if page[-1][0] is BlockKind.HEADING and len(page) > 1 else []
            contents.append(_join(page))
            page = carried
        while units(_join([*page, (block.kind, line)])) > CONTENT_UNITS:
            room = CONTENT_UNITS - (units(_join(page)) + 2 if page else 0)
            head, line = _cut(line, room)
            contents.append(_join([*page, (block.kind, head)]))
            page = []
        page.append((block.kind, line))
    if page:
        contents.append(_join(page))
    if len(contents) > PAGES:
        last = _cut(contents[PAGES - 1], CONTENT_UNITS - 2)[0]
        contents = [*contents[: PAGES - 1], f"{last}\n{_MORE}"]
    return contents


def _line(block: Block) -> str:
    done = "✅ " if block.done else ""
    text = escape(block.text).strip()
    if not text:
        return ""
    flat = " ".join(text.split("\n"))
    match block.kind:
        case BlockKind.HEADLINE:
            return f"{'##' if units(flat) <= LARGE_UNITS else '###'} {done}{flat}"
        case BlockKind.HEADING:
            return f"**{flat}**"
        case BlockKind.NUMBERED:
            # The point is escaped: Discord would count on from the first number of a list by itself.
            number = "" if block.number is None else f"{block.number}\\. "
            return f"{done}{number}{_indented(text)}"
        case BlockKind.BULLET:
            return f"{done or '- '}{_indented(text)}"
        case BlockKind.DETAIL:
            return f"{_INDENT}{_indented(text)}"
        case BlockKind.NOTE:
            return "\n".join(f"-# {line}" for line in text.split("\n") if line.strip())
        case BlockKind.LINK:
            try:
                return clickable(block.text, block.url or "")
            except ValueError:
                return text
        case BlockKind.TEXT:
            return f"{done}{text}"


def _indented(text: str) -> str:
    return text.replace("\n", f"\n{_INDENT}")


def _join(lines: list[tuple[BlockKind, str]]) -> str:
    """The lines of a page; a blank one before a new group, none inside a list or after its heading."""
    parts: list[str] = []
    previous: BlockKind | None = None
    for kind, line in lines:
        if previous is not None:
            together = (
                previous in (BlockKind.HEADLINE, BlockKind.HEADING)
                or (previous in _ITEMS and kind in _ITEMS)
                or kind is BlockKind.NOTE
            )
            parts.append("\n" if together else "\n\n")
        parts.append(line)
        previous = kind
    return "".join(parts)


def _cut(line: str, room: int) -> tuple[str, str]:
    """`line` in two, at the end of a line, sentence or word if one is near.

    The first part has at most `room` UTF-16 units, but at least one character.
    """
    end = max(_characters_within(line, room), 1)
    if end >= len(line):
        return line, ""
    for mark in ("\n", "。", " "):
        found = line.rfind(mark, end // 2, end)
        if found > 0:
            return line[: found + 1], line[found + 1 :].lstrip("\n ")
    slashes = end - len(line[:end].rstrip("\\"))
    if slashes % 2 and end > 1:
        end -= 1  # an escape stays before what it escapes
    return line[:end], line[end:].lstrip("\n ")


def _characters_within(line: str, room: int) -> int:
    """How many characters of `line` have together at most `room` UTF-16 units."""
    taken = 0
    for count, character in enumerate(line):
        taken += units(character)
        if taken > room:
            return count
    return len(line)


def _button_pages(rows: tuple[ButtonRow, ...]) -> list[tuple[ButtonRow, ...]]:
    """Rows within Discord's limits, in groups of what one message holds. Two buttons of one action are one."""
    seen: set[str] = set()
    fitting: list[ButtonRow] = []
    for row in rows:
        fresh = list({button.action: button for button in row if button.action not in seen}.values())
        seen.update(button.action for button in row)
        fitting += [tuple(fresh[start : start + ROW_BUTTONS]) for start in range(0, len(fresh), ROW_BUTTONS)]
    if len(fitting) > ROWS:
        every = [button for row in fitting for button in row]
        fitting = [tuple(every[start : start + ROW_BUTTONS]) for start in range(0, len(every), ROW_BUTTONS)]
    return [tuple(fitting[start : start + ROWS]) for start in range(0, len(fitting), ROWS)]
