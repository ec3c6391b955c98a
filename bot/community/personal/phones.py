"""Phone numbers: what the message asks to call stays, what is the reader's goes."""

from __future__ import annotations

import re
from collections.abc import Set

from bot.community.personal.digits import Digits, is_business, is_foreign, national, numbers_in
from bot.community.personal.draft import Draft, Token

_LABEL = r"(?:番号|電話|携帯|TEL|連絡先|phone|number|mobile|cell)"
_READER = re.compile(
    r"(?:(?:わたし|私|僕|俺|自分|母|父|祖母|祖父|妻|夫|息子|娘|ご?自宅|実家|職場|\bmy)[^\n。]{0,14}"
    r"|(?:登録|お客[様さ]ま?|あなた|貴方|本人|契約|ご利用|お使い|お届け先|配送先|受取人|\byour)[^\n。]{0,8}"
    rf"{_LABEL}[^\n。]{{0,6}})(?:\n\s?)?\Z",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"センター|窓口|相談|サポート|デスク|専用|問い?合わ?せ|カスタマー|support|center|desk", re.IGNORECASE
)
_CALL_BEFORE = re.compile(
    r"電話|でんわ|TEL|☎|📞|📱|☏|問い?合わ?せ|連絡|窓口|センター|サポート|FAX|直通|ダイヤル|ダイアル|コール|発信"
    r"|\bcall|phone|contact|hotline|dial",
    re.IGNORECASE,
)
_CALL_AFTER = re.compile(
    r"^[ )」】』]{0,3}(?:(?:まで|へ|に|宛)[^\n。]{0,12}(?:電話|連絡|問い?合わ?せ|コール|SMS|かけ|発信)"
    r"|[^\n。]{0,4}(?:お電話|電話して|かけて|お?問い?合わ?せ|窓口|センター|サポート))"
)
_CALLED_ME = re.compile(
    r"^[ )」】』]{0,3}(?:という番号|の番号)?(?:から|より|って番号|という番号|で(?:かかって"
    r"|着信))"
)
# A form with the reader's particulars, as shops and parcel services repeat it.
_FORM = re.compile(
    r"(?:お?名前|氏名|フリガナ|ふりがな|ご?住所|お届け先|郵便番号|生年月日|メールアドレス|\bname"
    r"|address)[ 】]{0,3}[:：]",
    re.IGNORECASE,
)
_LINE_LABEL = re.compile(
    r"(?:電話番号?|携帯(?:電話)?(?:番号)?|TEL|phone(?: number)?)[ 】]{0,3}[:：]? ?\n?\Z", re.IGNORECASE
)
_ID_BEFORE = re.compile(
    r"(?:問い?合わ?せ|伝票|追跡|会員|顧客|お客[様さ]ま?|口座|契約者?|注文|受付|予約|免許証?|個人|送り状|荷物"
    r"|整理|管理|申込|請求"
    r"|確認|保険証?|年金|証券)(?:番号|ID|No\.?)[^\d\n]{0,6}\n?\Z|マイナンバー[^\d\n]{0,6}\n?\Z",
    re.IGNORECASE,
)
_NEAR = 24
_FORM_NEAR = 120


def find(draft: Draft, keep: Set[str], *, own_words: bool) -> None:
    """Mask the phone numbers that may be the reader's.

    `keep` holds the sender's numbers as `numbers_of` gives them. In `own_words` of a victim a bare number is their own.
    """
    text = draft.text
    masked: list[tuple[int, int]] = []
    kept: list[tuple[int, int]] = []
    for digits in numbers_in(text, 9, 16, _is_phone):
        if _is_called_otherwise(text, digits):
            continue
        is_kept = _is_kept(text, digits, national(digits), keep, own_words)
        (kept if is_kept else masked).append((digits.start, digits.end))
    draft.mask_all(masked, Token.PHONE)
    draft.keep_all(kept)


def numbers_of(text: str) -> list[str]:
    """Return the phone numbers in a text: Japanese ones in national form ("0312345678"), others with "+"."""
    return [national(digits) or "+" + digits.value.removeprefix("010") for digits in numbers_in(text, 9, 16, _is_phone)]


def _is_called_otherwise(text: str, digits: Digits) -> bool:
    """Whether the text calls plain digits the number of something else, which only happens to begin like a phone's."""
    written_plainly = text[digits.start : digits.end].isdigit()
    return written_plainly and _ID_BEFORE.search(text[max(0, digits.start - _NEAR) : digits.start]) is not None


def _is_phone(digits: Digits) -> bool:
    return national(digits) is not None or is_foreign(digits)


def _is_kept(text: str, digits: Digits, number: str | None, keep: Set[str], own_words: bool) -> bool:
    before = text[max(0, digits.start - _NEAR) : digits.start]
    after = text[digits.end : digits.end + _NEAR]
    if (number or "+" + digits.value.removeprefix("010")) in keep:
        return True
    if number is not None and is_business(number):
        return True
    reader = _READER.search(before)
    if reader and not _DESK.search(reader.group()):
        return False
    if number is None:
        return True
    if own_words:
        return bool(_CALLED_ME.search(after))
    if _LINE_LABEL.search(before) and _in_form(text, digits):
        return False
    return bool(_CALL_BEFORE.search(before) or _CALL_AFTER.search(after))


def _in_form(text: str, digits: Digits) -> bool:
    return bool(_FORM.search(text[max(0, digits.start - _FORM_NEAR) : digits.end + _FORM_NEAR]))
