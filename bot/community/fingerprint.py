"""How alike two messages read, whatever link, number or name stands in them.

A fingerprint is the MinHash of the message's three-character pieces: 64 numbers of 32 bits, big-endian. The share of
equal numbers estimates the share of pieces that two messages have in common.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata

from bot.analysis.message import Message

NUMBERS = 64
BANDS = 16
_PIECE = 3  # characters
_CHARACTERS = 1_500  # what comes later says nothing new about which message it is
_FORMAT = f">{NUMBERS}I"

_LINK = re.compile(
    r"(?:h[tx]{2}ps?|ftp)[:;]//[!-~]{1,2000}|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:/[!-~]{0,2000})?"
)
_MAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,255}")
_DIGITS = re.compile(r"\d+")
_NOISE = re.compile(r"[\W_]+")


def fingerprint(message: Message) -> bytes:
    """Return the fingerprint (256 bytes) of the subject and body of a masked message."""
    text = _prepared(f"{message.subject or ''}\n{message.body}")
    pieces = {text[start : start + _PIECE] for start in range(max(1, len(text) - _PIECE + 1))}
    # Every piece gives 64 numbers; the smallest at each place depends on the set of pieces alone.
    rows = [
        struct.unpack(_FORMAT, hashlib.shake_128(piece.encode("utf-8", "replace")).digest(NUMBERS * 4))
        for piece in pieces
    ]
    return struct.pack(_FORMAT, *map(min, zip(*rows, strict=True)))


def similarity(first: bytes, second: bytes) -> float:
    """Return the estimated likeness of two messages, 0 to 1. Raises ValueError for what is no fingerprint."""
    return sum(map(int.__eq__, _unpacked(first), _unpacked(second))) / NUMBERS


def bands(value: bytes) -> tuple[int, ...]:
    """Return 16 keys below 2**60. Messages more than about half alike nearly always share one of them."""
    _unpacked(value)
    width = len(value) // BANDS
    return tuple(
        band << 56
        | int.from_bytes(hashlib.blake2b(value[band * width : (band + 1) * width], digest_size=7).digest(), "big")
        for band in range(BANDS)
    )


def _unpacked(value: bytes) -> tuple[int, ...]:
    if len(value) != NUMBERS * 4:
        raise ValueError(f"a fingerprint has {NUMBERS * 4} bytes, not {len(value)}")
    return struct.unpack(_FORMAT, value)


def _prepared(text: str) -> str:
    # Longer than what is used, because links and spaces in it count for little.
    text = unicodedata.normalize("NFKC", text[: 8 * _CHARACTERS]).casefold()
    text = _MAIL.sub("M", _LINK.sub("U", text))
    return _NOISE.sub("", _DIGITS.sub("0", text))[:_CHARACTERS]
