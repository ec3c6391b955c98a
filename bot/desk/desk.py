"""The conversation: every event of every platform comes in here and is answered here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from weakref import WeakValueDictionary

from bot.community.identity import chat_key, event_key, reporter_key
from bot.desk import commands, presses, speech
from bot.desk.clean import clean, cut
from bot.desk.hearing import Small, hear
from bot.desk.incoming import Command, Incoming
from bot.desk.opening import AtOnce, Reader, opened
from bot.desk.visit import Outcome, Visit
from bot.knowledge.models import Knowledge
from bot.store.records import Case, Erased, Event, Sample, Similar
from bot.wording import talk
from bot.wording.actions import Verb, decode
from bot.wording.catalog import catalog, locales
from bot.wording.reply import Reply
from bot.wording.words import Words


class Cases(Protocol):
    """What the desk needs of the store. `store.Store` is one."""

    async def case(self, case_id: str, reporter: str) -> Case | None: ...

    async def latest_case(self, reporter: str, chat: str) -> Case | None: ...

    async def similar(self, fingerprint: bytes, brand: str | None) -> Similar | None: ...

    async def record(self, case: Case, sample: Sample | None = None, event: Event | None = None) -> bool: ...

    async def claim_event(self, event: Event) -> bool: ...

    async def forget(self, reporter: str) -> Erased: ...


class Desk:
    """Answers events. Whatever it must remember is in the store, so any process can go on with any conversation.

    `clock` gives the time (aware UTC); `new_id` gives ids for cases (at most 12 characters of [a-z0-9], not
    guessable); `secret` turns people into hashes; `reader` reads their files (without one, this process
    does); `locale` is for people whose platform
    reports none.
    """

    def __init__(
        self,
        store: Cases,
        knowledge: Knowledge,
        *,
        secret: bytes,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        reader: Reader | None = None,
        locale: str = "ja",
    ) -> None:
        self._store = store
        self._knowledge = knowledge
        self._secret = secret
        self._clock = clock
        self._new_id = new_id
        self._reader = reader or AtOnce()
        self._locale = locale
        # Two events of one person must not change the same case at the same time. Nothing is remembered here:
        # a lock lives only while someone holds it or waits for it.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def handle(self, incoming: Incoming, /) -> Reply | None:
        """The answer to `incoming`; None for one that was answered before."""
        reporter = reporter_key(self._secret, incoming.platform, incoming.user)
        lock = self._locks.setdefault(reporter, asyncio.Lock())
        async with lock:
            return await self._handle(incoming, reporter)

    async def _handle(self, incoming: Incoming, reporter: str) -> Reply | None:
        now = self._clock()
        chat = chat_key(self._secret, incoming.platform, incoming.chat)
        event = None
        if incoming.event is not None:
            event = Event(event_key(self._secret, incoming.platform, incoming.event), reporter, now)
        shortened = cut(incoming)
        incoming = await opened(clean(incoming), self._reader)
        latest = await self._store.latest_case(reporter, chat)
        visit = Visit(incoming, reporter, chat, now, self._words(incoming, latest), latest, self._new_id())
        if _wants_to_be_forgotten(incoming):
            return await self._forget(visit, event)
        outcome = await self._outcome(visit, shortened=shortened)
        if outcome is None:
            return await self._forget(visit, event)
        return outcome.reply if await self._write(outcome, event) else None

    async def _outcome(self, visit: Visit, *, shortened: bool) -> Outcome | None:
        """What comes of the event; None when the person asks in words to be forgotten."""
        incoming = visit.incoming
        if incoming.press is not None:
            action = decode(incoming.press)
            case = await self._store.case(action.case, visit.reporter) if action and action.case else None
            return presses.answer(visit, action, case)
        if incoming.command is not None and incoming.command is not Command.CHECK:
            return commands.answer(visit, incoming.command)
        heard = hear(incoming, has_case=visit.at_hand is not None)
        if heard.small is Small.FORGET:
            return None
        language = heard.language
        if language in locales() and language != visit.words.catalog.locale:
            visit = replace(visit, words=Words(catalog(language), self._knowledge))
        return await speech.answer(visit, heard, self._store.similar, shortened=shortened)

    async def _forget(self, visit: Visit, event: Event | None) -> Reply | None:
        # The event is noted first, so that a redelivery does not answer that there was nothing.
        if event is not None and not await self._store.claim_event(event):
            return None
        erased = await self._store.forget(visit.reporter)
        return talk.forgotten(visit.words, cases=erased.cases, samples=erased.samples)

    async def _write(self, outcome: Outcome, event: Event | None) -> bool:
        """Write what came of the event; False when it was answered before."""
        if outcome.case is not None:
            return await self._store.record(outcome.case, outcome.sample, event)
        return event is None or await self._store.claim_event(event)

    def _words(self, incoming: Incoming, latest: Case | None) -> Words:
        locale = incoming.locale or (latest.locale if latest else None) or self._locale
        return Words(catalog(locale), self._knowledge)


def _wants_to_be_forgotten(incoming: Incoming) -> bool:
    if incoming.press is not None:
        action = decode(incoming.press)
        return action is not None and action.verb is Verb.FORGET
    return incoming.command is Command.FORGET
