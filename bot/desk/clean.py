"""What arrives, cut and mended before anything looks at it."""

from __future__ import annotations

from dataclasses import replace

from bot.desk.incoming import Incoming, Piece

TEXT_LENGTH = 20_000  # characters of one piece; the longest honest mail seen has a quarter of it
PIECES = 20
LINKS = 200
_ADDRESS_LENGTH = 4_000


def clean(incoming: Incoming) -> Incoming:
    """`incoming` with valid Unicode alone, and nothing longer than we can look at."""
    return replace(incoming, pieces=tuple(_piece(piece) for piece in incoming.pieces[:PIECES]))


def cut(incoming: Incoming) -> bool:
    """Whether `clean` leaves something out."""
    return len(incoming.pieces) > PIECES or any(len(piece.text) > TEXT_LENGTH for piece in incoming.pieces)


def mended(text: str) -> str:
    """`text` without lone surrogates, which no database, network or terminal takes, and without NUL."""
    if text.isascii():
        return text.replace("\0", "")
    # Through UTF-16, halves that belong together become one character again.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")


def _piece(piece: Piece) -> Piece:
    links = tuple(
        replace(
            link,
            target=mended(link.target[:_ADDRESS_LENGTH]),
            visible=None if link.visible is None else mended(link.visible[:_ADDRESS_LENGTH]),
        )
        for link in piece.links[:LINKS]
    )
    forward = piece.forwarded
    if forward is not None:
        forward = replace(
            forward,
            name=forward.name and mended(forward.name[:TEXT_LENGTH]),
            address=forward.address and mended(forward.address[:_ADDRESS_LENGTH]),
            number=forward.number and mended(forward.number[:_ADDRESS_LENGTH]),
        )
    return replace(
        piece,
        text=mended(piece.text[:TEXT_LENGTH]),
        comment=mended(piece.comment[:TEXT_LENGTH]),
        quoted=mended(piece.quoted[:TEXT_LENGTH]),
        links=links,
        forwarded=forward,
    )
