"""A message made ready for the signals: read once, so that each signal only looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.analysis.address import Address, locate
from bot.analysis.brands import BrandIndex, Claim
from bot.analysis.domains import listed
from bot.analysis.extract import FoundLink, FoundNumber, FoundWallet, find_links, find_numbers, find_wallets
from bot.analysis.finding import Finding
from bot.analysis.lookalike import BrandNames, How, OddLetter, Resemblance, Where, odd_letters, resembles
from bot.analysis.mentions import Finder
from bot.analysis.message import Message, Part, Span
from bot.analysis.misreading import OfficialHosts
from bot.analysis.normalize import Normalized, normalize
from bot.analysis.phrases import Match, Phrasebook
from bot.analysis.wording_model import WordingModel, without_names
from bot.knowledge.models import Brand, Knowledge

LONGEST_TEXT = 12_000  # characters of one part that are judged; no message a person reads is longer
# Endings that only an organisation registered in Japan can get, under its own name.
# Registration rules: Japan Registry Services, organisational-type JP domain names; checked 2026-11-24.
REGISTERED_ONLY = frozenset({"go.jp", "lg.jp", "ac.jp", "ed.jp", "co.jp", "or.jp", "ad.jp", "gr.jp"})
# Of these, the ones that no company gets; and the ones that only the state and its towns get.
_OFFICES_ONLY = frozenset({"go.jp", "lg.jp", "ac.jp", "ed.jp"})
_PUBLIC_ONLY = frozenset({"go.jp", "lg.jp"})
# What a sender's name shows to be an organisation of its own, or an office in one.
_ORGANISATION = re.compile(
    "株式会社|有限会社|法人|協会|学会|学校|大学|銀行|金庫|組合|事務所|人事|総務|採用|情報システム|図書館|病院|役所|役場"
)
MOST_LINKS = 60  # links that are looked at one by one
# "Do not enter your password" asks for nothing; "unless you enter your password" does.
_DEMANDS = ("ask_", "click", "verify_identity", "move_to_messenger")
_NEGATED = re.compile(
    r"(を)?(入力|クリック|タップ|アクセス|ログイン|開封|返信|連絡|電話|回答|送信|登録|共有)?(を)?"
    r"(し|さ|せ|は|いたし|行わ|行か|押さ|開か|進ま|教え|渡さ|送ら|払わ|入れ|かけ|踏ま|使わ)?(ない|ません|ず)"
    r"(?!と|場合|とき|時|ければ|なら|方|か|ため|まま)"
)
_NEGATED_INSIDE = re.compile(
    r"な(いで|いよう|く)|ません|なさらない|\b(never|not|n't)\b|マセン|(请勿|請勿|不要|切勿|勿)|마세요|마십시오|đừng|nunca"
)
_NEGATED_BEFORE = re.compile(
    r"(\bnever|\bnot|n't|\bwithout|[请請切]勿|不要|不[会會]|[绝絕]不|[无無]需|不必|không|đừng|não|nunca|jamais)"
    r"[\w ]{0,12}$"
)


def _is_negated(text: str, match: Match) -> bool:
    return (
        _NEGATED.match(text, match.end) is not None
        or _NEGATED_INSIDE.search(text, match.start, match.end) is not None
        or _NEGATED_BEFORE.search(text[max(0, match.start - 20) : match.start]) is not None
    )


@dataclass(frozen=True, slots=True)
class Context:
    """What the community knows of the same message, handed in by the caller.

    `reporters` distinct people reported the same wording; `reviewed` is the verdict of a reviewer, if there was one.
    """

    reporters: int = 0
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class PreparedText:
    """One part of the message. `normalized` is its readable form, `links` are those that stand in it."""

    part: Part
    raw: str
    normalized: Normalized
    links: tuple[FoundLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedLink:
    """A link with its address. `owner` is the brand that owns where it leads in the end (confirmed domains only).

    `span` is where it stands in the body, or in itself for a link that the carrier marked. An `approximate` one was
    read off a picture: it has no owner, since letters that only look alike cannot be told apart there, and it is
    tolerated where it may be an official address misread.
    """

    target: str
    visible: str | None
    span: Span
    address: Address
    owner: str | None
    bare: bool  # only a name in the text, without scheme or path: may be spoken of rather than offered
    tolerated: bool  # may belong to the brand that is spoken for, or to any brand, without proof
    approximate: bool = False


@dataclass(frozen=True)
class Prepared:
    """Everything that signals look at. `brand` is the one that the message speaks for."""

    message: Message
    context: Context
    knowledge: Knowledge
    index: BrandIndex
    names: BrandNames
    texts: tuple[PreparedText, ...]
    phrases: Mapping[str, tuple[Finding, ...]]  # by family; the signal of these findings is the family
    links: tuple[PreparedLink, ...]
    unlocated: tuple[str, ...]  # links whose target names no host
    about: Claim | None
    claim: Claim | None
    brand: Brand | None
    sender_address: Address | None
    odd: tuple[tuple[PreparedText, OddLetter], ...]
    wallets: tuple[tuple[PreparedText, FoundWallet], ...]
    finder: Finder
    model: WordingModel
    official_hosts: OfficialHosts

    @cached_property
    def official(self) -> str | None:
        """An address of the brand that is spoken for, to compare with; None where there is none to name.

        Entries for several organisations have none: which of them is meant is not known.
        """
        if self.brand is None or self.brand.collective:
            return None
        return next((domain.name for domain in self.brand.domains if domain.confirmed), None)

    def may_send(self, host: str) -> bool:
        """Whether mail from `host` is not held against the brand that is spoken for."""
        if self.brand is None:
            return self.index.may_own(host) is not None
        if self.index.sends_from(self.brand.id, host):
            return True
        owner = self.index.may_own(host)
        return owner is not None and self.index.related(owner, self.brand.id)

    def is_office(self, address: Address) -> bool:
        """Whether `address` has an ending that only such bodies get as the brand stands for.

        A city's or a ministry's where the brand is a public body, a cooperative's where it is the cooperatives' bank.
        """
        if self.brand is None:
            return False
        return address.suffix in (_PUBLIC_ONLY if self.brand.category == "public" else self.brand.member_suffixes)

    def resemblance(self, address: Address, *, approximate: bool = False) -> Resemblance | None:
        """The brand that `address` passes for, whether or not it is the brand's own.

        A likeness does not count under endings for registered organisations: such names are not made up for a trick.
        `approximate`: the address was read off a picture, where a letter that is off says nothing.
        """
        found = resembles(address.host, self.names, address.path)
        if found is None or (found.how in (How.TYPO, How.ADDED) and address.suffix in REGISTERED_ONLY):
            return None
        if approximate and (found.how is How.TYPO or self.official_hosts.may_be(address.host, found.brand)):
            return None
        return found

    @cached_property
    def sender_misread(self) -> bool:
        """Whether the sender's address was read off a picture and may be an official one misread."""
        address = self.sender_address
        if address is None or not self.message.from_picture:
            return False
        return self.official_hosts.may_be(address.host, self.brand.id if self.brand else None)

    def same_owner(self, one: str, other: str) -> bool:
        """Whether two hosts are known to belong to one brand or its group."""
        first, second = self.index.may_own(one), self.index.may_own(other)
        return first is not None and second is not None and self.index.related(first, second)

    def shown_address(self, link: PreparedLink) -> Address | None:
        """The address that the text of `link` shows to a reader, if it shows one."""
        found = find_links(link.visible) if link.visible else ()
        return locate(found[0].target, self.knowledge.services) if found else None

    def said(self, *families: str) -> bool:
        """Whether a wording of any of `families` was found."""
        return any(family in self.phrases for family in families)

    @cached_property
    def joined(self) -> str:
        """The judged words in one piece, for tests that only ask whether something occurs."""
        return "\n".join(text.normalized.joined.text for text in self.texts)

    @cached_property
    def wording(self) -> str:
        """The judged words without names, addresses and numbers, as the wording model reads them."""
        return "\n".join(without_names(text.normalized.joined.text, self._names_in(text)) for text in self.texts)

    def _names_in(self, text: PreparedText) -> Iterator[tuple[int, int]]:
        ends = text.normalized.joined.ends
        for mention in self.finder.find(text.normalized):
            yield bisect_right(ends, mention.start), bisect_right(ends, mention.end - 1) + 1

    @cached_property
    def japanese(self) -> bool:
        """Whether the message is written in Japanese."""
        return sum("ぁ" <= character <= "ヿ" for character in self.joined[:2000]) >= 4

    @cached_property
    def numbers(self) -> tuple[tuple[PreparedText, FoundNumber], ...]:
        """The phone numbers in subject and body."""
        return tuple((text, number) for text in self.texts for number in find_numbers(text.normalized))


