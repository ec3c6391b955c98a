"""What people send on Telegram arrives at the desk as they meant it."""

from __future__ import annotations

import time

import pytest

from bot.analysis.message import Link
from bot.desk.incoming import Attachment, Command, Forward, Piece
from tests.wire.telegram.botapi import BOT, GROUP, HANAKO, BotApi
from tests.wire.telegram.conftest import Desk

pytestmark = pytest.mark.usefixtures("bot")

NOW = int(time.time())
TARO = {"id": 8, "is_bot": False, "first_name": "太郎"}


async def pieces(api: BotApi, desk: Desk, events: int = 1) -> tuple[Piece, ...]:
    await api.until(lambda: len(desk.asked) >= events)
    assert len(desk.asked) == events
    return desk.asked[-1].pieces


async def test_typed_text(api: BotApi, desk: Desk) -> None:
    sent = api.message("リンクを押しちゃった")
    assert await pieces(api, desk) == (Piece("リンクを押しちゃった"),)
    asked = desk.asked[0]
    assert (asked.platform, asked.user, asked.chat, asked.locale, asked.private) == ("telegram", "7", "7", "ja", True)
    assert asked.event == f"7:{sent['message_id']}"
    assert set(asked.names) == {"花子 山田", "花子", "山田", "hanako7"}
    assert (await api.answer()).text == "答え"


@pytest.mark.parametrize(
    ("origin", "forward"),
    [
        ({"type": "user", "date": NOW, "sender_user": TARO}, Forward(name="太郎")),
        ({"type": "user", "date": NOW, "sender_user": HANAKO}, Forward()),
        ({"type": "hidden_user", "date": NOW, "sender_user_name": "投資の先生"}, Forward(name="投資の先生")),
        (
            {"type": "chat", "date": NOW, "sender_chat": {"id": -5, "type": "supergroup", "title": "副業の会"}},
            Forward(name="副業の会"),
        ),
        (
            {
                "type": "channel",
                "date": NOW,
                "chat": {"id": -6, "type": "channel", "title": "株の情報"},
                "message_id": 3,
            },
            Forward(name="株の情報"),
        ),
    ],
)
async def test_a_forward_says_where_it_came_from(api: BotApi, desk: Desk, origin: dict, forward: Forward) -> None:
    api.message("必ずもうかります", forward_origin=origin)
    assert await pieces(api, desk) == (Piece("必ずもうかります", forwarded=forward),)


async def test_a_link_behind_other_words_is_found_after_emoji(api: BotApi, desk: Desk) -> None:
    text = "🎉🎉 当選 👉 こちら"
    offset = len(text[: text.index("こちら")].encode("utf-16-le")) // 2
    api.message(text, entities=[{"type": "text_link", "offset": offset, "length": 3, "url": "https://evil.example/a"}])
    assert (await pieces(api, desk))[0].links == (Link("https://evil.example/a", "こちら"),)


async def test_links_behind_the_buttons_of_a_forwarded_post(api: BotApi, desk: Desk) -> None:
    keys = {"inline_keyboard": [[{"text": "受け取る", "url": "https://evil.example/claim"}]]}
    api.message("おめでとう", forward_origin={"type": "user", "date": NOW, "sender_user": TARO}, reply_markup=keys)
    assert (await pieces(api, desk))[0].links == (Link("https://evil.example/claim", "受け取る"),)


async def test_a_photo_with_its_caption_and_the_link_in_it(api: BotApi, desk: Desk) -> None:
    small, large = api.file(b"small"), api.file(b"too_large")
    link = {"type": "text_link", "offset": 0, "length": 2, "url": "https://evil.example/"}
    api.message(
        photo=[{**small, "width": 9, "height": 9}, {**large, "width": 90, "height": 90}],
        caption="確認",
        caption_entities=[link],
    )
    assert await pieces(api, desk) == (
        Piece(
            "確認",
            links=(Link("https://evil.example/", "確認"),),
            attachments=(Attachment("photo.jpg", "image/jpeg", b"too_large"),),
        ),
    )


