"""Files of strangers are read in processes of their own, which may crash, hang or run out of memory on them."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from bot.analysis.message import Message
from bot.desk.incoming import Attachment
from bot.intake import limits
from bot.intake.unreadable import Reason, Unreadable
from bot.intake.worker import LENGTH, Answer, pack, unpack

READER = "bot.intake.read:read_attachment"

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
# A worker is told nothing of the bot's own settings, tokens above all.
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_OUT_OF_TIME = {-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU", "SIGKILL") if hasattr(signal, name)}


class _GoneError(Exception):
    """The worker ended, or answered nonsense, in the middle of a file."""


class Workers:
    """Reads attachments in worker processes. Nothing heavy is loaded into this process.

    `processes` at most run at a time; `seconds` are the wall time for all files of one call, `seconds_a_file` for
    one of them. A worker ends after `idle` seconds without work and starts again with the next file. `reader` names
    the function ("module:function") that makes a message of a file's name, media type and bytes.
    """

    def __init__(
        self,
        *,
        processes: int = 1,
        seconds: float = limits.WORKER_SECONDS_AN_EVENT,
        seconds_a_file: float = limits.WORKER_SECONDS_A_FILE,
        idle: float = limits.WORKER_IDLE_SECONDS,
        reader: str = READER,
    ) -> None:
        self._seconds = seconds
        self._seconds_a_file = seconds_a_file
        self._all = [_Worker(reader, idle) for _ in range(processes)]
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()  # the one used last is warm
        self._warming: asyncio.Task[None] | None = None
        for worker in self._all:
            self._free.put_nowait(worker)

    def start(self) -> None:
        """Warm one worker up in the background. Reading does not need it; it only saves the first person's wait."""
        self._warming = asyncio.create_task(self._warm())

    async def stop(self) -> None:
        """End every worker. What is being read is given up."""
        if self._warming is not None:
            self._warming.cancel()
            await asyncio.gather(self._warming, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._all))

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def read(self, attachments: Sequence[Attachment]) -> tuple[Message | Unreadable, ...]:
        """Each attachment as a message, or why it cannot be read; one that harms its worker harms no other.

        Does not raise, except that a cancelled call ends its worker at once and leaves nothing behind.
        """
        left = self._seconds
        results: list[Message | Unreadable] = []
        clock = asyncio.get_running_loop().time
        for attachment in attachments:
            if left <= 0:
                results.append(Unreadable(Reason.TOO_HEAVY))
                continue
            worker = await self._free.get()
            try:
                began = clock()
                results.append(await worker.read(attachment, min(left, self._seconds_a_file)))
                left -= clock() - began
            finally:
                self._free.put_nowait(worker)
        return tuple(results)

    async def _warm(self) -> None:
        worker = await self._free.get()
        try:
            await worker.warm()
        except (_GoneError, OSError):
            _log.warning("no worker process could be started; files will be tried again one by one")
        finally:
            self._free.put_nowait(worker)


class _Worker:
    """At most one process at a time, started when needed."""

    def __init__(self, reader: str, idle: float) -> None:
        self._reader = reader
        self._idle = idle
        self._process: Process | None = None
        self._files = 0
        self._ending: asyncio.TimerHandle | None = None

    async def warm(self) -> None:
        """Have a process ready. Raises _GoneError or OSError when none can be started."""
        await self._ready()
        self._rest()

    async def read(self, attachment: Attachment, seconds: float) -> Message | Unreadable:
        """The attachment as a message, or why not. `seconds` do not count the start of a process."""
        if len(attachment.data) > limits.FILE_BYTES:
            return Unreadable(Reason.TOO_LARGE)
        try:
            process = await self._ready()
            async with asyncio.timeout(seconds):
                answer = await _ask(process, attachment)
        except TimeoutError:
            _log.warning("a file took too long to read (%.0f s)", seconds)
            await self._kill()
            return Unreadable(Reason.TOO_HEAVY)
        except (_GoneError, OSError):
            status = await self._kill()
            if status in _OUT_OF_TIME:
                _log.warning("a file took too long to read (%s)", status)
                return Unreadable(Reason.TOO_HEAVY)
            _log.warning("a worker ended (%s) while it read a file", status)
            return Unreadable(Reason.BROKEN)
        except BaseException:
            await self._kill()
            raise
        self._files += 1
        if answer.spent or self._files >= limits.WORKER_FILES:
            await self.stop()
        self._rest()
        if answer.message is not None:
            return answer.message
        if answer.error is not None:
            _log.warning("a file could not be read: %s", answer.error)
        return Unreadable(answer.reason or Reason.BROKEN, answer.kind)

    async def stop(self) -> None:
        """End the process: in peace if it is at rest, else by force."""
        process = self._process
        if process is None or process.stdin is None:
            return
        process.stdin.close()  # it ends by itself when it sees that
        try:
            async with asyncio.timeout(limits.WORKER_SECONDS_TO_STOP):
                await process.wait()
        except TimeoutError:
            pass
        finally:
            await self._kill()

    async def _ready(self) -> Process:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None
        if self._process is not None and self._process.returncode is None:
            return self._process
        self._files = 0
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "bot.intake.worker", self._reader,
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_surroundings(),
        )  # fmt: skip
        try:
            async with asyncio.timeout(limits.WORKER_SECONDS_TO_START):
                await _answer(process)
        except TimeoutError as error:
            raise _GoneError from error
        except asyncio.CancelledError:
            await self._kill()
            raise
        return process

    def _rest(self) -> None:
        """End the process when nothing has come for a while."""
        if self._process is not None:
            self._ending = asyncio.get_running_loop().call_later(self._idle, self._let_go)

    def _let_go(self) -> None:
        process, self._process, self._ending = self._process, None, None
        if process is not None and process.stdin is not None:
            process.stdin.close()  # at rest, it ends by itself when it sees that

    async def _kill(self) -> int | None:
        """End the process at once; its exit status (below 0: the signal it ended by)."""
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None
        process, self._process = self._process, None
        if process is None:
            return None
        if process.returncode is None:
            # A process that ends on its own account is heard out, since how it ended is the reason we give.
            closing = process.stdout is not None and process.stdout.at_eof()
            try:
                async with asyncio.timeout(0.5 if closing else 0):
                    return await process.wait()
            except TimeoutError:
                pass
            finally:
                if process.returncode is None:
                    process.kill()
        return await process.wait()


async def _ask(process: Process, attachment: Attachment) -> Answer:
    if process.stdin is None:
        raise _GoneError
    process.stdin.write(pack(attachment))
    await process.stdin.drain()
    return await _answer(process)


async def _answer(process: Process) -> Answer:
    if process.stdout is None:
        raise _GoneError
    try:
        length = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))[0]
        if length > limits.WORKER_ANSWER_BYTES:
            raise _GoneError
        return unpack(await process.stdout.readexactly(length))
    except (asyncio.IncompleteReadError, msgspec.MsgspecError, ValueError) as error:
        raise _GoneError from error


def _surroundings() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Each thread would otherwise reserve 64 MB of address space of its own.
    return kept | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"}
