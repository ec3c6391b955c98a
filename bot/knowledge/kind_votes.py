"""How much each feature and wording speaks for each kind of trick (`kind_votes.json`, by `python -m bot fit`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from bot.knowledge.files import read_json

Votes = dict[str, dict[str, float]]


class KindVotesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`features` by signal, combination, `category:…`, `brand:…` or `channel:…`; `pieces` by pair of letters."""

    about: str
    features: Votes
    pieces: Votes


@cache
def load_kind_votes() -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, Mapping[str, float]]]:
    """The votes by feature and by piece of text. Raises ValueError when the file does not fit."""
    file = read_json("kind_votes.json", KindVotesFile)
    return file.features, file.pieces
