"""Messages to the Discord bot and its answers, over real sockets."""

from __future__ import annotations

import asyncio

from discord_server import DiscordServer
from discord_stub import Desk, until
from simcord.backend.models import MessageSticker

from bot.adapters.discord_app.client import LONG_TEXT
from bot.analysis.message import Link
from bot.desk.incoming import Command, Forward
from bot.wording.reply import Block, BlockKind, Button, Reply

SUPPRESS_EMBEDS = 1 << 2


async def asked(desk: Desk, events: int = 1):
    return (await until(lambda: len(desk.asked) >= events and desk.asked))[events - 1]


async def test_a_direct_message_is_answered(server: DiscordServer, desk: Desk, bot):
    hanako = server.person("hanako", global_name="花子")
    server.say(hanako, server.chat(hanako), "停止されました https://example.com/x")
    (answer,) = await until(lambda: server.messages(server.chat(hanako)))
    assert answer.content == "## 詐欺です"
    (event,) = desk.asked
    assert event.pieces[0].text == "停止されました https://example.com/x"
    assert (event.platform, event.user, event.chat, event.private) == ("discord", str(hanako.id), str(hanako.id), True)
    assert event.event is not None
    assert set(event.names) == {"hanako", "花子"}


async def test_hidden_link_targets_are_read(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.say(
        hanako, server.chat(hanako), "[Amazonにログイン](<https://evil.example/login>) か <https://two.example/>"
    )
    piece = (await asked(desk)).pieces[0]
    assert piece.text == "Amazonにログイン か https://two.example/"
    assert piece.links == (
        Link("https://evil.example/login", "Amazonにログイン"),
        Link("https://two.example/"),
    )


async def test_a_forward_is_judged_with_the_words_beside_it(server: DiscordServer, desk: Desk, bot):
    hanako, stranger = server.person(), server.person("stranger")
    channel = server.channel(hanako, stranger)
    scam = server.say(stranger, channel, "Nitroを無料で", files=[("shot.png", b"PNG")])
    server.forward(hanako, scam)
    server.say(hanako, server.chat(hanako), "これ本物？")
    (piece,) = (await asked(desk)).pieces
    assert (piece.text, piece.comment, piece.forwarded) == ("Nitroを無料で", "これ本物？", Forward())
    assert [(file.name, file.media_type, file.data) for file in piece.attachments] == [
        ("shot.png", "image/png", b"PNG")
    ]
    await asyncio.sleep(0.3)
    assert len(server.messages(server.chat(hanako))) == 1


async def test_forwards_together_are_one_event_and_people_are_kept_apart(server: DiscordServer, desk: Desk, bot):
    hanako, taro = server.person(), server.person("taro")
    channel = server.channel(hanako, taro)
    for text in ("一つめ", "二つめ", "三つめ"):
        server.forward(hanako, server.say(taro, channel, text))
    server.say(taro, server.chat(taro), "パスワード入れちゃった")
    await asked(desk, 2)
    by_person = {event.user: [piece.text for piece in event.pieces] for event in desk.asked}
    assert by_person == {str(hanako.id): ["一つめ", "二つめ", "三つめ"], str(taro.id): ["パスワード入れちゃった"]}


async def test_a_text_sent_in_parts_is_one_event(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    server.say(hanako, server.chat(hanako), "あ" * LONG_TEXT)
    server.say(hanako, server.chat(hanako), "続きです")
    assert len((await asked(desk)).pieces) == 2


async def test_rich_posts_of_bots_are_read_in_full(server: DiscordServer, desk: Desk, bot):
    hanako, shop = server.person(), server.person("shop", bot=True)
    channel = server.channel(hanako, shop)
    embed = {
        "type": "rich",
        "title": "当選",
        "url": "https://prize.example/",
        "description": "[受け取る](https://evil.example/a)",
        "fields": [{"name": "期限", "value": "今日"}],
        "author": {"name": "抽選係", "url": "https://evil.example/author"},
        "footer": {"text": "運営"},
    }
    preview = {"type": "article", "title": "ニュース", "url": "https://news.example/"}
    button = {"type": 1, "components": [{"type": 2, "style": 5, "label": "確認", "url": "https://evil.example/b"}]}
    server.forward(hanako, server.say(shop, channel, "おめでとう", embeds=[embed, preview], components=[button]))
    (piece,) = (await asked(desk)).pieces
    assert piece.text == "おめでとう\n抽選係\n当選\n受け取る\n期限\n今日\n運営"
    assert set(piece.links) == {
        Link("https://evil.example/a", "受け取る"),
        Link("https://evil.example/b", "確認"),
        Link("https://evil.example/author", "抽選係"),
        Link("https://prize.example/", "当選"),
    }


async def test_layouts_of_bots_are_read(server: DiscordServer, desk: Desk, bot):
    hanako, shop = server.person(), server.person("shop", bot=True)
    channel = server.channel(hanako, shop)
    layout = [
        {
            "type": 17,
            "components": [
                {"type": 10, "content": "**確認**が必要です"},
                {
                    "type": 9,
                    "components": [{"type": 10, "content": "いますぐ"}],
                    "accessory": {"type": 2, "style": 5, "label": "開く", "url": "https://evil.example/"},
                },
            ],
        }
    ]
    server.forward(hanako, server.say(shop, channel, components=layout, flags=1 << 15))
    (piece,) = (await asked(desk)).pieces
    assert piece.text == "確認が必要です\nいますぐ"
    assert piece.links == (Link("https://evil.example/", "開く"),)


async def test_what_cannot_be_read_is_named(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    chat = server.chat(hanako)
    sticker = MessageSticker(id=1, name="wave", format_type=1, guild_id=1)
    server.say(hanako, chat, stickers=[sticker])
    assert (await asked(desk)).pieces[0].unreadable == "sticker"
    server.say(hanako, chat, "見て", files=[("clip.mp4", b"0")])
    piece = (await asked(desk, 2)).pieces[0]
    assert (piece.text, piece.unreadable, piece.attachments) == ("見て", "video", ())
    huge = {**server.backend.store_attachments(chat.id, [("a.png", b"x")])[0], "size": 200 << 20}
    server.say(hanako, chat, attachments=[huge])
    assert (await asked(desk, 3)).pieces[0].unreadable == "too_large"
    gone = server.backend.store_attachments(chat.id, [("b.png", b"x")])[0]
    server.say(hanako, chat, attachments=[{**gone, "url": gone["url"] + "-gone"}])
    assert (await asked(desk, 4)).pieces[0].unreadable == "gone"


async def test_files_of_one_event_have_one_limit_together(server: DiscordServer, desk: Desk, bot, monkeypatch):
    monkeypatch.setattr("bot.adapters.discord_app.files.TOTAL_BYTES", 250)
    hanako = server.person()
    for name in ("a", "b", "c"):
        server.say(hanako, server.chat(hanako), files=[(f"{name}.png", b"x" * 100)])
    event = await asked(desk)
    assert [len(piece.attachments) for piece in event.pieces] == [1, 1, 0]
    assert event.pieces[2].unreadable == "too_large"


async def test_an_operator_chooses_the_language_of_our_own_sentences(server: DiscordServer, desk: Desk, start_bot):
    await start_bot(locale="en")
    hanako = server.person()
    desk.error = RuntimeError("x")
    server.say(hanako, server.chat(hanako), "hello")
    (answer,) = await until(lambda: server.messages(server.chat(hanako)))
    assert "Sorry" in answer.content


async def test_a_reply_quotes_the_persons_own_words_but_not_ours(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    chat = server.chat(hanako)
    first = server.say(hanako, chat, "荷物のお知らせ")
    (ours,) = await until(lambda: server.messages(chat))
    server.answer(hanako, first, "これのこと")
    piece = (await asked(desk, 2)).pieces[0]
    assert (piece.text, piece.quoted) == ("これのこと", "荷物のお知らせ")
    server.answer(hanako, ours, "ありがとう")
    piece = (await asked(desk, 3)).pieces[0]
    assert (piece.text, piece.quoted) == ("ありがとう", "")


async def test_servers_and_other_bots_are_not_listened_to(server: DiscordServer, desk: Desk, bot):
    hanako, other = server.person(), server.person("other", bot=True)
    channel = server.channel(hanako, other)
    server.say(hanako, channel, "ふつうの話")
    server.say(hanako, channel, "@everyone 大事な話")
    server.say(other, channel, f"<@{server.backend.bot_user.id}> hello")
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 本物ですか")
    event = await asked(desk)
    await asyncio.sleep(0.1)
    assert len(desk.asked) == 1
    assert event.pieces[0].text == "本物ですか"


async def test_a_mention_is_answered_for_all_to_see(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    channel = server.channel(hanako)
    question = server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 支払いが滞っています https://evil.example")
    (answer,) = await until(lambda: server.messages(channel))
    assert answer.reference is not None
    assert answer.reference["message_id"] == str(question.id)
    assert answer.mention_user_ids in ([], set(), ())
    event = desk.asked[0]
    assert (event.private, event.chat, event.command) == (False, str(channel.id), None)
    assert event.pieces[0].text == "支払いが滞っています https://evil.example"


async def test_a_bare_mention_asks_for_help(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    channel = server.channel(hanako)
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}>")
    event = await asked(desk)
    assert (event.command, event.private, event.pieces) == (Command.HELP, False, ())


async def test_a_mention_under_a_hidden_message_shows_the_way_to_the_menu(server: DiscordServer, desk: Desk, bot):
    hanako, stranger = server.person(), server.person("stranger")
    channel = server.channel(hanako, stranger)
    scam = server.say(stranger, channel, "Nitroを無料で")
    server.answer(hanako, scam, f"<@{server.backend.bot_user.id}> これ詐欺？")
    (answer,) = await until(lambda: server.messages(channel))
    assert "「アプリ」→「これ、詐欺？」" in answer.content
    assert desk.asked == []


async def test_a_reply_to_our_public_answer_is_a_question(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    channel = server.channel(hanako)
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 見て")
    (ours,) = await until(lambda: server.messages(channel))
    server.answer(hanako, ours, "どうして？")
    event = await asked(desk, 2)
    assert (event.command, event.private, event.pieces[0].text) == (None, False, "どうして？")


async def test_a_mention_checks_the_message_above_it_where_the_bot_may_read(server, desk: Desk, start_bot):
    await start_bot(message_content=True)
    hanako, stranger = server.person(), server.person("stranger", global_name="運営")
    channel = server.channel(hanako, stranger)
    scam = server.say(stranger, channel, "Nitroを無料で")
    server.answer(hanako, scam, f"<@{server.backend.bot_user.id}> これ詐欺？")
    event = await asked(desk)
    (piece,) = event.pieces
    assert (event.command, event.private) == (Command.CHECK, False)
    assert (piece.text, piece.comment, piece.forwarded) == ("Nitroを無料で", "これ詐欺？", Forward(name="運営"))


async def test_foreign_text_neither_pings_nor_links(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    channel = server.channel(hanako)
    foreign = f"@everyone <@{hanako.id}> [ログイン](https://evil.example) https://evil.example discord.gg/abc **急ぎ**"
    desk.reply = Reply(
        (
            Block(BlockKind.TEXT, foreign),
            Block(BlockKind.LINK, "Amazonの公式ページ", url="https://www.amazon.co.jp/"),
        )
    )
    server.say(hanako, channel, f"<@{server.backend.bot_user.id}> 見て")
    (answer,) = await until(lambda: server.messages(channel))
    _, _, body, _ = next(call for call in server.requests if call[1].endswith("/messages"))
    assert body["allowed_mentions"]["parse"] == []
    assert not answer.mention_everyone
    assert answer.flags & SUPPRESS_EMBEDS
    text, link = answer.content.rsplit("\n", 1)
    assert "https://" not in text
    assert "](" not in text
    assert "discord.gg" not in text
    assert link == "[Amazonの公式ページ](<https://www.amazon.co.jp/>)"


async def test_a_long_answer_comes_in_messages_of_allowed_length(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.reply = Reply(
        tuple(Block(BlockKind.NUMBERED, f"{number}番目に" + "すること" * 60, number) for number in range(1, 21)),
        buttons=((Button("more:1", "くわしく"),),),
    )
    server.say(hanako, server.chat(hanako), "続き")
    answers = await until(
        lambda: len(server.messages(server.chat(hanako))) >= 3 and server.messages(server.chat(hanako))
    )
    assert all(len(answer.content) <= 2000 for answer in answers)
    assert [f"{number}番目に" in "".join(answer.content for answer in answers) for number in range(1, 21)] == [
        True
    ] * 20
    assert [server.labels(answer) for answer in answers] == [[]] * (len(answers) - 1) + [[["くわしく"]]]


async def test_an_error_is_answered_kindly_and_logged_without_words(server, desk: Desk, bot, caplog):
    hanako = server.person()
    desk.error = RuntimeError("パスワードは hunter2")
    server.say(hanako, server.chat(hanako), "パスワードは hunter2")
    (answer,) = await until(lambda: server.messages(server.chat(hanako)))
    assert "ごめんなさい" in answer.content
    assert "RuntimeError at " in caplog.text
    assert "hunter2" not in caplog.text
    desk.error = None
    server.say(hanako, server.chat(hanako), "もう一度")
    await until(lambda: "詐欺です" in server.messages(server.chat(hanako))[-1].content)


async def test_nothing_to_say_says_nothing(server: DiscordServer, desk: Desk, bot):
    hanako = server.person()
    desk.reply = None
    server.say(hanako, server.chat(hanako), "前に届いたもの")
    await asked(desk)
    await asyncio.sleep(0.1)
    assert server.messages(server.chat(hanako)) == []
