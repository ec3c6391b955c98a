"""Settings from the environment and `.env`. Every one is documented in `.env.example`; a test keeps the two alike."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.wording.catalog import Catalog, locales

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SECRET_KEY_LENGTH = 16  # bytes; shorter ones could be guessed from a known person's hash
LONGEST_RETENTION = 3650  # days
_DATABASES = ("sqlite+aiosqlite", "postgresql+asyncpg")


class SettingsError(Exception):
    """A setting is wrong. Which, and how to mend it, is said by the locale text `setting-<problem>`."""

    def __init__(self, problem: str, **facts: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.facts = facts

    def sentence(self, words: Catalog) -> str:
        """One sentence that says which setting is wrong and how to mend it. Never holds its value."""
        return words.text(f"setting-{self.problem}", **self.facts)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment decides. Tokens and the key never appear in the repr, nor does the database's password.

    An empty text means "not set".
    """

    discord_token: str = field(default="", repr=False)
    telegram_token: str = field(default="", repr=False)
    database_url: str = field(default="sqlite+aiosqlite:///data/koresagi.db", repr=False)
    secret_key: str = field(default="", repr=False)
    retention_days: int = 180
    locale: str = "ja"
    log_level: str = "WARNING"
    telegram_api_url: str = ""
    telegram_file_url: str = ""
    discord_api_url: str = ""
    discord_gateway_url: str = ""

    @property
    def database_file(self) -> Path | None:
        """The file of a SQLite database, or None for one in memory or on a server."""
        scheme, _, path = self.database_url.partition(":///")
        return Path(path) if scheme.startswith("sqlite") and path and path != ":memory:" else None


def names() -> tuple[str, ...]:
    """The names of all settings as they stand in the environment."""
    return tuple(item.name.upper() for item in fields(Settings))


def load(environment: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """The settings; a value in the environment goes before the same one in `env_file`.

    Raises SettingsError for the first wrong one.
    """
    given: dict[str, str] = {}
    if env_file is not None and env_file.is_file():
        try:
            given.update({name: value or "" for name, value in dotenv_values(env_file, interpolate=False).items()})
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("file", file=str(env_file)) from error
    given.update(os.environ if environment is None else environment)
    chosen: dict[str, Any] = {name.lower(): given[name].strip() for name in names() if given.get(name, "").strip()}
    if "retention_days" in chosen:
        chosen["retention_days"] = _days(chosen["retention_days"])
    settings = Settings(**chosen)
    _check(settings)
    return settings


def secret_key(settings: Settings) -> bytes:
    """The key that turns people into hashes. When none is set, one is made and kept beside the database.

    Raises SettingsError where that is not possible.
    """
    if settings.secret_key:
        return settings.secret_key.encode()
    if settings.database_url.startswith("postgresql"):
        raise SettingsError("key-missing")
    database = settings.database_file
    if database is None:
        return secrets.token_bytes(32)  # a database in memory is gone with the process, so its key may be too
    path = database.with_suffix(".key")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, secrets.token_hex(32))
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("key-file", file=str(path)) from error
    if len(key) < SECRET_KEY_LENGTH:
        raise SettingsError("key-damaged", file=str(path))
    return key.encode()


def _write_new(path: Path, text: str) -> None:
    """Write `text` readable by the owner alone, unless the file is there. Appears whole or not at all."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    try:
        with suppress(FileExistsError):  # another process was first; its key counts
            path.hardlink_to(draft)  # unlike a rename, this refuses to replace a key
    finally:
        draft.unlink()


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= LONGEST_RETENTION:
        raise SettingsError("days", name="RETENTION_DAYS", most=str(LONGEST_RETENTION))
    return int(text)


def _check(settings: Settings) -> None:
    scheme = settings.database_url.partition("://")[0]
    if scheme not in _DATABASES or "://" not in settings.database_url:
        raise SettingsError("database")
    if settings.secret_key and len(settings.secret_key.encode()) < SECRET_KEY_LENGTH:
        raise SettingsError("key-short", length=str(SECRET_KEY_LENGTH))
    if settings.locale not in locales():
        raise SettingsError("choice", name="LOCALE", choices=", ".join(locales()))
    if settings.log_level not in LOG_LEVELS:
        raise SettingsError("choice", name="LOG_LEVEL", choices=", ".join(LOG_LEVELS))
    _check_telegram_token(settings.telegram_token)
    _check_discord_token(settings.discord_token)
    for name in ("telegram_api_url", "telegram_file_url", "discord_api_url"):
        _check_address(name, getattr(settings, name), ("https", "http"))
    _check_address("discord_gateway_url", settings.discord_gateway_url, ("wss", "ws"))


def _check_telegram_token(token: str) -> None:
    number, _, rest = token.partition(":")
    if token and not (number.isdecimal() and rest and token.isascii() and not any(sign.isspace() for sign in token)):
        raise SettingsError("telegram-token")


def _check_discord_token(token: str) -> None:
    if token and not (token.isascii() and not any(sign.isspace() for sign in token)):
        raise SettingsError("discord-token")


def _check_address(name: str, address: str, schemes: tuple[str, ...]) -> None:
    if not address:
        return
    try:
        parts = urlsplit(address)
        good = parts.scheme in schemes and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        raise SettingsError("address", name=name.upper(), scheme=schemes[0])
