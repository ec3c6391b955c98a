"""The known brands: who is named, who speaks, and whose a host is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.analysis.claims import Claim, speaks_for
from bot.analysis.mentions import Finder, Mention, MentionFinder, OneMessage
from bot.analysis.normalize import Normalized
from bot.knowledge.models import Brand, Knowledge

__all__ = ["BrandIndex", "Claim", "Mention"]


class BrandIndex:
    """Answers questions about brands. Built once from the knowledge; every answer is pure."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._brands = knowledge.brands
        brands = knowledge.brands.values()
        services = knowledge.services
        self._finder = MentionFinder(brands, knowledge.decoys)
        self._domains = {domain.name: (brand.id, domain.confirmed) for brand in brands for domain in brand.domains}
        self._user_content = frozenset(host for brand in brands for host in brand.user_content_hosts)
        self._proves_nothing = self._user_content | services.shorteners
        self._free_mail = services.free_mail
        self._phones = _phones(brands)
        self._senders: dict[str, list[str]] = {}
        for brand in brands:
            for domain in brand.mail_domains:
                self._senders.setdefault(domain, []).append(brand.id)

    def mentions(self, text: str | Normalized) -> tuple[Mention, ...]:
        """The brands that `text` names, in order; positions count in the original text."""
        return self._finder.find(text)

    def finder_for_one(self) -> Finder:
        """A finder for one message, which looks at each of its texts once however often it is asked."""
        return OneMessage(self._finder)

    def owner(self, host: str) -> str | None:
        """The brand whose confirmed domain covers `host`; None for hosts where anyone can publish or redirect."""
        brand, confirmed = self._covering(host)
        return brand if confirmed and not self._listed(host, self._proves_nothing) else None

    def may_own(self, host: str) -> str | None:
        """Like `owner`, with unconfirmed domains and the brand's short links: tolerated, but no proof."""
        return None if self._listed(host, self._user_content) else self._covering(host)[0]

    def owns(self, brand: str, host: str) -> bool:
        """Whether `host` is on a confirmed domain of `brand` or of a company of its group."""
        owner = self.owner(host)
        return owner is not None and self.related(owner, brand)

    def related(self, one: str, other: str) -> bool:
        """Whether two brand ids are the same or companies of one group."""
        if one == other:
            return True
        first, second = self._brands.get(one), self._brands.get(other)
        return first is not None and second is not None and first.group is not None and first.group == second.group

    def sends_from(self, brand: str, host: str) -> bool:
        """Whether `brand` or its group is known to send mail from `host` (a mail address's part after the @).

        Addresses of the brand's customers do not count. An address can be forged: never proof on its own.
        """
        host = _plain(host)
        if host in self._free_mail:
            return False
        return self.owns(brand, host) or any(
            self.related(other, brand) for name in _parents(host) for other in self._senders.get(name, ())
        )

    def is_user_content(self, host: str) -> bool:
        """Whether `host` is a brand's, but anyone can publish there: it proves nothing."""
        return self._listed(host, self._user_content)

    def about(
        self,
        *,
        sender_name: str | None = None,
        sender_address: str | None = None,
        sender_number: str | None = None,
        subject: str | Normalized | None = None,
        body: str | Normalized = "",
        finder: Finder | None = None,
    ) -> Claim | None:
        """The brand that a message speaks for, or only is about (`Claim.speaks` tells), or None.

        `finder` is `finder_for_one` of the same message, where its texts are looked through elsewhere too.
        """
        host = _plain((sender_address or "").rpartition("@")[2])
        owner = None if host in self._free_mail else self.owner(host)
        digits = re.sub(r"[^0-9]", "", sender_number or "")
        return speaks_for(
            finder or self._finder,
            sender_name=sender_name,
            address_owner=owner or self._phones.get(digits),
            sender_address=None if host in self._free_mail else sender_address,
            sender_id=sender_number if re.search(r"[^\W\d]", sender_number or "") else None,
            subject=subject,
            body=body,
            may_own=self.may_own,
        )

    def _covering(self, host: str) -> tuple[str | None, bool]:
        for name in _parents(_plain(host)):
            found = self._domains.get(name)
            if found is not None:
                return found
        return None, False

    def _listed(self, host: str, hosts: frozenset[str]) -> bool:
        return any(name in hosts for name in _parents(_plain(host)))


def _parents(host: str) -> Iterator[str]:
    """`host` and the names it is under, without the last label alone."""
    while "." in host:
        yield host
        host = host.partition(".")[2]


def _plain(host: str) -> str:
    return host.strip().rstrip(".").lower()


def _phones(brands: Iterable[Brand]) -> dict[str, str]:
    """Published sender numbers by their digits. Numbers that several brands share say nothing."""
    owners: dict[str, str | None] = {}
    for brand in brands:
        for sender in brand.sms_senders:
            digits = re.sub(r"[^0-9]", "", sender)
            if len(digits) >= 3:
                owners[digits] = brand.id if owners.get(digits, brand.id) == brand.id else None
    return {digits: owner for digits, owner in owners.items() if owner is not None}
