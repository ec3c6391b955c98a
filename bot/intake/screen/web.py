"""Pages in a browser and the boxes that pop up over them."""

from __future__ import annotations

import re

from bot.analysis.message import Link, Message
from bot.intake.screen.lines import Screen, TextLine
from bot.intake.screen.paragraphs import mended_links, paragraphs

_HOST = re.compile(
    r"[^\w]{0,4}(?:ああ|AA|あぁ|大小|安全ではありません|保護されていない通信|Not secure|セキュリティ保護なし)?[\s|｜]*"
    r"(?P<host>(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,24}(?::\d{2,5})?(?:[/?#][!-~]*)?)(?:…|\.{3})?"
    r"[^\w]{0,4}",
    re.IGNORECASE,
)
_TOP = 0.16  # of the height: address bars stand at the top …
_FOOT = 0.84  # … or at the foot
_WARNING = re.compile(
    r"ウイルス|ウィルス|感染|トロイ|マルウェア|警告|ハッキング|当選|おめでとうございます|サポートに?(?:お?電話|連絡)|ブロックされました"
)
_BUTTON = re.compile(
    r"OK|キャンセル|閉じる|許可(?:しない)?|はい|いいえ|今すぐ(?:修復|スキャン|電話).{0,6}|Cancel|Allow|Close", re.I
)
_PAGE_SAYS = re.compile(r"(?P<host>[\w.-]+\.[a-z]{2,24})\s?(?:の内容|says)", re.IGNORECASE)


def looks_like_browser(screen: Screen) -> bool:
    """Whether an address bar is there."""
    return address_bar(screen) is not None


def address_bar(screen: Screen) -> tuple[TextLine, str] | None:
    """The line of the address bar and the address it shows."""
    for line in screen.lines:
        if screen.height * _TOP < line.middle < screen.height * _FOOT or "@" in line.text:
            continue
        match = _HOST.fullmatch(mended_links(line.text).replace(" ", ""))
        centred = line.left > 0.08 * screen.width
        if match and centred and len(line.text) < 80 and not _continued(line, screen):
            return line, match["host"]
    return None


def read_browser(screen: Screen) -> Message:
    """The page, with the address of the bar as a link."""
    found = address_bar(screen)
    bar, host = found if found else (None, None)
    lines = [line for line in screen.lines if line is not bar and (bar is None or not _beside(line, bar))]
    body = paragraphs(lines)
    links = tuple(Link(each, approximate=True) for each in dict.fromkeys([host] if host else []))
    warns = bool(_WARNING.search(body))
    boxed = any(_BUTTON.fullmatch(line.text.strip()) for line in lines) and any(line.raised for line in lines)
    return Message(body=body, links=links, channel="popup" if warns or boxed else "web", from_picture=True)


def _beside(line: TextLine, bar: TextLine) -> bool:
    return abs(line.middle - bar.middle) < 0.5 * bar.height


def _continued(line: TextLine, screen: Screen) -> bool:
    """Whether text follows right below, so that it is a link inside a text."""
    return any(
        0 <= other.top - line.bottom < 0.6 * line.height and abs(other.left - line.left) < line.height
        for other in screen.lines
    )
