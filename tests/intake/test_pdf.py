"""PDFs: their words, where they lead, what is in them."""

from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Enclosure, Link
from bot.intake.pdf import first_page, read_pdf
from bot.intake.unreadable import Reason, Unreadable
from tests.intake.make_pdf import annotation, page, pdf, stream, words

NOTICE = (Path(__file__).parent / "pdfs" / "notice.pdf").read_bytes()


def test_words_and_the_target_behind_them():
    message = read_pdf(NOTICE)
    assert message.body.splitlines()[:2] == [
        "重要なお知らせ",
        "お客様のカードのご利用を一部制限いたしました。24時間以内にご確認ください。",
    ]
    assert message.links == (Link("https://evil.example/kakunin", "www.smbc-card.com"),)
    assert message.enclosures == ()


def test_a_link_without_words_under_it():
    data = pdf(page(annotation(b"/S/URI/URI(https://evil.example/a)")), stream(b""))
    assert read_pdf(data).links == (Link("https://evil.example/a"),)


def test_a_link_that_shows_its_target():
    target = b"https://evil.example/a"
    data = pdf(page(annotation(b"/S/URI/URI(" + target + b")")), stream(words(target), layers=1))
    message = read_pdf(data)
    assert message.body == target.decode()
    assert message.links == (Link(target.decode()),)


def test_programs_and_scripts_are_told_of_and_not_run():
    launch = pdf(page(annotation(b"/S/Launch/F(cmd.exe)")), stream(words(b"x")))
    assert read_pdf(launch).enclosures == (Enclosure("cmd.exe", "program"),)
    script = pdf(page(), stream(words(b"x")), catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    assert read_pdf(script).enclosures == (Enclosure("JavaScript", "script"),)


def test_files_inside_are_named(tmp_path):
    document = pypdfium2.PdfDocument(pdf(page(), stream(words(b"x"))))
    document.new_attachment("請求書.exe").set_data(b"MZ")
    document.save(tmp_path / "a.pdf")
    assert read_pdf((tmp_path / "a.pdf").read_bytes()).enclosures == (Enclosure("請求書.exe", "program"),)


def test_a_pdf_behind_a_password_says_so():
    lock = b"/Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">"
    data = pdf(page(), stream(words(b"x")), trailer=b"/ID[<00><00>]/Encrypt<<" + lock + b">>")
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    assert caught.value.reason is Reason.LOCKED


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 1000, NOTICE[:500]])
def test_damaged_files_say_so(data):
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    assert caught.value.reason is Reason.BROKEN


@pytest.mark.parametrize("layers", [1, 3])
def test_what_unpacks_to_too_much_is_refused(layers):
    with pytest.raises(Unreadable) as caught:
        read_pdf(pdf(page(), stream(b" " * 201_000_000, layers=layers)))
    assert caught.value.reason is Reason.TOO_HEAVY


def test_many_pages_and_links_are_cut():
    kids = b"<</Type/Pages/Kids[" + b"3 0 R " * 500 + b"]/Count 500>>"
    data = pdf(page(annotation(b"/S/URI/URI(https://evil.example/a)")), stream(words(b"x" * 50)))
    data = data.replace(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", kids)
    assert read_pdf(data).body.count("x" * 50) <= 30


def test_the_first_page_can_be_looked_at():
    picture = first_page(NOTICE)
    assert picture.mode == "RGB"
    assert 1000 < max(picture.size) <= 2400
    huge = pdf(page().replace(b"300 200", b"300000 200000"), stream(words(b"x")))
    assert max(first_page(huge).size) <= 2400


@given(st.integers(0, len(NOTICE)), st.binary(max_size=20))
def test_any_damage_is_read_or_refused(place, damage):
    with suppress(Unreadable):
        read_pdf(NOTICE[:place] + damage + NOTICE[place + len(damage) :])
