"""Letters that are not what they seem: the writing of scammers who evade filters, or who have another keyboard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from bot.analysis.normalize import Normalized, normalize
from bot.analysis.skeletons import imitated_letter


class Trick(StrEnum):
    """How a word was disguised."""

    OTHER_SCRIPT = "other_script"  # a Greek or Cyrillic letter in a Latin word
    DIGIT_FOR_LETTER = "digit_for_letter"  # AMAZ0N
    KANJI_FOR_KANA = "kanji_for_kana"  # 力一ド
    ODD_HYPHEN = "odd_hyphen"  # プライバシ-
    FOREIGN_KANJI = "foreign_kanji"  # a simplified Chinese character in Japanese
    PULLED_APART = "pulled_apart"  # A m a z o n


@dataclass(frozen=True, slots=True)
class OddLetter:
    """A letter that stands for another one, at `start` to `end` (excluded) of the original text.

    `word_start` and `word_end` are the word it is in. `script` names what the letter is: a Unicode script in lower
    case ("greek"), digit, kanji, hyphen, simplified_chinese, space or invisible. `imitates` is what a reader takes it
    for; empty where it stands for nothing.
    """

    trick: Trick
    start: int
    end: int
    character: str
    script: str
    imitates: str
    word_start: int
    word_end: int


def odd_letters(text: str | Normalized) -> tuple[OddLetter, ...]:
    """The odd letters of `text` in order: the first one of each disguised word."""
    normalized = normalize(text)
    readable = normalized.text
    found = []
    for trick, at, word, script, imitates in (
        *_other_scripts(readable),
        *_digits(readable),
        *_kanji_for_kana(readable),
        *_hyphens(readable),
        *_foreign_kanji(readable),
        *_spelled_out(readable),
    ):
        start, end = normalized.original(at, at + 1)
        found.append(OddLetter(trick, start, end, readable[at], script, imitates, *normalized.original(*word)))
    found += _invisible(normalized)
    return tuple(sorted(found, key=lambda odd: odd.start))


_Odd = tuple[Trick, int, tuple[int, int], str, str]  # trick, place, word, script, imitated

# --- letters of another script -----------------------------------------------------------------------------------

_ALPHABETS = (
    r"A-Za-z\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1d00-\u1d7f\u2c80-\u2cff\ua4d0-\ua4ff"
)
_ALPHABETIC = re.compile(
    rf"(?<![{_ALPHABETS}0-9])[{_ALPHABETS}0-9]*[\u0250-\u02af\u0370-\u1d7f\u2c80-\u2cff\ua4d0-\ua4ff][{_ALPHABETS}0-9]*"
)
_FOREIGN = re.compile(r"[\u0250-\u02af\u0370-\u058f\u13a0-\u13ff\u1d00-\u1d7f\u2c80-\u2cff\ua4d0-\ua4ff]")
_SYMBOLS = frozenset("αβγδεζηθκλμνπρστφχψωΔΣΩΦΘΛΨΠΓ")  # Greek letters that stand before Latin words in science
_LATIN_LETTERS = re.compile(r"[A-Za-z]")


def _other_scripts(text: str) -> Iterator[_Odd]:
    if not _FOREIGN.search(text):
        return
    for match in _ALPHABETIC.finditer(text):
        word = match.group()
        latin = _LATIN_LETTERS.findall(word)
        if not latin:
            if _imitates_wholly(word) and _is_among_others(text, match.start(), match.end()):
                yield _other_script(match, 0)
            continue
        foreign = [place for place, letter in enumerate(word) if _FOREIGN.match(letter)]
        imitating = [place for place in foreign if imitated_letter(word[place])]
        if len(imitating) < len(foreign) or len(latin) < 2 or not imitating:
            continue  # real letters of another script, glued to a Latin word
        place = imitating[0]
        if len(imitating) == 1 and word[place] in _SYMBOLS and not _is_inside_word(word, place):
            continue
        yield _other_script(match, place)


def _other_script(match: re.Match[str], place: int) -> _Odd:
    letter = match.group()[place]
    script = unicodedata.name(letter, "other").split()[0].lower()
    return Trick.OTHER_SCRIPT, match.start() + place, match.span(), script, imitated_letter(letter) or ""


def _is_inside_word(word: str, place: int) -> bool:
    """Whether the letter is one of a word rather than a symbol in front of or behind it ("αGEL", "10μm")."""
    if 0 < place < len(word) - 1:
        return True
    rest = word[1:] if place == 0 else word[:-1]
    return place == 0 and len(rest) >= 4 and rest.isalpha() and rest.islower()


def _imitates_wholly(word: str) -> bool:
    return len(word) >= 4 and all(imitated_letter(letter) for letter in word)


def _is_among_others(text: str, start: int, end: int) -> bool:
    """Whether no other word of the same script is near: a language of its own would have real words."""
    around = text[max(start - 200, 0) : start] + " " + text[end : end + 200]
    return not any(imitated_letter(letter) is None for letter in _FOREIGN.findall(around))


# --- digits for letters ------------------------------------------------------------------------------------------

_WITH_DIGIT = re.compile(r"(?<![0-9A-Za-z@#/=?&%_+-])[A-Za-z]+[01][A-Za-z01]*[A-Za-z](?![0-9A-Za-z@/=&%_+-])")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{3,}")
_VOWELS = frozenset("aeiouy")


def _digits(text: str) -> Iterator[_Odd]:
    if "0" not in text and "1" not in text:
        return
    links = [match.span() for match in _LINK.finditer(text)]
    for match in _WITH_DIGIT.finditer(text):
        word = match.group()
        if not _is_word_with_digit(word) or any(start <= match.start() < end for start, end in links):
            continue
        place = min(place for place in (word.find("0"), word.find("1")) if place >= 0)
        letter = "o" if word[place] == "0" else "l"
        upper = word.replace("0", "").replace("1", "").isupper()
        imitates = letter.upper() if upper and letter == "o" else ("I" if upper else letter)
        yield Trick.DIGIT_FOR_LETTER, match.start() + place, match.span(), "digit", imitates


def _is_word_with_digit(word: str) -> bool:
    """Whether a token is a word in disguise and not a model number, a code or a key."""
    letters = [character for character in word if character.isalpha()]
    if len(letters) < 4 or not 1 <= len(word) - len(letters) <= 2 or len(word) > 20:
        return False
    if re.search(r"[a-zA-Z]{5}\d[a-zA-Z]{4}", word) or re.search(r"01|10", word):
        return False  # two whole words ("unity1week"), or a number ("AB10CD")
    joined = "".join(letters)
    if not (joined.isupper() or joined[1:].islower()):
        return False
    lower = word.lower()
    read = lower.replace("0", "o").replace("1", "i")
    vowels = sum(character in _VOWELS for character in read)
    return not _CONSONANTS.search(read) and vowels * 4 >= len(read) and any(c in _VOWELS for c in lower)


# --- kanji and hyphens among katakana ----------------------------------------------------------------------------

_KANJI = {
    "力": "カ",
    "一": "ー",
    "口": "ロ",
    "二": "ニ",
    "工": "エ",
    "卜": "ト",
    "夕": "タ",
    "八": "ハ",
    "才": "オ",
    "千": "チ",
}
_KATAKANA_WORD = re.compile(
    r"(?<![ァ-ヺー力一口二工卜夕八才千])[ァ-ヺー力一口二工卜夕八才千]*[ァ-ヺー][ァ-ヺー力一口二工卜夕八才千]*"
)
_KANJI_IN_WORD = re.compile("[力一口二工卜夕八才千]")
# No kanji stands before the long mark or a small kana.
_BEFORE_SMALL = re.compile(r"[力口二工夕八才千][ーァィゥェォャュョッ]")
_LONG_MARK = re.compile(r"(?<=[ァ-ヺー])一(?=[ァ-ヺ])|(?<=[力口二工夕])一(?=[ァ-ヺ])")
_INSIDE = re.compile(r"(?<=[ァ-ヺー])(?:[夕二工](?=[ァ-ヺー])|口(?=[ァ-ヺー])(?!コミ)|卜)")
# "ア力ウント"; in "コミュ力アップ" the kanji is one
_FIRST_THEN_KANJI = re.compile(r"(?<![ァ-ヺー])[ァ-ヺ]力[ァ-ヺ]{2}")


def _kanji_for_kana(text: str) -> Iterator[_Odd]:
    for match in _KATAKANA_WORD.finditer(text):
        word = match.group()
        first = _KANJI_IN_WORD.search(word)
        if first is None:
            continue
        proof = next(
            (
                found.start() + (1 if pattern is _FIRST_THEN_KANJI else 0)
                for pattern in (_BEFORE_SMALL, _LONG_MARK, _INSIDE, _FIRST_THEN_KANJI)
                if (found := pattern.search(word))
            ),
            None,
        )
        if proof is None or "口コミ" in word:
            continue
        yield Trick.KANJI_FOR_KANA, match.start() + proof, match.span(), "kanji", _KANJI[word[proof]]


_HYPHENATED = re.compile(r"(?<![ァ-ヺー])[ァ-ヺー]+[-\u2010-\u2015\u2212][ァ-ヺー-]*")
_HYPHEN = re.compile(r"[-\u2010-\u2015\u2212]")


def _hyphens(text: str) -> Iterator[_Odd]:
    for match in _HYPHENATED.finditer(text):
        word = match.group()
        place = next(i for i, character in enumerate(word) if _HYPHEN.match(character))
        after = word[place + 1 :]
        if not after:
            following = text[match.end() : match.end() + 1]
            # "コーディネータ-" would be missed for its own "ー", but "キャンペーン-実施中" is a dash between two words.
            odd = place >= 3 and "ー" not in word and bool(re.match(r"[ぁ-ん一-龥、。」】)]|$", following))
        else:
            # "カ-ド", "メ-ル"; not "ロンドン-パリ" and not a range like "ア-オ" on its own
            odd = place <= 2 and len(after) <= 3 and "ー" not in word and _is_no_range(word)
        if odd:
            yield Trick.ODD_HYPHEN, match.start() + place, match.span(), "hyphen", "ー"


def _is_no_range(word: str) -> bool:
    """Whether a word with a hyphen is no range of the kana table ("ア-オ")."""
    return not re.fullmatch(r"([アカサタナハマヤラワ])[-\u2010-\u2015\u2212][オコソトノホモヨロンワ]", word)


# --- Chinese characters that Japanese does not write -------------------------------------------------------------

_KANA_LINE = re.compile(r"^[^\n]*[ぁ-んァ-ヺ][^\n]*", re.MULTILINE)
_HAN = re.compile(r"[一-龥]+")
_NAMES_CHINESE = re.compile("中文|简体|汉语|简中")


def _foreign_kanji(text: str) -> Iterator[_Odd]:
    if text.isascii():
        return
    simplified = _simplified()
    if simplified.isdisjoint(text):
        return
    for line in _KANA_LINE.finditer(text):
        if _NAMES_CHINESE.search(line.group()):
            continue  # names the language; a notice in several
        kana = len(re.findall("[ぁ-んァ-ヺ]", line.group()))
        for match in _HAN.finditer(text, line.start(), line.end()):
            place = next((i for i, character in enumerate(match.group()) if character in simplified), None)
            if place is not None and kana >= 2:
                yield Trick.FOREIGN_KANJI, match.start() + place, match.span(), "simplified_chinese", ""


@cache
def _simplified() -> frozenset[str]:
    """The characters of the Chinese standard GB 2312 that no Japanese standard has (JIS X 0208, 0213, IBM's)."""
    characters = "".join(map(chr, range(0x4E00, 0x9FA6)))
    chinese, *japanese = (
        frozenset(characters.encode(encoding, "ignore").decode(encoding))
        for encoding in ("gb2312", "cp932", "euc_jis_2004")
    )
    return chinese.difference(*japanese)


# --- words pulled apart ------------------------------------------------------------------------------------------

_SPELLED_OUT = re.compile(r"(?<![0-9A-Za-z])(?:[A-Za-z] ){4,30}[A-Za-z](?![0-9A-Za-z])")
_CUT_UP = re.compile(
    r"(?<![0-9A-Za-z] )(?<![0-9A-Za-z])[A-Z][a-z]? [a-z]{1,2} [a-z]{1,2}(?: [a-z]{1,2}){0,6}(?![0-9A-Za-z]| [A-Za-z])"
)
_SHORT_ENGLISH = "a am an as at be by do go he hi i if in is it me my no of on or so to up us we"
_ENGLISH = frozenset(_SHORT_ENGLISH.split())


def _spelled_out(text: str) -> Iterator[_Odd]:
    for match in _SPELLED_OUT.finditer(text):
        letters = match.group().replace(" ", "").lower()
        in_order = all(ord(after) - ord(before) == 1 for before, after in pairwise(letters))
        if not in_order and not _VOWELS.isdisjoint(letters):
            yield Trick.PULLED_APART, match.start() + 1, match.span(), "space", ""
    for match in _CUT_UP.finditer(text):
        if not any(piece in _ENGLISH for piece in match.group().lower().split()[:-1]):
            yield Trick.PULLED_APART, match.group().index(" ") + match.start(), match.span(), "space", ""


_GAPS = "\u200b-\u200d\u2060\ufeff"
_HIDDEN = re.compile(rf"(?<![A-Za-z{_GAPS}])[A-Za-z]+(?:[{_GAPS}]{{1,20}}[A-Za-z]+)+")


def _invisible(normalized: Normalized) -> list[OddLetter]:
    text = normalized.source
    if text.isascii():
        return []
    found = []
    for match in _HIDDEN.finditer(text):
        place = next(i for i, character in enumerate(match.group()) if not character.isascii())
        at = match.start() + place
        found.append(OddLetter(Trick.PULLED_APART, at, at + 1, text[at], "invisible", "", *match.span()))
    return found
