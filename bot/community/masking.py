"""Takes the reporter's personal data out of a message before it is stored. What identifies the scammer stays.

What goes is replaced by fixed tokens such as ［名前］. When it cannot be told whose something is, it goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.analysis.message import Code, Message
from bot.analysis.normalize import normalize
from bot.community.personal import links, mail, names, numbers, phones, places
from bot.community.personal.draft import Draft, Token, draft

_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESSES = frozenset({"link", "paypay", "linepay"})  # kinds of codes whose value is a web address
# Masking changes what stands around what is left, so it is repeated until nothing more is found.
_MOST_ROUNDS = 5


class SecretKind(StrEnum):
    """What a person should not have sent to anyone."""

    CARD = "card"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret in a text: characters `start` to `end` (end excluded) of it."""

    kind: SecretKind
    start: int
    end: int


def mask(message: Message, *, names: Sequence[str] = ()) -> Message:
    """Return `message` without personal data of the one who reports it. `names` are what they are called.

    The sender's name, address and numbers stay, unless the message calls the address the reader's own (as mails do
    that pretend to come from the reader's account). Lone surrogates become U+FFFD, so that the result can be stored.
    """
    texts = [message.subject or "", message.body, message.quoted, message.comment]
    readable = [normalize(_clean(text)).text for text in texts]
    own = {address for text in readable for address in mail.addressed(text)}
    sender = message.sender
    keep = _Keep(
        addresses=frozenset(
            address.lower() for address in (sender.address, sender.reply_to) if address and address.lower() not in own
        ),
        numbers=frozenset(phones.numbers_of(normalize(sender.number).text) if sender.number else ()),
    )
    known = _known(readable, names)

    def masked(text: str, *, own_words: bool = False) -> str:
        return _mask(text, known, keep, own_words=own_words)

    def target(value: str) -> str:
        return _mask_target(value, known, keep)

    def address(value: str | None) -> str | None:
        return Token.MAIL.value if value and value.lower() in own else _cleaned(value)

    return replace(
        message,
        subject=None if message.subject is None else masked(message.subject),
        body=masked(message.body),
        quoted=masked(message.quoted),
        comment=masked(message.comment, own_words=True),
        sender=replace(
            sender,
            name=None if sender.name is None else masked(sender.name),
            address=address(sender.address),
            reply_to=address(sender.reply_to),
            number=_cleaned(sender.number),
        ),
        links=tuple(
            replace(
                link,
                target=target(link.target),
                visible=None if link.visible is None else masked(link.visible),
            )
            for link in message.links
        ),
        hidden=masked(message.hidden),
        enclosures=tuple(replace(enclosure, name=masked(enclosure.name)) for enclosure in message.enclosures),
        codes=tuple(
            _mask_code(code, masked, lambda target: _mask_target(target, known, keep)) for code in message.codes
        ),
        channel=_cleaned(message.channel),
    )


def _mask_code(code: Code, masked: Callable[[str], str], target: Callable[[str], str]) -> Code:
    """`code` without what it gives away: a network's password and a login's secret are in its value."""
    if code.kind == "crypto":
        return code
    facts = {name: target(fact) if name == "link" else masked(fact) for name, fact in code.facts.items()}
    return Code(code.kind, target(code.value) if code.kind in _ADDRESSES else "", facts)


def mask_text(
    text: str,
    *,
    names: Sequence[str] = (),
    keep: Iterable[str] = (),
    own_words: bool = False,
) -> str:
    """Return `text` without personal data.

    `keep` are mail addresses and phone numbers of the scammer. `own_words` says that the person who reports wrote
    the text: a bare phone number in it is theirs.
    """
    kept = list(keep)
    known = _known([normalize(_clean(text)).text], names)
    return _mask(
        text,
        known,
        _Keep(
            frozenset(value.lower() for value in kept if "@" in value),
            frozenset(number for value in kept for number in phones.numbers_of(normalize(value).text)),
        ),
        own_words=own_words,
    )


def secrets(text: str) -> tuple[Secret, ...]:
    """Return what the writer of `text` should delete from the chat: card numbers, passwords and codes, in order."""
    begun = draft(text)
    links.find(begun, text)
    found = []
    for kind, spans in (
        (SecretKind.CARD, numbers.cards(begun.text)),
        (SecretKind.PASSWORD, numbers.passwords(begun.text)),
        (SecretKind.CODE, numbers.codes(begun.text)),
    ):
        found += [Secret(kind, *begun.view.original(start, end)) for start, end in spans]
    found.sort(key=lambda secret: (secret.start, secret.end))
    # A number by the word パスワード is both a password and a code: the first says it.
    return tuple(
        secret for place, secret in enumerate(found) if not any(secret.start < other.end for other in found[:place])
    )


@dataclass(frozen=True, slots=True)
class _Keep:
    """What identifies the sender: addresses in lower case, numbers as `phones.numbers_of` gives them."""

    addresses: Set[str]
    numbers: Set[str]


def _known(readable: Sequence[str], given: Sequence[str]) -> frozenset[str]:
    normalized = {normalize(name).text for name in given}
    return frozenset(normalized.union(*(names.discover(text) for text in readable)))


def _mask(text: str, known: Set[str], keep: _Keep, *, own_words: bool) -> str:
    text = _clean(text)
    for _ in range(_MOST_ROUNDS):
        begun = draft(text)
        _find(begun, text, known, keep, own_words=own_words)
        if not begun.found:
            break
        text = begun.result(text)
    return text


def _find(begun: Draft, text: str, known: Set[str], keep: _Keep, *, own_words: bool) -> None:
    # Links and addresses first: what looks like a number or name inside them is part of them.
    links.find(begun, text)
    mail.find(begun, keep.addresses)
    # What can be told by itself comes before what only stands near a word.
    numbers.find_cards(begun)
    phones.find(begun, keep.numbers, own_words=own_words)
    numbers.find_broken_cards(begun)
    numbers.find_birthdays(begun)
    places.find(begun)
    numbers.find_codes(begun)
    names.find(begun)
    names.find_given(begun, known)
    numbers.keep_amounts_and_dates(begun)
    numbers.find_parts_of_cards(begun)
    numbers.find_numbers(begun)


def _mask_target(target: str, known: Set[str], keep: _Keep) -> str:
    """A link's target as the carrier gave it: what it is a link to is masked like a link in a text."""
    target = _clean(target)
    if re.match(r"(?:mailto|tel|sms):", target, re.IGNORECASE):
        return _mask(target, known, keep, own_words=False)
    begun = draft(target)
    begun.mask_all(links.personal_parts(begun.text), Token.NUMBER)
    names.find_given(begun, known)
    return begun.result(target)


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _cleaned(text: str | None) -> str | None:
    return None if text is None else _clean(text)
