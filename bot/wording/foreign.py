"""Words that are not ours, made fit to be shown: nothing clickable, one line, short."""

from __future__ import annotations

from bot.analysis.defang import defang, defang_host

ELLIPSIS = "…"


def foreign(text: str, limit: int = 60) -> str:
    """`text` defanged, on one line, at most `limit` characters long (the last one "…" where it was cut)."""
    # Cut before defanging too: nobody reads 100 kB, and defanging them would cost time for nothing.
    line = " ".join(defang(" ".join(text[: limit * 8].split())).split())
    return shorten(line, limit)


def host(name: str, limit: int = 60) -> str:
    """A host name, defanged whatever it looks like, at most `limit` characters long."""
    return shorten(defang_host(" ".join(name[: limit * 8].split())), limit)


def shorten(text: str, limit: int) -> str:
    """`text`, cut at `limit` characters with "…" as the last where it is longer."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS
