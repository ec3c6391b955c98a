"""Normalising: what a reader sees, and the way back to what was received."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.normalize import normalize

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cf", "Mn", "Zs", "Cc"]),
        st.sampled_from("\r\n か\u3099ｶﾞ\u200b\u202eＡa。．\u0345ß"),
    )
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ａｍａｚｏｎ", "Amazon"),
        ("ｱﾏｿﾞﾝ", "アマゾン"),
        ("か\u3099", "が"),
        ("か\u200b\u3099", "が"),
        ("三\u200b井\u2060住\ufeff友", "三井住友"),
        ("pass\u00adword", "password"),
        ("a\u202egnp.b", "agnp.b"),
        ("ご利⽤", "ご利用"),
        ("葛\U000e0100城", "葛城"),
        ("a\U000e0061\U000e007fb", "ab"),
        ("一\u3000二\u2003三", "一 二 三"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("①㈱", "1(株)"),
        ("x\x1b[31my", "x[31my"),
        ("\ud83d!", "\ufffd!"),
    ],
)
def test_reads_as_a_person_does(written, read):
    assert normalize(written).text == read


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("A m a z o n からのお知らせ", "amazonからのお知らせ"),
        ("Ａ　Ｍ　Ａ　Ｚ　０　Ｎ", "amaz0n"),
        ("Po nt a 会員様", "ponta会員様"),
        ("お 支 払 い", "お支払い"),
        ("本人\n確認", "本人確認"),
        ("24 時間 以内 に", "24時間以内に"),
        ("Your account  is\nlocked", "your account is locked"),
        ("I am on it", "i am on it"),
        ("確認\n\n支払い", "確認\n支払い"),
        ("3 10 20 30", "3 10 20 30"),
    ],
)
def test_joins_what_was_pulled_apart(written, joined):
    assert normalize(written).joined.text == joined


def test_quotes_the_original_of_a_match():
    text = "【重要】Ａ　ｍ　ａ\u200b　ｚ　ｏ　ｎ より"
    joined = normalize(text).joined
    at = joined.text.index("amazon")
    start, end = joined.original(at, at + 6)
    assert text[start:end] == "Ａ　ｍ　ａ\u200b　ｚ　ｏ　ｎ"


@given(ANY_TEXT)
def test_every_view_maps_back_in_order(text):
    normalized = normalize(text)
    for view in (normalized, normalized.folded, normalized.joined):
        assert len(view.starts) == len(view.ends) == len(view.text)
        assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
        assert list(view.starts) == sorted(view.starts)
        assert list(view.ends) == sorted(view.ends)
        assert view.original(0, len(view.text)) <= (len(text), len(text))


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text):
    once = normalize(text).text
    assert normalize(once).text == once
    once.encode()  # no broken surrogate is left


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_letters_get_their_compatible_form(text):
    expected = unicodedata.normalize("NFKC", text).translate(dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"), " "))
    assert normalize(text).text == expected


@given(st.text(st.sampled_from("abcあいう漢字 1２ＡＢ、。")))
def test_a_span_of_one_character_maps_to_that_character(text):
    normalized = normalize(text)
    for at, character in enumerate(normalized.text):
        start, end = normalized.original(at, at + 1)
        assert unicodedata.normalize("NFKC", text[start:end]).replace("\u3000", " ") == character


@pytest.mark.parametrize(
    "unit",
    ["a\u0316\u0301", "\u0316\u0301", "ｶﾞ", "a ", "a b ", "\n", " \n あ", "\ud800", "\u200b", "ß", "Ａ", "😀\ufe0f"],
)
def test_hostile_text_takes_linear_time(unit):
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    normalize(text)
    assert time.process_time() - began < 8