async def test_a_saved_mail_is_read(api: BotApi, desk: Desk) -> None:
    document = {**api.file(b"From: a@example.com"), "file_name": "mail.eml", "mime_type": "message/rfc822"}
    api.message(document=document)
    (piece,) = await pieces(api, desk)
    assert piece.attachments == (Attachment("mail.eml", "message/rfc822", b"From: a@example.com"),)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ({"file_name": "photos.apk", "mime_type": "application/vnd.android.package-archive"}, "file"),
        ({"file_name": "photos.zip", "mime_type": "application/zip"}, "file"),
        ({"file_name": "invoice.pdf.js", "mime_type": "text/javascript"}, "file"),
        ({}, "file"),
        ({"file_name": "mail.eml", "file_size": 21 * 1024 * 1024}, "too_large"),
        ({"file_name": "mail.eml", "file_id": "gone"}, "gone"),
    ],
)
async def test_a_file_that_is_not_fetched(api: BotApi, desk: Desk, document: dict, kind: str) -> None:
    api.message(document={**api.file(b"x"), **document})
    assert [(piece.unreadable, piece.attachments) for piece in await pieces(api, desk)] == [(kind, ())]


async def test_a_file_whose_size_shows_only_when_it_is_asked_for(api: BotApi, desk: Desk) -> None:
    api.fail("getFile", 400, "Bad Request: file is too big")
    api.message(document={"file_id": "big", "file_unique_id": "big", "file_name": "mail.eml"})
    assert [piece.unreadable for piece in await pieces(api, desk)] == ["too_large"]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        *((f"x.{ending}", None) for ending in ("eml", "msg", "txt", "html", "htm", "mht", "pdf")),
        *((f"X.{ending}", None) for ending in ("PNG", "JPG", "jpeg", "webp", "HEIC", "gif", "bmp", "tif", "tiff")),
        ("Screenshot 2026.11.24", "image/png"),
        ("mail", "message/rfc822"),
        (None, "application/pdf"),
    ],
)
async def test_a_file_of_every_kind_that_can_be_read(
    api: BotApi, desk: Desk, name: str | None, media_type: str | None
) -> None:
    said = {key: value for key, value in (("file_name", name), ("mime_type", media_type)) if value}
    api.message(document={**api.file(b"content"), **said})
    assert [piece.attachments for piece in await pieces(api, desk)] == [
        (Attachment(name or "", media_type, b"content"),)
    ]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "voice"),
        ({"audio": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "voice"),
        ({"video": {"file_id": "v", "file_unique_id": "v", "width": 9, "height": 9, "duration": 3}}, "video"),
        ({"animation": {"file_id": "v", "file_unique_id": "v", "width": 9, "height": 9, "duration": 3}}, "animation"),
        ({"location": {"latitude": 35.0, "longitude": 139.0}}, "location"),
        ({"story": {"id": 3, "chat": {"id": -6, "type": "channel", "title": "株の情報"}}}, "story"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "other"),
        ({"video_note": {"file_id": "v", "file_unique_id": "v", "length": 3, "duration": 3}}, "video"),
        (
            {
                "sticker": {
                    "file_id": "s",
                    "file_unique_id": "s",
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "sticker",
        ),
    ],
)
async def test_what_cannot_be_read_is_named(api: BotApi, desk: Desk, fields: dict, kind: str) -> None:
    api.message(**fields)
    assert [piece.unreadable for piece in await pieces(api, desk)] == [kind]


async def test_the_number_of_a_contact_is_read_but_not_its_name(api: BotApi, desk: Desk) -> None:
    api.message(contact={"phone_number": "+81312345678", "first_name": "銀行の田中"})
    assert await pieces(api, desk) == (Piece("+81312345678"),)


async def test_the_question_and_the_answers_of_a_poll_are_read(api: BotApi, desk: Desk) -> None:
    poll = {
        "id": "p",
        "question": "参加しますか？",
        "options": [
            {"text": text, "voter_count": 0, "persistent_id": text, "added_by_user": HANAKO}
            for text in ("はい", "もうけたい")
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    api.raw(message=api.a_message(poll=poll))
    assert await pieces(api, desk) == (Piece("参加しますか？\nはい\nもうけたい"),)


async def test_a_page_that_is_only_shown_as_a_preview_is_a_link(api: BotApi, desk: Desk) -> None:
    origin = {"type": "hidden_user", "date": NOW, "sender_user_name": "先生"}
    api.message("こちらへ", forward_origin=origin, link_preview_options={"url": "https://evil.example/a"})
    assert (await pieces(api, desk))[0].links == (Link("https://evil.example/a"),)
    api.message("Evil.example/a へ", link_preview_options={"url": "https://evil.example/a"})
    assert (await pieces(api, desk, 2))[0].links == ()


async def test_a_forward_with_a_document_and_its_caption(api: BotApi, desk: Desk) -> None:
    origin = {"type": "hidden_user", "date": NOW, "sender_user_name": "裁判所"}
    document = {**api.file(b"%PDF-1.7"), "file_name": "notice.pdf", "mime_type": "application/pdf"}
    link = {"type": "text_link", "offset": 0, "length": 2, "url": "https://evil.example/"}
    api.message(document=document, caption="確認を", caption_entities=[link], forward_origin=origin)
    assert await pieces(api, desk) == (
        Piece(
            "確認を",
            links=(Link("https://evil.example/", "確認"),),
            forwarded=Forward(name="裁判所"),
            attachments=(Attachment("notice.pdf", "application/pdf", b"%PDF-1.7"),),
        ),
    )


async def test_a_rich_message_is_read_with_its_links(api: BotApi, desk: Desk) -> None:
    rich = {
        "blocks": [
            {"type": "section_heading", "text": {"type": "bold", "text": "重要なお知らせ"}, "size": 1},
            {
                "type": "paragraph",
                "text": ["本日中に", {"type": "url", "text": "確認", "url": "https://evil.example/"}, "を。"],
            },
            {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "番号を入れる"}]}]},
        ]
    }
    api.raw(message=api.a_message(rich_message=rich))
    assert await pieces(api, desk) == (
        Piece("重要なお知らせ\n本日中に確認を。\n1.\n番号を入れる", links=(Link("https://evil.example/", "確認"),)),
    )


