"""Discord's messages and people as the desk's values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.adapters.discord_app.files import Allowance
from bot.adapters.discord_app.markup import read_markup
from bot.analysis.message import Link
from bot.desk.incoming import Attachment, Command, Forward, Incoming, Piece

PLATFORM = "discord"
# The address of a message, as people copy it. It leads only where the reader is a member, and never to us.
_MESSAGE_LINK = re.compile(
    r"<?\bhttps?://(?:\w+\.)?discord(?:app)?\.com/channels/(?:@me|\d{1,20})/\d{1,20}(?:/\d{1,20})?\b/?>?", re.IGNORECASE
)

Said = discord.Message | discord.MessageSnapshot


def incoming(
    person: discord.User | discord.Member,
    event: int,
    *,
    public_channel: int | None = None,
    locale: discord.Locale | None = None,
    pieces: tuple[Piece, ...] = (),
    command: Command | None = None,
    press: str | None = None,
) -> Incoming:
    """The event `event` (a message's or interaction's id) of `person`.

    Without a `public_channel`, where others read the answer, it belongs to the person's one private conversation
    with us. That goes on wherever they are: a case begun on a server's message is continued in direct messages.
    """
    return Incoming(
        platform=PLATFORM,
        user=str(person.id),
        chat=str(person.id if public_channel is None else public_channel),
        event=str(event),
        pieces=pieces,
        press=press,
        command=command,
        locale=None if locale is None else str(locale),
        names=_names(person),
        private=public_channel is None,
    )


async def own_pieces(message: discord.Message, allowance: Allowance) -> tuple[Piece, ...]:
    """What a person sent us: their words, or the messages they forwarded."""
    if message.message_snapshots:
        return await _snapshots(message, allowance)
    return (await _piece(message, allowance, quoted=_quoted(message)),)


async def mentioning_piece(message: discord.Message, me: int) -> Piece:
    """A person's words in a server, without the mention of us (the user `me`) in them."""
    piece = await _piece(message, Allowance())
    return _without_message_links(replace(piece, text="\n".join(filter(None, (words_to(message, me), _poll(message))))))


def words_to(message: discord.Message, me: int) -> str:
    """What a message says to the user `me`, without the mention."""
    return read_markup(re.sub(rf"<@!?{me}>", " ", message.content))[0]


async def checked_pieces(
    message: discord.Message, asker: discord.User | discord.Member, *, comment: str = ""
) -> tuple[Piece, ...]:
    """A message that `asker` wants judged. Its author is its sender, unless they wrote it themselves."""
    if message.message_snapshots:
        return await _snapshots(message, Allowance(), comment)
    own = message.author.id == asker.id
    forwarded = None if own else Forward(name=message.author.display_name)
    return (await _piece(message, Allowance(), forwarded=forwarded, comment=comment),)


async def given_piece(text: str, file: discord.Attachment | None) -> Piece:
    """What was given with a command."""
    words, links = read_markup(text)
    attachments, unreadable = await _attachments([file] if file else [], Allowance())
    return _without_message_links(Piece(text=words, links=links, attachments=attachments, unreadable=unreadable))


def has_content(message: Said) -> bool:
    """Whether there is anything to judge; Discord hides all of it from apps that were not spoken to."""
    return bool(message.content) or has_content_beside_words(message)


def has_content_beside_words(message: Said) -> bool:
    """Whether there is anything to judge besides the words that were typed."""
    return bool(
        message.embeds
        or message.attachments
        or message.components
        or message.stickers
        or getattr(message, "message_snapshots", ())
        or getattr(message, "poll", None)
    )


def referenced(message: discord.Message) -> discord.Message | None:
    """The message that `message` answers, where Discord gave it along."""
    if message.reference is None or message.reference.type is not discord.MessageReferenceType.reply:
        return None
    return message.reference.resolved if isinstance(message.reference.resolved, discord.Message) else None


def _names(person: discord.User | discord.Member) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (person.display_name, person.global_name, person.name) if name))


def _quoted(message: discord.Message) -> str:
    answered = referenced(message)
    if answered is None or answered.author.bot:
        return ""  # our own words are no part of the case
    return _words(answered)[0]


