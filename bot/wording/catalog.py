"""The product's words: Fluent files of every locale, each text parsed when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast, parse, serialize

FALLBACK = "ja"
# Fluent refuses longer arguments as a decompression-bomb guard, so foreign text is shortened first.
ARGUMENT_LENGTH = 400

# What is at the start of a line before an equals sign is always the id of a message: all other lines are indented.
_IDENTIFIER = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)
_PACKAGED = Path(__file__).parent.parent / "locales"  # where the wheel puts them
_CHECKOUT = Path(__file__).parent.parent.parent / "locales"


class Catalog:
    """The messages of one locale. Ids are the same in every locale; a test keeps them so."""

    def __init__(self, locale: str, directory: Path) -> None:
        self.locale = locale
        # Isolation marks would end up in copied domains and numbers.
        self._bundle = FluentBundle([locale], use_isolating=False)
        # The parser is slow, so each text waits until it is asked for. No text refers to another; a test keeps it so.
        self._waiting: dict[str, str] = {}
        for path in sorted(directory.glob("*.ftl")):
            source = path.read_text(encoding="utf-8")
            beginnings = list(_IDENTIFIER.finditer(source))
            ends = [*(one.start() for one in beginnings[1:]), len(source)]
            for one, end in zip(beginnings, ends, strict=True):
                self._waiting[one[1]] = source[one.start() : end]

    def has(self, key: str) -> bool:
        """Whether there is a text for `key` (`id` or `id.attribute`)."""
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name) and not self._parse(name):
            return False
        message = self._bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None

    def text(self, key: str, **arguments: str | int | float) -> str:
        """The text for `key` (`id` or `id.attribute`) with `arguments` filled in.

        Raises KeyError for an unknown key and ValueError for a text that does not format.
        """
        name, _, attribute = key.partition(".")
        if not self.has(key):
            raise KeyError(f"no text {key!r} in locale {self.locale!r}")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None  # noqa: S101 - `has` has looked
        shortened = {
            name: value[:ARGUMENT_LENGTH] + "…" if isinstance(value, str) and len(value) > ARGUMENT_LENGTH else value
            for name, value in arguments.items()
        }
        text, errors = self._bundle.format_pattern(pattern, shortened)
        if errors:
            raise ValueError(f"text {key!r} in locale {self.locale!r}: {errors[0]}")
        return str(text)

    def _parse(self, name: str) -> bool:
        source = self._waiting.pop(name, None)
        if source is None:
            return False
        self._bundle.add_resource(FluentResource(source))
        return self._bundle.has_message(name)


def locales() -> tuple[str, ...]:
    """The locales there are texts for, the fallback first."""
    found = sorted(path.name for path in _directory().iterdir() if path.is_dir())
    return (FALLBACK, *(name for name in found if name != FALLBACK))


@cache
def catalog(locale: str | None) -> Catalog:
    """The catalog for `locale` ("en-US" finds "en"), or the Japanese one where there is none."""
    language = (locale or FALLBACK).replace("_", "-").split("-")[0].lower()
    name = language if language in locales() else FALLBACK
    return Catalog(name, _directory() / name)


def written(locale: str) -> Mapping[str, str]:
    """The texts of `locale` as they are written, gaps included, by `id` or `id.attribute`."""
    found: dict[str, str] = {}
    for path in sorted((_directory() / locale).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                if entry.value is not None:
                    found[entry.id.name] = _source(entry.value)
                for item in entry.attributes:
                    found[f"{entry.id.name}.{item.id.name}"] = _source(item.value)
    return found


def _source(pattern: ast.Pattern) -> str:
    message = ast.Message(ast.Identifier("text"), pattern)
    return serialize(ast.Resource([message])).partition("=")[2].strip()


def _directory() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
