"""The one thing to ask for when a message cannot be judged."""

from __future__ import annotations

from bot.analysis.prepared import Prepared
from bot.analysis.report import Question

FEW_WORDS = 15  # characters besides the links, below which there is no message to speak of


def question(prepared: Prepared) -> Question:
    """What would decide the matter soonest.

    A bare link or number needs the words that came with it; words that speak of a link need the link; a company's
    words need the sender; anything else needs to know who it is from and how it began.
    """
    words = prepared.joined
    for link in prepared.links:
        words = words.replace(link.target.casefold(), "")
    if len(words.strip()) < FEW_WORDS:
        return Question.FULL_TEXT
    if prepared.brand is not None or prepared.said("click", "verify_identity"):
        if prepared.said("click") and not prepared.links:
            return Question.LINK
        sender = prepared.message.sender
        if not (sender.address or sender.number):
            return Question.SENDER
        if not prepared.links:
            return Question.LINK
    return Question.CONTEXT
