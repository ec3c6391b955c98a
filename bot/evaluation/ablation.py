"""What each signal decides: labelled cases judged again with one signal, group or combination taken away at a time.

The messages are read once; only their scores are added up again. What is taken away is gone as if it had never been
written: combinations that need it no longer hold, and those that it ruled out do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

import msgspec

from bot.analysis.analyze import POSITIVE, analyzer
from bot.analysis.prepared import Context
from bot.analysis.report import Verdict
from bot.analysis.scoring import Scorer
from bot.evaluation.cases import MessageCase
from bot.evaluation.run import FLAGGED
from bot.evaluation.summary import percent
from bot.knowledge.weights import Weights


@dataclass(frozen=True, slots=True)
class Found:
    """A labelled case as the scores see it: whether it is a scam, and the signals that were found."""

    id: str
    scam: bool
    signals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A case, the one at `place` among all, whose verdict is another one without some signal."""

    place: int
    case: Found
    before: Verdict
    after: Verdict

    @property
    def unflagged(self) -> bool:
        """Whether the case is no longer called a scam or suspicious."""
        return self.before in FLAGGED and self.after not in FLAGGED

    @property
    def newly_flagged(self) -> bool:
        """Whether the case only now is called a scam or suspicious."""
        return self.before not in FLAGGED and self.after in FLAGGED


@dataclass(frozen=True, slots=True)
class Removal:
    """What comes of taking the signal, group ("link.*") or combination `name` away, which `found` of the cases have."""

    name: str
    found: int
    changes: tuple[Change, ...]

    @property
    def scams_lost(self) -> tuple[str, ...]:
        """The ids of scams that are no longer flagged."""
        return tuple(change.case.id for change in self.changes if change.unflagged and change.case.scam)

    @property
    def scams_won(self) -> tuple[str, ...]:
        """The ids of scams that only now are flagged."""
        return tuple(change.case.id for change in self.changes if change.newly_flagged and change.case.scam)

    @property
    def alarms_gained(self) -> tuple[str, ...]:
        """The ids of genuine messages that only now are flagged."""
        return tuple(change.case.id for change in self.changes if change.newly_flagged and not change.case.scam)

    @property
    def alarms_lost(self) -> tuple[str, ...]:
        """The ids of genuine messages that are no longer flagged."""
        return tuple(change.case.id for change in self.changes if change.unflagged and not change.case.scam)

    @property
    def cost(self) -> int:
        """How many more cases are wrong without it; below 0 where the cases are better off."""
        return len(self.scams_lost) + len(self.alarms_gained) - len(self.scams_won) - len(self.alarms_lost)


@dataclass(frozen=True, slots=True)
class Ablation:
    """All removals, the one that costs most first. `verdicts` are those of the cases with nothing removed.

    `absent` names the signals and combinations that no case has, so that nothing can be said of them.
    """

    cases: tuple[Found, ...]
    verdicts: tuple[Verdict, ...]
    removals: tuple[Removal, ...]
    absent: tuple[str, ...]

    def flagged_of(self, *, scam: bool) -> tuple[int, int]:
        """How many of the scams, or of the genuine messages, are flagged; and how many there are."""
        chosen = [verdict for case, verdict in zip(self.cases, self.verdicts, strict=True) if case.scam is scam]
        return sum(verdict in FLAGGED for verdict in chosen), len(chosen)

    def hanging(self, signals: Set[str]) -> Counter[str]:
        """For each of `signals`: how many flagged scams are flagged by it alone, so that without it they are lost."""
        return Counter({one.name: len(one.scams_lost) for one in self.removals if one.name in signals})

    def on_one_signal(self, signals: Set[str]) -> int:
        """How many flagged scams at least one of `signals` alone would lose."""
        changes = (change for one in self.removals if one.name in signals for change in one.changes)
        return len({change.place for change in changes if change.unflagged and change.case.scam})


def found(cases: Iterable[MessageCase]) -> Iterator[Found]:
    """The signals of each case."""
    for case in cases:
        findings = analyzer().findings(analyzer().prepare(case.message(), Context()))
        yield Found(case.id, case.label == "scam", frozenset(finding.signal for finding in findings))


