"""How long the start takes, how long an answer, and how much memory: prints one table.

Run it from a checkout with nothing else to do on the machine: `make bench`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
MESSAGE = "【重要】Αmazon株式会社から緊急のご連絡。24時間以内にログインしてください http://amazon-login.example.top/a"


def measure(folder: str) -> tuple[float, float, float]:
    """Seconds from the start of the process to the first answer, of the second answer, and resident MB after it."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db", "SECRET_KEY": "b" * 32}
    command = [sys.executable, "-m", "bot", "chat", "--jsonl"]
    begun = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101
        seconds = []
        for number in range(2):
            asked = time.perf_counter() if number else begun
            process.stdin.write(json.dumps({"user": f"u{number}", "text": MESSAGE}) + "\n")
            process.stdin.flush()
            process.stdout.readline()
            seconds.append(time.perf_counter() - asked)
        memory = resident(process.pid)
        process.stdin.close()
        process.wait()
    return seconds[0], seconds[1], memory


def resident(process: int) -> float:
    """The resident memory of a process in MB, where the system tells it (Linux); else 0."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [measure(folder) for _ in range(ROUNDS)]
    for name, unit, values in zip(
        ("start to first answer", "next answer", "resident memory"),
        ("s", "s", "MB"),
        zip(*rows, strict=True),
        strict=True,
    ):
        print(f"{name:<24} median {statistics.median(values):7.3f} {unit}   worst {max(values):7.3f} {unit}")  # noqa: T201


if __name__ == "__main__":
    main()
