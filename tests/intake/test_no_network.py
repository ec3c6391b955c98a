"""Nothing is fetched, looked up, written or run while what people send is read."""

import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot.intake.read import read_attachment
from bot.intake.unreadable import Unreadable
from tests.fuzz.watching import samples

HERE = Path(__file__).parent
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".heic", ".bmp", ".tif", ".tiff"})
REACHING_OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "urllib.", "shutil.")

_watched: list[str] = []
_watching = False


def _watch(event: str, arguments: tuple) -> None:
    if _watching and event.startswith(REACHING_OUT):
        _watched.append(event)
        raise PermissionError(event)


sys.addaudithook(_watch)  # stays for good, hence the switch


@contextmanager
def watched():
    global _watching
    _watched.clear()
    _watching = True
    try:
        yield _watched
    finally:
        _watching = False


def _some_of_each() -> list[Path]:
    """Every sample, but of the pictures one for each folder and format: they take most of a second each."""
    chosen = {}
    for path in samples(HERE):
        ending = path.suffix.lower()
        chosen.setdefault((path.parent, ending) if ending in PICTURES else path, path)
    return list(chosen.values())


@pytest.mark.parametrize("path", _some_of_each(), ids=lambda path: str(path.relative_to(HERE)))
def test_reading_a_sample_reaches_out_for_nothing(path):
    data = path.read_bytes()
    with watched() as events, suppress(Unreadable):
        read_attachment(path.name, None, data)
    assert events == []


TRACKING = b"""<html><head><link rel=stylesheet href="http://evil.example/a.css"><base href="http://evil.example/">
<meta http-equiv=refresh content="0;url=http://evil.example/b"><script src="http://evil.example/c.js"></script></head>
<body background="//evil.example/d.png"><img src="http://evil.example/e.gif"><iframe src="http://evil.example/f">
</iframe><object data="http://evil.example/g"></object><a href="http://evil.example/h" ping="http://evil.example/i">
x</a><video src="http://evil.example/j"></video></body></html>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", TRACKING),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/a.png"/></svg>'),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "http://evil.example/b">]><a>&b;</a>'),
        ("a.url", b"[InternetShortcut]\r\nURL=http://evil.example/a\r\nIconFile=\\\\evil.example\\a.ico\r\n"),
        (
            "a.eml",
            b"From: a@evil.example\r\nReceived: from evil.example\r\nDKIM-Signature: v=1; d=evil.example; s=a; b=b\r\n"
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
            + TRACKING
            + b"\r\n"
            b'--b\r\nContent-Type: message/external-body; access-type=URL; URL="http://evil.example/a"\r\n\r\n'
            b"Content-Type: text/plain\r\n\r\n--b--\r\n",
        ),
    ],
)
def test_what_asks_to_be_fetched_is_not(name, data):
    with watched() as events, suppress(Unreadable):
        read_attachment(name, None, data)
    assert events == []


def test_the_watch_sees_what_reaches_out():
    import socket

    with watched() as events, pytest.raises(PermissionError):
        socket.getaddrinfo("localhost", 80)
    assert events == ["socket.getaddrinfo"]
