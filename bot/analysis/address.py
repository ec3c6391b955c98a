"""Where a link leads: its address taken apart as a browser would, and what is odd about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from bot.analysis import domains
from bot.analysis.normalize import normalize
from bot.analysis.redirects import LONGEST_TARGET, wrapped_target
from bot.knowledge.models import Services

DEEPEST_WRAPPING = 5  # links inside links that are followed


@dataclass(frozen=True, slots=True)
class Address:
    """A web address. `host` is for reading (Unicode), `host_ascii` for comparing; both lower-case.

    `registrable_domain`, `suffix` and `subdomain` are in the ASCII spelling, as is `ip`, the usual form of an IP
    address however it was written. `userinfo` is what stands before an "@", which readers take for the host.
    `wrapped` is the address that this one only forwards to; `final` follows it to the end.
    `shortener`, `dynamic_dns` and `shared_hosting` name the service of that kind that the host belongs to.
    """

    scheme: str | None
    host: str
    host_ascii: str
    path: str = ""
    query: str = ""  # without the question mark
    userinfo: str | None = None
    port: int | None = None
    registrable_domain: str | None = None
    suffix: str | None = None
    subdomain: str = ""
    private_suffix: bool = False
    ip: str | None = None
    shortener: str | None = None
    dynamic_dns: str | None = None
    shared_hosting: str | None = None
    wrapped: Address | None = None

    @property
    def is_ip(self) -> bool:
        """Whether the host is a number instead of a name."""
        return self.ip is not None

    @property
    def odd_port(self) -> bool:
        """Whether the port is one that web pages for the public do not use."""
        return self.port not in (None, 80, 443)

    @property
    def userinfo_host(self) -> str | None:
        """The host that the part before the "@" pretends to be, or None."""
        if self.userinfo is None:
            return None
        name = re.split(r"[/\\?#:\u2044\u2215\u29f8／＼？]", unquote(self.userinfo), maxsplit=1)[0]
        spelled = domains.spellings(name)
        return spelled[0] if spelled and domains.registration(spelled[1]).domain else None

    @property
    def borrowed_suffix(self) -> str | None:
        """A public suffix that stands in front of the registered name, as if the host ended there, or None.

        "co.jp" in "amazon.co.jp.evil.top" and in "amazon-co-jp.evil.top".
        """
        found = _BORROWED.search(self.subdomain)
        return found.group(1).replace("-", ".") if found else None

    @property
    def final(self) -> Address:
        """The address that is reached in the end, as far as this one tells."""
        return self.wrapped.final if self.wrapped else self


def locate(target: str, services: Services) -> Address | None:
    """The address that `target` names, or None where it names no host. Any string is accepted.

    `target` is refanged text ("https://evil.top/a", "evil.top/a"); it needs no scheme.
    """
    return _locate(target, services, DEEPEST_WRAPPING)


_BORROWED = re.compile(r"[^.-][.-]((?:co|ne|or|go|ac|lg|gr|ed)[.-]jp(?=$|[.-])|com(?=$|-)|jp$)")
_WEB = re.compile(r"(h?ttps?|ftp):[/\\]*", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_AUTHORITY_END = re.compile(r"[/\\?#]")
_PORT = re.compile(r":(\d{0,5})$")
_UNSEEN = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SCHEMES = {"http": "http", "https": "https", "ttp": "http", "ttps": "https", "ftp": "ftp"}


def _locate(target: str, services: Services, depth: int) -> Address | None:
    text = _UNSEEN.sub("", target[:LONGEST_TARGET])
    web = _WEB.match(text)
    if web is None and not text.isascii():
        # Full-width letters. Done only here: in a link that works, a full-width slash is no slash.
        text = normalize(text).text.replace(" ", "")
        web = _WEB.match(text)
    scheme = None
    if web:
        scheme = _SCHEMES[web.group(1).lower()]
        text = text[web.end() :]
    elif _OTHER_SCHEME.match(text):
        return None
    text = text.lstrip("/\\")
    end = _AUTHORITY_END.search(text)
    authority, rest = (text[: end.start()], text[end.start() :]) if end else (text, "")
    userinfo, at, host = authority.rpartition("@")
    port = None
    written_port = _PORT.search(host)
    if written_port:
        host = host[: written_port.start()]
        port = int(written_port.group(1)) if written_port.group(1) else None
    rest = rest.replace("\\", "/").partition("#")[0]
    path, _, query = rest.partition("?")
    return _address(scheme, host, userinfo if at else None, port, path, query, services, depth)


def _address(
    scheme: str | None,
    host: str,
    userinfo: str | None,
    port: int | None,
    path: str,
    query: str,
    services: Services,
    depth: int,
) -> Address | None:
    host = unquote(host)
    ip = domains.ip_address(host)
    if ip:
        return Address(scheme, ip, ip, path, query, userinfo, port, ip=ip)
    spelled = domains.spellings(host)
    if spelled is None:
        return None
    readable, ascii_host = spelled
    ip = domains.ip_address(ascii_host)  # written in full-width digits
    registered = domains.registration(ascii_host)
    wrapped = None
    if depth > 0:
        inner = wrapped_target(ascii_host, path, query, services.redirectors)
        wrapped = _locate(inner, services, depth - 1) if inner else None
    return Address(
        scheme,
        readable,
        ascii_host,
        path,
        query,
        userinfo,
        port,
        registered.domain,
        registered.suffix,
        registered.subdomain,
        registered.private,
        ip,
        shortener=domains.listed(ascii_host, services.shorteners),
        dynamic_dns=domains.listed(ascii_host, services.dynamic_dns),
        shared_hosting=domains.listed(ascii_host, services.shared_hosting),
        wrapped=wrapped,
    )
