"""Whatever words a reply holds, Telegram can read it, shows all of it, and makes nothing of it clickable."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.telegram.marked import units
from bot.adapters.telegram.render import escape, pages
from bot.wording.reply import Block, BlockKind, Button, Reply
from tests.wire.telegram.formatting import show

tricky = st.sampled_from(
    [
        "https://evil.top/?a=1&b=<2>",
        "evil.top",
        "www.evil.co.jp/a",
        "本物はamazon.co.jpなど",
        "a.b+c@evil.co.jp",
        "@evil_bot",
        "#当選",
        "/start",
        "/buy@evil_bot",
        "tg://resolve?domain=x",
        "<b>",
        "</code>",
        "&amp;",
        "<a href='https://evil.top'>",
        "\ud83d",
        "🎉",
        " ",
        "\n",
        "。",
    ]
)
words = st.lists(tricky | st.text(max_size=6), max_size=12).map("".join)
blocks = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=words,
    number=st.none() | st.integers(1, 20),
    done=st.booleans(),
    url=st.sampled_from([None, "https://www.amazon.co.jp/", "javascript:alert(1)"]),
)


@given(st.lists(blocks, max_size=8), st.integers(40, 200))
@example([Block(BlockKind.HEADLINE, "evil.top")], 40)
@example([Block(BlockKind.TEXT, "a@evil_bot@evil_bota.b")], 40)
def test_any_reply_can_be_shown(given_blocks: list[Block], limit: int) -> None:
    for page in pages(Reply(tuple(given_blocks)), limit):
        shown = show(page.html, as_html=True)
        assert shown.text == page.plain
        assert 0 < units(shown.text) <= limit
        for _, target in shown.tappable:
            # None is what Telegram links by itself: only commands of ours may be among it.
            assert target == "https://www.amazon.co.jp/" or target is None
        found = [text for text, target in shown.tappable if target is None]
        assert all(text == "/start" for text in found)


@given(st.lists(words, min_size=1, max_size=5), st.integers(40, 120))
def test_nothing_is_lost_by_splitting(texts: list[str], limit: int) -> None:
    reply = Reply(tuple(Block(BlockKind.TEXT, text) for text in texts))
    whole = "".join(page.plain for page in pages(reply, limit))
    sound = "".join(texts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert "".join(whole.split()) == "".join(sound.split())


def test_a_page_ends_where_a_block_ends() -> None:
    reply = Reply(tuple(Block(BlockKind.TEXT, letter * 30) for letter in "abc"))
    assert [page.plain for page in pages(reply, 70)] == ["a" * 30 + "\n\n" + "b" * 30, "c" * 30]


def test_a_long_paragraph_is_cut_behind_a_sentence() -> None:
    reply = Reply((Block(BlockKind.TEXT, "これは文です。" * 10),))
    assert all(page.plain.endswith("。") for page in pages(reply, 40))


def test_the_keyboard_is_under_the_last_page() -> None:
    reply = Reply(
        tuple(Block(BlockKind.TEXT, "あ" * 50) for _ in range(3)),
        buttons=((Button("v1:a", "はい"),), (Button("v1:b", "いいえ"),)),
    )
    keyboards = [page.keyboard for page in pages(reply, 60)]
    assert keyboards[:-1] == [None, None]
    last = keyboards[-1]
    assert last is not None
    assert [[button.callback_data for button in row] for row in last.inline_keyboard] == [["v1:a"], ["v1:b"]]


def test_many_links_stay_within_the_limit_of_entities() -> None:
    link = Block(BlockKind.LINK, "頁", url="https://www.npa.go.jp/")
    shown = pages(Reply((link,) * 250))
    assert [page.html.count("<a ") for page in shown] == [100, 100, 50]


def test_numbers_of_helplines_stay_plain() -> None:
    assert escape("188 や #9110 に電話") == "188 や #9110 に電話"


def test_a_hostile_text_is_escaped_quickly() -> None:
    for text in ("a." * 50_000, "@" * 100_000, "a@" * 50_000, "#1" * 50_000, "/" * 100_000, "http://" * 14_000):
        assert re.sub("<[^>]+>", "", escape(text)) == text
