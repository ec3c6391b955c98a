"""Which trick is being played: the findings vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.report import Kind
from bot.analysis.scoring import Score

ALWAYS = "always"  # the feature that every message has


def features(prepared: Prepared, findings: Sequence[Finding], score: Score) -> frozenset[str]:
    """What may vote: the signals and combinations that were found, and whose name the message uses."""
    found = {finding.signal for finding in findings} | {combination.id for combination in score.combinations}
    found.add(ALWAYS)
    if prepared.brand is not None:
        found |= {f"category:{prepared.brand.category}", f"brand:{prepared.brand.id}"}
    if prepared.message.channel:
        found.add(f"channel:{prepared.message.channel}")
    return frozenset(found)


def tally(found: Iterable[str], votes: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The sum of the votes of the features `found`, by kind."""
    sums = {kind.value: 0.0 for kind in Kind}
    for feature in found:
        for name, value in votes.get(feature, {}).items():
            sums[name] += value
    return sums


def kind(found: Iterable[str], votes: Mapping[str, Mapping[str, float]]) -> Kind | None:
    """The kind with the most votes; None where nothing speaks for any."""
    sums = tally(sorted(found), votes)
    best = max(sums, key=lambda name: sums[name])
    return Kind(best) if sums[best] > 0 else None
