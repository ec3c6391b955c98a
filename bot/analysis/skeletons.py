"""What writing looks like: two texts with the same skeleton can be taken for each other (UTS #39)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.knowledge.confusables import confusables

# Pairs that the Unicode data leave out, by what Japanese readers mistake. Small kana count as large ones.
_JAPANESE = dict(
    zip(
        "ソツッチオヌミケヶ丼夭りべぺァィゥェォャュョヮぁぃぅぇぉっゃゅょ曰囗",
        "ンシシ千才又三个个井天リベペアイウエオヤユヨワあいうえおつやゆよ日口",
        strict=True,
    )
)
_LATIN = {"к": "k", "ʀ": "r", "w": "vv", "d": "cl", "i": "l", "о": "o", "ѕ": "s"}
_DASH_AFTER_KATAKANA = re.compile(r"(?<=[ァ-ヺ])[-\u2010-\u2015\u2212]")


def skeleton(text: str) -> str:
    """The shape of `text`: equal for texts that look alike, whatever their letters are.

    Letter case and accents are dropped, "i", "l", "1" and "I" are one shape, as are "m" and "rn", "カ" and "力". Only
    good for comparing; never shown.
    """
    return "".join(map(_shape, _DASH_AFTER_KATAKANA.sub("ー", unicodedata.normalize("NFKC", text))))


@lru_cache(maxsize=16384)
def _shape(character: str) -> str:
    compatible = unicodedata.normalize("NFKC", character)
    if not "\u3040" <= compatible[:1] <= "\u30ff":  # the marks of kana are no accents
        compatible = "".join(c for c in unicodedata.normalize("NFD", compatible) if unicodedata.category(c) != "Mn")
    table = confusables()
    shape = "".join(table.get(c, c) for c in compatible).casefold()
    # Once more: the lower-case form of a prototype may have a prototype of its own.
    return "".join(_own(c) for c in "".join(table.get(c, c) for c in shape).casefold())


def _own(character: str) -> str:
    character = _JAPANESE.get(character, character)
    return _LATIN.get(character, confusables().get(character, character).casefold())


def imitated_letter(character: str) -> str | None:
    """The ASCII letter or letters that a letter of another script looks like, or None."""
    if character.isascii() or not character.isalpha():
        return None
    prototype = confusables().get(character) or confusables().get(character.casefold(), "")
    if not (prototype.isascii() and prototype.isalpha()):
        prototype = _LATIN.get(character.casefold(), "")
    if not prototype:
        return None
    return prototype.upper() if character.isupper() else prototype.lower()
