"""Pressure: whatever keeps the reader from thinking or asking somebody."""

from bot.analysis.signals.base import Signal, wording

SIGNALS: tuple[Signal, ...] = (
    wording("pressure.arrest", "arrest"),
    wording("pressure.secrecy", "secrecy"),
    wording("pressure.legal", "legal_threat"),
    wording("pressure.suspension", "suspension"),
    wording("pressure.unauthorised_use", "unauthorised_use"),
    wording("pressure.deadline", "deadline"),
    wording("pressure.urgent", "urgent"),
)
