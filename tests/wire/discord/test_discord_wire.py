"""The Discord bot as people and operators meet it, over real sockets."""

from __future__ import annotations

from conftest import Desk, until
from discord_server import DiscordServer


async def test_a_direct_message_is_answered(server: DiscordServer, desk: Desk, bot):
    hanako = server.person("hanako", global_name="花子")
    server.say(hanako, server.chat(hanako), "アカウントが停止されました https://example.com/x")
    answer = (await until(lambda: server.messages(server.chat(hanako))))[0]
    assert "詐欺です" in answer.content
    (asked,) = desk.asked
    assert asked.pieces[0].text == "アカウントが停止されました https://example.com/x"
    assert (asked.platform, asked.user, asked.chat, asked.private) == ("discord", str(hanako.id), str(hanako.id), True)
    assert set(asked.names) == {"hanako", "花子"}
