"""Words: everything that can be shown has its words in every locale, none is left over, no text names a hidden fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.audit_facts import Facts, Problem, Texts
from bot.knowledge.contacts import ContactFact, Status
from bot.recovery.account import Situation

# What everyday courtesy looks like counts, but is no reason that anybody needs to hear.
UNSPOKEN = frozenset({"genuine.details", "genuine.named_recipient", "genuine.everyday"})
# Texts of the conversation whose ids only begin like those of a desk, a question or a signal.
_OTHERS = frozenset({"contact-with-hours", "ask-done", "ask-done-group", "reason-none"})
_PREFIXES = ("contact-", "step-", "situation-", "ask-", "reason-")
_NUMBER = re.compile(r"(?<![\w./-])(?:#\d{4}|0[\d-]{7,}\d|0\d{9,10})(?![\w-])")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def word_problems(facts: Facts) -> Iterator[Problem]:
    """What is missing, left over or wrong in the words of each locale."""
    required, allowed = _required(facts), _allowed(facts)
    spoken = {value for contact in facts.contacts for value in _shown(contact)}
    for locale, texts in facts.texts.items():
        for key in sorted(required - texts.keys()):
            yield Problem(f"locales/{locale}", key, "There are no words for it.", "Write them, in every locale.")
        for key in sorted(texts):
            if key.startswith(_PREFIXES) and key.partition(".")[0] not in allowed:
                yield Problem(
                    f"locales/{locale}", key, "Nothing in the knowledge says it.", "Delete it, or mend the id."
                )
        yield from _hidden(locale, texts, spoken)
    yield from _unequal(facts)


def _required(facts: Facts) -> set[str]:
    keys: set[str] = set()
    for contact in facts.contacts:
        if contact.safe_way or _shown(contact):
            keys |= {f"contact-{contact.id}", f"contact-{contact.id}.when"}
    for step in facts.recovery.steps:
        keys |= {f"step-{step.id}", f"step-{step.id}.why"}
        keys |= {f"step-{step.id}.{flag}" for flag in ("deadline", "caution") if getattr(step, flag)}
    for situation in Situation:
        keys |= {f"situation-{situation}", f"situation-{situation}.short"}
    for entry in (*facts.recovery.situations.values(), *facts.recovery.people.values()):
        keys |= {line.id for line in entry.lines if line not in entry.steps}
        keys |= {f"ask-{line.id}" for line in entry.ask}
    spoken = {name for name, signal in facts.weights.signals.items() if signal.weight} - UNSPOKEN
    spoken |= {one.id for one in facts.weights.combinations if one.weight}
    return keys | {_reason(name) for name in spoken}


def _allowed(facts: Facts) -> frozenset[str]:
    signals = {*facts.weights.signals, *(one.id for one in facts.weights.combinations)}
    return _OTHERS | {key.partition(".")[0] for key in _required(facts)} | {_reason(name) for name in signals}


def _reason(signal: str) -> str:
    return f"reason-{signal.replace('.', '-')}"


def _shown(contact: ContactFact) -> tuple[str, ...]:
    """The numbers, page and address of `contact` that may be shown."""
    details = (*contact.numbers, contact.url, contact.email)
    return tuple(detail.value for detail in details if detail and detail.status is Status.CONFIRMED)


def _hidden(locale: str, texts: Texts, spoken: set[str]) -> Iterator[Problem]:
    for key, text in texts.items():
        if not key.startswith(_PREFIXES):
            continue
        for found in (*_NUMBER.findall(text), *_ADDRESS.findall(text)):
            if found not in spoken:
                yield Problem(
                    f"locales/{locale}",
                    key,
                    f"It names {found}, which contacts.yaml does not confirm.",
                    "Take it out of the words, or confirm it in contacts.yaml.",
                )


def _unequal(facts: Facts) -> Iterator[Problem]:
    everything = {key for texts in facts.texts.values() for key in texts}
    for locale, texts in facts.texts.items():
        for key in sorted(everything - texts.keys() - _required(facts)):
            yield Problem(f"locales/{locale}", key, "Another locale has words for it.", "Write them here too.")
