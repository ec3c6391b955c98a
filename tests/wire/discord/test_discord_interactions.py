"""The message menu, commands and buttons of the Discord bot, over real sockets."""

from __future__ import annotations

import asyncio
import gc
import re

import discord
import pytest
from discord_server import BETWEEN_OTHERS, MENU, DiscordServer
from discord_stub import Desk, until

from bot.analysis.message import Link
from bot.desk.incoming import Command, Forward
from bot.wording.reply import Block, BlockKind, Button, Reply

QUESTION = Reply(
    (Block(BlockKind.HEADLINE, "詐欺です"),),
    buttons=((Button("did:c1:entered_card", "カード番号を入れた"), Button("did:c1:nothing", "何もしていない")),),
)


async def test_commands_are_published_in_both_languages(server: DiscordServer, bot):
    published = server.published
    assert set(published) == {"これ、詐欺？", "check", "tasukete", "tsuzuki", "privacy", "forget", "help"}
    for command in published.values():
        assert (command["contexts"], command["integration_types"]) == ([0, 1, 2], [0, 1])
        for name in command["name_localizations"].values():
            assert command["type"] == MENU or re.fullmatch(r"[-_\w]{1,32}", name)
    assert published["check"]["name_localizations"] == {"ja": "確認"}
    assert published["tasukete"]["name_localizations"] == {"ja": "たすけて"}
    assert "詐欺" in published["check"]["description_localizations"]["ja"]
    assert [option["name_localizations"] for option in published["check"]["options"]] == [
        {"ja": "文章"},
        {"ja": "ファイル"},
    ]
    assert published["これ、詐欺？"]["name_localizations"] == {"en-US": "Is this a scam?", "en-GB": "Is this a scam?"}


async def test_the_menu_checks_a_message_for_the_asker_alone(server: DiscordServer, desk: Desk, bot):
    hanako, stranger = server.person(), server.person("stranger", global_name="Steam Support")
    channel = server.channel(hanako, stranger)
    scam = server.say(stranger, channel, "[ギフト](https://evil.example/)を受け取って")
    opened = server.open_menu(hanako, scam)
    answer = await until(lambda: server.shown(opened))
    assert (answer.content, opened.ephemeral) == ("## 詐欺です", True)
    assert server.messages(channel) == []
    (event,) = desk.asked
    (piece,) = event.pieces
    assert (event.command, event.locale, event.private) == (Command.CHECK, "ja", True)
    assert event.event == str(opened.id)
    assert (piece.text, piece.forwarded) == ("ギフトを受け取って", Forward(name="Steam Support"))
    assert piece.links == (Link("https://evil.example/", "ギフト"),)


async def test_the_menu_works_in_a_chat_the_bot_is_not_part_of(server: DiscordServer, desk: Desk, bot):
    hanako, friend = server.person(), server.person("friend")
    message = server.say(friend, server.chat(friend), "電子マネー買ってきて")
    await until(lambda: desk.asked)  # the stand-in for the foreign chat is one with the bot
    channel = server.chat(friend)
    before = len(server.messages(channel))
    opened = server.open_menu(hanako, message, context=BETWEEN_OTHERS)
    await until(lambda: server.shown(opened))
    assert opened.ephemeral
    assert len(server.messages(channel)) == before
    assert (desk.asked[-1].user, desk.asked[-1].private) == (str(hanako.id), True)


async def test_a_case_from_a_server_goes_on_in_direct_messages(server: DiscordServer, desk: Desk, bot):
    hanako, stranger = server.person(), server.person("stranger")
    scam = server.say(stranger, server.channel(hanako, stranger), "口座を確認してください")
    server.open_menu(hanako, scam)
    await until(lambda: desk.asked)
    server.say(hanako, server.chat(hanako), "入れちゃった")
    await until(lambda: len(desk.asked) == 2)
    assert len({event.chat for event in desk.asked}) == 1


async def test_the_menu_on_ones_own_forward_and_on_our_answer(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    chat = server.chat(hanako)
    pasted = server.say(hanako, chat, "当選しました")
    (ours,) = await until(lambda: server.messages(chat))
    opened = server.open_menu(hanako, ours)
    answer = await until(lambda: server.shown(opened))
    assert "わたしの返事" in answer.content
    server.open_menu(hanako, pasted)
    await until(lambda: len(desk.asked) == 2)
    assert desk.asked[-1].pieces[0].forwarded is None


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("tasukete", Command.RECOVER),
        ("tsuzuki", Command.RESUME),
        ("privacy", Command.PRIVACY),
        ("forget", Command.FORGET),
        ("help", Command.HELP),
    ],
)
async def test_commands_reach_the_desk(server: DiscordServer, desk: Desk, bot, name, command):
    hanako = server.person()
    in_server = server.command(hanako, server.channel(hanako), name, locale="en-US")
    await until(lambda: server.shown(in_server))
    own_chat = server.command(hanako, server.chat(hanako), name)
    await until(lambda: server.shown(own_chat))
    assert [(event.command, event.locale) for event in desk.asked] == [(command, "en-US"), (command, "ja")]
    assert (in_server.ephemeral, own_chat.ephemeral) == (True, False)


