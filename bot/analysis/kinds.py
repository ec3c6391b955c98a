"""Which trick is being played: the findings vote."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.report import Kind
from bot.analysis.scoring import Score
from bot.knowledge.weights import Weights


def kind(prepared: Prepared, findings: Sequence[Finding], score: Score, weights: Weights) -> Kind | None:
    """The kind with the most votes; None where nothing speaks for a trick."""
    votes: dict[str, float] = {}
    for name in {finding.signal for finding in findings}:
        _add(votes, weights.signals[name].kinds)
    for combination in score.combinations:
        _add(votes, combination.kinds)
    if prepared.brand is not None:
        _add(votes, weights.category_kinds.get(prepared.brand.category, {}))
        _add(votes, weights.brand_kinds.get(prepared.brand.id, {}))
    if not votes:
        return Kind.BRAND_PHISHING if prepared.brand is not None and score.probability >= 0.5 else None
    return Kind(max(votes, key=lambda name: (votes[name], name)))


def _add(votes: dict[str, float], more: dict[str, float]) -> None:
    for name, value in more.items():
        votes[name] = votes.get(name, 0.0) + value
