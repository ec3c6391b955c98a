"""Replies as Discord messages, within Discord's limits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord_app.rendering import CONTENT_UNITS, PAGES, pages, units
from bot.wording.reply import Block, BlockKind, Button, Reply

TEXTS = st.text(max_size=300) | st.text("あ😀\\*_ \n", min_size=900, max_size=5000)
BLOCKS = st.builds(Block, st.sampled_from(BlockKind), TEXTS, st.none() | st.integers(1, 99), st.booleans())
ROWS = st.lists(
    st.lists(st.builds(Button, st.text("abc", min_size=1, max_size=3), st.text(max_size=100)), max_size=8).map(tuple),
    max_size=9,
).map(tuple)


def test_an_answer_reads_as_it_should():
    reply = Reply(
        (
            Block(BlockKind.HEADLINE, "🚨 詐欺です ― Amazonをかたる偽メール"),
            Block(BlockKind.HEADING, "理由"),
            Block(BlockKind.NUMBERED, "「Α」はギリシャ文字です", 1),
            Block(BlockKind.NUMBERED, "差出人 a@oc1001[.]coreserver[.]jp は別人です", 2),
            Block(BlockKind.HEADING, "いますること"),
            Block(BlockKind.BULLET, "リンクは押さない"),
            Block(BlockKind.NUMBERED, "カードを止める", 3, done=True),
            Block(BlockKind.DETAIL, "カード裏面の番号、24時間"),
            Block(BlockKind.TEXT, "落ち着いて。"),
            Block(BlockKind.NOTE, "ことばは伏せて記録します"),
            Block(BlockKind.LINK, "Amazonの案内", url="https://www.amazon.co.jp/"),
        )
    )
    (page,) = pages(reply)
    assert page.content == (
        "## 🚨 詐欺です ― Amazonをかたる偽メール\n"
        "**理由**\n"
        "1\\. 「Α」はギリシャ文字です\n"
        "2\\. 差出人 a@oc1001[.]coreserver[.]jp は別人です\n"
        "\n"
        "**いますること**\n"
        "- リンクは押さない\n"
        "✅ 3\\. カードを止める\n"
        "\u3000カード裏面の番号、24時間\n"
        "\n"
        "落ち着いて。\n"
        "-# ことばは伏せて記録します\n"
        "\n"
        "[Amazonの案内](<https://www.amazon.co.jp/>)"
    )


@given(st.lists(BLOCKS, max_size=12).map(tuple), ROWS)
def test_every_reply_fits_discord(blocks, rows):
    result = pages(Reply(blocks, buttons=rows))
    for page in result:
        assert 1 <= units(page.content) <= CONTENT_UNITS
        assert page.content.strip()
        assert len(page.rows) <= 5
        assert all(1 <= len(row) <= 5 for row in page.rows)
    shown = [button.action for page in result for row in page.rows for button in row]
    assert sorted(shown) == sorted({button.action for row in rows for button in row})
    assert len([page for page in result if page.content != "…"]) <= PAGES


def test_messages_break_between_blocks_and_headings_stay_with_their_lines():
    blocks = (
        Block(BlockKind.TEXT, "あ" * 1500),
        Block(BlockKind.HEADING, "つぎ"),
        Block(BlockKind.BULLET, "い" * 600),
    )
    first, second = pages(Reply(blocks))
    assert first.content == "あ" * 1500
    assert second.content == "**つぎ**\n- " + "い" * 600


def test_a_block_longer_than_a_message_breaks_at_a_sentence():
    text = ("これは文です。" * 400)[:-1] + "終"
    contents = [page.content for page in pages(Reply((Block(BlockKind.TEXT, text),)))]
    assert "".join(contents) == text
    assert contents[0].endswith("。")


def test_a_link_that_is_not_one_is_plain_text():
    (page,) = pages(Reply((Block(BlockKind.LINK, "公式", url="javascript:x"),)))
    assert page.content == "公式"


def test_buttons_alone_still_have_a_message():
    (page,) = pages(Reply((), buttons=((Button("a", "はい"),),)))
    assert page.content == "…"
    assert pages(Reply(())) == ()


def test_a_long_headline_is_set_smaller():
    (page,) = pages(Reply((Block(BlockKind.HEADLINE, "だいじょうぶ、いまからできます。" * 3),)))
    assert page.content.startswith("### だ")
