"""Conversations from the first message to the last step, on a real store."""

from datetime import timedelta

import pytest

from bot.analysis.report import Verdict
from bot.desk.incoming import Command, Forward, Piece
from bot.store import Store
from bot.wording.reply import BlockKind, Severity
from tests.desk.conftest import PHISHING, Person, desk_on, labels, text


async def test_a_pasted_message_is_answered_on_one_screen(person):
    reply = await person.says(PHISHING)
    assert reply.report is not None
    assert reply.report.verdict is Verdict.SCAM
    assert reply.severity is Severity.DANGER
    assert reply.blocks[0].text.startswith("🚨 詐欺です")
    assert "Amazon" in reply.blocks[0].text
    assert sum(block.kind is BlockKind.NUMBERED for block in reply.blocks) in (1, 2, 3)
    assert sum(block.kind is BlockKind.BULLET for block in reply.blocks) in (1, 2, 3)
    assert labels(reply)[:2] == ["何もしていない", "開いただけ"]
    assert {"通報する", "くわしく"} <= set(labels(reply))
    note = next(block.text for block in reply.blocks if block.kind is BlockKind.NOTE)
    assert len(text(reply)) - len(note) <= 310


async def test_nothing_of_the_message_can_be_clicked(person):
    for reply in (
        first := await person.says(PHISHING),
        await person.presses(first, "くわしく"),
        await person.presses(first, "通報する"),
    ):
        shown = "\n".join(block.text for block in reply.blocks)
        assert "example-login.top" not in shown
        assert "coreserver.jp" not in shown
        for block in reply.blocks:
            if block.url:
                assert block.kind is BlockKind.LINK
                assert "example-login" not in block.url


async def test_what_is_logged_is_said_once(person):
    assert "/forget" in text(await person.says(PHISHING))
    assert "/forget" not in text(await person.says(PHISHING + "\nもう一通"))


@pytest.mark.parametrize("more", ["パスワードも入れちゃった", "パスワードも", "ぱすわーども…"])
async def test_recovery_is_fitted_to_the_message_at_hand_and_grows(person, more):
    await person.says(PHISHING)
    clicked = await person.says("リンクを押しちゃった")
    assert clicked.situations == ("clicked_link",)
    both = await person.says(more)
    assert set(both.situations) == {"clicked_link", "entered_password"}
    assert "Amazon" in both.steps[0].text
    card = await person.says("カードも入れた")
    assert set(card.situations) == {"clicked_link", "entered_password", "entered_card"}
    assert "カード会社" in card.steps[0].text
    assert card.steps[0].contact


async def test_after_a_day_own_words_stand_alone(person, clock):
    await person.says(PHISHING)
    clock.pass_by(timedelta(days=1, minutes=1))
    reply = await person.says("パスワードを入れちゃった")
    assert "Amazon" not in text(reply)


async def test_a_button_says_the_same_as_words(person):
    first = await person.says(PHISHING)
    pressed = await person.presses(first, "カード番号")
    assert pressed.situations == ("entered_card",)
    assert "カード会社" in pressed.steps[0].text
    nothing = await person.presses(first, "何もしていない")
    assert nothing.situations == ("received_only",)


async def test_own_words_and_the_message_at_once_are_both_answered(person):
    reply = await person.says(
        "さっきこのメールのリンクを開いて、パスワードを入れてしまいました。どうすればいいですか？\n\n" + PHISHING
    )
    assert reply.report is not None
    assert reply.report.verdict is Verdict.SCAM
    assert "entered_password" in reply.situations
    assert reply.steps
    assert reply.blocks[0].text.startswith("🚨")


async def test_steps_are_ticked_by_button_and_by_word_and_come_back(person):
    await person.says(PHISHING)
    plan = await person.says("パスワードを入れちゃった")
    ticked = await person.presses(plan, "1番")
    assert ticked.replaces
    assert [step.done for step in ticked.steps][:2] == [True, False]
    word = await person.says("できた")
    assert [step.done for step in word.steps][:3] == [True, True, False]
    again = await person.says("続き")
    assert [step.done for step in again.steps] == [step.done for step in word.steps]
    assert any(block.done for block in again.blocks)
    undone = await person.presses(plan, "1番")
    assert not undone.steps[0].done


