"""Understands what a person says has happened to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from bot.knowledge.situation_phrases import japanese_phrases
from bot.recovery import japanese, world
from bot.recovery.account import Account, Device, Situation
from bot.recovery.polarity import Polarity
from bot.recovery.reading import Reading

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
    normal = unicodedata.normalize("NFKC", shown).lower()
    language = language_of(normal)
    reading = japanese.read(normal) if language == "ja" else world.read(normal, language)
    situations, denied, nearly, supposed = _sorted_out(reading)
    asks = _asks(reading, situations)
    if _nothing_happened(reading, situations, denied, nearly, supposed):
        situations = (Situation.RECEIVED_ONLY,)
    offer = _offer(reading, situations, asks)
    told = situations + asks
    answer = _YES_NO.fullmatch(normal.strip()) is not None
    if not answer and not told and not offer and not denied and not nearly and not supposed and not reading.relevant:
        told = (Situation.OTHER_OFFTOPIC,)
    return Account(
        situations=told,
        denied=denied,
        nearly=nearly,
        supposed=supposed,
        offer=offer,
        brand=brand_of(shown) if brand_of else None,
        device=Device(reading.device) if reading.device else None,
        whose=reading.whose,
        language=language,
    )


Situations = tuple[Situation, ...]


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
    if reading.asks_if_scam or (reading.asks_before_acting and not situations):
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
        return _unique(reading.offer)[:6]
    if reading.vague or reading.regret or reading.helpless:
        return _unique(Situation(name) for name in japanese_phrases().vague_offer)
    return ()
