"""Messages that belong together arrive one by one; here they become one event again.

Forwarding three messages, sending an album or pasting a text that a chat splits gives several events within a
moment. Each lane (one person in one chat) keeps its order; lanes do not wait for each other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Generic, TypeVar

from bot.desk.incoming import Incoming, Piece

T = TypeVar("T")

# Characters: a longer text typed beside a forward is more of the message rather than a remark about it.
_REMARK = 120


class Company(Enum):
    """Whether an event belongs with its neighbours."""

    ALONE = "alone"  # a button, a command: delivered at once
    TYPED = "typed"  # what a person typed: belongs to what was forwarded with it, not to other typed words
    PART = "part"  # a forward, a piece of an album, a part of a long text: more may follow


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in seconds. `part` and `typed`: how long to wait for more after such an event; `longest`: in all.

    A chat sends a forward right behind the comment that was typed with it, so typed words wait only briefly.
    """

    part: float = 0.8
    typed: float = 0.3
    longest: float = 4.0

    def after(self, company: Company) -> float:
        """How long to wait after an event of this kind."""
        return {Company.ALONE: 0.0, Company.TYPED: self.typed, Company.PART: self.part}[company]


@dataclass(slots=True)
class _Lane(Generic[T]):
    queue: asyncio.Queue[tuple[T, Company]]
    task: asyncio.Task[None]


class Gatherer(Generic[T]):
    """Delivers events in groups. `deliver` gets a non-empty tuple in order of arrival and must not raise.

    At most `most_together` events form a group and at most `most_waiting` wait in all; `put` then waits.
    """

    def __init__(
        self,
        deliver: Callable[[tuple[T, ...]], Awaitable[None]],
        *,
        pace: Pace | None = None,
        most_together: int = 20,
        most_waiting: int = 500,
    ) -> None:
        self._deliver = deliver
        self._pace = pace or Pace()
        self._most_together = most_together
        self._room = asyncio.Semaphore(most_waiting)
        self._lanes: dict[Hashable, _Lane[T]] = {}
        self._closing = asyncio.Event()

    async def put(self, lane: Hashable, event: T, company: Company) -> None:
        """Add an event to the end of its lane."""
        await self._room.acquire()
        if lane not in self._lanes:
            queue: asyncio.Queue[tuple[T, Company]] = asyncio.Queue()
            self._lanes[lane] = _Lane(queue, asyncio.create_task(self._run(lane, queue)))
        self._lanes[lane].queue.put_nowait((event, company))

    async def close(self, grace: float = 10.0) -> None:
        """Deliver what waits, without waiting for more to come. What takes longer than `grace` seconds is dropped."""
        self._closing.set()
        tasks = [lane.task for lane in self._lanes.values()]
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, lane: Hashable, queue: asyncio.Queue[tuple[T, Company]]) -> None:
        try:
            following: tuple[T, Company] | None = None
            while following is not None or not queue.empty():
                first = following if following is not None else queue.get_nowait()
                group, following = await self._group(first, queue)
                try:
                    await self._deliver(group)
                finally:
                    for _ in group:
                        self._room.release()
        finally:
            del self._lanes[lane]

    async def _group(
        self, first: tuple[T, Company], queue: asyncio.Queue[tuple[T, Company]]
    ) -> tuple[tuple[T, ...], tuple[T, Company] | None]:
        """The group that starts with `first`, and the event behind it where one was taken out that does not join."""
        loop = asyncio.get_running_loop()
        latest = loop.time() + self._pace.longest
        event, company = first
        group, parts = [event], company is Company.PART
        while company is not Company.ALONE and len(group) < self._most_together:
            until = min(loop.time() + self._pace.after(company), latest)
            following = await self._next(queue, until)
            if following is None:
                break
            event, company = following
            parts = parts or company is Company.PART
            if company is Company.ALONE or not parts:
                return tuple(group), following
            group.append(event)
        return tuple(group), None

    async def _next(self, queue: asyncio.Queue[tuple[T, Company]], until: float) -> tuple[T, Company] | None:
        if not queue.empty() or self._closing.is_set():
            return None if queue.empty() else queue.get_nowait()
        getting = asyncio.ensure_future(queue.get())
        closing = asyncio.ensure_future(self._closing.wait())
        wait = max(0.0, until - asyncio.get_running_loop().time())
        try:
            await asyncio.wait({getting, closing}, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
            return getting.result() if getting.done() else None
        finally:
            # A cancelled `get` takes nothing out of the queue.
            getting.cancel()
            closing.cancel()


def merge(group: Sequence[Incoming]) -> Incoming:
    """One event out of those of a group: the pieces of all, under the id of the last.

    After a redelivery the first may have been answered before; with its id the new ones behind it would be lost.
    A command that came with one of them (in the caption of an album) is about all.

    A few words typed beside a forward are what the person says about it, so they become its comment. Raises
    ValueError for an empty group.
    """
    if not group:
        raise ValueError("a group has at least one event")
    last = group[-1]
    if len(group) == 1:
        return last
    pieces = _with_comments([piece for incoming in group for piece in incoming.pieces])
    command = next((incoming.command for incoming in group if incoming.command is not None), None)
    return replace(last, pieces=tuple(pieces), command=command)


def _with_comments(pieces: list[Piece]) -> list[Piece]:
    forwards = [index for index, piece in enumerate(pieces) if piece.forwarded is not None]
    if not forwards:
        return pieces
    remarks: dict[int, list[str]] = {}
    taken: set[int] = set()
    for index, piece in enumerate(pieces):
        if not _is_remark(piece):
            continue
        # People type first and forward then; what comes last of all belongs to the forward before it.
        about = next((forward for forward in forwards if forward > index), forwards[-1])
        remarks.setdefault(about, []).append(piece.text)
        taken.add(index)
    return [
        replace(piece, comment="\n".join(filter(None, (piece.comment, *remarks.get(index, ())))))
        for index, piece in enumerate(pieces)
        if index not in taken
    ]


def _is_remark(piece: Piece) -> bool:
    typed = piece.forwarded is None and not (piece.attachments or piece.links or piece.unreadable)
    return typed and 0 < len(piece.text.strip()) <= _REMARK and "://" not in piece.text
