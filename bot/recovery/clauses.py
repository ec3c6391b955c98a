"""Cuts Japanese into clauses and marks what each says of its acts: that they almost or never happened, or are wanted.

Coarser than `polarity`, which judges one verb: it stands by the situation model, which weighs a clause as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.knowledge.situation_phrases import fold_kana


class Mark(StrEnum):
    """What a clause says of its acts. The value is what the model's features end in."""

    PLAIN = ""
    NEARLY = "A"
    DENIED = "N"
    SUPPOSED = "S"
    WANTED = "T"


def _folded(pattern: str) -> re.Pattern[str]:
    return re.compile(fold_kana(pattern))


_BREAK = _folded(
    r"[、。!?\n「」『』()]+|(?<=けど)|(?<=けれど)|(?<=ですが)|(?<=ますが)|(?<=したが)|(?<=せんが)|(?<=ないが)|(?<=たのに)|(?<=たので)"
    "|(?<=して)(?=[^いまもおくるたはほ])"
    "|(?<=言われて)(?!い|る|ま|お)|(?<=いわれて)(?!い|る|ま|お)|(?<=言うから)|(?<=とのことで)|(?<=って言って)(?!い|る|き|ま)"
)
_DIGITS = re.compile(r"\d+")
_MARKS = (
    (
        Mark.NEARLY,
        _folded(
            "そうにな|そうだっ|寸前|直前|手前|かけた|かけて|前に|のをやめ|うとし|途中|済[んみむ]|一歩|ところ(?:で|だっ)"
            "|やめ(?:た|て|まし)|思いとどま|踏みとどま|止めて"
        ),
    ),
    (
        Mark.DENIED,
        _folded(
            "ない|なかっ|なく|ません|へん|とらん|てん(?:けど|$)|ずに|ず$|なし|無し|まだ|てね[えぇ]|らん$|断(?:っ|り)|拒否"
            "|未(?!納|払)|空白|空欄|無視|以外"
        ),
    ),
    (
        Mark.WANTED,
        _folded(
            "(?:て|ろ|れ|え|け|せ|なさい)(?:って|と)(?:言|い|書|ある|出|の|来|き|メール|sms|ショート|dm|電話|連絡|ライン|表示|画面)"
            "|ように(?:言|い|指|求|書)|ください|求め|要求|迫|脅"
            "|てほし|(?:る|す|う)(?:よう|ように)|(?:る|す|う|く)と(?:言|い[うわ]|書)|請求|って言[わっ]"
        ),
    ),
    (
        Mark.SUPPOSED,
        _folded(
            "もし|たらどう|ても(?:い|大丈夫)|べき|ますか|るんですか|るのか|たほうが|た方が|るとどう|たらまず|たら終|としたら"
            "|とした|仮に|つもり|かどうか"
        ),
    ),
)


def clauses(text: str) -> Iterator[tuple[Mark, str]]:
    """Yield the clauses of `text` (folded by `japanese.plain`), each with its mark; numbers are written as 0."""
    for clause in _BREAK.split(_DIGITS.sub("0", text)):
        clause = clause.strip()
        if clause:
            yield next((mark for mark, pattern in _MARKS if pattern.search(clause)), Mark.PLAIN), clause
