from __future__ import annotations

import pytest

from bot.analysis.finding import Finding
from bot.analysis.report import Verdict
from bot.analysis.scoring import Scorer
from bot.knowledge.weights import Bias, Combination, SignalWeight, Thresholds, Weights


def weights(*combinations: Combination) -> Weights:
    return Weights(
        bias=Bias(prior=-1.0, weight=-1.0),
        thresholds=Thresholds(scam=0.9, suspicious=0.5, no_sign=0.2),
        caps={"pressure": 2.0},
        signals={
            "pressure.deadline": SignalWeight(prior=1.5, weight=1.5, group="pressure"),
            "pressure.arrest": SignalWeight(prior=1.5, weight=1.5, group="pressure"),
            "link.not_official": SignalWeight(prior=3.0, weight=3.0, group="link"),
            "genuine.warns_of_scam": SignalWeight(prior=-1.0, weight=-1.0, group="genuine"),
        },
        combinations=list(combinations),
    )


def total(scorer: Scorer, *names: str) -> float:
    import math

    probability = scorer.score([Finding(name) for name in names]).probability
    return round(math.log(probability / (1 - probability)), 6)


def test_weights_add_up_on_the_bias() -> None:
    assert total(Scorer(weights()), "link.not_official", "pressure.deadline") == 3.5


def test_a_group_counts_no_more_than_its_cap() -> None:
    assert total(Scorer(weights()), "pressure.deadline", "pressure.arrest") == 1.0


def test_a_signal_counts_once_and_keeps_the_finding_that_quotes() -> None:
    score = Scorer(weights()).score([Finding("link.not_official"), Finding("link.not_official", "evil.example")])
    assert [item.quote for item in score.evidence] == ["evil.example"]
    assert score.probability == pytest.approx(0.8808, abs=1e-4)


def test_a_combination_adds_and_damps_only_where_it_holds() -> None:
    damping = Combination(
        id="exit.warning", all=["genuine.warns_of_scam"], none=["link.*"], damp={"pressure": 0.5}, weight=-0.5
    )
    scorer = Scorer(weights(damping))
    assert total(scorer, "genuine.warns_of_scam", "pressure.deadline") == -1.75
    assert total(scorer, "genuine.warns_of_scam", "pressure.deadline", "link.not_official") == 2.5


def test_evidence_is_ordered_by_strength() -> None:
    score = Scorer(weights()).score([Finding("genuine.warns_of_scam"), Finding("link.not_official")])
    assert [item.signal for item in score.evidence] == ["link.not_official", "genuine.warns_of_scam"]


@pytest.mark.parametrize(
    ("probability", "positive", "verdict"),
    [
        (0.95, True, Verdict.SCAM),
        (0.6, True, Verdict.SUSPICIOUS),
        (0.3, True, Verdict.UNCLEAR),
        (0.1, True, Verdict.NO_SIGN),
        (0.1, False, Verdict.UNCLEAR),  # nothing found is not the same as found to be good
    ],
)
def test_verdicts(probability: float, positive: bool, verdict: Verdict) -> None:
    assert Scorer(weights()).verdict(probability, positive=positive) is verdict
