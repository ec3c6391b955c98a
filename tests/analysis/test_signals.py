"""Every signal by its table of hits and near misses, and the registry of signals by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.analysis.analyze import analyzer
from bot.analysis.message import Message
from bot.analysis.prepared import Context
from bot.knowledge.weights import load_weights
from bot.wording.catalog import catalog, locales

TABLE = yaml.safe_load((Path(__file__).parent / "signals.yaml").read_text(encoding="utf-8"))


def fired(text: str) -> set[str]:
    made = analyzer()
    return {finding.signal for finding in made.findings(made.prepare(Message(body=text), Context()))}


@pytest.mark.parametrize(("signal", "text"), [(name, text) for name, row in TABLE.items() for text in row["hits"]])
def test_fires_on(signal: str, text: str) -> None:
    assert signal in fired(text)


@pytest.mark.parametrize(("signal", "text"), [(name, text) for name, row in TABLE.items() for text in row["misses"]])
def test_does_not_fire_on(signal: str, text: str) -> None:
    assert signal not in fired(text)


def test_every_signal_and_combination_has_a_sentence_in_every_locale() -> None:
    weights = load_weights()
    # What everyday courtesy looks like counts, but is no reason that anybody needs to hear.
    unspoken = {"genuine.details", "genuine.named_recipient", "genuine.everyday"}
    shown = [name for name, signal in weights.signals.items() if signal.weight and name not in unspoken]
    shown += [one.id for one in weights.combinations if one.weight]
    for locale in locales():
        words = catalog(locale)
        missing = [name for name in shown if not words.has(f"reason-{name.replace('.', '-')}")]
        assert not missing
