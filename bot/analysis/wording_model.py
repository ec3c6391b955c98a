"""How a text is worded, as a whole: a small linear model over short pieces of it.

Rules see what they were written for. This sees that a text is put together like known scams, or like genuine messages,
without a reason that could be quoted; so it is one signal among many, and capped. Names, numbers and addresses are
taken out first: it must judge the wording, not who is named.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

LENGTHS = (1, 2, 3, 4)  # characters of a piece
LONGEST = 1200  # characters of a text that are looked at
SHORTEST = 10  # characters below which a text has no wording to speak of

_URL = re.compile(r"h?ttps?://[!-~]+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[!-~]*)?")
_MAIL = re.compile(r"[a-z0-9._%+*-]{1,64}@[a-z0-9.*-]{1,253}")
_NUMBER = re.compile(r"\d[\d,.:/-]*")
_RULE = re.compile(r"([─━=*_・\-~#─―.…])\1{2,}")


@dataclass(frozen=True, slots=True)
class WordingModel:
    """`weights` by piece of text. A text scores `bias` plus the sum of its pieces over the root of their number."""

    bias: float
    weights: Mapping[str, float]

    def score(self, text: str, names: Iterable[tuple[int, int]] = ()) -> float:
        """The log-odds that a text worded like this is a scam; 0 for one too short to tell.

        `text` is case-folded and joined; `names` are the spans of brand names in it.
        """
        bare = without_names(text, names)
        if len(bare) < SHORTEST:
            return 0.0
        found = pieces(bare)
        # Exactly rounded, so that the order in which a set hands out its pieces changes nothing.
        total = math.fsum(filter(None, map(self.weights.get, found)))
        return self.bias + total / math.sqrt(len(found))


def without_names(text: str, names: Iterable[tuple[int, int]] = ()) -> str:
    """`text` with names, addresses and numbers replaced by one sign for each sort, at most `LONGEST` characters."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(names):
        if start >= done:
            parts += (text[done:start], "◇")
            done = end
    parts.append(text[done:])
    bare = "".join(parts)[: LONGEST * 2]
    bare = _URL.sub("⌂", _MAIL.sub("✉", bare))
    return _RULE.sub(r"\1", _NUMBER.sub("0", bare))[:LONGEST]


def pieces(text: str) -> set[str]:
    """The different pieces of `text`, each length of `LENGTHS`."""
    framed = f"^{text}$"
    longer: Sequence[str] = framed
    found = set(framed)
    for length in LENGTHS[1:]:
        longer = tuple(map(add, longer, framed[length - 1 :]))
        found.update(longer)
    return found
