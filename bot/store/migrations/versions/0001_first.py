"""The first schema: cases, samples with indicators and fingerprints, events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_time = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("reporter", sa.String(64), nullable=False),
        sa.Column("chat", sa.String(64), nullable=False),
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("locale", sa.String(16), nullable=False),
        sa.Column("opened", _time, nullable=False),
        sa.Column("updated", _time, nullable=False),
        sa.Column("message", sa.Text),
        sa.Column("verdict", sa.String(32)),
        sa.Column("kind", sa.String(32)),
        sa.Column("brand", sa.String(64)),
        sa.Column("question", sa.String(32)),
        sa.Column("situations", sa.Text, nullable=False),
        sa.Column("device", sa.String(32)),
        sa.Column("done", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_index("ix_cases_reporter_chat_updated", "cases", ["reporter", "chat", "updated"])
    op.create_index("ix_cases_updated", "cases", ["updated"])

    op.create_table(
        "fingerprints",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("brand", sa.String(64), nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.Column("campaign", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fingerprints"),
        sa.UniqueConstraint("brand", "value", name="uq_fingerprints_brand_value"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fingerprints_campaign", "fingerprints", ["campaign"])

    op.create_table(
        "bands",
        sa.Column("key", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("fingerprint", _row_id, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("key", "fingerprint", name="pk_bands"),
        sa.ForeignKeyConstraint(["fingerprint"], ["fingerprints.id"], name="fk_bands_fingerprint", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bands_fingerprint", "bands", ["fingerprint"])

    op.create_table(
        "samples",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("case", sa.String(12), nullable=False),
        sa.Column("reporter", sa.String(64), nullable=False),
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("seen", _time, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(32), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("kind", sa.String(32)),
        sa.Column("brand", sa.String(64)),
        sa.Column("fingerprint", _row_id, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_samples"),
        sa.UniqueConstraint("case", name="uq_samples_case"),
        sa.ForeignKeyConstraint(["fingerprint"], ["fingerprints.id"], name="fk_samples_fingerprint"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_samples_reporter", "samples", ["reporter"])
    op.create_index("ix_samples_seen", "samples", ["seen"])
    op.create_index("ix_samples_fingerprint", "samples", ["fingerprint"])

    op.create_table(
        "indicators",
        sa.Column("sample", _row_id, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sample", "kind", "value", name="pk_indicators"),
        sa.ForeignKeyConstraint(["sample"], ["samples.id"], name="fk_indicators_sample", ondelete="CASCADE"),
    )
    op.create_index("ix_indicators_kind_value", "indicators", ["kind", "value"])

    op.create_table(
        "events",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("reporter", sa.String(64), nullable=False),
        sa.Column("seen", _time, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_events"),
    )
    op.create_index("ix_events_reporter", "events", ["reporter"])
    op.create_index("ix_events_seen", "events", ["seen"])


def downgrade() -> None:
    for table in ("events", "indicators", "samples", "bands", "fingerprints", "cases"):
        op.drop_table(table)