async def test_check_takes_text_and_file(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    used = server.command(
        hanako, server.channel(hanako), "check", text="[口座](https://evil.example)", file=("a.eml", b"Subject: x")
    )
    await until(lambda: server.shown(used))
    (piece,) = desk.asked[0].pieces
    assert (desk.asked[0].command, piece.text) == (Command.CHECK, "口座")
    assert piece.links == (Link("https://evil.example", "口座"),)
    assert piece.attachments[0].data == b"Subject: x"


async def test_check_without_anything_says_what_to_give(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    japanese = server.command(hanako, server.channel(hanako), "check")
    english = server.command(hanako, server.chat(hanako), "check", text="  ", locale="en-GB")
    assert "文章か画像" in (await until(lambda: server.shown(japanese))).content
    assert "text or picture" in (await until(lambda: server.shown(english))).content
    assert desk.asked == []


async def test_a_button_works_after_a_restart(server: DiscordServer, desk: Desk, start_bot):
    first = await start_bot()
    hanako = server.person()
    desk.reply = QUESTION
    server.say(hanako, server.chat(hanako), "これ本物？")
    (question,) = await until(lambda: server.messages(server.chat(hanako)))
    assert server.labels(question) == [["カード番号を入れた", "何もしていない"]]
    await first.stop()
    await start_bot()
    desk.reply = Reply((Block(BlockKind.TEXT, "カード会社に電話"),))
    pressed = server.press(hanako, question, "did:c1:entered_card")
    await until(lambda: server.shown(pressed))
    assert [message.content for message in server.messages(server.chat(hanako))] == ["## 詐欺です", "カード会社に電話"]
    assert desk.asked[-1].press == "did:c1:entered_card"


async def test_a_step_is_ticked_off_in_place(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.reply = QUESTION
    server.say(hanako, server.chat(hanako), "助けて")
    (plan,) = await until(lambda: server.messages(server.chat(hanako)))
    desk.reply = Reply((Block(BlockKind.NUMBERED, "カードを止める", 1, done=True),), replaces=True)
    server.press(hanako, plan, "did:c1:nothing")
    await until(lambda: plan.content == "✅ 1\\. カードを止める")
    assert plan.components == []
    assert len(server.messages(server.chat(hanako))) == 1


async def test_a_slow_press_edits_too(server: DiscordServer, desk: Desk, bot, monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.sending.DEFER_SECONDS", 0.05)
    hanako = server.person()
    desk.reply = QUESTION
    server.say(hanako, server.chat(hanako), "助けて")
    (plan,) = await until(lambda: server.messages(server.chat(hanako)))
    desk.reply, desk.seconds = Reply((Block(BlockKind.TEXT, "済み"),), replaces=True), 0.2
    server.press(hanako, plan, "did:c1:nothing")
    await until(lambda: plan.content == "済み")
    desk.reply = Reply((Block(BlockKind.TEXT, "つぎ"),))
    server.press(hanako, plan, "did:c1:nothing")
    await until(lambda: server.messages(server.chat(hanako))[-1].content == "つぎ")
    assert plan.content == "済み"


async def test_a_button_under_a_public_answer_answers_its_presser_alone(server: DiscordServer, desk: Desk, bot):
    hanako, taro = server.person(), server.person("taro")
    channel = server.channel(hanako, taro)
    desk.reply = QUESTION
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 見て")
    (public,) = await until(lambda: server.messages(channel))
    desk.reply = Reply((Block(BlockKind.TEXT, "あなたへの答え"),), replaces=True)
    pressed = server.press(taro, public, "did:c1:nothing")
    answer = await until(lambda: server.shown(pressed))
    assert (answer.content, pressed.ephemeral) == ("あなたへの答え", True)
    assert [message.content for message in server.messages(channel)] == ["## 詐欺です"]
    assert (desk.asked[-1].user, desk.asked[-1].private) == (str(taro.id), True)


async def test_a_press_without_answer_is_settled(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.reply = QUESTION
    server.say(hanako, server.chat(hanako), "見て")
    (question,) = await until(lambda: server.messages(server.chat(hanako)))
    desk.reply = None
    pressed = server.press(hanako, question, "did:c1:nothing")
    await until(lambda: pressed.responded)
    repeated = server.command(hanako, server.chat(hanako), "help")
    await until(lambda: any(call[0] == "DELETE" for call in server.requests))
    assert repeated.responded
    assert [message.content for message in server.messages(server.chat(hanako))] == ["## 詐欺です"]


async def test_a_slow_answer_keeps_the_three_seconds(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.seconds = 3.3
    used = server.command(hanako, server.channel(hanako), "tasukete")
    await until(lambda: used.responded, 2.5)
    answer = await until(lambda: server.shown(used))
    assert (answer.content, used.ephemeral) == ("## 詐欺です", True)
    assert 404 not in {call[3] for call in server.requests}


async def test_an_answer_that_comes_too_late_still_arrives_in_the_own_chat(server, desk: Desk, bot):
    server.deadline = 0.0
    hanako = server.person()
    server.command(hanako, server.chat(hanako), "tasukete")
    await until(lambda: server.messages(server.chat(hanako)))
    assert 404 in {call[3] for call in server.requests}


async def test_long_answers_to_commands_stay_ephemeral_throughout(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    channel = server.channel(hanako)
    desk.reply = Reply(tuple(Block(BlockKind.TEXT, "長い説明" * 300) for _ in range(3)))
    used = server.command(hanako, channel, "help")
    await until(lambda: len(used.followup_ids) == 2)
    assert server.messages(channel) == []


async def test_an_error_is_answered_kindly(server: DiscordServer, desk: Desk, bot, caplog):
    hanako = server.person()
    desk.error = RuntimeError("4111111111111111")
    used = server.command(hanako, server.channel(hanako), "check", text="4111111111111111")
    assert "ごめんなさい" in (await until(lambda: server.shown(used))).content
    desk.error, desk.reply = None, QUESTION
    server.say(hanako, server.chat(hanako), "見て")
    (question,) = await until(lambda: server.messages(server.chat(hanako)))
    desk.error = RuntimeError("x")
    pressed = server.press(hanako, question, "did:c1:nothing", locale="en-US")
    assert "Sorry" in (await until(lambda: server.shown(pressed))).content
    assert "4111111111111111" not in caplog.text


async def test_buttons_of_others_are_left_alone(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), "見て")
    (answer,) = await until(lambda: server.messages(server.chat(hanako)))
    foreign = server.press(hanako, answer, "x")
    await until(lambda: len(desk.asked) == 2)
    assert desk.asked[-1].press == "x"
    record, payload = server._interaction(hanako, answer.channel_id, 3, {"custom_id": "old:1", "component_type": 2})
    server.backend.emit("INTERACTION_CREATE", payload)
    await asyncio.sleep(0.1)
    assert foreign.responded
    assert not record.responded


async def test_an_ephemeral_answer_is_edited_in_place(server: DiscordServer, desk: Desk, bot):
    hanako, stranger = server.person(), server.person("stranger")
    channel = server.channel(hanako, stranger)
    desk.reply = QUESTION
    opened = server.open_menu(hanako, server.say(stranger, channel, "当選"))
    answer = await until(lambda: server.shown(opened))
    desk.reply = Reply((Block(BlockKind.TEXT, "できました"),), replaces=True)
    server.press(hanako, answer, "did:c1:nothing")
    await until(lambda: answer.content == "できました")


async def test_a_slow_answer_to_a_public_button_stays_private(server: DiscordServer, desk: Desk, bot, monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.sending.DEFER_SECONDS", 0.05)
    hanako = server.person()
    channel = server.channel(hanako)
    desk.reply = QUESTION
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 見て")
    (public,) = await until(lambda: server.messages(channel))
    desk.reply, desk.seconds = Reply((Block(BlockKind.TEXT, "あなたへの答え"),), replaces=True), 0.2
    pressed = server.press(hanako, public, "did:c1:nothing")
    (followup,) = await until(lambda: pressed.followup_ids)
    assert server.backend.get_message(channel.id, followup).is_ephemeral
    assert [message.content for message in server.messages(channel)] == ["## 詐欺です"]


async def test_a_command_of_an_older_version_is_answered(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    data = {"id": "1", "name": "gone", "type": 1}
    record, payload = server._interaction(hanako, server.chat(hanako).id, 2, data)
    server.backend.emit("INTERACTION_CREATE", payload)
    assert "ごめんなさい" in (await until(lambda: server.shown(record))).content


async def test_answered_buttons_leave_nothing_in_memory(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.reply = QUESTION
    for command in ("help", "privacy"):
        used = server.command(hanako, server.chat(hanako), command)
        await until(lambda used=used: server.shown(used))
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: len(server.messages(server.chat(hanako))) == 3)
    await asyncio.sleep(0.05)
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, discord.ui.View)]
