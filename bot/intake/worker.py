"""The program of one worker process: reads one file after the other from its parent, and can do nothing else.

`python -m bot.intake.worker MODULE:FUNCTION` takes attachments from its standard input and answers on its standard
output. It ends when its parent does. What crosses the border is plain data, checked field by field on arrival.
"""

from __future__ import annotations

import gc
import importlib
import os
import re
import signal
import struct
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, BinaryIO

import msgspec

from bot.analysis.message import Message
from bot.desk.incoming import Attachment
from bot.intake import limits
from bot.intake.decode import without_surrogates
from bot.intake.unreadable import Reason, Unreadable

LENGTH = struct.Struct(">I")  # before each frame: its bytes

Reader = Callable[[str, str | None, bytes], Message]  # name, media type, what is in it

# What a reader of files never needs, and what a file that takes over a reader would want.
_FORBIDDEN = ("socket.", "subprocess.", "shutil.", "ftplib.", "smtplib.", "urllib.", "http.", "webbrowser.", "pty.")
_FORBIDDEN_CALLS = re.compile(
    r"os\.(?:system|exec|fork|forkpty|posix_spawn|spawn|startfile|remove|rename|rmdir|mkdir|chmod|chown|link|symlink"
    r"|truncate|kill|killpg|putenv)"
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file: a message, or the reason why there is none.

    `error` names what went wrong in our own code or a library. `spent`: the worker should end after it.
    """

    message: Message | None = None
    reason: Reason | None = None
    kind: str | None = None
    error: str | None = None
    spent: bool = False


def pack(value: Attachment | Answer) -> bytes:
    """The value as one frame."""
    data = msgspec.msgpack.encode(_storable(value))
    return LENGTH.pack(len(data)) + data


def unpack(data: bytes) -> Answer:
    """The answer in a frame. Raises msgspec.MsgspecError or ValueError when it is anything else."""
    return msgspec.msgpack.decode(data, type=Answer)


def main() -> None:
    """Answer every attachment that the parent sends, until it closes the pipe."""
    source, target = _own_pipes()
    module, _, function = sys.argv[1].partition(":")
    read: Reader = getattr(importlib.import_module(module), function)
    _lock_up()
    gc.freeze()  # what is loaded by now stays
    target.write(pack(Answer()))  # ready
    target.flush()
    while len(head := source.read(LENGTH.size)) == LENGTH.size:
        data = source.read(LENGTH.unpack(head)[0])
        _grant_time(limits.WORKER_BUSY_SECONDS_A_FILE)
        answer = _answer(read, data)
        _grant_time(0)
        target.write(answer)
        target.flush()


def _answer(read: Reader, data: bytes) -> bytes:
    try:
        attachment = msgspec.msgpack.decode(data, type=Attachment)
        packed = pack(Answer(message=read(attachment.name, attachment.media_type, attachment.data)))
    except Unreadable as unreadable:
        return pack(Answer(reason=unreadable.reason, kind=unreadable.kind))
    except MemoryError:
        return pack(Answer(reason=Reason.TOO_HEAVY, spent=True))
    except Exception as error:  # whatever a stranger's file does to a parser ends here
        return pack(Answer(reason=Reason.BROKEN, error=type(error).__name__))
    return packed if len(packed) <= limits.WORKER_ANSWER_BYTES else pack(Answer(reason=Reason.TOO_HEAVY))


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, out of reach of libraries that print."""
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return source, target


def _lock_up() -> None:
    """Give up what reading needs not: network, other programs, writing, memory and open files beyond the limits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    sys.dont_write_bytecode = True
    if sys.platform == "linux":
        _leave_network()
    if sys.platform != "win32":
        import resource

        os.nice(5)  # the bot itself answers first
        for what, limit in (
            (resource.RLIMIT_DATA, limits.WORKER_MEMORY_BYTES),
            (resource.RLIMIT_AS, limits.WORKER_ADDRESS_BYTES),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, limits.WORKER_OPEN_FILES),
            (resource.RLIMIT_CORE, 0),
        ):
            _, most = resource.getrlimit(what)
            limit = limit if most == resource.RLIM_INFINITY else min(limit, most)
            resource.setrlimit(what, (limit, limit))
    sys.addaudithook(_refuse)


def _leave_network() -> None:
    """Move to a network without any interface, where the system lets an ordinary user do that."""
    import ctypes

    try:
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
    except (OSError, AttributeError):  # the hook below still stands
        return


def _grant_time(seconds: float) -> None:
    """Processor time from now on, after which the system ends this process; 0: no limit but the last."""
    if sys.platform != "win32":
        import resource

        signal.setitimer(signal.ITIMER_PROF, seconds)
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        last = int(used.ru_utime + used.ru_stime) + limits.WORKER_LAST_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (last, most))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("a worker writes no files")
    elif event.startswith(_FORBIDDEN) or _FORBIDDEN_CALLS.fullmatch(event):
        raise PermissionError(f"a worker may not: {event}")


def _storable(value: Any) -> Any:  # noqa: ANN401 - any field of a message
    """The value with every text in it free of lone surrogates, which no frame takes."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, tuple):
        return tuple(_storable(item) for item in value)
    if isinstance(value, Mapping):
        return {_storable(key): _storable(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _storable(getattr(value, field.name)) for field in fields(value)})
    return value


if __name__ == "__main__":
    main()
