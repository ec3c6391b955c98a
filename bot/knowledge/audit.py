"""Whether the facts hold together: what is wrong in the knowledge files, and what to look up again first. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.knowledge.audit_contacts import contact_problems
from bot.knowledge.audit_dates import date_problems, due
from bot.knowledge.audit_facts import Due, Facts, Problem, read_facts
from bot.knowledge.audit_hosts import host_problems
from bot.knowledge.audit_names import name_problems
from bot.knowledge.audit_wordings import weight_problems, wording_problems
from bot.knowledge.audit_words import word_problems

__all__ = ["Audit", "Due", "Facts", "Problem", "audit", "read_facts"]


@dataclass(frozen=True, slots=True)
class Audit:
    """`problems` must be mended; `due` is what was not looked up for long, the most needed first."""

    problems: tuple[Problem, ...]
    due: tuple[Due, ...] = ()


def audit(facts: Facts, today: date) -> Audit:
    """Look at all of `facts` as of `today`."""
    problems = (
        *host_problems(facts),
        *name_problems(facts),
        *contact_problems(facts),
        *word_problems(facts),
        *wording_problems(facts),
        *weight_problems(facts),
        *date_problems(facts, today),
    )
    return Audit(problems, due(facts, today))
