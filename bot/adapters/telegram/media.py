"""What hangs on a message besides its words: which of it to fetch, and what to call the rest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from telegram import Document, ExternalReplyInfo, Message

# Telegram gives out no larger files to bots.
LARGEST = 20 * 1024 * 1024

_READABLE_ENDINGS = {".eml", ".msg", ".txt", ".html", ".htm", ".pdf", ".png", ".jpg", ".jpeg", ".webp"}
_READABLE_TYPES = {"message/rfc822", "application/pdf", "application/vnd.ms-outlook"}

# In this order: an animation comes with a document of the same file, a venue with a location.
_UNREADABLE = {
    "animation": "video",
    "sticker": "sticker",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "live_photo": "video",
    "paid_media": "video",
    "story": "other",
    "contact": "contact",
    "location": "other",
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
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Media(largest.file_id, "photo.jpg", "image/jpeg", largest.file_size),)
    if message.document is not None:
        return (_document(message.document),)
    return ()


def _document(document: Document) -> Media:
    name, media_type = document.file_name or "", document.mime_type
    readable = (
        PurePath(name).suffix.lower() in _READABLE_ENDINGS
        or media_type in _READABLE_TYPES
        or (media_type or "").startswith(("text/", "image/"))
    )
    if not readable:
        return Media(name=name, unreadable="file")
    if (document.file_size or 0) > LARGEST:
        return Media(name=name, unreadable="broken")
    return Media(document.file_id, name, media_type, document.file_size)
