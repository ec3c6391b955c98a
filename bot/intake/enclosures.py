"""Files that hang on a mail, by the harm they can do: told by name and bytes, never opened, unpacked or run."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.message import Enclosure
from bot.intake.decode import decode, without_surrogates

FILES = 50  # files of one mail that are told
ENTRIES = 200  # entries of an archive's directory that are read
INSIDE = 10  # of these, how many dangerous ones are told
LONGEST = 1_000  # characters of a name that are looked at; no file system takes more
NAME = 200  # characters of a name that are kept: the beginning and the end

_ENDINGS = {
    "program": "exe scr msi msix msixbundle appx apk xapk com pif dll cpl app dmg pkg deb rpm jar jnlp appimage ipa",
    "script": "js jse mjs vbs vbe vb wsf wsh wsc sct hta ps1 psm1 bat cmd sh bash command py pyw reg one msc",
    "page": "html htm shtml xhtml xht svg svgz mht mhtml",
    "macros": "docm dotm xlsm xltm xlsb xlam xll pptm potm ppam ppsm sldm",
    "shortcut": "lnk url scf library-ms searchconnector-ms search-ms website webloc desktop settingcontent-ms",
    "disk_image": "iso img vhd vhdx udf",
    "archive": "zip zipx rar 7z tar gz tgz bz2 xz zst cab lzh lha ace arj",
    "document": "pdf doc docx dot dotx xls xlsx xlt xltx ppt pptx pps ppsx rtf odt ods odp txt csv tsv md log xml json"
    " epub pages numbers key hwp xps jtd",
    "picture": "png jpg jpeg jpe gif webp heic heif bmp tif tiff avif",
    "calendar": "ics ical ifb",
    "contact": "vcf vcard",
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_HARMFUL = frozenset({"program", "script", "page", "macros", "shortcut", "disk_image"})
_LOOKS_HARMLESS = frozenset({"document", "picture", "calendar", "contact"})
_MEDIA = frozenset({"mp3", "mp4", "m4a", "mov", "wav", "avi"})
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WIDE_GAP = re.compile(r"(?:\s|[\u2800\u3164\u00a0\u200b]){3,}\.?[\w-]{1,12}$")

_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_SHORTCUT = b"L\0\0\0\x01\x14\x02\0"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_SEVEN_ZIP_AES = b"\x06\xf1\x07\x01"
# A password that is told, not one that comes in another mail: the word, then the characters themselves.
_PASSWORD = re.compile(
    r"(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|解凍(?:用)?(?:パス|キー|PW)|password|passcode|\bpass\b|\bPW\b)"
    r"(?:\s|は|が|を|:|：|=|＝|→|】|］|\]|「|『|\"|is){1,8}(?!https?:)([!-~]{3,40})",
    re.IGNORECASE,
)


def enclosures(files: Sequence[tuple[str, bytes]], words: str = "") -> tuple[Enclosure, ...]:
    """The files (name, bytes) by kind, each followed by what is dangerous inside it by its directory.

    `words` are those of the mail: an archive whose password they tell is hidden from the receiving server's eyes.
    """
    told = _PASSWORD.search(words[:20_000]) is not None
    return tuple(one for name, data in files[:FILES] for one in _enclosure(name, data, told=told))


def _enclosure(name: str, data: bytes, *, told: bool) -> Iterator[Enclosure]:
    name = name if len(name) <= LONGEST else name[:NAME] + name[-NAME:]
    inside = _zip_directory(data)
    kind = _kind(name, data, inside)
    if kind == "archive" and (told or inside.locked or _locked(data)):
        kind = "locked_archive"
    yield Enclosure(_shown(name), kind, _disguise(name, kind))
    if kind in {"archive", "locked_archive"}:
        risky = [(entry, _by_name(entry)) for entry in inside.names]
        for entry, entry_kind in [one for one in risky if one[1] in _HARMFUL][:INSIDE]:
            yield Enclosure(_shown(f"{_shown(name)}/{entry}"), entry_kind, _disguise(entry, entry_kind))


def _kind(name: str, data: bytes, inside: _Directory) -> str:
    """A dangerous ending decides; else the bytes do where they say more than the name."""
    named = _by_name(name)
    if named in _HARMFUL:
        return named
    entries = {entry.lower() for entry in inside.names}
    if data.startswith(_PROGRAMS) or "androidmanifest.xml" in entries:
        return "program"
    if data.startswith(_SHORTCUT):
        return "shortcut"
    if any(entry.endswith("vbaproject.bin") for entry in entries):
        return "macros"
    if data.startswith(_OLE) and _OLE_MACROS in data:
        return "macros"
    if data[0x8001:0x8006] == b"CD001":
        return "disk_image"
    if named == "other":
        return _by_bytes(data, entries)
    return named


def _by_name(name: str) -> str:
    return _KINDS.get(_ending(name), "other")


def _by_bytes(data: bytes, entries: set[str]) -> str:
    if "[content_types].xml" in entries or data.startswith((b"%PDF", _OLE, b"{\\rtf")):
        return "document"
    if data.startswith(_ARCHIVES) or data[257:262] == b"ustar":
        return "archive"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    start = data[:512].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<svg")):
        return "page"
    if start.startswith(b"begin:vcalendar"):
        return "calendar"
    return "contact" if start.startswith(b"begin:vcard") else "other"


def _endings(name: str) -> list[str]:
    clean = _BIDI.sub("", name).rstrip(". \u3000\u00a0").lower()
    return [part.strip() for part in re.split(r"[.．]", clean.replace("\\", "/").rpartition("/")[2])[1:]]


def _ending(name: str) -> str:
    endings = _endings(name)
    return endings[-1] if endings else ""


def _disguise(name: str, kind: str) -> str | None:
    """How the name hides a dangerous kind, if it does."""
    if kind not in _HARMFUL:
        return None
    if _BIDI.search(name):
        return "reversed"
    if _WIDE_GAP.search(name):
        return "spaces"
    endings = _endings(name)
    before = endings[-2] if len(endings) > 1 else ""
    harmless = _KINDS.get(before) in _LOOKS_HARMLESS or before in _MEDIA
    return "double_ending" if harmless and _by_name(name) == kind else None


def _shown(name: str) -> str:
    """The name on one line and not too long, its controls kept out of everybody's text."""
    clean = without_surrogates(re.sub(r"[\s\u2800\u3164]+", " ", _BIDI.sub("", name)))
    clean = re.sub(r"[\x00-\x1f\x7f]", "", clean).strip()
    return clean if len(clean) <= NAME else f"{clean[: NAME // 2]}…{clean[-NAME // 2 :]}"


