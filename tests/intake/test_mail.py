"""Saved mails as Japanese senders really write them."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.analyze import analyze
from bot.analysis.message import Link, Sender
from bot.analysis.report import Verdict
from bot.intake import read_attachment
from bot.intake.decode import decode
from bot.intake.mail import decode_header


def mail(headers: bytes, body: bytes) -> bytes:
    return headers.replace(b"\n", b"\r\n") + b"\r\n" + body


def read(data: bytes):
    return read_attachment("a.eml", None, data)


def b64(data: bytes) -> bytes:
    return base64.b64encode(data)


def test_iso_2022_jp_with_the_characters_that_its_label_leaves_out():
    # ①㈱ are NEC row 13, half-width kana have their own escape: phones and old mailers write both.
    body = b"\x1b$B-!-j\x1b(B \x1b(I6@\x1b(B \x1b$B$42q0w\x1b(B"
    message = read(mail(b"Subject: x\nContent-Type: text/plain; charset=iso-2022-jp\n", body))
    assert message.body == "①㈱ ｶﾀ ご会員"


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "utf-8", "iso-2022-jp", "SHIFT-JIS", "Windows-31J", None])
def test_every_japanese_encoding_is_read_with_or_without_its_label(charset):
    text = "お客様のカードのご利用を確認しました。至急ご連絡ください。"
    data = text.encode({"SHIFT-JIS": "cp932", "Windows-31J": "cp932", None: "cp932"}.get(charset, charset))
    label = f"; charset={charset}".encode() if charset else b""
    assert read(mail(b"Subject: x\nContent-Type: text/plain" + label + b"\n", data)).body == text


def test_an_unknown_or_wrong_label_does_not_spoil_the_text():
    for label in (b"x-unknown", b"us-ascii", b"utf-8"):
        data = mail(b"Content-Type: text/plain; charset=" + label + b"\n", "至急ご確認ください".encode("cp932"))
        assert read(data).body == "至急ご確認ください"


def test_raw_shift_jis_headers():
    name = "三井住友カード".encode("cp932")
    message = read(mail(b"From: " + name + b" <a@example.cn>\nSubject: " + "重要".encode("cp932") + b"\n", b"x"))
    assert message.sender == Sender(name="三井住友カード", address="a@example.cn")
    assert message.subject == "重要"


def test_encoded_words_that_are_cut_inside_a_character():
    data = "緊急のご連絡".encode()
    first, second = b64(data[:7]).decode(), b64(data[7:]).decode()
    assert decode_header(f"=?utf-8?B?{first}?=\r\n =?utf-8?B?{second}?= A") == "緊急のご連絡 A"


def test_quoted_printable_and_mixed_encodings_in_a_header():
    assert decode_header("=?utf-8?Q?=E9=87=8D=E8=A6=81_A?= =?iso-2022-jp?B?GyRCJDQbKEI=?=") == "重要 Aご"


def test_a_name_cannot_pose_as_the_address():
    header = b'From: "support@amazon.co.jp" <x@evil.example>\nReply-To: y@evil2.example\n'
    assert read(mail(header, b"x")).sender == Sender("support@amazon.co.jp", "x@evil.example", None, "y@evil2.example")


def test_the_html_part_is_what_is_read_with_hidden_words_removed():
    html = (
        "<style>.n{display:none}</style><p>三<span style='font-size:0'>無関係</span>井<i class=n>x</i>住友カード</p>"
        "<a href='https://evil.example/a'>https://www.smbc-card.com/</a>"
    )
    data = mail(
        b'Content-Type: multipart/alternative; boundary="b"\n',
        b"--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + b64(html.encode()) + b"\r\n--b--\r\n",
    )
    message = read(data)
    assert message.body == "三井住友カード\nhttps://www.smbc-card.com/"
    assert message.links == (Link("https://evil.example/a", "https://www.smbc-card.com/"),)
    assert message.channel == "email"


def test_the_page_names_its_own_encoding():
    html = '<meta charset="shift_jis"><p>重要なお知らせ</p>'.encode("cp932")
    assert read(mail(b"Content-Type: text/html\n", html)).body == "重要なお知らせ"


def test_a_mail_forwarded_as_attachment_is_the_one_that_is_judged():
    inner = b"From: a@evil.example\r\nSubject: inner\r\n\r\npay now"
    data = mail(
        b'From: me@example.org\nSubject: Fwd\nContent-Type: multipart/mixed; boundary="b"\n',
        b"--b\r\nContent-Type: text/plain\r\n\r\nis this legit?\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        + inner
        + b"\r\n--b--\r\n",
    )
    message = read(data)
    assert (message.subject, message.body, message.comment) == ("inner", "pay now", "is this legit?")
    assert message.sender.address == "a@evil.example"


def test_attached_files_are_not_the_words_of_the_mail():
    data = mail(
        b'Content-Type: multipart/mixed; boundary="b"\n',
        b"--b\r\nContent-Type: text/plain\r\n\r\nhello there\r\n--b\r\nContent-Type: text/plain\r\n"
        b"Content-Disposition: attachment; filename=a.txt\r\n\r\nsecret\r\n--b--\r\n",
    )
    assert read(data).body == "hello there"


def test_broken_base64_and_missing_borders_are_read_as_far_as_they_go():
    data = mail(
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
        b64("ご確認ください".encode())[:-3] + b"\r\n==\r\n",
    )
    assert read(data).body.startswith("ご確認くださ")


def test_the_source_of_a_mail_pasted_as_text_is_read_as_a_mail():
    source = (
        "Return-Path: <x@evil.example>\nReceived: from a\nFrom: Card <x@evil.example>\nSubject: hi\nMIME-Version: 1.0\n"
        "\nbody text"
    )
    message = read_attachment("a.txt", None, source.encode())
    assert (message.subject, message.body, message.sender.name) == ("hi", "body text", "Card")


@given(st.text(alphabet="あア漢字①㈱ｶﾅ髙~abc\n 、。", max_size=40), st.sampled_from(["cp932", "utf-8"]))
def test_labelled_text_survives(text, charset):
    data = text.encode(charset)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        assert decode(data, charset) == text


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_decoding_never_fails(data, charset):
    assert isinstance(decode(data, charset), str)


@given(st.text(max_size=120))
def test_header_decoding_never_fails(value):
    assert isinstance(decode_header(value), str)


@given(
    st.sampled_from(["utf-8", "iso-2022-jp", "x"]),
    st.sampled_from(["base64", "quoted-printable", "8bit", ""]),
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=b", "message/rfc822"]),
    st.binary(max_size=200),
)
def test_damaged_mails_never_raise(charset, coding, kind, body):
    from bot.intake.mail import read_mail

    head = f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {coding}\n".encode()
    read_mail(mail(head, body))


@pytest.mark.parametrize("depth", [40, 3000])
def test_mails_in_mails_in_mails_end_in_words(depth):
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (one, one) for one in range(depth)
    )
    read(b"Subject: deep\r\n" + heads + b"Content-Type: text/plain\r\n\r\nhello")
    read(b"Subject: deep\r\n\r\nhi\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Subject: x\r\n\r\nhello")


def test_thousands_of_parts_and_borders_are_read_in_time():
    parts = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 200_000
    message = read(b"Subject: many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts)
    assert message.subject == "many"


def test_a_forged_address_and_a_dangerous_file_decide_against_friendly_words():
    data = mail(
        b"Received: from x.top by mx.google.com\nAuthentication-Results: mx.google.com; dmarc=fail; spf=fail\n"
        b'From: Amazon <info@amazon.co.jp>\nSubject: x\nContent-Type: multipart/mixed; boundary="b"\n',
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n領収書をお送りします。\r\n".encode()
        + "--b\r\nContent-Disposition: attachment; filename=領収書.pdf.exe\r\n\r\nMZ\r\n--b--\r\n".encode(),
    )
    report = analyze(read(data))
    assert report.verdict is Verdict.SCAM
    assert {"enclosure.disguised", "enclosure.program", "sender.failed_check"} <= {
        one.signal for one in report.evidence
    }


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + b'"' + b'\\"' * 500_000,
        b"From: " + b"<" + b" " * 500_000,
        b"Subject: " + b" " * 500_000 + b"x",
        b"From: " + b"a" * 500_000,
        b"Content-Type: text/plain" + b';a="' * 200_000,
        b'Content-Disposition: attachment; filename="a' + b" " * 500_000 + b'.exe"',
        b"Authentication-Results: " + b"(" * 500_000,
        b"X-A: b\r\n" * 100_000 + b"Subject: x",
    ],
    ids=["quotes", "angles", "blanks", "letters", "parameters", "file-name", "comments", "many"],
)
def test_headers_without_end_are_read_in_time(header):
    read(b"Subject: start\r\n" + header + b"\r\n\r\nhello")


def test_an_encoding_that_no_library_takes_is_no_end():
    assert read(b'Subject: x\r\nContent-Type: text/plain; charset="a\x00b"\r\n\r\n\x81\x40hello').subject == "x"
