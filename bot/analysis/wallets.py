"""Cryptocurrency addresses, found only where their checksum is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import base58

from bot.analysis.normalize import Normalized, normalize

MOST_WALLETS = 50  # per message; more are no message to a person, and each costs a checksum


@dataclass(frozen=True, slots=True)
class FoundWallet:
    """A wallet address at `start` to `end` (excluded) of the original text. `coin` is a lower-case name."""

    address: str
    coin: str
    start: int
    end: int


_BASE58 = "1-9A-HJ-NP-Za-km-z"
_CANDIDATE = re.compile(
    rf"(?<![0-9A-Za-z])(?:0x[0-9A-Fa-f]{{40}}|(?:bc|ltc)1[02-9ac-hj-np-z]{{8,87}}|(?:BC|LTC)1[02-9AC-HJ-NP-Z]{{8,87}}"
    rf"|[{_BASE58}]{{25,36}})(?![0-9A-Za-z])"
)
# The first byte of a Base58Check address says whose it is.
_VERSIONS = {
    0x00: "bitcoin",
    0x05: "bitcoin",
    0x1E: "dogecoin",
    0x16: "dogecoin",
    0x30: "litecoin",
    0x32: "litecoin",
    0x41: "tron",
    0x4C: "dash",
}
_RIPPLE_ALPHABET = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"


def find_wallets(text: str | Normalized) -> tuple[FoundWallet, ...]:
    """The wallet addresses in `text`, in order; at most `MOST_WALLETS` candidates are looked at."""
    normalized = normalize(text)
    return tuple(_wallets(normalized))


def _wallets(normalized: Normalized) -> Iterator[FoundWallet]:
    for count, match in enumerate(_CANDIDATE.finditer(normalized.text)):
        if count == MOST_WALLETS:
            return
        coin = coin_of(match.group())
        if coin:
            yield FoundWallet(match.group(), coin, *normalized.original(*match.span()))


def coin_of(address: str) -> str | None:
    """The coin that `address` belongs to, or None where its form or checksum is wrong."""
    if address.startswith("0x"):
        return "ethereum" if _is_ethereum(address[2:]) else None
    if address[:4].lower() in ("bc1q", "bc1p") or address[:4].lower() == "ltc1":
        prefix, _, _ = address.lower().partition("1")
        return {"bc": "bitcoin", "ltc": "litecoin"}[prefix] if _is_segwit(address) else None
    if address.startswith("r"):
        return "ripple" if _base58_version(address, _RIPPLE_ALPHABET) == 0 else None
    version = _base58_version(address, base58.BITCOIN_ALPHABET)
    return None if version is None else _VERSIONS.get(version)


def _base58_version(address: str, alphabet: bytes) -> int | None:
    """The version byte of a Base58Check address of 20 bytes, or None."""
    try:
        payload = base58.b58decode_check(address, alphabet=alphabet)
    except ValueError:
        return None
    return payload[0] if len(payload) == 21 else None


_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def _is_segwit(address: str) -> bool:
    """Whether a SegWit address is right: Bech32 for version 0 (BIP 173), Bech32m above (BIP 350)."""
    prefix, _, data = address.lower().rpartition("1")
    if len(address) > 90 or not set(data) <= set(_BECH32):
        return False
    values = [_BECH32.index(character) for character in data]
    expanded = [ord(character) >> 5 for character in prefix] + [0] + [ord(character) & 31 for character in prefix]
    checksum = 1
    for value in expanded + values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, part in enumerate(_GENERATOR):
            if top >> bit & 1:
                checksum ^= part
    version, program = values[0], values[1:-6]
    size = len(program) * 5 // 8
    if version == 0:
        return checksum == 1 and size in (20, 32)
    return checksum == 0x2BC830A3 and version <= 16 and 2 <= size <= 40


def _is_ethereum(digits: str) -> bool:
    """Whether 40 hexadecimal digits are an address: in one case they carry no checksum, in mixed case EIP-55."""
    if digits in (digits.lower(), digits.upper()):
        return True
    hashed = keccak_256(digits.lower().encode("ascii")).hex()
    return all(
        not letter.isalpha() or letter.isupper() == (int(nibble, 16) >= 8)
        for letter, nibble in zip(digits, hashed, strict=False)
    )


_MASK = (1 << 64) - 1
_RATE = 136  # bytes of Keccak-256


def keccak_256(data: bytes) -> bytes:
    """The Keccak-256 hash as Ethereum uses it: SHA3-256 with the padding of before the standard."""
    padded = bytearray(data) + b"\x01" + bytes(-(len(data) + 1) % _RATE)
    padded[-1] |= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for block in range(0, len(padded), _RATE):
        for lane in range(_RATE // 8):
            word = int.from_bytes(padded[block + 8 * lane : block + 8 * lane + 8], "little")
            lanes[lane % 5][lane // 5] ^= word
        _permute(lanes)
    return b"".join(lanes[lane][0].to_bytes(8, "little") for lane in range(4))


def _permute(lanes: list[list[int]]) -> None:
    """Keccak-f[1600], in place. `lanes[x][y]` are 64-bit words."""
    feedback = 1
    for _ in range(24):
        columns = [a[0] ^ a[1] ^ a[2] ^ a[3] ^ a[4] for a in lanes]
        for x in range(5):
            parity = columns[x - 1] ^ _rotate(columns[(x + 1) % 5], 1)
            lanes[x] = [word ^ parity for word in lanes[x]]
        x, y, current = 1, 0, lanes[1][0]
        for turn in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], _rotate(current, (turn + 1) * (turn + 2) // 2)
        for y in range(5):
            row = [lanes[x][y] for x in range(5)]
            for x in range(5):
                lanes[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & _MASK)
        for bit in range(7):
            feedback = (feedback << 1 ^ (feedback >> 7) * 0x71) % 256
            if feedback & 2:
                lanes[0][0] ^= 1 << ((1 << bit) - 1)


def _rotate(word: int, by: int) -> int:
    by %= 64
    return (word << by | word >> (64 - by)) & _MASK
