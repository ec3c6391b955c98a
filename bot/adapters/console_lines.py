"""Lines from standard input while the event loop goes on."""

from __future__ import annotations

import asyncio
import codecs
import os
import threading

_CHUNK = 65_536


class Lines:
    """Reads `descriptor` line by line. Whatever the bytes, the text is valid Unicode."""

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._ended = False
        # A thread, because not every system can wait for standard input in the event loop. It reads the descriptor
        # itself: a thread blocked inside sys.stdin would keep the interpreter from ending.
        threading.Thread(target=self._read, daemon=True, name="standard input").start()

    async def line(self) -> str | None:
        """The next line without its end, or None at the end of input."""
        if self._ended:
            return None
        line = await self._queue.get()
        self._ended = line is None
        return line

    async def line_within(self, seconds: float) -> str | None:
        """The next line if it comes within `seconds`, else None."""
        try:
            return await asyncio.wait_for(self.line(), seconds)
        except TimeoutError:
            return None

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        pending = ""
        while True:
            try:
                data = os.read(self._descriptor, _CHUNK)
            except OSError:
                data = b""
            *lines, pending = (pending + decoder.decode(data, final=not data)).split("\n")
            for line in lines:
                self._put(line.rstrip("\r"))
            if not data:
                break
        if pending:
            self._put(pending)
        self._put(None)

    def _put(self, line: str | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._queue.put_nowait, line)
        except RuntimeError:  # the loop has ended, so nobody listens
            return
