"""Screenshots: what stands on them, told apart from what the phone and its apps add. Pure."""

from bot.intake.screen.lines import Screen, TextLine
from bot.intake.screen.reading import read_screen

__all__ = ["Screen", "TextLine", "read_screen"]
