"""Pages as a person sees them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Link
from bot.intake.html import read_html


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display:none'>x</span>",
        "<span style='DISPLAY : none !important'>x</span>",
        "<span style='visibility:hidden'>x</span>",
        "<span style='font-size:0px'>x</span>",
        "<span style='font-size:1px;color:#fff'>x</span>",
        "<span style='opacity:0'>x</span>",
        "<span style='max-height:0;overflow:hidden'>x</span>",
        "<span hidden>x</span>",
        "<script>x</script>",
        "<!-- x -->",
        "<template>x</template>",
    ],
)
def test_hidden_words_are_not_read(hidden):
    assert read_html(f"<p>銀{hidden}行</p>").text == "銀行"


@pytest.mark.parametrize(
    "style", ["font-size:1em", "font-size:100%", "font-size:12px", "opacity:0.9", "max-height:10px"]
)
def test_visible_words_are_read(style):
    assert read_html(f"<p style='{style}'>銀行</p>").text == "銀行"


def test_words_hidden_only_on_small_screens_are_seen():
    assert read_html("<style>@media (max-width:600px){.d{display:none}}</style><p class=d>見える</p>").text == "見える"


def test_links_know_the_text_they_hide_behind():
    page = read_html(
        "<a href=' https://evil.example/a\n'><b>公式</b>サイト</a><a href='#top'>上へ</a><a href='javascript:x()'>x</a>"
        "<a href='mailto:a@example.org'>m</a>"
        "<form action='https://evil.example/post'><input type=submit value='送信'></form>"
        "<a href='https://same.example/'>https://same.example/</a>"
    )
    assert page.links == (
        Link("https://evil.example/a", "公式サイト"),
        Link("https://evil.example/post", None),
        Link("https://same.example/", None),
    )
    assert "送信" in page.text


def test_relative_links_follow_the_base_of_the_page():
    page = read_html("<base href='https://evil.example/x/'><a href='login'>ログイン</a>")
    assert page.links == (Link("https://evil.example/x/login", "ログイン"),)


def test_lines_and_cells_stay_apart():
    assert read_html("<table><tr><td>金額</td><td>100円</td></tr><tr><td>日時</td></tr></table>a<br>b").text == (
        "金額 100円\n\n日時\n\na\nb"
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + "x",
        "<" * 900_000,
        "<a href=x>" * 20_000,
        "<b>" * 1_900 + "x",
        "<table>" * 1_999,
        "<style>" + "a{" * 100_000,
        "<style>" + "@media{" * 5_000,
        "&#" * 100_000,
    ],
    ids=lambda markup: markup[:10],
)
def test_hostile_pages_take_no_time(markup):
    start = time.process_time()
    read_html(markup)
    assert time.process_time() - start < 2


@given(st.text(alphabet="<>/abp=\"' \n&;#あ", max_size=200))
def test_any_markup_is_read(markup):
    read_html(markup).text.encode()
