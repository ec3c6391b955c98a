"""Values of the analysis as JSON text and back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from bot.analysis.message import Message

_message_encoder = msgspec.json.Encoder()
_message_decoder = msgspec.json.Decoder(Message)
_strings_decoder = msgspec.json.Decoder(tuple[str, ...])


def encode_message(message: Message) -> str:
    """Return `message` as JSON. Raises UnicodeEncodeError for lone surrogates, which masking has taken out."""
    return _message_encoder.encode(message).decode()


def decode_message(text: str) -> Message:
    """Return the message that `encode_message` wrote. Unknown fields of a later version are passed over."""
    return _message_decoder.decode(text)


def encode_strings(values: Iterable[str]) -> str:
    """Return `values` as a JSON array."""
    return msgspec.json.encode(tuple(values)).decode()


def decode_strings(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON array."""
    return _strings_decoder.decode(text)
