"""Several pictures of one message as one message: what was scrolled and taken twice is there once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.analysis.message import Message, Sender

_ALIKE = 88.0  # of 100: the same line, read twice
_FEWEST_LETTERS = 8  # that two pictures share, so that a greeting alone does not join them


def join(pictures: Sequence[Message]) -> list[Message]:
    """The messages of `pictures`; those that overlap are one, in the order in which their lines run on."""
    left = list(pictures)
    joined: list[Message] = []
    while left:
        whole = left.pop(0)
        while (found := _next(whole, left)) is not None:
            number, whole = found
            left.pop(number)
        joined.append(whole)
    return joined


def _next(whole: Message, others: Sequence[Message]) -> tuple[int, Message] | None:
    """The first of `others` that overlaps, with both as one."""
    for number, other in enumerate(others):
        for upper, lower in ((whole, other), (other, whole)):
            body = _overlaid(upper.body, lower.body)
            if body is not None:
                return number, _both(upper, lower, body)
    return None


def _overlaid(upper: str, lower: str) -> str | None:
    """Both texts as one where the end of `upper` is the beginning of `lower`; None where it is not."""
    above, below = _rows(upper), _rows(lower)
    if not above or not below:
        return None
    if len(_squeezed(lower)) >= _FEWEST_LETTERS and _within(lower, upper):
        return upper
    for length in range(min(len(above), len(below)), 0, -1):
        tail, head = above[-length:], below[:length]
        shared = sum(len(row.strip()) for row in head)
        if shared >= _FEWEST_LETTERS and all(_same(one, other) for one, other in zip(tail, head, strict=True)):
            return "\n".join([*above, *below[length:]])
    return _overlaid_letters(upper, lower)


def _overlaid_letters(upper: str, lower: str) -> str | None:
    """As `_overlaid`, where the pictures cut a paragraph at different lines."""
    start = lower[:_PROBE]
    if len(start.strip()) < _PROBE:
        return None
    found = fuzz.partial_ratio_alignment(start, upper, score_cutoff=_ALIKE)
    if found is None:
        return None
    begin = found.dest_start
    rest = upper[begin:]
    if len(rest) > len(lower) or fuzz.ratio(rest, lower[: len(rest)]) < _ALIKE:
        return None
    return upper[:begin] + lower


_PROBE = 16  # letters of the lower picture's beginning that are looked for in the upper one


def _within(lower: str, upper: str) -> bool:
    one, other = _squeezed(lower), _squeezed(upper)
    return len(one) <= len(other) and fuzz.partial_ratio(one, other) >= 97.0


def _same(one: str, other: str) -> bool:
    return fuzz.ratio(one.strip(), other.strip()) >= _ALIKE


def _rows(text: str) -> list[str]:
    return [row for row in text.split("\n") if row.strip()]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _both(upper: Message, lower: Message, body: str) -> Message:
    sender, other = upper.sender, lower.sender
    return replace(
        upper,
        body=body,
        subject=upper.subject or lower.subject,
        sender=Sender(
            sender.name or other.name,
            sender.address or other.address,
            sender.number or other.number,
            sender.reply_to or other.reply_to,
        ),
        links=tuple(dict.fromkeys((*upper.links, *lower.links))),
        channel=upper.channel or lower.channel,
        comment="\n".join(dict.fromkeys(text for text in (upper.comment, lower.comment) if text)),
        quoted="\n".join(dict.fromkeys(text for text in (upper.quoted, lower.quoted) if text)),
        codes=tuple({code.value: code for code in (*upper.codes, *lower.codes)}.values()),
    )
