"""Trains the wording model: logistic regression on pieces of text, by coordinate-scaled gradient steps, no randomness."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.wording_model import WordingModel, pieces

SEEN_IN = 3  # texts that a piece must occur in to be learnt
ROUNDS = 40
STEP = 0.5
SHRINK = 2e-4  # pull of every weight towards nothing, per round
KEPT = 6000  # pieces of the finished model: the strongest


@dataclass(frozen=True, slots=True)
class Text:
    """One text to learn from: its words without names (`without_names`), and whether it is a scam."""

    words: str
    scam: bool


def train(texts: Sequence[Text]) -> WordingModel:
    """The model of `texts`. The same texts in the same order give the same model."""
    split = [pieces(text.words) for text in texts]
    counts = Counter(piece for one in split for piece in one)
    place = {piece: number for number, piece in enumerate(sorted(p for p, count in counts.items() if count >= SEEN_IN))}
    rows = [([place[piece] for piece in sorted(one) if piece in place], math.sqrt(len(one))) for one in split]
    scams = sum(text.scam for text in texts)
    share = {True: 0.5 / max(scams, 1), False: 0.5 / max(len(texts) - scams, 1)}
    weights = [0.0] * len(place)
    squares = [1e-6] * len(place)
    bias = 0.0
    for _ in range(ROUNDS):
        slopes = [0.0] * len(place)
        bias_slope = 0.0
        for (columns, scale), text in zip(rows, texts, strict=True):
            total = bias + sum(weights[column] for column in columns) / scale
            error = (1 / (1 + math.exp(-total)) - text.scam) * share[text.scam]
            bias_slope += error
            part = error / scale
            for column in columns:
                slopes[column] += part
        bias -= STEP * 4 * bias_slope
        for column, slope in enumerate(slopes):
            slope += SHRINK * weights[column]
            squares[column] += slope * slope
            weights[column] -= STEP * slope / math.sqrt(squares[column])
    strongest = sorted(place, key=lambda piece: -abs(weights[place[piece]]))[:KEPT]
    return WordingModel(round(bias, 3), {piece: round(weights[place[piece]], 3) for piece in sorted(strongest)})
