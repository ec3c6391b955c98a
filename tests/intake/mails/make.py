"""Writes the mails of this folder and `expected.jsonl`: `python tests/intake/mails/make.py`.

What is expected is written by hand beside each mail. Only what is not empty is named.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from outlook_file import ADDRESS, BODY, HEADERS, HTML, NAME, REPLY, SMTP, SUBJECT, item, outlook

HERE = Path(__file__).parent
CASES: list[tuple[str, bytes, dict[str, Any]]] = []

GMAIL = "Received: by 2002:a05:6402:1234:b0:5c0:1 with SMTP id a1; Tue, 24 Nov 2026 09:00:00 -0800 (PST)"
RECEIVED = "Received: from out.kakunin.example (out.kakunin.example. [203.0.113.7]) by mx.google.com with ESMTPS id x1"
FROM_AMAZON = "From: Amazon <info@amazon.co.jp>"


def case(name: str, data: bytes, **expected: Any) -> None:
    CASES.append((name, data, expected))


def mail(*headers: str, body: str | bytes = "本文です。", charset: str = "utf-8") -> bytes:
    """A mail with one text. Headers are sent as UTF-8 bytes where they are not ASCII."""
    lines = [*headers, "MIME-Version: 1.0"]
    if not any(line.lower().startswith("content-type:") for line in lines):
        lines.append(f"Content-Type: text/plain; charset={charset}")
    data = body if isinstance(body, bytes) else body.encode(charset)
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + data


def part(kind: str, data: bytes, *headers: str) -> bytes:
    coded = base64.encodebytes(data).replace(b"\n", b"\r\n")
    lines = [f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", *headers]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + coded


def text(words: str) -> bytes:
    return part("text/plain; charset=utf-8", words.encode())


def page(markup: str) -> bytes:
    return part("text/html; charset=utf-8", markup.encode())


def attached(name: str, data: bytes, kind: str = "application/octet-stream") -> bytes:
    return part(kind, data, f'Content-Disposition: attachment; filename="{name}"')


def mixed(*parts: bytes, border: str = "b1", kind: str = "mixed") -> bytes:
    body = b"".join(f"--{border}\r\n".encode() + one + b"\r\n" for one in parts)
    return body + f"--{border}--\r\n".encode()


def many(*parts: bytes, headers: tuple[str, ...] = (), kind: str = "mixed") -> bytes:
    heads = headers or ("From: Tanaka <tanaka@kaisha.example>", "Subject: file")
    return mail(*heads, f'Content-Type: multipart/{kind}; boundary="b1"', body=mixed(*parts, kind=kind))


def nested(kind: str, *parts: bytes) -> bytes:
    return f'Content-Type: multipart/{kind}; boundary="b2"\r\n\r\n'.encode() + mixed(*parts, border="b2")


def word(value: str, charset: str) -> str:
    return f"=?{charset}?B?{base64.b64encode(value.encode(charset)).decode()}?="


def zipped(*names: str, locked: bool = False) -> bytes:
    """A zip file with these names in it. `locked` only marks them so, as an encrypting program does."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 24, 9, 0, 0)), b"x")
    data = bytearray(buffer.getvalue())
    if locked:
        for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = data.find(signature)
            while start >= 0:
                data[start + place] |= 1
                start = data.find(signature, start + 4)
    return bytes(data)


TANAKA = {"name": "Tanaka", "address": "tanaka@kaisha.example"}
AMAZON = {"name": "Amazon", "address": "info@amazon.co.jp"}

