"""The figures of a run."""

from __future__ import annotations

import resource
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.evaluation.run import MessageResult, QuestionResult

BINS = 10  # of predicted probability, for the calibration error


def percent(part: int, whole: int) -> float | None:
    """`part` of `whole` in percent, or None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def summarize(messages: Sequence[MessageResult], questions: Sequence[QuestionResult]) -> dict[str, Any]:
    """All figures as plain values, ready for JSON. Shares are in percent, times in milliseconds, memory in MB."""
    summary: dict[str, Any] = {"memory_mb": memory_mb()}
    if messages:
        scams = [result for result in messages if result.case.label == "scam"]
        legit = [result for result in messages if result.case.label != "scam"]
        summary["messages"] = {
            "count": len(messages),
            "scam": _label(scams),
            "legit": _label(legit),
            "brand_accuracy": percent(
                sum(result.report.brand == result.expected_brand for result in messages), len(messages)
            ),
            "brand_accuracy_scam": percent(
                sum(result.report.brand == result.expected_brand for result in scams), len(scams)
            ),
            "kind_accuracy": percent(sum(result.report.kind == result.case.kind for result in scams), len(scams)),
            "calibration_error": calibration(
                [(result.report.score, result.case.label == "scam") for result in messages]
            ),
            "ms": _times([result.ms for result in messages]),
            "by_channel": _groups(messages, lambda result: result.case.channel or "unknown"),
            "by_kind": _groups(messages, lambda result: result.case.kind or "genuine"),
            "by_language": _groups(messages, lambda result: result.case.lang or "unknown"),
        }
    if questions:
        expected = sum(len(result.case.situations) for result in questions)
        missed = sum(len(result.missed) for result in questions)
        found = sum(len(result.found) for result in questions)
        extra = sum(len(result.extra) for result in questions)
        denied = sum(bool(result.denied) for result in questions)
        summary["questions"] = {
            "count": len(questions),
            "recall": round((expected - missed) / expected, 4) if expected else None,
            "precision": round((found - extra) / found, 4) if found else None,
            "denied": denied,
            "denied_percent": percent(denied, len(questions)),
            "ms": _times([result.ms for result in questions]),
        }
    return summary


def calibration(predictions: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over `BINS` bins of equal width: how far probabilities are from what came true."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, scam in predictions:
        bins[min(int(probability * BINS), BINS - 1)].append((probability, scam))
    error = 0.0
    for group in bins:
        if group:
            predicted = statistics.fmean(probability for probability, _ in group)
            true = statistics.fmean(scam for _, scam in group)
            error += abs(predicted - true) * len(group) / len(predictions)
    return round(error, 4)


def memory_mb() -> float:
    """The most memory that this process has used."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)


def _label(results: Sequence[MessageResult]) -> dict[str, Any]:
    return {
        "count": len(results),
        "flagged": sum(result.flagged for result in results),
        "flagged_percent": percent(sum(result.flagged for result in results), len(results)),
        "called_scam": sum(result.severe for result in results),
        "called_scam_percent": percent(sum(result.severe for result in results), len(results)),
    }


def _groups(messages: Iterable[MessageResult], key: Callable[[MessageResult], str]) -> dict[str, Any]:
    groups: dict[str, list[MessageResult]] = {}
    for result in messages:
        groups.setdefault(f"{result.case.label} {key(result)}", []).append(result)
    return {name: _label(groups[name]) for name in sorted(groups)}


def _times(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 3),
        "p99": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 3),
        "max": round(ordered[-1], 3),
    }
