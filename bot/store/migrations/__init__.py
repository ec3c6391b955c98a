"""Alembic's environment and revisions. A new revision gets the next number, and `migrate.SCHEMA` names it."""
