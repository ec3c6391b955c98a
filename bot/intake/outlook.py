"""A mail saved by Outlook (.msg) as a message. Its files are told by name and kind, never opened or run."""

from __future__ import annotations

import email
import io
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace

from olefile import OleFileIO
from oxmsg.storage import Storage

from bot.analysis.message import Message, Sender
from bot.intake.authentication import failed_checks
from bot.intake.decode import decode
from bot.intake.enclosures import enclosures
from bot.intake.limits import FORWARDS
from bot.intake.mail_headers import headers, sender, unfold
from bot.intake.mail_parts import Body, declared_charset, shown, with_inner
from bot.intake.unreadable import Reason, Unreadable

STREAMS = 4_000  # a real mail has some hundred
BYTES = 40_000_000  # of all streams together: they may share the same bytes of the file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_#"
_EMBEDDED = "__substg1.0_3701000D"
# Property ids, [MS-OXPROPS].
_SUBJECT, _BODY, _HTML, _HEADERS = 0x0037, 0x1000, 0x1013, 0x007D
_NAMES = (0x0042, 0x0C1A)  # who the mail is from, else who sent it for them
_ADDRESSES = (0x5D02, 0x5D01, 0x0065, 0x0C1F)
_REPLY_NAMES = 0x0050
_FILE_NAMES = (0x3707, 0x3704, 0x3001)
_FILE_DATA = 0x3701
_CODE_PAGES = (0x3FDE, 0x3FFD)
# Code pages that Python does not know as "cp" and their number.
_CHARSETS = {20127: "us-ascii", 50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 51932: "euc-jp",
             20932: "euc-jp", 65001: "utf-8", 28591: "iso-8859-1", 936: "gb18030", 54936: "gb18030"}  # fmt: skip


def is_outlook(data: bytes) -> bool:
    """Whether `data` is a mail saved by Outlook, and not an old Office document, which begins in the same way."""
    return data.startswith(_OLE) and _PROPERTIES.encode("utf-16-le") in data


def read_outlook(data: bytes) -> Message:
    """The mail in `data`. A mail inside it was forwarded, as in `read_mail`.

    Raises Unreadable for a file that is damaged or built to break readers.
    """
    try:
        return _message(_storage(data), FORWARDS)
    except Unreadable:
        raise
    # Damage shows as whatever error the libraries happen to run into; for a person all of it means the same.
    except Exception as error:
        raise Unreadable(Reason.BROKEN, "msg") from error


def _storage(data: bytes) -> Storage:
    if not is_outlook(data):
        raise Unreadable(Reason.UNKNOWN_KIND, "msg")
    with OleFileIO(io.BytesIO(data)) as ole:
        sizes = [entry.size for entry in ole.direntries if entry is not None and entry.entry_type == 2]
        if len(sizes) > STREAMS or sum(min(size, len(data)) for size in sizes) > BYTES:
            raise Unreadable(Reason.TOO_HEAVY, "msg")
        return Storage.from_ole(ole)


def _message(storage: Storage, depth: int) -> Message:
    item = _Item(storage)
    plain, html = item.text(_BODY), item.html()
    bodies = [Body(html, html=True, choice=1)] if html else []
    if plain:
        text = plain.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        bodies.append(Body(text, html=False, choice=1))
    seen = shown(bodies)
    transport = email.message_from_bytes((item.text(_HEADERS) or "").encode("utf-8", "surrogateescape"))
    attached = [_Item(part, item) for part in storage.storages if part.name.startswith(_ATTACHED)]
    inner = next((found for one in attached if (found := one.embedded) is not None), None)
    outer = Message(
        body=seen.text,
        subject=unfold(re.sub(r"^\x01.", "", item.text(_SUBJECT) or "")) or None,  # a mark of where "Re:" ends
        sender=_sender(item, sender(transport)),
        links=seen.links,
        channel="email",
        hidden=seen.hidden,
        enclosures=enclosures(list(_files(attached)), seen.text),
        failed=failed_checks(list(headers(transport))),
    )
    return outer if inner is None or not depth else with_inner(outer, _message(inner, depth - 1))


def _sender(item: _Item, told: Sender) -> Sender:
    """Who it is from by the headers of the mail as it came; by Outlook's own fields where it kept none."""
    name = told.name or item.first(_NAMES)
    address = told.address or next((found for found in item.all(_ADDRESSES) if "@" in found), None)
    reply_to = told.reply_to or next((part for part in (item.text(_REPLY_NAMES) or "").split(";") if "@" in part), None)
    if name == address:
        name = None
    reply_to = reply_to.strip(" '\"<>") if reply_to else None
    return replace(told, name=name, address=address, reply_to=reply_to if reply_to != address else None)


def _files(attached: Sequence[_Item]) -> Iterator[tuple[str, bytes]]:
    for one in attached:
        if one.embedded is None:
            yield one.first(_FILE_NAMES) or "noname", one.raw(_FILE_DATA, 0x0102) or b""


class _Item:
    """A mail or an attachment in the file, its properties read one by one: a broken one spoils no other."""

    def __init__(self, storage: Storage, owner: _Item | None = None) -> None:
        self._streams = {stream.path.rpartition("/")[2].upper(): stream.bytes_ for stream in storage.streams}
        self.embedded = next((one for one in storage.storages if one.path.rpartition("/")[2] == _EMBEDDED), None)
        self._charset: str | None = self._code_page() or (owner._charset if owner else None)

    def raw(self, property_id: int, kind: int) -> bytes | None:
        return self._streams.get(f"__SUBSTG1.0_{property_id:04X}{kind:04X}")

    def text(self, property_id: int) -> str | None:
        """A text property: in UTF-16, or in the code page of the mail."""
        wide = self.raw(property_id, 0x001F)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.raw(property_id, 0x001E)
        return None if narrow is None else decode(narrow, self._charset).rstrip("\0")

    def html(self) -> str | None:
        data = self.raw(_HTML, 0x0102)
        return self.text(_HTML) if data is None else decode(data, declared_charset(data) or self._charset)

    def all(self, property_ids: Sequence[int]) -> Iterator[str]:
        for one in property_ids:
            text = (self.text(one) or "").strip()
            if text:
                yield text

    def first(self, property_ids: Sequence[int]) -> str | None:
        return next(self.all(property_ids), None)

    def _code_page(self) -> str | None:
        table = self._streams.get(_PROPERTIES.upper(), b"")
        # The table's head is 8, 24 or 32 bytes long, its rows are 16: every second row begins at a multiple of 8.
        numbers = {
            tag >> 16: value
            for start in range(8 if len(table) % 16 == 8 else 0, len(table) - 15, 16)
            for tag, value in [struct.unpack_from("<I4xI", table, start)]
            if tag & 0xFFFF == 0x0003
        }
        page = next((numbers[one] for one in _CODE_PAGES if one in numbers), None)
        return None if page is None else _CHARSETS.get(page, f"cp{page}")
