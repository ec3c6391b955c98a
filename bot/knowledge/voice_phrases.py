"""What tells a suspicious message from the words of the person who shows it, from `voice_phrases.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from bot.knowledge.files import read_yaml


class _Weighted(msgspec.Struct, forbid_unknown_fields=True):
    weight: int
    patterns: list[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    message: list[_Weighted]
    own: list[_Weighted]
    small: dict[str, str]
    small_talk: str


Weighted = tuple[tuple[int, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class VoicePhrases:
    """Compiled wordings, for lower-case text in NFKC. `message` and `own` are weights with their patterns.

    `small` are whole utterances by their kind (thanks greeting resume help forget yes no).
    """

    message: Weighted
    own: Weighted
    small: Mapping[str, re.Pattern[str]]
    small_talk: re.Pattern[str]


def _compiled(entries: list[_Weighted]) -> Weighted:
    return tuple((entry.weight, re.compile(pattern)) for entry in entries for pattern in entry.patterns)


@functools.cache
def voice_phrases() -> VoicePhrases:
    """Return the wordings. Raises ValueError or `re.error` if the file is broken."""
    file = read_yaml("voice_phrases.yaml", _File)
    return VoicePhrases(
        message=_compiled(file.message),
        own=_compiled(file.own),
        small={kind: re.compile(pattern) for kind, pattern in file.small.items()},
        small_talk=re.compile(file.small_talk),
    )
