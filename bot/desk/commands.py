"""Commands: the same few on every platform."""

from __future__ import annotations

from bot.desk.incoming import Command
from bot.desk.recovering import show_plan
from bot.desk.visit import Outcome, Visit
from bot.wording import talk


def answer(visit: Visit, command: Command) -> Outcome:
    """The answer to any command but CHECK and FORGET."""
    match command:
        case Command.START:
            return Outcome(talk.welcome(visit.words))
        case Command.PRIVACY:
            return Outcome(talk.privacy(visit.words))
        case Command.RECOVER:
            return what_happened(visit)
        case Command.RESUME:
            return resume(visit)
        case _:
            return Outcome(talk.usage(visit.words))


def resume(visit: Visit) -> Outcome:
    """The plan again, however long ago it was."""
    if not visit.incoming.private:
        return Outcome(talk.say(visit.words, "private-only"))
    if visit.latest is None or not visit.latest.situations:
        return Outcome(talk.say(visit.words, "no-plan"))
    return Outcome(show_plan(visit, visit.latest), visit.touched(visit.latest))


def what_happened(visit: Visit) -> Outcome:
    """Recovery without a message: what can have happened, as buttons."""
    if not visit.incoming.private:
        return Outcome(talk.say(visit.words, "private-only"))
    case = visit.touched(visit.at_hand) if visit.at_hand else visit.new_case()
    return Outcome(talk.ask_what_happened(visit.words, case.id), case)