async def test_an_album_is_one_event(api: BotApi, desk: Desk) -> None:
    for number in range(3):
        photo = [{**api.file(b"%d" % number), "width": 1, "height": 1}]
        caption = {"caption": "これ本物？"} if number == 0 else {}
        api.message(photo=photo, media_group_id="g1", **caption)
    album = await pieces(api, desk)
    assert [piece.attachments[0].data for piece in album] == [b"0", b"1", b"2"]
    assert [piece.text for piece in album] == ["これ本物？", "", ""]
    await api.answer()
    assert len(api.answers()) == 1


async def test_an_album_with_the_command_in_its_caption_is_checked_as_a_whole(api: BotApi, desk: Desk) -> None:
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    for number in range(3):
        photo = [{**api.file(b"%d" % number), "width": 1, "height": 1}]
        caption = {"caption": "/check", "caption_entities": command} if number == 0 else {}
        api.message(photo=photo, media_group_id="g1", **caption)
    album = await pieces(api, desk)
    assert [piece.attachments[0].data for piece in album] == [b"0", b"1", b"2"]
    assert desk.asked[0].command is Command.CHECK


async def test_an_album_with_one_file_that_is_too_large_keeps_the_rest(api: BotApi, desk: Desk) -> None:
    for number in range(3):
        document = {**api.file(b"%d" % number), "file_name": f"{number}.png"}
        api.message(
            document={**document, "file_size": 30 * 1024 * 1024} if number == 1 else document, media_group_id="g1"
        )
    found = await pieces(api, desk)
    assert [(len(piece.attachments), piece.unreadable) for piece in found] == [(1, None), (0, "too_large"), (1, None)]


