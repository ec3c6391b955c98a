"""`python -m bot eval`: runs labelled cases and prints the figures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bot.evaluation.cases import read_cases
from bot.evaluation.run import MessageResult, QuestionResult, run
from bot.evaluation.summary import summarize
from bot.evaluation.text import lines


def evaluate(files: Sequence[str], *, as_json: bool) -> int:
    """Runs the cases of `files`. Returns the exit status: 0, or 2 for files that cannot be used."""
    try:
        cases = list(read_cases(map(Path, files)))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    messages, questions = run(cases)
    summary = summarize(messages, questions)
    if as_json:
        rows = [*map(_message_row, messages), *map(_question_row, questions)]
        sys.stdout.write(msgspec.json.encode({"summary": summary, "cases": rows}).decode() + "\n")
    else:
        sys.stdout.write("\n".join(lines(summary, messages, questions)) + "\n")
    return 0


def _message_row(result: MessageResult) -> dict[str, object]:
    report = result.report
    return {
        "id": result.case.id,
        "verdict": report.verdict,
        "score": report.score,
        "brand": report.brand,
        "kind": report.kind,
        "situations": [],
        "ms": round(result.ms, 3),
    }


def _question_row(result: QuestionResult) -> dict[str, object]:
    return {
        "id": result.case.id,
        "verdict": None,
        "score": None,
        "brand": result.account.brand,
        "kind": None,
        "situations": list(result.account.situations),
        "ms": round(result.ms, 3),
    }
