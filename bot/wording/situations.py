"""What can have happened, as buttons."""

from __future__ import annotations

from collections.abc import Iterable

from bot.recovery.account import Situation
from bot.wording.actions import Action, Verb
from bot.wording.reply import Button
from bot.wording.words import Words

PER_ROW = 2
# Everything there is a plan for, in the order in which people usually come to it.
ALL = (
    Situation.RECEIVED_ONLY,
    Situation.CLICKED_LINK,
    Situation.ENTERED_PASSWORD,
    Situation.ENTERED_CARD,
    Situation.ENTERED_BANK,
    Situation.GAVE_OTP,
    Situation.GAVE_PERSONAL_INFO,
    Situation.SENT_ID_PHOTO,
    Situation.SENT_MONEY,
    Situation.BOUGHT_GIFTCARD,
    Situation.SENT_CRYPTO,
    Situation.CALLED_NUMBER,
    Situation.REMOTE_ACCESS,
    Situation.INSTALLED_APP,
    Situation.OPENED_ATTACHMENT,
    Situation.REPLIED,
    Situation.ACCOUNT_TAKEN_OVER,
    Situation.UNAUTHORIZED_CHARGE,
    Situation.APPLIED_YAMIBAITO,
    Situation.SENT_INTIMATE_IMAGE,
)


def name(words: Words, situation: Situation) -> str:
    """The situation as a short sentence: 「パスワードを入れた」."""
    return words.first(f"situation-{situation}") or str(situation)


def label(words: Words, situation: Situation | str) -> str:
    """The situation in as few words as fit on a button."""
    return words.first(f"did-{situation}", f"situation-{situation}.short", f"situation-{situation}") or str(situation)


def situation_buttons(
    words: Words, situations: Iterable[Situation], case: str, *, other: bool = False, none: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """Rows of buttons, one for each situation; `other` adds "more…", `none` adds "none of these"."""
    row = [Button(Action(Verb.DID, case, item.value).encode(), label(words, item)) for item in situations]
    if none:
        row.append(words.button("button-none", Verb.NOT, case))
    if other:
        row.append(words.button("button-other", Verb.OTHER, case))
    return tuple(tuple(row[start : start + PER_ROW]) for start in range(0, len(row), PER_ROW))
