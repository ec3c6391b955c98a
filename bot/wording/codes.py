"""What the QR codes in a picture do, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.message import Code, Message
from bot.wording.foreign import foreign
from bot.wording.reply import Block, BlockKind
from bot.wording.words import Words

SHOWN = 5  # codes that are explained; more on one picture are rarely different in kind
_TARGET = 60  # characters of a value
_NAME = 30
_SHORTEST_DIALLED = 7  # digits, from which on a phone offers to dial a number

# What can cost an account or money is told first.
_GRAVEST_FIRST = ("login", "export", "wallet", "forward", "pay", "esim", "group", "friend")
_MONEY = frozenset({"paypay", "linepay", "crypto", "otp"})


def code_blocks(words: Words, message: Message, *, short: bool = False) -> tuple[Block, ...]:
    """The codes of `message` explained; nothing where it has none.

    `short`: one line about the gravest code, for the first screen. Otherwise a heading, and for each of the first
    `SHOWN` codes what it does and what to mind. Values are shown so that nothing in them can be clicked.
    """
    codes = sorted(message.codes, key=_gravity)
    if not codes:
        return ()
    if short:
        return (Block(BlockKind.NOTE, _sentence(words, codes[0])),)
    return tuple(_all(words, codes))


def _all(words: Words, codes: list[Code]) -> Iterable[Block]:
    yield Block(BlockKind.HEADING, words.text("heading-codes"))
    for code in codes[:SHOWN]:
        yield Block(BlockKind.BULLET, _sentence(words, code))
        advice = f"{_key(code)}.advice"
        if words.has(advice):
            yield Block(BlockKind.DETAIL, words.text(advice, **_shown(code)))
    if len(codes) > SHOWN:
        yield Block(BlockKind.NOTE, words.text("codes-more", count=str(len(codes) - SHOWN)))


def _gravity(code: Code) -> int:
    does = code.facts.get("does")
    if does in _GRAVEST_FIRST:
        return _GRAVEST_FIRST.index(does)
    if code.kind in _MONEY:
        return _GRAVEST_FIRST.index("pay")
    return len(_GRAVEST_FIRST) + (code.kind == "text")


def _sentence(words: Words, code: Code) -> str:
    return words.text(_key(code), **_shown(code))


def _key(code: Code) -> str:
    """The text that says what `code` does."""
    facts = code.facts
    does = facts.get("does", "")
    match code.kind:
        case "link" | "text" if does in {"login", "friend", "group", "pay"}:
            return "code-pay-emv" if facts.get("service") == "EMV" else f"code-link-{does}"
        case "text" if does in {"wallet", "esim", "place"}:
            return f"code-{does}"
        case "paypay" if facts.get("to") in {"person", "link"}:
            return f"code-paypay-{facts['to']}"
        case "otp" if does == "export":
            return "code-otp-export"
        case "otp" if not facts.get("issuer"):
            return "code-otp-unknown"
        case "wifi" if facts.get("security") == "none":
            return "code-wifi-open"
        case "tel" if does == "forward":
            return "code-tel-forward"
        case "sms" if facts.get("text"):
            return "code-sms-text"
        case "link" | "paypay" | "linepay" | "crypto" | "otp" | "wifi" | "tel" | "sms" | "mail" | "contact":
            return f"code-{code.kind}"
        case _:
            return "code-text"


def _shown(code: Code) -> dict[str, str]:
    """Every value that a text may name, made fit to be shown."""
    facts = code.facts
    name = facts.get("name") or facts.get("number") or facts.get("mail", "")
    return {
        "target": foreign(facts.get("link", code.value), _TARGET),
        "text": foreign(facts.get("text", code.value), _NAME),
        "service": facts.get("service", ""),
        "coin": facts.get("coin", ""),
        "address": foreign(facts.get("address", ""), _TARGET),
        "issuer": foreign(facts.get("issuer", ""), _NAME),
        "network": foreign(facts.get("network", ""), _NAME),
        "number": _number(facts.get("number", "")),
        "name": foreign(name, _NAME),
    }


def _number(number: str) -> str:
    """A phone number that no phone offers to dial, whether or not it is one that is in use."""
    shown = foreign(number, _NAME)
    if "[" in shown or sum(character.isdigit() for character in shown) < _SHORTEST_DIALLED:
        return shown
    return f"{shown[:-4]}[-]{shown[-4:]}"
