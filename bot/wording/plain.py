"""An answer as plain text: for terminals, for programs, and for counting its length."""

from __future__ import annotations

from collections.abc import Sequence

from bot.wording.reply import Block, BlockKind

# A blank line goes before these, so that groups stand apart when the text is read on a small screen.
_OPENERS = frozenset({BlockKind.HEADING, BlockKind.TEXT, BlockKind.NOTE})


def plain(blocks: Sequence[Block]) -> str:
    """The blocks as text, one line each, groups apart by a blank line."""
    lines: list[str] = []
    previous: BlockKind | None = None
    for block in blocks:
        opens = block.kind in _OPENERS and not (block.kind is BlockKind.TEXT and previous is BlockKind.HEADING)
        if lines and (opens or BlockKind.HEADLINE in (block.kind, previous)):
            lines.append("")
        lines.append(_line(block))
        previous = block.kind
    return "\n".join(lines)


def _line(block: Block) -> str:
    match block.kind:
        case BlockKind.NUMBERED:
            return f"{block.number}. {'✅ ' if block.done else ''}{block.text}"
        case BlockKind.BULLET:
            return f"・{block.text}"
        case BlockKind.DETAIL:
            return f"   {block.text}"
        case BlockKind.LINK:
            return f"・{block.text}: {block.url}"
        case _:
            return block.text
