"""Which trick is being played: what was found and how it is worded cast votes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.report import Kind
from bot.analysis.scoring import Score

_KINDS = tuple(kind.value for kind in Kind)
_NUMBERS = {name: number for number, name in enumerate(_KINDS)}
ALWAYS = "always"  # the feature that every message has


@dataclass(frozen=True)
class KindVotes:
    """`features`: votes by signal, combination, category, brand or channel; `pieces`: by pair of letters.

    Each maps kinds to how much it speaks for (or against) them.
    """

    features: Mapping[str, Mapping[str, float]]
    pieces: Mapping[str, Mapping[str, float]]

    @cached_property
    def numbered(self) -> dict[str, tuple[tuple[int, float], ...]]:
        """The votes of the pieces that were asked for so far: see `of_piece`."""
        return {}

    def of_piece(self, piece: str) -> tuple[tuple[int, float], ...]:
        """The votes of one of `pieces`, with the number of the kind instead of its name: quicker to add up."""
        found = self.numbered.get(piece)
        if found is None:
            found = self.numbered[piece] = tuple((_NUMBERS[name], vote) for name, vote in self.pieces[piece].items())
        return found


def features(prepared: Prepared, findings: Sequence[Finding], score: Score) -> frozenset[str]:
    """What may vote besides the wording: what was found, whose name the message uses, how it came."""
    found = {finding.signal for finding in findings} | {combination.id for combination in score.combinations}
    found.add(ALWAYS)
    if prepared.brand is not None:
        found |= {f"category:{prepared.brand.category}", f"brand:{prepared.brand.id}"}
    if prepared.message.channel:
        found.add(f"channel:{prepared.message.channel}")
    return frozenset(found)


def word_pieces(words: str) -> set[str]:
    """The different pairs of neighbouring letters in `words`."""
    return set(map(add, words, words[1:]))


def kind(features_found: Iterable[str], words: str, votes: KindVotes) -> Kind:
    """The kind with the most votes. `words` are the judged words without names."""
    found = [votes.features[feature] for feature in sorted(features_found) if feature in votes.features]
    own = word_pieces(words)
    scale = math.sqrt(len(own) + 1)
    worded = [0.0] * len(_KINDS)
    for piece in sorted(own & votes.pieces.keys()):
        for number, value in votes.of_piece(piece):
            worded[number] += value
    sums = {name: value / scale for name, value in zip(_KINDS, worded, strict=True)}
    for cast in found:
        for name, value in cast.items():
            sums[name] += value
    best = max(sums, key=lambda name: sums[name])
    return Kind(best) if sums[best] > 0 else Kind.OTHER
