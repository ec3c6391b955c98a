"""Bytes to text as Japanese senders really write them, whatever their label says."""

from __future__ import annotations

import codecs
import re

# What senders call an encoding, and the superset that Windows and phones really write.
_SUPERSETS = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms932": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "cp950",
    "iso-8859-1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf8": "utf-8",
}
_ISO_2022_JP = re.compile(rb"(\x1b\([BJI]|\x1b\$[@B]|\x1b\$\([@BD])")
_DOUBLE = {b"\x1b$@", b"\x1b$B", b"\x1b$(@", b"\x1b$(B"}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MINIMUM_ROW, _MAXIMUM_ROW = 0x21, 0x7E


def decode(data: bytes, charset: str | None = None) -> str:
    """`data` as text: by its label where that fits, else by what the bytes look like. Never raises."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    name = (charset or "").strip().strip("\"'").lower()
    if name.startswith("iso-2022-jp") or (not name and b"\x1b$" in data):
        return _iso_2022_jp(data)
    if name in {"euc-jp", "x-euc-jp", "eucjp"}:
        return _euc_jp(data)
    if name:
        try:
            return data.decode(_SUPERSETS.get(name, name))
        except (LookupError, ValueError):
            pass
    return _guess(data)


def _guess(data: bytes) -> str:
    if b"\x1b$" in data:
        return _iso_2022_jp(data)
    # Bytes that are valid UTF-8 are hardly ever anything else; EUC-JP and Shift_JIS are told apart by validity.
    for name in ("utf-8", "euc_jp", "cp932"):
        try:
            return data.decode(name)
        except ValueError:
            continue
    readings = [data.decode(name, "replace") for name in ("utf-8", "cp932")]
    return min(readings, key=lambda text: text.count("\ufffd"))


def _iso_2022_jp(data: bytes) -> str:
    """ISO-2022-JP with what its label leaves out: ①㈱ (NEC row 13), IBM extensions, half-width kana."""
    text: list[str] = []
    mode = b"\x1b(B"
    for piece in _ISO_2022_JP.split(data):
        if _ISO_2022_JP.fullmatch(piece):
            mode = piece
        elif mode in _DOUBLE:
            text.append(_rows(piece))
        elif mode == b"\x1b(I":
            text.append(bytes(byte | 0x80 for byte in piece).decode("cp932", "replace"))
        elif mode == b"\x1b$(D":
            text.append((mode + piece + b"\x1b(B").decode("iso2022_jp_ext", "replace"))
        else:
            text.append(piece.decode("utf-8", "replace"))
    return "".join(text)


def _euc_jp(data: bytes) -> str:
    try:
        return data.decode("euc_jp")
    except ValueError:
        pass
    text: list[str] = []
    for run in re.split(rb"((?:[\xa1-\xfe][\xa1-\xfe])+)", data):
        if run and run[0] >= 0xA1 and len(run) % 2 == 0:
            text.append(_rows(bytes(byte & 0x7F for byte in run)))
        else:
            text.append(run.decode("euc_jp", "replace"))
    return "".join(text)


def _rows(data: bytes) -> str:
    """Two-byte JIS codes as text, by way of Shift_JIS, whose Windows codec knows the vendors' rows."""
    moved = bytearray()
    position = 0
    while position < len(data):
        row = data[position]
        cell = data[position + 1] if position + 1 < len(data) else 0
        if _MINIMUM_ROW <= row <= _MAXIMUM_ROW and _MINIMUM_ROW <= cell <= _MAXIMUM_ROW:
            lead = (row - 0x21) // 2 + (0x81 if row < 0x5F else 0xC1)
            trail = cell + 0x7E if row % 2 == 0 else cell + (0x1F if cell < 0x60 else 0x20)
            moved += bytes((lead, trail))
            position += 2
        else:  # line breaks and damage pass through
            moved.append(row if row < 0x80 else 0x3F)
            position += 1
    return moved.decode("cp932", "replace")


def without_surrogates(text: str) -> str:
    """`text` with lone surrogates replaced one for one, so that it can be stored and sent; spans stay valid."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
