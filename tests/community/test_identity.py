from __future__ import annotations

import pytest

from bot.community.identity import chat_key, event_key, reporter_key

SECRET = b"0123456789abcdef"


def test_a_person_has_one_key_that_depends_on_the_secret_and_the_platform() -> None:
    key = reporter_key(SECRET, "telegram", "12345")
    assert key == reporter_key(SECRET, "telegram", "12345")
    assert len(key) == 32
    assert int(key, 16) >= 0
    others = {
        reporter_key(SECRET, "discord", "12345"),
        reporter_key(SECRET, "telegram", "12346"),
        reporter_key(b"another secret", "telegram", "12345"),
        reporter_key(SECRET, "telegram1", "2345"),
        chat_key(SECRET, "telegram", "12345"),
        event_key(SECRET, "telegram", "12345"),
    }
    assert len(others | {key}) == 7


def test_an_empty_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="secret"):
        reporter_key(b"", "telegram", "12345")
