"""How much each signal speaks for each kind of trick (`kind_votes.json`), written by `python -m bot fit`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from bot.knowledge.files import read_json


class KindVotesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`votes` by feature (a signal, a combination, `category:…`, `brand:…`), then by kind."""

    about: str
    votes: dict[str, dict[str, float]]


@cache
def load_kind_votes() -> Mapping[str, Mapping[str, float]]:
    """The votes. Raises ValueError when the file does not fit."""
    return read_json("kind_votes.json", KindVotesFile).votes
