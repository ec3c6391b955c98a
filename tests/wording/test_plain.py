"""An answer as plain text."""

from bot.wording.plain import plain
from bot.wording.reply import Block, BlockKind


def test_groups_stand_apart_and_items_are_marked():
    blocks = (
        Block(BlockKind.HEADLINE, "答え"),
        Block(BlockKind.HEADING, "理由"),
        Block(BlockKind.NUMBERED, "一つ", number=1),
        Block(BlockKind.NUMBERED, "二つ", number=2, done=True),
        Block(BlockKind.DETAIL, "☎ 窓口"),
        Block(BlockKind.HEADING, "いますること"),
        Block(BlockKind.BULLET, "押さない"),
        Block(BlockKind.LINK, "公式", url="https://www.example.com/"),
        Block(BlockKind.TEXT, "おわり"),
    )
    assert plain(blocks).split("\n") == [
        "答え",
        "",
        "理由",
        "1. 一つ",
        "2. ✅ 二つ",
        "   ☎ 窓口",
        "",
        "いますること",
        "・押さない",
        "・公式: https://www.example.com/",
        "",
        "おわり",
    ]


def test_no_blocks_are_no_text():
    assert plain(()) == ""
