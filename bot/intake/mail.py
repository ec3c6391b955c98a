"""A saved mail (.eml) as a message: Japanese headers and bodies as senders really write them."""

from __future__ import annotations

import base64
import binascii
import email
import quopri
import re
from dataclasses import dataclass
from email.message import Message as MailPart

from bot.analysis.message import Link, Message, Sender
from bot.intake.decode import decode
from bot.intake.html import read_html

PARTS = 200
FORWARDS = 3  # how deep mails attached to mails are followed

_ENCODED = r"=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?="
_ENCODED_RUN = re.compile(rf"{_ENCODED}(?:\s*{_ENCODED})*")
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_ANGLES = re.compile(r"<\s*([^<>]*)\s*>\s*$")
_ADDRESS = re.compile(r"[^\s<>()\"',;:、。「」『』（）]+@[^\s<>()\"',;:、。「」『』（）]+")
_HEADER = re.compile(
    r"(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-type|dkim-signature"
    r"|authentication-results|x-[\w-]{1,40}|arc-[\w-]{1,40}|reply-to|received-spf)[ \t]*:",
    re.IGNORECASE,
)
_SOURCE_ONLY = re.compile(r"^(?:received|mime-version|content-type|return-path|message-id)[ \t]*:", re.I | re.M)


def looks_like_mail(start: str) -> bool:
    """Whether a text starts like the source of a mail (not like headers copied from a mail program's window)."""
    head = start.lstrip("\ufeff\r\n ")[:4000]
    first = re.sub(r"^From [^\r\n]*\r?\n", "", head)  # the mbox line
    return bool(_HEADER.match(first)) and len(_SOURCE_ONLY.findall(first)) >= 2


def read_mail(data: bytes) -> Message:
    """The mail in `data`. A mail that carries another as its attachment was forwarded: the inner one is judged,
    the outer words are the forwarder's comment. Damaged parts are read as far as they go."""
    outer = email.message_from_bytes(data)
    return _message(outer, FORWARDS)


def _message(mail: MailPart, depth: int) -> Message:
    found = _Bodies()
    _collect(mail, found, [PARTS])
    text, links = found.shown()
    if found.forwarded is not None and depth:
        inner = _message(found.forwarded, depth - 1)
        comment = "\n".join(part for part in (text, inner.comment) if part)
        return Message(inner.body, inner.subject, inner.sender, inner.links, inner.channel, comment, inner.quoted)
    name, address = _sender(_header(mail, "from"))
    reply_to = _sender(_header(mail, "reply-to"))[1]
    return Message(
        body=text,
        subject=_unfold(decode_header(_header(mail, "subject"))) or None,
        sender=Sender(name=name, address=address, reply_to=reply_to if reply_to != address else None),
        links=links,
        channel="email",
    )


@dataclass(slots=True)
class _Bodies:
    plain: list[str]
    html: list[str]
    forwarded: MailPart | None

    def __init__(self) -> None:
        self.plain, self.html, self.forwarded = [], [], None

    def shown(self) -> tuple[str, tuple[Link, ...]]:
        """What a mail program shows: the HTML where there is one with words in it, else the plain text."""
        pages = [read_html(markup) for markup in self.html]
        links = tuple(link for page in pages for link in page.links)
        text = "\n\n".join(page.text for page in pages if page.text)
        return text or "\n\n".join(part for part in self.plain if part), links


def _collect(part: MailPart, found: _Bodies, left: list[int]) -> None:
    """Gathers the bodies below `part`, at most `left[0]` parts of them, without recursion."""
    todo = [part]
    while todo and left[0]:
        left[0] -= 1
        part = todo.pop()
        kind = part.get_content_type()
        payload = part.get_payload()
        if kind == "message/rfc822" and isinstance(payload, list) and payload:
            if found.forwarded is None and isinstance(payload[0], MailPart):
                found.forwarded = payload[0]
        elif isinstance(payload, list):
            todo.extend(child for child in reversed(payload) if isinstance(child, MailPart))
        elif kind in {"text/plain", "text/html"} and not _is_attachment(part):
            data = _bytes(part)
            if kind == "text/html":
                found.html.append(decode(data, _charset(part) or declared_charset(data)))
            else:
                text = decode(data, _charset(part))
                found.plain.append(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))


def _is_attachment(part: MailPart) -> bool:
    return _header(part, "content-disposition").lower().lstrip().startswith("attachment")


def _charset(part: MailPart) -> str | None:
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", _header(part, "content-type"), re.IGNORECASE)
    return match[1] if match else None


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head, if it does."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", data[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else None


def _bytes(part: MailPart) -> bytes:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    coded = part.get_payload()
    broken = isinstance(coded, str) and coded.isascii() and b"".join(data.split()) == b"".join(coded.encode().split())
    if broken and _header(part, "content-transfer-encoding").strip().lower() == "base64":
        return _base64(data)  # the library gives up on damage and hands the letters back
    return data


def _base64(raw: bytes) -> bytes:
    """As much of `raw` as decodes: mails are cut, padded wrongly and broken by footers."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return base64.b64decode(clean[: len(clean) - (len(clean) % 4 == 1)] + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return b""


def _header(part: MailPart, name: str) -> str:
    """The first header `name` with its bytes as surrogate escapes; the usual access would lose them."""
    for key, value in part.raw_items():
        if key.lower() == name:
            return str(value)
    return ""


def decode_header(value: str) -> str:
    """A header's text. Encoded words side by side are joined as bytes, since mailers cut inside a character."""
    text: list[str] = []
    position = 0
    for run in _ENCODED_RUN.finditer(value):
        text.append(_raw(value[position : run.start()]))
        text.append(_run(run.group()))
        position = run.end()
    text.append(_raw(value[position:]))
    return "".join(text)


def _run(words: str) -> str:
    text: list[str] = []
    data = b""
    current = ""
    for charset, coding, payload in _ENCODED_WORD.findall(words):
        charset = charset.split("*")[0].lower()
        if current and charset != current:
            text.append(decode(data, current))
            data = b""
        current = charset
        raw = payload.encode("utf-8", "surrogateescape")
        data += _base64(raw) if coding in "bB" else quopri.decodestring(raw.replace(b"_", b" "), header=True)
    text.append(decode(data, current))
    return "".join(text)


def _raw(text: str) -> str:
    return text if text.isascii() and "\x1b" not in text else decode(text.encode("utf-8", "surrogateescape"))


def _unfold(text: str) -> str:
    return re.sub(r"\s*[\r\n]+\s*", " ", text).strip()


def _sender(value: str) -> tuple[str | None, str | None]:
    """Name and address of an address header, split before decoding, so that a name cannot pose as an address."""
    value = _unfold(value)
    angles = _ANGLES.search(value)
    if angles:
        name = decode_header(value[: angles.start()].strip()).strip().strip('"').strip()
        return name or None, _raw(angles[1].strip()) or None
    decoded = decode_header(value)
    match = _ADDRESS.search(decoded)
    if match:
        name = (decoded[: match.start()] + decoded[match.end() :]).strip(' "()<>')
        return name or None, match[0]
    return decoded.strip() or None, None
