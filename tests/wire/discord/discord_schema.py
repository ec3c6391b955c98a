"""Judges the bot's requests by Discord's own specification."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_DOCUMENT = json.loads(Path(__file__).with_name("discord_requests.json").read_text(encoding="utf-8"))
_FIRST_SNOWFLAKE = 1 << 42  # smaller numbers are no ids


def violations(requests: Iterable[tuple[str, str, Any, int]]) -> list[str]:
    """What Discord would not take, one line each; a body on a path that the bot is not known to use is one, too."""
    found: list[str] = []
    for method, path, body, _ in requests:
        if body is None:
            continue
        name = next((name for name in _DOCUMENT["requests"] if _pattern(name).fullmatch(f"{method} {path}")), None)
        if name is None:
            found.append(f"{method} {path} is not in the specification's part")
            continue
        found += [f"{name}: {error.message[:200]}" for error in _validator(name).iter_errors(_as_text(body))]
    return found


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(name)))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({**_DOCUMENT["requests"][name], "components": _DOCUMENT["components"]})


def _as_text(value: Any) -> Any:
    """Ids as text. The library sends them as numbers, which Discord takes although its specification does not say."""
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value) if isinstance(value, int) and value >= _FIRST_SNOWFLAKE else value
