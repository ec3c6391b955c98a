"""The whole way on Discord: the real desk behind the real adapter, over real sockets."""

from __future__ import annotations

import itertools
import re

from discord_server import PREFIX, DiscordServer
from discord_stub import start_for_real, until

from bot.store import Store

SCAM = (
    "【重要】Amazonアカウントが停止されました。24時間以内に"
    "[こちら](https://amazon-co-jp.verify-login.top/a)からログインして、カード情報を更新してください。"
)


async def test_from_the_menu_to_the_last_step(server: DiscordServer, store: Store):
    ids = itertools.count()
    bot = await start_for_real(server, store, ids)
    hanako, stranger = server.person("hanako"), server.person("kaito")
    channel, chat = server.channel(hanako, stranger), server.chat(hanako)

    opened = server.open_menu(hanako, server.say(stranger, channel, SCAM))
    verdict = await until(lambda: server.shown(opened))
    assert opened.ephemeral
    assert "詐欺です" in verdict.content
    assert "Amazon" in verdict.content
    assert "verify-login[.]top" in verdict.content
    assert not re.search(r"(?<!<)https?://", verdict.content)

    server.say(hanako, chat, "パスワードも入れちゃった")
    (plan,) = await until(lambda: server.messages(chat))
    assert "パスワード" in plan.content
    first = plan.components[0]["components"][0]

    await bot.stop()
    bot = await start_for_real(server, store, ids)
    server.press(hanako, plan, first["custom_id"].removeprefix(PREFIX))
    await until(lambda: "✅" in plan.content)
    server.command(hanako, chat, "tsuzuki")
    again = await until(lambda: server.messages(chat)[1:])
    assert "✅" in again[0].content

    forgotten = server.command(hanako, channel, "forget")
    await until(lambda: server.shown(forgotten))
    server.command(hanako, chat, "tsuzuki")
    await until(lambda: len(server.messages(chat)) == 3)
    assert "✅" not in server.messages(chat)[-1].content
    await bot.stop()
