"""Buttons. Each names its case, which is looked up as the presser's own: nobody can press for someone else."""

from __future__ import annotations

from bot.desk.commands import what_happened
from bot.desk.judging import report_of
from bot.desk.recovering import plan_of, say_happened, show_plan, tick
from bot.desk.visit import Outcome, Visit
from bot.recovery.account import Situation
from bot.store.records import Case
from bot.wording import talk
from bot.wording.actions import Action, Verb
from bot.wording.details import details_reply
from bot.wording.recovery import later_reply
from bot.wording.reporting import report_reply


def answer(visit: Visit, action: Action | None, case: Case | None) -> Outcome:
    """The answer to a pressed button. `case` is the presser's own case that it names, if there is one."""
    if action is not None and action.verb is Verb.OTHER and not action.case:
        return what_happened(visit)
    if action is None or case is None:
        return _old(visit)
    match action.verb:
        case Verb.DID:
            situation = next((item for item in Situation if item == action.argument), None)
            return say_happened(visit, case, situation) if situation else _old(visit)
        case Verb.NOT:
            if not case.situations:
                return Outcome(talk.say(visit.words, "nothing-happened"))
            return Outcome(show_plan(visit, case, ask=False, replaces=True), visit.touched(case))
        case Verb.OTHER:
            return Outcome(talk.ask_what_happened(visit.words, case.id, key="other"), visit.touched(case))
        case Verb.TICK:
            return tick(visit, case, action.argument, replaces=True)
        case Verb.LATER:
            plan = plan_of(case)
            return Outcome(later_reply(visit.words, plan)) if plan else _old(visit)
        case _:
            return _about_the_message(visit, action.verb, case)


def _about_the_message(visit: Visit, verb: Verb, case: Case) -> Outcome:
    report = report_of(case)
    if report is None or case.message is None:
        return _old(visit)
    if verb is Verb.REPORT:
        return Outcome(report_reply(visit.words, report, case.message), visit.touched(case))
    return Outcome(details_reply(visit.words, report, case.message, case.id), visit.touched(case))


def _old(visit: Visit) -> Outcome:
    return Outcome(talk.say(visit.words, "no-case"))
