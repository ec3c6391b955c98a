"""What a button says when it is pressed: a short verb, the case it belongs to, and an argument."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.wording.reply import ACTION_BYTES

_SEPARATOR = ":"


class Verb(StrEnum):
    """What pressing does. The values travel to the platforms and back: change none."""

    DID = "did"  # the person says what happened; argument: a situation
    NOT = "not"  # the person says it did not happen; argument: a situation, or none for all we asked
    OTHER = "other"  # show everything that can have happened
    TICK = "tick"  # a step is done, or not after all; argument: the step
    LATER = "later"  # what not to do, what to keep, what to check later
    REPORT = "report"  # how to report the message
    MORE = "more"  # all evidence
    FORGET = "forget"  # erase this person's data


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed or offered button. `case` is a case id or empty; `argument` may be empty."""

    verb: Verb
    case: str = ""
    argument: str = ""

    def encode(self) -> str:
        """The action id that travels through the platform.

        Raises ValueError when it would be longer than `ACTION_BYTES` bytes.
        """
        text = _SEPARATOR.join((self.verb, self.case, self.argument)).rstrip(_SEPARATOR)
        if len(text.encode()) > ACTION_BYTES:
            raise ValueError(f"action id {text!r} is longer than {ACTION_BYTES} bytes")
        return text


def decode(text: str) -> Action | None:
    """The action of an action id, or None for one that is not ours (or of an older version)."""
    verb, _, rest = text.partition(_SEPARATOR)
    case, _, argument = rest.partition(_SEPARATOR)
    try:
        return Action(Verb(verb), case, argument)
    except ValueError:
        return None
