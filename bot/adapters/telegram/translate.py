"""Telegram's updates as events for the desk. Nothing is fetched or sent here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import (
    CallbackQuery,
    Chat,
    ExternalReplyInfo,
    Message,
    MessageEntity,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    Update,
    User,
)
from telegram.ext import filters

from bot.adapters.gather import Company
from bot.adapters.telegram import marked
from bot.adapters.telegram.arrival import Arrival, Place, RemoteFile
from bot.adapters.telegram.commands import command
from bot.adapters.telegram.media import Media, media_of
from bot.desk.incoming import Command, Forward, Incoming, Piece

PLATFORM = "telegram"

# Clients split a pasted text at 4,096 characters, at a border near the end.
_LONG = 3500

_GROUPS = {Chat.GROUP, Chat.SUPERGROUP}


@dataclass(frozen=True, slots=True)
class _Asker:
    """Who asks: a person, or a chat that an administrator speaks as."""

    id: int
    names: tuple[str, ...] = ()
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class _Content:
    piece: Piece
    media: tuple[Media, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.piece.text or self.piece.quoted or self.piece.unreadable or self.piece.links or self.media)


@dataclass(frozen=True, slots=True)
class _Called:
    """A command at the start of a message. `known` is None for one that is not ours."""

    known: Command | None
    entity: MessageEntity
    addressee: str


class Translator:
    """Reads updates for the bot that `me` is."""

    def __init__(self, me: User) -> None:
        self._me = me
        self._username = (me.username or "").lower()

    def read(self, update: Update) -> Arrival | None:
        """The event in an update, or None where it is nothing for us (an edit, a channel's post, a group's talk)."""
        if update.callback_query is not None:
            return self._press(update.callback_query)
        message = update.message
        if message is None or _is_service(message):
            return None
        asker = _asker(message)
        if asker is None:
            return None
        if message.chat.type == Chat.PRIVATE:
            return self._private(message, asker)
        if message.chat.type in _GROUPS:
            return self._group(message, asker)
        return None

    def _press(self, query: CallbackQuery) -> Arrival | None:
        if query.data is None:
            return None
        message = query.message
        chat = message.chat if message is not None else None
        incoming = Incoming(
            platform=PLATFORM,
            user=str(query.from_user.id),
            chat=str(chat.id if chat is not None else query.from_user.id),
            event=f"press:{query.id}",
            press=query.data,
            locale=query.from_user.language_code,
            names=_names(query.from_user),
            private=chat is None or chat.type == Chat.PRIVATE,
        )
        place = Place(
            chat=chat.id if chat is not None else query.from_user.id,
            thread=_thread(message) if isinstance(message, Message) else None,
            # A message that was deleted or is too old comes without its content and cannot be edited.
            pressed=message.message_id if message is not None and message.is_accessible else None,
            query=query.id,
        )
        return Arrival(incoming, place, Company.ALONE)

    def _private(self, message: Message, asker: _Asker) -> Arrival | None:
        called = self._called(message)
        if called is not None and called.known is not Command.CHECK:
            return self._arrival(message, asker, (), called.known or Command.HELP)
        if called is not None:
            # An album's caption is on its first picture; the others follow as messages of their own.
            company = Company.PART if message.media_group_id else Company.ALONE
            return self._check(message, asker, [called.entity], company=company)
        content = self._own(message)
        if content.empty:
            return None
        return self._arrival(message, asker, (content,), None, _company(message, content))

    def _group(self, message: Message, asker: _Asker) -> Arrival | None:
        called = self._called(message)
        if called is not None:
            if called.addressee not in ("", self._username) or (
                not called.addressee and called.known is not Command.CHECK
            ):
                return None  # said to another bot, or to whichever bot may listen
            if called.known is not Command.CHECK:
                return self._arrival(message, asker, (), called.known or Command.HELP)
            return self._check(message, asker, [called.entity, *self._mentions(message)])
        mentions = self._mentions(message)
        if mentions:
            return self._check(message, asker, mentions, otherwise=Command.HELP)
        if message.forward_origin is None and self._is_mine(message.reply_to_message):
            content = self._own(message)
            return None if content.empty else self._arrival(message, asker, (content,))
        return None

    def _check(
        self,
        message: Message,
        asker: _Asker,
        said_to_us: list[MessageEntity],
        *,
        otherwise: Command = Command.CHECK,
        company: Company = Company.ALONE,
    ) -> Arrival:
        """A message that asks to judge the one it replies to, or else what it says itself.

        `said_to_us` (the command, the mention) is not part of either. `otherwise` is what it means alone.
        """
        own = self._own(message)
        own = replace(own, piece=replace(own.piece, text=marked.without(own.piece.text, said_to_us)))
        replied = message.reply_to_message
        if replied is not None and not self._is_mine(replied) and not _is_service(replied):
            shown = self._shown(replied, asker)
            if not shown.empty:
                comment = "\n".join(filter(None, (shown.piece.comment, own.piece.text)))
                shown = replace(shown, piece=replace(shown.piece, comment=comment))
                return self._arrival(message, asker, (shown,), Command.CHECK)
        if own.empty:
            return self._arrival(message, asker, (), otherwise)
        return self._arrival(message, asker, (own,), Command.CHECK, company)

    def _arrival(
        self,
        message: Message,
        asker: _Asker,
        contents: tuple[_Content, ...],
        given: Command | None = None,
        company: Company = Company.ALONE,
    ) -> Arrival:
        private = message.chat.type == Chat.PRIVATE
        files = [
            RemoteFile(number, media.file_id, media.name, media.media_type, media.size)
            for number, content in enumerate(contents)
            for media in content.media
            if media.file_id is not None
        ]
        incoming = Incoming(
            platform=PLATFORM,
            user=str(asker.id),
            chat=str(message.chat.id),
            event=f"{message.chat.id}:{message.message_id}",
            pieces=tuple(content.piece for content in contents),
            command=given,
            locale=asker.locale,
            names=asker.names,
            private=private,
        )
        place = Place(chat=message.chat.id, reply_to=None if private else message.message_id, thread=_thread(message))
        return Arrival(incoming, place, company, tuple(files))

    def _own(self, message: Message) -> _Content:
        """What a person sent: typed, forwarded, or shown from another chat by a reply that crosses chats."""
        content = self._content(message)
        external = message.external_reply
        if message.forward_origin is None and external is not None:
            shown = marked.read(message.quote.text, message.quote.entities or ()) if message.quote else marked.Marked()
            text = shown.text or _words_of_other_kinds(external)
            media = media_of(external)
            piece = Piece(
                text=text,
                links=shown.links + marked.preview_link(external.link_preview_options, text, shown.links),
                forwarded=_forward(external.origin, message.from_user),
                comment=content.piece.text,
                unreadable=next((item.unreadable for item in media if item.unreadable), content.piece.unreadable),
            )
            if not _Content(piece, media).empty:
                return _Content(piece, media + content.media)
        return content

    def _shown(self, message: Message, asker: _Asker) -> _Content:
        """The message that someone asks about by replying to it."""
        content = self._content(message)
        author = _asker(message)
        if message.forward_origin is None and (author is None or author.id != asker.id):
            name = message.sender_chat.effective_name if message.sender_chat else None
            if name is None and message.from_user is not None:
                name = message.from_user.full_name
            content = replace(content, piece=replace(content.piece, forwarded=Forward(name=name)))
        return content

    def _content(self, message: Message) -> _Content:
        text = marked.read(message.text, message.entities)
        if not text.text:
            text = marked.read(message.caption, message.caption_entities)
        rich = message.api_kwargs.get("rich_message")
        if not text.text and isinstance(rich, dict):
            text = marked.read_rich(rich)
        if not text.text:
            text = marked.Marked(_words_of_other_kinds(message))
        media = media_of(message)
        unreadable = next((item.unreadable for item in media if item.unreadable), None)
        links = text.links + marked.button_links(message.reply_markup)
        piece = Piece(
            text=text.text,
            links=links + marked.preview_link(message.link_preview_options, text.text, links),
            forwarded=_forward(message.forward_origin, message.from_user) if message.forward_origin else None,
            quoted=message.quote.text if message.quote else "",
            unreadable=unreadable,
        )
        return _Content(piece, media)

    def _called(self, message: Message) -> _Called | None:
        if message.forward_origin is not None:
            return None
        text, entities = _text_and_entities(message)
        for entity in entities:
            if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
                name, _, addressee = marked.cut(text, entity).removeprefix("/").partition("@")
                return _Called(command(name), entity, addressee.lower())
        return None

    def _mentions(self, message: Message) -> list[MessageEntity]:
        """The places where a message names the bot. A forward names nobody: its words are another's."""
        if message.forward_origin is not None:
            return []
        text, entities = _text_and_entities(message)
        return [
            entity
            for entity in entities
            if (entity.type == MessageEntity.MENTION and marked.cut(text, entity).lower() == f"@{self._username}")
            or (entity.type == MessageEntity.TEXT_MENTION and entity.user is not None and entity.user.id == self._me.id)
        ]

    def _is_mine(self, message: Message | None) -> bool:
        return message is not None and message.from_user is not None and message.from_user.id == self._me.id


