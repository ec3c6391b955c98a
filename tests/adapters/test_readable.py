"""Only files that can be read are fetched; their names and claimed types decide, and either may lie."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.readable import is_readable

PROGRAMS = ("exe", "js", "vbs", "bat", "cmd", "ps1", "lnk", "hta", "scr", "apk", "jar", "msi", "iso", "zip", "docm")
ANY = st.text(max_size=20)


@given(ANY, st.sampled_from(("eml", "MSG", "Pdf", "png", "HEIC", "tiff", "htm", "txt")), st.none() | ANY)
def test_a_known_ending_is_enough(name: str, ending: str, media_type: str | None) -> None:
    assert is_readable(f"a{name}.{ending}", media_type)


@given(ANY, st.sampled_from(PROGRAMS), st.sampled_from((None, "application/octet-stream", "application/zip")))
def test_programs_and_archives_are_not_fetched_whatever_stands_before_their_ending(
    name: str, ending: str, media_type: str | None
) -> None:
    assert not is_readable(f"{name}.pdf.{ending}", media_type)


def test_a_script_that_calls_itself_text_is_no_text() -> None:
    assert not is_readable("invoice.txt.vbs", "text/plain")
    assert not is_readable("invoice.js", "text/javascript")


@given(ANY)
def test_without_an_ending_the_claimed_type_decides(name: str) -> None:
    bare = name.replace(".", "")
    assert is_readable(bare, "image/png")
    assert is_readable(bare, "text/plain; charset=utf-8")
    assert not is_readable(bare, "application/zip")
    assert not is_readable(bare, None)
