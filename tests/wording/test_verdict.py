"""The first screen of a verdict, from a report made by hand."""

from dataclasses import replace

import pytest

from bot.analysis.message import Message, Sender
from bot.analysis.report import Demand, Evidence, JudgedLink, Kind, Question, Report, Verdict
from bot.knowledge import knowledge
from bot.wording.catalog import catalog
from bot.wording.details import details_reply
from bot.wording.plain import plain
from bot.wording.reply import BlockKind
from bot.wording.verdict import FIRST_SCREEN, Screen, verdict_reply
from bot.wording.words import Words

WORDS = Words(catalog("ja"), knowledge())
MAIL = Message(body="本文", sender=Sender(address="a@example.com"), channel="email")
LINK = JudgedLink("https://evil.example.top/a", "amazon.co.jp", "evil.example.top", "example.top", None)
REPORT = Report(
    verdict=Verdict.SCAM,
    score=0.99,
    kind=Kind.BRAND_PHISHING,
    brand="amazon",
    told="amazon",
    asks_for=(Demand.CLICK, Demand.CREDENTIALS),
    evidence=(
        Evidence("link.ip", 3.0, "203.0.113.5", facts={"domain": "203.0.113.5"}),
        Evidence("language.address_as_name", 2.5),
        Evidence("sender.reply_to", 2.0, "b@example.top", facts={"address": "b@example.top"}),
        Evidence("pressure.suspension", 1.0, "利用を停止"),
        Evidence("pressure.deadline", 0.5, "24時間以内"),
        Evidence("no.such_signal", 9.0, "?"),
    ),
    links=(LINK,),
    question=None,
)


def shown(report=REPORT, message=MAIL, **screen):
    return verdict_reply(WORDS, report, message, Screen(case="c1", **screen))


def test_the_headline_names_brand_kind_and_carrier():
    assert plain(shown().blocks[:1]) == "🚨 詐欺です（ほぼ確実） ― Amazonをかたる偽メール"


def test_three_reasons_the_deadline_among_them():
    lines = [block.text for block in shown().blocks if block.kind is BlockKind.NUMBERED]
    assert len(lines) == 3
    assert "24時間以内" in lines[2]


def test_a_long_message_still_fits_on_the_first_screen():
    long = tuple(
        Evidence(signal, 3.0, "とても長い引用です。" * 60, facts={"domain": "example.top", "address": "長い" * 200})
        for signal in ("pressure.suspension", "demand.credentials", "sender.reply_to")
    )
    reply = shown(replace(REPORT, evidence=long))
    assert len(plain(reply.blocks)) <= FIRST_SCREEN


@pytest.mark.parametrize("kind", [*Kind, None])
@pytest.mark.parametrize("brand", ["amazon", "nta", None])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_kind_has_a_screen_of_three_lines_to_do(kind, brand, locale):
    words = Words(catalog(locale), knowledge())
    for verdict in (Verdict.SCAM, Verdict.SUSPICIOUS):
        reply = verdict_reply(words, replace(REPORT, kind=kind, brand=brand, verdict=verdict), MAIL, Screen(case="c1"))
        assert sum(block.kind is BlockKind.BULLET for block in reply.blocks) == 3
        assert len(reply.buttons) >= 3
    details_reply(words, replace(REPORT, kind=kind, brand=brand), MAIL, "c1")


def test_nothing_found_is_never_called_safe():
    reply = shown(replace(REPORT, verdict=Verdict.NO_SIGN, kind=None, evidence=(Evidence("genuine.own_way", -2.0),)))
    text = plain(reply.blocks)
    assert "安全」とまでは言えません" in text
    assert "自分で開いて確かめるように書いています" in text
    assert "もう何かしましたか" not in text


@pytest.mark.parametrize("question", list(Question))
def test_an_unclear_message_asks_for_one_thing_and_says_how(question):
    reply = shown(replace(REPORT, verdict=Verdict.UNCLEAR, question=question))
    assert reply.question == question.value
    assert plain(reply.blocks).count("教えてください") >= 1
    assert WORDS.text(f"question-{question}.how") in plain(reply.blocks)


def test_a_second_question_is_not_asked():
    reply = shown(replace(REPORT, verdict=Verdict.UNCLEAR, question=Question.SENDER), asked=True)
    assert reply.question is None
    assert "188" in plain(reply.blocks)


def test_a_one_shot_check_has_no_buttons():
    assert verdict_reply(WORDS, REPORT, MAIL, Screen()).buttons == ()


def test_a_foreign_host_is_never_shown_so_that_it_can_be_clicked():
    for reply in (shown(), details_reply(WORDS, REPORT, MAIL, "c1")):
        assert "example.top" not in plain(reply.blocks)
    assert "example[.]top" in plain(details_reply(WORDS, REPORT, MAIL, "c1").blocks)
