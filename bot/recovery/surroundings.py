"""Reads what stands around a Japanese verb: whether its act was harmless, done by others, or only pretended.

All patterns read text folded to hiragana. `before` is what precedes the verb in its sentence, `rest` what follows its
stem, `tail` the first characters of that.
"""

from __future__ import annotations

import re

_LOOKED = re.compile("して(?:も|から)?[^。、]{0,4}(?:確認|見|み(?=た|ら)|調べ|確かめ)")
_OTHER_THING = re.compile(
    "[^、。]*(?<!これ)(?<!それ)(?<!あれ)(?<!やつ)(?<!もの)(?<!の)(?<!なんか)(?<!何か)(?<!ok)(?<!はい)(?<!次へ)(?<!画像)(?<!動画)(?<!更新)(?<!許可)を$"
)
_NO_LINK = re.compile(
    "(?:番号|通話(?:ぼたん)?|桁|しぇあ|共有|いいえ|きゃんせる|閉じる|拒否|許可しない|戻る|きー|えんたー|enter|[0-9]番?|atmの?[^、。]{0,6}|確認)」?を?$"
)
_TO_US = ("れ", "てき", "てこられ", "てよこ", "てくる", "てくれ")  # 「送ってきた」: somebody else did
_IMPERATIVE = ("れって", "れと")
_FROM_OUTSIDE = re.compile("長押し|ぷれびゅー|件名|見出し|通知欄|文面|本文")
_MADE_UP = re.compile(
    "(?:でたらめ|適当|てきとう|嘘|うそ|だみー)(?:な|の|に)?(?:こと|もの|やつ|数字|番号|名前|住所|情報)?(?:を|で|に)?$"
    "|(?:にせ|偽)の(?:数字|番号|名前|住所|情報)を$"
)
_OWN_DESK = re.compile(
    "(?:かーど|通帳)の(?:裏|うら)[^、。]{0,12}番号(?:に|へ)$|(?:本物|正規|公式|本当)の?[^、。]{0,10}(?:に|へ)(?:も|は|すぐ)?$"
)
_STOPPED = re.compile("[^。]{0,14}?(?:止め|停止|再発行|凍結|使えなく)")  # 「電話して止めてもらった」: one's own bank
_GIVEN_NUMBER = re.compile("(?:番号|だいやる|窓口|せんたー|さぽーと)(?:に|へ)(?:も|は)?(?:すぐ|慌てて|思わず)?$")
_BY_THEM = re.compile(
    "(?:相手|向こう|あちら|業者|担当者?|おぺれーたー|さぽーとの人|知らない人)(?:の人)?(?:が|は)[^。]{0,30}$"
)
_GENUINE = re.compile("[^、。]{0,6}の[はがも](?:本物|公式|正規|警察|銀行|かーど会社|家族|自分)")
_OTHERS_CAN = frozenset({"pay", "buy", "enter", "login", "renew"})


def by_others(kind: str, tail: str) -> bool:
    """Tell whether somebody else did it: 「使われた」, 「送ってきた」."""
    if kind in _OTHERS_CAN:
        return tail.startswith("され")
    return kind == "send" and tail.startswith(_TO_US) and not tail.startswith(_IMPERATIVE)


def genuine(rest: str) -> bool:
    """Tell whether the verb only describes something genuine: 「入れたのは本物のサイト」."""
    return _GENUINE.match(rest) is not None


def made_up(before: str) -> bool:
    """Tell whether what was given was not true: 「でたらめな番号を」."""
    return _MADE_UP.search(before) is not None


def from_outside(before: str) -> bool:
    """Tell whether a message was only looked at without opening what it points to: 「長押しで」, 「件名に」."""
    return _FROM_OUTSIDE.search(before) is not None


def own_desk(before: str, rest: str) -> bool:
    """Tell whether a call went to whoever looks after the writer's own card or account."""
    if _OWN_DESK.search(before):
        return True
    return _GIVEN_NUMBER.search(before) is None and _STOPPED.match(rest) is not None


def harmless(kind: str, before: str, tail: str, *, named: bool) -> bool:
    """Tell whether looking, pressing, opening or logging in led nowhere bad. `named`: what it was done to is known."""
    if kind == "login":
        return _LOOKED.match(tail) is not None
    if kind == "look":
        return from_outside(before)
    if named or kind not in ("open", "press"):
        return False
    if _OTHER_THING.search(before):
        return True
    return kind == "press" and bool(_NO_LINK.search(before) or _BY_THEM.search(before))
