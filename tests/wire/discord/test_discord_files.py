"""Files, and what cannot be read, over real sockets: what reaches the desk, and what people are told."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from discord_server import DiscordServer
from discord_stub import Desk, start_for_real, until
from simcord.backend.models import MessageSticker, Poll, PollAnswer

from bot.analysis.message import Link
from bot.desk.incoming import Attachment, Forward, Piece

MAIL = (Path(__file__).parent.parent / "account.eml").read_bytes()
MEGABYTE = 1 << 20


async def asked(desk: Desk, events: int = 1):
    return (await until(lambda: len(desk.asked) >= events and desk.asked))[events - 1]


class Elsewhere:
    """A server that is not Discord's and notes who comes."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        self.url = ""

    async def serve(self, request: web.Request) -> web.Response:
        self.visits.append(request.path)
        return web.Response(body=b"a picture")


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    server = Elsewhere()
    app = web.Application()
    app.router.add_get("/{path:.*}", server.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


async def test_a_forward_with_files_of_all_readable_kinds(server: DiscordServer, desk: Desk, bot):
    hanako, taro = server.person(), server.person("taro")
    files = [(f"x.{ending}", ending.encode()) for ending in ("eml", "msg", "pdf", "html", "txt", "HEIC", "webp", "tif")]
    server.forward(hanako, server.say(taro, server.channel(hanako, taro), "見て", files=files))
    (piece,) = (await asked(desk)).pieces
    assert (piece.text, piece.forwarded, piece.unreadable) == ("見て", Forward(), None)
    assert [(file.name, file.data) for file in piece.attachments] == files


async def test_three_pictures_of_one_message_come_in_order(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), "これ本物？", files=[(f"{name}.png", name.encode()) for name in "cab"])
    (piece,) = (await asked(desk)).pieces
    assert (piece.text, [file.data for file in piece.attachments]) == ("これ本物？", [b"c", b"a", b"b"])


@pytest.mark.parametrize("name", ["photos.zip", "setup.exe", "invoice.pdf.js", "app.apk", "disk.iso"])
async def test_a_file_of_another_kind_is_not_fetched(server: DiscordServer, desk: Desk, bot, name: str):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), files=[(name, b"x")])
    (piece,) = (await asked(desk)).pieces
    assert (piece.unreadable, piece.attachments) == ("file", ())


async def test_a_file_that_is_larger_than_it_says_is_not_read_to_its_end(server, desk: Desk, bot, monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.files.FILE_BYTES", 100)
    hanako = server.person()
    stored = server.backend.store_attachments(server.chat(hanako).id, [("a.png", b"x" * MEGABYTE)])[0]
    server.say(hanako, server.chat(hanako), attachments=[{**stored, "size": 10}])
    assert (await asked(desk)).pieces[0].unreadable == "too_large"


async def test_nothing_is_fetched_from_anywhere_but_discord(server, desk: Desk, bot, elsewhere: Elsewhere):
    hanako, shop = server.person(), server.person("shop", bot=True)
    chat = server.chat(hanako)
    foreign = server.backend.store_attachments(chat.id, [("a.png", b"x")])[0]
    server.say(hanako, chat, attachments=[{**foreign, "url": f"{elsewhere.url}/a.png"}])
    assert (await asked(desk)).pieces[0].unreadable == "gone"
    server.moved["b.png"] = f"{elsewhere.url}/b.png"
    server.say(hanako, chat, files=[("b.png", b"x")])
    assert (await asked(desk, 2)).pieces[0].unreadable == "gone"
    picture = {"url": f"{elsewhere.url}/c.png", "width": 9, "height": 9}
    embed = {"type": "rich", "url": f"{elsewhere.url}/d", "image": picture, "thumbnail": picture}
    server.forward(hanako, server.say(shop, server.channel(hanako, shop), f"{elsewhere.url}/e", embeds=[embed]))
    assert (await asked(desk, 3)).pieces[0].text == f"{elsewhere.url}/e"
    assert elsewhere.visits == []


async def test_a_picture_that_lies_elsewhere_is_named(server: DiscordServer, desk: Desk, bot):
    hanako, shop = server.person(), server.person("shop", bot=True)
    embed = {"type": "rich", "image": {"url": "https://evil.example/a.png", "width": 9, "height": 9}}
    server.forward(hanako, server.say(shop, server.channel(hanako, shop), embeds=[embed]))
    (piece,) = (await asked(desk)).pieces
    assert (piece.text, piece.unreadable) == ("", "embedded")


async def test_the_question_and_the_answers_of_a_poll_are_read(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    poll = a_poll("参加しますか？", "はい", "もうけたい")
    server.say(hanako, server.chat(hanako), poll=poll)
    assert (await asked(desk)).pieces == (Piece("参加しますか？\nはい\nもうけたい"),)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("https://discord.com/channels/1/2/3", ""),
        ("<https://ptb.discord.com/channels/@me/2/3> これ本物？", "これ本物？"),
        (
            "パスワード入れた\nhttps://discordapp.com/channels/111111111111111111/222222222222222222/3",
            "パスワード入れた",
        ),
    ],
)
async def test_a_link_to_a_message_is_named_and_no_part_of_the_case(
    server: DiscordServer, desk: Desk, bot, said: str, text: str
):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), said)
    (piece,) = (await asked(desk)).pieces
    assert piece == Piece(text, unreadable="message_link")
    assert not any("/channels/2/messages/3" in path for _, path, _, _ in server.requests)


