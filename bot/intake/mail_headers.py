"""Headers of a mail as text: encoded words, raw bytes, addresses, and the source of a mail told from other text."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from email.message import Message as MailPart
from itertools import islice
from urllib.parse import unquote_to_bytes

from bot.analysis.message import Sender
from bot.intake.decode import decode

HEADERS = 500  # headers of one part that are looked at
HEADER_CHARACTERS = 8_000  # of one header; the rest of a longer one is left out

_ENCODED = r"=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?="
_ENCODED_RUN = re.compile(rf"{_ENCODED}(?:\s*{_ENCODED})*")
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_ANGLES = re.compile(r"<([^<>]*)>")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_ADDRESS = re.compile(r"[^\s<>()\"',;:、。「」『』（）]+@[^\s<>()\"',;:、。「」『』（）]+")
_HEADER = re.compile(
    r"(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-type|dkim-signature"
    r"|authentication-results|x-[\w-]{1,40}|arc-[\w-]{1,40}|reply-to|received-spf)[ \t]*:",
    re.IGNORECASE,
)
_SOURCE_ONLY = re.compile(r"^(?:received|mime-version|content-type|return-path|message-id)[ \t]*:", re.I | re.M)
_PARAMETER = re.compile(r";\s*([\w-]+)(\*\d{0,3}\*?)?\s*=\s*(\"(?:\\.|[^\"\\])*\"|[^;]*)")


def looks_like_mail(start: str) -> bool:
    """Whether a text starts like the source of a mail (not like headers copied from a mail program's window)."""
    head = start.lstrip("\ufeff\r\n ")[:4000]
    first = re.sub(r"^From [^\r\n]*\r?\n", "", head)  # the mbox line
    return bool(_HEADER.match(first)) and len(_SOURCE_ONLY.findall(first)) >= 2


def headers(part: MailPart) -> Iterator[tuple[str, str]]:
    """The headers in order, its name in lower case, its bytes as surrogate escapes; the usual access loses them."""
    for name, value in islice(part.raw_items(), HEADERS):
        yield name.lower(), str(value)[:HEADER_CHARACTERS]


def header(part: MailPart, name: str) -> str:
    """The first header `name` (lower case) as `headers` gives it; empty where there is none."""
    return next((value for key, value in headers(part) if key == name), "")


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


def subject(part: MailPart) -> str | None:
    """The subject in one line, or None where there is none."""
    return unfold(decode_header(header(part, "subject"))) or None


def sender(part: MailPart) -> Sender:
    """Who the mail says it is from. Where From names no address, Sender or else Return-Path does.

    Reply-To is kept only where it is another address than the sender's, and not the mailing list's own.
    """
    name, address = mailbox(header(part, "from"))
    for other in ("sender", "return-path"):
        if address is None:
            address = mailbox(header(part, other))[1]
    reply_to = mailbox(header(part, "reply-to"))[1]
    if reply_to and (reply_to.lower() == (address or "").lower() or reply_to.lower() in _of_the_list(part)):
        reply_to = None
    return Sender(name=name, address=address, reply_to=reply_to)


def mailbox(value: str) -> tuple[str | None, str | None]:
    """Name and address of an address header, split before decoding, so that a name cannot pose as an address.

    Of several addresses the first is told, as mail programs do.
    """
    value = unfold(value)
    unquoted = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), value)
    found = list(_ANGLES.finditer(unquoted))
    angles = next((one for one in found if "@" in one[1]), found[-1] if found else None)
    if angles:
        name = decode_header(value[: angles.start()].strip()).strip()
        return _unquote(name) or None, _raw(value[angles.start(1) : angles.end(1)].strip()) or None
    decoded = decode_header(value)
    match = _ADDRESS.search(decoded)
    if match:
        name = (decoded[: match.start()] + decoded[match.end() :]).strip(' "()<>')
        return name or None, match[0]
    return _unquote(decoded.strip()) or None, None


def parameter(value: str, name: str) -> str | None:
    """The parameter `name` of a header such as Content-Type, in one piece, however it was split and encoded."""
    pieces: list[tuple[int, bool, str]] = []
    plain: str | None = None
    for key, mark, written in _PARAMETER.findall(value):
        if key.lower() != name:
            continue
        text = written.strip()
        if text.startswith('"'):
            text = _unquote(text)
        if mark:
            number = re.sub(r"\D", "", mark)
            pieces.append((int(number or 0), mark.endswith("*"), text))
        elif plain is None:
            plain = text
    if pieces:
        return _joined(sorted(pieces))
    return None if plain is None else unfold(decode_header(plain))


def from_base64(raw: bytes) -> bytes:
    """As much of `raw` as decodes: mails are cut, padded wrongly and broken by footers."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return base64.b64decode(clean[: len(clean) - (len(clean) % 4 == 1)] + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return b""


def unfold(text: str) -> str:
    """`text` in one line."""
    return " ".join(line.strip() for line in re.split(r"[\r\n]+", text)).strip()


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """The pieces of a parameter (number, percent-encoded, text); the first names the encoding."""
    charset = None
    data = b""
    for place, (_, encoded, text) in enumerate(pieces):
        if encoded and place == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        raw = text.encode("utf-8", "surrogateescape")
        data += unquote_to_bytes(raw) if encoded else raw
    return unfold(decode(data, charset or None))


def _of_the_list(part: MailPart) -> frozenset[str]:
    """Where a mailing list takes what is written to all; answers to its mails go there."""
    address = re.search(r"<mailto:([^>?\s]+)", header(part, "list-post"), re.IGNORECASE)
    return frozenset({address[1].lower()}) if address else frozenset()


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
        data += from_base64(raw) if coding in "bB" else quopri.decodestring(raw.replace(b"_", b" "), header=True)
    text.append(decode(data, current))
    return "".join(text)


def _raw(text: str) -> str:
    return text if text.isascii() and "\x1b" not in text else decode(text.encode("utf-8", "surrogateescape"))


def _unquote(text: str) -> str:
    if '"' not in text:
        return text
    return re.sub(r"\\(.)", r"\1", text.strip().removeprefix('"').removesuffix('"')).strip()
