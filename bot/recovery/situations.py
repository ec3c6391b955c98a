"""Understands what a person says has happened to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from bot.knowledge.situation_phrases import japanese_phrases
from bot.recovery import japanese, romaji, world
from bot.recovery.account import Account, Device, Situation
from bot.recovery.clues import features, says_done
from bot.recovery.polarity import Polarity
from bot.recovery.reading import Findings, Reading
from bot.recovery.situation_model import DOUBTFUL, RECEIVED, SURE, VERY_SURE, situation_model

Situations = tuple[Situation, ...]

OFFERED = 6  # buttons at most
LONGEST = 4000  # characters that are read; nobody tells more than that, and a pasted file must not cost seconds

_KANA = re.compile("[ぁ-んァ-ヶ]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[一-龥]")
_CHINESE = re.compile(
    "[我你您吗们这那么没说给钱网骗账号链码验诈请问]|卡|把|还|过去|对方|让|了(?<!完了)(?<!終了)(?<!修了)|什麼|怎麼|密碼|詐騙"
)
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]")
_PORTUGUESE = re.compile(
    r"[ãõç]|\b(?:golpe|cliquei|recebi|senha|você|voce|não|nao|isso|instalei|aplicativo|mandei|enviei|passei|paguei|digitei|coloquei|meu|minha|obrigad[oa]|oi|olá)\b"
)
_YES_NO = re.compile(
    "(?:はい|いいえ|いえ|いや|うん|ううん|ええ|違います|ちがう|そうです|yes|no|nope|yeah|yep|si|não|nao|sim|是|不是|네|아니요?)[。.、!]*"
)
_LATIN = re.compile("[a-z]{2}")
_HAPPENS = frozenset(
    {
        Situation.ACCOUNT_TAKEN_OVER,
        Situation.UNAUTHORIZED_CHARGE,
        Situation.CARRIER_BILLING,
        Situation.SECURITIES_ACCOUNT,
        Situation.SIM_SWAP,
    }
)
_NO_ACTS = frozenset({Situation.RECEIVED_ONLY, Situation.ASKS_IF_SCAM, Situation.ASKS_REPORT, Situation.OTHER_OFFTOPIC})


def language_of(text: str) -> str:
    """Return the language a text is written in: ja en zh ko vi pt. Japanese where nothing speaks against it."""
    lowered = text.lower()
    if _HANGUL.search(lowered):
        return "ko"
    if _KANA.search(lowered):
        return "ja"
    if _HAN.search(lowered):
        return "zh" if _CHINESE.search(lowered) else "ja"
    if _VIETNAMESE.search(lowered):
        return "vi"
    if _PORTUGUESE.search(lowered):
        return "pt"
    return "en" if _LATIN.search(lowered) else "ja"


def understand(text: str, brand_of: Callable[[str], str | None] | None = None) -> Account:
    """Tell what happened from a person's own words. Never raises.

    `brand_of` names the brand that a text speaks of (a brand id), or None.
    """
    shown = text[:LONGEST]
    normal = normalized(shown)
    language = language_of(normal)
    reading, findings = read(normal, language)
    if findings.answer:
        return Account(language=language)
    found = features(normal, language, reading, findings)
    likely = situation_model().probabilities(found)
    told = _weighed(findings, likely, done=says_done(found))
    return Account(
        situations=told,
        denied=tuple(situation for situation in findings.denied if situation not in told),
        nearly=findings.nearly,
        supposed=findings.supposed,
        offer=_offered(told, reading, findings, likely),
        brand=brand_of(shown) if brand_of else None,
        device=Device(reading.device) if reading.device else None,
        whose=reading.whose,
        language=language,
    )


def normalized(text: str) -> str:
    """Return `text` in NFKC and lower case, Japanese in Latin letters written as hiragana."""
    normal = unicodedata.normalize("NFKC", text).lower()
    return romaji.kana(normal) or normal


def read(normal: str, language: str) -> tuple[Reading, Findings]:
    """Return what the rules find in a `normalized` text."""
    reading = japanese.read(normal) if language == "ja" else world.read(normal, language)
    situations, denied, nearly, supposed = _sorted_out(reading)
    asks = _asks(reading, situations)
    if _nothing_happened(reading, situations, denied, nearly, supposed):
        situations = (Situation.RECEIVED_ONLY,)
    offer = _offer(reading, situations, asks)
    found = situations or asks or offer or denied or nearly or supposed
    answer = not found and _YES_NO.fullmatch(normal.strip()) is not None
    off_topic = not found and not answer and not reading.relevant
    wanted = _unique(situation for situation, polarity in reading.said if polarity is Polarity.TOLD)
    return reading, Findings(situations, denied, nearly, supposed, wanted, asks, offer, off_topic, answer)


def _weighed(findings: Findings, likely: Mapping[Situation, float], *, done: bool) -> Situations:
    """Add to what the rules found what the model is sure of and the rules do not deny.

    `done`: the text says of something that it was done; else what was only demanded or asked about did not happen.
    """
    spared = frozenset(findings.denied + findings.nearly)
    unmeant = frozenset(findings.supposed + findings.wanted)
    told = [situation for situation in findings.situations if _act(situation)]
    told += [
        situation
        for situation in sorted(likely, key=lambda situation: -likely[situation])
        if _act(situation)
        and likely[situation] >= (VERY_SURE if situation in unmeant else SURE)
        and (done or situation not in unmeant)
        and situation not in spared
        and situation not in told
    ]
    if not told and (Situation.RECEIVED_ONLY in findings.situations or likely[Situation.RECEIVED_ONLY] >= RECEIVED):
        told = [Situation.RECEIVED_ONLY]
    for situation in (Situation.ASKS_REPORT, Situation.ASKS_IF_SCAM):
        if situation in findings.asks or likely[situation] >= SURE:
            told.append(situation)
    if not told and findings.off_topic:
        told = [Situation.OTHER_OFFTOPIC]
    return tuple(told)


def _offered(told: Situations, reading: Reading, findings: Findings, likely: Mapping[Situation, float]) -> Situations:
    """Return what to ask about: what the model holds for possible, then what the rules leave open."""
    if told or reading.imagined:
        return ()
    possible = [
        situation
        for situation in sorted(likely, key=lambda situation: -likely[situation])
        if _act(situation) and likely[situation] >= DOUBTFUL and situation not in findings.denied + findings.nearly
    ]
    return _unique((*possible, *findings.offer))[:OFFERED] if possible or findings.offer else ()


def _act(situation: Situation) -> bool:
    return situation not in _NO_ACTS


def _unique(situations: Iterable[Situation]) -> Situations:
    return tuple(dict.fromkeys(situations))


def _sorted_out(reading: Reading) -> tuple[Situations, Situations, Situations, Situations]:
    """Decide what holds of each situation: what was done weighs most, then what was said last."""
    final: dict[Situation, Polarity] = {}
    for situation, polarity in reading.said:
        known = final.get(situation)
        if polarity in (Polarity.NONE, Polarity.TOLD):
            continue
        if known is Polarity.DONE:
            continue
        if known is not None and polarity in (Polarity.SUPPOSED, Polarity.LIKELY):
            continue
        final[situation] = polarity
    done = _unique(situation for situation in final if final[situation] in (Polarity.DONE, Polarity.LIKELY))
    denied = _unique(
        [situation for situation in final if final[situation] is Polarity.DENIED]
        + [situation for situation in reading.broad if situation not in final]
    )
    nearly = _unique(situation for situation in final if final[situation] is Polarity.NEARLY)
    supposed = _unique(situation for situation in final if final[situation] is Polarity.SUPPOSED)
    return done, denied, nearly, supposed


def _asks(reading: Reading, situations: Situations) -> Situations:
    asks = []
    if reading.asks_report:
        asks.append(Situation.ASKS_REPORT)
    open_act = any(polarity is Polarity.SUPPOSED and situation not in _HAPPENS for situation, polarity in reading.said)
    if reading.asks_if_scam or (reading.asks_before_acting and (open_act or not situations)):
        asks.append(Situation.ASKS_IF_SCAM)
    return tuple(asks)


def _nothing_happened(
    reading: Reading, situations: Situations, denied: Situations, nearly: Situations, supposed: Situations
) -> bool:
    """Tell whether the text says that a message came and nothing was done.

    An act that is regretted but not understood must not be taken for nothing.
    """
    spared = bool(denied or nearly or supposed or reading.imagined)
    if situations or reading.offer or (reading.vague and not spared):
        return False
    if spared:
        return True
    if reading.regret:
        return False
    return reading.received or (
        reading.pressed and reading.relevant and not (reading.asks_if_scam or reading.asks_report)
    )


def _offer(reading: Reading, situations: Situations, asks: Situations) -> Situations:
    """Return what to ask about when the text leaves open what happened."""
    if situations or asks or reading.imagined:
        return ()
    if reading.offer:
        return _unique(reading.offer)[:OFFERED]
    if reading.vague or reading.regret or reading.helpless:
        return _unique(Situation(name) for name in japanese_phrases().vague_offer)
    return ()
