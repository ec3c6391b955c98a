"""The wordings by which people tell what happened to them, from `situation_phrases*.yaml`, compiled once."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import msgspec

from bot.knowledge.files import read_yaml

Kinds = Mapping[str, Mapping[str, tuple[str, ...]]]

_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold_kana(text: str) -> str:
    """Write katakana as hiragana, character for character (the long-vowel mark stays)."""
    return text.translate(_HIRAGANA)


class _JapaneseFile(msgspec.Struct, forbid_unknown_fields=True):
    objects: dict[str, list[str]]
    verbs: dict[str, list[str]]
    acts: dict[str, dict[str, list[str]]]
    bare: dict[str, list[str]]
    offer: dict[str, list[str]]
    phrases: dict[str, list[str]]
    asks_if_scam: list[str]
    asks_before_acting: list[str]
    asks_report: list[str]
    pressed: str
    fraud_mail: str
    regret: str
    carriers: str
    charged: str
    threat: str
    helpless: list[str]
    vague: list[str]
    vague_offer: list[str]
    not_given: str
    persons: str
    devices: dict[str, str]
    topic: str


class _ContextFile(msgspec.Struct, forbid_unknown_fields=True):
    nearly: str = ""
    denied: str = ""
    supposed: str = ""


class _LanguageFile(msgspec.Struct, forbid_unknown_fields=True):
    split: str
    before: _ContextFile
    situations: dict[str, list[str]]
    everything: str
    verb_groups: dict[str, str]
    received_only: list[str]
    asks_if_scam: list[str]
    asks_report: list[str]
    vague: str
    topic: str
    persons: str
    devices: dict[str, str]
    after: _ContextFile = msgspec.field(default_factory=_ContextFile)
    inside: str = ""
    compelled: str = ""
    past: str = ""
    always: list[str] = []
    only: str = ""


@dataclass(frozen=True, slots=True)
class JapanesePhrases:
    """Compiled wordings of Japanese, to be matched on text folded by `fold_kana`.

    `words` finds one object or verb at a time; the name of the group that matched is a key of `groups`, whose
    value is ("object" or "verb", kind). `acts` gives the situations of a verb kind and an object kind.
    """

    words: re.Pattern[str]
    groups: Mapping[str, tuple[str, str]]
    acts: Kinds
    bare: Mapping[str, tuple[str, ...]]
    offer: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, re.Pattern[str]]
    asks_if_scam: re.Pattern[str]
    asks_before_acting: re.Pattern[str]
    asks_report: re.Pattern[str]
    pressed: re.Pattern[str]
    fraud_mail: re.Pattern[str]
    regret: re.Pattern[str]
    carriers: re.Pattern[str]
    charged: re.Pattern[str]
    threat: re.Pattern[str]
    helpless: re.Pattern[str]
    vague: re.Pattern[str]
    vague_offer: tuple[str, ...]
    not_given: re.Pattern[str]
    persons: re.Pattern[str]
    devices: Mapping[str, re.Pattern[str]]
    topic: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a phrase that change what it says. An absent one is None."""

    nearly: re.Pattern[str] | None
    denied: re.Pattern[str] | None
    supposed: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class LanguagePhrases:
    """Compiled wordings of a language other than Japanese, to be matched on lower-case text."""

    split: re.Pattern[str]
    before: Context
    after: Context
    inside: re.Pattern[str] | None  # denies from within a phrase
    compelled: re.Pattern[str] | None  # before a phrase: done because somebody made them
    past: re.Pattern[str] | None
    always: frozenset[str]
    situations: Mapping[str, re.Pattern[str]]
    everything: re.Pattern[str]
    verb_groups: Mapping[str, re.Pattern[str]]
    only: re.Pattern[str] | None
    received_only: re.Pattern[str]
    asks_if_scam: re.Pattern[str]
    asks_report: re.Pattern[str]
    vague: re.Pattern[str]
    topic: re.Pattern[str]
    persons: re.Pattern[str]
    devices: Mapping[str, re.Pattern[str]]


def _any_of(patterns: Iterable[str], fold: Callable[[str], str] = str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{fold(pattern)})" for pattern in patterns))


def _tuples(mapping: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in mapping.items()}


@functools.cache
def japanese_phrases() -> JapanesePhrases:
    """Return the wordings of Japanese. Raises ValueError or `re.error` if the file is broken."""
    file = read_yaml("situation_phrases.yaml", dict[str, _JapaneseFile])["ja"]
    groups: dict[str, tuple[str, str]] = {}
    alternatives = []
    for role, kinds in (("object", file.objects), ("verb", file.verbs)):
        for kind, patterns in kinds.items():
            name = f"{role}_{kind}"
            groups[name] = (role, kind)
            alternatives.append(f"(?P<{name}>{'|'.join(fold_kana(pattern) for pattern in patterns)})")
    return JapanesePhrases(
        words=re.compile("|".join(alternatives)),
        groups=groups,
        acts={verb: _tuples(objects) for verb, objects in file.acts.items()},
        bare=_tuples(file.bare),
        offer=_tuples(file.offer),
        phrases={key: _any_of(patterns, fold_kana) for key, patterns in file.phrases.items()},
        asks_if_scam=_any_of(file.asks_if_scam, fold_kana),
        asks_before_acting=_any_of(file.asks_before_acting, fold_kana),
        asks_report=_any_of(file.asks_report, fold_kana),
        pressed=re.compile(fold_kana(file.pressed)),
        fraud_mail=re.compile(fold_kana(file.fraud_mail)),
        regret=re.compile(fold_kana(file.regret)),
        carriers=re.compile(fold_kana(file.carriers)),
        charged=re.compile(fold_kana(file.charged)),
        threat=re.compile(fold_kana(file.threat)),
        helpless=_any_of(file.helpless, fold_kana),
        vague=_any_of(file.vague, fold_kana),
        vague_offer=tuple(file.vague_offer),
        not_given=re.compile(fold_kana(file.not_given)),
        persons=re.compile(fold_kana(file.persons)),
        devices={key: re.compile(fold_kana(pattern)) for key, pattern in file.devices.items()},
        topic=re.compile(fold_kana(file.topic)),
    )


def _optional(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _context(file: _ContextFile) -> Context:
    return Context(_optional(file.nearly), _optional(file.denied), _optional(file.supposed))


@functools.cache
def _languages() -> dict[str, _LanguageFile]:
    return read_yaml("situation_phrases_world.yaml", dict[str, _LanguageFile])


def languages() -> tuple[str, ...]:
    """The languages other than Japanese that there are wordings of."""
    return tuple(_languages())


@functools.cache
def language_phrases(language: str) -> LanguagePhrases:
    """Return the wordings of `language` (en zh ko vi pt). Raises `KeyError` for another one."""
    file = _languages()[language]
    return LanguagePhrases(
        split=re.compile(file.split),
        before=_context(file.before),
        after=_context(file.after),
        inside=_optional(file.inside),
        compelled=_optional(file.compelled),
        past=_optional(file.past),
        always=frozenset(file.always),
        situations={key: _any_of(patterns) for key, patterns in file.situations.items()},
        everything=re.compile(file.everything),
        verb_groups={key: re.compile(pattern) for key, pattern in file.verb_groups.items()},
        only=_optional(file.only),
        received_only=_any_of(file.received_only),
        asks_if_scam=_any_of(file.asks_if_scam),
        asks_report=_any_of(file.asks_report),
        vague=re.compile(file.vague),
        topic=re.compile(file.topic),
        persons=re.compile(file.persons),
        devices={key: re.compile(pattern) for key, pattern in file.devices.items()},
    )
