"""A locale's words together with what we know: the names of brands, desks and situations."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.message import Message
from bot.knowledge.models import Brand, Contact, Knowledge
from bot.wording.actions import Action, Verb
from bot.wording.catalog import Catalog
from bot.wording.reply import Button

_CARRIERS = frozenset({"email", "sms", "popup", "web", "call_script"})


@dataclass(frozen=True, slots=True)
class Words:
    """Words for one person. `catalog` is the person's language."""

    catalog: Catalog
    knowledge: Knowledge

    def text(self, key: str, **arguments: str | int | float) -> str:
        """The text for `key`; see `Catalog.text`."""
        return self.catalog.text(key, **arguments)

    def has(self, key: str) -> bool:
        """Whether there is a text for `key`."""
        return self.catalog.has(key)

    def first(self, *keys: str, **arguments: str | int | float) -> str | None:
        """The text of the first of `keys` there is one for, or None."""
        return next((self.text(key, **arguments) for key in keys if self.has(key)), None)

    def brand(self, brand_id: str | None) -> Brand | None:
        """The brand, or None for an unknown id."""
        return self.knowledge.brands.get(brand_id) if brand_id else None

    def brand_name(self, brand: Brand) -> str:
        """The brand's name in the person's language."""
        return brand.name if self.catalog.locale == "ja" else brand.name_en

    def contact(self, contact_id: str) -> Contact | None:
        """The desk, or None for an unknown id."""
        return self.knowledge.contacts.get(contact_id)

    def contact_name(self, contact: Contact) -> str:
        """The desk's name in the person's language."""
        return self.text(f"contact-{contact.id}")

    def number(self, contact_id: str) -> str | None:
        """The desk's first number as dialled in Japan, or None when we may not show one."""
        contact = self.contact(contact_id)
        return contact.numbers[0] if contact and contact.numbers else None

    def carrier(self, message: Message | None) -> str:
        """What the message is called: mail, text message, pop-up … or just message."""
        return self.text(f"carrier-{carrier_id(message)}")

    def button(self, key: str, verb: Verb, case: str = "", argument: str = "") -> Button:
        """A button labelled with the text of `key`."""
        return Button(Action(verb, case, argument).encode(), self.text(key))


def carrier_id(message: Message | None) -> str:
    """By what the message came, as far as it shows: one of `carrier-…` in the locales."""
    if message is None:
        return "message"
    if message.channel in _CARRIERS:
        return message.channel
    if message.sender.address or message.subject:
        return "email"
    return "sms" if message.sender.number else "message"
