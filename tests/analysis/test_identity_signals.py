"""Signals of links, senders, writing and what else is more than a wording, by a table of hits and hard near misses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.analysis.analyze import analyzer
from bot.analysis.link_model import LinkModel
from bot.analysis.message import Enclosure, Link, Message, Sender
from bot.analysis.prepared import Context
from bot.analysis.signals import link_model
from bot.analysis.wording_model import WordingModel
from bot.knowledge.link_model import LinkLevels, load_link_model
from bot.knowledge.weights import load_weights

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "identity_signals.yaml").read_text(encoding="utf-8"))
WORDINGS = yaml.safe_load((HERE / "signals.yaml").read_text(encoding="utf-8"))
FIELDS = {
    *("sender_name", "address", "number", "reply_to", "subject", "body", "links", "channel", "quoted", "comment"),
    *("enclosures", "failed"),
    *("reporters", "reviewed", "wording_score", "link_level"),
}
LEAST = 3  # hits, and near misses, of each signal


def message(fields: Mapping[str, Any]) -> Message:
    assert fields.keys() <= FIELDS
    return Message(
        body=fields.get("body", ""),
        subject=fields.get("subject"),
        sender=Sender(fields.get("sender_name"), fields.get("address"), fields.get("number"), fields.get("reply_to")),
        links=tuple(Link(one) if isinstance(one, str) else Link(**one) for one in fields.get("links", ())),
        channel=fields.get("channel"),
        comment=fields.get("comment", ""),
        quoted=fields.get("quoted", ""),
        enclosures=tuple(Enclosure(**one) for one in fields.get("enclosures", ())),
        failed=tuple(fields.get("failed", ())),
    )


def fired(entry: str | Mapping[str, Any]) -> set[str]:
    fields: Mapping[str, Any] = {"body": entry} if isinstance(entry, str) else entry
    context = Context(fields.get("reporters", 0), fields.get("reviewed"))
    prepared = analyzer().prepare(message(fields), context)
    if "wording_score" in fields:
        prepared = replace(prepared, model=WordingModel(fields["wording_score"], {}))
    with pytest.MonkeyPatch.context() as patch:
        if "link_level" in fields:
            made = LinkModel(getattr(load_link_model().levels, fields["link_level"]), {})
            patch.setattr(link_model, "_model", lambda: made)
        return {finding.signal for finding in analyzer().findings(prepared)}


def entries(kind: str) -> list[tuple[str, str | Mapping[str, Any]]]:
    return [(signal, entry) for signal, row in TABLE.items() for entry in row[kind]]


@pytest.mark.parametrize(("signal", "entry"), entries("hits"))
def test_fires_on(signal: str, entry: str | Mapping[str, Any]) -> None:
    assert signal in fired(entry)


@pytest.mark.parametrize(("signal", "entry"), entries("misses"))
def test_does_not_fire_on(signal: str, entry: str | Mapping[str, Any]) -> None:
    assert signal not in fired(entry)


def test_every_signal_that_counts_has_its_table() -> None:
    known = set(load_weights().signals)
    assert known - TABLE.keys() - WORDINGS.keys() == set()
    assert TABLE.keys() - known == set()


@pytest.mark.parametrize("signal", TABLE)
def test_a_table_has_enough_of_both(signal: str) -> None:
    assert len(TABLE[signal]["hits"]) >= LEAST
    assert len(TABLE[signal]["misses"]) >= LEAST


@pytest.mark.parametrize(
    ("score", "signal"),
    [
        (9.0, "link.very_like_phishing"),
        (6.0, "link.very_like_phishing"),
        (5.9, "link.like_phishing"),
        (4.0, "link.like_phishing"),
        (3.9, "link.somewhat_like_phishing"),
        (2.0, "link.somewhat_like_phishing"),
        (1.9, None),
        (0.0, None),
        (-9.0, None),
    ],
)
def test_an_address_is_called_like_phishing_by_level_and_never_called_genuine(score: float, signal: str | None) -> None:
    assert link_model.level(score, LinkLevels(very=6.0, like=4.0, somewhat=2.0)) == signal
