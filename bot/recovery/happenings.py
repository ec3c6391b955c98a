"""Reads Japanese for what happened to a person rather than what they did, and for what they ask."""

from __future__ import annotations

import re

from bot.knowledge.situation_phrases import JapanesePhrases
from bot.recovery.polarity import Polarity
from bot.recovery.reading import Reading

_FEARED = re.compile(
    "(?:[るす]|れる|られる)(?:前|まえ)に|るって(?:聞|きい|本当|ほんと|噂|言い)|[^、。]{0,10}?(?:(?:る|ます|れる)(?:の|ん)が|(?:にゅーす|新聞|てれび)で|な(?:さ)?そう|たり(?:し|す)|(?:る|ます|れる)(?:の|ん)?(?:です|でしょう)?(?:か|かな|よね|[?])|(?<![るただ])そう|な(?:い|いです|いでしょう)か|ませんか|(?:て|で)(?:は)?(?:い)?(?:な|ませ)|かけ|(?:る|た)かも(?:しれな|$)|て?(?:い)?たら[、]?(?:どう|怖|こわ|嫌|いや|まず|困)|心配|怖|こわ|恐れ)"
)
_SOMEONE_ELSE = re.compile(
    "(?:取引先|相手|友達|友だち|友人|知り合い|社長|店長|上司|先輩|後輩|同級生|宿|ほてる|お店|店|運営|向こう|その人|その子|ねっ友)(?:の[^。、]{0,8})?(?:が|も|は)[^。、]{0,6}$"
)
_SAID_OF_OTHERS = re.compile("[^、。]{0,6}(?:って|と)(?:友達|友だち|友人|知り合い|同僚)")
_OTHERS_NAMED = re.compile("(?:友達|友だち|友人|知り合い|本人|相手|先輩|後輩|同僚)[^。]{0,12}$")
_HEARD = re.compile("[^。]{0,6}(?:って|らし|そうで|と言|とのこと|みたい)")
_UNPAID = re.compile(
    "[てで]?(?:は)?(?:い)?(?:な[いかく]|ません|ま?へん)|[^。、]{0,4}(?:って|と)(?:言|い[わう])|たら|れば|そう(?:に|です)|[るう]?前"
    "|くだ|下さ|なさ|べき|つもり|予定|ろ|て(?:って|と)"
)
_SHOWN = re.compile("送っ(?!て(?:き|来|こ))|送り|撮られ|脱|見せ|映")
_REFUSABLE = frozenset({"applied_yamibaito", "sent_intimate_image"})
_REFUSED = re.compile(
    "断(?:っ(?:た(?!ら)|て)|り(?!たい))|(?:行って|やって|送って|応募して|撮られて|映って|見せて)(?:い)?(?:な|ません|へん)|覚え(?:は|が|も)?(?:な|あり?ませ)"
    "|た(?:こと|覚え)(?:は|が|も)?(?:な|あり?ませ)|迷って|やめ(?:た(?!い)|て(?!も)|まし)"
)
_EXPLAINED = re.compile(
    "(?:確認し|調べ|聞い|よく見|問い合わせ)たら[^。]{0,14}(?:自分|本人|家族|娘|息子|夫|妻|旦那|子ども|母|父)[^。]{0,16}(?:だった|でした)"
    "|と思ったら[^。]{0,16}(?:だった|でした)|詐欺(?:じゃ|では)な(?:かった|く)|障害だった|勘違い(?:だった|でした)|自分(?:だった|でした)"
)
_EXPLAINABLE = frozenset({"account_taken_over", "unauthorized_charge", "carrier_billing", "sim_swap"})
_NEVER_SENT = re.compile(
    "覚え(?:は|が|も)?(?:な|あり?ませ)|(?:送っ|撮られ|映っ|見せ)(?:て(?:い)?(?:ない|ません|なかっ|へん)|たこと(?:は|が|も)?(?:な|あり?ませ))"
    "|合成|(?<![a-z])ai(?![a-z])|加工|送ら(?:な|ず)|迷って"
)
_OTHER_MONEY = frozenset({"object_crypto", "object_wallet", "object_giftcard"})
_FEARABLE = frozenset(
    {"remote_access", "account_taken_over", "unauthorized_charge", "carrier_billing", "securities_account"}
)
_CLAIM = re.compile(
    "めーる|sms|しょーと|はがき|電話|画面|さいと|届い|届き|めっせーじ|dm|警告|ぽっぷ|表示|ふりーめ|案内|らいん|書面|手紙|封書|催促"
)
_SURE = re.compile(
    "明細|引き?落と|口座から|使われ|買われ|買い物され|課金され|残高|不正利用され|決済され|引かれ[てた]|通帳|口座へ|口座に(?:出|移|送|行)|預金|名義|よその|銀行に(?:電話|聞|確認|問|行)|決済通知|利用通知"
)


