"""Weighs what a text holds (`clues.features`) into how likely each situation is: a logistic regression."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.knowledge.situation_clues import load_situation_model
from bot.recovery.account import Situation

SURE = 0.45  # likely enough to count as said
VERY_SURE = 0.92  # likely enough even where the rules only saw it asked about or demanded
RECEIVED = 0.3  # likely enough that a message only came, where nothing else was found
DOUBTFUL = 0.2  # likely enough to ask about, where nothing else is known


@dataclass(frozen=True, slots=True)
class SituationModel:
    """`bias` by situation; `weights` by feature, for the situations that the feature speaks for or against."""

    bias: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]

    def probabilities(self, features: Iterable[str]) -> dict[Situation, float]:
        """Return how likely each situation is, between 0 and 1."""
        total = dict(self.bias)
        for feature in sorted(features):
            for situation, weight in self.weights.get(feature, {}).items():
                total[situation] += weight
        return {Situation(name): 1 / (1 + math.exp(-max(-30.0, min(30.0, value)))) for name, value in total.items()}


@functools.cache
def situation_model() -> SituationModel:
    """Return the fitted model."""
    file = load_situation_model()
    return SituationModel(file.bias, file.weights)
