"""Where a text names a brand: with respect for word borders, and through look-alike writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

from ahocorasick_rs import AhoCorasick

from bot.analysis.lookalike import skeleton
from bot.analysis.normalize import Normalized, View, normalize
from bot.knowledge.models import Brand

_LATIN = re.compile(r"[0-9a-z\u00c0-\u024f]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_ASCII_WORD = re.compile(r"[a-z0-9 ]+")
# A short katakana name may be the beginning of another word, unless one of these follows.
_COMPANY_WORDS = re.compile(
    r"サポート|カスタマー|アカウント|カード|ポイント|ペイ|プライム|ジャパン|サービス|センター|ショップ|ショッピング|メンバー"
    r"|マーケット|ログイン|アプリ|ユーザー|ダイレクト|ネット|オンライン|マイページ|トラベル|モバイル|ファン|オークション|メール"
    r"|バンク|ギフト|セキュリティ|チケット|プレミアム|ミュージック|ストア|クレジット|コード|パスワード|キャンペーン|ホーム"
)
_SHORT = 4  # characters: names up to this length need stricter borders
_SMALLEST_LOOKALIKE = 3  # characters: shorter names are not looked for in look-alike writing
# Writing that may imitate another: foreign letters, digits in words, kanji and dashes among katakana.
_IMITATION = re.compile(
    r"[\u00c0-\u024f\u0250-\u02af\u0370-\u058f\u13a0-\u13ff\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff]"
    r"|[a-z]{2}[01345]|[01345][a-z]{2}"
    r"|[ァ-ヺー][力口二工卜夕一八千才タ-]|[力口二工卜夕一八千才-][ァ-ヺー]|[ァ-ヺ][\u2010-\u2015\u2212|]"
)
_WORD = re.compile(r"[a-z0-9][a-z0-9-]{3,}[a-z0-9]")
_SAME_SHAPE = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o", "!": "l"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A brand named in a text. `start` and `end` count in the original text.

    `alias` is the name as the registry has it. `weak`: the name is also an everyday word. `disguised`: it is
    written with look-alike characters.
    """

    brand: str
    alias: str
    start: int
    end: int
    weak: bool = False
    disguised: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """One name in the form it is looked for. `brand` is None for a decoy."""

    brand: str | None
    alias: str
    form: str
    weak: bool
    exact_case: bool


class _Table:
    """Names, found by one automaton."""

    def __init__(self, names: Iterable[_Name]) -> None:
        forms: dict[str, _Name] = {}
        for name in names:
            if len(name.form) >= 2:
                forms.setdefault(name.form, name)
        self._names = tuple(forms.values())
        self._forms = AhoCorasick(list(forms))

    def find(self, text: str, fits: Callable[[_Name, int], bool]) -> list[tuple[_Name, int]]:
        """The names in `text`, leftmost first and longest first, without overlaps."""
        matches = self._forms.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=_leftmost_longest)
        found: list[tuple[_Name, int]] = []
        free = 0
        for number, position, end in matches:
            name = self._names[number]
            if position >= free and fits(name, position):
                found.append((name, position))
                free = end
        return found


def _leftmost_longest(match: tuple[int, int, int]) -> tuple[int, int]:
    _, start, end = match
    return start, -end


def position_in(view: View, original: int) -> int:
    """The first character of `view` that came from position `original` of the original text or later."""
    return bisect_right(view.ends, original)


class Finder(Protocol):
    """Whatever finds the brands that a text names."""

    def find(self, text: str | Normalized, *, any_case: bool = False) -> tuple[Mention, ...]: ...


class MentionFinder:
    """Finds brands in texts. Built once; holds nothing of the texts."""

    def __init__(self, brands: Iterable[Brand], decoys: Iterable[str]) -> None:
        names = [name for brand in brands for name in _names(brand)]
        plain = [*names, *(_Name(None, word, _form(word), False, False) for word in decoys)]
        self._plain = _Table(plain)
        disguisable = [name for name in names if not name.weak and len(name.form) >= _SMALLEST_LOOKALIKE]
        self._disguised = _Table(
            _Name(name.brand, name.alias, _shape(name.form)[0], False, False) for name in disguisable
        )
        self._forms = frozenset(name.form for name in disguisable)
        self._outlines = frozenset(map(_outline, self._forms))

    def find(self, text: str | Normalized, *, any_case: bool = False) -> tuple[Mention, ...]:
        """The brands that `text` names, in order. Of names that overlap the longest counts.

        `any_case` takes short names and everyday words in any letter case, as suits a sender's name.
        """
        readable = normalize(text) if isinstance(text, str) else text
        view = readable.joined
        mentions = [
            _mention(name, view.original(start, start + len(name.form)))
            for name, start in self._plain.find(view.text, _Borders(readable, any_case))
            if name.brand is not None
        ]
        if self._imitates(view.text):
            mentions = _merge(mentions, self._lookalikes(readable))
        return tuple(mentions)

    def _imitates(self, text: str) -> bool:
        if _IMITATION.search(text):
            return True
        return any(word not in self._forms and _outline(word) in self._outlines for word in set(_WORD.findall(text)))

    def _lookalikes(self, readable: Normalized) -> list[Mention]:
        view = readable.joined
        shape, ends = _shape(view.text)
        borders = _Borders(readable)

        def character(position: int) -> int:
            return bisect_right(ends, position)

        def fits(name: _Name, position: int) -> bool:
            start, end = character(position), character(position + len(name.form) - 1) + 1
            return borders.free(start, end, name.alias)

        found = []
        for name, position in self._disguised.find(shape, fits):
            start, end = character(position), character(position + len(name.form) - 1) + 1
            first, last = view.original(start, end)
            if name.brand is not None:
                found.append(Mention(name.brand, name.alias, first, last, disguised=True))
        return found