async def _snapshots(message: discord.Message, allowance: Allowance, comment: str = "") -> tuple[Piece, ...]:
    pieces = [
        await _piece(snapshot, allowance, forwarded=Forward(), comment=comment)
        for snapshot in message.message_snapshots
    ]
    return tuple(pieces)


async def _piece(
    message: Said, allowance: Allowance, *, forwarded: Forward | None = None, comment: str = "", quoted: str = ""
) -> Piece:
    text, links = _words(message)
    attachments, unreadable = await _attachments(message.attachments, allowance)
    if message.flags.voice:
        unreadable = "voice"
    elif message.stickers:
        unreadable = unreadable or "sticker"
    elif _is_picture_alone(message, text, attachments):
        unreadable = unreadable or "embedded"
    piece = Piece(text, links, forwarded, comment, quoted, attachments, unreadable)
    return piece if forwarded is not None else _without_message_links(piece)


def _without_message_links(piece: Piece) -> Piece:
    """A person's own words without the links to messages in them.

    Such a link is no sign of anything: it leads to Discord itself. It is not followed either: whether the person
    may read what is there cannot be told without asking for all rights of theirs, so they are asked to forward it.
    """
    text = _MESSAGE_LINK.sub(" ", piece.text)
    links = tuple(link for link in piece.links if not _MESSAGE_LINK.fullmatch(link.target))
    if text == piece.text and links == piece.links:
        return piece
    return replace(piece, text=text.strip(), links=links, unreadable=piece.unreadable or "message_link")


def _is_picture_alone(message: Said, text: str, attachments: Sequence[Attachment]) -> bool:
    """Whether a message of a bot shows only pictures that lie elsewhere and are not fetched."""
    shown = any(embed.image or embed.thumbnail for embed in message.embeds) or bool(message.components)
    return shown and not text and not attachments


def _words(message: Said) -> tuple[str, tuple[Link, ...]]:
    """All text that a reader of `message` sees as its sender's, and its links."""
    texts: list[str] = []
    links: list[Link] = []
    parts = (message.content, *_embed_texts(message.embeds), *_component_texts(message.components, links))
    for raw in (*parts, _poll(message)):
        if raw:
            text, found = read_markup(raw)
            texts.append(text)
            links.extend(found)
    for embed in filter(_is_own_words, message.embeds):
        named = ((embed.url, embed.title), (embed.author.url, embed.author.name))
        links += [Link(target, visible) for target, visible in named if target]
    return "\n".join(filter(None, texts)), tuple(dict.fromkeys(links))


def _poll(message: Said) -> str:
    """The question and the answers of a message's poll; empty without one."""
    poll = getattr(message, "poll", None)
    if not isinstance(poll, discord.Poll):
        return ""
    return "\n".join(filter(None, (poll.question, *(answer.text for answer in poll.answers))))


def _is_own_words(embed: discord.Embed) -> bool:
    """Whether an embed was written by the sender; the other kinds are previews that Discord made of a link."""
    return embed.type == "rich"


def _embed_texts(embeds: Iterable[discord.Embed]) -> Iterable[str | None]:
    for embed in filter(_is_own_words, embeds):
        yield embed.author.name
        yield embed.title
        yield embed.description
        for field in embed.fields:
            yield field.name
            yield field.value
        yield embed.footer.text


def _component_texts(components: Sequence[Any], links: list[Link]) -> Iterable[str]:
    """Texts and button labels of a message's layout, nested as they are; buttons that are links go to `links`."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        elif isinstance(component, discord.components.Button):
            if component.url:
                links.append(Link(target=component.url, visible=component.label))
            elif component.label:
                yield component.label
        else:
            children = list(getattr(component, "children", ()))
            accessory = getattr(component, "accessory", None)
            yield from _component_texts([*children, *([accessory] if accessory else [])], links)


async def _attachments(
    files: Sequence[discord.Attachment], allowance: Allowance
) -> tuple[tuple[Attachment, ...], str | None]:
    """The files that could be read, and the kind of the first that could not, if any."""
    results = [await allowance.read(file) for file in files]
    unreadable = next((result for result in results if isinstance(result, str)), None)
    return tuple(result for result in results if isinstance(result, Attachment)), unreadable
