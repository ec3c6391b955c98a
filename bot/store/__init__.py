"""What outlives a restart: cases, samples and the events already acted on. SQL lives in this package alone."""

from bot.store.errors import CaseTakenError, SchemaTooNewError, StoreError
from bot.store.records import Case, Erased, Event, Indicator, Sample, Similar
from bot.store.store import Store, Transaction

__all__ = [
    "Case",
    "CaseTakenError",
    "Erased",
    "Event",
    "Indicator",
    "Sample",
    "SchemaTooNewError",
    "Similar",
    "Store",
    "StoreError",
    "Transaction",
]
