"""What reading a text for what happened gives, and what the rules conclude, before it is made into an `Account`."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.recovery.account import Situation
from bot.recovery.polarity import Polarity


@dataclass(slots=True)
class Reading:
    """Gathers, in the order of mention, each situation with what was said of it.

    `broad` are situations denied only as one of many (「何も入れてない」): an act that is told weighs more.
    `received`: a message or call is said to have come; `pressed`: somebody wants something; `imagined`: something
    unnamed is only asked about; `own_desk`: one's own bank, a shop or the police are spoken to; `regret`: an act is
    regretted, whatever it was; `vague`: something bad happened, left open what; `relevant`: the text is about our
    topic at all.
    """

    said: list[tuple[Situation, Polarity]] = field(default_factory=list)
    broad: list[Situation] = field(default_factory=list)
    offer: list[Situation] = field(default_factory=list)
    received: bool = False
    imagined: bool = False
    asks_if_scam: bool = False
    asks_before_acting: bool = False
    asks_report: bool = False
    pressed: bool = False
    regret: bool = False
    own_desk: bool = False
    helpless: bool = False
    vague: bool = False
    relevant: bool = False
    device: str | None = None
    whose: str | None = None

    def say(self, names: tuple[str, ...], polarity: Polarity) -> None:
        """Note that the text says `polarity` of each of the situations."""
        self.said.extend((Situation(name), polarity) for name in names)

    def deny_broadly(self, names: tuple[str, ...]) -> None:
        """Note that none of the situations happened, said of all at once."""
        self.broad.extend(Situation(name) for name in names)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules conclude from a reading, situation by situation (see `account.Account`).

    `situations` holds RECEIVED_ONLY where a message came and nothing was done; `wanted` is what somebody demands;
    `off_topic`: it is about something else; `answer`: a mere yes or no.
    """

    situations: tuple[Situation, ...]
    denied: tuple[Situation, ...]
    nearly: tuple[Situation, ...]
    supposed: tuple[Situation, ...]
    wanted: tuple[Situation, ...]
    asks: tuple[Situation, ...]
    offer: tuple[Situation, ...]
    off_topic: bool
    answer: bool
