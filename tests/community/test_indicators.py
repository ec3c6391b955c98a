from __future__ import annotations

from bot.analysis.message import Message, Sender
from bot.analysis.report import JudgedLink, Report, Verdict
from bot.community.indicators import Indicator, indicators
from bot.community.masking import mask

WALLET = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"


def report(*links: JudgedLink) -> Report:
    return Report(Verdict.SCAM, 0.98, None, None, (), (), links, None)


def link(host: str, domain: str | None, brand: str | None = None) -> JudgedLink:
    return JudgedLink(f"https://{host}/", None, host, domain, brand)


def test_what_identifies_the_scammer_is_named_once() -> None:
    message = Message(
        body=f"電話 ０３（１２３４）５６７８ または 03-1234-5678、+1 833 555 0123 まで。お支払いは {WALLET} へ。"
        "hanako@example.com 様のご登録の電話番号 090-1111-2222",
        sender=Sender("Amazon", "Alert@mail.evil-shop.xyz", "+81 90-9712-7460", None),
    )
    found = indicators(
        mask(message),
        report(link("login.evil.top", "evil.top"), link("www.evil.top", "evil.top"), link("203.0.113.9", None)),
    )
    assert set(found) == {
        Indicator("address", "alert@mail.evil-shop.xyz"),
        Indicator("domain", "evil-shop.xyz"),
        Indicator("domain", "evil.top"),
        Indicator("domain", "203.0.113.9"),
        Indicator("number", "09097127460"),
        Indicator("number", "0312345678"),
        Indicator("number", "+18335550123"),
        Indicator("wallet", WALLET),
    }
    assert len(found) == 8


def test_brands_and_services_that_anyone_uses_are_no_indicators() -> None:
    message = Message(sender=Sender(address="no-reply@amazon.co.jp"))
    links = (link("www.amazon.co.jp", "amazon.co.jp", "amazon"), link("bit.ly", "bit.ly"))
    assert indicators(message, report(*links)) == ()


def test_a_free_mail_address_is_one_but_its_domain_is_not() -> None:
    message = Message(sender=Sender(address="kevin.li88@gmail.com"))
    assert indicators(message, report()) == (Indicator("address", "kevin.li88@gmail.com"),)


def test_a_sender_id_in_letters_is_kept_as_it_is() -> None:
    assert indicators(Message(sender=Sender(number="KDDI-Info")), report()) == (Indicator("number", "KDDI-Info"),)
