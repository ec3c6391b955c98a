"""Sending a reply: the pages of it, an edit of the pressed message, and what to do when Telegram refuses."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.adapters.telegram.arrival import Place
from bot.adapters.telegram.render import Page, pages
from bot.adapters.telegram.retrying import persist
from bot.wording.reply import Reply

logger = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """Sends replies through `bot`."""

    def __init__(self, bot: ExtBot[int]) -> None:
        self._bot = bot

    async def acknowledge(self, place: Place) -> None:
        """Tell Telegram that a press has arrived, so that the button stops spinning."""
        if place.query is None:
            return
        try:
            await self._bot.answer_callback_query(place.query)
        except TelegramError as error:
            # Too old a press cannot be acknowledged any more; the answer itself still can be given.
            logger.info("a press was not acknowledged: %s", type(error).__name__)

    async def answer(self, reply: Reply, place: Place) -> None:
        """Show `reply` at `place`. A failure is logged without the words of the reply."""
        shown = pages(reply)
        try:
            for number, page in enumerate(shown):
                first = number == 0
                if (
                    first
                    and reply.replaces
                    and place.pressed is not None
                    and await self._edit(page, place, place.pressed)
                ):
                    continue
                await self._send(page, place, reply_to=place.reply_to if first else None)
        except Forbidden:
            logger.info("an answer was not wanted: the bot is blocked or no longer in the chat")
        except TelegramError as error:
            logger.warning("an answer could not be sent: %s", type(error).__name__)

    async def _edit(self, page: Page, place: Place, message: int) -> bool:
        """Put `page` in place of a message. False if that message can no longer be edited."""

        async def edit(text: str, mode: str | None, keyboard: InlineKeyboardMarkup | None) -> None:
            await self._bot.edit_message_text(
                text,
                chat_id=place.chat,
                message_id=message,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )

        try:
            await self._deliver(page, edit)
        except BadRequest as error:
            return "not modified" in str(error).lower()
        return True

    async def _send(self, page: Page, place: Place, reply_to: int | None) -> None:
        async def send(
            text: str, mode: str | None, keyboard: InlineKeyboardMarkup | None, chat: int = place.chat
        ) -> None:
            about = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
            await self._bot.send_message(
                chat,
                text,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=about,
                message_thread_id=place.thread,
            )

        try:
            await self._deliver(page, send)
        except ChatMigrated as error:
            await self._bot.send_message(
                error.new_chat_id,
                page.html,
                parse_mode=ParseMode.HTML,
                reply_markup=page.keyboard,
                link_preview_options=_NO_PREVIEW,
            )

    async def _deliver(
        self, page: Page, request: Callable[[str, str | None, InlineKeyboardMarkup | None], Awaitable[None]]
    ) -> None:
        try:
            await persist(lambda: request(page.html, ParseMode.HTML, page.keyboard))
        except BadRequest as error:
            if "parse entities" not in str(error).lower():
                raise
            # Better an answer without bold than none.
            logger.warning("Telegram could not read the markup of an answer; sent it plain")
            await persist(lambda: request(page.plain, None, page.keyboard))
