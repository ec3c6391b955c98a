"""The fitted model of addresses (`link_model.json`), written by `python -m bot links fit`."""

from __future__ import annotations

from functools import cache

import msgspec

from bot.knowledge.files import read_json


class LinkLevels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Scores (log-odds) from which on an address counts as built like phishing, the surest first."""

    very: float
    like: float
    somewhat: float


class LinkModelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`about` says what the file is and what it was fitted to; `weights` by feature, in log-odds."""

    about: str
    bias: float
    levels: LinkLevels
    weights: dict[str, float]


@cache
def load_link_model() -> LinkModelFile:
    """The model. Raises ValueError when the file does not fit."""
    return read_json("link_model.json", LinkModelFile)
