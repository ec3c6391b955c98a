"""What can go wrong in the store, beside the database's own errors."""

from __future__ import annotations


class StoreError(Exception):
    """Base of the errors raised by `bot.store`."""


class SchemaTooNewError(StoreError):
    """The database was written by a later version of koresagi; opening it here could damage it."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database has schema {found}, this version of koresagi knows up to {known}. "
            "Start the newer version, or set DATABASE_URL to another database."
        )
        self.found = found
        self.known = known


class CaseTakenError(StoreError):
    """A case with this id belongs to another person: draw a new id."""
