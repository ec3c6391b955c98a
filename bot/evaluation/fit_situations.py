"""Fits the situation model to labelled questions: `python -m bot.evaluation.fit_situations CASES.jsonl … [--write]`.

Says how well it does on questions held back, before it fits to all of them. What the rules find is part of what the
model weighs, so it must be fitted anew when the rules change.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from bot.evaluation.cases import QuestionCase, read_cases
from bot.knowledge.files import DIRECTORY
from bot.knowledge.situation_clues import SituationModelFile
from bot.recovery.account import Situation
from bot.recovery.clues import features, of_the_rules
from bot.recovery.situation_model import SURE, SituationModel
from bot.recovery.situations import language_of, normalized, read

FOLDS = 5
SEEN_IN = 4  # examples that a feature must occur in to be learnt
ROUNDS = 15
STEP = 0.3
SHRINK = 3e-3  # pull of a weight towards nothing, each time it is looked at
SETTLED = 0.02  # errors that are too small to learn from
LEAST = 0.05  # weights below it are left out

_NAMES = tuple(situation.value for situation in Situation)


@dataclass(frozen=True, slots=True)
class Example:
    """One question. `target` is 1 or 0 for each situation, or None where either is right."""

    case: QuestionCase
    features: tuple[str, ...]
    target: Mapping[str, int | None]


def example(case: QuestionCase) -> Example:
    """Return what the model learns from a case."""
    normal = normalized(case.text)
    language = language_of(normal)
    found = features(normal, language, *read(normal, language))
    target: dict[str, int | None] = dict.fromkeys(_NAMES, 0)
    target.update(dict.fromkeys(case.also_ok))
    target.update(dict.fromkeys(case.situations, 1))
    return Example(case, tuple(sorted(found)), target)


def fit(examples: Sequence[Example]) -> SituationModel:
    """Return the model of `examples`. The same examples in the same order give the same model."""
    # Rules are written with these very questions at hand, so they find more in them than in words nobody has seen. Each
    # question is learnt once with and once without their findings, so that the words speak for themselves too.
    examples = [*examples, *map(_without_rules, examples)]
    counts = Counter(feature for one in examples for feature in one.features)
    known = {feature for feature, count in counts.items() if count >= SEEN_IN}
    rows = [([feature for feature in one.features if feature in known], one.target) for one in examples]
    return SituationModel(*_joined({name: _fit_one(rows, name) for name in _NAMES}))


def _without_rules(one: Example) -> Example:
    return replace(one, features=tuple(feature for feature in one.features if not of_the_rules(feature)))


def _fit_one(
    rows: Sequence[tuple[Sequence[str], Mapping[str, int | None]]], name: str
) -> tuple[float, dict[str, float]]:
    bias, bias_squares = -3.0, 1e-2
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = [(columns, target[name]) for columns, target in rows if target[name] is not None]
    chance = random.Random(0)  # noqa: S311 - an order of learning, always the same
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for columns, wanted in order:
            total = bias + sum(weights.get(column, 0.0) for column in columns)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - (wanted or 0)
            if abs(error) < SETTLED:
                continue
            bias_squares += error * error
            bias -= STEP * error / math.sqrt(bias_squares)
            for column in columns:
                weight = weights.get(column, 0.0)
                slope = error + SHRINK * weight
                squares[column] = squares.get(column, 1e-4) + slope * slope
                weights[column] = weight - STEP * slope / math.sqrt(squares[column])
    return bias, weights


def _joined(
    fitted: Mapping[str, tuple[float, dict[str, float]]],
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    weights: dict[str, dict[str, float]] = {}
    for name, (_, of_one) in fitted.items():
        for feature, weight in of_one.items():
            if abs(weight) >= LEAST:
                weights.setdefault(feature, {})[name] = round(weight, 2)
    return {name: round(bias, 2) for name, (bias, _) in fitted.items()}, dict(sorted(weights.items()))


def held_back(examples: Sequence[Example]) -> Iterator[str]:
    """Say how the model alone does on questions it was not fitted to, and how far its probabilities can be believed."""
    bins: list[list[int]] = [[] for _ in range(10)]
    wanted = found = given = right = 0
    for fold in range(FOLDS):
        model = fit([one for place, one in enumerate(examples) if place % FOLDS != fold])
        for one in examples[fold::FOLDS]:
            for situation, probability in model.probabilities(one.features).items():
                truth = one.target[situation]
                sure = probability >= SURE
                wanted += truth == 1
                found += sure and truth == 1
                given += sure
                right += sure and truth != 0
                if truth is not None:
                    bins[min(9, int(probability * 10))].append(truth)
    yield f"held back over {FOLDS} folds of {len(examples)}: recall {found / wanted:.3f}, precision {right / given:.3f}"
    for place, truths in enumerate(bins):
        if truths:
            true = 100 * sum(truths) / len(truths)
            yield f"  said {place * 10:>2}-{place * 10 + 10} %: {true:.0f} % of {len(truths)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit to the files that `arguments` name. Returns the exit status: 0, or 2 for files that cannot be used."""
    parser = argparse.ArgumentParser(description="Fit the situation model to labelled questions.")
    parser.add_argument("cases", nargs="+", metavar="CASES.jsonl")
    parser.add_argument("--write", action="store_true", help="write the model into the knowledge directory")
    parser.add_argument("--fast", action="store_true", help="do not measure on questions held back")
    chosen = parser.parse_args(arguments)
    try:
        cases = [case for case in read_cases(map(Path, chosen.cases)) if isinstance(case, QuestionCase)]
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    examples = [example(case) for case in cases]
    if not chosen.fast:
        sys.stdout.writelines(f"{line}\n" for line in held_back(examples))
    if chosen.write:
        model = fit(examples)
        about = f"Written by `python -m bot.evaluation.fit_situations` from {len(cases)} questions; not edited by hand."
        file = SituationModelFile(about, dict(model.bias), {key: dict(value) for key, value in model.weights.items()})
        text = msgspec.json.format(msgspec.json.encode(file), indent=1)
        (DIRECTORY / "situation_model.json").write_bytes(text + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
