"""The wordings the signals look for (`phrases.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from bot.knowledge.files import DIRECTORY, read_yaml


class _PhraseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    checked: date
    lists: dict[str, list[str]]
    families: dict[str, list[str]]


@cache
def load_phrases(directory: Path = DIRECTORY) -> Mapping[str, tuple[str, ...]]:
    """The templates of each family, with the named lists filled in. Syntax: head of `phrases.yaml`.

    Raises ValueError for a file that does not fit.
    """
    file = read_yaml("phrases.yaml", _PhraseFile, directory)
    lists = {f"<{name}>": f"({'|'.join(words)})" for name, words in file.lists.items()}
    return {family: tuple(_filled(template, lists) for template in file.families[family]) for family in file.families}


def _filled(template: str, lists: Mapping[str, str]) -> str:
    for name, alternatives in lists.items():
        template = template.replace(name, alternatives)
    return template
