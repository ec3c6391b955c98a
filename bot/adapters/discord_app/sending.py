"""Brings replies to a channel or to the answer of an interaction, within Discord's time and length limits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import aiohttp
import discord

from bot.adapters.base import describe
from bot.adapters.discord_app.rendering import CUSTOM_ID_PREFIX, Page, label, pages
from bot.wording.catalog import catalog
from bot.wording.reply import Block, BlockKind, Reply, Severity

# Discord takes the first answer for three seconds after the event; the rest is for both ways over the network.
DEFER_SECONDS = 1.5
TYPING_SECONDS = 1.0

UNKNOWN_INTERACTION = 10062

_log = logging.getLogger(__name__)

Interaction = discord.Interaction[discord.Client]
Answer = Coroutine[None, None, Reply | None]


def sentence(key: str, locale: str | None, severity: Severity = Severity.INFO) -> Reply:
    """One sentence of the locale as a reply."""
    return Reply((Block(BlockKind.TEXT, catalog(locale).text(key)),), severity)


async def _guarded(answer: Answer, locale: str | None) -> Reply | None:
    """What `answer` comes to; a kind sentence where it fails, and a log line that holds nothing of the person's."""
    try:
        return await answer
    except Exception as error:  # whatever went wrong, the person gets an answer
        _log.error("An event could not be answered: %s", describe(error))  # a traceback may quote
        return sentence("error-internal", locale, Severity.WARNING)


class Answers:
    """Answers events and knows which it is still at, so that a stop can wait for them.

    `locale` is for messages, where Discord does not say what language a person reads.
    """

    def __init__(self, locale: str | None = None) -> None:
        self._locale = locale
        self._running: set[asyncio.Task[None]] = set()

    async def drain(self, grace: float = 10.0) -> None:
        """Wait for the answers under way, at most `grace` seconds."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=grace)

    async def to_message(self, message: discord.Message, answer: Answer) -> None:
        """Answer a message in its channel; in a server as a reply to it. Shows typing when it takes a while."""
        await self._run(_answer_message(message, answer, self._locale))

    async def to_interaction(self, interaction: Interaction, answer: Answer) -> None:
        """Answer a command or a pressed button: only the person sees it, unless it is their own chat with the bot.

        `Reply.replaces` edits the message whose button was pressed where that message is theirs alone.
        """
        await self._run(_answer_interaction(interaction, answer))

    async def _run(self, work: Coroutine[None, None, None]) -> None:
        # A task of its own: the library's are cancelled when the connection ends.
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)


async def _answer_message(message: discord.Message, answer: Answer, locale: str | None) -> None:
    task = asyncio.create_task(_guarded(answer, locale))
    try:
        await asyncio.wait({task}, timeout=TYPING_SECONDS)
        if not task.done():
            await message.channel.typing()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        _log.info("Typing could not be shown: %s", describe(error))
    reply = await task
    if reply is None:
        return
    reference = message.to_reference(fail_if_not_exists=False) if message.guild else None
    try:
        for page in pages(reply):
            await _send_to_channel(message.channel, page, reference)
            reference = None
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        _log.warning("An answer could not be sent: %s", _refusal(error))


async def _answer_interaction(interaction: Interaction, answer: Answer) -> None:
    own_chat = _in_own_chat(interaction)
    pressed = interaction.type is discord.InteractionType.component
    task = asyncio.create_task(_guarded(answer, str(interaction.locale)))
    await asyncio.wait({task}, timeout=DEFER_SECONDS)
    try:
        if not task.done():
            # After a press this leaves open whether the pressed message changes or a new one follows.
            await interaction.response.defer(ephemeral=not own_chat, thinking=not pressed)
        reply = await task
        content = pages(reply) if reply else ()
        if reply is None or not content:
            await _say_nothing(interaction, pressed=pressed)
        elif pressed and reply.replaces and len(content) == 1 and (own_chat or _is_ephemeral(interaction.message)):
            await _edit_pressed(interaction, content[0])
        else:
            for page in content:
                await _send_to_interaction(interaction, page, ephemeral=not own_chat)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        _log.warning("An interaction could not be answered: %s", _refusal(error))
        if own_chat and isinstance(error, discord.HTTPException) and error.code == UNKNOWN_INTERACTION:
            await _send_late(interaction, await task)


def _refusal(error: Exception) -> str:
    """The error for the log, with Discord's number for it but without its text, which may quote."""
    code = f" (Discord error {error.code})" if isinstance(error, discord.HTTPException) else ""
    return describe(error) + code


def _in_own_chat(interaction: Interaction) -> bool:
    """Whether this happened in the person's own chat with the bot, where nobody else reads along."""
    return bool(interaction.context.dm_channel)


def _is_ephemeral(message: discord.Message | None) -> bool:
    return message is not None and message.flags.ephemeral


def _view(page: Page) -> discord.ui.View | None:
    if not page.rows:
        return None
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(page.rows):
        for button in row:
            custom_id = CUSTOM_ID_PREFIX + button.action
            view.add_item(discord.ui.Button(label=label(button.label), custom_id=custom_id, row=number))
    # Presses carry their action and are answered by it, also after a restart. A stopped view is not kept in the
    # library's memory, where one for every answer ever sent would stay.
    view.stop()
    return view


async def _send_to_channel(
    channel: discord.abc.Messageable, page: Page, reference: discord.MessageReference | None
) -> None:
    there: dict[str, Any] = {"view": _view(page), "reference": reference}
    await channel.send(
        page.content,
        allowed_mentions=discord.AllowedMentions.none(),
        suppress_embeds=True,
        **{name: value for name, value in there.items() if value is not None},
    )


async def _send_to_interaction(interaction: Interaction, page: Page, *, ephemeral: bool) -> None:
    view = _view(page) or discord.utils.MISSING
    mentions = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.followup.send(
            page.content, view=view, ephemeral=ephemeral, allowed_mentions=mentions, suppress_embeds=True
        )
    else:
        await interaction.response.send_message(
            page.content, view=view, ephemeral=ephemeral, allowed_mentions=mentions, suppress_embeds=True
        )


async def _edit_pressed(interaction: Interaction, page: Page) -> None:
    mentions = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.edit_original_response(content=page.content, view=_view(page), allowed_mentions=mentions)
    else:
        await interaction.response.edit_message(content=page.content, view=_view(page), allowed_mentions=mentions)


async def _say_nothing(interaction: Interaction, *, pressed: bool) -> None:
    """Settle an interaction that needs no answer (one that was delivered twice)."""
    if not interaction.response.is_done():
        await interaction.response.defer(ephemeral=True, thinking=not pressed)
    if not pressed:
        await interaction.delete_original_response()


async def _send_late(interaction: Interaction, reply: Reply | None) -> None:
    """Discord gave the interaction up before we answered; in the person's own chat a plain message still arrives."""
    if reply is None or not isinstance(interaction.channel, discord.abc.Messageable):
        return
    try:
        for page in pages(reply):
            await _send_to_channel(interaction.channel, page, None)
    except discord.HTTPException as error:
        _log.warning("A late answer could not be sent: %s", _refusal(error))
