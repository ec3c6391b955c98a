"""People and events under names that mean nothing to anyone without the installation's secret."""

from __future__ import annotations

import hashlib
import hmac

_HEX_CHARACTERS = 32  # 128 bits: no two people share a key by chance


def reporter_key(secret: bytes, platform: str, user: str) -> str:
    """Return the key under which the store knows `user` of `platform`: 32 characters of hexadecimal.

    Raises ValueError for an empty secret, with which anyone could find out who is behind a key.
    """
    return _key(secret, "reporter", platform, user)


def chat_key(secret: bytes, platform: str, chat: str) -> str:
    """Return the key of a chat, made like a reporter's but never equal to one."""
    return _key(secret, "chat", platform, chat)


def event_key(secret: bytes, platform: str, event: str) -> str:
    """Return the key of one event of a platform; a redelivery has the same."""
    return _key(secret, "event", platform, event)


def _key(secret: bytes, *parts: str) -> str:
    if not secret:
        raise ValueError("the secret key is empty")
    # Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    data = b"".join(len(part).to_bytes(4, "big") + part for part in encoded)
    return hmac.new(secret, data, hashlib.sha256).hexdigest()[:_HEX_CHARACTERS]
