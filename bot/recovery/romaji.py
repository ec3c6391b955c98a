"""Writes Japanese that was typed in Latin letters (「rinku oshichatta」) as hiragana, so that it can be read."""

from __future__ import annotations

import re

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_OTHERS = (
    "ya:や yu:ゆ yo:よ wa:わ wo:を shi:し chi:ち tsu:つ fu:ふ ji:じ"
    " fa:ふぁ fi:ふぃ fe:ふぇ fo:ふぉ che:ちぇ she:しぇ je:じぇ thi:てぃ"
)
_GLIDES = "sh:し ch:ち j:じ ky:き gy:ぎ ny:に hy:ひ my:み ry:り by:び py:ぴ sy:し ty:ち zy:じ jy:じ"
_SMALL = {"a": "ゃ", "u": "ゅ", "o": "ょ"}
_WORD = re.compile("[a-z-]+")
_ENDING = re.compile(
    "(?:chat?ta|shita|mashita|masu|desu|deshita|shimatta|irete|ireta|oshita|teta|nai|masen|sagi|kana|desuka|yabai|kore|dou|da(?:yo|ne)|ta)"
    "(?: ?(?:yo|ne|ka|kana|kedo|kara|no|wa))?$"
)


def _pairs(written: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in written.split())


def _table() -> dict[str, str]:
    table = {row + vowel: kana for row, line in _ROWS.items() for vowel, kana in zip(_VOWELS, line, strict=True)}
    for row, kana in _pairs(_GLIDES).items():
        table.update({row + vowel: kana + small for vowel, small in _SMALL.items()})
    return table | _pairs(_OTHERS)


_SYLLABLES = _table()
_LONGEST = max(map(len, _SYLLABLES))


def _kana(word: str) -> str | None:
    """Return `word` in hiragana, or None if it is no Japanese."""
    written: list[str] = []
    place = 0
    while place < len(word):
        letter = word[place]
        if letter == "-" and written:
            written.append("ー")
            place += 1
            continue
        if letter == word[place + 1 : place + 2] and letter not in "aiueon":
            written.append("っ")
            place += 1
            continue
        length = next((size for size in range(_LONGEST, 0, -1) if word[place : place + size] in _SYLLABLES), 0)
        if length and word[place : place + length]:
            written.append(_SYLLABLES[word[place : place + length]])
            place += length
        elif letter == "n":
            written.append("ん")
            place += 1
        else:
            return None
    return "".join(written)


def kana(text: str) -> str | None:
    """Return `text` (lower case) in hiragana if it is Japanese in Latin letters, else None."""
    words = _WORD.findall(text)
    if not words or not any(_ENDING.search(word) for word in words):
        return None
    written = {word: _kana(word) for word in words}
    if sum(written[word] is None for word in words) * 5 > len(words):
        return None
    return _WORD.sub(lambda match: written[match.group()] or match.group(), text).replace(" ", "")
