"""The figures of a run for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.evaluation.run import MessageResult, QuestionResult


def lines(
    summary: dict[str, Any], messages: Sequence[MessageResult], questions: Sequence[QuestionResult]
) -> Iterator[str]:
    """The table, then every wrong case."""
    if messages:
        yield from _messages(summary["messages"])
    if questions:
        figures = summary["questions"]
        yield f"questions          {figures['count']}"
        yield f"  recall           {figures['recall']}"
        yield f"  precision        {figures['precision']}"
        yield f"  denied given     {figures['denied']} ({figures['denied_percent']} %)"
        yield f"  ms               {_times(figures['ms'])}"
    yield f"memory             {summary['memory_mb']} MB"
    wrong = [result for result in messages if result.wrong]
    if wrong:
        yield ""
        yield f"wrong messages ({len(wrong)})"
        for result in wrong:
            report = result.report
            signals = " ".join(f"{item.signal}{item.weight:+.1f}" for item in report.evidence[:8])
            yield f"  {result.case.id}: {result.case.label} called {report.verdict} {report.score:.2f}  {signals}"
    unlike = [result for result in questions if result.missed or result.extra or result.denied]
    if unlike:
        yield ""
        yield f"wrong questions ({len(unlike)})"
        for question in unlike:
            yield (
                f"  {question.case.id}: missed {_names(question.missed)}  extra {_names(question.extra)}"
                f"  denied {_names(question.denied)}"
            )


def _messages(figures: dict[str, Any]) -> Iterator[str]:
    for label, title in (("scam", "scam"), ("legit", "genuine")):
        part = figures[label]
        if part["count"]:
            yield (
                f"{title:<18} {part['count']}: flagged {part['flagged']} ({part['flagged_percent']} %),"
                f" called scam {part['called_scam']} ({part['called_scam_percent']} %)"
            )
    yield f"brand right        {figures['brand_accuracy']} % (scams {figures['brand_accuracy_scam']} %)"
    yield f"kind right         {figures['kind_accuracy']} %"
    yield f"calibration error  {figures['calibration_error']}"
    yield f"ms                 {_times(figures['ms'])}"
    for title in ("by_channel", "by_kind", "by_language"):
        yield title.replace("_", " ")
        for name, part in figures[title].items():
            yield f"  {name:<28} {part['flagged']:>4} of {part['count']:<4} flagged"


def _times(times: dict[str, float]) -> str:
    return f"median {times['median']}, p99 {times['p99']}, most {times['max']}"


def _names(names: frozenset[str]) -> str:
    return ",".join(sorted(names)) or "-"