class _Borders:
    """Whether a name stands free in a text."""

    def __init__(self, readable: Normalized, any_case: bool = False) -> None:
        self._any_case = any_case
        self._view: View = readable.joined
        self._cased: View = readable

    def __call__(self, name: _Name, start: int) -> bool:
        end = start + len(name.form)
        if name.brand is None:
            return True
        if not self.free(start, end, name.form):
            return False
        return self._any_case or not name.exact_case or self._written_so(name, start, end)

    def free(self, start: int, end: int, form: str) -> bool:
        text = self._view.text
        before = text[start - 1] if start and self._touch(start - 1) else " "
        after = text[end] if end < len(text) and self._touch(end - 1) else " "
        if _LATIN.match(text[start]) and _LATIN.match(before):
            return False
        if _LATIN.match(text[end - 1]) and _LATIN.match(after):
            return False
        if _KATAKANA.match(text[start]) and _KATAKANA.match(before):
            return False
        glued = _KATAKANA.match(text[end - 1]) and _KATAKANA.match(after)
        return not (glued and len(form) <= _SHORT and not _COMPANY_WORDS.match(text, end))

    def _touch(self, position: int) -> bool:
        """Whether nothing but invisible characters stood between a character and the next."""
        cased = self._cased
        gap = position_in(cased, self._view.ends[position] - 1)
        nothing_between = gap + 1 >= len(cased.text) or cased.starts[gap + 1] >= self._view.starts[position + 1]
        return self._view.ends[position] == self._view.starts[position + 1] or nothing_between

    def _written_so(self, name: _Name, start: int, end: int) -> bool:
        """Common words mean the brand in its own spelling, or where they stand in Japanese text."""
        cased = self._cased
        first, last = self._view.original(start, end)
        written = cased.text[position_in(cased, first) : position_in(cased, last - 1) + 1]
        if written.replace(" ", "") == name.alias.replace(" ", "") or written.isupper():
            return True
        if written.istitle() and not name.weak:
            return True
        text = self._view.text
        around = text[start - 1 : start] + text[end : end + 1]
        return bool(re.search(r"[ぁ-んァ-ヺ一-龥【「『]", around))


def _names(brand: Brand) -> Iterable[_Name]:
    strong = [brand.name, *brand.aliases]
    if not re.search(r"[（(・/]", brand.name_en) and len(brand.name_en) > _SHORT:
        strong.append(brand.name_en)
    bare = re.match(r"([^（]+)（[^）]*）$", brand.name)
    if bare and not brand.collective:
        strong.append(bare[1])
    weak = set(brand.weak_aliases)
    for alias in dict.fromkeys([*strong, *brand.weak_aliases]):
        form = _form(alias)
        latin = bool(_ASCII_WORD.fullmatch(form))
        is_weak = alias in weak
        yield _Name(brand.id, alias, form, is_weak, latin and (is_weak or len(form) <= 5) and not alias.islower())


def _form(alias: str) -> str:
    return normalize(alias).joined.text


def _outline(word: str) -> str:
    """A quick shape of a Latin word, to see whether it is worth looking closer."""
    return word.translate(_SAME_SHAPE).replace("rn", "m").replace("vv", "w")


def _shape(text: str) -> tuple[str, list[int]]:
    """The shape of `text` and, for every character of `text`, where its shape ends."""
    pieces = [_shape_of(character) for character in text]
    return "".join(pieces), list(accumulate(map(len, pieces)))


@lru_cache(maxsize=20_000)
def _shape_of(character: str) -> str:
    return skeleton(character).casefold().translate(_SAME_SHAPE)


def _mention(name: _Name, span: tuple[int, int]) -> Mention:
    return Mention(name.brand or "", name.alias, span[0], span[1], weak=name.weak)


class OneMessage:
    """Finds in the texts of one message, in each of them only once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._found: dict[int, tuple[Normalized, tuple[Mention, ...]]] = {}

    def find(self, text: str | Normalized, *, any_case: bool = False) -> tuple[Mention, ...]:
        """The brands that `text` names, in order."""
        if isinstance(text, str) or any_case:
            return self._finder.find(text, any_case=any_case)
        known = self._found.get(id(text))
        if known is None:
            # The text is kept beside what it names, so that its id stays its own.
            known = self._found[id(text)] = (text, self._finder.find(text))
        return known[1]


def _merge(plain: list[Mention], disguised: list[Mention]) -> list[Mention]:
    """Both, where a look-alike counts only if no plain name that is at least as long stands in its place."""
    merged = list(plain)
    for mention in disguised:
        over = [other for other in plain if other.start < mention.end and mention.start < other.end]
        if all(other.end - other.start < mention.end - mention.start for other in over):
            merged = [other for other in merged if other not in over]
            merged.append(mention)
    return sorted(merged, key=lambda mention: (mention.start, mention.end))
