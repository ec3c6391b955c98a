"""The list of conversations of a message app: several senders, each with the beginning of the last message."""

from __future__ import annotations

import re

from bot.analysis.message import Message
from bot.intake.screen.furniture import is_time
from bot.intake.screen.lines import Screen, TextLine
from bot.intake.screen.paragraphs import paragraphs

_TITLES = {"sms": re.compile(r"\+?メッセージ|Messages|SMS|すべてのメッセージ"), "line": re.compile(r"トーク|Chats")}
_TITLE_HEIGHT = 0.25  # of the picture's height
_TIMES = 0.92  # of the width, where the times of the list end
_FEWEST = 2


def looks_like_thread_list(screen: Screen) -> bool:
    """Whether a title and a column of times at the right edge stand there."""
    return _channel(screen) is not None and len(_names(screen)) >= _FEWEST


def read_thread_list(screen: Screen) -> Message:
    """Each conversation as a paragraph, its name first: which of them is meant, nobody can see."""
    names = _names(screen)
    threads: list[str] = []
    for number, name in enumerate(names):
        end = names[number + 1].top if number + 1 < len(names) else screen.height
        preview = [
            line
            for line in screen.lines
            if name.bottom <= line.middle < end and line.bottom <= end + line.height / 2 and not is_time(line.text)
        ]
        threads.append("\n".join(part for part in (name.text, paragraphs(preview)) if part))
    return Message(body="\n\n".join(threads), channel=_channel(screen), from_picture=True)


def _channel(screen: Screen) -> str | None:
    for line in screen.lines:
        if line.middle < _TITLE_HEIGHT * screen.height:
            for channel, title in _TITLES.items():
                if title.fullmatch(line.text.strip()):
                    return channel
    return None


def _names(screen: Screen) -> list[TextLine]:
    """The lines that have a time beside them at the right edge."""
    times = [line for line in screen.lines if is_time(line.text) and line.right > _TIMES * screen.width]
    return [
        line
        for line in screen.lines
        if not is_time(line.text)
        and any(abs(line.middle - time.middle) < 0.5 * line.height and line.right < time.left for time in times)
    ]
