"""What the Discord bot does when Discord, the network or its settings fail, over real sockets."""

from __future__ import annotations

import asyncio
import logging
import time

import pytest
from discord_server import TOKEN, DiscordServer
from discord_stub import Desk, until

from bot.adapters.base import AdapterError
from bot.adapters.discord_app import DiscordAdapter
from bot.wording.catalog import catalog

IDENTIFY, RESUME = 2, 6


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.adapter.SHORTEST_PAUSE", 0.05)


async def test_a_refused_token_is_one_sentence(server: DiscordServer, desk: Desk, caplog):
    caplog.set_level(logging.DEBUG)
    bot = DiscordAdapter("wrong.token", desk, api_url=server.api_url, gateway_url=server.gateway_url)
    with pytest.raises(AdapterError) as refused:
        await bot.start()
    await bot.stop()
    assert "DISCORD_TOKEN" in catalog("ja").text(refused.value.key)
    assert "wrong.token" not in caplog.text
    assert len(server.requests) <= 2


@pytest.mark.parametrize(
    ("code", "key"),
    [(4004, "error-discord-token"), (4013, "error-discord-intents"), (4011, "error-discord-shards")],
)
async def test_what_the_gateway_refuses_is_not_tried_again(server: DiscordServer, desk: Desk, code, key):
    server.close_with = code
    bot = DiscordAdapter(TOKEN, desk, api_url=server.api_url, gateway_url=server.gateway_url)
    with pytest.raises(AdapterError) as refused:
        await bot.start()
    await bot.stop()
    assert refused.value.key == key
    assert catalog("ja").has(key)
    assert catalog("en").has(key)
    assert server.opcodes.count(IDENTIFY) == 1


async def test_an_intent_that_is_not_granted_is_one_sentence(desk: Desk):
    server = DiscordServer(privileged=False)
    await server.start()
    settings = {"api_url": server.api_url, "gateway_url": server.gateway_url}
    asking = DiscordAdapter(TOKEN, desk, message_content=True, **settings)
    with pytest.raises(AdapterError, match="error-discord-intents"):
        await asking.start()
    await asking.stop()
    modest = DiscordAdapter(TOKEN, desk, **settings)
    await modest.start()
    await modest.stop()
    await server.stop()


async def test_a_token_revoked_later_ends_the_wait(server: DiscordServer, desk: Desk, bot):
    waiting = asyncio.create_task(bot.wait())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    server.end_sessions(4004)
    with pytest.raises(AdapterError, match="error-discord-token"):
        await asyncio.wait_for(waiting, 5)


async def test_a_stop_ends_the_wait_and_is_quick(server: DiscordServer, desk: Desk, bot):
    waiting = asyncio.create_task(bot.wait())
    since = time.monotonic()
    await bot.stop()
    await asyncio.wait_for(waiting, 1)
    assert time.monotonic() - since < 2


async def test_a_stop_before_the_start_is_allowed(desk: Desk):
    bot = DiscordAdapter(TOKEN, desk)
    await bot.stop()
    await bot.wait()


async def test_a_stop_lets_answers_under_way_arrive(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.seconds = 0.4
    server.say(hanako, server.chat(hanako), "見て")
    used = server.command(hanako, server.chat(hanako), "help")
    await until(lambda: len(desk.asked) == 2)
    await bot.stop()
    assert server.shown(used)
    assert len(server.messages(server.chat(hanako))) == 2


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("MESSAGE_CREATE", {"id": "1", "channel_id": None, "author": None}),
        ("INTERACTION_CREATE", {"id": "1", "type": 2, "data": None}),
        ("GUILD_CREATE", {"id": "7", "roles": None}),
        ("MESSAGE_CREATE", None),
        ("CHANNEL_CREATE", []),
    ],
)
async def test_an_event_that_cannot_be_read_is_left_out(server: DiscordServer, desk: Desk, bot, event, payload):
    hanako = server.person()
    server.send_raw(event, payload)
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: server.messages(server.chat(hanako)))
    assert server.opcodes.count(IDENTIFY) == 1


async def test_an_unusable_session_is_made_anew(server: DiscordServer, desk: Desk, bot, caplog):
    hanako = server.person()
    server.send_raw("READY", {"session_id": "x", "resume_gateway_url": server.gateway_url, "user": None})
    await until(lambda: server.opcodes.count(IDENTIFY) == 2)
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: server.messages(server.chat(hanako)))
    assert "The connection to Discord ended" in caplog.text
    assert sum(call[0] == "PUT" for call in server.requests) == 1


async def test_a_cut_line_is_resumed_and_nothing_is_missed(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.cut()
    server.say(hanako, server.chat(hanako), "切れている間に")
    await until(lambda: server.messages(server.chat(hanako)))
    assert RESUME in server.opcodes
    assert [event.pieces[0].text for event in desk.asked] == ["切れている間に"]


async def test_a_rate_limit_is_waited_out(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.refuse("POST", "/channels/*/messages", 429, retry_after=0.5)
    since = time.monotonic()
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: server.messages(server.chat(hanako)))
    assert time.monotonic() - since >= 0.5
    assert len(server.messages(server.chat(hanako))) == 1


async def test_a_person_who_blocked_the_bot_harms_nobody_else(server: DiscordServer, desk: Desk, bot, caplog):
    hanako, taro = server.person(), server.person("taro")
    server.refuse("POST", f"/channels/{server.chat(hanako).id}/messages", 403)
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: "could not be sent" in caplog.text)
    server.say(taro, server.chat(taro), "見て")
    await until(lambda: server.messages(server.chat(taro)))


async def test_a_failing_command_list_does_not_stop_the_bot(server: DiscordServer, desk: Desk, caplog):
    server.refuse("PUT", "/applications/*/commands", 403)
    bot = DiscordAdapter(TOKEN, desk, api_url=server.api_url, gateway_url=server.gateway_url)
    await bot.start()
    await until(lambda: "did not take the commands" in caplog.text)
    hanako = server.person()
    server.say(hanako, server.chat(hanako), "見て")
    await until(lambda: server.messages(server.chat(hanako)))
    await bot.stop()


async def test_a_discord_that_is_away_is_tried_again(server: DiscordServer, desk: Desk, monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.adapter.START_SECONDS", 0.1)
    server.refuse("GET", "/users/@me", 404, times=2)
    bot = DiscordAdapter(TOKEN, desk, api_url=server.api_url, gateway_url=server.gateway_url)
    await bot.start()
    await until(lambda: server.published)
    await bot.stop()


async def test_no_log_holds_the_token_or_a_persons_words(server: DiscordServer, desk: Desk, start_bot, caplog):
    caplog.set_level(logging.DEBUG)
    await start_bot()
    hanako = server.person()
    server.say(hanako, server.chat(hanako), "秘密の言葉")
    await until(lambda: server.messages(server.chat(hanako)))
    server.cut()
    await until(lambda: RESUME in server.opcodes)
    server.refuse("POST", "/channels/*/messages", 500)
    server.say(hanako, server.chat(hanako), "秘密の言葉")
    await until(lambda: len(desk.asked) == 2)
    used = server.command(hanako, server.chat(hanako), "check", text="秘密の言葉")
    await until(lambda: server.shown(used))
    assert TOKEN not in caplog.text
    assert "秘密の言葉" not in caplog.text
    assert used.token not in caplog.text
