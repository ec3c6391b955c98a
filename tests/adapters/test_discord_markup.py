"""What Discord's readers see of foreign text, and what of ours."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord_app.markup import clickable, escape, read_markup
from bot.analysis.message import Link

MARKUP = st.text(st.sampled_from(list("\\*_~`|<>[]()#@:/-+.1 \nhtpseryondicg漢")), max_size=60)


def shown(markup: str) -> str:
    """What Discord shows of text without live markup: a backslash hides itself before punctuation."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markup)


@pytest.mark.parametrize(
    ("text", "seen", "links"),
    [
        ("[ログイン](https://evil.example/a)", "ログイン", [Link("https://evil.example/a", "ログイン")]),
        ('[x](<https://evil.example> "t")', "x", [Link("https://evil.example", "x")]),
        ("[x](https://e.example/a_(b))!", "x!", [Link("https://e.example/a_(b)", "x")]),
        (
            "[https://amazon.co.jp](https://evil.example)",
            "https://amazon.co.jp",
            [Link("https://evil.example", "https://amazon.co.jp")],
        ),
        ("<https://e.example/?a=1>です", "https://e.example/?a=1です", [Link("https://e.example/?a=1")]),
        ("https://e.example/a__b__", "https://e.example/a__b__", []),
        ("||秘密|| **太字**", "秘密 太字", []),
        ("```\nコード\n```", "コード", []),
        ("<@123456789012345678> <@&123456789012345678> <#123456789012345678>", "@user @role #channel", []),
        ("<:nitro:123456789012345678><a:wow:123456789012345678>", ":nitro::wow:", []),
        ("期限 <t:1795478400:R>", "期限 2026-11-24 00:00 UTC", []),
        ("<t:999999999999> [a] (b) <b>", "[a] (b) <b>", []),
        ("¥1,000 \\1,000 2 * 3 * 4", "¥1,000 \\1,000 2 * 3 * 4", []),
    ],
)
def test_reading(text, seen, links):
    assert read_markup(text) == (seen, tuple(links))


@pytest.mark.parametrize(
    "piece", ["[", "[a](", "](https://", "<https://", "**", "||", "(", "<t:1", "```", "[x](https://a(("]
)
def test_reading_is_quick_on_any_length(piece):
    since = time.process_time()
    read_markup(piece * (100_000 // len(piece)))
    assert time.process_time() - since < 8


@given(st.text(max_size=200) | MARKUP)
def test_reading_takes_anything(text):
    read_markup(text)


@given(MARKUP | st.text(max_size=100))
def test_escaped_text_is_shown_letter_by_letter(text):
    assert shown(escape(text)) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(MARKUP)
def test_escaped_text_has_no_live_markup(text):
    live = re.sub(r"\\[^0-9A-Za-z\s]", "\0", escape(text))
    assert not re.search(r"[*_~`|<]|\w://|\]\(|@everyone|@here", live)
    assert not re.search(r"^\s*([#>+-]|\d+[.)])", live, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example",
        "[公式](https://evil.example)",
        "<https://evil.example>",
        "discord.gg/abc",
        "discordapp.com/invite/abc",
        "@everyone",
        "<@123456789012345678>",
        "</check:123456789012345678>",
        "# 大きな字",
        "-# 小さな字",
        "> 引用",
        "1. 一",
    ],
)
def test_each_kind_of_markup_is_broken(text):
    assert escape(text) != text
    assert shown(escape(text)) == text


def test_defanged_addresses_stay_fit_for_copying():
    assert escape("hxxps://smbc-caeb[.]com と 0120-919-456") == "hxxps\\://smbc-caeb[.]com と 0120-919-456"


def test_a_link_of_ours():
    assert clickable("公式[1]", "https://a.example/x_y?z=1") == "[公式\\[1\\]](<https://a.example/x_y?z=1>)"
    assert clickable("https://a.example/", "https://a.example/") == "<https://a.example/>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/>x", "https://a.example/ b", "", "https://"])
def test_an_address_that_could_break_out_is_refused(url):
    with pytest.raises(ValueError):
        clickable("x", url)