async def test_all_steps_done_end_with_what_to_check_later(person):
    reply = await person.says("パスワードを入れちゃった")
    for _ in reply.steps:
        reply = await person.says("できた")
    assert reply.blocks[0].text.startswith("✅")
    assert "あした見るところ" in text(reply)
    assert not any(label.endswith("できた") for label in labels(reply))


async def test_a_restart_forgets_nothing(person, url, store, clock):
    first = await person.says(PHISHING)
    plan = await person.says("パスワードを入れちゃった")
    await person.says("できた")
    await store.close()
    reopened = await Store.open(url)
    later = Person(desk_on(reopened, clock), clock, events=iter(range(100, 200)).__next__)
    assert [step.done for step in (await later.says("続き")).steps][:2] == [True, False]
    assert [step.done for step in (await later.presses(plan, "2番")).steps][:2] == [True, True]
    assert "開いていません" in text(await later.presses(first, "くわしく"))
    await reopened.close()


async def test_a_redelivered_event_is_answered_once(person, desk, store):
    event = person.event(pieces=(Piece(text=PHISHING),))
    assert await desk.handle(event) is not None
    assert await desk.handle(event) is None


async def test_a_scrap_gets_one_question_and_its_answer_joins_the_case(person):
    asked = await person.says("https://example.com/abc")
    assert asked.report is not None
    assert asked.report.verdict is Verdict.UNCLEAR
    assert asked.question == "full_text"
    assert "貼" in text(asked)
    joined = await person.says(PHISHING)
    assert joined.report is not None
    assert joined.report.verdict is Verdict.SCAM
    assert joined.question is None
    assert "相談 1件" in text(await person.gives(Command.FORGET))


async def test_nothing_is_asked_a_second_time(person):
    await person.says("https://example.com/abc")
    second = await person.says("https://example.com/def")
    assert second.report is not None
    if second.report.verdict is Verdict.UNCLEAR:
        assert second.question is None
        assert "188" in text(second)


async def test_forwards_in_quick_succession_are_one_case(person, desk, clock):
    one = person.event(pieces=(Piece(text="【重要】Amazonからのお知らせ", forwarded=Forward("Amazon")),))
    two = person.event(pieces=(Piece(text=PHISHING, forwarded=Forward("Amazon")),))
    await desk.handle(one)
    clock.pass_by(timedelta(seconds=1))
    reply = await desk.handle(two)
    assert reply is not None
    assert reply.report is not None
    details = await person.presses(reply, "くわしく")
    assert reply.report.verdict is Verdict.SCAM
    assert "Amazon" in text(details)
    erased = await person.gives(Command.FORGET)
    assert "相談 1件" in text(erased)


async def test_recovery_without_a_message(person):
    asked = await person.gives(Command.RECOVER)
    assert {"パスワード", "カード番号", "認証コード"} <= set(labels(asked))
    plan = await person.presses(asked, "認証コード")
    assert plan.situations == ("gave_otp",)
    assert plan.steps


async def test_an_open_text_is_asked_about_not_guessed(person):
    reply = await person.says("やっちゃった、どうしよう")
    assert reply.situations == ()
    assert len(labels(reply)) >= 3


async def test_what_if_is_not_treated_as_done(person):
    reply = await person.says("リンクを押したらどうなりますか？")
    assert reply.steps == ()
    assert "clicked_link" not in reply.situations


async def test_what_is_denied_is_not_planned_for(person):
    reply = await person.says("リンクは開いたけど、カード番号は入れていません")
    assert reply.situations == ("clicked_link",)


@pytest.mark.parametrize(
    ("says", "answer"), [("ありがとう", "どういたしまして"), ("こんにちは", "こんにちは"), ("thanks", "welcome")]
)
async def test_small_words_get_short_kind_answers(person, says, answer):
    reply = await person.says(says)
    assert answer in text(reply)
    assert len(text(reply)) < 100


async def test_a_question_without_a_message_asks_for_the_message(person):
    assert "貼り付け" in text(await person.says("これ詐欺ですか？"))


