"""What a signal reports: that it fired, on which words, with which facts. Never how much it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.analysis.message import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """`signal` is the stable id, `quote` the exact words at `span`, `facts` the values its sentence names."""

    signal: str
    quote: str = ""
    span: Span | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
