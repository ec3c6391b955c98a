"""The commands and the message menu that people find in Discord, with their names in their language."""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.adapters.base import Handler, describe
from bot.adapters.discord_app.reading import checked_pieces, given_piece, has_content, incoming
from bot.adapters.discord_app.sending import Answers, Interaction, sentence
from bot.desk.incoming import Command, Piece
from bot.wording.catalog import FALLBACK, catalog, locales
from bot.wording.reply import Reply, Severity

MENU = "discord-menu-check"
_DEFAULT_LANGUAGE = "en"  # what people read whose language we have no words in
# Commands without options, under the names that can be typed on every keyboard.
_PLAIN = {
    "tasukete": Command.RECOVER,
    "tsuzuki": Command.RESUME,
    "privacy": Command.PRIVACY,
    "forget": Command.FORGET,
    "help": Command.HELP,
}

_log = logging.getLogger(__name__)


class Words(app_commands.Translator):
    """Discord's translator over our locales. A string carries the id of its message as `key`."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the library passes it
    ) -> str | None:
        """The text in `locale`, or None where there is none or it is the default anyway."""
        key, language = string.extras.get("key"), str(locale).split("-")[0]
        if key is None or language not in locales():
            return None
        text = catalog(language).text(key)
        return None if text == string.message else text


class Commands(app_commands.CommandTree[discord.Client]):
    """Every command: in servers, in the chat with the bot, and anywhere for people who installed it for themselves."""

    def __init__(self, client: discord.Client, handler: Handler, answers: Answers) -> None:
        super().__init__(
            client,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self._handler = handler
        self._answers = answers
        name = app_commands.locale_str(catalog(FALLBACK).text(MENU), key=MENU)
        self.add_command(app_commands.ContextMenu(name=name, callback=self._menu()))
        self.add_command(_command("check", self._check()))
        for plain, command in _PLAIN.items():
            self.add_command(_command(plain, self._plain(command)))

    async def publish(self) -> bool:
        """Tell Discord about the commands. False where that failed; those it knows then stay in force."""
        try:
            await self.set_translator(Words())
            await self.sync()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            _log.warning("Discord did not take the commands: %s", describe(error))
            return False
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """What did not even reach a command, such as one of an older version that is still in somebody's list."""
        _log.error("A command could not be run: %s", describe(error))
        if not interaction.response.is_done():
            await self._answers.to_interaction(interaction, _sentence(interaction, "error-internal"))

    def _menu(self) -> app_commands.commands.ContextMenuCallback:
        async def check(interaction: Interaction, message: discord.Message) -> None:
            await self._answers.to_interaction(interaction, self._check_message(interaction, message))

        return check

    def _check(self) -> app_commands.commands.CommandCallback[Any, ..., None]:
        @app_commands.describe(text=_words("discord-check-text.description"))
        @app_commands.describe(file=_words("discord-check-file.description"))
        @app_commands.rename(text=app_commands.locale_str("text", key="discord-check-text"))
        @app_commands.rename(file=app_commands.locale_str("file", key="discord-check-file"))
        async def check(
            interaction: Interaction, text: str | None = None, file: discord.Attachment | None = None
        ) -> None:
            await self._answers.to_interaction(interaction, self._check_given(interaction, text or "", file))

        return check

    def _plain(self, command: Command) -> app_commands.commands.CommandCallback[Any, ..., None]:
        async def run(interaction: Interaction) -> None:
            await self._answers.to_interaction(interaction, self._ask(interaction, command))

        return run

    async def _check_message(self, interaction: Interaction, message: discord.Message) -> Reply | None:
        if message.author == interaction.client.user:
            return await _sentence(interaction, "discord-own-message")
        if not has_content(message):
            return await _sentence(interaction, "discord-nothing-to-read")
        pieces = await checked_pieces(message, interaction.user)
        return await self._ask(interaction, Command.CHECK, pieces)

    async def _check_given(self, interaction: Interaction, text: str, file: discord.Attachment | None) -> Reply | None:
        if not text.strip() and file is None:
            return await _sentence(interaction, "discord-check-empty")
        return await self._ask(interaction, Command.CHECK, (await given_piece(text, file),))

    async def _ask(self, interaction: Interaction, command: Command, pieces: tuple[Piece, ...] = ()) -> Reply | None:
        event = incoming(interaction.user, interaction.id, locale=interaction.locale, command=command, pieces=pieces)
        return await self._handler(event)


def _words(key: str) -> app_commands.locale_str:
    return app_commands.locale_str(catalog(_DEFAULT_LANGUAGE).text(key), key=key)


def _command(
    name: str, callback: app_commands.commands.CommandCallback[Any, ..., None]
) -> app_commands.Command[Any, ..., None]:
    key = f"discord-{name}"
    return app_commands.Command(
        name=app_commands.locale_str(name, key=key), description=_words(f"{key}.description"), callback=callback
    )


async def _sentence(interaction: Interaction, key: str) -> Reply:
    return sentence(key, str(interaction.locale), Severity.QUESTION)
