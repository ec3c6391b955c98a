"""Characters that look like others: the part of the Unicode security data that matters here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.knowledge.files import DIRECTORY


@cache
def confusables() -> Mapping[str, str]:
    """For each character that looks like another one, its prototype: one or a few characters (UTS #39).

    Raises ValueError when the file has a line of another form.
    """
    table: dict[str, str] = {}
    # Not `splitlines`: some of the characters would count as line ends.
    for number, line in enumerate((DIRECTORY / "confusables.txt").read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        prototype, tab, characters = line.partition("\t")
        if not tab or not prototype or not characters:
            raise ValueError(f"knowledge file confusables.txt: line {number} is not prototype, tab, characters")
        table.update(dict.fromkeys(characters, prototype))
    return MappingProxyType(table)
