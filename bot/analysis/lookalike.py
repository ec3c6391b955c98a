"""Writing and domains that pass for something else: one door to the modules that look for them."""

from bot.analysis.odd_letters import OddLetter, Trick, odd_letters
from bot.analysis.resemblance import BrandNames, How, Resemblance, Where, resembles
from bot.analysis.skeletons import skeleton

__all__ = [
    "BrandNames",
    "How",
    "OddLetter",
    "Resemblance",
    "Trick",
    "Where",
    "odd_letters",
    "resembles",
    "skeleton",
]