class Preparer:
    """Prepares messages with one knowledge."""

    def __init__(self, knowledge: Knowledge, index: BrandIndex, phrasebook: Phrasebook, model: WordingModel) -> None:
        self._knowledge = knowledge
        self._index = index
        self._names = BrandNames(knowledge.brands.values())
        self._phrasebook = phrasebook
        self._model = model
        self._official_hosts = OfficialHosts(knowledge.brands, index.related)

    def prepare(self, message: Message, context: Context) -> Prepared:
        """`message` read once. Text beyond `LONGEST_TEXT` is not judged."""
        parts = ((Part.SUBJECT, message.subject or ""), (Part.BODY, message.body))
        texts = tuple(_prepared(part, raw[:LONGEST_TEXT]) for part, raw in parts if raw)
        finder = self._index.finder_for_one()
        readable = {text.part: text.normalized for text in texts}
        about = self._index.about(
            sender_name=message.sender.name,
            sender_address=message.sender.address,
            sender_number=message.sender.number,
            subject=readable.get(Part.SUBJECT),
            body=readable.get(Part.BODY, ""),
            finder=finder,
        )
        address = message.sender.address
        sender_address = locate(address.rpartition("@")[2], self._knowledge.services) if address else None
        claim = about if about is not None and about.speaks else None
        if (
            claim is not None
            and sender_address is not None
            and self._from_another(message, sender_address, claim, finder)
        ):
            claim = None
        links, unlocated = self._links(message, texts)
        links = tuple(self._as_read(link, claim.brand if claim else None) for link in links)
        pretended = self._pretended(links) if claim is None else claim.brand
        brand = self._knowledge.brands.get(pretended) if pretended else None
        return Prepared(
            message=message,
            context=context,
            knowledge=self._knowledge,
            index=self._index,
            names=self._names,
            texts=texts,
            phrases=self._phrases(texts),
            links=links,
            unlocated=unlocated,
            about=about,
            claim=claim,
            brand=brand,
            sender_address=sender_address,
            odd=() if message.from_picture else _odd_letters(message, texts),
            wallets=tuple((text, wallet) for text in texts for wallet in find_wallets(text.normalized)),
            finder=finder,
            model=self._model,
            official_hosts=self._official_hosts,
        )

    def _from_another(self, message: Message, address: Address, claim: Claim, finder: Finder) -> bool:
        """Whether the sender is an organisation of its own that only writes about the brand.

        It says another name, and its address has an ending that nobody can take without being what it says, or the
        brand is only named where it is written about.
        """
        name, suffix = message.sender.name, address.suffix or ""
        if not name or self._index.may_own(address.host_ascii):
            return False
        if claim.itself and suffix not in REGISTERED_ONLY:
            return False
        if any(mention.brand == claim.brand for mention in finder.find(name, any_case=True)):
            return False
        return suffix in _OFFICES_ONLY or _ORGANISATION.search(name) is not None

    def _pretended(self, links: tuple[PreparedLink, ...]) -> str | None:
        """The brand that a stranger's link passes for, where the words name none."""
        for link in links:
            if not link.tolerated:
                found = resembles(link.address.final.host, self._names)
                if found is None or (link.approximate and found.how is How.TYPO):
                    continue
                if found.where is not Where.BRAND_IN_PATH:
                    return found.brand
        return None

    def _phrases(self, texts: tuple[PreparedText, ...]) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for text in texts:
            view = _without_links(text).joined
            for match in self._phrasebook.find(view.text):
                if match.family.startswith(_DEMANDS) and _is_negated(view.text, match):
                    continue
                start, end = view.original(match.start, match.end)
                finding = Finding(match.family, text.raw[start:end], Span(text.part, start, end))
                found.setdefault(match.family, []).append(finding)
        return {family: tuple(findings) for family, findings in found.items()}

    def _links(
        self, message: Message, texts: tuple[PreparedText, ...]
    ) -> tuple[tuple[PreparedLink, ...], tuple[str, ...]]:
        links: list[PreparedLink] = []
        unlocated: list[str] = []
        marked = {link.target for link in message.links}
        shown = " ".join(link.visible for link in message.links if link.visible)
        for link in message.links[:MOST_LINKS]:
            span = Span(Part.LINK, 0, len(link.target))
            self._add(links, unlocated, link.target, link.visible, span, bare=False, approximate=link.approximate)
        for text in texts:
            for found in text.links[: MOST_LINKS - len(links)]:
                # What a marked link shows is not a second link: it is where a reader thinks the first one leads.
                if found.target in marked or found.written in shown or _only_named(found, text.raw):
                    continue
                span = Span(text.part, found.start, found.end)
                bare = found.bare and "/" not in found.target
                approximate = message.from_picture
                self._add(links, unlocated, found.target, found.visible, span, bare=bare, approximate=approximate)
        return tuple(links), tuple(unlocated)

    def _add(
        self,
        links: list[PreparedLink],
        unlocated: list[str],
        target: str,
        visible: str | None,
        span: Span,
        *,
        bare: bool,
        approximate: bool,
    ) -> None:
        address = locate(target, self._knowledge.services)
        if address is None:
            unlocated.append(target)
            return
        host = address.final.host_ascii
        owner = None if address.is_ip else self._index.owner(host)
        services = self._knowledge.services
        tolerated = (
            owner is not None
            or self._index.may_own(host) is not None
            or listed(host, services.shared_platforms) is not None
        )
        links.append(PreparedLink(target, visible, span, address, owner, bare, tolerated, approximate))

    def _as_read(self, link: PreparedLink, brand: str | None) -> PreparedLink:
        """`link`, held for nobody's own and against nobody as far as reading it off a picture leaves that open."""
        if not link.approximate:
            return link
        misread = not link.tolerated and self._official_hosts.may_be(link.address.final.host, brand)
        return replace(link, owner=None, tolerated=link.tolerated or misread)


