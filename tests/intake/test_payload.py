"""What the text of a code makes a phone do."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.intake.payload import LONGEST_FACT, LONGEST_VALUE, read_payload

KINDS = {"link", "wifi", "tel", "sms", "mail", "contact", "paypay", "linepay", "crypto", "otp", "text"}
WALLET = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"
ETHER = "0x52908400098527886E0F7030069857D2E4169EE7"
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Yamada;Taro;;;\r\nTEL;TYPE=CELL:090-1234-5678\r\nURL:https://evil.top\r\nEND:VCARD"
)


@pytest.mark.parametrize(
    ("text", "kind", "facts"),
    [
        ("https://evil.top/login", "link", {"link": "https://evil.top/login"}),
        ("  HTTP://EVIL.TOP/A\n", "link", {"link": "HTTP://EVIL.TOP/A"}),
        ("evil.top/login", "link", {"link": "evil.top/login"}),
        ("evil.top", "link", {"link": "evil.top"}),
        ("MEBKM:TITLE:懸賞;URL:https\\://evil.top/a;;", "link", {"link": "https://evil.top/a"}),
        ("URLTO:evil.top/m", "link", {"link": "evil.top/m"}),
        ("WIFI:T:WPA;S:Cafe\\;2F;P:secret;;", "wifi", {"network": "Cafe;2F", "security": "wpa"}),
        ("WIFI:S:Free;T:nopass;;", "wifi", {"network": "Free", "security": "none"}),
        ("tel:+81-3-1234-5678", "tel", {"number": "+81-3-1234-5678"}),
        ("TEL:0120123456", "tel", {"number": "0120123456"}),
        ("tel:**21*09012345678%23", "tel", {"number": "**21*09012345678#", "does": "forward"}),
        ("SMSTO:+447700900123:確認", "sms", {"number": "+447700900123", "text": "確認"}),
        ("sms:0901234567?body=YES", "sms", {"number": "0901234567", "text": "YES"}),
        ("mailto:a@b.top?subject=S&body=B", "mail", {"address": "a@b.top", "subject": "S", "text": "B"}),
        ("MATMSG:TO:a@b.top;SUB:S;BODY:B;;", "mail", {"address": "a@b.top", "subject": "S", "text": "B"}),
        ("SMTP:a@b.top:S:B", "mail", {"address": "a@b.top", "subject": "S", "text": "B"}),
        ("MECARD:N:山田;TEL:0901;URL:evil.top;;", "contact", {"name": "山田", "number": "0901", "link": "evil.top"}),
        (VCARD, "contact", {"name": "Yamada Taro", "number": "090-1234-5678", "link": "https://evil.top"}),
        ("geo:35.68,139.76", "text", {"does": "place"}),
        (f"bitcoin:{WALLET}?amount=0.1", "crypto", {"coin": "Bitcoin", "address": WALLET, "amount": "0.1"}),
        (WALLET, "crypto", {"coin": "Bitcoin", "address": WALLET}),
        (TRON, "crypto", {"coin": "TRON", "address": TRON}),
        (f"ethereum:{ETHER}@1?value=1e18", "crypto", {"coin": "Ethereum", "address": ETHER}),
        (f"ethereum:0xdac17f958d2ee523a2206206994597c13d831ec7/transfer?address={ETHER}", "crypto", {"address": ETHER}),
        ("lightning:lnbc1" + "q" * 60, "crypto", {"address": "lnbc1" + "q" * 60}),
        ("otpauth://totp/Bank:me?secret=JBSWY3DP&issuer=Bank", "otp", {"issuer": "Bank", "account": "me"}),
        ("otpauth-migration://offline?data=CjEK", "otp", {"does": "export"}),
        ("https://qr.paypay.ne.jp/p2p01_4iHzuQaV8lpV6m6a", "paypay", {"to": "person"}),
        ("https://qr.paypay.ne.jp/28180104XYZ", "paypay", {}),
        ("https://pay.paypay.ne.jp/KT975hvzbH1EulTr", "paypay", {"to": "link"}),
        ("https://line.me/R/pay/x", "linepay", {}),
        ("line://pay/payment/x", "linepay", {}),
        ("https://line.me/R/ti/p/@abc", "link", {"service": "LINE", "does": "friend"}),
        ("https://lin.ee/abc", "link", {"service": "LINE", "does": "friend"}),
        ("https://line.me/ti/g2/abc", "link", {"service": "LINE", "does": "group"}),
        ("line://ti/p/abc", "text", {"service": "LINE", "does": "friend"}),
        ("https://line.me/R/au/lgn/sq/SQ1?secret=a", "link", {"service": "LINE", "does": "login"}),
        ("https://discord.com/ra/abc", "link", {"service": "Discord", "does": "login"}),
        ("https://wa.me/settings/linked_devices#2@a", "link", {"service": "WhatsApp", "does": "login"}),
        ("tg://login?token=abc", "text", {"service": "Telegram", "does": "login"}),
        ("sgnl://linkdevice?uuid=a&pub_key=b", "text", {"service": "Signal", "does": "login"}),
        ("wxp://f2f0abc", "text", {"service": "WeChat Pay", "does": "pay"}),
        ("HTTPS://QR.ALIPAY.COM/FKX1", "link", {"service": "Alipay", "does": "pay"}),
        ("000201010211" + "5911DRAGON BOWL" + "63041A2B", "text", {"does": "pay"}),
        ("お知らせ evil.top を見て", "text", {"link": "evil.top"}),
        ("4901234567894", "text", {}),
    ],
)
def test_it_is_told_what_a_code_does(text: str, kind: str, facts: dict[str, str]) -> None:
    code = read_payload(text)
    assert code.kind == kind
    assert {name: code.facts.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    "text",
    [
        "https://qr.paypay.ne.jp@evil.top/p2p01_a",
        "https://qr.paypay.ne.jp.evil.top/p2p01_a",
        "https://evil.top\\@qr.paypay.ne.jp/p2p01_a",
        "https://evil.top/?https://qr.paypay.ne.jp/p2p01_a",
        "https://discord.com.evil.top/ra/a",
        "https://line.me.evil.top/R/pay",
    ],
)
def test_a_strangers_address_never_passes_for_a_service(text: str) -> None:
    code = read_payload(text)
    assert code.kind == "link"
    assert "service" not in code.facts
    assert code.facts["link"] == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)//https://evil.top",
        "data:text/html,<script>",
        "intent://scan/#Intent;scheme=zxing;end",
        "https://evil.top/\x00\x1b[2J",
        "https://evil.top/\u202egnp.exe",
        "WIFI:S:a\x07;;",
        "x" * 10_000,
        "",
        "tel:not a number",
        "bitcoin:",
        "WIFI:T:WPA;;",
        "BEGIN:VEVENT\nEND:VEVENT",
    ],
)
def test_hostile_or_broken_codes_are_only_text(text: str) -> None:
    assert read_payload(text).kind == "text"


@pytest.mark.parametrize(
    "text", ["WIFI:T:WPA;S:Home;P:hunter2;;", "otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP&issuer=A"]
)
def test_no_secret_becomes_a_fact(text: str) -> None:
    facts = " ".join(read_payload(text).facts.values())
    assert "hunter2" not in facts
    assert "JBSWY3DPEHPK3PXP" not in facts


def test_a_long_address_keeps_its_end() -> None:
    address = "https://evil.top/?" + "a" * 1000 + "=end"
    assert read_payload(address).facts["link"] == address


_BEGINNINGS = [
    "",
    "https://",
    "WIFI:",
    "tel:",
    "SMSTO:",
    "mailto:",
    "MECARD:",
    "BEGIN:VCARD\n",
    "bitcoin:",
    "otpauth://",
]


@given(st.sampled_from(_BEGINNINGS), st.text(max_size=200))
@example("", "000201" + "1" * 4000)
@example("MECARD:", "N:" + "\\" * 4000)
@example("BEGIN:VCARD\n", "N;" * 2000)
@example("WIFI:", "S" * 4000)
def test_any_text_is_taken(beginning: str, rest: str) -> None:
    code = read_payload(beginning + rest)
    assert code.kind in KINDS
    assert len(code.value) <= LONGEST_VALUE
    assert all(fact and (name == "link" or len(fact) <= LONGEST_FACT) for name, fact in code.facts.items())
