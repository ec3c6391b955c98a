"""The store as the desk sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store import cases, events, samples
from bot.store.engine import WRITING, open_engine, wipe_log
from bot.store.migrate import migrate
from bot.store.records import Case, Erased, Event, Sample, Similar


class Transaction:
    """Changes that happen together or not at all. Made by `Store.transaction`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def claim_event(self, event: Event) -> bool:
        """Note that `event` is acted on; False when it was before."""
        return await events.claim(self._connection, event)

    async def save_case(self, case: Case) -> None:
        """Write `case`, new or changed. Raises CaseTakenError when its id is another person's."""
        await cases.save(self._connection, case)

    async def case(self, case_id: str, reporter: str) -> Case | None:
        """Return a case of this person; None for an unknown one and for another person's."""
        return await cases.get(self._connection, case_id, reporter)

    async def latest_case(self, reporter: str, chat: str) -> Case | None:
        """Return the case that this person last went on with in this chat."""
        return await cases.latest(self._connection, reporter, chat)

    async def log_sample(self, sample: Sample) -> int:
        """Write `sample`, in place of an earlier one of the same case; return its number."""
        return await samples.log(self._connection, sample)

    async def similar(self, fingerprint: bytes, brand: str | None) -> Similar | None:
        """Return how often this wording, or one near it, was reported for this brand; None if never."""
        return await samples.similar(self._connection, fingerprint, brand)


class Store:
    """Everything koresagi remembers. Each method is one transaction; `transaction` joins several.

    What is handed over must be masked, and people and events be keyed hashes: the store writes what it gets.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITING: True})

    @classmethod
    async def open(cls, database_url: str) -> Self:
        """Open the database, made and brought to the current schema first where needed.

        Raises SchemaTooNewError for the database of a later version, sqlalchemy.exc.ArgumentError for an address
        that is none, and sqlalchemy.exc.OperationalError where there is no access.
        """
        engine = await open_engine(database_url)
        store = cls(engine)
        try:
            async with store._writer.begin() as connection:
                await connection.run_sync(migrate)
        except BaseException:
            await engine.dispose()
            raise
        return store

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Open a transaction: committed at the end of the block, undone when the block raises."""
        async with self._writer.begin() as connection:
            yield Transaction(connection)

    async def record(self, case: Case, sample: Sample | None = None, event: Event | None = None) -> bool:
        """Claim `event`, save `case` and log `sample`: all or none. False when the event was claimed before."""
        async with self.transaction() as transaction:
            if event is not None and not await transaction.claim_event(event):
                return False
            await transaction.save_case(case)
            if sample is not None:
                await transaction.log_sample(sample)
            return True

    async def claim_event(self, event: Event) -> bool:
        """Note that `event` is acted on; False when it was before."""
        async with self.transaction() as transaction:
            return await transaction.claim_event(event)

    async def save_case(self, case: Case) -> None:
        """Write `case`, new or changed. Raises CaseTakenError when its id is another person's."""
        async with self.transaction() as transaction:
            await transaction.save_case(case)

    async def log_sample(self, sample: Sample) -> int:
        """Write `sample`, in place of an earlier one of the same case; return its number."""
        async with self.transaction() as transaction:
            return await transaction.log_sample(sample)

    async def case(self, case_id: str, reporter: str) -> Case | None:
        """Return a case of this person; None for an unknown one and for another person's."""
        async with self._engine.begin() as connection:
            return await cases.get(connection, case_id, reporter)

    async def latest_case(self, reporter: str, chat: str) -> Case | None:
        """Return the case that this person last went on with in this chat."""
        async with self._engine.begin() as connection:
            return await cases.latest(connection, reporter, chat)

    async def similar(self, fingerprint: bytes, brand: str | None) -> Similar | None:
        """Return how often this wording, or one near it, was reported for this brand; None if never.

        A report of the person who asks now is counted too when it is already stored.
        """
        async with self._engine.begin() as connection:
            return await samples.similar(connection, fingerprint, brand)

    async def forget(self, reporter: str) -> Erased:
        """Erase everything stored of this person, in one transaction, and what is left of it on the disk."""
        async with self._writer.begin() as connection:
            erased = Erased(
                cases=await cases.forget(connection, reporter),
                samples=await samples.forget(connection, reporter),
                events=await events.forget(connection, reporter),
            )
        await wipe_log(self._engine)
        return erased

    async def purge(self, before: datetime) -> Erased:
        """Erase cases not touched, samples not seen and events not noted since `before` (aware)."""
        async with self._writer.begin() as connection:
            erased = Erased(
                cases=await cases.purge(connection, before),
                samples=await samples.purge(connection, before),
                events=await events.purge(connection, before),
            )
        await wipe_log(self._engine)
        return erased
