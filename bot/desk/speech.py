"""What a person wrote, pasted or forwarded is answered."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.extract import find_mail_addresses, find_numbers
from bot.analysis.message import TOLD, Message
from bot.analysis.report import Question, Verdict
from bot.analysis.scraps import read_scrap
from bot.desk import commands
from bot.desk.hearing import Heard, Small
from bot.desk.judging import Judged, Lookup, belongs_to, joined, judge, report_of, verdict
from bot.desk.recovering import happened, harmful, plan_of, recover, says_something, show_plan, tick, with_verdict
from bot.desk.ticking import ticked
from bot.desk.visit import Outcome, Visit
from bot.recovery.account import Account, Situation
from bot.wording import talk
from bot.wording.reply import Block, BlockKind, Reply
from bot.wording.reporting import report_reply

_RECEIVED = {Situation.RECEIVED_ONLY, Situation.ASKS_IF_SCAM}
_RISKY = (Verdict.SCAM, Verdict.SUSPICIOUS)
# What a retelling can carry over of the message itself. How it is worded is the teller's.
_TOLD = frozenset({"pressure", "demand", "lure", "script", "support", "extortion", "pattern", "link"})

_ASKING_LENGTH = 80  # characters; who writes more tells of what happened


async def answer(visit: Visit, heard: Heard, lookup: Lookup, *, shortened: bool) -> Outcome:
    """The answer to what was heard. `lookup` finds what others reported; `shortened`: not all was looked at."""
    warnings = talk.secret_warning(visit.words, heard.secrets)
    notes = (visit.words.text("too-long-note"),) if shortened else ()
    if heard.message is None:
        return _with_warnings(await _words_alone(visit, heard, lookup), warnings)
    if heard.unreadable:
        notes = (visit.words.text(talk.unreadable_key(heard.unreadable)), *notes)
    return await _message(visit, heard, heard.message, lookup, warnings, notes)


async def _message(
    visit: Visit, heard: Heard, message: Message, lookup: Lookup, warnings: tuple[str, ...], notes: tuple[str, ...]
) -> Outcome:
    case = belongs_to(visit, message, fragment=heard.fragment, forwarded=heard.forwarded)
    whole = joined(case, message, fragment=heard.fragment) if case else message
    judged = await judge(visit, whole, case, lookup, scrap=message.body if heard.fragment else "")
    shown = verdict(visit, judged, lead=warnings, notes=notes)
    account = heard.account
    if account is None or not visit.incoming.private or not (harmful(account) or account.offer):
        return shown  # the first screen tells what to do about a message that was only received
    told = recover(visit, account, judged.case)
    reply = with_verdict(visit, told.reply, judged.report, judged.case)
    return _with_warnings(Outcome(replace(reply, campaign=shown.reply.campaign), told.case, judged.sample), warnings)


async def _words_alone(visit: Visit, heard: Heard, lookup: Lookup) -> Outcome:
    if heard.empty:
        return Outcome(_unread(visit, heard))
    case = visit.at_hand
    plan = plan_of(case) if case else None
    if case and plan and visit.incoming.private:
        step = ticked(heard.words, plan.steps, case.done)
        if step:
            return tick(visit, case, step, replaces=False, only_on=True)
    match heard.small:
        case Small.THANKS:
            return Outcome(talk.say(visit.words, "thanks"))
        case Small.GREETING:
            return Outcome(talk.say(visit.words, "greeting"))
        case Small.RESUME:
            return commands.resume(visit)
        case Small.HELP:
            return Outcome(talk.usage(visit.words))
        case Small.YES if case and case.situations and visit.incoming.private:
            return Outcome(talk.ask_what_happened(visit.words, case.id, key="other"), visit.touched(case))
        case Small.NO if case and plan:
            return Outcome(show_plan(visit, case, ask=False), visit.touched(case))
        case Small.NO if case and case.message:
            return Outcome(talk.say(visit.words, "nothing-happened"))
        case _:
            return await _account(visit, heard, heard.account or Account(), lookup)


async def _named(visit: Visit, heard: Heard, account: Account, lookup: Lookup) -> Outcome | None:
    """The answer to a name or number alone that could have been the person's own words, or None for other words."""
    scrap = read_scrap(heard.words)
    # A name that is an everyday word too, such as 「マイナンバー」, may tell what was given away.
    if scrap is None or (scrap.brand and (harmful(account) or account.offer)):
        return None
    message = Message(body=heard.words)
    case = belongs_to(visit, message, fragment=True, forwarded=False)
    whole = joined(case, message, fragment=True) if case else message
    return verdict(visit, await judge(visit, whole, case, lookup, scrap=heard.words))


