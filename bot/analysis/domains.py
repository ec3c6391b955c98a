"""Host names: their two spellings, the part that was registered, and which lists they stand on."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import cache, lru_cache

import idna
import tldextract

LONGEST_HOST = 253  # characters of a name in the domain name system


@dataclass(frozen=True, slots=True)
class Registration:
    """How a host name divides, in the spelling of the domain name system.

    `suffix` is the public suffix ("co.jp"), `domain` the registrable domain ("amazon.co.jp"), `subdomain` what is
    left of it. `private` tells that `suffix` belongs to a company that gives out names under it ("github.io").
    Host names without a public suffix have none of these.
    """

    subdomain: str
    domain: str | None
    suffix: str | None
    private: bool


@lru_cache(maxsize=4096)
def registration(host: str) -> Registration:
    """Divides `host` by the Public Suffix List that comes with tldextract, its private section included."""
    if not host or len(host) > LONGEST_HOST or host.replace(".", "").isdigit():
        return Registration("", None, None, False)
    found = _extractor().extract_str(host)
    domain = found.top_domain_under_public_suffix or None
    return Registration(found.subdomain if domain else "", domain, found.suffix or None, found.is_private)


@cache
def _extractor() -> tldextract.TLDExtract:
    # No list is fetched and nothing is written beside the package: the same host always divides in the same way.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def is_under(host: str, name: str) -> bool:
    """Whether `host` is `name` or a subdomain of it. Both in the same spelling."""
    return host == name or host.endswith("." + name)


def listed(host: str, names: Set[str]) -> str | None:
    """The longest of `names` that `host` is or is under, or None."""
    rest = host
    while rest:
        if rest in names:
            return rest
        _, _, rest = rest.partition(".")
    return None


_DOTS = re.compile("[。｡．․]")
_NOT_IN_HOST = re.compile(r"[\s\x00-\x20\"#%&()*+,/:;<=>?@\[\\\]^`{|}~\ud800-\udfff]")


@lru_cache(maxsize=4096)
def spellings(host: str) -> tuple[str, str] | None:
    """`host` for reading (Unicode) and for comparing (ASCII, "xn--…"), both lower-case; None if it is no host name.

    Names that the IDNA rules refuse are spelled by their letters all the same: browsers are lenient, and what
    matters here is what a reader takes the name for.
    """
    text = _DOTS.sub(".", unicodedata.normalize("NFKC", host)).casefold().strip(".")
    if not text or len(text) > LONGEST_HOST or _NOT_IN_HOST.search(text):
        return None
    labels = text.split(".")
    if not all(labels):
        return None
    if text.isascii() and "xn--" not in text:
        return text, text
    pairs = [_label_spellings(label) for label in labels]
    return ".".join(pair[0] for pair in pairs), ".".join(pair[1] for pair in pairs)


def _label_spellings(label: str) -> tuple[str, str]:
    if label.startswith("xn--"):
        try:
            readable = label[4:].encode("ascii").decode("punycode").casefold()
            readable.encode()  # broken surrogates can be spelled in punycode too
        except (UnicodeError, ValueError, OverflowError):
            return label, label
        return (label if not readable or "." in readable or _NOT_IN_HOST.search(readable) else readable), label
    if label.isascii():
        return label, label
    try:
        return label, idna.alabel(label).decode("ascii")
    except UnicodeError:  # of which idna's own error is a kind
        return label, "xn--" + label.encode("punycode").decode("ascii")


_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)


def ip_address(host: str) -> str | None:
    """The IP address that a browser would understand `host` as, in its usual form, or None.

    Knows the odd forms too: one number ("3232235777"), hexadecimal, octal, fewer than four parts, IPv6 in brackets.
    """
    if host.startswith("[") and host.endswith("]"):
        try:
            return str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError:
            return None
    parts = host.removesuffix(".").split(".")
    if not 1 <= len(parts) <= 4 or not all(len(part) <= 16 and _NUMBER.fullmatch(part) for part in parts):
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    *heads, last = [number for number in numbers if number is not None]
    if any(head > 255 for head in heads) or last >= 256 ** (5 - len(parts)):
        return None
    value = last
    for place, head in enumerate(heads):
        value += head << (8 * (3 - place))
    return str(ipaddress.IPv4Address(value))


def _number(text: str) -> int | None:
    try:
        if text[:2].lower() == "0x":
            return int(text[2:] or "0", 16)
        return int(text, 8) if text.startswith("0") and len(text) > 1 else int(text)
    except ValueError:
        return None
