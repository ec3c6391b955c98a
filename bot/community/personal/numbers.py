"""Card, account, customer and identity numbers, codes and passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.community.personal.digits import BROKEN_RUN, DASH, RUN, is_card, numbers_in
from bot.community.personal.draft import KEPT, MASKED, Draft, Token

_SEPARATED = rf"\d(?:[{DASH} .]?\d)"
_CARD_LABEL = re.compile(
    rf"(?:カード(?:番号|No)|card (?:number|no))[^\n\d。]{{0,8}}({_SEPARATED}{{3,20}})", re.IGNORECASE
)
_STARRED = re.compile(rf"(?<![*●○•\w])[*●○•xX\d][*●○•xX\d {DASH}]{{2,40}}[*●○•xX\d]")
_STAR = re.compile(r"[*●○•xX]")
_LAST_DIGITS = re.compile(
    r"(?:下|末尾)(?:の?[0-9]桁)?[^\n\d。]{0,6}(\d{3,5})(?!\d)|ending (?:in|with) (\d{3,5})(?!\d)", re.IGNORECASE
)
_EXPIRY = re.compile(
    r"(?:有効期限|期限|expiry|expires|exp)[^\n\d。]{0,6}(\d{1,2} ?[/／] ?\d{2,4})(?![/\d])", re.IGNORECASE
)

_CODE_WORD = (
    r"(?:コード|認証|暗証|暗唱|パスワード|パスコード|ワンタイム|確認番号|セキュリティ番号|\bPIN\b|passcode"
    r"|password|\bcode|\bOTP\b|verification"
    r"|CVV|CVC|裏の?(?:3|三)桁)"
)
_NOT_A_CODE = r"(?!\d|[,.]\d|[年円時分秒日月回件名人歳個枚%万億桁]| ?(?:円|ポイント|hours|minutes|days|yen))"
_CODE_VALUE = rf"(?<![\d¥\\$#])(\d(?:[{DASH} ]?\d){{2,7}}){_NOT_A_CODE}"
# Between the word and the code: the rest of the line, or marks up to the code on a line of its own.
_TO_CODE = rf"[^\d。\n{MASKED}{KEPT}]{{0,24}}?(?:\n[^\w。{MASKED}{KEPT}]{{0,8}})?"
_CODE_BEFORE = re.compile(rf"{_CODE_WORD}{_TO_CODE}(?:[A-Z]{{1,3}}-)?{_CODE_VALUE}", re.IGNORECASE)
_CODE_AFTER = re.compile(
    rf"{_CODE_VALUE}[ 」】』\]]{{0,3}}(?:が|は|を|という?|\bis\b)[^\n。\d]{{0,24}}?{_CODE_WORD}", re.IGNORECASE
)
_LETTER_CODE = re.compile(
    r"(?:コード|code)(?: is)?[^\n\w。]{0,6}((?=[A-Z0-9]{0,9}\d)(?=[A-Z0-9]{0,9}[A-Z])[A-Z0-9]{5,10})(?![A-Za-z0-9])",
    re.IGNORECASE,
)

_STATED = (
    r"(?:パスワード|ぱすわーど|パスコード|暗証番号|暗唱番号|合言葉"
    r"|(?<![a-z])(?:pass ?word|passwd|pass|PW))"
)
_PASSWORD = re.compile(
    rf"{_STATED}[ 」』]{{0,2}}(?:は|が|を|に|:|：|=|⇒|→|\bis\b|\bwas\b)[ 「『\"'“(]{{0,3}}([!#-&*-~]{{3,64}})"
    r"(?=[ \n」』\"'”).。、,]|です|でした|だった|だよ|と|って|に|を|で|$|[ぁ-ん])",
    re.IGNORECASE,
)
_QUOTED_PASSWORD = re.compile(
    rf"{_STATED}(?:は|が|を|:|：)? ?[「『\"“]([^\s「」『』\"“”]{{3,40}})[」』\"”]", re.IGNORECASE
)
_KANA_PASSWORD = re.compile(
    rf"{_STATED}(?:は|:|：) ?((?=[^\s。、]{{0,30}}\d)[\w]{{3,30}}?)(?:です|でした|だった|だよ)", re.IGNORECASE
)
_ENGLISH_WORD = re.compile(r"[A-Za-z]{1,12}")
_OWN = re.compile(r"(?:\bmy|私の|わたしの|僕の|自分の|俺の)[^\n。]{0,12}\Z", re.IGNORECASE)
# After "password is": what is said about one.
_NOT_PASSWORDS = re.compile(
    r"a|about|also|and|any|at|been|being|by|correct|expired|expiring|for|has|here|if|in|incorrect|invalid"
    r"|leaked|line|mail|no|not"
    r"|now|only|or|out|password|please|protected|required|reset|safe|secure|set|sms|so|strong|stolen|the|this"
    r"|to|unsafe|valid"
    r"|via|weak|wrong|your|https?://.*|hxxps?://.*",
    re.IGNORECASE,
)
_ID_LABEL = re.compile(
    r"(?:(?:お客[様さ]ま?|会員|顧客|契約者?|受付|伝票|追跡|注文|お?問い?合わ?せ|予約|口座|店|支店|免許証?"
    r"|運転免許証?|旅券|パスポート|保険証?|被保険者"
    r"|マイナンバー|個人|登録|証券|整理|照会|管理|取引|請求|申込|受験|学籍|社員|在留カード|基礎年金|年金"
    r"|ユーザー|ログイン|アカウント|利用者|送り状|荷物"
    r"|配達|決済|参照|案件)(?:番号|ID|No\.?|ナンバー)?|番号|(?<![A-Za-z])(?:ID|No\.?|number|reference|ref|order"
    r"|tracking|case|invoice"
    r"|customer|member|account)(?: (?:ID|no\.?|number))?)(?:が|は|を|に|[ #:：\[［(（「【.】」)]| is ){0,4}"
    r"((?=[A-Za-z0-9_-]{0,40}\d)[A-Za-z0-9](?:[A-Za-z0-9_-]| (?=\d{2,})){2,40})(?![年月日時円分])",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2} ?\d{7}(?!\d)")
_KEPT = re.compile(
    r"(?:[¥\\$€£] ?\d[\d,.]{0,20}|(?<![\d,.])\d[\d,.]{0,20} ?(?:円|万|億|ドル|USD|JPY|BTC|ETH|USDT|yen|%"
    r"|ポイント|pt|GB|MB))"
    r"|(?:19|20)\d{2}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?(?:[ (（月火水木金土日)）T]{0,6}\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}|(?:19|20)\d{2}年(?:\d{1,2}月)?|\d{1,2}月\d{1,2}日"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?"
    r"|(?<!\d)(?:19|20)\d{2} ?[~-] ?(?:19|20)\d{2}(?!\d)"
)
_ERA = r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\.? ?(?:\d{1,2}|元)|(?:19|20)\d{2})"
_DATE = (
    rf"(?:{_ERA} ?[-/.年] ?\d{{1,2}} ?[-/.月] ?\d{{1,2}} ?日?|(?:19|20)\d{{6}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})"
)
_BIRTHDAY = re.compile(
    rf"(?:生年月日|誕生日|生まれ|birth|born|\bDOB)[^\n\d。]{{0,12}}?({_DATE})|({_DATE})[ )）]{{0,2}}(?:生まれ"
    r"|生(?!産|活|命)|誕生)",
    re.IGNORECASE,
)
_LONGEST_UNMASKED = 6  # digits


def find_birthdays(draft: Draft) -> None:
    """Mask dates of birth."""
    draft.mask_all(_groups(_BIRTHDAY, draft.text), Token.BIRTHDAY)


def keep_amounts_and_dates(draft: Draft) -> None:
    """Let sums of money, dates and times stand."""
    draft.keep_all(match.span() for match in _KEPT.finditer(draft.text))


def find_cards(draft: Draft) -> None:
    """Mask complete card numbers that stand on one line."""
    draft.mask_all(cards(draft.text), Token.CARD)


def find_broken_cards(draft: Draft) -> None:
    """Mask card numbers broken over two lines. Phone numbers at a line's end must have been dealt with before."""
    draft.mask_all(_cards(draft.text, BROKEN_RUN), Token.CARD)


