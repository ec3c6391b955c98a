"""From findings to a probability: weights, group caps and combinations, all of them data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from bot.analysis.finding import Finding
from bot.analysis.report import Evidence, Verdict
from bot.knowledge.weights import Combination, Weights


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a score: the weight called `name` times `factor`, capped together with its `group`."""

    name: str
    group: str
    factor: float


@dataclass(frozen=True, slots=True)
class Score:
    """`probability` that the message is a scam (0 to 1); `evidence` strongest first; `combinations` that held."""

    probability: float
    evidence: tuple[Evidence, ...]
    combinations: tuple[Combination, ...]


class Scorer:
    """Adds up findings by one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._groups = weights.groups()
        self._values = weights.values()
        self._by_id = {combination.id: combination for combination in weights.combinations}

    def terms(self, names: Set[str]) -> tuple[Term, ...]:
        """What makes up the score where the signals `names` were found. Which terms there are hangs on no weight.

        Raises KeyError for a signal that has none.
        """
        held = self._held(names)
        factors: dict[str, float] = {}
        for combination in held:
            for group, factor in combination.damp.items():
                factors[group] = min(factor, factors.get(group, 1.0))
        signals = self._weights.signals
        return (
            *(Term(name, signals[name].group, factors.get(signals[name].group, 1.0)) for name in sorted(names)),
            *(Term(combination.id, combination.group, 1.0) for combination in held),
        )

    def probability(self, terms: Iterable[Term], values: Mapping[str, float] | None = None) -> float:
        """The probability that `terms` add up to, with the weights of the file or with `values` by name."""
        values = self._values if values is None else values
        sums: dict[str, float] = {}
        for term in terms:
            sums[term.group] = sums.get(term.group, 0.0) + values[term.name] * term.factor
        total = values["bias"] + sum(self.capped(group, value) for group, value in sums.items())
        return 1 / (1 + math.exp(-total))

    def capped(self, group: str, value: float) -> float:
        """`value` within the cap of `group`."""
        cap = self._weights.caps.get(group)
        return value if cap is None else max(-cap, min(cap, value))

    def score(self, findings: Sequence[Finding]) -> Score:
        """The score of `findings`. A signal counts once however often it was found."""
        first: dict[str, Finding] = {}
        for finding in findings:
            kept = first.get(finding.signal)
            # A finding that can quote the message explains better than one that cannot.
            if kept is None or (not kept.quote and finding.quote):
                first[finding.signal] = finding
        terms = self.terms(first.keys())
        evidence = [self._evidence(term, first) for term in terms]
        evidence.sort(key=lambda item: -abs(item.weight))
        held = tuple(self._by_id[term.name] for term in terms if term.name in self._by_id)
        return Score(self.probability(terms), tuple(evidence), held)

    def verdict(self, probability: float, *, positive: bool) -> Verdict:
        """The verdict at `probability`. `positive`: there is positive evidence that the message is genuine."""
        thresholds = self._weights.thresholds
        if probability >= thresholds.scam:
            return Verdict.SCAM
        if probability >= thresholds.suspicious:
            return Verdict.SUSPICIOUS
        if positive and probability <= thresholds.no_sign:
            return Verdict.NO_SIGN
        return Verdict.UNCLEAR

    def _held(self, found: Set[str]) -> tuple[Combination, ...]:
        names = set(found)
        held: list[Combination] = []
        for combination in self._weights.combinations:
            if self._holds(combination, names):
                held.append(combination)
                names.add(combination.id)
        return tuple(held)

    def _holds(self, combination: Combination, names: Set[str]) -> bool:
        return (
            all(self._present(name, names) for name in combination.all)
            and all(any(self._present(name, names) for name in options) for options in combination.any)
            and not any(self._present(name, names) for name in combination.none)
        )

    def _present(self, name: str, names: Set[str]) -> bool:
        return not names.isdisjoint(self._groups[name[:-2]]) if name.endswith(".*") else name in names

    def _evidence(self, term: Term, found: Mapping[str, Finding]) -> Evidence:
        weight = self._values[term.name] * term.factor
        source = found.get(term.name)
        if source is None:
            # A combination quotes the first of its signals that has words to quote.
            named = self._signals_of(self._by_id[term.name])
            source = next((found[name] for name in named if name in found and found[name].quote), None)
        if source is None:
            return Evidence(term.name, weight)
        return Evidence(term.name, weight, source.quote, source.span, source.facts)

    def _signals_of(self, combination: Combination) -> Iterator[str]:
        for name in (*combination.all, *(name for options in combination.any for name in options)):
            if name.endswith(".*"):
                yield from sorted(self._groups[name[:-2]])
            else:
                yield name
