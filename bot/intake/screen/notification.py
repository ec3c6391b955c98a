"""Notifications on a locked phone: a large clock, and cards under it."""

from __future__ import annotations

import re

from bot.analysis.message import Message, Sender
from bot.intake.screen.furniture import is_time, without_time
from bot.intake.screen.lines import Screen
from bot.intake.screen.paragraphs import paragraphs

_APPS = {
    "sms": re.compile(r"メッセージ|\+?メッセージ|Messages?|SMS", re.IGNORECASE),
    "line": re.compile(r"LINE", re.IGNORECASE),
    "email": re.compile(r"メール|Mail|Gmail|Outlook|Yahoo!?メール|ドコモメール", re.IGNORECASE),
    "discord": re.compile(r"Discord", re.IGNORECASE),
    "telegram": re.compile(r"Telegram", re.IGNORECASE),
}
_CLOCK = re.compile(r"\d{1,2}[:：]?\d{2}")
_NUMBER = re.compile(r"[+＋]?\d[\d\s()-]{2,20}\d")
_LARGE = 2.2  # times the usual line
_NAME_LENGTH = 30


def looks_locked(screen: Screen) -> bool:
    """Whether a clock stands on it in far larger letters than all else."""
    return _clock_bottom(screen) is not None


def read_notification(screen: Screen) -> Message:
    """What the notifications say; the first line names the app, the next who wrote."""
    bottom = _clock_bottom(screen) or 0
    lines = [line for line in screen.lines if line.top >= bottom - 2 and not is_time(line.text)]
    channel = None
    if lines:
        app = without_time(lines[0].text)
        channel = next((name for name, pattern in _APPS.items() if pattern.fullmatch(app)), None)
        if channel:
            lines = lines[1:]
    sender = Sender()
    if len(lines) > 1 and len(lines[0].text) <= _NAME_LENGTH and channel:
        name = without_time(lines[0].text)
        sender = Sender(number=name) if _NUMBER.fullmatch(name) else Sender(name=name)
        lines = lines[1:]
    return Message(body=paragraphs(lines), sender=sender, channel=channel, from_picture=True)


def _clock_bottom(screen: Screen) -> int | None:
    heights = sorted(line.height for line in screen.lines)
    if not heights:
        return None
    usual = heights[len(heights) // 2]
    for line in screen.lines:
        if _CLOCK.fullmatch(line.text.strip()) and line.height > _LARGE * usual and line.middle < 0.5 * screen.height:
            return line.bottom
    return None
