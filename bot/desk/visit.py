"""One event with all that is known when it arrives, and what is to come of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.desk.incoming import Incoming
from bot.store.records import Case, Sample
from bot.wording.reply import Reply
from bot.wording.words import Words

# Own words are taken to be about the latest message for this long; after that they stand alone.
CASE_AT_HAND = timedelta(days=1)
# Forwards that follow each other this fast were selected together.
TOGETHER = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Visit:
    """`reporter` and `chat` are keyed hashes; `latest` is the person's latest case in this chat, of any age.

    `fresh_id` is the id for a case that this event may open.
    """

    incoming: Incoming
    reporter: str
    chat: str
    now: datetime
    words: Words
    latest: Case | None
    fresh_id: str

    @property
    def at_hand(self) -> Case | None:
        """The case that the person's words are about, or None."""
        recent = self.latest is not None and self.now - self.latest.updated <= CASE_AT_HAND
        return self.latest if recent else None

    def new_case(self) -> Case:
        """A case that knows nothing yet."""
        return Case(
            id=self.fresh_id,
            reporter=self.reporter,
            chat=self.chat,
            platform=self.incoming.platform,
            locale=self.words.catalog.locale,
            opened=self.now,
            updated=self.now,
        )

    def touched(self, case: Case) -> Case:
        """`case` as of now, in the language that is spoken now."""
        return replace(case, updated=self.now, locale=self.words.catalog.locale)

    def notes(self) -> tuple[str, ...]:
        """What someone new must know."""
        return () if self.latest else (self.words.text("logged-note"),)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to answer and what to write: both happen, or neither."""

    reply: Reply
    case: Case | None = None
    sample: Sample | None = field(default=None)
