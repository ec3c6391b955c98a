"""The helplines: what is shown is confirmed, looks like what it is, and belongs to the organisation."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import tldextract

from bot.knowledge import knowledge
from bot.knowledge.contacts import ContactDetail, Status, load_contacts, read_contacts
from bot.wording.catalog import catalog, locales

FACTS = read_contacts()
CONTACTS = load_contacts()
LOCALES = Path(__file__).parents[2] / "locales"
_domain = tldextract.TLDExtract(suffix_list_urls=())
# A domain under these is given to public bodies alone.
_PUBLIC = ("go.jp", "lg.jp")
_NUMBER = re.compile(r"(?<![\w./-])[#+]?\d[\d-]{2,}\d(?![\w-])")
# How a number is dialled in Japan: short numbers, free and navigation dial, area codes.
_DIALLED = re.compile(
    r"110|188|1[1-9]\d|#\d{4}|0(120|570|800)-\d{2,3}-?\d{3,4}(-\d{3})?|0077-7-\d{3}|0\d{1,4}-\d{1,4}-\d{4}"
)


def hidden_details() -> list[ContactDetail]:
    return [detail for fact in FACTS for detail in fact.details if detail.status is not Status.CONFIRMED]


def registrable(url: str) -> str:
    return _domain(url.split(" ")[0]).top_domain_under_public_suffix


def test_what_is_not_confirmed_is_never_shown():
    shown = {value for item in CONTACTS.values() for value in (*item.numbers, item.url, item.email) if value}
    confirmed = {detail.value for fact in FACTS for detail in fact.details if detail.status is Status.CONFIRMED}
    assert shown <= confirmed
    assert not shown & {detail.value for detail in hidden_details()} - confirmed


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_names_an_unconfirmed_or_superseded_number_or_address(path):
    text = path.read_text(encoding="utf-8")
    confirmed = {number for item in CONTACTS.values() for number in item.numbers}
    for detail in hidden_details():
        if detail.value not in confirmed and re.search(r"[@\d]", detail.value) and "時" not in detail.value:
            assert detail.value not in text


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("name", ["contacts.ftl", "recovery.ftl"])
def test_a_number_in_our_words_is_one_we_may_show(locale, name):
    lines = (LOCALES / locale / name).read_text(encoding="utf-8").splitlines()
    shown = {number for item in CONTACTS.values() for number in item.numbers}
    for line in lines:
        text = line.partition(" = ")[2]
        for found in _NUMBER.findall(text):
            assert found in shown, line
        assert "http" not in text
        assert "@" not in text


def test_numbers_are_dialled_as_in_japan():
    for item in CONTACTS.values():
        for number in item.numbers:
            assert _DIALLED.fullmatch(number), (item.id, number)


def test_pages_are_the_organisations_own():
    """A page counts as official when it was seen on that very domain, or only public bodies can have the domain."""
    brands = {domain.name for brand in knowledge().brands.values() for domain in brand.domains if domain.confirmed}
    for fact in FACTS:
        if fact.url and fact.url.status is Status.CONFIRMED:
            address = urlsplit(fact.url.value)
            domain = registrable(fact.url.value)
            seen_there = domain in {registrable(source) for source in (fact.url.source, *fact.sources)}
            assert address.scheme in {"http", "https"}
            assert seen_there or domain in brands or address.hostname.endswith(_PUBLIC), (fact.id, fact.url.value)


def test_the_old_amazon_report_address_is_known_but_not_shown():
    assert any(detail.status is Status.SUPERSEDED and "stop-spoofing" in detail.value for detail in hidden_details())
    assert not any("stop-spoofing" in (item.email or "") for item in CONTACTS.values())


def test_a_desk_without_a_number_names_a_safe_way():
    """Someone sent to a desk must be able to reach it: by number, page or address, or as its words say."""
    ways = (
        "裏",
        "アプリ",
        "公式",
        "番号",
        "警察署",
        "窓口",
        "担当",
        "人",
        "フォーム",
        "サポート",
        "ページ",
        "メニュー",
    )
    words = catalog("ja")
    for item in CONTACTS.values():
        if not (item.numbers or item.url or item.email):
            assert any(way in words.text(f"contact-{item.id}") for way in ways), item.id


@pytest.mark.parametrize("locale", locales())
def test_every_desk_has_its_words_and_hours_only_where_known(locale):
    words = catalog(locale)
    hours = {fact.id: bool(fact.hours and fact.hours.status is Status.CONFIRMED) for fact in FACTS}
    for item in CONTACTS.values():
        assert words.text(f"contact-{item.id}")
        assert words.text(f"contact-{item.id}.when")
        assert not words.has(f"contact-{item.id}.hours") or hours[item.id], item.id
    file = (LOCALES / locale / "contacts.ftl").read_text(encoding="utf-8")
    assert set(re.findall(r"^contact-([\w]+) =", file, re.MULTILINE)) == set(CONTACTS)


def test_a_brands_desk_stands_in_for_a_general_one_once():
    seen = set()
    for item in CONTACTS.values():
        if item.brand:
            assert item.brand in knowledge().brands
            assert item.instead_of in CONTACTS
            assert (item.instead_of, item.brand) not in seen
            seen.add((item.instead_of, item.brand))
