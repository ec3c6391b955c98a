"""Support scam: a false alarm on the screen with a number to call."""

from bot.analysis.signals.base import Signal, wording

SIGNALS: tuple[Signal, ...] = (wording("support.alarm", "alarm_popup"),)
