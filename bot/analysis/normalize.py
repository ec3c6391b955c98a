"""Text as a reader sees it, with the way back to the text as it was received.

Scammers hide words from programs: full-width letters, invisible characters, letters set apart by spaces. Here such
writing is undone, and every character still knows which characters of the original it came from, so that a reason can
quote what the person really received.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class View:
    """Text made from an original text. Character `i` came from `starts[i]` to `ends[i]` (excluded) of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `start` to `end` (excluded) of this text came from.

        An empty span stays empty. Positions outside the text are moved to its borders.
        """
        length = len(self.text)
        start = min(max(start, 0), length)
        end = min(max(end, start), length)
        if start == end:
            at = self.starts[start] if start < length else (self.ends[-1] if length else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def substitute(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> View:
        """This text with every match of `pattern` replaced. A new character stands for its whole match."""
        return self._replace((*match.span(), replacement(match)) for match in pattern.finditer(self.text))

    def without(self, spans: Iterable[tuple[int, int]]) -> View:
        """This text without `spans`, which are in order and do not overlap."""
        return self._replace((start, end, "") for start, end in spans)

    def _replace(self, changes: Iterable[tuple[int, int, str]]) -> View:
        pieces: list[str] = []
        starts: list[Sequence[int]] = []
        ends: list[Sequence[int]] = []
        done = 0
        for start, end, new in changes:
            if start == end or self.text[start:end] == new:
                continue
            pieces += (self.text[done:start], new)
            first, last = self.original(start, end)
            starts += (self.starts[done:start], (first,) * len(new))
            ends += (self.ends[done:start], (last,) * len(new))
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        starts.append(self.starts[done:])
        ends.append(self.ends[done:])
        return View("".join(pieces), tuple(chain(*starts)), tuple(chain(*ends)))


@dataclass(frozen=True, slots=True)
class Normalized(View):
    """A text in Unicode form NFKC, without invisible characters, with plain spaces. Line breaks are kept.

    `folded` is the same in one letter case. `joined` is `folded` without the whitespace that Japanese does not need:
    between Japanese characters, at their border to Latin ones, and inside words that were spelled out
    ("A m a z o n"). A blank line stays as one line break, the space between two English words as one space.
    `source` is the original text.
    """

    folded: View
    joined: View
    source: str


def normalize(text: str | Normalized) -> Normalized:
    """The readable form of `text`. Any string is accepted, also with broken surrogates.

    What is normalised already comes back as it is, so that functions can take either.
    """
    if isinstance(text, Normalized):
        return text
    view = _compatible(text)
    folded = _fold(view)
    return Normalized(view.text, view.starts, view.ends, folded, _join(folded), text)


# Runs of anything but the characters that normalisation leaves alone, with the one before, which it may combine with.
_UNUSUAL = re.compile(
    r"[\n -~ぁ-んァ-ヺー・、。「」『』【】〈〉《》々一-龥]?[^\n -~ぁ-んァ-ヺー・、。「」『』【】〈〉《》々一-龥]+"
)
_LONGEST_CLUSTER = 32  # the limit of Unicode's stream-safe form; ordering longer ones takes quadratic time
_LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_BLANK = frozenset("\t\x1f\u1680\u2800\u3164\uffa0\u115f\u1160")  # shown as empty space
_INVISIBLE = frozenset("\u034f\u17b4\u17b5\ufffc")  # invisible, though their category does not say so


def _visible(character: str) -> str:
    """What stands for `character`: itself, a space, a line break, the replacement character, or nothing."""
    if character in _LINE_BREAKS:
        return "\n"
    if character in _BLANK:
        return " "
    if character in _INVISIBLE:
        return ""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cs":
        return "\ufffd"
    if category in ("Cf", "Cc"):
        return ""
    if category == "Mn" and ("\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"):
        return ""  # variation selectors
    if category == "Mn" and "\u180b" <= character <= "\u180f":
        return ""
    return "" if "\U000e0000" <= character <= "\U000e0fff" else character


def _combines(character: str) -> bool:
    """Whether `character` may melt into the one before it."""
    return (
        unicodedata.category(character)[0] == "M"
        or character in "ﾞﾟ゛゜"
        or "\u1160" <= character <= "\u11ff"
        or "\uffa0" <= character <= "\uffdc"
    )


def _compatible(text: str) -> View:
    """`text` in NFKC and without what cannot be seen."""
    pieces: list[str] = []
    starts: list[Sequence[int]] = []
    ends: list[Sequence[int]] = []
    done = 0
    for match in _UNUSUAL.finditer(text):
        start, end = match.span()
        if done < start:
            pieces.append(text[done:start])
            starts.append(range(start)[done:])
            ends.append(range(1, start + 1)[done:])
        for cluster, first, last in _clusters(text, start, end):
            written = "".join(map(_visible, unicodedata.normalize("NFKC", cluster)))
            pieces.append(written)
            starts.append((first,) * len(written))
            ends.append((last,) * len(written))
        done = end
    if not pieces:
        return View(text, range(len(text)), range(1, len(text) + 1))
    pieces.append(text[done:])
    starts.append(range(done, len(text)))
    ends.append(range(done + 1, len(text) + 1))
    return View("".join(pieces), tuple(chain(*starts)), tuple(chain(*ends)))


def _clusters(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The visible characters of a part of `text`, each with those that combine with it: (characters, start, end)."""
    clusters: list[tuple[str, int, int]] = []
    at = start
    while at < end:
        if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
            # The two are one line break. The line feed may be outside of this part.
            if at + 1 < end:
                clusters.append(("\n", at, at + 2))
                at += 1
            at += 1
            continue
        character = _visible(text[at])
        if character:
            if clusters and len(clusters[-1][0]) < _LONGEST_CLUSTER and _combines(character):
                before, first, _ = clusters[-1]
                clusters[-1] = (before + character, first, at + 1)
            else:
                clusters.append((character, at, at + 1))
        at += 1
    return clusters


