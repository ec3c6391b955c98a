"""Fits the votes for the kind of trick: multinomial logistic regression on what was found and how it is worded.

Needs scikit-learn, which the bot itself does not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.analysis.kinds import ALWAYS, KindVotes, word_pieces

STRENGTH = 3.0  # inverse of the pull towards nothing
FEATURE_SCALE = 0.6  # how far what was found is trusted against the wording
PIECE_SCALE = 0.6
SEEN_IN = 6  # texts that a piece must occur in to be learnt
KINDS_PER_PIECE = 6  # votes of a piece that are kept: the strongest
LEAST = 0.05  # smaller votes are left out


@dataclass(frozen=True, slots=True)
class Labelled:
    """A scam as the fit sees it: what was found, its words without names, its kind."""

    features: frozenset[str]
    words: str
    kind: str


def fit_votes(given: Sequence[Labelled]) -> KindVotes:
    """The fitted votes. The same input gives the same votes."""
    split = [word_pieces(one.words) for one in given]
    counts = Counter(piece for pieces in split for piece in pieces)
    pieces = sorted(piece for piece, count in counts.items() if count >= SEEN_IN)
    features = sorted({feature for one in given for feature in one.features if feature != ALWAYS})
    place = {("piece", name): number for number, name in enumerate(pieces)}
    place |= {("feature", name): len(pieces) + number for number, name in enumerate(features)}
    rarity = {piece: (math.log((1 + len(given)) / (1 + counts[piece])) + 1) * PIECE_SCALE for piece in pieces}
    columns, values, ends = [], [], [0]
    for one, own in zip(given, split, strict=True):
        scale = math.sqrt(len(own) + 1)
        for piece in sorted(own):
            if piece in rarity:
                columns.append(place["piece", piece])
                values.append(rarity[piece] / scale)
        for feature in sorted(one.features - {ALWAYS}):
            columns.append(place["feature", feature])
            values.append(FEATURE_SCALE)
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(given), len(place)))
    regression = LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, [one.kind for one in given])
    kinds = [str(name) for name in regression.classes_]

    def votes(weights: Sequence[float], factor: float, most: int) -> dict[str, float]:
        order = numpy.argsort(-numpy.abs(weights), kind="stable")[:most]
        kept = ((kinds[at], round(float(weights[at]) * factor, 2)) for at in sorted(order.tolist()))
        return {kind: vote for kind, vote in kept if abs(vote) >= LEAST}

    table = regression.coef_
    by_feature = {name: votes(table[:, place["feature", name]], FEATURE_SCALE, len(kinds)) for name in features}
    by_feature[ALWAYS] = votes(regression.intercept_, 1.0, len(kinds))
    by_piece = {name: votes(table[:, place["piece", name]], rarity[name], KINDS_PER_PIECE) for name in pieces}
    return KindVotes(
        {name: found for name, found in sorted(by_feature.items()) if found},
        {name: found for name, found in by_piece.items() if found},
    )
