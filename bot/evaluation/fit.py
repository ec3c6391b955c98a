"""Fits the weights to labelled cases: logistic regression that starts from the written priors and stays near them.

The loss is the mean log-loss, each label counting one half however many cases it has, plus `STIFFNESS` times the
squared distance of each weight from its prior. A weight never changes the sign of its prior: cases may say that a sign
counts little, not that it counts the other way.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.scoring import Scorer, Term
from bot.knowledge.weights import Weights

STIFFNESS = 0.002
ROUNDS = 300
STEP = 0.05
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A case as the fit sees it: the terms that make up its score, and whether it is a scam."""

    id: str
    terms: tuple[Term, ...]
    scam: bool


def fit(scorer: Scorer, weights: Weights, given: Sequence[Example]) -> dict[str, float]:
    """The fitted weights by name. The same examples give the same weights."""
    priors = weights.priors()
    values = dict(priors)
    first = dict.fromkeys(values, 0.0)
    second = dict.fromkeys(values, 0.0)
    share = _shares(given)
    for turn in range(1, ROUNDS + 1):
        slopes = _slopes(scorer, given, share, values)
        for name, value in values.items():
            slope = slopes.get(name, 0.0) + 2 * STIFFNESS * (value - priors[name])
            first[name] = 0.9 * first[name] + 0.1 * slope
            second[name] = 0.999 * second[name] + 0.001 * slope * slope
            step = first[name] / (1 - 0.9**turn) / (math.sqrt(second[name] / (1 - 0.999**turn)) + 1e-8)
            moved = value - STEP * step
            if priors[name] == 0.0 or (name != "bias" and moved * priors[name] < 0):
                moved = 0.0
            values[name] = moved
    return values


def cross_validated(scorer: Scorer, weights: Weights, given: Sequence[Example]) -> list[tuple[Example, float]]:
    """Each example with the probability from a fit to the other folds. Folds go by position."""
    results: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        rest = [example for position, example in enumerate(given) if position % FOLDS != fold]
        values = fit(scorer, weights, rest)
        held_back = given[fold::FOLDS]
        results += [(example, scorer.probability(example.terms, values)) for example in held_back]
    return results


def _shares(given: Sequence[Example]) -> dict[bool, float]:
    scams = sum(example.scam for example in given)
    return {True: 0.5 / max(scams, 1), False: 0.5 / max(len(given) - scams, 1)}


def _slopes(
    scorer: Scorer, given: Sequence[Example], share: Mapping[bool, float], values: Mapping[str, float]
) -> dict[str, float]:
    slopes: dict[str, float] = {}
    for example in given:
        sums: dict[str, float] = {}
        for term in example.terms:
            sums[term.group] = sums.get(term.group, 0.0) + values[term.name] * term.factor
        total = values["bias"] + sum(scorer.capped(group, value) for group, value in sums.items())
        error = (1 / (1 + math.exp(-total)) - example.scam) * share[example.scam]
        slopes["bias"] = slopes.get("bias", 0.0) + error
        for term in example.terms:
            if scorer.capped(term.group, sums[term.group]) == sums[term.group]:
                slopes[term.name] = slopes.get(term.name, 0.0) + error * term.factor
    return slopes
