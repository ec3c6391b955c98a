"""What is logged, and what never is."""

from __future__ import annotations

import logging

from bot.settings import Settings

# Libraries may log addresses with tokens in them, or whole messages, below this level.
_LIBRARIES = ("aiosqlite", "asyncio", "discord", "httpcore", "httpx", "sqlalchemy", "telegram", "alembic")


def configure_logging(settings: Settings) -> None:
    """Log to standard error. Neither people's words nor tokens are logged at any level."""
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(settings.log_level)))