async def test_asking_again_gives_the_verdict_again(person):
    await person.says(PHISHING)
    reply = await person.says("これって詐欺？")
    assert reply.report is not None
    assert reply.report.verdict is Verdict.SCAM


async def test_own_words_in_english_are_answered_in_english(person):
    reply = await person.says("I clicked the link and entered my password, what should I do?")
    assert "entered_password" in reply.situations
    assert reply.steps[0].text.isascii()
    again = await person.says("continue")
    assert again.steps == reply.steps


async def test_the_platforms_language_is_kept_to(desk, clock):
    reader = Person(desk, clock, locale="en-US")
    assert (await reader.says(PHISHING)).blocks[0].text.startswith("🚨 This is a scam")


async def test_in_a_group_only_the_verdict_is_shown(desk, clock):
    member = Person(desk, clock, private=False)
    reply = await member.gives(Command.CHECK, Piece(text=PHISHING, comment="パスワードを入れてしまいました"))
    assert reply.report is not None
    assert reply.steps == ()
    assert reply.buttons == ()
    assert "1対1" in text(reply)
    assert (await member.says("パスワードを入れちゃった")).steps == ()
    assert (await member.gives(Command.RECOVER)).buttons == ()


async def test_nobody_presses_for_someone_else(person, desk, clock):
    first = await person.says(PHISHING)
    stranger = Person(desk, clock, user="stranger")
    for label in ("くわしく", "カード番号", "通報する"):
        reply = await stranger.presses(first, label)
        assert reply.report is None
        assert reply.steps == ()
        assert "ほかの人" in text(reply)


async def test_the_report_way_fits_the_brand(person):
    first = await person.says(PHISHING)
    reply = await person.presses(first, "通報する")
    shown = text(reply)
    assert "https://www.amazon.co.jp/" in shown
    assert "info@antiphishing.jp" in shown
    assert "stop-spoofing" not in shown
    assert "services@oc1001[.]coreserver[.]jp" in shown


async def test_the_details_name_the_real_place_of_each_link(person):
    first = await person.says(PHISHING)
    shown = text(await person.presses(first, "くわしく"))
    assert "example-login[.]top" in shown
    assert "Amazonのサイトではありません" in shown
    assert "開いていません" in shown


@pytest.mark.parametrize("scrap", ["090-1234-5678", "+44 7911 123456", "someone@example.com"])
async def test_a_bare_number_or_address_is_never_waved_through(person, scrap):
    reply = await person.says(scrap)
    assert reply.report is not None
    assert reply.report.verdict is not Verdict.NO_SIGN


async def test_words_we_do_not_understand_lead_back_to_the_steps(person):
    await person.says("パスワードを入れちゃった")
    reply = await person.says("今日はとても寒いですね")
    assert "続き" in text(reply)
    assert "188" in text(reply)


async def test_someone_who_writes_only_a_password_is_asked_what_happened(person):
    reply = await person.says("パスワードは hunter2secret です")
    assert "消してください" in text(reply)
    assert "hunter2secret" not in text(reply)
    assert "パスワード" in labels(reply)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("警察から電話があって、私の口座が犯罪に使われてるからお金を移せって言われました。本当ですか？", "police"),
        ("LINEで友達から「コンビニでギフトカード買って」って来たんだけど", "takeover"),
    ],
)
async def test_a_call_that_is_only_told_is_judged(person, told, kind):
    reply = await person.says(told)
    assert reply.report is not None
    assert (reply.report.verdict, reply.report.kind) == ("scam", kind)
    assert "貼り付けてください" in text(reply)


async def test_somebody_posing_as_family_is_not_met_with_calm(person):
    reply = await person.says("息子から携帯が変わったって電話があって300万円必要だって言うんです")
    assert "前から知っている番号" in text(reply)


async def test_words_of_ones_own_are_not_logged_as_a_message(person):
    await person.says("銀行からSMSが来て、口座が凍結されたからリンクから手続きしろって。これ本物？")
    assert "相談 1件、記録した文 0件" in text(await person.gives(Command.FORGET))