def read_phrases(sentence: str, reading: Reading, phrases: JapanesePhrases, *, claimed: bool, explained: bool) -> None:
    """Note what happened to the person rather than what they did.

    `claimed`: the writer doubts it, so that a message which says it is no more than a message; `explained`: it turned
    out to be nothing.
    """
    for name, pattern in phrases.phrases.items():
        match = pattern.search(sentence)
        if match is None:
            continue
        if name == "sim_swap":
            continue
        if name == "received_only":
            reading.received = True
            continue
        if name == "unauthorized_charge" and _CLAIM.search(sentence) and not _SURE.search(sentence):
            reading.received = True
            continue
        if name == "account_taken_over" and _SOMEONE_ELSE.search(sentence[: match.start()]):
            continue
        if name == "account_taken_over" and claimed and _CLAIM.search(sentence):
            reading.received = True
            continue
        if name == "sent_money" and (_UNPAID.match(sentence, match.end()) or _paid_otherwise(sentence, phrases)):
            continue
        if (
            name == "account_taken_over"
            and _OTHERS_NAMED.search(sentence[: match.start()])
            and _HEARD.match(sentence, match.end())
        ):
            continue
        if name == "account_taken_over" and _SAID_OF_OTHERS.match(sentence, match.end()):
            continue
        if name == "sent_intimate_image" and "めーる" in sentence and not _SHOWN.search(sentence):
            reading.received = True  # the well-known mail that claims to have filmed its reader
            continue
        if name in _REFUSABLE and _REFUSED.search(sentence, match.start()):
            reading.say((name,), Polarity.DENIED)
            reading.received = True
            continue
        feared = (name in _FEARABLE and _FEARED.match(sentence, match.end())) or (explained and name in _EXPLAINABLE)
        reading.say((name,), Polarity.SUPPOSED if feared else Polarity.DONE)


def explained(own: str) -> bool:
    """Tell whether the writer found out that it was nothing (「確認したら自分の買い物だった」)."""
    return _EXPLAINED.search(own) is not None


def read_questions(folded: str, own: str, reading: Reading, phrases: JapanesePhrases) -> None:
    """Note what the text asks, and what it tells of as a whole. `own` is `folded` without what others said."""
    reading.asks_if_scam = phrases.asks_if_scam.search(own) is not None
    reading.asks_before_acting = phrases.asks_before_acting.search(own) is not None
    reading.asks_report = phrases.asks_report.search(own) is not None
    asking = reading.asks_if_scam or reading.asks_before_acting
    reading.received |= asking and phrases.carriers.search(own) is not None
    reading.received |= phrases.fraud_mail.search(own) is not None
    reading.pressed = phrases.pressed.search(own) is not None
    reading.regret = phrases.regret.search(own) is not None
    reading.helpless = phrases.helpless.search(own) is not None
    reading.vague = phrases.vague.search(own) is not None
    reading.relevant = reading.relevant or phrases.topic.search(folded) is not None
    never_sent = _NEVER_SENT.search(folded) is not None
    if phrases.threat.search(folded) and _intimate(folded, phrases) and "めーる" not in folded and not never_sent:
        reading.say(("sent_intimate_image",), Polarity.DONE)
    if phrases.charged.search(own) and "めーる" not in own:
        reading.say(("unauthorized_charge",), Polarity.DONE)
    for device, pattern in phrases.devices.items():
        if pattern.search(folded):
            reading.device = device
            break
    person = phrases.persons.search(own)
    reading.whose = person.group(1) if person else None


def _paid_otherwise(sentence: str, phrases: JapanesePhrases) -> bool:
    """Tell whether a sentence is about coins or gift cards, whose loss is a matter of its own."""
    return any(match.lastgroup in _OTHER_MONEY for match in phrases.words.finditer(sentence))


def _intimate(text: str, phrases: JapanesePhrases) -> bool:
    return any(match.lastgroup == "object_intimate" for match in phrases.words.finditer(text))
