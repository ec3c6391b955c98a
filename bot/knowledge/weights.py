"""How much each signal counts (`weights.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from bot.knowledge.files import read_yaml


class Bias(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the sum begins, before any signal."""

    prior: float
    weight: float


class SignalWeight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`weight` in log-odds, fitted around `prior`. `demand` is what the message asks for."""

    prior: float
    weight: float
    group: str
    demand: str | None = None


class Combination(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signals that together say more than apart, or take each other back.

    It holds when every signal of `all`, one of each list in `any`, and none of `none` was found; a name ending in
    `.*` stands for every signal of that group. Then `weight` is added, and the groups in `damp` count only by their
    factor.
    """

    id: str
    group: str = "combination"
    prior: float = 0.0
    weight: float = 0.0
    all: list[str] = []
    any: list[list[str]] = []
    none: list[str] = []
    damp: dict[str, float] = {}


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Probabilities: from `scam` on a message is called a scam, from `suspicious` on suspicious.

    Up to `no_sign` it may be said that nothing suspicious was found, if there is positive evidence.
    """

    scam: float
    suspicious: float
    no_sign: float


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `caps` limit the sum of each group's weights, in either direction."""

    bias: Bias
    thresholds: Thresholds
    caps: dict[str, float]
    signals: dict[str, SignalWeight]
    combinations: list[Combination]

    def values(self) -> dict[str, float]:
        """Every weight by name: `bias`, signals and combinations."""
        named = {name: signal.weight for name, signal in self.signals.items()}
        return {"bias": self.bias.weight, **named, **{one.id: one.weight for one in self.combinations}}

    def priors(self) -> dict[str, float]:
        """Every prior by name, like `values`."""
        named = {name: signal.prior for name, signal in self.signals.items()}
        return {"bias": self.bias.prior, **named, **{one.id: one.prior for one in self.combinations}}

    def groups(self) -> Mapping[str, frozenset[str]]:
        """The signals of each group."""
        found: dict[str, set[str]] = {}
        for name, signal in self.signals.items():
            found.setdefault(signal.group, set()).add(name)
        return {group: frozenset(names) for group, names in found.items()}


@cache
def load_weights() -> Weights:
    """The weights. Raises ValueError when the file does not fit or names a signal that has no weight."""
    weights = read_yaml("weights.yaml", Weights)
    groups = weights.groups()
    known = set(weights.signals) | {f"{group}.*" for group in groups} | {c.id for c in weights.combinations}
    for combination in weights.combinations:
        named = [*combination.all, *combination.none, *(name for names in combination.any for name in names)]
        unknown = [name for name in named if name not in known]
        unknown += [group for group in combination.damp if group not in groups]
        if unknown:
            raise ValueError(f"knowledge file weights.yaml: {combination.id} names unknown {', '.join(unknown)}")
    return weights
