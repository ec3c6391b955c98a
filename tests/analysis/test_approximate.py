"""What was read off a picture: letters misread are held neither against a message nor for it."""

from __future__ import annotations

import pytest

from bot.analysis.analyze import analyzer
from bot.analysis.message import Link, Message, Sender
from bot.analysis.prepared import Context
from bot.analysis.report import Verdict

TEXT = "【Amazon】お支払い方法を更新してください。こちらから確認できます。"
AGAINST = {
    "link.not_official",
    "link.lookalike",
    "link.very_like_phishing",
    "link.like_phishing",
    "nature.strange_link",
}
FOR = {"genuine.official_links", "genuine.known_links"}
MISREAD = (
    "amaz0n.co.jp",  # 0 for o
    "www.arnazon.co.jp",  # rn for m
    "wwwamazon.co.jp",  # a dot lost
    "amazonco.jp",
    "amazon.co.ip",  # i for j
    "amazom.co.jp",  # one letter
    "arnaz0n.co.jp",
)
FOREIGN = (
    "amazon-co-jp.top",
    "amaz0n-login.top",
    "amazon.co.jp.evil.top",
    "evil-amazon.co.jp",
    "a.mazon-co.jp",
    "amzaon.com",  # two changed places are a trick, not bad reading
    "amazonn.com",  # and so is a letter more
    "kb3xz.cyou",
)


def fired(message: Message) -> set[str]:
    made = analyzer()
    return {finding.signal for finding in made.findings(made.prepare(message, Context()))}


def marked(host: str, *, approximate: bool) -> Message:
    return Message(body=TEXT, links=(Link(f"https://{host}/update", approximate=approximate),))


@pytest.mark.parametrize("host", MISREAD)
def test_an_official_address_misread_is_not_held_against_the_message(host: str) -> None:
    assert not fired(marked(host, approximate=True)) & AGAINST


@pytest.mark.parametrize("host", MISREAD)
def test_the_same_address_written_out_is_a_stranger(host: str) -> None:
    assert "link.not_official" in fired(marked(host, approximate=False))


@pytest.mark.parametrize("host", FOREIGN)
def test_a_stranger_stays_a_stranger_however_it_was_read(host: str) -> None:
    assert "link.not_official" in fired(marked(host, approximate=True))


@pytest.mark.parametrize("host", ["amazon-co-jp.top", "amazon-login.top", "amaz0n-login.top"])
def test_a_name_that_is_written_into_a_strangers_address_is_still_an_imitation(host: str) -> None:
    assert "link.lookalike" in fired(marked(host, approximate=True))


def test_a_single_letter_off_is_no_imitation_in_a_picture() -> None:
    assert "link.lookalike" in fired(marked("yodobachi.top", approximate=False))
    assert "link.lookalike" not in fired(marked("yodobachi.top", approximate=True))


def test_no_link_is_called_official_from_a_picture_alone() -> None:
    assert "genuine.official_links" in fired(marked("www.amazon.co.jp", approximate=False))
    assert not fired(marked("www.amazon.co.jp", approximate=True)) & (FOR | AGAINST)
    report = analyzer().report(marked("www.amazon.co.jp", approximate=True), Context())
    assert report.verdict is not Verdict.SCAM
    assert [link.brand for link in report.links] == [None]


def test_links_in_the_words_of_a_picture_are_read_the_same_way() -> None:
    body = TEXT + "\nhttps://www.arnazon.co.jp/update"
    assert "link.not_official" in fired(Message(body=body))
    assert not fired(Message(body=body, from_picture=True)) & (AGAINST | FOR)
    assert "link.not_official" in fired(Message(body=TEXT + "\nhttps://evil.top/update", from_picture=True))


def test_a_link_from_a_code_in_a_picture_is_exact() -> None:
    message = Message(body=TEXT, links=(Link("https://www.amazom.co.jp/update"),), from_picture=True)
    assert "link.not_official" in fired(message)


def test_an_address_alone_is_not_held_for_an_imitation_of_what_it_may_be() -> None:
    assert not fired(Message(links=(Link("https://paypaI.com", approximate=True),))) & AGAINST


def test_odd_letters_are_not_found_in_what_was_read_off_a_picture() -> None:
    body = "Αmazonをご利用いただき、ありがとうございます。"
    assert {name for name in fired(Message(body=body)) if name.startswith("writing.")}
    assert not {name for name in fired(Message(body=body, from_picture=True)) if name.startswith("writing.")}


@pytest.mark.parametrize("address", ["order@arnazon.co.jp", "order@amazom.co.jp"])
def test_a_senders_address_misread_is_not_held_against_it(address: str) -> None:
    against = {"sender.not_official", "sender.lookalike"}
    sender = Sender(name="Amazon", address=address)
    assert fired(Message(body=TEXT, sender=sender)) & against
    assert not fired(Message(body=TEXT, sender=sender, from_picture=True)) & against


def test_a_strangers_address_in_a_picture_still_counts() -> None:
    sender = Sender(name="Amazon", address="info@oc1001.example.top")
    assert "sender.not_official" in fired(Message(body=TEXT, sender=sender, from_picture=True))
