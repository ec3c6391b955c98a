"""Damaged, crossed and hostile files through the real workers: `python -m tests.fuzz.intake --minutes N`.

First every file of `bombs.py` is read whole. Then Hypothesis chooses a sample file of the tests and what is done to
its bytes. Prints one line of figures; `--keep DIR` saves the files behind them. Ends with status 1 after a crash, a
hang or too much memory.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.desk.incoming import Attachment
from bot.intake.unreadable import Unreadable
from bot.intake.workers import Workers
from tests.fuzz.bombs import BOMBS
from tests.fuzz.watching import peak_bytes, samples

SECONDS = 5.0  # longer is a hang
BYTES = 1_000_000_000  # more is too much memory
SAMPLE_BYTES = 300_000  # larger samples are left out: nearly all of them would be picture data
TESTS = Path(__file__).parents[1]

TOKENS = (
    *(b"\r\n", b"\0", b"\xff" * 4, b"\xff\xff\xff\x7f", b"<", b">", b'"', b"--", b"=?utf-8?b?", b"?=", b"\x1b$B"),
    *(b"\xed\xa0\x80", b"Content-Type: message/rfc822\r\n\r\n", b"Content-Transfer-Encoding: base64\r\n", b"charset=x"),
    *(
        b"<style>",
        b"<!--",
        b"<a href=//",
        b"data:text/html,",
        b"endstream",
        b"%PDF-",
        b"/Filter/FlateDecode",
        b"PK\x03\x04",
    ),
    *("差出人：".encode(), "\u202e\u200b".encode(), b"http://", b"[" * 500, b"<div>" * 500, b" " * 5000, b"9" * 500),
)

Step = tuple[
    str, float, float, bytes
]  # what is done, where it begins and how far it goes (parts of the file), with what
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("put", "replace", "cut", "repeat", "flip", "cross", "end")),
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from(TOKENS) | st.binary(max_size=12),
    ),
    max_size=6,
)


def damaged(data: bytes, other: bytes, steps: list[Step]) -> bytes:
    """`data` after the steps; `other` is what it is crossed with."""
    for step, where, far, piece in steps:
        start = int(where * len(data))
        end = start + int(far**4 * (len(data) - start)) + 1  # mostly near
        match step:
            case "put":
                data = data[:start] + piece + data[start:]
            case "replace":
                data = data[:start] + piece + data[start + len(piece) :]
            case "cut":
                data = data[:start] + data[end:]
            case "repeat":
                data = (data[:end] + data[start:end] * 20 + data[end:])[:2_000_000]
            case "flip":
                data = data[:start] + bytes(byte ^ (piece[0] if piece else 1) for byte in data[start:end]) + data[end:]
            case "cross":
                data = data[:start] + other[int(far * len(other)) :]
            case "end":
                data = data[:start]
    return data


class _Watch(logging.Handler):
    """Counts what the workers say happened to them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if "too long" in message:
            self.found.append("given up")
        elif "ended" in message:
            self.found.append("crash")
        elif "could not be read" in message:
            self.found.append(message.rsplit(" ", 1)[1])


class _Run:
    def __init__(self, keep: Path | None) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.peak = 0
        self.slowest = 0.0
        self._keep = keep
        self._watch = _Watch()
        log = logging.getLogger("bot.intake.workers")
        log.addHandler(self._watch)
        log.propagate = False

    async def one(self, workers: Workers, name: str, data: bytes) -> None:
        self._watch.found.clear()
        began = time.monotonic()
        (result,) = await workers.read((Attachment(name, None, data),))
        took = time.monotonic() - began
        self.counts["files"] += 1
        self.counts["unreadable" if isinstance(result, Unreadable) else "read"] += 1
        self.slowest = max(self.slowest, took)
        bad = list(self._watch.found)
        if took > SECONDS:
            # Where others take the processors, what a file takes shows in its processor time, which has its own limit.
            bad.append("slow" if os.getloadavg()[0] > (os.cpu_count() or 1) + 0.5 else "hang")
        peak = peak_bytes()
        if peak > BYTES >= self.peak:
            bad.append("memory")
        self.peak = max(self.peak, peak)
        for what in bad:
            (self.counts if what in {"hang", "slow", "crash", "memory", "given up"} else self.errors)[what] += 1
        if bad and self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / f"{'-'.join(bad)}-{self.counts['files']}-{name}").write_bytes(data)

    def line(self) -> str:
        errors = ", ".join(f"{count} {name}" for name, count in self.errors.most_common()) or "none"
        return (
            f"{self.counts['files']} files ({self.counts['read']} read, {self.counts['unreadable']} not): "
            f"{self.counts['crash']} crashes, {self.counts['hang']} hangs over {SECONDS:.0f} s "
            f"(and {self.counts['slow']} while the machine was busy), "
            f"{self.counts['memory']} over 1 GB, {self.counts['given up']} given up in time; "
            f"slowest {self.slowest:.1f} s, peak {self.peak // 1_000_000} MB; "
            f"errors that a worker caught: {errors}"
        )


def main() -> int:
    """Run for the minutes asked for; the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--keep", type=Path)
    options.add_argument("--seed", type=int, default=int(time.time()))
    chosen = options.parse_args()
    run = _Run(chosen.keep)
    until = time.monotonic() + chosen.minutes * 60
    files = [(path.name, path.read_bytes()) for path in samples(TESTS) if path.stat().st_size <= SAMPLE_BYTES]
    with asyncio.Runner() as loop:
        workers = Workers()
        for name, make in BOMBS:
            bomb = make()
            files.append((name, bomb[:SAMPLE_BYTES]))
            loop.run(run.one(workers, name, bomb))

        @settings(
            max_examples=200,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.sampled_from(files), st.sampled_from(files), STEPS)
        def batch(sample: tuple[str, bytes], other: tuple[str, bytes], steps: list[Step]) -> None:
            if time.monotonic() < until:
                loop.run(run.one(workers, sample[0], damaged(sample[1], other[1], steps)))

        number = chosen.seed
        while time.monotonic() < until:
            number += 1
            seed(number)(batch)()
        loop.run(workers.stop())
    sys.stdout.write(run.line() + "\n")
    return 1 if run.counts["crash"] or run.counts["hang"] or run.counts["memory"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
