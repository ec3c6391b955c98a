"""Tells what a person sent apart: a suspicious message, their own words, both, or a few small words.

Pure: it reads the text alone. A message is written *to* someone (「入力してください」, 「お客様」), a person tells and
asks (「入力しました」, 「これ本物？」); both are weighed sentence by sentence, and a remark is cut off at either end.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.extract import find_links, find_mail_addresses
from bot.community.masking import SecretKind, secrets
from bot.knowledge import knowledge
from bot.knowledge.voice_phrases import VoicePhrases, Weighted, voice_phrases

LONGEST = 20_000  # characters that are weighed
_REMARK_SENTENCES = 4  # how many sentences at either end may be a remark
_REMARK_LENGTH = 240  # characters; a longer part is no remark
_FRAGMENT_LENGTH = 24

_CLEAR = 3  # the weight from which a part clearly is what it seems

_UNIT = re.compile(r"[^\n。!?！？]{1,400}[。!?！？]*")  # cut where no mark does, so that work stays linear
_QUOTE = re.compile('[「『“"]([^」』”"]{40,})[」』”"]')
_REPORTED = re.compile("[「『“][^」』”]{0,39}[」』”](?=って|と(?:い|言|書|出|か|表示))")
_END = re.compile(r"[\s。.、,!?！？〜~…♪笑wｗ\U0001F000-\U0001FAFF☀-➿️]+$")
_DIGITS = re.compile(r"[\d\s+()\-‐－ー.]{3,24}")
_CODE = re.compile(r"\d{4,8}")
_WORDS = re.compile(r"\w")


class Voice(StrEnum):
    """Whose words a text is, or what small thing it says."""

    MESSAGE = "message"
    OWN_WORDS = "own_words"
    MIXED = "mixed"  # own words with a message pasted beside them
    FRAGMENT = "fragment"  # a bare link, number, address or name: a scrap of a message
    THANKS = "thanks"
    GREETING = "greeting"
    SMALL_TALK = "small_talk"
    RESUME = "resume"
    HELP = "help"
    FORGET = "forget"
    YES = "yes"
    NO = "no"
    EMPTY = "empty"  # nothing, or signs without a letter or digit


@dataclass(frozen=True, slots=True)
class Extent:
    """Characters `start` to `end` (end excluded) of the text as it was received."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Triage:
    """What a text is. `message` and `remark` are the parts that are a message and the person's own words.

    `fragment`: the message part is only a scrap. `secrets`: kinds of secrets of their own that the person wrote.
    """

    voice: Voice
    message: Extent | None = None
    remark: Extent | None = None
    fragment: bool = False
    secrets: tuple[SecretKind, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with how much speaks for a message and for own words."""

    start: int
    end: int
    message: int
    own: int


def triage(text: str, *, forwarded: bool = False, has_case: bool = False) -> Triage:
    """Tell whose words `text` is.

    `forwarded`: the platform says somebody else wrote it. `has_case`: a case is open, so that a short text is
    an answer rather than a scrap of something new. Never raises.
    """
    whole = _stripped(text)
    if whole is None:
        return Triage(Voice.EMPTY)
    if forwarded:
        return Triage(Voice.MESSAGE, message=whole, fragment=_is_fragment(text, whole))
    phrases = voice_phrases()
    plain = _END.sub("", unicodedata.normalize("NFKC", text[:200]).lower().strip())
    for kind, pattern in phrases.small.items():
        if len(text) < 60 and pattern.fullmatch(plain):
            return Triage(Voice(kind), remark=whole)
    if _is_fragment(text, whole):
        return Triage(Voice.FRAGMENT, message=whole, fragment=True, secrets=_secrets(text, answer=has_case))
    return _weighed(text, whole, phrases)


def _stripped(text: str) -> Extent | None:
    """Return where the text lies without the space around it, or None if it has no letter and no digit."""
    if not _WORDS.search(text):
        return None
    return Extent(len(text) - len(text.lstrip()), len(text.rstrip()))


def _weighed(text: str, whole: Extent, phrases: VoicePhrases) -> Triage:
    units = _units(text[:LONGEST], phrases)
    message = sum(unit.message for unit in units)
    own = sum(unit.own for unit in units)
    quoted = _quoted_message(text, phrases)
    if quoted is not None and own > 0:
        return _mixed(text, quoted, _beside(text, quoted, whole, phrases))
    parts = _split(units)
    if parts is not None:
        return _mixed(text, *parts)
    if message == 0 and own < _CLEAR and phrases.small_talk.search(unicodedata.normalize("NFKC", text).lower()):
        return Triage(Voice.SMALL_TALK, remark=whole)
    if message > own:
        return Triage(Voice.MESSAGE, message=whole)
    links = find_links(text[:LONGEST])
    if links:
        scrap = Extent(links[0].start, links[-1].end)
        return Triage(Voice.MIXED, message=scrap, remark=whole, fragment=True, secrets=_secrets(text))
    return Triage(Voice.OWN_WORDS, remark=whole, secrets=_secrets(text))


def _mixed(text: str, message: Extent, remark: Extent) -> Triage:
    message, remark = _trimmed(text, message), _trimmed(text, remark)
    return Triage(
        Voice.MIXED,
        message=message,
        remark=remark,
        fragment=_is_fragment(text, message),
        secrets=_secrets(text[remark.start : remark.end]),
    )


def _trimmed(text: str, extent: Extent) -> Extent:
    body = text[extent.start : extent.end]
    return Extent(extent.end - len(body.lstrip()), extent.start + len(body.rstrip()))


def _units(text: str, phrases: VoicePhrases) -> list[_Unit]:
    units = []
    for match in _UNIT.finditer(text):
        sentence = unicodedata.normalize("NFKC", match.group()).lower().strip()
        if not _WORDS.search(sentence):
            continue
        sentence = _REPORTED.sub("〓", sentence)
        units.append(
            _Unit(match.start(), match.end(), _weight(sentence, phrases.message), _weight(sentence, phrases.own))
        )
    return units


def _weight(sentence: str, weights: Weighted) -> int:
    return sum(weight for weight, pattern in weights if pattern.search(sentence))


def _split(units: list[_Unit]) -> tuple[Extent, Extent] | None:
    """Cut a remark off the beginning or the end of a message, if there is one."""
    head = 0
    while head < min(_REMARK_SENTENCES, len(units)) and _is_remark(units[head]):
        head += 1
    tail = len(units)
    while tail > max(head, len(units) - _REMARK_SENTENCES) and _is_remark(units[tail - 1]):
        tail -= 1
    for first, last in ((head, len(units)), (0, tail)):
        rest = units[first:last]
        if not rest or len(rest) == len(units):
            continue
        remark = units[:first] or units[last:]
        extent = Extent(remark[0].start, remark[-1].end)
        clear = sum(unit.own for unit in remark) >= _CLEAR and extent.end - extent.start <= _REMARK_LENGTH
        if clear and sum(unit.message for unit in rest) >= sum(unit.own for unit in rest) + _CLEAR:
            return Extent(rest[0].start, rest[-1].end), extent
    return None


def _is_remark(unit: _Unit) -> bool:
    return unit.message == 0 and unit.own > 0


def _quoted_message(text: str, phrases: VoicePhrases) -> Extent | None:
    """Return where the text quotes a message at length, or None."""
    for match in _QUOTE.finditer(text[:LONGEST]):
        inner = unicodedata.normalize("NFKC", match.group(1)).lower()
        if _weight(inner, phrases.message) >= 4 + _weight(inner, phrases.own):
            return Extent(match.start(1), match.end(1))
    return None


def _beside(text: str, quoted: Extent, whole: Extent, phrases: VoicePhrases) -> Extent:
    """Return the side of a quotation that says more of the person's own."""
    sides = (Extent(whole.start, max(whole.start, quoted.start - 1)), Extent(min(quoted.end + 1, whole.end), whole.end))
    return max(sides, key=lambda side: sum(unit.own for unit in _units(text[side.start : side.end], phrases)))


def _is_fragment(text: str, whole: Extent) -> bool:
    """Tell whether there is nothing but a link, a number, an address or a name."""
    body = text[whole.start : whole.end]
    if len(body) > 400:
        return False
    if len(body) <= _FRAGMENT_LENGTH and _DIGITS.fullmatch(unicodedata.normalize("NFKC", body)):
        return True
    if len(body) <= _FRAGMENT_LENGTH and _name(body) in _brand_names():
        return True
    rest = body
    scraps = [body[link.start : link.end] for link in find_links(body)]
    scraps += [body[address.start : address.end] for address in find_mail_addresses(body)]
    for scrap in scraps:
        rest = rest.replace(scrap, "")
    if rest != body:
        return not _WORDS.search(rest)
    return False


def _name(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


@functools.cache
def _brand_names() -> frozenset[str]:
    brands = knowledge().brands.values()
    return frozenset(_name(name) for brand in brands for name in (brand.name, brand.name_en, *brand.aliases))


def _secrets(text: str, *, answer: bool = False) -> tuple[SecretKind, ...]:
    """Return the kinds of the person's own secrets. In an `answer` to us a bare number is a code."""
    kinds = dict.fromkeys(secret.kind for secret in secrets(text[:LONGEST]))
    if answer and not kinds and _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip()):
        return (SecretKind.CODE,)
    return tuple(kinds)
