"""Fits the votes for the kind of trick: multinomial logistic regression around the votes of the weights file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from bot.analysis.kinds import ALWAYS, tally
from bot.analysis.report import Kind
from bot.knowledge.weights import Weights

STIFFNESS = 0.0015
ROUNDS = 120
STEP = 0.1
LEAST = 0.05  # smaller votes are left out of the file

Votes = dict[str, dict[str, float]]


def prior_votes(weights: Weights) -> Votes:
    """The written votes, by feature."""
    votes: Votes = {name: dict(signal.kinds) for name, signal in weights.signals.items()}
    votes |= {one.id: dict(one.kinds) for one in weights.combinations}
    votes |= {f"category:{name}": dict(kinds) for name, kinds in weights.category_kinds.items()}
    votes |= {f"brand:{name}": dict(kinds) for name, kinds in weights.brand_kinds.items()}
    votes[ALWAYS] = {}
    return votes


def fit_votes(weights: Weights, given: Sequence[tuple[frozenset[str], str]]) -> Votes:
    """The fitted votes. `given` are the features of scams with their kind. The same input gives the same votes."""
    priors = prior_votes(weights)
    votes: Votes = {}
    kinds = [kind.value for kind in Kind]
    for feature in {*priors, *(feature for found, _ in given for feature in found)}:
        votes[feature] = {kind: priors.get(feature, {}).get(kind, 0.0) for kind in kinds}
    squares: Votes = {feature: dict.fromkeys(kinds, 1e-4) for feature in votes}
    for _ in range(ROUNDS):
        slopes: Votes = {}
        for found, right in given:
            for kind, chance in _chances(found, votes).items():
                error = (chance - (kind == right)) / len(given)
                if abs(error) * len(given) < 1e-3:
                    continue
                for feature in found:
                    by_kind = slopes.setdefault(feature, {})
                    by_kind[kind] = by_kind.get(kind, 0.0) + error
        for feature, by_kind in votes.items():
            for kind, vote in by_kind.items():
                slope = slopes.get(feature, {}).get(kind, 0.0)
                slope += STIFFNESS * (vote - priors.get(feature, {}).get(kind, 0.0))
                squares[feature][kind] += slope * slope
                by_kind[kind] = vote - STEP * slope / math.sqrt(squares[feature][kind])
    return {
        feature: kept
        for feature, by_kind in sorted(votes.items())
        if (kept := {kind: round(vote, 2) for kind, vote in by_kind.items() if abs(vote) >= LEAST})
    }


def _chances(found: Iterable[str], votes: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    sums = tally(found, votes)
    top = max(sums.values())
    powers = {kind: math.exp(value - top) for kind, value in sums.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}
