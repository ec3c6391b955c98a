"""Links: where they lead, whose it is, and how the address hides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.analysis.address import Address
from bot.analysis.domains import listed
from bot.analysis.finding import Finding
from bot.analysis.prepared import Prepared, PreparedLink
from bot.analysis.signals.base import Signal

RISKY_SHARE = 0.0035  # of phishing reports, from which on a suffix is worth a word
ORDINARY_SUFFIXES = frozenset({"com", "net", "org", "jp", "co.jp", "ne.jp", "or.jp", "go.jp", "ac.jp", "dev", "app"})
_VOWELS = frozenset("aeiouy")


def _finding(signal: str, link: PreparedLink, **facts: str) -> Finding:
    return Finding(signal, link.visible or link.target, link.span, facts)


def _domain(address: Address) -> str:
    return address.final.registrable_domain or address.final.host


def _strangers(prepared: Prepared) -> Iterator[PreparedLink]:
    """Links that lead to nobody whom the knowledge or the message vouches for."""
    return (link for link in prepared.links if not link.tolerated)


def not_official(prepared: Prepared) -> Iterable[Finding]:
    """The message speaks for a brand, and a link leads to an address that is not the brand's."""
    brand, official = prepared.brand, prepared.official
    if brand is None or official is None:
        return
    for link in _strangers(prepared):
        if link.address.shortener:
            continue  # has a signal of its own: where it leads cannot be seen
        if prepared.is_office(link.address.final):
            continue  # a city's page about what a ministry does
        if listed(link.address.final.host_ascii, frozenset(brand.user_content_hosts)):
            continue  # the brand's own place for what its customers write: no proof, but no stranger either
        yield _finding(
            "link.not_official",
            link,
            brand=brand.id,
            domain=link.address.final.host if link.address.shared_hosting else _domain(link.address),
            official=official,
        )


def other_brands_site(prepared: Prepared) -> Iterable[Finding]:
    """The only links lead to another known company than the one that is spoken for."""
    brand = prepared.brand
    if brand is None or not prepared.links:
        return
    owners = {link.owner for link in prepared.links}
    if None not in owners and not any(prepared.index.related(owner, brand.id) for owner in owners if owner):
        link = prepared.links[0]
        yield _finding("link.other_brand", link, brand=brand.id, owner=link.owner or "", domain=_domain(link.address))


def lookalike(prepared: Prepared) -> Iterable[Finding]:
    """The address imitates the name of a brand it does not belong to."""
    for link in _strangers(prepared):
        resemblance = prepared.resemblance(link.address.final, approximate=link.approximate)
        if resemblance is not None:
            yield _finding(
                f"link.{resemblance.where}",
                link,
                brand=resemblance.brand,
                domain=_domain(link.address),
                part=resemblance.text,
            )


def userinfo(prepared: Prepared) -> Iterable[Finding]:
    """A host that is only the user name of another one: `https://www.amazon.co.jp@evil.top`."""
    for link in prepared.links:
        pretended = link.address.userinfo_host
        if pretended is not None:
            yield _finding("link.userinfo", link, shown=pretended, domain=_domain(link.address))


def visible_mismatch(prepared: Prepared) -> Iterable[Finding]:
    """The text of the link shows one address, the link leads to another owner's."""
    for link in prepared.links:
        shown = prepared.shown_address(link)
        if shown is None or shown.registrable_domain is None:
            continue
        real = link.address.final
        if shown.registrable_domain != real.registrable_domain and not prepared.same_owner(
            shown.host_ascii, real.host_ascii
        ):
            yield _finding("link.visible_mismatch", link, shown=shown.registrable_domain, domain=_domain(link.address))


def ip_host(prepared: Prepared) -> Iterable[Finding]:
    """A number instead of a name."""
    for link in prepared.links:
        if link.address.final.is_ip:
            yield _finding("link.ip", link, domain=link.address.final.host)


def borrowed_suffix(prepared: Prepared) -> Iterable[Finding]:
    """An ending like "co.jp" stands in front of a stranger's domain: `www.bank.co.jp.evil.top`."""
    for link in _strangers(prepared):
        borrowed = link.address.final.borrowed_suffix
        if borrowed:
            yield _finding("link.borrowed_suffix", link, suffix=str(borrowed), domain=_domain(link.address))


