"""Labelled cases, one JSON object a line: messages with a label, or questions with the situations they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bot.analysis.message import Link, Message, Sender


class MessageCase(msgspec.Struct, frozen=True):
    """A message and what is known of it. `label` is scam or legit; `kind` and `brand` are None where unknown.

    `brand` may be a name that is not in the registry; then no brand is the right answer.
    """

    id: str
    label: str
    body: str
    channel: str | None = None
    lang: str | None = None
    kind: str | None = None
    brand: str | None = None
    sender_name: str | None = None
    sender: str | None = None
    subject: str | None = None
    urls: list[str] = []

    def message(self) -> Message:
        """The message to judge. An address of the list that the text does not show was behind a link."""
        sender = self.sender or ""
        return Message(
            body=self.body,
            subject=self.subject,
            sender=Sender(
                name=self.sender_name,
                address=sender if "@" in sender else None,
                number=sender if sender and "@" not in sender else None,
            ),
            links=tuple(Link(url) for url in self.urls if url not in self.body and url not in (self.subject or "")),
            channel=self.channel,
        )


class QuestionCase(msgspec.Struct, frozen=True):
    """What a person says. All of `situations` must be found, `also_ok` may be, `not_situations` must not be."""

    id: str
    text: str
    situations: list[str]
    also_ok: list[str] = []
    not_situations: list[str] = []
    lang: str | None = None


def read_cases(paths: Iterable[Path]) -> Iterator[MessageCase | QuestionCase]:
    """The cases of all files. Raises ValueError that names the file and line of one that is not usable."""
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeError) as error:
            raise ValueError(f"{path}: {error}") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                fields = msgspec.json.decode(line)
                if "text" in fields:
                    yield msgspec.convert(fields, QuestionCase)
                else:
                    yield msgspec.convert(fields, MessageCase)
            except (msgspec.DecodeError, TypeError) as error:
                raise ValueError(f"{path}:{number}: {error}") from error
