from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.phrases import MATCHES_PER_FAMILY, Phrasebook
from bot.knowledge.phrases import load_phrases


def found(families: dict[str, tuple[str, ...]], text: str) -> list[tuple[str, str]]:
    return [(match.family, text[match.start : match.end]) for match in Phrasebook(families).find(text)]


def test_gaps_bridge_a_few_characters_but_no_full_stop() -> None:
    families = {"stop": ("(口座|カード)…停止",)}
    assert found(families, "お客様の口座を一時的に停止します") == [("stop", "口座を一時的に停止")]
    assert found(families, "口座です。停止します") == []
    assert found(families, "口座" + "あ" * 17 + "停止") == []


def test_latin_words_begin_at_their_border() -> None:
    families = {"now": ("act now",)}
    assert found(families, "please act now") == [("now", "act now")]
    assert found(families, "contact now") == []


def test_a_wording_that_begins_with_an_optional_part_is_found_with_and_without_it() -> None:
    families = {"use": ("(ご)?利用(料|代)",)}
    assert found(families, "ご利用料") == [("use", "ご利用料")]
    assert found(families, "今月の利用料") == [("use", "利用料")]


@pytest.mark.parametrize("template", ["(a|", "a*", "(x)?"])
def test_a_template_that_cannot_be_used_is_named(template: str) -> None:
    with pytest.raises(ValueError, match="phrase of 'family'"):
        Phrasebook({"family": (template,)}).check()


def test_the_index_finds_what_each_pattern_alone_would_find() -> None:
    families = load_phrases()
    text = "お客様の口座を停止しました。本日中に下記のリンクからご確認ください。act now, send me the code"
    together = {match.family for match in Phrasebook(families).find(text)}
    alone = {
        family
        for family, templates in families.items()
        if any(Phrasebook({family: (template,)}).find(text) for template in templates)
    }
    assert together == alone


@given(st.text(max_size=400))
def test_any_text_is_searched_and_no_family_fills_the_result(text: str) -> None:
    matches = BOOK.find(text)
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
    for family in {match.family for match in matches}:
        indexed = sum(match.family == family for match in matches)
        assert indexed <= MATCHES_PER_FAMILY * 12


def test_templates_have_no_group_that_repeats_a_repeat() -> None:
    # The shape that makes a regular expression take for ever: (a+)+, (a|aa)*, …
    nested = re.compile(r"\([^()]*[+*][^()]*\)[+*]")
    for family, templates in load_phrases().items():
        for template in templates:
            assert not nested.search(template), family


BOOK = Phrasebook(load_phrases())
