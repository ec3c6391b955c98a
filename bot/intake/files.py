"""Files by what they are: mail, page, text, or something we cannot read."""

from __future__ import annotations

from pathlib import PurePath

from bot.analysis.message import Message
from bot.intake.decode import decode
from bot.intake.html import read_html
from bot.intake.mail import declared_charset, looks_like_mail, read_mail
from bot.intake.unreadable import Reason, Unreadable

FILE_BYTES = 10_000_000

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM")
_OTHERS = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "msg",
    b"\x7fELF": "program",
    b"MZ": "program",
    b"Rar!": "zip",
    b"\x1f\x8b": "zip",
    b"7z\xbc\xaf": "zip",
    b"OggS": "voice",
    b"ID3": "voice",
    b"\x1aE\xdf\xa3": "video",
}
_PICTURE_ENDINGS = frozenset({"png", "jpg", "jpeg", "webp", "gif", "heic", "heif", "bmp", "tif", "tiff"})
_MAIL_TYPES = frozenset({"message/rfc822"})
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_CONTROLS = frozenset(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B}


def read_file(name: str, media_type: str | None, data: bytes) -> Message | str:
    """A mail or a page as a message, a text file as its text. What the bytes say counts more than the name.

    Raises Unreadable for an empty file, one above `FILE_BYTES`, a picture, or a kind that cannot be read.
    """
    ending = PurePath(name).suffix.lstrip(".").lower()
    media_type = (media_type or "").split(";")[0].strip().lower()
    if len(data) > FILE_BYTES:
        raise Unreadable(Reason.TOO_LARGE, ending or None)
    if not data.strip():
        raise Unreadable(Reason.EMPTY, ending or None)
    _refuse(ending, data)
    start = data[:4096].decode("latin-1")
    if ending == "eml" or media_type in _MAIL_TYPES or looks_like_mail(start):
        return read_mail(data)
    if ending in {"html", "htm", "xhtml"} or media_type in _PAGE_TYPES or _is_page(start):
        page = read_html(decode(data, declared_charset(data)))
        return Message(body=page.text, subject=page.title, links=page.links)
    return decode(data)


def _refuse(ending: str, data: bytes) -> None:
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:8] == b"ftyp":
        kind = "video" if data[8:12] in {b"isom", b"mp41", b"mp42", b"qt  "} else "image"
        raise Unreadable(Reason.IMAGE if kind == "image" else Reason.UNKNOWN_KIND, kind)
    for start, kind in _OTHERS.items():
        if data.startswith(start):
            raise Unreadable(Reason.UNKNOWN_KIND, kind)
    if ending in _PICTURE_ENDINGS:
        raise Unreadable(Reason.IMAGE, ending)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    sample = data[:4096]
    if not wide and sum(byte in _CONTROLS for byte in sample) * 50 > len(sample):
        raise Unreadable(Reason.UNKNOWN_KIND, ending or None)


def _is_page(start: str) -> bool:
    head = start.lstrip("\ufeffï»¿\r\n\t ").lower()
    return head.startswith(("<!doctype html", "<html"))
