"""The parts of a mail: the bodies that a mail program shows, the files that hang on it, the mails inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.message import Message as MailPart

from bot.analysis.message import Link, Message
from bot.intake.decode import decode
from bot.intake.html import Seen, read_html
from bot.intake.limits import PARTS
from bot.intake.mail_headers import decode_header, from_base64, header, parameter

# Formats in which mail programs pack what the mail shows anyway: a person does not see them.
_UNSEEN_TYPES = frozenset({"application/ms-tnef", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_UNSEEN_NAMES = frozenset({"winmail.dat", "smime.p7s"})
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|転送)\s*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that hangs on a mail, decoded but not looked into."""

    name: str  # "noname" where it has none, as mail programs call it
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Body:
    """One text of a mail. Texts with the same `choice` are versions of one, of which a mail program shows the best."""

    text: str
    html: bool
    choice: int | None = None


@dataclass(slots=True)
class Parts:
    """What a mail is made of, in its order."""

    bodies: list[Body] = field(default_factory=list)
    files: list[AttachedFile] = field(default_factory=list)
    mails: list[MailPart] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a mail program shows of the bodies."""

    text: str
    links: tuple[Link, ...]
    hidden: str = ""  # words that a reader does not see


def parts_of(mail: MailPart) -> Parts:
    """The parts below `mail`, at most `PARTS` of them, gathered without recursion."""
    found = Parts()
    todo: list[tuple[MailPart, int | None]] = [(mail, None)]
    left = PARTS
    while todo and left:
        left -= 1
        part, choice = todo.pop()
        kind = part.get_content_type()
        payload = part.get_payload() if part.is_multipart() else None
        if kind == "message/rfc822" and isinstance(payload, list):
            _mail_inside(part, payload[0] if payload else None, found)
        elif isinstance(payload, list):
            inside = left if kind == "multipart/alternative" else choice
            todo.extend((child, inside) for child in reversed(payload) if isinstance(child, MailPart))
        else:
            _leaf(part, kind, choice, found)
    return found


def _mail_inside(part: MailPart, child: object, found: Parts) -> None:
    """A mail that hangs on a mail. Some mailers send it as base64, which is not allowed and which no library reads."""
    if not isinstance(child, MailPart):
        return
    text = _written(child)
    if header(part, "content-transfer-encoding").strip().lower() == "base64" and text:
        data = from_base64(text.encode("utf-8", "surrogateescape"))
        found.files.append(AttachedFile(_file_name(part) or "noname", part.get_content_type(), data))
    else:
        found.mails.append(child)


def _leaf(part: MailPart, kind: str, choice: int | None, found: Parts) -> None:
    name = _file_name(part)
    attached = header(part, "content-disposition").lower().lstrip().startswith("attachment")
    if kind in {"text/plain", "text/html"} and not attached and not (name and found.bodies):
        data = _bytes(part)
        charset = parameter(header(part, "content-type"), "charset")
        if kind == "text/html":
            found.bodies.append(Body(decode(data, charset or declared_charset(data)), html=True, choice=choice))
        else:
            text = decode(data, charset).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
            found.bodies.append(Body(text, html=False, choice=choice))
    elif kind not in _UNSEEN_TYPES and (name or "").lower() not in _UNSEEN_NAMES and (name or attached):
        found.files.append(AttachedFile(name or "noname", kind, _bytes(part)))


def shown(bodies: Sequence[Body]) -> Shown:
    """What a mail program shows: of each choice the HTML where there is one with words in it, else the plain text."""
    pages = [read_html(body.text) if body.html else Seen(body.text, ()) for body in bodies]
    better = {body.choice for body, page in zip(bodies, pages, strict=True) if body.html and page.text}
    texts = [
        page.text
        for body, page in zip(bodies, pages, strict=True)
        if page.text and (body.html or body.choice is None or body.choice not in better)
    ]
    return Shown(
        text="\n\n".join(texts),
        links=tuple(link for page in pages for link in page.links),
        hidden="\n".join(page.hidden for page in pages if page.hidden),
    )


def with_inner(outer: Message, inner: Message) -> Message:
    """`outer` carries `inner` as its attachment. What was forwarded is judged, the outer words are its comment.

    A mail that has links of its own and does not say that it forwards is judged itself: a harmless mail hung on it
    must not take its place.
    """
    if outer.links and not _FORWARDED.match(outer.subject or ""):
        quoted = "\n".join(part for part in (outer.quoted, inner.subject, inner.body) if part)
        return replace(outer, quoted=quoted, enclosures=(*outer.enclosures, *inner.enclosures))
    return replace(inner, comment="\n".join(part for part in (outer.body, outer.comment, inner.comment) if part))


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head, if it does."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", data[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else None


def _file_name(part: MailPart) -> str | None:
    name = parameter(header(part, "content-disposition"), "filename")
    name = name or parameter(header(part, "content-type"), "name")
    if name is None and header(part, "content-disposition").lower().lstrip().startswith("attachment"):
        name = decode_header(header(part, "content-description")) or None
    return name


def _bytes(part: MailPart) -> bytes:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    coded = _written(part)
    broken = coded.isascii() and b"".join(data.split()) == b"".join(coded.encode().split())
    if broken and header(part, "content-transfer-encoding").strip().lower() == "base64":
        return from_base64(data)  # the library gives up on damage and hands the letters back
    return data


def _written(part: MailPart) -> str:
    """The text of a part before it is decoded; empty where it has none or the library stumbles over its encoding."""
    try:
        payload = part.get_payload()
    except (ValueError, LookupError):
        return ""
    return payload if isinstance(payload, str) else ""
