"""Mails as Outlook saves them ([MS-OXMSG]): texts, code pages, files and mails inside."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from compound import Tree, compound

SUBJECT, BODY, HTML, HEADERS, NAME, ADDRESS, SMTP = 0x0037, 0x1000, 0x1013, 0x007D, 0x0C1A, 0x0C1F, 0x5D01
REPLY, FILE_NAME, FILE_DATA, CODE_PAGE = 0x0050, 0x3707, 0x3701, 0x3FFD


def outlook(texts: Mapping[int, str | bytes], files: Sequence[tuple[str, bytes | Tree]] = (), page: int = 0) -> bytes:
    """A whole .msg file."""
    return compound(item(texts, files, page))


def item(
    texts: Mapping[int, str | bytes],
    files: Sequence[tuple[str, bytes | Tree]] = (),
    page: int = 0,
    head: int = 32,
) -> Tree:
    """A mail as a tree. Bytes of BODY, SUBJECT and NAME are texts in code page `page`; `head` is 24 inside another."""
    tree: Tree = {}
    rows = b""
    for number, value in texts.items():
        kind = 0x001F if isinstance(value, str) else 0x001E if page and number != HTML else 0x0102
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
        rows += struct.pack("<IIII", number << 16 | kind, 6, len(data), 0)
    if page:
        rows += struct.pack("<IIII", CODE_PAGE << 16 | 0x0003, 6, page, 0)
    tree["__properties_version1.0"] = struct.pack("<8x4I", 0, len(files), 0, len(files)).ljust(head, b"\0") + rows
    for place, (name, data) in enumerate(files):
        inside: Tree = {"__substg1.0_3707001F": name.encode("utf-16-le"), "__properties_version1.0": bytes(8)}
        inside["__substg1.0_37010102" if isinstance(data, bytes) else "__substg1.0_3701000D"] = data
        tree[f"__attach_version1.0_#{place:08X}"] = inside
    return tree
