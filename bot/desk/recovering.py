"""A person says what happened; they are told what to do about it, and helped through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.analysis.report import Report, Verdict
from bot.desk.visit import Outcome, Visit
from bot.recovery.account import Account, Plan, Situation
from bot.recovery.plan import plan
from bot.store.records import Case
from bot.wording import talk
from bot.wording.actions import Verb
from bot.wording.recovery import Progress, plan_reply
from bot.wording.reply import Block, BlockKind, Reply
from bot.wording.situations import name
from bot.wording.verdict import headline

# What people ask is no part of what happened to them.
_ASKINGS = frozenset({Situation.ASKS_IF_SCAM, Situation.ASKS_REPORT, Situation.OTHER_OFFTOPIC})


def happened(account: Account) -> tuple[Situation, ...]:
    """What `account` says happened, without what it asks."""
    return tuple(item for item in account.situations if item not in _ASKINGS)


def harmful(account: Account) -> tuple[Situation, ...]:
    """What happened beyond that a message came."""
    return tuple(item for item in happened(account) if item is not Situation.RECEIVED_ONLY)


def says_something(account: Account) -> bool:
    """Whether `account` tells of anything that a plan or a calm answer can be made of."""
    return bool(happened(account) or account.denied or account.nearly or account.supposed or account.offer)


def merged(known: Iterable[str], new: Iterable[Situation], denied: Iterable[Situation]) -> tuple[Situation, ...]:
    """All that happened: what was known, less what is denied now, and what is new. "Nothing" only when nothing else."""
    gone = frozenset(denied)
    kept = [item for item in (_situation(value) for value in known) if item is not None and item not in gone]
    found = tuple(dict.fromkeys((*kept, *new)))
    real = tuple(item for item in found if item is not Situation.RECEIVED_ONLY)
    return real or found


def recover(visit: Visit, account: Account, case: Case | None) -> Outcome:
    """The answer to `account`, which `says_something`, about `case` (None: a matter without a message)."""
    new = happened(account)
    matter = visit.touched(case) if case else visit.new_case()
    if not harmful(account) and not matter.situations:
        if account.offer:
            return Outcome(talk.ask_which(visit.words, account.offer, matter.id), matter)
        if account.supposed:
            return Outcome(talk.supposed(visit.words, account.supposed[0]), matter)
    situations = merged(matter.situations, new, account.denied) or (Situation.RECEIVED_ONLY,)
    matter = replace(
        matter,
        situations=tuple(item.value for item in situations),
        brand=matter.brand or account.brand,
        device=account.device.value if account.device else matter.device,
    )
    heard = _heard(visit, account, situations)
    if situations == (Situation.RECEIVED_ONLY,) and matter.message is None:
        heard = (*heard, visit.words.text("heard-received"))
    reply = show_plan(visit, matter, whose=account.whose, heard=heard, notes=visit.notes() if case is None else ())
    return Outcome(reply, matter)


def say_happened(visit: Visit, case: Case, situation: Situation) -> Outcome:
    """A button said what happened."""
    situations = merged(case.situations, (situation,), ())
    if situation is Situation.RECEIVED_ONLY:
        situations = (situation,)  # "nothing" takes back what was pressed by mistake
    matter = replace(visit.touched(case), situations=tuple(item.value for item in situations))
    return Outcome(show_plan(visit, matter), matter)


def tick(visit: Visit, case: Case, step: str, *, replaces: bool, only_on: bool = False) -> Outcome:
    """A step is done; once more, and it is not (unless `only_on`)."""
    if step not in done_or_open(case):
        return Outcome(show_plan(visit, case, replaces=replaces))
    if step in case.done and not only_on:
        done = tuple(item for item in case.done if item != step)
    else:
        done = tuple(dict.fromkeys((*case.done, step)))
    matter = replace(visit.touched(case), done=done)
    return Outcome(show_plan(visit, matter, replaces=replaces), matter)


def done_or_open(case: Case) -> Sequence[str]:
    """The ids of all steps of the case's plan."""
    found = plan_of(case)
    return [step.id for step in found.steps] if found else []


def plan_of(case: Case, whose: str | None = None) -> Plan | None:
    """The plan of a case, or None while nothing is known to have happened."""
    situations = tuple(item for item in (_situation(value) for value in case.situations) if item is not None)
    if not situations:
        return None
    return plan(situations, brand=case.brand, device=case.device, kind=case.kind, whose=whose)


def show_plan(
    visit: Visit,
    case: Case,
    *,
    whose: str | None = None,
    heard: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    ask: bool = True,
    replaces: bool = False,
) -> Reply:
    """The plan of a case that has one, as far as the person is."""
    found = plan_of(case, whose)
    if found is None:
        return talk.say(visit.words, "no-plan")
    progress = Progress(
        case=case.id,
        done=case.done,
        whose=whose,
        heard=heard,
        ask=ask,
        report=case.message is not None and case.verdict != Verdict.NO_SIGN,
        replaces=replaces,
        notes=notes,
    )
    return plan_reply(visit.words, found, progress)


def with_verdict(visit: Visit, reply: Reply, report: Report, case: Case) -> Reply:
    """A plan with the verdict of the message above it, for someone who told both at once."""
    line = Block(BlockKind.HEADLINE, headline(visit.words, report, case.message))
    rest = tuple(
        replace(block, kind=BlockKind.TEXT) if block.kind is BlockKind.HEADLINE else block for block in reply.blocks
    )
    more = (visit.words.button("button-more", Verb.MORE, case.id),)
    return replace(reply, blocks=(line, *rest), report=report, buttons=(*reply.buttons, more))


def _heard(visit: Visit, account: Account, situations: tuple[Situation, ...]) -> tuple[str, ...]:
    lines = []
    if account.nearly:
        lines.append(visit.words.text("heard-nearly"))
    denied = [item for item in account.denied if item not in situations and item is not Situation.RECEIVED_ONLY]
    if denied and not account.nearly:
        lines.append(
            visit.words.text("heard-denied", what=name(visit.words, denied[0]))
            if len(denied) == 1
            else visit.words.text("heard-denied-all")
        )
    return tuple(lines)


def _situation(value: str) -> Situation | None:
    try:
        return Situation(value)
    except ValueError:  # stored by a later version
        return None
