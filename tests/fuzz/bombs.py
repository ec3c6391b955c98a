"""Files made to take all time or memory of whoever reads them. Each is small to make and below the size limit."""

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.intake.make_pdf import page, pdf, stream

Bomb = tuple[str, Callable[[], bytes]]  # file name, and how to make it

_MAIL = b"From: a@evil.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(10):
            archive.writestr(f"{number}.txt", bytes(10_000_000))
    return packed.getvalue()


def _attached(name: str, data: bytes) -> bytes:
    head = b'Content-Type: application/octet-stream; name="%s"\r\nContent-Disposition: attachment\r\n' % name.encode()
    return _MAIL + head + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, data: bytes = b"") -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _nested_multiparts() -> bytes:
    opened = (b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(5_000))
    return _MAIL + b"".join(opened) + b"\r\nx"


def _nested_mails() -> bytes:
    return (_MAIL + b"Content-Type: message/rfc822\r\n\r\n") * 5_000 + b"x"


def _page_in_mail(markup: bytes) -> bytes:
    return _MAIL + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + markup


BOMBS: tuple[Bomb, ...] = (
    ("a.zip", _zip),
    ("zip.eml", lambda: _attached("a.zip", _zip())),
    ("gzip.eml", lambda: _attached("a.gz", gzip.compress(bytes(100_000_000), 1))),
    ("wide.png", lambda: _png(60_000, 60_000)),
    ("long.png", lambda: _png(1, 2_000_000_000, zlib.compress(bytes(10_000_000)))),
    ("cut.png", lambda: _png(4_000, 4_000, zlib.compress(bytes(1000)))),
    ("wide.gif", lambda: b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x80\0\0" + b"\0" * 6 + b",\0\0\0\0"),
    ("wide.bmp", lambda: b"BM" + struct.pack("<IHHIIiiHHI", 54, 0, 0, 54, 40, 60_000, 60_000, 1, 24, 0) + bytes(24)),
    ("packed.pdf", lambda: pdf(page(), stream(b" " * 201_000_000, layers=1))),
    ("twice.pdf", lambda: pdf(page(), stream(b" " * 201_000_000, layers=2))),
    ("nested.pdf", lambda: pdf(b"[" * 500_000, b"<<" * 500_000)),
    ("loop.pdf", lambda: pdf(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 99999999/Parent 3 0 R>>", b"4 0 R")),
    ("streams.pdf", lambda: b"%PDF-1.7\n" + b"stream\n\x78\x9c" * 900_000),
    ("forms.pdf", lambda: pdf(page(), stream(b"q " * 4_000_000))),
    ("multiparts.eml", _nested_multiparts),
    ("mails.eml", _nested_mails),
    ("parts.eml", lambda: _MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 600_000),
    ("headers.eml", lambda: b"From: a@evil.example\r\n" + b"X-A: b\r\n" * 1_200_000 + b"\r\nx"),
    ("header.eml", lambda: b"Subject: " + b"=?utf-8?b?44GC?= " * 500_000 + b"\r\n\r\nx"),
    ("folded.eml", lambda: b"From: " + b"\r\n " * 3_000_000 + b"<a@evil.example>\r\n\r\nx"),
    ("addresses.eml", lambda: b"From: " + b"a@" * 4_000_000 + b"\r\n\r\nx"),
    ("quoted.eml", lambda: _MAIL + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=\r\n" * 3_000_000),
    ("huge.eml", lambda: b"From: a@evil.example\r\n" + b"X-A: b\r\n" * 12_000_000 + b"\r\nx"),
    ("tags.html", lambda: b"<div>" * 500_000 + b"x"),
    ("tags.eml", lambda: _page_in_mail(b"<table><tr><td>" * 500_000)),
    ("attributes.html", lambda: b"<html><p " + b"".join(b"a%d=b " % n for n in range(500_000)) + b">x"),
    ("entities.html", lambda: b"<html>" + b"&CounterClockwiseContourIntegral;" * 280_000),
    (
        "styles.html",
        lambda: b"<html><style>" + b".a,.b{display:none}" * 400_000 + b"</style>" + b"<p class=a>x" * 100_000,
    ),
    ("comments.html", lambda: b"<html>" + b"<!-" * 3_000_000),
    ("page.html", lambda: b"<a href='data:text/html," + b"<a href=data:text/html," * 400_000),
    ("quotes.txt", lambda: b">" * 9_000_000),
    ("lines.txt", lambda: b"From: a\n" * 1_000_000),
    ("blank.txt", lambda: (" \u3000\t" * 1_500_000 + "x").encode()),
    ("numbers.txt", lambda: b"090-" * 2_400_000),
    ("links.txt", lambda: b"http://" * 1_400_000),
    ("dots.txt", lambda: b"a." * 4_500_000),
    ("at.txt", lambda: b"a@b.example " * 800_000),
    ("brackets.txt", lambda: ("「" * 3_000_000).encode()),
    ("words.txt", lambda: b"=?utf-8?q?" * 900_000),
    ("escapes.txt", lambda: b"\x1b$B" * 3_000_000),
    ("dashes.txt", lambda: b"-" * 9_000_000),
    ("marks.txt", lambda: ("x" + "\u0301" * 4_000_000).encode()),
    (
        "cycle.msg",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + b"\x09\0" + b"\0" * 480 + bytes(4) * 9_000,
    ),
)

# Those that end at once: the suite reads them each time, the fuzzer reads all.
QUICK = tuple(
    (name, make)
    for name, make in BOMBS
    if name
    in {
        *("a.zip", "zip.eml", "gzip.eml", "wide.png", "long.png", "wide.gif", "wide.bmp", "twice.pdf", "nested.pdf"),
        *("loop.pdf", "streams.pdf", "multiparts.eml", "mails.eml", "huge.eml", "tags.html", "tags.eml", "page.html"),
        *("comments.html", "entities.html", "brackets.txt", "words.txt", "marks.txt", "cycle.msg"),
    }
)
