"""A picture as a message: the words on it, and the codes in it."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from bot.analysis.message import Code, Link, Message
from bot.intake import ocr
from bot.intake.codes import read_codes
from bot.intake.picture import open_picture
from bot.intake.screen import read_screen
from bot.intake.unreadable import Reason, Unreadable


def read_picture(data: bytes) -> Message:
    """The message that a screenshot or photo shows.

    Raises Unreadable for a picture that cannot be opened, or that shows neither words nor a code.
    """
    return message_of(open_picture(data))


def message_of(picture: Image.Image) -> Message:
    """The message that a decoded `picture` shows. Raises Unreadable where it shows neither words nor a code."""
    codes = read_codes(picture)
    try:
        seen = _words(picture)
    except Unreadable:
        if not codes:
            raise
        seen = Message(from_picture=True)
    return replace(seen, codes=codes, links=(*seen.links, *_links(codes)))


def _words(picture: Image.Image) -> Message:
    try:
        return read_screen(ocr.screen(picture))
    except ocr.EngineMissing as error:
        raise Unreadable(Reason.IMAGE) from error


def _links(codes: tuple[Code, ...]) -> list[Link]:
    """Where the codes lead, letter by letter: a code is read right or not at all."""
    return [Link(address) for address in dict.fromkeys(code.facts.get("link", "") for code in codes) if address]
