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
        "<span style='color:#FFF;background-color:#ffffff'>x</span>",
        "<span style='position:absolute;left:-9999px'>x</span>",
        "<span style='display:block;height:0;overflow:hidden'>x</span>",
    ],
)
def test_hidden_words_are_not_read(hidden):
    assert read_html(f"<p>銀{hidden}行</p>").text == "銀行"


@pytest.mark.parametrize(
    "style",
    [
        "font-size:1em",
        "font-size:100%",
        "font-size:12px",
        "opacity:0.9",
        "max-height:10px",
        "height:0",
        "color:#fff;background:#c00",
        "margin-left:-10px",
        "background-color:white;border-color:white",
    ],
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
        Link("https://evil.example/post", "送信"),
        Link("https://same.example/", None),
    )
    assert "送信" in page.text


def test_hidden_words_are_kept_apart():
    page = read_html("<p>銀<span style='display:none'>無関係<b>です</b><script>x</script></span>行</p>")
    assert (page.text, page.hidden) == ("銀行", "無関係 です")


@pytest.mark.parametrize(
    "markup",
    [
        "<meta http-equiv=Refresh content='0; URL=https://evil.example/go'>",
        "<script>window.location.href = 'https://evil.example/go';</script>",
        '<script>location.replace("https://evil.example/go")</script>',
        "<body onload=''><div onclick=\"window.open('https://evil.example/go')\">開く</div>",
        "<a href=\"javascript:location='https://evil.example/go'\">開く</a>",
        "<iframe src='https://evil.example/go'></iframe>",
        "<form action='https://evil.example/go'><input name=pin></form>",
        "<button formaction='https://evil.example/go'></button>",
        "<a href='data:text/html;base64,PGEgaHJlZj0iaHR0cHM6Ly9ldmlsLmV4YW1wbGUvZ28iPng8L2E+'></a>",
        "<div>" * 3000 + "<a href='https://evil.example/go'>x</a>",
    ],
    ids=lambda markup: markup[:24],
)
def test_every_way_out_of_a_page_is_a_link(markup):
    assert [link.target for link in read_html(markup).links] == ["https://evil.example/go"]


def test_pictures_from_elsewhere_are_no_links():
    assert read_html("<img src='https://pixel.example/open.gif' alt='ロゴ'>").links == ()


@pytest.mark.parametrize(
    ("markup", "smuggles"),
    [
        ("<script>var b=new Blob([atob('UEsDBA==')]);a.href=URL.createObjectURL(b);a.download='x.zip'</script>", True),
        ("<script>document.write(atob('PGgxPg=='))</script>", True),
        ("<script>document.write(unescape('" + "%3c" * 300 + "'))</script>", True),
        ("<a href='data:text/html,<h1>x</h1>'>x</a>", True),
        ("<script>document.write(unescape('%3Cscript src=https://counter.example/ga.js%3E'))</script>", False),
        ("<script>new Blob(['a'])</script><img src='data:image/png;base64,AAAA'>", False),
        ("<p>atob(new Blob)</p>", False),
    ],
)
def test_pages_that_unpack_a_file_or_page_are_told_of(markup, smuggles):
    assert read_html(markup).smuggles is smuggles


def test_a_page_below_large_pictures_is_read_whole():
    picture = f"<img src='data:image/png;base64,{'A' * 1_500_000}'>"
    assert read_html(f"<!--{'x' * 600_000}-->{picture}<p>本文</p>").text == "本文"


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
        "<!--" * 250_000 + "x" * 1_000_000,
        "<div>" * 500_000,
        "<script>" + "location=" * 100_000,
        "<script>" + "unescape(" * 20_000 + "document.write(" * 1_000,
        "data:image/png;base64," * 100_000,
        f"<p style='{'color:' * 100_000}'>",
        "<a href='javascript:" + "location =" * 90_000 + "'>",
        "<a href='data:text/html," + "<a href=data:text/html," * 30_000 + "'>",
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
