"""Mail addresses: those of the message's sender stay, all others go."""

from __future__ import annotations

import re
from collections.abc import Set

from bot.community.personal.draft import Draft, Token

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+*-])[A-Za-z0-9._%+*-]{1,64} ?(?:@|\(at\)|\[at\]) ?(?:[A-Za-z0-9*-]{1,63}(?:\."
    r"|\[\.\])){1,8}[A-Za-z]{2,24}",
    re.IGNORECASE,
)
_READER_BEFORE = re.compile(
    r"(?:宛先|宛て?|受信者|お客[様さ]ま?|あなた|貴方|私|わたし|自分|ご?登録|アカウント|ログインID|ユーザーID"
    r"|ユーザー名|会員ID|Apple ?ID"
    r"|\bTo|\byour|\bmy|account|hello|hi|dear)[^\n。]{0,16}\Z",
    re.IGNORECASE,
)
_READER_AFTER = re.compile(
    r"^[ >」）)]{0,3}(?:様|さま|さん|殿|宛(?!て?に?ご?(?:連絡|返信))"
    r"|(?:に|へ|宛て?に?)(?:も|は)?(?:届|来|き[たま]|お?送(?:信|付)?(?:られ|り(?:しま|した|いた|済)|しま|した"
    r"|いた|済|っ(?:た|て(?:い|お)))|配信))"
)
_SENDER_BEFORE = re.compile(
    r"(?:差出人|送信[元者]|発信[元者]|連絡先|お?問い?合わ?せ|返信先|窓口|サポート|\bFrom|Reply-To|contact"
    r"|write to|reply to|e-?mail us"
    r"|mail ?to)[^\n。]{0,24}\n?\Z",
    re.IGNORECASE,
)
_SENDER_AFTER = re.compile(
    r"^[ >」）)』]{0,3}(?:から|より|(?:まで|宛て?に?|へ|に)[^\n。]{0,10}(?:連絡|返信|返事|送っ|お送り"
    r"|問い?合わ?せ|メール|ください))"
)
_ROLES = re.compile(
    r"(?:no-?_?reply|do-?not-?reply|info|information|support|services?|contact|admin|help|helpdesk|customer|cs"
    r"|sales|notice|news"
    r"|mail|account-?update|auto-?confirm|security|billing|stop-spoofing|report|abuse|phishing)[\w.-]{0,12}",
    re.IGNORECASE,
)
_BEFORE = 40
_AFTER = 20


def find(draft: Draft, keep: Set[str]) -> None:
    """Mask the mail addresses that may be the reader's. `keep` holds the sender's own, in lower case."""
    text = draft.text
    masked: list[tuple[int, int]] = []
    kept: list[tuple[int, int]] = []
    for match in _MAIL.finditer(text):
        (masked if _is_reader(text, match, keep) else kept).append(match.span())
    draft.mask_all(masked, Token.MAIL)
    draft.keep_all(kept)


def written_in(text: str) -> list[str]:
    """Return the mail addresses in the readable form of a text, in lower case."""
    return [_plain(match.group()) for match in _MAIL.finditer(text)]


def addressed(text: str) -> set[str]:
    """Return the mail addresses (lower case) that `text` itself calls the reader's."""
    return {
        _plain(match.group())
        for match in _MAIL.finditer(text)
        if _READER_AFTER.search(text[match.end() : match.end() + _AFTER])
        or (
            _READER_BEFORE.search(text[max(0, match.start() - _BEFORE) : match.start()])
            and not _SENDER_AFTER.search(text[match.end() : match.end() + _AFTER])
        )
    }


def _is_reader(text: str, match: re.Match[str], keep: Set[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    if _plain(match.group()) in keep:
        return False
    if _READER_AFTER.search(after):
        return True
    if _SENDER_AFTER.search(after):
        return False
    if _READER_BEFORE.search(before):
        return True
    if _SENDER_BEFORE.search(before):
        return False
    return _ROLES.fullmatch(match.group().split("@")[0].strip()) is None


def _plain(address: str) -> str:
    return re.sub(r" ?(?:\(at\)|\[at\]|@) ?", "@", address.lower()).replace("[.]", ".")
