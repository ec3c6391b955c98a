"""Files and what cannot be read, the whole way on Telegram: what a person sends, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire.telegram.botapi import BotApi

MAIL = (Path(__file__).parent.parent / "account.eml").read_bytes()
NOW = 1_700_000_000
MEGABYTE = 1024 * 1024
FILE = {"file_id": "x", "file_unique_id": "x"}
LARGE = {**FILE, "file_name": "mail.eml", "file_size": 21 * MEGABYTE}
SQUARE = {"width": 9, "height": 9}


@pytest.mark.parametrize(
    "around",
    [
        {},
        {"caption": "これ本物？"},
        {"forward_origin": {"type": "hidden_user", "date": NOW, "sender_user_name": "次郎"}},
        {"forward_origin": {"type": "hidden_user", "date": NOW, "sender_user_name": "次郎"}, "caption": "確認して"},
    ],
)
async def test_a_saved_mail_is_judged_by_its_sender_and_its_hidden_link(
    api: BotApi, running_for_real, around: dict
) -> None:
    async with running_for_real():
        api.message(document={**api.file(MAIL), "file_name": "メール.eml", "mime_type": "message/rfc822"}, **around)
        verdict = await api.answer()
        assert "詐欺です" in verdict.text
        assert "Amazon" in verdict.text
        assert "account-check[.]top" in verdict.text
        assert "xq83" not in verdict.text


async def test_a_page_and_a_text_in_one_album_are_one_case(api: BotApi, running_for_real) -> None:
    page = '<html><a href="https://amazon-co-jp.account-check.top/">https://www.amazon.co.jp/</a></html>'
    text = "Amazonのアカウントが停止されます。24時間以内にカード番号を確認してください。"
    async with running_for_real():
        for name, content in (("page.html", page), ("text.txt", text)):
            api.message(document={**api.file(content.encode()), "file_name": name}, media_group_id="g1")
        verdict = await api.answer()
        assert "詐欺です" in verdict.text
        assert len(api.answers()) == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sticker": {**FILE, **SQUARE, "type": "regular", "is_animated": False, "is_video": False}}, "スタンプ"),
        ({"voice": {**FILE, "duration": 3}}, "音声は聞けません"),
        ({"audio": {**FILE, "duration": 3}}, "音声は聞けません"),
        ({"video": {**FILE, **SQUARE, "duration": 3}}, "動画は見られません"),
        ({"video_note": {**FILE, "length": 3, "duration": 3}}, "動画は見られません"),
        ({"animation": {**FILE, **SQUARE, "duration": 3}}, "動く画像は見られません"),
        ({"location": {"latitude": 35.0, "longitude": 139.0}}, "場所の情報だけでは"),
        ({"story": {"id": 3, "chat": {"id": -6, "type": "channel", "title": "株の情報"}}}, "ストーリー"),
        ({"document": {**FILE, "file_name": "photos.apk"}}, "ファイルは開かないで"),
        ({"document": {**FILE, "file_name": "invoice.zip", "mime_type": "application/zip"}}, "ファイルは開かないで"),
        ({"document": LARGE}, "大きすぎ"),
        ({"document": {**FILE, "file_name": "gone.eml"}}, "もう一度送って"),
    ],
)
@pytest.mark.parametrize("caption", [None, "これ本物？"])
async def test_what_cannot_be_read_is_said_with_what_to_send_instead(
    api: BotApi, running_for_real, fields: dict, words: str, caption: str | None
) -> None:
    async with running_for_real():
        api.message(**fields, **({"caption": caption} if caption else {}))
        answer = await api.answer()
        assert words in answer.text
        assert "送って" in answer.text
        assert "不具合" not in answer.text


async def test_a_number_from_the_address_book_is_asked_about(api: BotApi, running_for_real) -> None:
    async with running_for_real():
        api.message(contact={"phone_number": "+81312345678", "first_name": "銀行の田中"})
        answer = await api.answer()
        assert "まだ判断できません" in answer.text
        assert "田中" not in answer.text
