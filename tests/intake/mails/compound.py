"""A small writer of compound files ([MS-CFB], version 3), to make mails as Outlook saves them."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

Tree = dict[str, "bytes | Tree"]

SECTOR = 512
SMALL = 64
CUTOFF = 4096  # streams below this size lie in the small sectors
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
NONE = 0xFFFFFFFF


@dataclass
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    data: bytes = b""
    left: int = NONE
    right: int = NONE
    child: int = NONE
    start: int = END
    kids: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    """The bytes of a compound file that holds `tree` (names to streams or to further trees)."""
    entries = [_Entry("Root Entry", 5)]
    _gather(tree, 0, entries)
    small = bytearray()
    small_chain: list[int] = []
    sectors: list[bytes] = []
    chain: list[int] = []
    for entry in entries[1:]:
        if entry.kind != 2 or not entry.data:
            continue
        if len(entry.data) < CUTOFF:
            entry.start = len(small) // SMALL
            count = -(-len(entry.data) // SMALL)
            small += entry.data.ljust(count * SMALL, b"\0")
            small_chain += [*range(entry.start + 1, entry.start + count), END]
        else:
            entry.start = _store(entry.data, sectors, chain)
    entries[0].data = bytes(small)
    entries[0].start = _store(bytes(small), sectors, chain) if small else END
    small_table = b"".join(struct.pack("<I", one) for one in small_chain)
    small_start = _store(small_table, sectors, chain, pad=b"\xff") if small_table else END
    directory = b"".join(_directory_entry(one) for one in entries)
    directory_start = _store(directory, sectors, chain)
    fats = 1
    while len(sectors) + fats > fats * 128:
        fats += 1
    first = len(sectors)
    table = [*chain, *([FAT] * fats)]
    table += [FREE] * (fats * 128 - len(table))
    packed = struct.pack(f"<{len(table)}I", *table)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    small_sectors = -(-len(small_table) // SECTOR)
    head += struct.pack("<IIIIIIIII", 0, fats, directory_start, 0, CUTOFF, small_start, small_sectors, END, 0)
    head += struct.pack("<109I", *[first + one for one in range(fats)], *([FREE] * (109 - fats)))
    return head + b"".join(sectors) + packed


def _gather(tree: Tree, parent: int, entries: list[_Entry]) -> None:
    numbers = []
    for name, value in tree.items():
        number = len(entries)
        numbers.append(number)
        entries.append(_Entry(name, 2, value) if isinstance(value, bytes) else _Entry(name, 1))
        if not isinstance(value, bytes):
            _gather(value, number, entries)
    numbers.sort(key=lambda one: (len(entries[one].name), entries[one].name.upper()))
    entries[parent].child = _balanced(numbers, entries)


def _balanced(numbers: list[int], entries: list[_Entry]) -> int:
    if not numbers:
        return NONE
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _balanced(numbers[:middle], entries)
    entry.right = _balanced(numbers[middle + 1 :], entries)
    return numbers[middle]


def _store(data: bytes, sectors: list[bytes], chain: list[int], pad: bytes = b"\0") -> int:
    start = len(sectors)
    for position in range(0, len(data), SECTOR):
        sectors.append(data[position : position + SECTOR].ljust(SECTOR, pad))
        chain.append(len(sectors))
    chain[-1] = END
    return start


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name), entry.kind, 1, entry.left, entry.right, entry.child)
        + bytes(36)
        + struct.pack("<IQ", entry.start if entry.data else (0 if entry.kind == 1 else END), len(entry.data))
    )