def _sender_name(message: Message) -> tuple[PreparedText, ...]:
    name = message.sender.name
    return (PreparedText(Part.SENDER_NAME, name, normalize(name)),) if name else ()


def _odd_letters(message: Message, texts: tuple[PreparedText, ...]) -> tuple[tuple[PreparedText, OddLetter], ...]:
    written = (*_sender_name(message), *texts)
    return tuple((text, odd) for text in written for odd in odd_letters(text.normalized))


def _prepared(part: Part, raw: str) -> PreparedText:
    normalized = normalize(raw)
    return PreparedText(part, raw, normalized, find_links(normalized))


def _without_links(text: PreparedText) -> Normalized:
    """The readable form with links left blank: the words inside an address are nobody's words."""
    if not text.links:
        return text.normalized
    raw = text.raw
    for link in text.links:
        raw = raw[: link.start] + " " * (link.end - link.start) + raw[link.end :]
    return normalize(raw)


# 「example.jp で使っているパスワード」 names a site; 「example.jp を開いて」 offers one.
_SENTENCE_GOES_ON = re.compile(
    r"\s?(の|で(?!手|お|ご|確)|など|、|が|と(?!りあえず)|という|や|は(?!こちら))(?!.{0,6}(開|押|アクセス|クリック|タップ))"
)
LONG_TEXT = 300  # characters, from which on a domain inside a sentence is named rather than offered


def _only_named(found: FoundLink, text: str) -> bool:
    """Whether a domain is only spoken of: no scheme, no path, and in the middle of a long text or of a sentence."""
    if not found.bare or "/" in found.target:
        return False
    return len(text) > LONG_TEXT or _SENTENCE_GOES_ON.match(text, found.end) is not None
