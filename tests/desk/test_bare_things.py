"""People who send only a link, a number or a name are told what it is and asked for what would decide."""

import pytest

from bot.analysis.report import Verdict
from bot.desk.incoming import Command
from bot.wording.reply import Severity
from tests.desk.conftest import PHISHING, Person, labels, text


@pytest.mark.parametrize(
    ("scrap", "says"),
    [
        ("0120-324-358", ["みずほ銀行", "まねできます", "何と言われましたか"]),
        ("#9110", ["警察", "自分からこの番号にかければ"]),
        ("090-1234-5678", ["携帯電話", "分かりませんでした"]),
        ("佐川急便", ["佐川急便は実際にあります", "sagawa-exp.co.jp"]),
        ("警察", ["警察", "実際にあります"]),
        ("株式会社みらい投資", ["一覧にありません"]),
        ("https://example.com/abc", ["example[.]com", "開かずに", "全部ここに貼ってください"]),
        ("someone@gmail.com", ["だれでも作れます"]),
    ],
)
async def test_a_bare_thing_says_what_it_is_and_asks_one_thing(person, scrap, says):
    reply = await person.says(scrap)
    assert reply.report is not None
    assert reply.report.verdict is Verdict.UNCLEAR
    assert reply.severity is Severity.QUESTION
    assert reply.question == "full_text"
    for words in says:
        assert words in text(reply)
    assert "安全" not in text(reply)


async def test_in_english(desk, clock):
    person = Person(desk, clock, locale="en")
    reply = await person.says("0120-101-258")
    assert "JCB Card" in text(reply)
    assert "can be faked" in text(reply)
    assert "What were you told" in text(reply)
    assert "really exists" in text(await Person(desk, clock, user="other", locale="en").says("PayPay"))


async def test_a_number_from_abroad_is_a_warning_with_its_country(person):
    reply = await person.says("+1 833 555 0199")
    assert reply.report is not None
    assert reply.report.verdict in (Verdict.SUSPICIOUS, Verdict.UNCLEAR)
    assert "アメリカ" in text(reply)
    assert "警察が注意" in text(reply)
    assert "SMS" not in text(reply)


async def test_the_message_that_follows_decides(person):
    await person.says("Amazon")
    reply = await person.says(PHISHING)
    assert reply.report is not None
    assert reply.report.verdict is Verdict.SCAM


async def test_a_second_scrap_is_told_of_too_but_nothing_is_asked_again(person):
    await person.says("佐川急便")
    reply = await person.says("0570-064-107")
    assert reply.question is None
    assert "ナビダイヤル" in text(reply)
    assert "188" in text(reply)


async def test_many_who_ask_about_one_number_do_not_make_it_a_scam(desk, clock):
    for number in range(4):
        reply = await Person(desk, clock, user=f"u{number}").says("0120-324-358")
    assert reply.report is not None
    assert reply.report.verdict is Verdict.UNCLEAR
    assert "同じものが" in text(reply)


async def test_different_numbers_are_not_the_same_report(desk, clock):
    for number in range(4):
        reply = await Person(desk, clock, user=f"u{number}").says(f"03-1234-567{number}")
        assert reply.report is not None
        assert reply.report.verdict is Verdict.UNCLEAR
        assert "件 届いて" not in text(reply)


@pytest.mark.parametrize("word", ["カード番号", "マスターカード"])
async def test_a_word_about_what_happened_is_not_taken_for_a_name(person, word):
    reply = await person.says(word)
    assert "実際にあります" not in text(reply)
    assert any("カード" in label or "認証" in label for label in labels(reply))


async def test_digits_that_may_be_a_code_are_neither_kept_nor_repeated(person, store):
    reply = await person.says("837465")
    assert "837465" not in text(reply)
    assert "だれにも教えないで" in text(reply)
    assert "記録した文 0件" in text(await person.gives(Command.FORGET))


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        ("0120-324-358から電話がありました", "みずほ銀行"),
        ("この番号 0570-064-107 って詐欺？", "ナビダイヤル"),
        ("+44 7911 123456 から着信がきた", "イギリス"),
        ("someone@gmail.com からメールが来たんだけど本物？", "だれでも作れます"),
    ],
)
async def test_a_short_question_about_a_number_or_address_is_answered_about_it(person, asks, says):
    assert says in text(await person.says(asks))


async def test_who_called_a_number_back_still_gets_the_steps(person):
    assert "自分からこの番号" not in text(await person.says("0120-324-358に電話してしまいました"))