@pytest.mark.parametrize("other", ["https://discord.com/login", "https://discord.com.evil.example/channels/1/2/3"])
async def test_other_links_stay(server: DiscordServer, desk: Desk, bot, other: str):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), f"{other} と <{other}>")
    assert (await asked(desk)).pieces == (Piece(f"{other} と {other}", links=(Link(other),)),)


async def test_a_link_to_a_message_in_what_somebody_else_wrote_stays(server: DiscordServer, desk: Desk, bot):
    hanako, taro = server.person(), server.person("taro")
    link = "https://discord.com/channels/1/2/3"
    server.forward(hanako, server.say(taro, server.channel(hanako, taro), link))
    assert (await asked(desk)).pieces == (Piece(link, forwarded=Forward()),)


async def test_a_mail_given_with_the_command(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.command(
        hanako, server.chat(hanako), "check", file=("mail.eml", MAIL), text="https://discord.com/channels/1/2/3"
    )
    (piece,) = (await asked(desk)).pieces
    assert piece.attachments == (Attachment("mail.eml", "message/rfc822", MAIL),)
    assert (piece.text, piece.unreadable) == ("", "message_link")


async def test_a_mention_with_a_sticker_alone_is_about_the_sticker(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    sticker = MessageSticker(id=1, name="wave", format_type=1, guild_id=1)
    server.say(hanako, server.channel(hanako), f"<@{server.backend.bot_user.id}>", stickers=[sticker])
    assert (await asked(desk)).pieces[0].unreadable == "sticker"


def a_poll(question: str, *answers: str) -> Poll:
    return Poll(
        question=question,
        answers=[PollAnswer(answer_id=number, text=text) for number, text in enumerate(answers, 1)],
        expiry=(datetime.now(UTC) + timedelta(hours=1)).isoformat(),
    )


# ---------------------------------------------------------------- the whole way, with the real desk


@pytest.mark.parametrize("way", ["sent", "with a remark", "forwarded", "menu", "command"])
async def test_a_saved_mail_is_judged_by_its_sender_and_its_hidden_link(server: DiscordServer, store, way: str):
    bot = await start_for_real(server, store, itertools.count())
    hanako, taro = server.person(), server.person("taro")
    chat, channel = server.chat(hanako), server.channel(hanako, taro)
    files = [("mail.eml", MAIL)]
    interaction = None
    match way:
        case "sent":
            server.say(hanako, chat, files=files)
        case "with a remark":
            server.say(hanako, chat, "これ本物？", files=files)
        case "forwarded":
            server.forward(hanako, server.say(taro, channel, files=files))
        case "menu":
            interaction = server.open_menu(hanako, server.say(taro, channel, files=files))
        case "command":
            interaction = server.command(hanako, chat, "check", file=files[0])
    if interaction is None:
        verdict = (await until(lambda: server.messages(chat)))[0]
    else:
        verdict = await until(lambda: server.shown(interaction))
    assert "詐欺です" in verdict.content
    assert "Amazon" in verdict.content
    assert "account-check[.]top" in verdict.content.replace("\\", "")
    assert "xq83" not in verdict.content
    await bot.stop()


async def test_what_cannot_be_read_is_said_with_what_to_send_instead(server: DiscordServer, store):
    bot = await start_for_real(server, store, itertools.count())
    sticker = MessageSticker(id=1, name="wave", format_type=1, guild_id=1)
    large = {**server.backend.store_attachments(1, [("a.eml", b"x")])[0], "size": 200 * MEGABYTE}
    gone = {**server.backend.store_attachments(1, [("b.eml", b"x")])[0]}
    gone["url"] += "-gone"
    picture = {"type": "rich", "image": {"url": "https://evil.example/a.png", "width": 9, "height": 9}}
    unread = (
        ("スタンプ", {"stickers": [sticker]}),
        ("音声は聞けません", {"files": [("voice-message.ogg", b"x")], "flags": 1 << 13}),
        ("動画は見られません", {"files": [("clip.mp4", b"x")]}),
        ("ファイルは開かないで", {"files": [("setup.exe", b"x")]}),
        ("大きすぎ", {"attachments": [large]}),
        ("もう一度送って", {"attachments": [gone]}),
        ("画像は、こちらからは見えません", {"embeds": [picture]}),
        ("「転送」", {"text": "https://discord.com/channels/1/2/3"}),
        ("「転送」", {"text": "これ詐欺？ https://discord.com/channels/1/2/3"}),
    )
    for number, (words, sent) in enumerate(unread):
        person = server.person(f"person{number}")
        server.say(person, server.chat(person), **sent)
        (answer,) = await until(lambda person=person: server.messages(server.chat(person)))
        assert words in answer.content
        assert "送って" in answer.content
    await bot.stop()
