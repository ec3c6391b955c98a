"""The signals, in the order they run: one family a file, all of them listed here.

A signal is a function that looks at a prepared message and yields what it found. It knows no weight and no other
signal; `bot/knowledge/weights.yaml` says how much each counts. How to add one: docs/add-a-signal.md.
"""

from bot.analysis.signals import (
    authentication,
    community,
    demands,
    enclosures,
    extortion,
    genuine,
    language,
    link_model,
    links,
    lures,
    nature,
    pressure,
    scripts,
    sender,
    support,
    wording_model,
    writing,
)
from bot.analysis.signals.base import Signal

SIGNALS: tuple[Signal, ...] = (
    *sender.SIGNALS,
    *authentication.SIGNALS,
    *links.SIGNALS,
    *link_model.SIGNALS,
    *enclosures.SIGNALS,
    *writing.SIGNALS,
    *pressure.SIGNALS,
    *demands.SIGNALS,
    *lures.SIGNALS,
    *scripts.SIGNALS,
    *extortion.SIGNALS,
    *support.SIGNALS,
    *language.SIGNALS,
    *wording_model.SIGNALS,
    *community.SIGNALS,
    *genuine.SIGNALS,
    *nature.SIGNALS,
)

__all__ = ["SIGNALS", "Signal"]
