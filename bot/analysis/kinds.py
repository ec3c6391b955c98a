"""Which trick is being played: what was found and how it is worded cast votes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    def pairs(self) -> Mapping[str, tuple[tuple[int, float], ...]]:
        """The votes of the pieces with the number of the kind instead of its name: quicker to add up."""
        return {
            piece: tuple((_NUMBERS[name], value) for name, value in cast.items()) for piece, cast in self.pieces.items()
        }


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
    return {words[at : at + 2] for at in range(len(words) - 1)}


def kind(features_found: Iterable[str], words: str, votes: KindVotes) -> Kind:
    """The kind with the most votes. `words` are the judged words without names."""
    found = [votes.features[feature] for feature in sorted(features_found) if feature in votes.features]
    own = word_pieces(words)
    scale = math.sqrt(len(own) + 1)
    pairs = votes.pairs
    worded = [0.0] * len(_KINDS)
    for piece in sorted(own & pairs.keys()):
        for number, value in pairs[piece]:
            worded[number] += value
    sums = {name: value / scale for name, value in zip(_KINDS, worded, strict=True)}
    for cast in found:
        for name, value in cast.items():
            sums[name] += value
    best = max(sums, key=lambda name: sums[name])
    return Kind(best) if sums[best] > 0 else Kind.OTHER