async def _asked_about(visit: Visit, heard: Heard, account: Account, lookup: Lookup) -> Outcome | None:
    """The answer to a short question about one number or address, such as 「0120-…から電話が来た」, or None."""
    case = visit.at_hand
    if (case and (case.situations or case.question)) or not set(account.situations) <= _RECEIVED or heard.secrets:
        return None
    if len(heard.words) > _ASKING_LENGTH:
        return None
    found = [heard.words[address.start : address.end] for address in find_mail_addresses(heard.words)]
    found += [heard.words[number.start : number.end] for number in find_numbers(heard.words)]
    if len(found) != 1:
        return None
    bare = found[0]
    return verdict(visit, await judge(visit, Message(body=bare), None, lookup, scrap=bare))


async def _account(visit: Visit, heard: Heard, account: Account, lookup: Lookup) -> Outcome:
    case = visit.at_hand
    if not (case and case.situations) and not heard.secrets:
        named = await _named(visit, heard, account, lookup)
        if named is not None:
            return named
    if not harmful(account) and not account.offer:
        retold = await _retold(visit, heard, account, lookup)
        if retold is not None:
            return retold
        if heard.unreadable:
            return Outcome(_unread(visit, heard))
        asked_about = await _asked_about(visit, heard, account, lookup)
        if asked_about is not None:
            return asked_about
    if Situation.ASKS_IF_SCAM in account.situations and not harmful(account):
        return _again(visit) or Outcome(talk.say(visit.words, "send-message", "send-message-how"))
    if happened(account) or account.offer:
        return recover(visit, account, case) if visit.incoming.private else _private_only(visit)
    if case and case.message and case.question == Question.CONTEXT:
        # We asked who it is from and how it began; whatever they tell is the answer.
        added = joined(case, Message(comment=heard.words), fragment=False)
        return verdict(visit, await judge(visit, added, case, lookup))
    if says_something(account):
        return recover(visit, account, case) if visit.incoming.private else _private_only(visit)
    if Situation.ASKS_REPORT in account.situations:
        report = report_of(case) if case else None
        return Outcome(report_reply(visit.words, report, case.message if case else None))
    if heard.secrets and visit.incoming.private:
        # They wrote a secret and nothing else: most likely it was asked of them.
        return commands.what_happened(visit)
    if case and case.situations and visit.incoming.private:
        return Outcome(talk.during(visit.words, plan=True))
    if case and case.message:
        return Outcome(talk.during(visit.words, plan=False))
    return Outcome(talk.say(visit.words, "offtopic", "offtopic-how"))


async def _retold(visit: Visit, heard: Heard, account: Account, lookup: Lookup) -> Outcome | None:
    """The verdict on a call or message that the person tells of in their own words, or None where that shows nothing.

    Most calls can only be told. What is told is not logged: it is their own words, not the scammer's.
    """
    if not _RECEIVED & set(account.situations):
        return None
    judged = await judge(visit, Message(body=heard.words, channel=TOLD), None, lookup)
    report = judged.report
    if report.verdict not in _RISKY or not any(item.signal.split(".")[0] in _TOLD for item in report.evidence):
        return None
    shown = verdict(visit, judged, notes=(visit.words.text("retold-note"),))
    return Outcome(replace(shown.reply, situations=account.situations), shown.case, None)


def _again(visit: Visit) -> Outcome | None:
    """The verdict at hand once more, or None."""
    case = visit.at_hand
    report = report_of(case) if case else None
    if case is None or case.message is None or report is None:
        return None
    shown = Judged(case.message, report, visit.touched(case), None, asked=case.question is not None, similar=None)
    return verdict(visit, shown)


def _unread(visit: Visit, heard: Heard) -> Reply:
    if heard.unreadable:
        return talk.unreadable(visit.words, heard.unreadable)
    return talk.say(visit.words, "no-text" if heard.signs_only else "empty")


def _private_only(visit: Visit) -> Outcome:
    return Outcome(talk.say(visit.words, "private-only"))


def _with_warnings(outcome: Outcome, warnings: tuple[str, ...]) -> Outcome:
    lines = tuple(Block(BlockKind.TEXT, line) for line in warnings)
    return replace(outcome, reply=replace(outcome.reply, blocks=(*lines, *outcome.reply.blocks))) if lines else outcome
