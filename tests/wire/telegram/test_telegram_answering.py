"""What the bot shows on Telegram, and how it takes what Telegram throws at it."""

from __future__ import annotations

import asyncio
import logging
import time

import pytest

from bot.adapters.base import AdapterError
from bot.desk.incoming import Incoming
from bot.wording.catalog import catalog
from bot.wording.reply import Block, BlockKind, Reply
from tests.wire.telegram.botapi import GROUP, PRIVATE, TOKEN, BotApi
from tests.wire.telegram.conftest import Desk, Running, text_reply

SORRY = catalog("ja").text("error-internal")


async def test_every_block_in_its_form_and_nothing_to_tap_but_our_link(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda _: Reply(
        (
            Block(BlockKind.HEADLINE, "🚨 詐欺です ― <b>amazon.co.jp</b> & co をかたる"),
            Block(BlockKind.HEADING, "理由"),
            Block(BlockKind.NUMBERED, "差出人 a@oc1001[.]coreserver[.]jp は @amazon_help #当選 ではない", number=1),
            Block(BlockKind.DETAIL, "hxxps://evil[.]top/?a=1&b=<2>"),
            Block(BlockKind.BULLET, "変えた", done=True),
            Block(BlockKind.LINK, "Amazonの報告ページ", url="https://www.amazon.co.jp/report?a=1&b=2"),
            Block(BlockKind.NOTE, "押さないで: https://evil.example/a_b tg://resolve?domain=x /stop@evil_bot"),
        )
    )
    api.message("これ本物？")
    answer = await api.answer()
    assert answer.text == (
        "🚨 詐欺です ― <b>amazon.co.jp</b> & co をかたる\n\n"
        "理由\n"
        "1. 差出人 a@oc1001[.]coreserver[.]jp は @amazon_help #当選 ではない\n"
        "　hxxps://evil[.]top/?a=1&b=<2>\n"
        "✅ 変えた\n"
        "・Amazonの報告ページ\n\n"
        "押さないで: https://evil.example/a_b tg://resolve?domain=x /stop@evil_bot"
    )
    assert answer.shown.tappable == (("Amazonの報告ページ", "https://www.amazon.co.jp/report?a=1&b=2"),)
    assert "理由" in answer.shown.bold
    assert answer.request["link_preview_options"] == {"is_disabled": True}


async def test_a_long_answer_comes_in_order_with_the_buttons_under_its_end(
    api: BotApi, desk: Desk, bot: object
) -> None:
    paragraphs = [f"{number}" + "あ" * 999 for number in range(5)]
    desk.say = lambda _: text_reply(*paragraphs, "い" * 5000, buttons=("v1:more",))
    api.message("続き")
    await api.until(lambda: api.answers() and api.answers()[-1].keyboard)
    whole = "".join(answer.text for answer in api.answers()).replace("\n", "")
    assert whole == "".join(paragraphs) + "い" * 5000
    assert [answer.actions for answer in api.answers()] == [[], [], [], ["v1:more"]] or len(api.answers()) == 3


async def test_emoji_count_as_telegram_counts_them(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda _: text_reply("🎉" * 3000)
    api.message("x")
    await api.until(lambda: sum(len(answer.text) for answer in api.answers()) == 3000)


async def test_half_a_character_in_an_answer_is_no_obstacle(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda _: text_reply("こわれた\ud83d文字")
    api.message("x")
    assert "こわれた" in (await api.answer()).text


async def test_a_button_edits_its_message(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda asked: (
        text_reply("くわしい答え", buttons=("v1:back",), replaces=True)
        if asked.press
        else text_reply("答え", buttons=("v1:more",))
    )
    api.message("x")
    answer = await api.answer()
    api.press(answer.id, "v1:more")
    await api.until(lambda: answer.edits == 1)
    assert (answer.text, answer.actions, len(api.answers())) == ("くわしい答え", ["v1:back"], 1)
    assert [asked.press for asked in desk.asked] == [None, "v1:more"]
    assert len(api.called("answerCallbackQuery")) == 1
    # Pressed again, the message stays as it is and no one is told of an error.
    api.press(answer.id, "v1:more")
    await api.until(lambda: len(api.called("answerCallbackQuery")) == 2 and len(api.called("editMessageText")) == 2)
    api.message("まだいる？")
    await api.answer(2)
    assert [shown.text for shown in api.answers()] == ["くわしい答え", "答え"]


async def test_a_button_under_an_old_message_is_answered_below(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda _: text_reply("つづき", replaces=True)
    api.message("x")
    answer = await api.answer()
    api.press(answer.id, "v1:more", message={"message_id": answer.id, "date": 0, "chat": PRIVATE})
    assert (await api.answer(2)).text == "つづき"
    del api.posted[answer.id]
    api.fail(
        "answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    under = {"message_id": answer.id, "date": 1, "chat": PRIVATE, "text": "消えた"}
    api.update(
        callback_query={
            "id": "q",
            "from": {"id": 7, "is_bot": False, "first_name": "x"},
            "chat_instance": "1",
            "data": "v1:more",
            "message": under,
        }
    )
    await api.answer(2)


async def test_a_button_works_after_a_restart(api: BotApi, desk: Desk, running: Running) -> None:
    desk.say = lambda asked: (
        text_reply(f"押された: {asked.press}", replaces=True)
        if asked.press
        else text_reply("答え", buttons=("v1:more:ab",))
    )
    async with running():
        api.message("x")
        answer = await api.answer()
    async with running():
        api.press(answer.id, "v1:more:ab")
        await api.until(lambda: answer.text == "押された: v1:more:ab")


async def test_a_press_in_a_group_names_who_pressed(api: BotApi, desk: Desk, bot: object) -> None:
    api.message("/check 当選", chat=GROUP, entities=[{"type": "bot_command", "offset": 0, "length": 6}])
    answer = await api.answer(chat=GROUP["id"])
    under = {"message_id": answer.id, "date": 1, "chat": GROUP, "text": "答え"}
    api.press(answer.id, "v1:more", message=under, **{"from": {"id": 99, "is_bot": False, "first_name": "次郎"}})
    await api.until(lambda: len(desk.asked) == 2)
    assert (desk.asked[1].user, desk.asked[1].private) == ("99", False)


async def test_no_answer_is_no_message(api: BotApi, desk: Desk, bot: object) -> None:
    desk.say = lambda asked: None if asked.pieces[0].text == "1" else text_reply("2つ目の答え")
    api.message("1")
    api.message("2")
    assert (await api.answer()).text == "2つ目の答え"


async def test_an_error_of_ours_is_a_kind_sentence_and_a_log_line_without_their_words(
    api: BotApi, desk: Desk, bot: object, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(asked: Incoming) -> Reply:
        raise RuntimeError(asked.pieces[0].text)

    desk.say = fail
    api.message("暗証番号は9876")
    assert (await api.answer()).text == SORRY
    assert "RuntimeError at test_telegram_answering.py" in caplog.text
    assert "9876" not in caplog.text


async def test_people_are_answered_side_by_side(api: BotApi, desk: Desk, bot: object) -> None:
    desk.delay = 0.3
    start = time.monotonic()
    for person in range(20, 40):
        api.message(
            "x", chat={"id": person, "type": "private"}, **{"from": {"id": person, "is_bot": False, "first_name": "x"}}
        )
    await api.until(lambda: len(api.posted) == 20)
    assert time.monotonic() - start < 3


async def test_a_flood_limit_is_waited_out(api: BotApi, desk: Desk, bot: object) -> None:
    api.fail("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    start = time.monotonic()
    api.message("x")
    assert (await api.answer()).text == "答え"
    assert time.monotonic() - start >= 1


async def test_a_failing_server_is_asked_again(api: BotApi, desk: Desk, bot: object) -> None:
    api.fail("sendMessage", 502, "Bad Gateway")
    api.message("x")
    assert (await api.answer()).text == "答え"


async def test_markup_that_telegram_cannot_read_is_sent_plain(api: BotApi, desk: Desk, bot: object) -> None:
    api.fail("sendMessage", 400, "Bad Request: can't parse entities: Unsupported start tag")
    api.message("x")
    answer = await api.answer()
    assert (answer.text, "parse_mode" in answer.request) == ("答え", False)


async def test_someone_who_blocked_the_bot_does_not_stop_it(api: BotApi, desk: Desk, bot: object) -> None:
    api.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
    api.message("x")
    await api.until(lambda: desk.asked)
    api.message("y")
    assert (await api.answer()).text == "答え"


async def test_a_group_that_became_a_supergroup_still_gets_its_answer(api: BotApi, desk: Desk, bot: object) -> None:
    api.fail("sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1002)
    api.message(
        "/check 当選",
        chat={"id": -9, "type": "group", "title": "会"},
        entities=[{"type": "bot_command", "offset": 0, "length": 6}],
    )
    assert (await api.answer(chat=-1002)).text == "答え"


@pytest.mark.parametrize(
    "poison",
    [
        {"message": {"message_id": 1}},
        {"message": {"message_id": 1, "date": "soon", "chat": {"id": 7}}},
        {"callback_query": {"id": "1"}},
        {"message": 5},
    ],
)
async def test_an_update_that_cannot_be_parsed_is_skipped(
    api: BotApi, desk: Desk, bot: object, caplog: pytest.LogCaptureFixture, poison: dict
) -> None:
    api.raw(**poison)
    api.message("うしろの人")
    await api.answer()
    assert [asked.pieces[0].text for asked in desk.asked] == ["うしろの人"]
    assert "skipped update" in caplog.text
    await asyncio.sleep(0.1)
    assert len(api.polls) < 6


async def test_outages_of_the_server_are_waited_for(
    api: BotApi, desk: Desk, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getMe", 502, "Bad Gateway", times=2)
    api.fail("getUpdates", 500, "Internal Server Error", times=2)
    async with running():
        api.message("x")
        assert (await api.answer()).text == "答え"
        api.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=2)
        api.fail("getUpdates", 401, "Unauthorized", times=2)
        api.fail("getUpdates", 429, "Too Many Requests: retry after 1", retry_after=1)
        api.message("y")
        assert (await api.answer(2)).text == "答え"
        api.message("z")
        assert (await api.answer(3)).text == "答え"
    assert "another program fetches this bot's updates" in caplog.text


async def test_a_refused_token_is_one_sentence(running: Running) -> None:
    with pytest.raises(AdapterError) as refused:
        async with running("123456:wrong"):
            pass
    assert "TELEGRAM_TOKEN" in catalog("ja").text(refused.value.key)
    assert "wrong" not in f"{refused.value!r} {refused.value.__cause__} {refused.value.__context__}"


async def test_a_token_that_is_withdrawn_ends_the_wait(api: BotApi, running: Running) -> None:
    async with running() as adapter:
        api.fail("getUpdates", 401, "Unauthorized", times=3)
        api.message("x")
        with pytest.raises(AdapterError):
            await asyncio.wait_for(adapter.wait(), 5)


async def test_stopping_is_quick_and_answers_what_was_taken(api: BotApi, desk: Desk, running: Running) -> None:
    desk.delay = 0.3
    async with running() as adapter:
        await api.until(lambda: api.polls)
        api.message("x")
        await api.until(lambda: len(api.polls) > 1)
        start = time.monotonic()
        await adapter.stop()
        assert time.monotonic() - start < 2
        assert [answer.text for answer in api.answers()] == ["答え"]
        await adapter.wait()


async def test_the_command_menu_is_in_the_language_of_the_reader(api: BotApi, bot: object) -> None:
    await api.until(lambda: ("default", "en") in api.menus)
    assert set(api.menus) >= {("default", ""), ("default", "ja"), ("default", "en"), ("all_group_chats", "")}
    assert api.menus["default", ""] == ["check", "tasukete", "tsuzuki", "help", "privacy", "forget"]
    first = next(request for request in api.called("setMyCommands") if "language_code" not in request)
    assert first["commands"][0]["description"] == catalog("ja").text("telegram-command-check")


async def test_no_menu_is_no_reason_to_be_silent(api: BotApi, desk: Desk, running: Running) -> None:
    api.fail("setMyCommands", 400, "Bad Request: something", times=1)
    async with running():
        api.message("x")
        assert (await api.answer()).text == "答え"


async def test_even_a_debug_log_holds_neither_token_nor_words(
    api: BotApi, desk: Desk, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger().setLevel(logging.DEBUG)
    async with running():
        api.message("暗証番号は9876", forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "x"})
        api.message(photo=[{**api.file(b"x"), "width": 1, "height": 1}], caption="暗証番号は9876")
        await api.answer()
    assert TOKEN.split(":")[1] not in caplog.text
    assert "9876" not in caplog.text