async def test_an_album_whose_sizes_are_not_told_is_fetched_whole(api: BotApi, desk: Desk) -> None:
    for _ in range(10):
        photo = {key: value for key, value in api.file(b"photo").items() if key != "file_size"}
        api.message(photo=[{**photo, "width": 1, "height": 1}], media_group_id="g1")
    assert [len(piece.attachments) for piece in await pieces(api, desk)] == [1] * 10


async def test_a_remark_typed_with_two_forwards_is_their_comment(api: BotApi, desk: Desk) -> None:
    api.message("これ本物？")
    for text in ("1通目", "2通目"):
        api.message(text, forward_origin={"type": "hidden_user", "date": NOW, "sender_user_name": "銀行"})
    found = await pieces(api, desk)
    assert [(piece.text, piece.comment) for piece in found] == [("1通目", "これ本物？"), ("2通目", "")]


async def test_a_long_text_that_the_client_split_is_one_event(api: BotApi, desk: Desk) -> None:
    api.message("あ" * 4096)
    api.message("い" * 100)
    assert [len(piece.text) for piece in await pieces(api, desk)] == [4096, 100]


async def test_two_remarks_typed_one_after_the_other_are_two_events(api: BotApi, desk: Desk) -> None:
    api.message("リンクを押しちゃった")
    api.message("パスワードも")
    await api.until(lambda: len(desk.asked) == 2)
    assert [asked.pieces[0].text for asked in desk.asked] == ["リンクを押しちゃった", "パスワードも"]


async def test_a_reply_from_another_chat_shows_the_message_there(api: BotApi, desk: Desk) -> None:
    api.message(
        "これ本物？",
        external_reply={"origin": {"type": "user", "date": NOW, "sender_user": TARO}},
        quote={"text": "口座が止まります", "position": 0},
    )
    expected = Piece("口座が止まります", forwarded=Forward(name="太郎"), comment="これ本物？")
    assert await pieces(api, desk) == (expected,)


async def test_a_reply_from_another_chat_shows_the_file_there(api: BotApi, desk: Desk) -> None:
    document = {**api.file(b"From: a@example.com"), "file_name": "mail.eml"}
    api.message(
        "本物？", external_reply={"origin": {"type": "user", "date": NOW, "sender_user": TARO}, "document": document}
    )
    attachment = Attachment("mail.eml", None, b"From: a@example.com")
    expected = Piece(forwarded=Forward(name="太郎"), comment="本物？", attachments=(attachment,))
    assert await pieces(api, desk) == (expected,)


async def test_what_a_forwarded_message_quotes_is_kept_apart(api: BotApi, desk: Desk) -> None:
    origin = {"type": "user", "date": NOW, "sender_user": TARO}
    api.message("はい、払いました", forward_origin=origin, quote={"text": "払ってください", "position": 0})
    assert [(piece.text, piece.quoted) for piece in await pieces(api, desk)] == [("はい、払いました", "払ってください")]


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", Command.START),
        ("/help", Command.HELP),
        ("/tasukete", Command.RECOVER),
        ("/TSUZUKI@koresagi_bot", Command.RESUME),
        ("/privacy", Command.PRIVACY),
        ("/forget", Command.FORGET),
        ("/start from_website", Command.START),
        ("/unknown", Command.HELP),
    ],
)
async def test_commands(api: BotApi, desk: Desk, text: str, command: Command) -> None:
    length = len(text.split()[0])
    api.message(text, entities=[{"type": "bot_command", "offset": 0, "length": length}])
    await api.until(lambda: desk.asked)
    assert (desk.asked[0].command, desk.asked[0].pieces) == (command, ())


async def test_check_judges_the_words_behind_it_or_the_message_it_replies_to(api: BotApi, desk: Desk) -> None:
    entity = [{"type": "bot_command", "offset": 0, "length": 6}]
    api.message("/check 口座が止まります", entities=entity)
    assert await pieces(api, desk) == (Piece("口座が止まります"),)
    earlier = api.a_message(
        "必ずもうかります", forward_origin={"type": "hidden_user", "date": NOW, "sender_user_name": "先生"}
    )
    api.message("/check どう？", entities=entity, reply_to_message=earlier)
    expected = Piece("必ずもうかります", forwarded=Forward(name="先生"), comment="どう？")
    assert await pieces(api, desk, events=2) == (expected,)
    assert {asked.command for asked in desk.asked} == {Command.CHECK}


