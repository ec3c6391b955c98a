"""Finds wordings in a text: many templates in one pass over it.

A template is a regular expression with two gaps of its own: `…` is up to 16 characters, `……` up to 48, neither
across a full stop or the mark that opens the next item. To stay fast with hundreds of templates, each is tried only
where one of the texts it can begin with stands; those beginnings are read off the template itself and found by one
automaton.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ahocorasick_rs import AhoCorasick

_BORDERS = "。\n■◆●◇○▼▽▶※─━【】"
_SHORT_GAP = f"[^{_BORDERS}]{{0,16}}?"
_LONG_GAP = f"[^{_BORDERS}]{{0,48}}?"
_DIGITS = frozenset("0123456789")
_SPECIAL = r"\.^$*+?{}[]()|"
MATCHES_PER_FAMILY = 4
_MOST_BEGINNINGS = 64  # single characters are everywhere, so they are looked for with what follows them


@dataclass(frozen=True, slots=True)
class Match:
    """Where a wording of `family` stands in the text that was searched."""

    family: str
    start: int
    end: int


class Template:
    """One template of a family, compiled when a text first calls for it: most never are, and compiling them all
    would take a third of the start."""

    def __init__(self, family: str, template: str) -> None:
        self.family = family
        self.source = template.replace("……", _LONG_GAP).replace("…", _SHORT_GAP)
        self._template = template

    def beginnings(self) -> frozenset[str] | None:
        """The texts it can begin with; None where they cannot be listed, or the template is not valid."""
        try:
            return _beginnings(self.source)
        except ValueError:
            return None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The template as a pattern. Raises ValueError where it is not valid."""
        try:
            pattern = re.compile(self.source)
        except re.error as error:
            raise ValueError(f"phrase of {self.family!r} is not valid: {self._template!r}: {error}") from error
        if pattern.match(""):
            raise ValueError(f"phrase of {self.family!r} matches nothing at all: {self._template!r}")
        return pattern


class Phrasebook:
    """Templates by family. Call `check` on templates that are not known to be valid."""

    def __init__(self, families: Mapping[str, tuple[str, ...]]) -> None:
        self._templates = [Template(family, one) for family, templates in families.items() for one in templates]
        self._free: list[Template] = []
        rules: dict[str, list[Template]] = {}
        for template in self._templates:
            beginnings = template.beginnings()
            if beginnings is None:
                self._free.append(template)
            for beginning in beginnings or ():
                rules.setdefault(beginning, []).append(template)
        self._rules = list(rules.values())
        self._beginnings = AhoCorasick(list(rules))

    def check(self) -> None:
        """Compile every template. Raises ValueError for the first one that is not valid."""
        for template in self._templates:
            template.pattern  # noqa: B018 - compiles it

    def find(self, text: str) -> tuple[Match, ...]:
        """All matches in `text`, by position; at most `MATCHES_PER_FAMILY` of a family, not overlapping within it."""
        found: dict[str, list[Match]] = {}
        for number, start, _ in self._beginnings.find_matches_as_indexes(text, overlapping=True):
            if start and _goes_on(text[start - 1], text[start]):
                continue
            for template in self._rules[number]:
                family = template.family
                matches = found.get(family)
                if matches is not None and (
                    len(matches) >= MATCHES_PER_FAMILY or any(one.start <= start < one.end for one in matches)
                ):
                    continue
                match = template.pattern.match(text, start)
                if match is not None:
                    found.setdefault(family, []).append(Match(family, start, match.end()))
        for template in self._free:
            for match in islice(template.pattern.finditer(text), MATCHES_PER_FAMILY):
                found.setdefault(template.family, []).append(Match(template.family, match.start(), match.end()))
        return tuple(sorted((m for matches in found.values() for m in matches), key=lambda m: (m.start, -m.end)))


def _goes_on(before: str, character: str) -> bool:
    """Whether `character` is inside a Latin word or a number: no "act now" in "contact now", no "4時間" in "24時間"."""
    if character.isascii() and character.isalpha():
        return before.isascii() and before.isalnum()
    return character.isdigit() and before.isdigit()


def _beginnings(source: str) -> frozenset[str] | None:
    """The literal texts that a match of `source` can begin with; None where they cannot be listed."""
    beginnings: set[str] = set()
    for alternative in _split(source):
        found = _beginnings_of_sequence(alternative)
        if found is None:
            return None
        beginnings |= found
    return frozenset(beginnings)


def _beginnings_of_sequence(source: str) -> frozenset[str] | None:
    if not source:
        return None
    if source.startswith("(") and not source.startswith("(?"):
        group, rest = _group(source)
        return _beginnings_of_group(_beginnings(group), set(group).isdisjoint(_SPECIAL.replace("|", "")), rest)
    if source.startswith(r"\d"):
        rest = source[2:]
        if rest[:1] in ("*", "?"):
            return None
        return _DIGITS
    if source[1:2] == "?" and source[0] not in _SPECIAL:
        return _beginnings_of_group(frozenset({source[0]}), True, source[1:])
    literal = _literal(source)
    return frozenset({literal}) if literal else None


def _beginnings_of_group(group: frozenset[str] | None, is_literal: bool, rest: str) -> frozenset[str] | None:
    """Those of a group and what follows it. `is_literal` if `group` is all that can stand there, not its beginning."""
    if group is None or rest.startswith(("*", "{0")):
        return None
    optional = rest.startswith("?")
    after = _beginnings_of_sequence(rest[1:] if optional else rest)
    if is_literal and after is not None and 1 in map(len, group) and len(group) * len(after) <= _MOST_BEGINNINGS:
        longer = frozenset(one + another for one in group for another in after)
        return longer | after if optional else longer
    if optional:
        return None if after is None else group | after
    return group


def _literal(source: str) -> str:
    """The characters that `source` begins with for certain."""
    literal = ""
    for position, character in enumerate(source):
        following = source[position + 1 : position + 2]
        if character in _SPECIAL:
            break
        if following and following in "?*{":
            break
        literal += character
    return literal


def _group(source: str) -> tuple[str, str]:
    """The inside of the group that `source` begins with, and what follows it."""
    depth = 0
    for position, character in _outside_classes(source):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return source[1:position], source[position + 1 :]
    raise ValueError(f"unbalanced brackets: {source!r}")


def _split(source: str) -> Iterator[str]:
    """The alternatives of `source` at its outermost level."""
    depth, start = 0, 0
    for position, character in _outside_classes(source):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "|" and depth == 0:
            yield source[start:position]
            start = position + 1
    yield source[start:]


def _outside_classes(source: str) -> Iterator[tuple[int, str]]:
    """The characters of `source` that are neither escaped nor inside [ ]."""
    escaped = inside = False
    for position, character in enumerate(source):
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif inside:
            inside = character != "]"
        elif character == "[":
            inside = True
        else:
            yield position, character
