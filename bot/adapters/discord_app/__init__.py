"""Discord. (Not named `discord`, which is the library.)"""

from bot.adapters.discord_app.adapter import DiscordAdapter

__all__ = ["DiscordAdapter"]
