"""What hangs on a message besides its words: which of it to fetch, and what to call the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Document, ExternalReplyInfo, Message, PhotoSize

from bot.adapters.readable import is_readable
from bot.intake.limits import FILE_BYTES

# Bytes reckoned for a photo whose size Telegram leaves out; its photos are always scaled down to less.
_PHOTO = 3 * 1024 * 1024

# In this order: an animation comes with a document of the same file, a venue with a location.
_UNREADABLE = {
    "animation": "animation",
    "sticker": "sticker",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "paid_media": "video",
    "story": "story",
    "location": "location",
    "dice": "other",
    "game": "other",
    "giveaway": "other",
    "giveaway_winners": "other",
}


@dataclass(frozen=True, slots=True)
class Media:
    """One thing beside the words: either a file to fetch (`file_id`) or of an `unreadable` kind.

    The name is not to be trusted, and `size` (bytes) may be unknown.
    """

    file_id: str | None = None
    name: str = ""
    media_type: str | None = None
    size: int | None = None
    unreadable: str | None = None


def media_of(message: Message | ExternalReplyInfo) -> tuple[Media, ...]:
    """The photo or file of a message, or the kind of what we cannot read; empty for words alone."""
    for field, kind in _UNREADABLE.items():
        if getattr(message, field, None):
            return (Media(unreadable=kind),)
    photos = message.photo or (message.live_photo.photo if message.live_photo else ())
    if photos:
        return (_photo(photos),)
    if message.live_photo is not None:
        return (Media(unreadable="video"),)
    if message.document is not None:
        return (_document(message.document),)
    return ()


def _photo(sizes: Sequence[PhotoSize]) -> Media:
    largest = max(sizes, key=lambda size: size.width * size.height)
    return Media(largest.file_id, "photo.jpg", "image/jpeg", largest.file_size or _PHOTO)


def _document(document: Document) -> Media:
    name, media_type = document.file_name or "", document.mime_type
    if not is_readable(name, media_type):
        return Media(name=name, unreadable="file")
    if (document.file_size or 0) > FILE_BYTES:
        return Media(name=name, unreadable="too_large")
    return Media(document.file_id, name, media_type, document.file_size)