# --- headers and bodies ---------------------------------------------------------------------------------------------
case(
    "iso-2022-jp.eml",
    mail(
        f"From: {word('三井住友カード', 'iso-2022-jp')} <info@vpass.example>",
        f"Subject: {word('重要なお知らせ', 'iso-2022-jp')}",
        body="お客様のカードを止めました。",
        charset="iso-2022-jp",
    ),
    subject="重要なお知らせ",
    body="お客様のカードを止めました。",
    sender={"name": "三井住友カード", "address": "info@vpass.example"},
)
case(
    "raw-shift-jis.eml",
    b"From: " + "えきねっと".encode("cp932") + b" <a@eki.example>\r\nSubject: " + "会員①".encode("cp932")
    + b"\r\n\r\n" + "退会手続き㈱".encode("cp932"),
    subject="会員①",
    body="退会手続き㈱",
    sender={"name": "えきねっと", "address": "a@eki.example"},
)  # fmt: skip
case(
    "name-poses-as-address.eml",
    mail('From: "support@amazon.co.jp" <x@evil.example>', "Subject: hi", "Return-Path: <bounce@evil.example>"),
    subject="hi",
    body="本文です。",
    sender={"name": "support@amazon.co.jp", "address": "x@evil.example"},
)
case(
    "quoted-name.eml",
    mail(r'From: "Tanaka \"Taro\", Inc." <t@kaisha.example>', "Subject: hi"),
    subject="hi",
    body="本文です。",
    sender={"name": 'Tanaka "Taro", Inc.', "address": "t@kaisha.example"},
)
case(
    "two-senders.eml",
    mail("From: Shop <x@evil.example>, Amazon <info@amazon.co.jp>", "Subject: hi"),
    subject="hi",
    body="本文です。",
    sender={"name": "Shop", "address": "x@evil.example"},
)
case(
    "reply-to.eml",
    mail("From: 社長 <ceo@kaisha.example>", "Reply-To: <ceo.private@mail.example>", "Subject: 至急"),
    subject="至急",
    body="本文です。",
    sender={"name": "社長", "address": "ceo@kaisha.example", "reply_to": "ceo.private@mail.example"},
)
case(
    "mailing-list.eml",
    mail(
        "From: Tanaka <tanaka@kaisha.example>",
        "Reply-To: all@lists.example",
        "List-Id: <all.lists.example>",
        "List-Post: <mailto:all@lists.example>",
        "Subject: [all:12] hello",
    ),
    subject="[all:12] hello",
    body="本文です。",
    sender=TANAKA,
)
case(
    "no-address-in-from.eml",
    mail("From: Card Center", "Return-Path: <bounce@evil.example>", "Subject: hi"),
    subject="hi",
    body="本文です。",
    sender={"name": "Card Center", "address": "bounce@evil.example"},
)
case(
    "html-and-plain.eml",
    many(
        text("ただの文"),
        page('<p>ログインは<a href="https://evil.example/a">https://www.smbc-card.com/</a></p>'),
        headers=("From: a@evil.example", "Subject: hi"),
        kind="alternative",
    ),
    subject="hi",
    body="ログインはhttps://www.smbc-card.com/",
    links=[["https://evil.example/a", "https://www.smbc-card.com/"]],
    sender={"address": "a@evil.example"},
)
case(
    "hidden-words.eml",
    many(page('<p>三<span style="font-size:0">散歩と天気</span>井住友カード</p>'), kind="alternative"),
    subject="file",
    body="三井住友カード",
    hidden="散歩と天気",
    sender=TANAKA,
)
case(
    "plain-beside-html.eml",  # not two versions of one text: both are shown
    many(text("至急お電話ください"), page("<p>署名</p>")),
    subject="file",
    body="至急お電話ください\n\n署名",
    sender=TANAKA,
)
case("empty-body.eml", mail(FROM_AMAZON, "Subject: hi", body=""), subject="hi", sender=AMAZON)