def find_parts_of_cards(draft: Draft) -> None:
    """Mask what is called a card number, starred numbers, last digits and expiry dates."""
    starred = (match.span() for match in _STARRED.finditer(draft.text) if _is_starred(match.group()))
    draft.mask_all(starred, Token.NUMBER)
    draft.mask_all(_groups(_CARD_LABEL, draft.text), Token.CARD)
    draft.mask_all(_groups(_EXPIRY, draft.text), Token.NUMBER)
    draft.mask_all(_groups(_LAST_DIGITS, draft.text), Token.NUMBER)


def find_codes(draft: Draft) -> None:
    """Mask codes and passwords."""
    draft.mask_all(passwords(draft.text), Token.PASSWORD)
    draft.mask_all(codes(draft.text), Token.CODE)


def find_numbers(draft: Draft) -> None:
    """Mask what is called somebody's number, and every other long number."""
    draft.mask_all(_groups(_ID_LABEL, draft.text), Token.NUMBER)
    draft.mask_all((match.span() for match in _PASSPORT.finditer(draft.text)), Token.NUMBER)
    draft.mask_all(_long_numbers(draft.text), Token.NUMBER)


def cards(text: str) -> list[tuple[int, int]]:
    """Return the spans of complete card numbers (check digit right) that stand on one line."""
    return _cards(text, RUN)


def _cards(text: str, runs: re.Pattern[str]) -> list[tuple[int, int]]:
    found = numbers_in(text, 13, 19, lambda digits: is_card(digits.value), runs)
    return [(card.start, card.end) for card in found]


def codes(text: str) -> list[tuple[int, int]]:
    """Return the spans of numbers that stand by a word such as 認証コード, without overlaps."""
    spans = [*_groups(_CODE_BEFORE, text), *_groups(_CODE_AFTER, text), *_groups(_LETTER_CODE, text)]
    return _apart(spans)


def passwords(text: str) -> list[tuple[int, int]]:
    """Return the spans of passwords that the text states, without overlaps."""
    spans = [*_groups(_QUOTED_PASSWORD, text), *_groups(_KANA_PASSWORD, text)]
    for match in _PASSWORD.finditer(text):
        value = match.group(1).rstrip(".,")
        if _NOT_PASSWORDS.fullmatch(value):
            continue
        english = text[match.start() : match.start(1)].isascii() and _ENGLISH_WORD.fullmatch(value)
        if english and not _OWN.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        spans.append((match.start(1), match.start(1) + len(value)))
    return _apart(spans)


def _is_starred(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return digits >= 2 and len(_STAR.findall(text)) >= 2


def _long_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in RUN.finditer(text):
        start = match.start()
        if sum(character.isdigit() for character in match.group()) > _LONGEST_UNMASKED:
            yield start, match.end()


def _groups(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The spans of what the pattern's group holds."""
    return [match.span(match.lastindex) for match in pattern.finditer(text) if match.lastindex]


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
