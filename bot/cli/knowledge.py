"""`knowledge check`: whether the facts hold together, and what to look up again first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from bot.cli.output import write
from bot.knowledge.audit import Audit, audit, read_facts
from bot.knowledge.files import DIRECTORY
from bot.wording.catalog import locales, written

MOST_DUE = 20  # lines; --json has them all


def knowledge_check(*, as_json: bool, today: date | None = None, directory: Path = DIRECTORY) -> int:
    """Print what is wrong in the knowledge files. Returns the exit status: 0, or 1 where something must be mended.

    Facts that were not looked up for long are listed, but are nothing wrong: they do not change the status.
    """
    facts = read_facts({locale: written(locale) for locale in locales()}, directory)
    found = Audit(facts) if isinstance(facts, tuple) else audit(facts, today or datetime.now().astimezone().date())
    write(_object(found) if as_json else "".join(f"{line}\n" for line in _lines(found)))
    return 1 if found.problems else 0


def _object(found: Audit) -> str:
    problems = [asdict(problem) for problem in found.problems]
    due = [{**asdict(item), "checked": item.checked.isoformat(), "first": round(item.first, 1)} for item in found.due]
    return json.dumps({"problems": problems, "due": due}, ensure_ascii=False) + "\n"


def _lines(found: Audit) -> Iterator[str]:
    for problem in found.problems:
        yield f"{problem.file}: {problem.id}: {problem.what}"
        yield f"    {problem.mend}"
    yield f"problems: {len(found.problems)}"
    if found.due:
        yield f"look up again, most needed first ({len(found.due)}):"
        for item in found.due[:MOST_DUE]:
            yield f"    {item.file}: {item.id}, checked {item.checked} ({item.age} days ago)"
