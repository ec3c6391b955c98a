"""A bare thing is answered with what it is, what is not known and what would decide; never with "safe"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.analyze import analyze
from bot.analysis.message import Message
from bot.analysis.phones import NumberKind
from bot.analysis.report import Question, Report, Verdict
from bot.analysis.scraps import Ground, ScrapKind, read_scrap
from bot.knowledge import knowledge
from bot.knowledge.published_numbers import Use, dialled, number_patterns, published_numbers
from bot.wording.catalog import catalog, locales
from bot.wording.plain import plain
from bot.wording.scraps import scrap_reply
from bot.wording.verdict import Screen
from bot.wording.words import Words

UNCLEAR = Report(Verdict.UNCLEAR, 0.5, None, None, (), (), (), Question.FULL_TEXT)
NUMBERS = sorted(published_numbers())


def shown(scrap, locale="ja", report=UNCLEAR, **screen):
    reply = scrap_reply(Words(catalog(locale), knowledge()), scrap, report, Message(), Screen(case="c1", **screen))
    return plain(reply.blocks)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("0120-444-444", NumberKind.TOLL_FREE, None),
        ("0800-123-4567", NumberKind.TOLL_FREE, None),
        ("0570-064-107", NumberKind.NAVI, None),
        ("050-1234-5678", NumberKind.VOIP, None),
        ("090 1234 5678", NumberKind.MOBILE, None),
        ("(03) 1234-5678", NumberKind.LANDLINE, "東京"),
        ("０６ー６４４５ー３４７４", NumberKind.LANDLINE, "大阪"),
        ("+81 3-1234-5678", NumberKind.LANDLINE, "東京"),
        ("+44 7911 123456", NumberKind.INTERNATIONAL, "イギリス"),
        ("+1 833 555 0199？", NumberKind.INTERNATIONAL, "アメリカ・カナダなど"),
        ("+295 257 0110", NumberKind.INTERNATIONAL, None),
        ("110番", NumberKind.SHORT, None),
        ("#9110", NumberKind.SHORT, None),
        ("123456", None, None),
    ],
)
def test_a_number_is_told_by_its_line_and_place(text, kind, place):
    scrap = read_scrap(text)
    assert scrap is not None
    assert scrap.kind is ScrapKind.NUMBER
    assert scrap.line is not None
    assert scrap.line.kind is kind
    assert (scrap.line.place.name if scrap.line.place else None) == place
    if place:
        assert place in shown(scrap)


@pytest.mark.parametrize(
    ("text", "whose"),
    [("#9110", "警察"), ("188", "消費者ホットライン"), ("0120-101-258", "JCB"), ("０１２０３２４３５８", "みずほ銀行")],
)
def test_a_published_number_says_whose_and_when_and_that_it_can_be_faked(text, whose):
    said = shown(read_scrap(text))
    assert whose in said
    assert "年" in said
    assert "確認" in said
    assert "まねできます" in said


def test_a_number_that_nobody_publishes_is_not_called_anyones():
    assert "分かりませんでした" in shown(read_scrap("0120-444-444"))


def test_the_numbers_of_the_police_in_a_callers_display_are_warned_of():
    assert "0110" in shown(read_scrap("03-3581-0110")).replace("[-]", "-").partition("\n")[2]
    assert "警察庁" in shown(read_scrap("03-3581-0110"))


@pytest.mark.parametrize(
    ("text", "kind", "ground", "brand"),
    [
        ("https://www.amazon.co.jp/", ScrapKind.LINK, Ground.OWNER, "amazon"),
        ("https://bit.ly/3abc", ScrapKind.LINK, Ground.SHORTENER, None),
        ("hxxps://example[.]com/a", ScrapKind.LINK, Ground.UNKNOWN, None),
        ("someone@gmail.com", ScrapKind.MAIL, Ground.ANYONE, None),
        ("info@amazon.co.jp", ScrapKind.MAIL, Ground.OWNER, "amazon"),
        ("someone@example.com", ScrapKind.MAIL, Ground.UNKNOWN, None),
        ("佐川急便", ScrapKind.NAME, None, "sagawa"),
        ("Amazonって", ScrapKind.NAME, None, "amazon"),
        ("paypay？", ScrapKind.NAME, None, "paypay"),
        ("株式会社みらい投資", ScrapKind.NAME, None, None),
        ("Bright Future Capital Ltd.", ScrapKind.NAME, None, None),
    ],
)
def test_links_addresses_and_names_are_told_apart(text, kind, ground, brand):
    scrap = read_scrap(text)
    assert scrap is not None
    assert (scrap.kind, scrap.ground, scrap.brand) == (kind, ground, brand)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "こんにちは",
        "Amazonからメールが来ました",
        "これ本物？",
        "12",
        "カード",
        "090-1234-5678に電話した",
        "株式会社です。どうぞ",
    ],
)
def test_what_says_more_or_nothing_is_no_scrap(text):
    assert read_scrap(text) is None


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        *NUMBERS,
        "0120-444-444",
        "+1 833 555 0110",
        "090-1234-5678",
        "https://www.amazon.co.jp/",
        f"https://{'a' * 60}.example.com/",
        f"someone@{'b' * 60}.example.com",
        "株式会社" + "み" * 36,
        "三菱UFJニコス",
    ],
)
def test_every_answer_is_short_and_calls_nothing_safe(text, locale, asked):
    scrap = read_scrap(text)
    assert scrap is not None
    said = shown(scrap, locale, asked=asked)
    assert len(said) <= (310 if locale == "ja" else 620)
    assert "安全" not in said
    assert " is safe" not in said
    assert "教えて" in said or "Please tell" in said or asked


def test_digits_that_may_be_a_secret_are_not_repeated():
    assert "837465" not in shown(read_scrap("837465"))


def test_a_link_that_gives_itself_away_gets_the_verdicts_own_screen():
    report = analyze(Message(body="https://smbc-caeb.com/login"))
    assert report.verdict is Verdict.SCAM
    assert shown(read_scrap("https://smbc-caeb.com/login"), report=report).startswith("🚨")


def test_facts_about_numbers_have_a_source_and_a_day():
    assert all(one.source.startswith("http") for one in number_patterns())
    assert all(bool(one.contact) != bool(one.brand) for whose in published_numbers().values() for one in whose)
    assert {one.use for whose in published_numbers().values() for one in whose} == set(Use)


@pytest.mark.parametrize("locale", locales())
def test_every_pattern_can_be_told(locale):
    assert all(catalog(locale).has(f"scrap-pattern-{one.id}") for one in number_patterns())


@given(st.text(max_size=60))
def test_any_text_is_a_scrap_or_not(text):
    scrap = read_scrap(text)
    if scrap is not None:
        assert shown(scrap)


@given(st.from_regex(r"[0-9]{3,11}", fullmatch=True), st.sampled_from(["", "-", " ", "‐", "ー"]))
def test_a_number_is_the_same_however_it_is_grouped(digits, gap):
    assert dialled(f"{digits[:3]}{gap}{digits[3:]}") == digits
