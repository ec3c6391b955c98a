"""The short answers: first words, how to use, what is kept, thanks, and what we cannot read."""

from __future__ import annotations

from collections.abc import Iterable

from bot.recovery.account import Situation
from bot.wording.actions import Action, Verb
from bot.wording.reply import Block, BlockKind, Button, Reply, Severity
from bot.wording.situations import ALL, situation_buttons
from bot.wording.words import Words

_PRIVACY = ("privacy-masked", "privacy-what", "privacy-who", "privacy-where", "privacy-forget")
_UNREADABLE = frozenset(
    {
        *("image", "no_text", "file", "broken", "locked", "too_heavy", "too_large", "gone", "embedded", "message_link"),
        *("voice", "video", "animation", "story", "sticker", "contact", "location"),
    }
)


def say(words: Words, *keys: str, severity: Severity = Severity.INFO) -> Reply:
    """A few sentences and no more."""
    return Reply(tuple(Block(BlockKind.TEXT, words.text(key)) for key in keys), severity)


def welcome(words: Words) -> Reply:
    """The first words to someone new."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text("welcome-headline")),
            Block(BlockKind.TEXT, words.text("welcome-how")),
            Block(BlockKind.TEXT, words.text("welcome-victim")),
            Block(BlockKind.NOTE, words.text("logged-note")),
        ),
        buttons=(_tasukete(words),),
    )


def usage(words: Words) -> Reply:
    """How to use the bot."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text("help-headline")),
            *(Block(BlockKind.BULLET, words.text(key)) for key in ("help-check", "help-recover", "help-resume")),
            Block(BlockKind.NOTE, words.text("help-commands")),
        ),
        buttons=(_tasukete(words),),
    )


def privacy(words: Words) -> Reply:
    """What is kept, in five lines."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text("privacy-headline")),
            *(Block(BlockKind.BULLET, words.text(key)) for key in _PRIVACY),
        ),
        buttons=((words.button("button-forget", Verb.FORGET),),),
    )


def forgotten(words: Words, *, cases: int, samples: int) -> Reply:
    """What was erased."""
    if not cases and not samples:
        return say(words, "forget-nothing")
    return Reply(
        (
            Block(BlockKind.HEADLINE, words.text("forget-headline")),
            Block(BlockKind.TEXT, words.text("forget-what", cases=str(cases), samples=str(samples))),
        )
    )


def ask_what_happened(words: Words, case: str, *, key: str = "recover") -> Reply:
    """All that can have happened, as buttons. `key`: "recover" to someone new, "other" to go on."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text(f"{key}-headline")),
            Block(BlockKind.TEXT, words.text(f"{key}-ask")),
        ),
        severity=Severity.QUESTION,
        buttons=situation_buttons(words, ALL, case),
    )


def ask_which(words: Words, offer: Iterable[Situation], case: str) -> Reply:
    """A few things that the person may have meant, as buttons."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text("offer-headline")),
            Block(BlockKind.TEXT, words.text("offer-ask")),
        ),
        severity=Severity.QUESTION,
        buttons=situation_buttons(words, offer, case, other=True),
    )


def supposed(words: Words, situation: Situation) -> Reply:
    """To someone who asks what would happen if."""
    return Reply(
        blocks=(
            Block(BlockKind.HEADLINE, words.text("supposed-headline")),
            Block(BlockKind.TEXT, words.first(f"supposed-{situation}", "supposed-text") or ""),
            Block(BlockKind.TEXT, words.text("supposed-safe")),
        ),
        severity=Severity.CALM,
    )


def during(words: Words, *, plan: bool) -> Reply:
    """To words we do not understand from someone in the middle of a matter. `plan`: they have steps before them."""
    lines = [words.text("during-plan" if plan else "during-message")]
    consumer, police = words.number("shohisha_188"), words.number("police_9110")
    if consumer and police:
        lines.append(words.text("during-people", consumer=consumer, police=police))
    return Reply(tuple(Block(BlockKind.TEXT, line) for line in lines), Severity.CALM)


def unreadable(words: Words, kind: str) -> Reply:
    """That we cannot read what was sent, and how to send it instead. `kind`: image file voice video sticker …"""
    how = f"unreadable-how-{kind}"
    how = how if kind in _UNREADABLE and words.has(how) else "unreadable-how"
    return say(words, unreadable_key(kind), how, severity=Severity.QUESTION)


def unreadable_key(kind: str) -> str:
    """The text that says we cannot read `kind`."""
    return f"unreadable-{kind if kind in _UNREADABLE else 'other'}"


def secret_warning(words: Words, kinds: Iterable[str]) -> tuple[str, ...]:
    """What to tell someone who wrote a secret of their own. Never repeats it."""
    keys = dict.fromkeys(f"secret-{kind}" if words.has(f"secret-{kind}") else "secret-number" for kind in kinds)
    return tuple(words.text(key) for key in keys)


def _tasukete(words: Words) -> tuple[Button, ...]:
    return (Button(Action(Verb.OTHER).encode(), words.text("button-tasukete")),)
