"""Foreign words in an answer: nothing clickable, one line, short."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wording.foreign import foreign


def test_links_and_addresses_are_not_clickable():
    shown = foreign("https://smbc-caeb.com/login から services@oc1001.coreserver.jp へ")
    assert "https://" not in shown
    assert "smbc-caeb.com" not in shown
    assert "coreserver.jp" not in shown


def test_lines_become_one():
    assert foreign("一行目\n\n  二行目\t三") == "一行目 二行目 三"


@given(st.text(max_size=300), st.integers(min_value=5, max_value=80))
def test_the_length_is_kept_and_nothing_steers_a_terminal(text, limit):
    shown = foreign(text, limit)
    assert len(shown) <= limit
    assert "\x1b" not in shown
    assert "\n" not in shown