# --- checks of the sender -------------------------------------------------------------------------------------------
GMAIL_RESULTS = (
    "Authentication-Results: mx.google.com;\r\n       dkim=fail header.i=@amazon.co.jp;\r\n"
    "       spf=fail (google.com: domain of info@amazon.co.jp does not designate 203.0.113.7; (nested))"
    " smtp.mailfrom=info@amazon.co.jp;\r\n       dmarc=fail (p=QUARANTINE sp=NONE) header.from=amazon.co.jp"
)
case(
    "gmail-all-failed.eml",
    mail(GMAIL, GMAIL_RESULTS, RECEIVED, FROM_AMAZON, "Subject: hi"),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dkim", "dmarc"],
)
case(
    "gmail-passed.eml",
    mail(
        GMAIL,
        "Authentication-Results: mx.google.com; dkim=fail header.i=@a.example; dkim=pass header.i=@amazon.co.jp;"
        " spf=softfail smtp.mailfrom=a.example; dmarc=pass",
        RECEIVED,
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
)
case(
    "forged-results-below.eml",  # the sender wrote "pass" himself; only what stands on top counts
    mail(
        GMAIL,
        "Authentication-Results: mx.google.com; spf=fail smtp.mailfrom=a.example; dmarc=fail",
        RECEIVED,
        "Received: from localhost by out.kakunin.example with ESMTP",
        "Authentication-Results: mx.google.com; spf=pass; dkim=pass; dmarc=pass",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dmarc"],
)
case(
    "failed-elsewhere.eml",  # a server on the way complains; the receiving one says nothing
    mail(
        "Received: from lists.example by mx.kaisha.example with ESMTP",
        "Received: from out.kakunin.example by lists.example with ESMTP",
        "Authentication-Results: lists.example; dkim=fail; spf=fail; dmarc=fail",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
)
case(
    "yahoo-japan.eml",
    mail(
        "X-Apparently-To: me@yahoo.co.jp; Tue, 24 Nov 2026 18:00:00 +0900",
        "Authentication-Results: mta7117.mail.djm.ynwp.yahoo.co.jp from=amazon.co.jp; domainkeys=neutral (no sig);"
        " dkim=neutral (no sig); header.i=@amazon.co.jp; spf=fail smtp.mailfrom=amazon.co.jp; dmarc=fail(p=none)",
        "Received: from 203.0.113.7 (EHLO out.kakunin.example) by mta7117.mail.djm.ynwp.yahoo.co.jp with SMTP",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dmarc"],
)
case(
    "outlook-com.eml",  # no server's name before the results
    mail(
        "Received: from TYZPR01.apcprd01.prod.exchangelabs.com by SG2PR01.apcprd01.prod.outlook.com with HTTPS",
        "Received: from HK2.apcprd02.prod.outlook.com by TY2.apcprd01.prod.outlook.com with Microsoft SMTP Server",
        "Authentication-Results: spf=fail (sender IP is 203.0.113.7) smtp.mailfrom=amazon.co.jp; dkim=none (message not"
        " signed) header.d=none;dmarc=fail action=quarantine header.from=amazon.co.jp;compauth=fail reason=000",
        "Received-SPF: Fail (protection.outlook.com: domain of amazon.co.jp does not designate 203.0.113.7)",
        "Received: from out.kakunin.example (203.0.113.7) by TY1.mail.protection.outlook.com with Microsoft SMTP",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dmarc"],
)
case(
    "icloud.eml",  # one header for each check
    mail(
        "Received: from p00-icloudmta.p00 by p00-mailgateway.p00.me.com with ESMTP",
        "Authentication-Results: bimi.icloud.com; bimi=none",
        "Authentication-Results: dmarc.icloud.com; dmarc=fail header.from=amazon.co.jp",
        "Authentication-Results: dkim-verifier.icloud.com; dkim=none",
        "Authentication-Results: spf.icloud.com; spf=fail (spf.icloud.com: domain does not designate) smtp.mailfrom=a",
        "Received: from out.kakunin.example by p00-icloudmta.p00.icloud.com with ESMTP",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dmarc"],
)
case(
    "docomo.eml",
    mail(
        "Received: from out.kakunin.example by mx01.mail.docomo.ne.jp with ESMTP",
        "Authentication-Results: mail.docomo.ne.jp; spf=fail smtp.mailfrom=amazon.co.jp; dkim=none; dmarc=fail",
        FROM_AMAZON,
        "Subject: hi",
    ),
    subject="hi",
    body="本文です。",
    sender=AMAZON,
    failed=["spf", "dmarc"],
)

# --- files ----------------------------------------------------------------------------------------------------------
case(
    "double-ending.eml",
    many(text("ご確認ください"), attached("請求書.pdf.exe", b"MZ\x90\0")),
    subject="file",
    body="ご確認ください",
    sender=TANAKA,
    enclosures=[["請求書.pdf.exe", "program", "double_ending"]],
)
case(
    "reversed-name.eml",
    many(text("写真です"), attached("写真\u202egpj.scr", b"MZ\x90\0")),
    subject="file",
    body="写真です",
    sender=TANAKA,
    enclosures=[["写真gpj.scr", "program", "reversed"]],
)
case(
    "wide-gap.eml",
    many(text("明細です"), attached("明細.pdf" + " " * 40 + ".js", b"var a")),
    subject="file",
    body="明細です",
    sender=TANAKA,
    enclosures=[["明細.pdf .js", "script", "spaces"]],
)
case(
    "split-file-name.eml",  # RFC 2231, in pieces
    many(
        text("見積です"),
        part(
            "application/octet-stream",
            b"PK\x05\x06" + bytes(18),
            "Content-Disposition: attachment;\r\n filename*0*=utf-8''%E8%A6%8B%E7%A9%8D;\r\n filename*1*=%E6%9B%B8.zip",
        ),
    ),
    subject="file",
    body="見積です",
    sender=TANAKA,
    enclosures=[["見積書.zip", "archive", None]],
)
case(
    "encoded-file-name.eml",  # not allowed, and what most mailers in Japan send
    many(
        text("見積です"),
        part(
            f'application/pdf; name="{word("見積書.pdf", "iso-2022-jp")}"',
            b"%PDF-1.7",
            "Content-Disposition: attachment",
        ),
    ),
    subject="file",
    body="見積です",
    sender=TANAKA,
    enclosures=[["見積書.pdf", "document", None]],
)
case(
    "zip-with-script.eml",
    many(text("資料です"), attached("資料.zip", zipped("資料/読んでください.txt", "資料/請求書.pdf.js"))),
    subject="file",
    body="資料です",
    sender=TANAKA,
    enclosures=[["資料.zip", "archive", None], ["資料.zip/資料/請求書.pdf.js", "script", "double_ending"]],
)
case(
    "locked-zip.eml",
    many(text("パスワードは別メールで送ります"), attached("資料.zip", zipped("資料.docx", locked=True))),
    subject="file",
    body="パスワードは別メールで送ります",
    sender=TANAKA,
    enclosures=[["資料.zip", "locked_archive", None]],
)
case(
    "password-told.eml",
    many(text("解凍パスワード：8821"), attached("invoice.rar", b"Rar!\x1a\x07\x01\0xxxx")),
    subject="file",
    body="解凍パスワード：8821",
    sender=TANAKA,
    enclosures=[["invoice.rar", "locked_archive", None]],
)
case(
    "page-and-calendar.eml",
    many(
        text("ご確認を"),
        part(
            'text/html; name="ログイン.html"',
            b"<form action='https://evil.example'>",
            "Content-Disposition: attachment",
        ),
        attached("予定.ics", b"BEGIN:VCALENDAR", "text/calendar"),
        attached("IMG_1.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        attached("winmail.dat", b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    ),
    subject="file",
    body="ご確認を",
    sender=TANAKA,
    enclosures=[
        ["ログイン.html", "page", None],
        ["予定.ics", "calendar", None],
        ["IMG_1.jpg", "picture", None],
    ],
)
case(
    "office-with-macros.eml",
    many(
        text("表です"),
        attached("表.xlsx", zipped("[Content_Types].xml", "xl/vbaProject.bin")),
        attached("表2.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml")),
        attached("古い.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "_VBA_PROJECT".encode("utf-16-le")),
    ),
    subject="file",
    body="表です",
    sender=TANAKA,
    enclosures=[["表.xlsx", "macros", None], ["表2.xlsx", "document", None], ["古い.xls", "macros", None]],
)

# --- mails inside mails ---------------------------------------------------------------------------------------------
SCAM = mail(
    GMAIL,
    "Authentication-Results: mx.google.com; dmarc=fail; spf=fail",
    RECEIVED,
    FROM_AMAZON,
    "Subject: 重要",
    body="https://kakunin.example/ へ",
)
case(
    "forwarded-as-attachment.eml",
    many(text("これ本物？"), b"Content-Type: message/rfc822\r\n\r\n" + SCAM),
    subject="重要",
    body="https://kakunin.example/ へ",
    sender=AMAZON,
    comment="これ本物？",
    failed=["spf", "dmarc"],
)
case(
    "saved-mail-attached.eml",  # a downloaded mail hung on by hand
    many(text("本物でしょうか"), attached("重要.eml", SCAM)),
    subject="重要",
    body="https://kakunin.example/ へ",
    sender=AMAZON,
    comment="本物でしょうか",
    failed=["spf", "dmarc"],
)
case(
    "mail-in-base64.eml",  # not allowed, and sent all the same
    many(text("本物でしょうか"), part("message/rfc822", SCAM, "Content-Disposition: attachment; filename=a.eml")),
    subject="重要",
    body="https://kakunin.example/ へ",
    sender=AMAZON,
    comment="本物でしょうか",
    failed=["spf", "dmarc"],
)
case(
    "harmless-mail-inside.eml",  # hung on to be looked at instead
    many(
        page('<p>口座を止めました <a href="https://kakunin.example/">確認</a></p>'),
        b"Content-Type: message/rfc822\r\n\r\n" + mail("From: a@b.example", "Subject: ok", body="よろしく"),
        headers=("From: x@evil.example", "Subject: 銀行"),
    ),
    subject="銀行",
    body="口座を止めました 確認",
    links=[["https://kakunin.example/", "確認"]],
    sender={"address": "x@evil.example"},
    quoted="ok\nよろしく",
)
OUTLOOK = outlook({SUBJECT: "お支払い", BODY: "至急お支払いください", NAME: "カード会社", SMTP: "x@evil.example"})
case(
    "outlook-inside.eml",
    many(text("これ本物ですか"), attached("お支払い.msg", OUTLOOK, "application/vnd.ms-outlook")),
    subject="お支払い",
    body="至急お支払いください",
    sender={"name": "カード会社", "address": "x@evil.example"},
    comment="これ本物ですか",
)
case(
    "damaged-borders.eml",
    mail(
        "From: Tanaka <tanaka@kaisha.example>",
        "Subject: cut",
        'Content-Type: multipart/mixed; boundary="b1"',
        body=b"--b1\r\n" + text("ここまで") + b"\r\n--b1\r\nContent-Type: application/zip; name=a.zip\r\n",
    ),
    subject="cut",
    body="ここまで",
    sender=TANAKA,
    enclosures=[["a.zip", "archive", None]],
)

# --- Outlook --------------------------------------------------------------------------------------------------------
case(
    "plain.msg", OUTLOOK,
    subject="お支払い", body="至急お支払いください", sender={"name": "カード会社", "address": "x@evil.example"},
)  # fmt: skip
case(
    "code-page.msg",
    outlook(
        {
            SUBJECT: "㈱お知らせ".encode("cp932"),
            BODY: "①ご確認".encode("cp932"),
            NAME: "田中".encode("cp932"),
            ADDRESS: b"t@kaisha.example",
        },
        page=932,
    ),
    subject="㈱お知らせ",
    body="①ご確認",
    sender={"name": "田中", "address": "t@kaisha.example"},
)
case(
    "headers-and-html.msg",
    outlook(
        {
            SUBJECT: "重要",
            BODY: "古い文",
            HTML: '<meta charset="utf-8"><a href="https://evil.example/">ログイン</a>'.encode(),
            HEADERS: f"{GMAIL}\r\n{GMAIL_RESULTS}\r\n{RECEIVED}\r\n{FROM_AMAZON}\r\nReply-To: x@evil.example\r\n\r\n",
            NAME: "Amazon",
            ADDRESS: "/O=EXCHANGE/CN=AMAZON",
        }
    ),
    subject="重要",
    body="ログイン",
    links=[["https://evil.example/", "ログイン"]],
    sender={**AMAZON, "reply_to": "x@evil.example"},
    failed=["spf", "dkim", "dmarc"],
)
case(
    "files.msg",
    outlook(
        {
            SUBJECT: "請求書",
            BODY: "添付をご覧ください",
            NAME: "経理",
            SMTP: "k@kaisha.example",
            REPLY: "x@evil.example",
        },
        [("請求書.iso", bytes(5000)), ("請求書.pdf.lnk", b"L\0\0\0\x01\x14\x02\0")],
    ),
    subject="請求書",
    body="添付をご覧ください",
    sender={"name": "経理", "address": "k@kaisha.example", "reply_to": "x@evil.example"},
    enclosures=[["請求書.iso", "disk_image", None], ["請求書.pdf.lnk", "shortcut", "double_ending"]],
)
case(
    "mail-inside.msg",
    outlook(
        {SUBJECT: "FW: 当選", BODY: "これは詐欺ですか", NAME: "私", SMTP: "me@kaisha.example"},
        [("当選", item({SUBJECT: "当選", BODY: "1億円", NAME: "財団", SMTP: "x@evil.example"}, head=24))],
    ),
    subject="当選",
    body="1億円",
    sender={"name": "財団", "address": "x@evil.example"},
    comment="これは詐欺ですか",
)


def main() -> None:
    """Writes every file, and what is expected of it."""
    for name, data, _ in CASES:
        (HERE / name).write_bytes(data)
    lines = [json.dumps({"file": name, **expected}, ensure_ascii=False) for name, _, expected in CASES]
    (HERE / "expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
