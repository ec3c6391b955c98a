"""Bytes and text that people send, as one message. Nothing is ever fetched or run."""

from bot.intake.read import read, read_attachment, read_parts
from bot.intake.unreadable import Reason, Unreadable

__all__ = ["Reason", "Unreadable", "read", "read_attachment", "read_parts"]
