"""Files by what they are: mail, page, text, or something we cannot read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from bot.analysis.message import Enclosure, Message
from bot.intake.decode import decode
from bot.intake.enclosures import enclosures
from bot.intake.html import read_html
from bot.intake.limits import FILE_BYTES, TEXT_CHARACTERS
from bot.intake.mail import declared_charset, looks_like_mail, read_mail
from bot.intake.outlook import is_outlook, read_outlook
from bot.intake.unreadable import Reason, Unreadable

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif"})
_OTHERS = {b"OggS": "voice", b"ID3": "voice", b"\x1aE\xdf\xa3": "video"}
_TEXT = frozenset({"other", "document", "picture", "contact", "calendar", "page"})  # read, or refused by their bytes
_MAIL_TYPES = frozenset({"message/rfc822"})
_PAGE_ENDINGS = frozenset({"html", "htm", "xhtml"})
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_CONTROLS = frozenset(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B}


def read_file(name: str, media_type: str | None, data: bytes) -> Message | str:
    """A mail, page, document or picture as a message, a text file as its text. The bytes count more than the name.

    Programs, archives and the like are not read but named: a message with enclosures alone. Raises Unreadable for an
    empty file, one above `FILE_BYTES`, or one that cannot be read.
    """
    ending = PurePath(name).suffix.lstrip(".").lower()
    media_type = (media_type or "").split(";")[0].strip().lower()
    if len(data) > FILE_BYTES:
        raise Unreadable(Reason.TOO_LARGE, ending or None)
    if not data.strip():
        raise Unreadable(Reason.EMPTY, ending or None)
    if _is_picture(data):
        from bot.intake.picture_message import read_picture  # loads the engines, which only a worker should

        return read_picture(data)
    if b"%PDF-" in data[:1024]:
        return _read_document(data)
    if is_outlook(data):
        return read_outlook(data)
    start = data[:4096].decode("latin-1")
    if ending == "eml" or media_type in _MAIL_TYPES or looks_like_mail(start):
        return read_mail(data)
    if ending in _PAGE_ENDINGS or media_type in _PAGE_TYPES or _is_page(start):
        return _read_page(name, data)
    kept = tuple(one for one in enclosures([(name, data)]) if one.kind not in _TEXT)
    if kept:
        return Message(enclosures=kept)
    _refuse(ending, data)
    return decode(data)[:TEXT_CHARACTERS]


def _read_document(data: bytes) -> Message:
    """A PDF; of one that is only scanned, what its first page shows."""
    from bot.intake.pdf import first_page, read_pdf

    message = read_pdf(data)
    if message.body.strip():
        return message
    from bot.intake.picture_message import message_of

    try:
        seen = message_of(first_page(data))
    except Unreadable:
        if not (message.links or message.enclosures):
            raise
        return message
    return replace(seen, links=(*message.links, *seen.links), enclosures=message.enclosures)


def _read_page(name: str, data: bytes) -> Message:
    page = read_html(decode(data, declared_charset(data)))
    hiding = (Enclosure(name, "program"),) if page.smuggles else ()
    return Message(body=page.text, subject=page.title, links=page.links, hidden=page.hidden, enclosures=hiding)


def _is_picture(data: bytes) -> bool:
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return True
    return data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS


def _refuse(ending: str, data: bytes) -> None:
    """Raise Unreadable for what is neither text nor anything that was read above."""
    if data[4:8] == b"ftyp":
        raise Unreadable(Reason.UNKNOWN_KIND, "video")
    for start, kind in _OTHERS.items():
        if data.startswith(start):
            raise Unreadable(Reason.UNKNOWN_KIND, kind)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    sample = data[:4096]
    if not wide and sum(byte in _CONTROLS for byte in sample) * 50 > len(sample):
        raise Unreadable(Reason.UNKNOWN_KIND, ending or None)


def _is_page(start: str) -> bool:
    head = start.lstrip("\ufeffï»¿\r\n\t ").lower()
    return head.startswith(("<!doctype html", "<html"))
