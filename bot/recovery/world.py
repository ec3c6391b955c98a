"""Reads languages other than Japanese for what happened: a clause, a phrase in it, and the words around that."""

from __future__ import annotations

import re

from bot.knowledge.situation_phrases import Context, LanguagePhrases, language_phrases
from bot.recovery.account import Situation
from bot.recovery.polarity import Polarity
from bot.recovery.reading import Reading

_ENTERED = tuple(
    situation.value
    for situation in (
        Situation.ENTERED_PASSWORD,
        Situation.ENTERED_CARD,
        Situation.ENTERED_BANK,
        Situation.GAVE_OTP,
        Situation.GAVE_PERSONAL_INFO,
    )
)
_HAPPENS = frozenset(
    situation.value
    for situation in (
        Situation.ACCOUNT_TAKEN_OVER,
        Situation.UNAUTHORIZED_CHARGE,
        Situation.CARRIER_BILLING,
        Situation.SECURITIES_ACCOUNT,
        Situation.SIM_SWAP,
    )
)
_ASKED = re.compile(
    r"\b(?:if|can|could|might|may|will|se|nếu|is (?:my|her|his|our|the))\b|如果|要是|会不会|会$|만약|혹시"
)
_TOUCHED = (*_ENTERED, Situation.CLICKED_LINK.value, Situation.REPLIED.value, Situation.INSTALLED_APP.value)


def read(text: str, language: str) -> Reading:
    """Read `text` (NFKC, lower case) in `language` (en zh ko vi pt). Linear in its length."""
    phrases = language_phrases(language)
    reading = Reading()
    position = 0
    for match in phrases.split.finditer(text):
        _read_clause(text[position : match.start()], reading, phrases)
        position = match.end()
    _read_clause(text[position:], reading, phrases)
    reading.received |= phrases.received_only.search(text) is not None
    reading.asks_if_scam = phrases.asks_if_scam.search(text) is not None
    reading.asks_report = phrases.asks_report.search(text) is not None
    reading.vague = phrases.vague.search(text) is not None
    reading.relevant = phrases.topic.search(text) is not None
    person = phrases.persons.search(text)
    reading.whose = next((group for group in person.groups() if group), None) if person else None
    reading.device = next((name for name, pattern in phrases.devices.items() if pattern.search(text)), None)
    return reading


def _read_clause(clause: str, reading: Reading, phrases: LanguagePhrases) -> None:
    clause = clause.strip()
    reading.received |= phrases.before.denied is not None and phrases.before.denied.search(clause) is not None
    for name, pattern in phrases.situations.items():
        match = pattern.search(clause)
        if match is None:
            continue
        verdict = _polarity(name, clause, match, phrases)
        if verdict is not Polarity.NONE:
            reading.say((name,), verdict)
    if phrases.everything.search(clause) and _found(phrases.before, clause, "denied", phrases):
        if phrases.verb_groups["entered"].search(clause):
            reading.deny_broadly(_ENTERED)
        elif phrases.verb_groups["done"].search(clause):
            reading.deny_broadly(_TOUCHED)
    if phrases.only is not None and phrases.only.search(clause):
        reading.deny_broadly(_ENTERED)


def _found(context: Context, text: str, kind: str, phrases: LanguagePhrases) -> bool:
    pattern: re.Pattern[str] | None = getattr(context, kind)
    if pattern is None:
        return False
    return pattern.search(text) is not None or (kind == "denied" and phrases.everything.search(text) is not None)


def _polarity(name: str, clause: str, match: re.Match[str], phrases: LanguagePhrases) -> Polarity:
    before, after = clause[: match.start()], clause[match.end() :]
    if phrases.compelled is not None and phrases.compelled.search(before):
        return Polarity.DONE
    happens = name in _HAPPENS
    for kind, verdict in (("nearly", Polarity.NEARLY), ("denied", Polarity.DENIED), ("supposed", Polarity.SUPPOSED)):
        early: re.Pattern[str] | None = getattr(phrases.before, kind)
        late: re.Pattern[str] | None = getattr(phrases.after, kind)
        if happens and kind == "supposed" and not _ASKED.search(before):
            continue  # a bank or a shop that says so is no demand
        if (early and early.search(before)) or (late and late.search(after)):
            return verdict
    if not happens and phrases.inside is not None and phrases.inside.search(match.group()):
        return Polarity.DENIED
    if phrases.past is not None and name not in phrases.always and not phrases.past.search(match.group()):
        return Polarity.NONE
    return Polarity.DONE
