"""A screenshot as a message. Pure: lines of text with their places in, a value out."""

from __future__ import annotations

import re

from bot.analysis.message import Message
from bot.intake import pasted
from bot.intake.screen.chat import looks_like_chat, read_chat
from bot.intake.screen.furniture import is_control, is_time, without_furniture
from bot.intake.screen.lines import Screen
from bot.intake.screen.mail_app import looks_like_mail_app, read_mail_app
from bot.intake.screen.notification import looks_locked, read_notification
from bot.intake.screen.paragraphs import paragraphs
from bot.intake.screen.thread_list import looks_like_thread_list, read_thread_list
from bot.intake.screen.web import looks_like_browser, read_browser
from bot.intake.unreadable import Reason, Unreadable

_FEWEST_LETTERS = 6
_LOWEST_CONFIDENCE = 0.7  # mean over the letters; real screenshots have 0.95 and more


def read_screen(whole: Screen) -> Message:
    """The message that a screenshot shows, its links approximate.

    Raises Unreadable(NO_TEXT) where hardly any letters are on it, or they were read too badly to judge.
    """
    _check(whole)
    locked = looks_locked(whole)
    screen = without_furniture(whole)
    if locked:
        message = read_notification(screen)
    elif looks_like_mail_app(screen):
        message = read_mail_app(screen)
    elif looks_like_browser(screen):
        message = read_browser(screen)
    elif looks_like_thread_list(screen):
        message = read_thread_list(screen)
    elif looks_like_chat(screen):
        message = read_chat(whole, screen)
    else:
        message = _read_plain(screen)
    if not (message.body.strip() or message.subject or message.links):
        raise Unreadable(Reason.NO_TEXT, "image")
    return message


def _check(screen: Screen) -> None:
    letters = sum(len(re.findall(r"\w", line.text)) for line in screen.lines)
    if letters < _FEWEST_LETTERS:
        raise Unreadable(Reason.NO_TEXT, "image")
    sure = sum(line.confidence * len(line.text) for line in screen.lines) / sum(len(line.text) for line in screen.lines)
    if sure < _LOWEST_CONFIDENCE:
        raise Unreadable(Reason.NO_TEXT, "image")


def _read_plain(screen: Screen) -> Message:
    """A piece cut out of a screen, or a photographed letter: its text as people paste it."""
    lines = [line for line in screen.lines if not (is_time(line.text) or is_control(line.text))]
    parts = pasted.split(paragraphs(lines))
    return Message(
        body=parts.body,
        subject=parts.subject,
        sender=parts.sender,
        channel="email" if parts.sender.address or parts.subject else None,
        comment=parts.comment,
        quoted=parts.quoted,
        from_picture=True,
    )
