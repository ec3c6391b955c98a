"""`python -m bot eval`: runs labelled cases and prints the figures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bot.evaluation.ablation import print_ready
from bot.evaluation.cases import MessageCase, read_cases
from bot.evaluation.run import MessageResult, QuestionResult, run
from bot.evaluation.summary import summarize
from bot.evaluation.text import lines
from bot.knowledge.weights import load_weights


def evaluate(files: Sequence[str], *, as_json: bool, ablate: bool = False) -> int:
    """Runs the cases of `files`, or with `ablate` says what each signal decides in the messages among them.

    Returns the exit status: 0, or 2 for files that cannot be used.
    """
    try:
        cases = list(read_cases(map(Path, files)))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if ablate:
        labelled = [case for case in cases if isinstance(case, MessageCase)]
        if not labelled:
            sys.stderr.write(f"no labelled messages in {', '.join(files)}\n")
            return 2
        sys.stdout.write(print_ready(labelled, load_weights(), as_json=as_json))
        return 0
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
