"""Postal addresses and postcodes."""

from __future__ import annotations

import re

from bot.community.personal.digits import DASH
from bot.community.personal.draft import KEPT, MASKED, Draft, Token

_PREFECTURE = (
    "(?:北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県"
    "|新潟県|富山県|石川県|福井県|山梨県|長野県"
    "|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県"
    "|山口県|徳島県|香川県|愛媛県|高知県|福岡県"
    "|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県)"
)
# Letters of place names. Particles end a place name far more often than they are part of one.
_PLACE = r"[一-龥々〆ヶケァ-ヴーあ-うき-つぬねひふほ-むゆ-ろん]"
_ANY = r"[一-龥々〆ヶぁ-んァ-ヴー]"
_NUMBER = rf"\d{{1,5}}(?:丁目|番地|番|号|の)?(?:[ {DASH}]?\d{{1,5}}(?:丁目|番地|番|号)?){{0,4}}"
_BUILDING = (
    r"(?:(?: ?[^\W\d_]{1,16}){1,2} ?[A-Za-z]?\d{1,5}(?:号室?|階|F|棟)?| ?\d{1,4}(?:号室?|階|F)"
    r"| ?[一-龥ァ-ヴーA-Za-z]{0,12}(?:ハイツ|マンション|コーポ|荘|アパート|ビル|タワー|レジデンス|メゾン|ハウス"
    r"|パレス|ハイム)[一-龥ァ-ヴーA-Za-z]{0,8})?"
)
_FULL = re.compile(
    rf"{_PREFECTURE}\s?{_PLACE}{{1,12}}?[市区郡町村]"
    rf"(?:(?:{_PLACE}|[のが]){{0,24}} ?{_NUMBER}(?:{_PLACE}{{1,8}}{_NUMBER})?{_BUILDING}|{_PLACE}{{0,24}})"
)
_TOWN = re.compile(
    rf"{_PLACE}{{1,8}}[市区郡町村]{_ANY}{{0,16}}?\d{{1,5}}(?:丁目|番地?|[{DASH}]\d{{1,4}}(?!\d))"
    rf"(?:[ {DASH}]?\d{{1,5}}(?:丁目|番地?|号)?){{0,3}}{_BUILDING}"
)
_ROMAN = re.compile(
    rf"(?<!\d)\d{{1,4}}(?:[{DASH}]\d{{1,4}}){{1,3}},? ?[A-Za-z]{{2,20}}(?:[ ,-]{{1,2}}[A-Za-z]{{1,20}}){{0,8}}"
    rf"(?:,? ?\d{{3}}[{DASH}]\d{{4}})?",
)
_ROMAN_PLACE = re.compile(
    r"-(?:ku|shi|cho|machi|gun|mura|ken|fu|to)\b|Tokyo|Osaka|Kyoto|Hokkaido"
    r"|Japan",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:ご?住所|お届け先|配送先|送付先|送り先|所在地|居住地|(?<![A-Za-z])address)[ 】」]{{0,3}}(?:は|:|は:) {{0,3}}"
    rf"([^\n。「」{MASKED}{KEPT}]{{3,80}})",
    re.IGNORECASE,
)
_LOOKS_LIKE_PLACE = re.compile(r"\d|[都道府県市区町村郡]")
_POSTCODE = re.compile(
    rf"〒 ?\d{{3}}[{DASH} ]?\d{{4}}(?!\d)|郵便番号[^\n\d。]{{0,6}}\d{{3}}[{DASH} ]?\d{{4}}(?!\d)"
    rf"|(?<![\d{DASH}])\d{{3}}[{DASH}]\d{{4}}(?=[\s,]{{0,4}}{MASKED})"
)


def find(draft: Draft) -> None:
    """Mask postal addresses, of companies too: whose one it is cannot be told reliably."""
    draft.mask_all((match.span() for match in _FULL.finditer(draft.text)), Token.ADDRESS)
    draft.mask_all((match.span() for match in _TOWN.finditer(draft.text)), Token.ADDRESS)
    draft.mask_all(
        (match.span() for match in _ROMAN.finditer(draft.text) if _ROMAN_PLACE.search(match.group())), Token.ADDRESS
    )
    draft.mask_all(
        (match.span(1) for match in _LABELLED.finditer(draft.text) if _LOOKS_LIKE_PLACE.search(match.group(1))),
        Token.ADDRESS,
    )
    draft.mask_all((match.span() for match in _POSTCODE.finditer(draft.text)), Token.ADDRESS)
