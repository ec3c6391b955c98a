"""Writes fitted weights into `weights.yaml`, leaving its comments, order and everything else as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SIGNAL = re.compile(r"^(?P<before>\s*(?P<name>[a-z_]+(?:\.[a-z_]+)?): \{prior: -?[\d.]+, weight: )-?[\d.]+")
_ID = re.compile(r"^\s*- id: (?P<name>\S+)\s*$")
_WEIGHT = re.compile(r"^(?P<before>\s+weight: )-?[\d.]+\s*$")


def with_weights(text: str, values: Mapping[str, float]) -> str:
    """`text`, the weights file, with the weights `values` by name, rounded to two decimals.

    Raises ValueError when a name has no place in the file.
    """
    left = dict(values)
    lines = []
    combination: str | None = None
    for line in text.splitlines():
        signal, identifier, weight = _SIGNAL.match(line), _ID.match(line), _WEIGHT.match(line)
        written = line
        if signal is not None and signal["name"] in left:
            written = f"{signal['before']}{left.pop(signal['name']):.2f}{line[signal.end() :]}"
        elif identifier is not None:
            combination = identifier["name"]
        elif weight is not None and combination in left:
            written = f"{weight['before']}{left.pop(combination):.2f}"
        lines.append(written)
    missing = sorted(name for name, value in left.items() if value)
    if missing:
        raise ValueError(f"no place in the weights file for {', '.join(missing)}")
    return "\n".join(lines) + "\n"
