"""What belongs to the phone and its apps rather than to the message: clock, battery, keyboard, input field, times."""

from __future__ import annotations

import re

from bot.intake.screen.lines import Screen, TextLine

_SURE = 0.5  # confidence below which a line is noise

_CLOCK = r"(?:午前|午後|AM|PM)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:AM|PM)?"
_DAY = (
    r"(?:今日|昨日|一昨日|今|たった今|Today|Yesterday|now|[月火水木金土日]曜日?"
    r"|(?:\d{4}\s?[年/.-]\s?)?\d{1,2}\s?[月/.-]\s?\d{1,2}日?\s?(?:[(（]?[月火水木金土日]曜?日?[)）]?)?"
    r"|\d{1,2}\s?(?:秒|分|時間|日)前|\d{1,2}\s?(?:m|h|d|min)(?: ago)?)"
)
_TIME = re.compile(rf"(?:既読\s?\d{{0,3}}\s*)?(?:{_DAY}[\s·•・,、]*)?(?:{_CLOCK})?", re.IGNORECASE)
_TRAILING_TIME = re.compile(
    rf"[\s·•・]*(?:{_CLOCK}|昨日|今|たった今|\d{{1,2}}\s?(?:分|時間|日)前"
    r"|\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?|\d{1,2}月\d{1,2}日)\s*$"
)
_READ = re.compile(r"既読\s?\d{0,3}|Read(?: \d.*)?|Delivered|開封済み|配信済み|送信済み|未読メッセージ", re.IGNORECASE)
_STATUS = re.compile(
    r"[\d:：%％\s.・·|]*(?:[345]G\+?|LTE|Wi-?Fi|VoLTE|docomo|au|SoftBank|ソフトバンク|KDDI|Rakuten|楽天モバイル|povo|ahamo"
    r"|圏外|UQ|Y!mobile)?[\d:：%％\s.・·|]*[\[\]()◀◁▲▼■□●○◎⊿]*",
    re.IGNORECASE,
)
_PLUS = r"[+＋十⊕◎○●☺ー一\s]*"  # the button beside the input field, and what it is read as
_INPUT = re.compile(
    _PLUS + r"(?:(?:テキスト)?メッセージ(?:を?入[力カ])?|テキストメッセージ.{0,12}|iMessage|SMS(?:/MMS)?|Aa|送信"
    r"|(?:SMS|RCS|MMS|チャット)[\s・/]*メッセージ(?:を?入[力カ])?|返信(?:を?入[力カ])?|メッセージを送信"
    r"|Message|Text message)"
    r"[\s>＞☺◎]*"
)
_MAIL_BUTTON = r"(?:(?:全員に)?返信|転送|アーカイブ|削除|移動|ゴミ箱|その他|Reply(?: all)?|Forward|Delete|Archive)"
_MAIL_BAR = re.compile(rf"[\s|｜<>←→↩↪⤺·・]*(?:{_MAIL_BUTTON}[\s|｜<>←→↩↪⤺·・]*)+")
_BACK_HEIGHT = 0.2  # of the picture's height, above which the button back stands
_BACK = re.compile(
    r"[<‹〈＜くᐸ←⟨《\s]{0,3}(?:受信(?:トレイ)?|戻る|一覧|メッセージ|Back|Inbox)?[\s\d]{0,4}[<>＜＞⋮…︙:]{0,2}"
)
_KEYS = re.compile(r"(?:[ぁ-んa-zA-Z0-9]\s?){1,3}|空白|改行|確定|次候補|あいう|ABC|☆123|space|return|123")

_STATUS_HEIGHT = 0.05  # of the picture's height
_FOOT = 0.86
_KEYBOARD_TOP = 0.5
_KEYBOARD_LINES = 10


def without_furniture(screen: Screen) -> Screen:
    """The screen without what the phone adds at its top and foot, and without noise. Times stay: they part bubbles."""
    lines = [line for line in screen.lines if line.confidence >= _SURE and re.search(r"\w", line.text)]
    lines = _without_keyboard(lines, screen.height)
    kept = [line for line in lines if not (_in_status_bar(line, screen) or _at_foot(line, screen))]
    return Screen(tuple(kept), screen.width, screen.height)


def is_time(text: str) -> bool:
    """Whether a line only says when, or that a message was read."""
    text = text.strip(" ·•・-—ー")
    return bool(text) and bool(_TIME.fullmatch(text) or _READ.fullmatch(text))


def is_back(line: TextLine, screen: Screen) -> bool:
    """Whether a line is the button that leads back, perhaps with a count of unread messages."""
    return line.middle < _BACK_HEIGHT * screen.height and bool(_BACK.fullmatch(line.text))


def is_control(text: str) -> bool:
    """Whether a line names a control of a chat or mail app."""
    return bool(_INPUT.fullmatch(text) or _MAIL_BAR.fullmatch(text))


def without_time(text: str) -> str:
    """A name without the time that stands at its end."""
    return _TRAILING_TIME.sub("", text).strip()


def _in_status_bar(line: TextLine, screen: Screen) -> bool:
    tall = screen.height > screen.width
    return tall and line.bottom < max(screen.height * _STATUS_HEIGHT, screen.width * 0.11) and is_status(line.text)


def is_status(text: str) -> bool:
    """Whether a line can be a piece of the status bar: clock, network, battery."""
    return bool(_STATUS.fullmatch(text.strip()))


def _at_foot(line: TextLine, screen: Screen) -> bool:
    return line.top > screen.height * _FOOT and is_control(line.text)


def _without_keyboard(lines: list[TextLine], height: int) -> list[TextLine]:
    keys = [line for line in lines if line.top > height * _KEYBOARD_TOP and _KEYS.fullmatch(line.text)]
    if len(keys) < _KEYBOARD_LINES:
        return lines
    top = min(line.top for line in keys)
    return [line for line in lines if line.bottom <= top]
