"""What a text holds for the situation model: its clues, the signs they make together, and what the rules found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.knowledge.situation_clues import situation_clues
from bot.recovery import japanese
from bot.recovery.clauses import Mark, clauses
from bot.recovery.reading import Findings, Reading

LONGEST = 1200  # characters that are searched for clues

_FLAGS = (
    "received",
    "imagined",
    "asks_if_scam",
    "asks_before_acting",
    "asks_report",
    "pressed",
    "regret",
    "own_desk",
    "helpless",
    "vague",
    "relevant",
)
_DONE = frozenset({f"clue:done/{Mark.PLAIN}", f"clue:regret/{Mark.PLAIN}", "language:other"})
_FINDINGS = ("done:", "denied:", "nearly:", "supposed:", "wanted:")
_SMALL_TALK = frozenset({"greeting", "chat", "done", "question", "account", "regret"})


def features(text: str, language: str, reading: Reading, findings: Findings) -> frozenset[str]:
    """Return the features of `text` (NFKC, lower case), of which the rules made `reading` and `findings`."""
    found = set(_of_the_rules(reading, findings))
    if language == "ja":
        found.update(_of_the_words(japanese.plain(text[:LONGEST])))
    else:
        found.add("language:other")
    found.add(f"length:{min(6, (len(text) // 8).bit_length())}")
    if "?" in text:
        found.add("asks")
    return frozenset(found)


def of_the_rules(feature: str) -> bool:
    """Tell whether a feature is a finding of the rules."""
    return feature.startswith(_FINDINGS) or feature in ("text:open", "text:off-topic")


def says_done(found: frozenset[str]) -> bool:
    """Tell from the features of a text whether it says of anything that it was done (always, where we cannot tell)."""
    return not found.isdisjoint(_DONE)


def _of_the_words(folded: str) -> Iterator[str]:
    known = situation_clues()
    parts = [
        (mark, frozenset(name for name, pattern in known.clues.items() if pattern.search(clause)))
        for mark, clause in clauses(folded)
    ]
    for mark, names in parts:
        yield from (f"clue:{name}/{mark}" for name in names)
        for sign in known.signs:
            if sign.clues <= names:
                yield f"sign:{sign.name}/{mark}"
                yield f"points:{sign.situation}:{'whole' if len(sign.clues) > 1 else 'part'}/{mark}"
    for (mark, names), (next_mark, next_names) in pairwise(parts):
        for sign in known.signs:
            if sign.clues <= names | next_names and not sign.clues <= names and not sign.clues <= next_names:
                yield f"across:{sign.name}/{mark}{next_mark}"
                yield f"across:{sign.situation}/{mark}{next_mark}"
    everything = frozenset().union(*(names for _, names in parts))
    if not everything:
        yield "clue:none"
    if everything <= _SMALL_TALK:
        yield "clue:small-talk"
    yield f"clauses:{min(len(parts), 4)}"


def _of_the_rules(reading: Reading, findings: Findings) -> Iterator[str]:
    for name, situations in (
        ("done", findings.situations + findings.asks),
        ("denied", findings.denied),
        ("nearly", findings.nearly),
        ("supposed", findings.supposed),
        ("wanted", findings.wanted),
    ):
        yield from (f"{name}:{situation}" for situation in situations)
    yield from (f"text:{flag}" for flag in _FLAGS if getattr(reading, flag))
    yield f"done:{min(3, len(findings.situations))}"
    if findings.offer:
        yield "text:open"
    if findings.off_topic:
        yield "text:off-topic"
