"""The fitted wording model (`wording_model.json`), written by `python -m bot fit`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from bot.knowledge.files import read_json


class WordingModelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`about` says what the file is and what it was fitted to; `weights` by piece of text, in log-odds."""

    about: str
    bias: float
    weights: dict[str, float]


@cache
def load_wording_model() -> tuple[float, Mapping[str, float]]:
    """Bias and weights of the model. Raises ValueError when the file does not fit."""
    file = read_json("wording_model.json", WordingModelFile)
    return file.bias, file.weights
