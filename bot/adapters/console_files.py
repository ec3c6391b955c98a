"""Files that are named in a terminal, or dropped on it: a terminal then types their path."""

from __future__ import annotations

import shlex
from pathlib import Path

from bot.desk.incoming import Attachment

FILE_BYTES = 20_000_000


def attachment(path: str) -> Attachment:
    """The file at `path`, one byte more than is ever read at most. Raises OSError or ValueError where there is none."""
    with Path(path).open("rb") as file:
        return Attachment(Path(path).name, None, file.read(FILE_BYTES + 1))


def dropped(text: str) -> tuple[Attachment, ...]:
    """The files whose paths are all that `text` says, quoted as a shell would; nothing where it says anything else."""
    try:
        paths = shlex.split(text.strip())
        if not paths or not all(Path(path).suffix and Path(path).is_file() for path in paths):
            return ()
        return tuple(attachment(path) for path in paths)
    except (OSError, ValueError):
        return ()
