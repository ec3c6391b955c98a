"""How well and how fast screenshots are read: prints one table over the pictures of tests/intake/screens.

Run it from a checkout with nothing else to do on the machine: `python benchmarks/screens.py [--wrong] [ID…]`.

Characters are compared after NFKC with spaces and line breaks dropped. Hosts must be exact. The verdict is compared
with that of the same message given as text.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from rapidfuzz.distance import Levenshtein

from bot.analysis.analyze import analyze
from bot.analysis.extract import find_links
from bot.analysis.links import host_length
from bot.analysis.message import Link, Message, Sender
from bot.intake.ocr import screen
from bot.intake.picture import open_picture
from bot.intake.screen import read_screen

FOLDER = Path(__file__).parents[1] / "tests" / "intake" / "screens"


@dataclass(frozen=True)
class Outcome:
    """What came out of one picture."""

    letters: int
    wrong_letters: int
    hosts: int
    wrong_hosts: int
    sender: bool
    subject: bool
    channel: bool
    own: bool
    verdict: bool  # the one that the words would get as text
    verdict_as_read: bool  # the one that the same words would get, faultlessly read off a picture
    message: Message


def truths() -> list[dict[str, Any]]:
    """The lines of truth.jsonl."""
    return [json.loads(line) for line in (FOLDER / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def picture_of(truth: dict[str, Any]) -> bytes:
    """The bytes of the picture that a line of truth.jsonl belongs to."""
    return (FOLDER / "pictures" / f"{truth['id']}.{truth['ending']}").read_bytes()


def as_text(truth: dict[str, Any]) -> Message:
    """What is in the picture, as if it had been pasted and forwarded."""
    sender = truth["sender"] or (truth["sender_name"] if truth["app"] == "push" else None) or ""
    is_name = truth["app"] == "push" and not any(letter.isdigit() for letter in sender)
    number = sender if sender and "@" not in sender and not is_name else None
    name = truth["sender_name"] if truth["sender_name"] != number else None
    body = "\n".join(part for part in (truth["body"], *truth.get("buttons", [])) if part)
    address = truth.get("address")
    return Message(
        body=body,
        subject=truth["subject"],
        sender=Sender(name, sender if "@" in sender else None, number),
        links=(Link(address),) if address else (),
        channel=truth["channel"],
    )


def _as_picture(text: Message) -> Message:
    return replace(text, from_picture=True, links=tuple(replace(link, approximate=True) for link in text.links))


def compared(truth: dict[str, Any], message: Message) -> Outcome:
    """How far `message` is from the truth."""
    text = as_text(truth)
    right, read = _squeezed(text.body), _squeezed(message.body)
    known, found = _hosts(truth["urls"]), _hosts_of(message)
    return Outcome(
        letters=len(right),
        wrong_letters=Levenshtein.distance(right, read),
        hosts=len(known),
        wrong_hosts=len(known - found),
        sender=_same_sender(text.sender, message.sender),
        subject=_squeezed(text.subject or "") == _squeezed(message.subject or ""),
        channel=text.channel == message.channel,
        own=_squeezed(truth["own"]) == _squeezed(message.comment),
        verdict=analyze(text).verdict is analyze(message).verdict,
        verdict_as_read=analyze(_as_picture(text)).verdict is analyze(message).verdict,
        message=message,
    )


def _same_sender(one: Sender, other: Sender) -> bool:
    return all(
        _squeezed(getattr(one, part) or "") == _squeezed(getattr(other, part) or "")
        for part in ("name", "address", "number")
    )


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _hosts(targets: list[str]) -> set[str]:
    rests = [target.partition("://")[2] or target for target in targets]
    return {rest[: host_length(rest)].lower() for rest in rests}


def _hosts_of(message: Message) -> set[str]:
    return _hosts([link.target for link in message.links] + [link.target for link in find_links(message.body)])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="show what was read wrong")
    parser.add_argument("ids", nargs="*")
    options = parser.parse_args()
    screen(open_picture(picture_of(truths()[0])))  # loads the engine
    outcomes, seconds, busy = [], [], []
    for truth in truths():
        if options.ids and truth["id"] not in options.ids:
            continue
        data = picture_of(truth)
        begun, worked = time.perf_counter(), time.process_time()
        message = read_screen(screen(open_picture(data)))
        seconds.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
        outcome = compared(truth, message)
        outcomes.append(outcome)
        if options.wrong:
            show(truth, outcome)
    report(outcomes, seconds, busy)


def show(truth: dict[str, Any], outcome: Outcome) -> None:
    """One picture's faults."""
    names = ("sender", "subject", "channel", "own", "verdict")
    faults = [name for name in names if not getattr(outcome, name)] + ["host"] * outcome.wrong_hosts
    error = 100 * outcome.wrong_letters / outcome.letters
    if faults or error > 3:
        _say(f"--- {truth['id']} {error:.1f} % {' '.join(faults)}")
        message = outcome.message
        _say(f"{message.sender} | {message.subject} | {message.channel} | own: {message.comment}\n{message.body}")


def report(outcomes: list[Outcome], seconds: list[float], busy: list[float]) -> None:
    """The table."""
    count = len(outcomes)
    letters = 100 * sum(each.wrong_letters for each in outcomes) / sum(each.letters for each in outcomes)
    hosts = sum(each.hosts for each in outcomes)
    exact = 100 * (1 - sum(each.wrong_hosts for each in outcomes) / hosts) if hosts else 100.0
    _say(f"pictures                 {count}")
    _say(f"wrong characters         {letters:.2f} %")
    _say(f"host exact               {exact:.1f} % of {hosts}")
    for name in ("verdict", "verdict_as_read", "sender", "subject", "channel", "own"):
        _say(f"{name:<24} {100 * sum(getattr(each, name) for each in outcomes) / count:.1f} %")
    if seconds:
        _say(f"seconds a picture        {statistics.median(seconds):.2f} (most {max(seconds):.2f})")
        _say(f"processor seconds        {statistics.median(busy):.2f} (most {max(busy):.2f})")
    _say(f"memory of the process    {_peak():.0f} MB at most")


def _peak() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return float("nan")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