def _asker(message: Message) -> _Asker | None:
    if message.sender_chat is not None:
        # A linked channel's posts are copied into its group; nobody asks there.
        return None if message.is_automatic_forward else _Asker(message.sender_chat.id)
    user = message.from_user
    if user is None or user.is_bot:
        return None
    return _Asker(user.id, _names(user), user.language_code)


def _names(user: User) -> tuple[str, ...]:
    found = (user.full_name, user.first_name, user.last_name, user.username)
    return tuple(dict.fromkeys(name for name in found if name))


def _forward(origin: MessageOrigin, asker: User | None) -> Forward:
    if isinstance(origin, MessageOriginUser):
        # What a person sent elsewhere and forwards here is a copy of someone else's words, not theirs.
        if asker is not None and origin.sender_user.id == asker.id:
            return Forward()
        return Forward(name=origin.sender_user.full_name)
    if isinstance(origin, MessageOriginHiddenUser):
        return Forward(name=origin.sender_user_name)
    if isinstance(origin, MessageOriginChat):
        return Forward(name=origin.sender_chat.effective_name)
    if isinstance(origin, MessageOriginChannel):
        return Forward(name=origin.chat.effective_name)
    return Forward()


def _company(message: Message, content: _Content) -> Company:
    if message.forward_origin or message.media_group_id or content.media or marked.units(content.piece.text) >= _LONG:
        return Company.PART
    return Company.TYPED


def _text_and_entities(message: Message) -> tuple[str, tuple[MessageEntity, ...]]:
    if message.text:
        return message.text, message.entities
    return message.caption or "", message.caption_entities


def _words_of_other_kinds(message: Message | ExternalReplyInfo) -> str:
    if message.poll is not None:
        return "\n".join((message.poll.question, *(option.text for option in message.poll.options)))
    if message.invoice is not None:
        return f"{message.invoice.title}\n{message.invoice.description}"
    if message.checklist is not None:
        return "\n".join((message.checklist.title, *(task.text for task in message.checklist.tasks)))
    if message.contact is not None:
        # The number can be judged. The name is what somebody's address book calls it, and tells nothing.
        return message.contact.phone_number
    return ""


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _is_service(message: Message) -> bool:
    """Whether a message only tells that something happened in the chat (someone joined, a title changed)."""
    return bool(filters.StatusUpdate.ALL.check_update(Update(0, message=message)))
