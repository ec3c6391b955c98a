"""The connection to Discord and what is done with each of its events."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable

import discord

from bot.adapters.base import Handler, describe
from bot.adapters.discord_app.commands import Commands
from bot.adapters.discord_app.files import Allowance
from bot.adapters.discord_app.reading import (
    checked_pieces,
    has_content,
    has_content_beside_words,
    incoming,
    mentioning_piece,
    own_pieces,
    referenced,
    words_to,
)
from bot.adapters.discord_app.rendering import CUSTOM_ID_PREFIX
from bot.adapters.discord_app.sending import Answers, Interaction, sentence
from bot.adapters.gather import Company, Gatherer, Pace, merge
from bot.desk.incoming import Command
from bot.wording.reply import Reply, Severity

LONG_TEXT = 1500  # characters; a longer message may be a part of one that had to be sent in several

_log = logging.getLogger(__name__)

# Without these the session is not usable: their failure must end it, so that a new one is made.
_SESSION_EVENTS = {"READY", "RESUMED"}


def intents(*, message_content: bool) -> discord.Intents:
    """What we ask Discord for: direct messages and messages that mention us, and nothing about members."""
    wanted = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    wanted.message_content = message_content
    return wanted


class Client(discord.Client):
    """One connection. It keeps no messages and no members in memory."""

    def __init__(
        self, handler: Handler, *, message_content: bool, locale: str | None = None, pace: Pace | None = None
    ) -> None:
        super().__init__(
            intents=intents(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self._handler = handler
        self._locale = locale
        self._answers = Answers(locale)
        self._closing = False
        self.connected = asyncio.Event()
        self._gatherer: Gatherer[discord.Message] = Gatherer(self._answer_together, pace=pace)
        self.commands = Commands(self, handler, self._answers)
        # The library lets one event that it cannot parse end the connection. Here it is left out instead, and
        # everybody else's events go on.
        parsers = self._connection.parsers
        self._connection.parsers = {
            name: parse if name in _SESSION_EVENTS else _tolerant(name, parse) for name, parse in parsers.items()
        }

    async def drain(self) -> None:
        """Take no more events, and answer those already taken."""
        self._closing = True
        await self._gatherer.close()
        await self._answers.drain()

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """A log line in place of the library's traceback, which may quote a message."""
        error = sys.exception()
        _log.error("The handler of %s failed: %s", event_method, describe(error) if error else "unknown")

    async def on_connect(self) -> None:
        """The session is there; events come from now on."""
        self.connected.set()

    async def on_message(self, message: discord.Message) -> None:
        """Direct messages, and messages in servers that mention us."""
        if self._closing or message.author.bot or message.webhook_id is not None or message.is_system():
            return
        if message.guild is None:
            await self._gatherer.put(message.author.id, message, _company(message))
        elif self.user is not None and self.user in message.mentions:
            await self._answers.to_message(message, self._ask_about_mention(message, self.user.id))

    async def on_interaction(self, interaction: Interaction) -> None:
        """A pressed button of any of our messages, however old; commands go their own way."""
        if self._closing or interaction.type is not discord.InteractionType.component or interaction.data is None:
            return
        custom_id = str(interaction.data.get("custom_id", ""))
        if custom_id.startswith(CUSTOM_ID_PREFIX):
            action = custom_id.removeprefix(CUSTOM_ID_PREFIX)
            await self._answers.to_interaction(interaction, self._ask_about_press(interaction, action))

    async def _ask_about_press(self, interaction: Interaction, action: str) -> Reply | None:
        event = incoming(interaction.user, interaction.id, locale=interaction.locale, press=action)
        return await self._handler(event)

    async def _answer_together(self, messages: tuple[discord.Message, ...]) -> None:
        """Answer direct messages that belong together."""
        try:
            await self._answers.to_message(messages[-1], self._ask_about_messages(messages))
        except Exception as error:  # the next messages of this person must still be answered
            _log.error("Messages could not be answered: %s", describe(error))

    async def _ask_about_messages(self, messages: tuple[discord.Message, ...]) -> Reply | None:
        allowance = Allowance()
        events = [
            incoming(message.author, message.id, pieces=await own_pieces(message, allowance)) for message in messages
        ]
        return await self._handler(merge(events))

    async def _ask_about_mention(self, message: discord.Message, me: int) -> Reply | None:
        """A mention asks about the message it replies to; without one, about its own words."""
        text, channel = words_to(message, me), message.channel.id
        answered = referenced(message)
        if message.reference is not None and (answered is None or answered.author.id != me):
            if answered is None or not has_content(answered):
                return sentence("discord-hidden-message", self._locale, Severity.QUESTION)
            pieces = await checked_pieces(answered, message.author, comment=text)
            event = incoming(message.author, message.id, public_channel=channel, command=Command.CHECK, pieces=pieces)
        elif text or has_content_beside_words(message):
            pieces = (await mentioning_piece(message, me),)
            event = incoming(message.author, message.id, public_channel=channel, pieces=pieces)
        else:
            event = incoming(message.author, message.id, public_channel=channel, command=Command.HELP)
        return await self._handler(event)


def _company(message: discord.Message) -> Company:
    if message.message_snapshots or message.attachments or len(message.content) >= LONG_TEXT:
        return Company.PART
    return Company.TYPED


def _tolerant(name: str, parse: Callable[[object], object]) -> Callable[[object], None]:
    def parse_or_skip(data: object) -> None:
        try:
            parse(data)
        except Exception as error:  # any shape of payload may come
            _log.error("A %s event of Discord could not be read and was left out: %s", name, describe(error))

    return parse_or_skip
