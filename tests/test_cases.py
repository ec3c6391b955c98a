"""The verdicts on labelled messages: floors for whole sets, and no severe mistake on the base set."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.cases import read_cases
from bot.evaluation.run import MessageResult, run

CASES = Path(__file__).parent / "cases"


def results(folder: str) -> list[MessageResult]:
    messages, _ = run(read_cases(sorted((CASES / folder).glob("*.jsonl"))))
    return list(messages)


def share(of: list[MessageResult], label: str) -> float:
    chosen = [result for result in of if result.case.label == label]
    return sum(result.flagged for result in chosen) / len(chosen)


@pytest.fixture(scope="module")
def base() -> list[MessageResult]:
    return results("base")


def test_the_base_set_is_told_apart(base: list[MessageResult]) -> None:
    assert share(base, "scam") >= 0.99
    assert share(base, "legit") <= 0.02
    assert not [result.case.id for result in base if result.severe and result.case.label == "legit"]


def test_the_brand_that_is_spoken_for_is_found(base: list[MessageResult]) -> None:
    right = sum(result.report.brand == result.expected_brand for result in base)
    assert right / len(base) >= 0.9


def test_messages_that_nothing_was_fitted_to_are_told_apart() -> None:
    unseen = results("holdout")
    assert share(unseen, "scam") >= 0.92
    assert share(unseen, "legit") <= 0.06


def test_no_scam_of_the_holdout_is_waved_through() -> None:
    """A scam may be left open, with a question; it may hardly ever be called free of signs."""
    waved = [one for one in results("holdout") if one.case.label == "scam" and one.report.verdict == "no_sign"]
    assert len(waved) <= 2
