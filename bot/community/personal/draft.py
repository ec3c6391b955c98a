"""A text while it is being masked: what is left to look at, and what was found in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.analysis.normalize import Normalized, normalize


class Token(StrEnum):
    """What stands in a stored text where personal data was."""

    NAME = "［名前］"
    MAIL = "［メール］"
    PHONE = "［電話］"
    ADDRESS = "［住所］"
    CARD = "［カード番号］"
    NUMBER = "［番号］"
    CODE = "［コード］"
    PASSWORD = "［パスワード］"  # noqa: S105 - what replaces one
    BIRTHDAY = "［生年月日］"
    IP = "［IP］"


# Stand for characters that were dealt with. They are no letters, digits or spaces, so that no pattern runs over them.
MASKED = "\ue0f0"
KEPT = "\ue0f1"

_TOKENS = re.compile("|".join(re.escape(unicodedata.normalize("NFKC", token)) for token in Token))
_TAKEN = re.compile(f"[{MASKED}{KEPT}]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_KANJI_DIGITS = "〇零一二三四五六七八九"
_KANJI_RUN = re.compile(rf"[{_KANJI_DIGITS}](?:[- ‐‑‒–—―−ー─]?[{_KANJI_DIGITS}]){{3,}}")
_KANJI_TO_ASCII = str.maketrans(_KANJI_DIGITS, "00123456789")


@dataclass(slots=True)
class Draft:
    """`text` is the readable form of the original (NFKC, plain digits) with what was dealt with blotted out.

    Its length never changes, so that all positions found belong to the same text.
    """

    text: str
    view: Normalized
    found: list[tuple[int, int, Token]] = field(default_factory=list)

    def mask_all(self, spans: Iterable[tuple[int, int]], token: Token) -> None:
        """Mask several spans, given in ascending order and apart from each other."""
        self._blot([(start, end, MASKED) for start, end in spans if start < end], token)

    def keep_all(self, spans: Iterable[tuple[int, int]]) -> None:
        """Let several spans (ascending, apart) stand as they are, whatever patterns come later."""
        self._blot([(start, end, KEPT) for start, end in spans if start < end], None)

    def _blot(self, spans: list[tuple[int, int, str]], token: Token | None) -> None:
        pieces: list[str] = []
        done = 0
        for start, end, mark in spans:
            pieces += (self.text[done:start], mark * (end - start))
            done = end
            if token is not None:
                self.found.append((start, end, token))
        if pieces:
            self.text = "".join(pieces) + self.text[done:]

    def result(self, original: str) -> str:
        """`original` with what was found replaced by tokens."""
        if not self.found:
            return original
        pieces: list[str] = []
        done = 0
        for start, end, token in sorted(self.found):
            first, last = self.view.original(start, end)
            first = max(first, done)  # one character of the original can have become several
            if last <= done:
                continue
            pieces += (original[done:first], token)
            done = last
        pieces.append(original[done:])
        return "".join(pieces)


def draft(text: str) -> Draft:
    """Begin with `text`; tokens that already stand in it count as masked."""
    view = normalize(text)
    readable = _TAKEN.sub("\ufffd", view.text)
    readable = _TOKENS.sub(lambda match: MASKED * len(match.group()), readable)
    readable = _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), readable)
    readable = _KANJI_RUN.sub(lambda match: match.group().translate(_KANJI_TO_ASCII), readable)
    return Draft(readable, view)
