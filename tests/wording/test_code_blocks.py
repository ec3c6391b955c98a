"""Codes in words: what scanning one does, nothing in it clickable."""

from __future__ import annotations

import pytest

from bot.analysis.message import Code, Message
from bot.knowledge import knowledge
from bot.wording.catalog import catalog
from bot.wording.codes import SHOWN, code_blocks
from bot.wording.plain import plain
from bot.wording.reply import BlockKind
from bot.wording.words import Words

WORDS = Words(catalog("ja"), knowledge())
ENGLISH = Words(catalog("en"), knowledge())

LOGIN = Code("link", "https://discord.com/ra/abc", {"service": "Discord", "does": "login", "link": "https://x"})
SITE = Code("link", "https://evil.example.top/a", {"link": "https://evil.example.top/a"})
CODES = (
    LOGIN,
    SITE,
    Code("text", "tg://login?token=a", {"service": "Telegram", "does": "login"}),
    Code("link", "https://lin.ee/a", {"service": "LINE", "does": "friend"}),
    Code("link", "https://discord.gg/a", {"service": "Discord", "does": "group"}),
    Code("text", "wxp://f2f0", {"service": "WeChat Pay", "does": "pay"}),
    Code("text", "000201", {"service": "EMV", "does": "pay"}),
    Code("text", "wc:a@2", {"does": "wallet"}),
    Code("text", "LPA:1$a", {"does": "esim"}),
    Code("text", "geo:1,2", {"does": "place"}),
    Code("text", "こんにちは", {}),
    Code("paypay", "https://qr.paypay.ne.jp/p2p01_a", {"to": "person"}),
    Code("paypay", "https://pay.paypay.ne.jp/a", {"to": "link"}),
    Code("paypay", "https://qr.paypay.ne.jp/a", {}),
    Code("linepay", "line://pay/a", {}),
    Code("crypto", "bitcoin:a", {"coin": "Bitcoin", "address": "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"}),
    Code("otp", "otpauth://totp/A", {"issuer": "Bank"}),
    Code("otp", "otpauth://totp/A", {}),
    Code("otp", "otpauth-migration://offline", {"does": "export"}),
    Code("wifi", "WIFI:S:a;;", {"network": "Cafe", "security": "wpa"}),
    Code("wifi", "WIFI:S:a;;", {"network": "Cafe", "security": "none"}),
    Code("tel", "tel:1", {"number": "+447700900123"}),
    Code("tel", "tel:1", {"number": "**21*09012345678#", "does": "forward"}),
    Code("sms", "sms:1", {"number": "+447700900123"}),
    Code("sms", "sms:1", {"number": "+447700900123", "text": "YES"}),
    Code("mail", "mailto:a", {"address": "a@evil.example.top"}),
    Code("contact", "MECARD:", {"number": "09012345678"}),
)


@pytest.mark.parametrize("words", [WORDS, ENGLISH], ids=["ja", "en"])
@pytest.mark.parametrize("code", CODES, ids=lambda code: f"{code.kind} {code.value}")
def test_every_sort_of_code_is_explained_and_nothing_in_it_is_clickable(words: Words, code: Code) -> None:
    text = plain(code_blocks(words, Message(codes=(code,))))
    assert text.count("\n") >= 1
    for clickable in ("evil.example.top", "https://", "+447700900123", "09012345678", "tg://"):
        assert clickable not in text


def test_a_login_code_says_who_gets_in() -> None:
    text = plain(code_blocks(WORDS, Message(codes=(LOGIN,))))
    assert "Discordにログインさせる" in text
    assert "相手があなたのアカウントに入れます" in text


def test_the_first_screen_has_one_line_about_the_gravest_code() -> None:
    (block,) = code_blocks(WORDS, Message(codes=(SITE, LOGIN)), short=True)
    assert block.kind is BlockKind.NOTE
    assert "ログイン" in block.text
    assert "\n" not in block.text


def test_a_message_without_codes_has_no_block() -> None:
    assert code_blocks(WORDS, Message(body="本文")) == ()
    assert code_blocks(WORDS, Message(body="本文"), short=True) == ()


def test_of_many_codes_a_few_are_explained_and_the_rest_counted() -> None:
    codes = tuple(Code("text", f"A{number}") for number in range(SHOWN + 3))
    blocks = code_blocks(WORDS, Message(codes=codes))
    assert sum(block.kind is BlockKind.BULLET for block in blocks) == SHOWN
    assert "ほかに3個" in blocks[-1].text


def test_what_a_code_says_cannot_break_out_of_its_line() -> None:
    code = Code("wifi", "x", {"network": "A\n\x1b[2J\u202eB" + "長" * 500, "security": "wpa"})
    for block in code_blocks(WORDS, Message(codes=(code,))):
        assert "\n" not in block.text
        assert "\x1b" not in block.text
        assert len(block.text) <= 120
