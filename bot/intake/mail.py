"""A saved mail (.eml) as a message: its words, who it says it is from, what hangs on it, which checks it failed."""

from __future__ import annotations

import email
import email.parser
import re
from email.message import Message as MailPart
from itertools import islice

from bot.analysis.message import Message
from bot.intake.authentication import failed_checks
from bot.intake.enclosures import enclosures
from bot.intake.limits import FORWARDS
from bot.intake.mail_headers import decode_header, headers, looks_like_mail, sender, subject
from bot.intake.mail_parts import AttachedFile, declared_charset, parts_of, shown, with_inner
from bot.intake.outlook import is_outlook, read_outlook
from bot.intake.unreadable import Unreadable

__all__ = ["declared_charset", "decode_header", "looks_like_mail", "read_mail"]

# The library's reader recurses into every part and asks each line for every border: no real mail has so many.
BORDERS = 200
BORDER_LINES = 5_000  # where a mail has more of them, it is read up to there
HEADER_BYTES = 1_000_000

_BLANK = re.compile(rb"\r?\n\r?\n")


def read_mail(data: bytes) -> Message:
    """The mail in `data`. A mail that carries another as its attachment was forwarded: the inner one is judged,
    the outer words are the forwarder's comment. Damaged parts are read as far as they go. Never raises."""
    return _message(_parsed(data), FORWARDS)


def _parsed(data: bytes) -> MailPart:
    lines = next(islice(re.finditer(rb"\n--", data), BORDER_LINES, None), None)
    data = data[: lines.start()] if lines else data
    head = _BLANK.search(data)
    if head is None or head.start() > HEADER_BYTES:  # no mail has such headers; only a trap for readers
        return email.parser.BytesHeaderParser().parsebytes(data[:HEADER_BYTES])
    small = data.lower()
    if small.count(b"boundary") + small.count(b"message/rfc822") <= BORDERS:
        try:
            return email.message_from_bytes(data)
        except (RecursionError, ValueError, LookupError, AttributeError):
            pass  # built to break readers: its headers and its text in one piece are all that is worth reading
    return email.parser.BytesHeaderParser().parsebytes(data[:HEADER_BYTES])


def _message(mail: MailPart, depth: int) -> Message:
    parts = parts_of(mail)
    seen = shown(parts.bodies)
    files = [file for file in parts.files if not _is_mail(file)]
    outer = Message(
        body=seen.text,
        subject=subject(mail),
        sender=sender(mail),
        links=seen.links,
        channel="email",
        hidden=seen.hidden,
        enclosures=enclosures([(file.name, file.data) for file in files], seen.text),
        failed=failed_checks(list(headers(mail))),
    )
    inner = _inner(parts.mails, [file for file in parts.files if _is_mail(file)], depth)
    return outer if inner is None else with_inner(outer, inner)


def _is_mail(file: AttachedFile) -> bool:
    saved = file.name.lower().endswith(".eml") or file.media_type == "message/rfc822"
    return saved or is_outlook(file.data)


def _inner(mails: list[MailPart], saved: list[AttachedFile], depth: int) -> Message | None:
    """The first mail that hangs on a mail, in any of the forms that mail programs save them in."""
    if not depth:
        return None
    if mails:
        return _message(mails[0], depth - 1)
    for file in saved:
        if not is_outlook(file.data):
            return _message(_parsed(file.data), depth - 1)
        try:
            return read_outlook(file.data)
        except Unreadable:
            continue
    return None
