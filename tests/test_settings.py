"""Settings: what is read, what is refused, and that no secret is ever shown."""

import re
import stat
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load, names, secret_key
from bot.wording.catalog import catalog

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def test_every_setting_is_documented_in_the_example_and_no_other():
    text = EXAMPLE.read_text(encoding="utf-8")
    assert re.findall(r"^([A-Z_]+)=", text, re.MULTILINE) == list(names())
    for block in re.split(r"\n\n+", text.strip())[1:]:
        assert block.startswith("# "), f"no comment above: {block}"


def test_the_example_is_valid_as_it_is():
    assert load({}, EXAMPLE) == Settings()


def test_the_environment_goes_before_the_file(tmp_path):
    file = tmp_path / ".env"
    file.write_text("LOCALE=en\nLOG_LEVEL=INFO\n", encoding="utf-8")
    settings = load({"LOG_LEVEL": "ERROR", "UNRELATED": "x"}, file)
    assert (settings.locale, settings.log_level) == ("en", "ERROR")


def test_an_empty_value_is_the_default():
    assert load({"DATABASE_URL": "  ", "LOCALE": ""}, None) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://example/koresagi"),
        ("DATABASE_URL", "rows/cases.db"),
        ("SECRET_KEY", "guessable"),
        ("LOCALE", "fr"),
        ("RETENTION_DAYS", "-30"),
        ("RETENTION_DAYS", "half a year"),
        ("LOG_LEVEL", "LOUD"),
        ("TELEGRAM_TOKEN", "my token"),
        ("TELEGRAM_TOKEN", "12345:秘密"),
        ("DISCORD_TOKEN", "my token"),
        ("TELEGRAM_API_URL", "example.com"),
        ("TELEGRAM_FILE_URL", "https:///file"),
        ("DISCORD_API_URL", "ftp://example.com"),
        ("DISCORD_GATEWAY_URL", "https://example.com"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence_without_its_value(name, value):
    with pytest.raises(SettingsError) as caught:
        load({name: value}, None)
    for locale in ("ja", "en"):
        sentence = caught.value.sentence(catalog(locale))
        assert name in sentence
        assert value not in sentence
        assert "\n" not in sentence


def test_a_file_that_is_not_text_is_named(tmp_path):
    file = tmp_path / ".env"
    file.write_bytes(b"LOCALE=\xff\xfe\x00")
    with pytest.raises(SettingsError) as caught:
        load({}, file)
    assert str(file) in caught.value.sentence(catalog("ja"))


def test_no_secret_is_in_the_repr():
    settings = load(
        {
            "DISCORD_TOKEN": "discordtoken",
            "TELEGRAM_TOKEN": "1:telegramtoken",
            "SECRET_KEY": "a-secret-key-of-some-length",
            "DATABASE_URL": "postgresql+asyncpg://user:dbpassword@host/name",
        },
        None,
    )
    shown = repr(settings)
    for secret in ("discordtoken", "telegramtoken", "a-secret-key", "dbpassword"):
        assert secret not in shown


def test_a_key_is_made_once_beside_the_database_for_its_owner_alone(tmp_path):
    settings = Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/deep/koresagi.db")
    key = secret_key(settings)
    assert secret_key(settings) == key
    (file,) = (tmp_path / "deep").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(key) >= 32


def test_a_given_key_is_taken_and_no_file_is_made(tmp_path):
    settings = Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/koresagi.db", secret_key="k" * 16)
    assert secret_key(settings) == b"k" * 16
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_key_file_stops_the_start(tmp_path):
    (tmp_path / "koresagi.key").write_text("")
    with pytest.raises(SettingsError) as caught:
        secret_key(Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/koresagi.db"))
    assert "koresagi.key" in caught.value.sentence(catalog("en"))


def test_a_database_server_needs_a_key_of_its_own():
    with pytest.raises(SettingsError) as caught:
        secret_key(Settings(database_url="postgresql+asyncpg://host/name"))
    assert "SECRET_KEY" in caught.value.sentence(catalog("ja"))
