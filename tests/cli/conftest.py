"""The command line as others start it: a process of its own, with nothing of the caller's settings."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


class CommandLine:
    """Runs commands in an empty folder, so that no `.env` and no database of the developer's is touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self.environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}

    @contextmanager
    def start(self, *arguments: str, environment=None, **options) -> Iterator[subprocess.Popen]:
        """A running process, which does not outlive the block."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        command = [sys.executable, "-m", "bot", *arguments]
        with subprocess.Popen(
            command, cwd=self.folder, env={**self.environment, **(environment or {})}, **pipes
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def run(self, *arguments: str, given: str | bytes = b"", environment=None) -> subprocess.CompletedProcess:
        data = given.encode() if isinstance(given, str) else given
        with self.start(*arguments, environment=environment) as process:
            out, err = process.communicate(data, timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out.decode(), err.decode())

    def chat(self, *lines: dict, environment=None) -> list[dict]:
        given = "".join(json.dumps(line) + "\n" for line in lines)
        done = self.run("chat", "--jsonl", given=given, environment=environment)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def command_line(tmp_path):
    return CommandLine(tmp_path)
