"""What a person sends, in pieces, becomes one message with its voices kept apart."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Link, Message
from bot.desk.incoming import Forward, Piece
from bot.intake import Reason, Unreadable, read, read_attachment, read_parts

SCAM = "【えきねっと】アカウントの自動退会処理について\n\nログインがない場合、自動的に退会となります。\nhttps://example.com/login"


def test_a_pasted_text_stays_as_it_is():
    assert read([Piece(SCAM)]) == Message(body=SCAM)


def test_a_forward_tells_its_sender():
    message = read([Piece(SCAM, forwarded=Forward(name="えきねっと", number="+819012345678"))])
    assert message.body == SCAM
    assert message.sender.name == "えきねっと"
    assert message.sender.number == "+819012345678"


def test_a_remark_beside_a_forward_is_the_persons_own_voice():
    message = read([Piece(SCAM, forwarded=Forward()), Piece("さっき来ました。パスワード入れちゃったかも")])
    assert message.body == SCAM
    assert message.comment == "さっき来ました。パスワード入れちゃったかも"


def test_several_forwards_are_one_message():
    message = read([Piece("一通目です", forwarded=Forward()), Piece("二通目です", forwarded=Forward())])
    assert message.body == "一通目です\n\n二通目です"


def test_comment_quote_and_links_of_the_platform_are_kept():
    link = Link("https://evil.example/", "https://www.smbc-card.com/")
    message = read([Piece("本文です", links=(link,), forwarded=Forward(), comment="これ本物？", quoted="元の文")])
    assert message.links == (link,)
    assert message.comment == "これ本物？"
    assert message.quoted == "元の文"


def test_only_a_question_is_read_as_it_is():
    assert read([Piece("これって詐欺ですか？")]).body == "これって詐欺ですか？"


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        (Piece(""), Reason.EMPTY),
        (Piece(" \n　"), Reason.EMPTY),
        (Piece(unreadable="sticker"), Reason.UNKNOWN_KIND),
    ],
)
def test_what_cannot_be_read_says_why(piece, reason):
    with pytest.raises(Unreadable) as caught:
        read([piece])
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n0000", Reason.BROKEN),
        ("a.pdf", b"%PDF-1.7 ...", Reason.BROKEN),
        ("a.bin", bytes(range(256)) * 4, Reason.UNKNOWN_KIND),
        ("a.txt", b"x" * 10_000_001, Reason.TOO_LARGE),
        ("a.txt", b"", Reason.EMPTY),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, data, reason):
    with pytest.raises(Unreadable) as caught:
        read_attachment(name, None, data)
    assert caught.value.reason is reason


def test_readable_words_count_more_than_an_unreadable_picture():
    assert read([Piece("銀行から届いたSMSの文面です。ご確認願います", unreadable="broken")]).body


def test_files_are_parts_of_one_message():
    parts = [
        read_attachment("a.txt", None, "前半です。".encode()),
        read_attachment("b.txt", None, "後半です。".encode("cp932")),
    ]
    assert read_parts(parts).body == "前半です。\n\n後半です。"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("請求書.pdf.exe", b"MZ\x90\0" + b"\0" * 60, "program"),
        ("document.zip", b"PK\x03\x04" + b"\0" * 60, "archive"),
        ("写真.lnk", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "shortcut"),
    ],
)
def test_a_file_that_is_not_for_reading_is_named_and_not_opened(name, data, kind):
    message = read_attachment(name, None, data)
    assert [enclosure.kind for enclosure in message.enclosures] == [kind]
    assert read([Piece(read=(message,))]).enclosures == message.enclosures


def test_a_page_gives_its_words_and_where_its_links_lead():
    page = "<html><title>ログイン</title><p>確認は<a href='https://evil.example/'>こちら</a></p></html>"
    message = read_attachment("page.html", None, page.encode())
    assert message.body == "確認はこちら"
    assert message.subject == "ログイン"
    assert message.links == (Link("https://evil.example/", "こちら"),)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_read_or_refused(text, comment):
    for pieces in ([Piece(text, comment=comment)], [Piece(text, forwarded=Forward(name=comment)), Piece(comment)]):
        try:
            message = read(pieces)
        except Unreadable:
            continue
        message.body.encode()
        message.comment.encode()


@given(st.binary(max_size=400), st.sampled_from(["a.eml", "a.html", "a.txt", "a", "a.msg"]))
def test_any_bytes_are_read_or_refused(data, name):
    with suppress(Unreadable):
        read_attachment(name, None, data).body.encode()


def test_broken_surrogates_do_not_move_the_text():
    assert read([Piece("あ\ud800い\udcffう")]).body == "あ\ufffdい\ufffdう"


def test_a_huge_text_is_cut_not_refused():
    assert len(read([Piece("あ" * 300_000)]).body) == 100_000
