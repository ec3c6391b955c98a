"""Wordings and weights: every template compiles, and every name in the weights means something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from bot.analysis.phrases import Phrasebook
from bot.analysis.report import Demand, Kind
from bot.knowledge.audit_facts import Facts, Problem
from bot.knowledge.situation_clues import situation_clues
from bot.knowledge.situation_phrases import japanese_phrases, language_phrases, languages
from bot.knowledge.voice_phrases import voice_phrases

_WEIGHTS = "weights.yaml"
_SLIP = "Mend the name, or delete the line."


def wording_problems(facts: Facts) -> Iterator[Problem]:
    """What is wrong with the templates of phrases.yaml and the patterns of the files of people's own words."""
    for family, templates in facts.phrases.items():
        for template in templates:
            yield from _unusable("phrases.yaml", family, Phrasebook({family: (template,)}).check)
    yield from _unusable("voice_phrases.yaml", "-", voice_phrases)
    yield from _unusable("situation_phrases.yaml", "ja", japanese_phrases)
    yield from _unusable("situation_clues.yaml", "-", situation_clues)
    for imposture in facts.impostures:
        for words in (*imposture.words, *imposture.unless):
            yield from _unusable("impostures.yaml", imposture.brand, partial(re.compile, words))
        for kind in imposture.kinds:
            if kind not in set(Kind):
                yield Problem("impostures.yaml", imposture.brand, f"{kind!r} is no kind of trick.", "Name one of Kind.")
    for language in languages():
        yield from _unusable("situation_phrases_world.yaml", language, partial(language_phrases, language))


def weight_problems(facts: Facts) -> Iterator[Problem]:
    """Names in weights.yaml that mean nothing to the analysis or to each other."""
    weights = facts.weights
    groups = set(weights.groups())
    combined = {one.id for one in weights.combinations}
    known = {*weights.signals, *(f"{group}.*" for group in groups), *combined}
    for name, signal in weights.signals.items():
        if name not in facts.signals:
            yield Problem(_WEIGHTS, name, "No signal of the analysis has this name.", _SLIP)
        if signal.demand is not None and signal.demand not in set(Demand):
            yield Problem(_WEIGHTS, name, f"{signal.demand!r} is nothing a message asks for.", "Name one of Demand.")
    for one in weights.combinations:
        for name in (*one.all, *one.none, *(name for names in one.any for name in names)):
            if name not in known:
                yield Problem(_WEIGHTS, one.id, f"It waits for {name}, which has no weight.", _SLIP)
        for group in one.damp:
            if group not in groups:
                yield Problem(_WEIGHTS, one.id, f"It damps {group}, a group that no signal is in.", _SLIP)
    for group in weights.caps:
        if group not in groups | {one.group for one in weights.combinations}:
            yield Problem(_WEIGHTS, group, "It caps a group that no signal is in.", _SLIP)


def _unusable(file: str, name: str, compile_it: Callable[[], object]) -> Iterator[Problem]:
    try:
        compile_it()
    except (ValueError, re.error) as error:
        yield Problem(file, name, f"{error}.", "Mend the template; the head of the file tells how to write one.")
