"""A reader for tests: does to its worker what the file says."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from bot.analysis.message import Code, Enclosure, Link, Message
from bot.intake.unreadable import Reason, Unreadable


def read_attachment(name, media_type, data):
    match name:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "hang":
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "memory":
            kept = []
            while True:
                kept.append(bytearray(100_000_000))
        case "error":
            raise KeyError(name)
        case "deep":
            return read_attachment(name, media_type, data)
        case "locked":
            raise Unreadable(Reason.LOCKED, "pdf")
        case "print":
            sys.stdout.write("x" * 100_000)
            sys.stdout.flush()
            os.write(1, b"x" * 100_000)
        case "write":
            Path("written").write_text("x")
        case "delete":
            Path(data.decode()).unlink()
        case "connect":
            socket.create_connection(("127.0.0.1", int(data)), timeout=1)
        case "look up":
            socket.getaddrinfo("localhost", 80)
        case "run":
            subprocess.run(["true"], check=True)
        case "settings":
            return Message(body=" ".join(sorted(os.environ)))
        case "who":
            return Message(body=str(os.getpid()))
        case "huge":
            return Message(hidden="x" * 40_000_000)
        case "odd":
            return Message(
                body="\ud800",
                links=(Link("https://a.example", "b", approximate=True),),
                enclosures=(Enclosure("a.exe", "program"),),
                codes=(Code("wifi", "WIFI:S:x;;", {"network": "x"}),),
            )
    return Message(body=data.decode())
