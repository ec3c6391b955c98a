"""Fits the weights to labelled cases: logistic regression that starts from the written priors and stays near them.

The loss is the mean log-loss, each label counting one half however many cases it has, plus `STIFFNESS` times the
squared distance of each weight from its prior. A weight never changes the sign of its prior: cases may say that a sign
counts little, not that it counts the other way. Needs numpy, which the bot itself does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from bot.analysis.scoring import Scorer, Term
from bot.knowledge.weights import Weights

STIFFNESS = 0.0003
ROUNDS = 600
STEP = 0.03
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A case as the fit sees it: the terms that make up its score, and whether it is a scam."""

    id: str
    terms: tuple[Term, ...]
    scam: bool


def fit(weights: Weights, given: Sequence[Example]) -> dict[str, float]:
    """The fitted weights by name. The same examples give the same weights."""
    priors = weights.priors()
    names = [name for name in priors if name != "bias"]
    prior = numpy.array([priors[name] for name in names])
    table, groups = _table(names, given)
    scam = numpy.array([example.scam for example in given], dtype=float)
    share = numpy.where(scam == 1, 0.5 / max(scam.sum(), 1), 0.5 / max(len(given) - scam.sum(), 1))
    caps = {group: weights.caps.get(group, float("inf")) for group in groups}
    values, bias = prior.copy(), priors["bias"]
    first, second = numpy.zeros(len(names) + 1), numpy.zeros(len(names) + 1)
    for turn in range(1, ROUNDS + 1):
        total = numpy.full(len(given), bias)
        free = numpy.ones_like(table)
        for group, columns in groups.items():
            added = table[:, columns] @ values[columns]
            total += numpy.clip(added, -caps[group], caps[group])
            free[:, columns] = (numpy.abs(added) <= caps[group])[:, None]
        error = (1 / (1 + numpy.exp(-total)) - scam) * share
        slope = numpy.append((table * free).T @ error + 2 * STIFFNESS * (values - prior), error.sum())
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        step = STEP * first / (1 - 0.9**turn) / (numpy.sqrt(second / (1 - 0.999**turn)) + 1e-8)
        values = values - step[:-1]
        values[values * prior <= 0] = 0.0
        bias -= step[-1]
    return {"bias": float(bias), **{name: float(value) for name, value in zip(names, values, strict=True)}}


def cross_validated(scorer: Scorer, weights: Weights, given: Sequence[Example]) -> list[tuple[Example, float]]:
    """Each example with the probability from a fit to the other folds. Folds go by position."""
    results: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        values = fit(weights, [example for position, example in enumerate(given) if position % FOLDS != fold])
        results += [(example, scorer.probability(example.terms, values)) for example in given[fold::FOLDS]]
    return results


def _table(names: Sequence[str], given: Sequence[Example]) -> tuple[Any, dict[str, list[int]]]:
    """The factors of every term, a row an example, and which columns belong to which group."""
    place = {name: number for number, name in enumerate(names)}
    table = numpy.zeros((len(given), len(names)))
    groups: dict[str, list[int]] = {}
    for row, example in enumerate(given):
        for term in example.terms:
            column = place[term.name]
            table[row, column] = term.factor
            if column not in groups.setdefault(term.group, []):
                groups[term.group].append(column)
    return table, groups
