"""Which files are worth fetching: the kinds that can be read. All others are only named, never fetched."""

from __future__ import annotations

from pathlib import PurePath

_ENDINGS = frozenset(
    {
        *("eml", "msg", "mht", "mhtml"),
        *("txt", "text", "csv", "log", "md"),
        *("html", "htm", "xhtml", "xht", "shtml"),
        "pdf",
        *("png", "jpg", "jpeg", "jpe", "jfif", "webp", "heic", "heif", "gif", "bmp", "tif", "tiff"),
    }
)
_TYPES = frozenset(
    {
        *("message/rfc822", "application/vnd.ms-outlook", "application/xhtml+xml", "application/pdf"),
        *("image/png", "image/jpeg", "image/jpg", "image/webp", "image/heic", "image/heif"),
        *("image/gif", "image/bmp", "image/x-ms-bmp", "image/tiff"),
    }
)
# Text to a platform, but a program to the computer that opens it.
_PROGRAMS = frozenset(
    {"bat", "cmd", "command", "hta", "js", "jse", "lnk", "ps1", "py", "reg", "sh", "url", "vbs", "wsf"}
)


def is_readable(name: str, media_type: str | None) -> bool:
    """Whether a file of this name and claimed media type can be read. Neither is to be trusted any further."""
    ending = PurePath(name).suffix.lstrip(".").lower()
    if ending in _ENDINGS:
        return True
    claimed = (media_type or "").split(";")[0].strip().lower()
    return ending not in _PROGRAMS and (claimed in _TYPES or claimed.startswith("text/"))