@dataclass(frozen=True, slots=True)
class _Directory:
    """The names in an archive's directory, and whether any of them is locked."""

    names: tuple[str, ...] = ()
    locked: bool = False


def _zip_directory(data: bytes) -> _Directory:
    """The directory at the end of a zip file, `ENTRIES` of it; where that is lost, its first entry alone."""
    if not data.startswith(b"PK"):
        return _Directory()
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    names: list[str] = []
    locked = False
    if end >= 0 and end + 22 <= len(data):
        size, position = struct.unpack_from("<II", data, end + 12)
        position = position if data[position : position + 4] == b"PK\x01\x02" else end - size
        while len(names) < ENTRIES and position >= 0 and data[position : position + 4] == b"PK\x01\x02":
            if position + 46 > len(data):
                break
            (flags,) = struct.unpack_from("<H", data, position + 8)
            length, extra, comment = struct.unpack_from("<HHH", data, position + 28)
            names.append(_entry(data[position + 46 : position + 46 + length], flags))
            locked = locked or bool(flags & 1)
            position += 46 + length + extra + comment
    if not names and data.startswith(b"PK\x03\x04") and len(data) >= 30:
        (flags,) = struct.unpack_from("<H", data, 6)
        (length,) = struct.unpack_from("<H", data, 26)
        names, locked = [_entry(data[30 : 30 + length], flags)], bool(flags & 1)
    return _Directory(tuple(names), locked)


def _entry(raw: bytes, flags: int) -> str:
    return decode(raw[:LONGEST], "utf-8" if flags & 0x800 else None)


def _locked(data: bytes) -> bool:
    """Whether a 7z or rar file says in its own headers that it is encrypted."""
    if data.startswith(b"7z\xbc\xaf\x27\x1c") and len(data) >= 32:
        offset, size = struct.unpack_from("<QQ", data, 12)
        return _SEVEN_ZIP_AES in data[32 + offset : 32 + offset + min(size, 1_000_000)]
    if data.startswith(b"Rar!\x1a\x07\x00") and len(data) >= 13:
        return _locked_rar(data)
    return data.startswith(b"Rar!\x1a\x07\x01\x00") and _locked_rar5(data)


def _locked_rar(data: bytes) -> bool:
    """RAR up to 4: the archive's header says that all names are encrypted, or a file's that it is."""
    position = 7
    for _ in range(ENTRIES):
        if position + 7 > len(data):
            return False
        kind, flags, size = struct.unpack_from("<BHH", data, position + 2)
        if (kind == 0x73 and flags & 0x80) or (kind == 0x74 and flags & 0x04):
            return True
        packed = struct.unpack_from("<I", data, position + 7)[0] if flags & 0x8000 and position + 11 <= len(data) else 0
        if size < 7:
            return False
        position += size + packed
    return False


def _locked_rar5(data: bytes) -> bool:
    """RAR 5: an encryption header stands first, or a file's extra area holds an encryption record."""
    position = 8
    for _ in range(ENTRIES):
        size, start = _number(data, position + 4)
        kind, at = _number(data, start)
        flags, at = _number(data, at)
        if kind == 4:
            return True
        extra = content = 0
        if flags & 1:
            extra, at = _number(data, at)
        if flags & 2:
            content, at = _number(data, at)
        if kind == 2 and extra and _record(data, start + size - extra, start + size) == 1:
            return True
        if not size or start + size + content >= len(data):
            return False
        position = start + size + content
    return False


def _record(data: bytes, position: int, end: int) -> int | None:
    """The type of the first record of an extra area of a RAR 5 header."""
    if not 0 < position < end:
        return None
    return _number(data, _number(data, position)[1])[0]


def _number(data: bytes, position: int) -> tuple[int, int]:
    """A number of seven bits a byte, the low ones first, and where it ends."""
    value = 0
    for place in range(10):
        if position + place >= len(data):
            return value, len(data)
        byte = data[position + place]
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value, position + place + 1
    return value, position + 10