def ablate(cases: Iterable[Found], weights: Weights) -> Ablation:
    """Takes every signal, every group of several signals and every combination of `weights` away in turn.

    Raises KeyError for a case with a signal that has no weight.
    """
    kept = tuple(cases)
    whole = Scorer(weights)
    before = [_verdict(whole, case.signals) for case in kept]
    held = [frozenset(term.name for term in whole.terms(case.signals)) for case in kept]
    removals = []
    for name, members in _parts(weights):
        having = [place for place, names in enumerate(held) if not names.isdisjoint(members)]
        if having:
            without = Scorer(_without(weights, name))
            after = ((place, _verdict(without, kept[place].signals - members)) for place in having)
            changes = tuple(
                Change(place, kept[place], before[place], verdict)
                for place, verdict in after
                if verdict is not before[place]
            )
            removals.append(Removal(name, len(having), changes))
    removals.sort(key=lambda one: (-one.cost, -len(one.changes), one.name))
    known = frozenset[str]().union(*held)
    absent = [name for name in weights.values() if name != "bias" and name not in known]
    return Ablation(kept, tuple(before), tuple(removals), tuple(absent))


def _parts(weights: Weights) -> Iterator[tuple[str, frozenset[str]]]:
    """What is taken away at a time: its name, and the signals or the combination that go with it."""
    for name in (*weights.signals, *(one.id for one in weights.combinations)):
        yield name, frozenset({name})
    for group, names in weights.groups().items():
        if len(names) > 1:
            yield f"{group}.*", names


def _without(weights: Weights, combination: str) -> Weights:
    left = [one for one in weights.combinations if one.id != combination]
    return msgspec.structs.replace(weights, combinations=left)


def _verdict(scorer: Scorer, signals: Set[str]) -> Verdict:
    probability = scorer.probability(scorer.terms(signals))
    return scorer.verdict(probability, positive=not POSITIVE.isdisjoint(signals))


def lines(result: Ablation, weights: Weights) -> Iterator[str]:
    """The table for a person to read."""
    for scam, title in ((True, "scam"), (False, "genuine")):
        flagged, count = result.flagged_of(scam=scam)
        yield f"{title:<18} {count}: flagged {flagged}{_share(flagged, count)}"
    yield ""
    yield f"{'without':<34}{'found':>7}{'verdicts':>10}{'scams':>14}{'false alarms':>16}"
    yield f"{'':<34}{'in':>7}{'changed':>10}{'lost':>7}{'won':>7}{'gained':>9}{'lost':>7}"
    for one in result.removals:
        if one.changes:
            yield (
                f"  {one.name:<32}{one.found:>7}{len(one.changes):>10}{len(one.scams_lost):>7}{len(one.scams_won):>7}"
                f"{len(one.alarms_gained):>9}{len(one.alarms_lost):>7}"
            )
    yield ""
    idle = [one.name for one in result.removals if not one.changes]
    yield f"change no verdict ({len(idle)}): {' '.join(idle) or '-'}"
    yield f"in none of the cases ({len(result.absent)}): {' '.join(result.absent) or '-'}"
    yield ""
    alone = result.on_one_signal(weights.signals.keys())
    flagged, _ = result.flagged_of(scam=True)
    yield f"flagged scams that hang on a single signal: {alone} of {flagged}{_share(alone, flagged)}"
    for name, count in result.hanging(weights.signals.keys()).most_common():
        if count:
            yield f"  {name:<32}{count:>7}"


def _share(part: int, whole: int) -> str:
    return f" ({percent(part, whole)} %)" if whole else ""


def plain(result: Ablation, weights: Weights) -> dict[str, Any]:
    """The same with the ids of the cases, ready for JSON. Shares are in percent."""
    alone = result.on_one_signal(weights.signals.keys())
    scams, genuine = result.flagged_of(scam=True), result.flagged_of(scam=False)
    return {
        "scam": _label(*scams),
        "legit": _label(*genuine),
        "on_one_signal": {
            "count": alone,
            "percent": percent(alone, scams[0]),
            "by_signal": {name: n for name, n in result.hanging(weights.signals.keys()).most_common() if n},
        },
        "removals": [_row(one) for one in result.removals],
        "absent": result.absent,
    }


def _label(flagged: int, count: int) -> dict[str, Any]:
    return {"count": count, "flagged": flagged, "flagged_percent": percent(flagged, count)}


def _row(one: Removal) -> dict[str, Any]:
    return {
        "name": one.name,
        "found": one.found,
        "changed": len(one.changes),
        "scams_lost": one.scams_lost,
        "scams_won": one.scams_won,
        "alarms_gained": one.alarms_gained,
        "alarms_lost": one.alarms_lost,
    }


def print_ready(cases: Sequence[MessageCase], weights: Weights, *, as_json: bool) -> str:
    """What `python -m bot eval --ablate` prints of `cases`."""
    result = ablate(found(cases), weights)
    if as_json:
        return msgspec.json.encode({"ablation": plain(result, weights)}).decode() + "\n"
    return "\n".join(lines(result, weights)) + "\n"