def odd_port(prepared: Prepared) -> Iterable[Finding]:
    """A port that pages for the public do not use."""
    for link in _strangers(prepared):
        if link.address.odd_port:
            yield _finding("link.odd_port", link, port=str(link.address.port))


def hosting(prepared: Prepared) -> Iterable[Finding]:
    """The page stands where anyone can put one, or behind an address that hides where it leads."""
    for link in prepared.links:
        address = link.address
        if address.shortener and not link.tolerated:
            yield _finding("link.shortener", link, service=address.shortener)
        if address.wrapped is not None and not link.tolerated:
            yield _finding("link.redirector", link, service=address.host, domain=_domain(address))
        final = address.final
        if final.dynamic_dns:
            yield _finding("link.dynamic_dns", link, service=final.dynamic_dns)
        elif final.shared_hosting and not link.tolerated:
            yield _finding("link.shared_hosting", link, service=final.shared_hosting)


def risky_suffix(prepared: Prepared) -> Iterable[Finding]:
    """An ending that phishing reports name often and genuine Japanese senders hardly use."""
    for link in _strangers(prepared):
        suffix = link.address.final.suffix or ""
        # Under a company's own ending (duckdns.org) the company is what matters, and `hosting` names it.
        if not link.address.final.private_suffix and is_risky_suffix(prepared, suffix):
            yield _finding("link.risky_suffix", link, suffix=suffix)


def is_risky_suffix(prepared: Prepared, suffix: str) -> bool:
    """Whether `suffix` takes more of the phishing reports than an ordinary one."""
    last = suffix.rpartition(".")[2]
    share = prepared.knowledge.suffix_share
    return suffix not in ORDINARY_SUFFIXES and max(share.get(suffix, 0.0), share.get(last, 0.0)) >= RISKY_SHARE


def random_host(prepared: Prepared) -> Iterable[Finding]:
    """A name made by a machine: no vowels, or letters and digits thrown together."""
    for link in _strangers(prepared):
        address = link.address.final
        label = next((label for label in _given_names(address) if looks_random(label)), None)
        if label is not None and not address.is_ip:
            yield _finding("link.random_host", link, part=label, domain=_domain(address))


def _given_names(address: Address) -> list[str]:
    """The labels that whoever runs the page has chosen: under a service that gives out names, not the service's."""
    service = address.dynamic_dns or address.shared_hosting
    if service:
        return address.host_ascii.removesuffix(service).rstrip(".").split(".")
    return [*address.subdomain.split("."), (address.registrable_domain or "").split(".")[0]]


_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_MIXED = re.compile(r"[a-z]+\d+[a-z]+\d*|\d+[a-z]+\d+[a-z]*")
_LETTERS = re.compile("[a-z]+")


def looks_random(label: str) -> bool:
    """Whether a host label looks drawn by lot. Careful: abbreviations have few vowels too."""
    letters = [character for character in label if character.isalpha()]
    if len(label) < 6 or not label.isascii() or label.startswith("xn--"):
        return False
    if _CONSONANTS.search(label):
        return True
    # One vowel in six letters is what many a made-up name has ("tumblr", "jpcert").
    if len(letters) >= 6 and sum(letter in _VOWELS for letter in letters) * 6 < len(letters):
        return True
    mixed = len(label) >= 8 and "-" not in label and _MIXED.search(label) and len(letters) < len(label) - 2
    return bool(mixed) and not all(map(_is_sayable, _LETTERS.findall(label)))


def _is_sayable(letters: str) -> bool:
    """Whether a run of letters may be a word: "room" and "tokyo" in "room101tokyo"."""
    return len(letters) >= 4 and not _VOWELS.isdisjoint(letters)


SIGNALS: tuple[Signal, ...] = (
    not_official,
    other_brands_site,
    lookalike,
    userinfo,
    visible_mismatch,
    ip_host,
    borrowed_suffix,
    odd_port,
    hosting,
    risky_suffix,
    random_host,
)