async def test_a_command_inside_a_forward_is_not_obeyed(api: BotApi, desk: Desk) -> None:
    api.message(
        "/forget",
        entities=[{"type": "bot_command", "offset": 0, "length": 7}],
        forward_origin={"type": "hidden_user", "date": NOW, "sender_user_name": "x"},
    )
    assert await pieces(api, desk) == (Piece("/forget", forwarded=Forward(name="x")),)


async def test_a_group_is_left_in_peace(api: BotApi, desk: Desk) -> None:
    channel = {"id": -6, "type": "channel", "title": "株の情報"}
    admin = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    other = [{"type": "bot_command", "offset": 0, "length": 16}]
    help_ = [{"type": "bot_command", "offset": 0, "length": 5}]
    quiet = [
        {"text": "おはようございます"},
        {"text": "@other_bot これ", "entities": [{"type": "mention", "offset": 0, "length": 10}]},
        {"text": "/check@other_bot", "entities": other},
        {"text": "/help", "entities": help_},
        {"text": "転送", "forward_origin": {"type": "hidden_user", "date": NOW, "sender_user_name": "x"}},
        {"text": "お知らせ", "sender_chat": channel, "is_automatic_forward": True, "from": admin},
        {"new_chat_members": [TARO]},
    ]
    for fields in quiet:
        api.message(chat=GROUP, **fields)
    api.update(edited_message={**api.a_message("なおした"), "edit_date": NOW})
    api.message("最後")
    assert await pieces(api, desk) == (Piece("最後"),)


async def test_check_as_a_reply_in_a_group(api: BotApi, desk: Desk) -> None:
    scam = api.a_message("当選しました", chat=GROUP, **{"from": TARO})
    sent = api.message(
        "/check 本物？",
        chat=GROUP,
        entities=[{"type": "bot_command", "offset": 0, "length": 6}],
        reply_to_message=scam,
    )
    assert await pieces(api, desk) == (Piece("当選しました", forwarded=Forward(name="太郎"), comment="本物？"),)
    assert (desk.asked[0].private, desk.asked[0].chat, desk.asked[0].user) == (False, str(GROUP["id"]), "7")
    answer = await api.answer(chat=GROUP["id"])
    assert answer.request["reply_parameters"]["message_id"] == sent["message_id"]


async def test_a_mention_in_a_group(api: BotApi, desk: Desk) -> None:
    text = "これどう思う @Koresagi_Bot ？"
    mention = [{"type": "mention", "offset": 7, "length": 13}]
    api.message(
        text, chat=GROUP, entities=mention, reply_to_message=api.a_message("当選", chat=GROUP, **{"from": TARO})
    )
    assert await pieces(api, desk) == (Piece("当選", forwarded=Forward(name="太郎"), comment="これどう思う  ？"),)
    api.message("@Koresagi_Bot", chat=GROUP, entities=[{"type": "mention", "offset": 0, "length": 13}])
    await api.until(lambda: len(desk.asked) == 2)
    assert desk.asked[1].command is Command.HELP


async def test_a_reply_to_the_bot_in_a_group(api: BotApi, desk: Desk) -> None:
    mine = api.a_message("答え", chat=GROUP, **{"from": BOT})
    api.message("パスワードを入れました", chat=GROUP, reply_to_message=mine)
    assert await pieces(api, desk) == (Piece("パスワードを入れました"),)
    assert desk.asked[0].private is False


async def test_an_answer_stays_in_its_topic(api: BotApi, desk: Desk) -> None:
    topic = {"message_thread_id": 44, "is_topic_message": True}
    api.message("/check 当選", chat=GROUP, entities=[{"type": "bot_command", "offset": 0, "length": 6}], **topic)
    assert (await api.answer(chat=GROUP["id"])).request["message_thread_id"] == 44
