"""The commands: their names on Telegram and the texts of the command menu."""

from __future__ import annotations

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeDefault
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.desk.incoming import Command
from bot.wording.catalog import catalog, locales

# In the order of the menu: what a frightened person needs comes first. /start is known to every client.
_MENU = (Command.CHECK, Command.RECOVER, Command.RESUME, Command.HELP, Command.PRIVACY, Command.FORGET)
_GROUP_MENU = (Command.CHECK, Command.HELP)


def command(name: str) -> Command | None:
    """The command that Telegram calls `name` (without slash), in any case of letters."""
    try:
        return Command(name.lower())
    except ValueError:
        return None


async def publish(bot: ExtBot[int]) -> TelegramError | None:
    """Show the command menu in every language we have. Returns the error that stopped it, if one did.

    The bot works without its menu.
    """
    # The default scope last: it is what people in a private chat see.
    menus: tuple[tuple[BotCommandScope, tuple[Command, ...]], ...] = (
        (BotCommandScopeAllGroupChats(), _GROUP_MENU),
        (BotCommandScopeDefault(), _MENU),
    )
    try:
        for scope, shown in menus:
            for language in (None, *locales()):  # None is for everyone whose language we do not have
                words = catalog(language)
                entries = [BotCommand(entry.value, words.text(f"telegram-command-{entry.value}")) for entry in shown]
                await bot.set_my_commands(entries, scope=scope, language_code=language)
    except TelegramError as error:
        return error
    return None
