"""Trains the wording model: logistic regression on pieces of text. Needs scikit-learn, unlike the bot itself."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.analysis.wording_model import WordingModel, pieces

SEEN_IN = 2  # texts that a piece must occur in to be learnt
STRENGTH = 5.0  # inverse of the pull towards nothing
KEPT = 80_000  # pieces of the finished model: the strongest
CUT_FROM = 60  # characters from which on a text is also learnt from a part of it: people paste parts
CUT_COUNTS = 0.3  # how much such a part counts, where the whole counts 1


@dataclass(frozen=True, slots=True)
class Text:
    """One text to learn from: its words without names (`without_names`), and whether it is a scam."""

    words: str
    scam: bool


def train(texts: Sequence[Text]) -> WordingModel:
    """The model of `texts`. The same texts in the same order give the same model.

    A piece counts by how rare it is (inverse document frequency), a text's pieces together by the root of their number.
    """
    given = [(text, 1.0) for text in texts] + [(text, CUT_COUNTS) for text in _cuts(texts)]
    split = [pieces(text.words) for text, _ in given]
    counts = Counter(piece for one in split for piece in one)
    known = sorted(piece for piece, count in counts.items() if count >= SEEN_IN)
    place = {piece: number for number, piece in enumerate(known)}
    rarity = [math.log((1 + len(given)) / (1 + counts[piece])) + 1 for piece in known]
    columns, values, ends = [], [], [0]
    for one in split:
        scale = math.sqrt(len(one)) or 1.0
        found = [place[piece] for piece in sorted(one) if piece in place]
        columns += found
        values += [rarity[column] / scale for column in found]
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(given), len(known)))
    regression = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    regression.fit(matrix, [text.scam for text, _ in given], [counts for _, counts in given])
    weights = regression.coef_[0] * numpy.array(rarity)
    strongest = numpy.argsort(-numpy.abs(weights), kind="stable")[:KEPT]
    return WordingModel(
        round(float(regression.intercept_[0]), 3),
        {known[column]: round(float(weights[column]), 3) for column in sorted(strongest.tolist())},
    )


def _cuts(texts: Sequence[Text]) -> Iterator[Text]:
    """A third to two thirds of each longer text, from anywhere in it; the same for the same texts."""
    chance = Random(len(texts))  # noqa: S311 - hides nothing, and must come out the same each time
    for text in texts:
        size = len(text.words)
        if size > CUT_FROM:
            length = chance.randint(size // 3, size * 2 // 3)
            start = chance.randint(0, size - length)
            yield Text(text.words[start : start + length], text.scam)
