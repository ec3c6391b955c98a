"""The tables as they are now. How a database gets here from an older schema is in `migrations/versions`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

HASH = 64  # characters of the longest keyed hash

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. SQLite has no time zones: there it is stored naive and comes back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone cannot be stored")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite counts rows up by itself only for a column declared exactly INTEGER PRIMARY KEY.
_RowId = BigInteger().with_variant(Integer, "sqlite")
_counted: dict[str, Any] = {"sqlite_autoincrement": True}  # an erased row's number is never given out again

cases = Table(
    "cases",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("reporter", String(HASH), nullable=False),
    Column("chat", String(HASH), nullable=False),
    Column("platform", String(32), nullable=False),
    Column("locale", String(16), nullable=False),
    Column("opened", UtcDateTime, nullable=False),
    Column("updated", UtcDateTime, nullable=False),
    Column("message", Text),  # JSON of the masked message
    Column("verdict", String(32)),
    Column("kind", String(32)),
    Column("brand", String(64)),
    Column("question", String(32)),
    Column("situations", Text, nullable=False),  # JSON array of strings
    Column("device", String(32)),
    Column("done", Text, nullable=False),  # JSON array of strings
    Index("ix_cases_reporter_chat_updated", "reporter", "chat", "updated"),
    Index("ix_cases_updated", "updated"),
)

# One row for each wording of each brand, however often it is reported. `campaign` is shared by wordings that are near.
fingerprints = Table(
    "fingerprints",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("brand", String(64), nullable=False),  # empty where no brand is known
    Column("value", LargeBinary, nullable=False),
    Column("campaign", String(16), nullable=False),
    UniqueConstraint("brand", "value"),
    Index("ix_fingerprints_campaign", "campaign"),
    **_counted,
)

# Locality-sensitive index: near wordings share at least one band key with high probability.
bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "fingerprint",
        _RowId,
        ForeignKey("fingerprints.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Index("ix_bands_fingerprint", "fingerprint"),
    sqlite_with_rowid=False,
)

samples = Table(
    "samples",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("case", String(12), nullable=False, unique=True),
    Column("reporter", String(HASH), nullable=False),
    Column("platform", String(32), nullable=False),
    Column("seen", UtcDateTime, nullable=False),
    Column("message", Text, nullable=False),  # JSON of the masked message
    Column("verdict", String(32), nullable=False),
    Column("score", Float, nullable=False),
    Column("kind", String(32)),
    Column("brand", String(64)),
    Column("fingerprint", _RowId, ForeignKey("fingerprints.id"), nullable=False),
    Index("ix_samples_reporter", "reporter"),
    Index("ix_samples_seen", "seen"),
    Index("ix_samples_fingerprint", "fingerprint"),
    **_counted,
)

indicators = Table(
    "indicators",
    metadata,
    Column("sample", _RowId, ForeignKey("samples.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("value", Text, primary_key=True),
    Index("ix_indicators_kind_value", "kind", "value"),
)

events = Table(
    "events",
    metadata,
    Column("key", String(HASH), primary_key=True),
    Column("reporter", String(HASH), nullable=False),
    Column("seen", UtcDateTime, nullable=False),
    Index("ix_events_reporter", "reporter"),
    Index("ix_events_seen", "seen"),
)
