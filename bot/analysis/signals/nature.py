"""What sort of message it is. These count nothing by themselves; combinations ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared
from bot.analysis.signals.base import Signal

SHORT = 160  # characters


def nature(prepared: Prepared) -> Iterable[Finding]:
    """Whether a brand speaks, whether there is a link or a number to follow, how long it is, how it came."""
    if prepared.brand is None:
        yield Finding("nature.no_brand")
    elif prepared.claim is not None:
        yield Finding("nature.brand", facts={"brand": prepared.brand.id})
    if not prepared.links:
        yield Finding("nature.no_link")
    elif any(not link.tolerated for link in prepared.links):
        yield Finding("nature.strange_link")
    if len(prepared.joined) <= SHORT:
        yield Finding("nature.short")
    if prepared.message.channel in ("sms", "line", "dm", "discord", "telegram", "call_script", "popup"):
        yield Finding(f"nature.{prepared.message.channel}")


SIGNALS: tuple[Signal, ...] = (nature,)
