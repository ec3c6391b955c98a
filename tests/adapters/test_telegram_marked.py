"""Entities count UTF-16 units, and rich messages nest: neither may be misread, and nothing may raise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.adapters.telegram import marked
from bot.analysis.message import Link

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(texts, texts.filter(bool), texts)
def test_an_entity_covers_what_it_covered_for_the_sender(before: str, inside: str, after: str) -> None:
    entity = MessageEntity(
        MessageEntity.TEXT_LINK, marked.units(before), marked.units(inside), url="https://evil.example/"
    )
    read = marked.read(before + inside + after, [entity])
    assert read.links == (Link("https://evil.example/", inside),)
    assert marked.without(before + inside + after, [entity]) == (before + after).strip()


@given(st.text(max_size=10), st.integers(0, 30), st.integers(0, 30))
def test_an_entity_that_points_nowhere_does_no_harm(text: str, offset: int, length: int) -> None:
    entity = MessageEntity(MessageEntity.TEXT_LINK, offset, length, url="https://evil.example/")
    marked.read(text, [entity])
    marked.without(text, [entity])


names = st.sampled_from(
    ["type", "text", "blocks", "items", "label", "cells", "caption", "credit", "summary", "url", "alternative_text"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=30,
)


@given(st.dictionaries(names, anything, max_size=4))
def test_any_rich_message_is_read_somehow(message: dict[str, object]) -> None:
    read = marked.read_rich(message)
    assert isinstance(read.text, str)
    assert all(isinstance(link.visible, str) for link in read.links)


def test_a_rich_message_nested_without_end_is_read_as_far_as_it_makes_sense() -> None:
    block: dict[str, object] = {"type": "paragraph", "text": "底"}
    for _ in range(900):
        block = {"type": "block_quotation", "blocks": [block]}
    assert marked.read_rich({"blocks": [{"type": "paragraph", "text": "上"}, block]}).text == "上"


def test_tables_quotes_and_captions_are_read_in_order() -> None:
    rich = {
        "blocks": [
            {"type": "pull_quotation", "text": ["必ず", {"type": "bold", "text": "もうかる"}], "credit": "先生"},
            {"type": "table", "cells": [[{"text": "月"}, {"text": "利益"}]], "caption": "実績"},
            {"type": "details", "summary": "くわしく", "blocks": [{"type": "paragraph", "text": "中身"}]},
            {"type": "photo", "photo": [], "caption": {"text": "写真の説明"}},
            {"type": "divider"},
        ]
    }
    assert marked.read_rich(rich).text.split("\n") == [
        "必ずもうかる",
        "先生",
        "月",
        "利益",
        "実績",
        "くわしく",
        "中身",
        "写真の説明",
    ]
