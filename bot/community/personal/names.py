"""Names of people, told by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bot.community.personal.draft import Draft, Token

_KANJI = r"(?:(?![客様])[一-龥々ヶ髙﨑])"
_WORD = (
    rf"(?:{_KANJI}{{1,6}}[ぁ-ん]{{0,4}}|(?<![ァ-ヴー・])[ァ-ヴー・]{{2,14}}"
    rf"|(?<![A-Za-z0-9_.'-])[A-Za-z][A-Za-z0-9_.'-]{{0,24}}"
    r"|(?<![ぁ-ん一-龥])[ぁ-ん]{2,6})"
)
_GAP = r"[ \t]{1,3}"
# What follows a name, with what the name before it looks like. The words that follow are looked for first: they are
# rare, and names could begin anywhere.
_AFTER_NAMES = (
    (
        re.compile(r"様(?!々|子|式|相|態|の(?:よう|ような))|さま(?!ざま)|殿(?!堂)|御中(?!元)"),
        re.compile(rf"({_WORD}(?:{_GAP}{_WORD}){{0,2}})[ \t]{{0,3}}\n?[ \t]{{0,3}}\Z"),
    ),
    (
        re.compile(r"(?:さん(?!ざん)|くん|君(?!が)|ちゃん(?!と)|氏(?![名族]))(?![A-Za-z0-9_])"),
        re.compile(
            r"((?:[一-龥々ヶ]{1,5}|[ァ-ヴー]{2,10}|(?<![A-Za-z0-9_.-])[A-Za-z][A-Za-z0-9_.-]{1,24}"
            r"|(?<![ぁ-んァ-ヴ一-龥])[ぁ-ん]{2,5})(?:[ ・][一-龥々ヶァ-ヴーA-Za-z]{1,10})?) ?\Z"
        ),
    ),
    (
        re.compile(r"と申し|といいます|と言います|って(?:言|い)います"),
        re.compile(
            rf"({_KANJI}{{1,4}}[ぁ-ん]{{0,3}}(?: {_KANJI}{{1,4}}[ぁ-ん]{{0,3}})?|(?<![ァ-ヴー])[ァ-ヴー]{{2,12}}"
            r"|(?<![A-Za-z])[A-Za-z]{2,20}(?: [A-Za-z]{2,20})?)\Z"
        ),
    ),
    (
        re.compile("お客[様さ]"),
        re.compile(
            rf"(?:^|[\n 「『])({_KANJI}{{3,6}}|{_KANJI}{{1,4}} {_KANJI}{{1,4}}|[A-Za-z]{{2,20}} [A-Za-z]{{2,20}}) ?\Z"
        ),
    ),
)
_LONGEST_NAME = 48  # characters
_LABELLED = re.compile(
    r"(?:(?:お届け先|ご?契約者|口座|カード|受取人|会員|登録者|ご?本人|使用者|申込者|搭乗者|宿泊者|購入者|注文者"
    r"|患者|生徒)の?"
    r"(?:お?名前|ご?氏名|名義人?|名)|お?名前|ご?氏名|お届け先|受取人|宛名|名義人?|フリガナ|ふりがな"
    r"|(?<![A-Za-z])(?:full |your |account |card ?holder(?:'s)? ?)?name)[ 】」)]{0,3}(?:: {0,3}"
    r"|[ ]{1,3}(?=.{1,24}[様さ]))"
    rf"({_WORD}(?:[ \t・]{{1,3}}{_WORD}){{0,2}})",
    re.IGNORECASE,
)
_NAME_IS = re.compile(
    r"(?:名前|本名|氏名)(?:は|が) ?[「『]?"
    rf"({_KANJI}{{1,8}}(?: {_KANJI}{{1,6}})?|[ァ-ヴー・]{{2,14}}"
    rf"|[A-Za-z]{{2,20}}(?: [A-Za-z]{{2,20}})?)[」』]?(?:です|だ|で|と)"
)
_ENGLISH = re.compile(
    r"\b(?:Dear|Hi|Hello|Hey|Attn:?|Attention:?|Good (?:morning|day|afternoon|evening)),? "
    r"((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Za-z][A-Za-z'-]{1,20}(?: [A-Za-z][A-Za-z'-]{1,20}){0,2}) ?(?=[,:!;.\n(]"
    r"|$|-|、)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?)")
_MY_NAME = re.compile(r"\b(?:my name is|this is|I am|I'm) ([A-Z][a-z'-]{1,20} [A-Z][a-z'-]{1,20})")

# Words in the place of a name that name nobody. Organisations may have a name of their own before these.
_NOBODY = re.compile(
    r"(?:(?:.*[\s・])?(?:お|ご|御|各|全|一般|新規|対象|該当|有料|無料|登録|既存)?(?:客|皆|みな|皆々|各位|会員"
    r"|担当|[一-龥]{1,6}者"
    r"|名義人|受取人|本人|取引先|得意|家族|両親|貴方|あなた|何|仕|同|多|異|王|神|仏|奥|旦那|親|母|父|兄|姉|弟"
    r"|妹|祖母|祖父"
    r"|息子|娘|子|孫|子供|お?ばあ|お?じい|おば|おじ|おかあ|おとう|おにい|おねえ|赤|弁護士|警察官?|刑事|検事|店"
    r"|店員|店長"
    r"|人|者|屋|役|若|どちら|どなた|どこ|たく|お嬢|[一二三四五何ひ]?[人名とり]{1,2}|疲れ|つかれ|苦労|ごくろう"
    r"|おつかれ|世話"
    r"|互い|たがい|待ち遠|待ちどお|馳走|ごちそう|陰|かげ|おかげ|気の毒|粗末|愁傷|オーナー|ユーザー|メンバー"
    r"|パートナー|ゲスト"
    r"|フォロワー|スタッフ|ドライバー|カスタマー|customers?|clients?|users?|members?|sir|madam|friends?|team"
    r"|all|everyone|guys"
    r"|there|(?:account )?holder|(?:account|card|home) ?(?:owner|holder|user)|winner|beneficiary|applicant"
    r"|candidate|subscriber"
    r"|employee|staff|colleagues?|shopper|sirs?|partners?|investors?|again|folks|(?:valued|dear|our|loyal) .{2,20})"
    r"|.*(?:銀行|会社|センター|郵便局|役所|組合|協会|団体|法人|委員会|事務局|サポート|ショップ|メーカー"
    r"|プロバイダ|金庫"
    r"|アカウント|のみな|の皆|support|bank|amazon|apple|google))",
    re.IGNORECASE,
)
_SHORTEST_GIVEN = 2


def discover(text: str) -> set[str]:
    """Return the full names in the readable form of `text` that are clear enough to be looked for elsewhere too."""
    names: set[str] = set()
    for start, end in chain(_before(text, _AFTER_NAMES[0]), _before(text, _AFTER_NAMES[3]), _labelled(text)):
        words = re.split(r"[ \t・]+", text[start:end].strip())
        if any(_names_nobody(word) for word in words):
            continue
        whole = "".join(words)
        japanese = re.fullmatch(rf"{_KANJI}{{3,8}}|[ァ-ヴー]{{5,14}}", whole)
        if japanese and (len(words) == 2 or len(whole) in (4, 5)):
            names |= {" ".join(words), *(word for word in words if len(words) == 2 and len(word) >= 2)}
        elif len(words) == 2 and all(re.fullmatch("[A-Za-z]{3,20}", word) for word in words):
            names.add(" ".join(words))
    return names


def find_given(draft: Draft, names: Iterable[str]) -> None:
    """Mask the names that are known, wherever they stand, however they are spaced or cased."""
    variants = sorted({variant for name in names for variant in _variants(name)}, key=len, reverse=True)
    if variants:
        pattern = re.compile("|".join(variants), re.IGNORECASE)
        draft.mask_all((match.span() for match in pattern.finditer(draft.text)), Token.NAME)


def find(draft: Draft) -> None:
    """Mask the names that greetings, honorifics, labels and introductions point at."""
    draft.mask_all(_labelled(draft.text), Token.NAME)
    for words in _AFTER_NAMES:
        draft.mask_all(_before(draft.text, words), Token.NAME)
    for pattern in (_ENGLISH, _TITLED, _MY_NAME, _NAME_IS):
        spans = (match.span(1) for match in pattern.finditer(draft.text) if not _names_nobody(match.group(1)))
        draft.mask_all(spans, Token.NAME)


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in _LABELLED.finditer(text) if not _names_nobody(match.group(1)))


def _before(text: str, words: tuple[re.Pattern[str], re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """The names that stand before what the first of `words` finds, as the second describes them."""
    following, name = words
    done = 0
    for match in following.finditer(text):
        found = name.search(text, max(done, match.start() - _LONGEST_NAME), match.start())
        if found and not _names_nobody(found.group(1)):
            yield found.span(1)
            done = match.end()


def _names_nobody(words: str) -> bool:
    return _NOBODY.fullmatch(words.strip()) is not None


def _variants(name: str) -> set[str]:
    """Patterns for a name and its longer parts."""
    parts = [part for part in re.split(r"[\s・]+", name.strip()) if part]
    found = set()
    for part in ([parts] if len(parts) > 1 else []) + [[part] for part in parts]:
        whole = "".join(part)
        latin = whole.isascii()
        if len(whole) < (3 if latin else _SHORTEST_GIVEN) or _names_nobody(whole) or not re.search(r"\w", whole):
            continue
        pattern = r"[\s・._-]{0,3}".join(re.escape(piece) for piece in part)
        found.add(rf"(?<![A-Za-z]){pattern}(?![A-Za-z])" if latin else pattern)
    return found