def _fold(view: View) -> View:
    folded = view.text.casefold()
    if len(folded) == len(view.text):  # folding never shortens, so each character has stayed where it was
        return View(folded, view.starts, view.ends)
    pieces = [character.casefold() for character in view.text]
    starts = [start for start, piece in zip(view.starts, pieces, strict=True) for _ in piece]
    ends = [end for end, piece in zip(view.ends, pieces, strict=True) for _ in piece]
    return View("".join(pieces), tuple(starts), tuple(ends))


_GAP = re.compile(r"\s+")
# Japanese letters and the punctuation that Japanese sets without spaces.
_JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff々〆ヶ]")
_SPELLED_OUT = re.compile(r"(?<![0-9a-z])(?:[0-9a-z]{1,2} +){2,}[0-9a-z]{1,2}(?![0-9a-z])")
_SHORT_ENGLISH = (
    "a i am an as at be by do go he hi id if in is it me mr ms my no of oh ok on or pm so to tv uk up us we"
)
_SHORT_WORDS = frozenset(_SHORT_ENGLISH.split())


def _join(view: View) -> View:
    text = view.text
    spelled = [match.span() for match in _SPELLED_OUT.finditer(text) if _is_one_word(match.group())]

    def gap(match: re.Match[str]) -> str:
        start, end = match.span()
        if start == 0 or end == len(text):
            return ""
        if text.count("\n", start, end) > 1:
            return "\n"
        if _JAPANESE.match(text[start - 1]) or _JAPANESE.match(text[end]):
            return ""
        while spelled and spelled[0][1] <= start:
            spelled.pop(0)
        if spelled and spelled[0][0] < start:
            return ""
        return " "

    return view.substitute(_GAP, gap)


def _is_one_word(spelled: str) -> bool:
    """Whether short pieces between spaces are one word that was pulled apart."""
    pieces = spelled.split()
    if not any(character.isalpha() for piece in pieces[1:] for character in piece):
        return False
    if all(len(piece) == 1 for piece in pieces):
        return sum(piece.isalpha() for piece in pieces) >= 3
    return len("".join(pieces)) >= 4 and sum(piece not in _SHORT_WORDS and piece.isalpha() for piece in pieces) >= 2
