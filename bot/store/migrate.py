"""Brings a database to the schema this version knows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from bot.store.errors import SchemaTooNewError

SCHEMA: Final = "0001"  # the newest revision in migrations/versions
_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x6B6F7265  # any number, the same in every process


def migrate(connection: Connection) -> None:
    """Bring the database up to `SCHEMA` inside the transaction of `connection`.

    Raises SchemaTooNewError when a later version has already changed it.
    """
    if connection.dialect.name == "postgresql":  # SQLite is locked by the transaction itself
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = _revision(connection)
    if found == SCHEMA:
        return

    # Loading Alembic takes longer than everything else here, and is needed at the first start only.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise SchemaTooNewError(found, SCHEMA)
    config.attributes["connection"] = connection
    command.upgrade(config, SCHEMA)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
