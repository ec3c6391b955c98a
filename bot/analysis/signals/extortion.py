"""Extortion: "I have hacked you, pay or everybody will see"."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.message import Span
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal, wording


def wallet(prepared: Prepared) -> Iterable[Finding]:
    """A wallet address whose checksum is right, so that it is one and no random string."""
    for text, found in prepared.wallets:
        span = Span(text.part, found.start, found.end)
        yield Finding("extortion.wallet", text.raw[found.start : found.end], span, {"coin": found.coin})


SIGNALS: tuple[Signal, ...] = (wording("extortion.hacked_device", "hacked_device"), wallet)
