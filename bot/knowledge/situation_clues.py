"""The notions that the situation model weighs (`situation_clues.yaml`), and its weights (`situation_model.json`)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from bot.knowledge.files import read_json, read_yaml
from bot.knowledge.situation_phrases import fold_kana


class _CluesFile(msgspec.Struct, forbid_unknown_fields=True):
    clues: dict[str, str]
    signs: dict[str, list[list[str]]]


class SituationModelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`about` says what the file is and was fitted to; `bias` by situation; `weights` by feature and situation."""

    about: str
    bias: dict[str, float]
    weights: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Sign:
    """Clues that together point to a situation."""

    situation: str
    clues: frozenset[str]

    @property
    def name(self) -> str:
        """The sign as the model names it."""
        return f"{self.situation}:{'+'.join(sorted(self.clues))}"


@dataclass(frozen=True, slots=True)
class SituationClues:
    """`clues` finds each notion in text folded by `fold_kana`; `signs` are the combinations that mean something."""

    clues: Mapping[str, re.Pattern[str]]
    signs: tuple[Sign, ...]


@functools.cache
def situation_clues() -> SituationClues:
    """Return the notions. Raises ValueError if the file is broken or a sign names a clue that is not there."""
    file = read_yaml("situation_clues.yaml", _CluesFile)
    clues = {name: re.compile(fold_kana(pattern)) for name, pattern in file.clues.items()}
    signs = tuple(
        Sign(situation, frozenset(names)) for situation, combinations in file.signs.items() for names in combinations
    )
    for sign in signs:
        if unknown := sign.clues - clues.keys():
            raise ValueError(f"knowledge file situation_clues.yaml: {sign.name} names the unknown {sorted(unknown)}")
    return SituationClues(clues, signs)


@functools.cache
def load_situation_model() -> SituationModelFile:
    """Return the fitted model. Raises ValueError when the file does not fit."""
    return read_json("situation_model.json", SituationModelFile)
