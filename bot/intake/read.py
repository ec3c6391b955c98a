"""What a person sent, in whatever pieces, as one message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.analysis.message import Message, Sender
from bot.desk.incoming import Piece
from bot.intake import pasted
from bot.intake.decode import without_surrogates
from bot.intake.files import read_file
from bot.intake.joining import join
from bot.intake.limits import LINKS, TEXT_CHARACTERS
from bot.intake.mail import looks_like_mail, read_mail
from bot.intake.unreadable import Reason, Unreadable

SHORT = 120  # characters: typed beside a forward, a text up to this long without a link is a remark
ENCLOSURES = 50


def read(pieces: Sequence[Piece]) -> Message:
    """The pieces as one message: each is a part of it, or what the person says about it.

    Files were read before (`Piece.read`). Raises Unreadable when there is nothing in them that can be read.
    """
    parts: list[Message] = []
    typed: list[Message] = []
    problem: Unreadable | None = None
    for piece in pieces:
        parts += piece.read
        if piece.unreadable is not None:
            problem = problem or Unreadable(Reason.UNKNOWN_KIND, piece.unreadable)
        if piece.text.strip() or piece.links or piece.comment.strip() or piece.quoted.strip():
            (typed if piece.forwarded is None else parts).append(_piece(piece))
    parts = _pictures_joined(parts)
    for message in typed:
        parts.append(_remark(message) if parts and _is_only_remark(message) else message)
    message = merged(parts)
    if _holds_nothing(message):
        if message.comment.strip() and problem is None:
            return replace(message, body=message.comment, comment="")
        raise problem or Unreadable(Reason.EMPTY)
    return message


def read_parts(parts: Sequence[Message]) -> Message:
    """Files that were read as parts of one message. Raises Unreadable where there is nothing in them."""
    message = merged(_pictures_joined(parts))
    if _holds_nothing(message):
        raise Unreadable(Reason.EMPTY)
    return message


def read_attachment(name: str, media_type: str | None, data: bytes) -> Message:
    """One file as a message. Raises Unreadable for one that cannot be read. May take seconds: see `workers`."""
    content = read_file(name, media_type, data)
    return cleaned(content if isinstance(content, Message) else from_text(content))


def _pictures_joined(parts: Sequence[Message]) -> list[Message]:
    """The parts with the pictures last, those that show one message as one."""
    return [
        *(part for part in parts if not part.from_picture),
        *join([part for part in parts if part.from_picture]),
    ]


def _holds_nothing(message: Message) -> bool:
    words = message.body.strip() or message.subject or message.quoted.strip()
    return not (words or message.links or message.enclosures or message.codes)


def _piece(piece: Piece) -> Message:
    if piece.forwarded is None:
        message = from_text(piece.text)
    else:
        origin = piece.forwarded
        message = Message(body=piece.text, sender=Sender(origin.name, origin.address, origin.number))
    return cleaned(
        replace(
            message,
            links=(*message.links, *piece.links),
            comment="\n".join(part for part in (message.comment, piece.comment.strip()) if part),
            quoted="\n".join(part for part in (message.quoted, piece.quoted.strip()) if part),
        )
    )


def from_text(text: str) -> Message:
    """A text as people paste it: the source of a mail, or words with header lines, remarks and quotes around them."""
    if looks_like_mail(text):
        return read_mail(text.encode("utf-8", "surrogateescape" if _escaped(text) else "replace"))
    parts = pasted.split(text)
    return Message(
        body=parts.body,
        subject=parts.subject,
        sender=parts.sender,
        channel=parts.channel or ("email" if parts.sender.address or parts.subject else None),
        comment=parts.comment,
        quoted=parts.quoted,
    )


def _escaped(text: str) -> bool:
    lone = set(re.findall("[\ud800-\udfff]", text))
    return bool(lone) and all("\udc80" <= character <= "\udcff" for character in lone)


def _is_only_remark(message: Message) -> bool:
    """Whether a typed text beside a forward or a file is about that, rather than more of it."""
    if message.subject or message.links or message.sender != Sender():
        return False
    lines = [line for line in message.body.split("\n") if line.strip()]
    if all(pasted.is_remark(line) for line in lines):
        return True
    return len(message.body) <= SHORT and len(lines) <= 3 and not re.search(r"https?://|www\.|[@＠]", message.body)


def _remark(message: Message) -> Message:
    return Message(comment="\n".join(part for part in (message.body.strip(), message.comment) if part))


def merged(parts: Sequence[Message]) -> Message:
    """The parts of one message in one."""
    return Message(
        body=_joined((part.body for part in parts), "\n\n")[:TEXT_CHARACTERS],
        subject=next((part.subject for part in parts if part.subject), None),
        sender=Sender(
            name=next((part.sender.name for part in parts if part.sender.name), None),
            address=next((part.sender.address for part in parts if part.sender.address), None),
            number=next((part.sender.number for part in parts if part.sender.number), None),
            reply_to=next((part.sender.reply_to for part in parts if part.sender.reply_to), None),
        ),
        links=tuple(link for part in parts for link in part.links)[:LINKS],
        channel=next((part.channel for part in parts if part.channel), None),
        comment=_joined((part.comment for part in parts), "\n"),
        quoted=_joined((part.quoted for part in parts), "\n"),
        enclosures=tuple(enclosure for part in parts for enclosure in part.enclosures)[:ENCLOSURES],
        codes=tuple(code for part in parts for code in part.codes),
        hidden=_joined((part.hidden for part in parts), "\n")[:TEXT_CHARACTERS],
        failed=tuple(dict.fromkeys(check for part in parts for check in part.failed)),
        from_picture=any(part.from_picture for part in parts),
    )


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(text for text in texts if text.strip())


def cleaned(message: Message) -> Message:
    """The message without characters that no store or screen takes, and within its limits."""

    def mended(text: str | None) -> str | None:
        return without_surrogates(text).replace("\0", "\ufffd")[:1000] if text else None

    sender = message.sender
    return replace(
        message,
        body=without_surrogates(message.body[:TEXT_CHARACTERS]).replace("\0", "\ufffd"),
        subject=mended(message.subject),
        sender=Sender(mended(sender.name), mended(sender.address), mended(sender.number), mended(sender.reply_to)),
        links=tuple(
            replace(link, target=mended(link.target) or "", visible=mended(link.visible))
            for link in message.links[:LINKS]
        ),
        comment=without_surrogates(message.comment[:TEXT_CHARACTERS]),
        hidden=without_surrogates(message.hidden[:TEXT_CHARACTERS]),
        quoted=without_surrogates(message.quoted[:TEXT_CHARACTERS]),
    )
