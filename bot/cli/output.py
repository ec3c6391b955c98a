"""Printing, whatever the terminal is set to."""

from __future__ import annotations

import sys


def write(text: str) -> None:
    """Print `text` at once, in UTF-8."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def complain(sentence: str) -> None:
    """Print `sentence` as a line of standard error, in UTF-8."""
    sys.stderr.buffer.write(f"{sentence}\n".encode("utf-8", "replace"))
    sys.stderr.buffer.flush()
