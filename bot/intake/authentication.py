"""Which checks of the sender failed by the word of the receiving server (RFC 8601 results; RFC 7208 Received-SPF).

Anybody can write such a header into a mail before it is sent. Only what the server that received it last put on top
is believed: the first such headers from the top, as long as every Received line above them is that server's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.domains import ip_address, registration

METHODS = ("spf", "dkim", "dmarc")
TOP = 60  # headers looked at from the top; no provider writes more above the sender's own

# Mailbox providers by the domains that their servers write into mails they deliver (seen in delivered mails, 2026-11).
_PROVIDERS = (
    frozenset({"google.com", "gmail.com", "googlemail.com"}),
    frozenset({"yahoo.co.jp", "yahoo-net.jp"}),
    frozenset({"icloud.com", "me.com", "mac.com", "apple.com"}),
    frozenset({"docomo.ne.jp", "spmode.ne.jp", "mopera.net"}),
    frozenset({"au.com", "ezweb.ne.jp", "kddi.com", "dion.ne.jp", "auone-net.jp"}),
    frozenset({"softbank.ne.jp", "softbank.jp", "vodafone.ne.jp", "ymobile.ne.jp", "y-mobile.ne.jp"}),
    frozenset({"outlook.com", "hotmail.com", "microsoft.com", "live.com", "office365.com"}),
)
_MICROSOFT = "hotmail.com"  # how `_organisation` names it
_BY = re.compile(r"(?:^|\s)by\s+\[?([\w.:-]+)", re.IGNORECASE)
_RESULT = re.compile(r"^\s*(spf|dkim|dmarc)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
_FAILS = frozenset({"fail", "hardfail"})


def failed_checks(headers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Of spf, dkim and dmarc those that failed, in this order. `headers` are (name in lower case, value) from the top.

    What did not plainly fail (softfail, none, neutral, errors) does not count, nor what passed for another signature.
    """
    verdicts: dict[str, set[str]] = {}
    fallback: str | None = None
    for name, value in _trusted(headers):
        if name == "received-spf":
            fallback = fallback or re.split(r"[\s;:(]", value.strip(), maxsplit=1)[0].lower()
        else:
            for method, verdict in _results(value):
                verdicts.setdefault(method, set()).add(verdict)
    if fallback is not None and "spf" not in verdicts:
        verdicts["spf"] = {fallback}
    return tuple(
        method for method in METHODS if (found := verdicts.get(method)) and found & _FAILS and "pass" not in found
    )


def _trusted(headers: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The headers about checks that the receiving server wrote."""
    top = [(name, value[:4000]) for name, value in headers[:TOP] if value.strip()]
    owners = (_receiver(value) for name, value in top if name == "received")
    receiver = next((owner for owner in owners if owner is not None), None)
    found = False
    for name, value in top:
        if name == "received":
            owner = _receiver(value)
            if found or (owner is not None and owner != receiver):
                return  # from here on the sender may have written what stands here
        elif name == "authentication-results":
            identity = _identity(value)
            owner = _MICROSOFT if identity is None else _organisation(identity)
            if owner is not None and (owner == receiver or (receiver is None and owner in _KNOWN)):
                found = True
                yield name, value
        elif name == "received-spf" and receiver is not None:
            found = True
            yield name, value


def _receiver(received: str) -> str | None:
    """The organisation whose server wrote this Received line; None for machines without a public name."""
    by = _BY.search(_plain(received))
    return _organisation(by[1]) if by else None


def _identity(results: str) -> str | None:
    """The server that an Authentication-Results header names, or None where it begins with a result (Microsoft's)."""
    first = re.split(r"[;\s]", _plain(results).strip(), maxsplit=1)[0]
    return None if "=" in first or not first else first


def _organisation(host: str) -> str | None:
    """The domain that stands for the owner of `host`: providers with several domains have one."""
    host = host.strip("[].").lower()
    if ip_address(host) or ":" in host:
        return None
    domain = registration(host).domain
    if domain is None:
        return None
    return next((min(group) for group in _PROVIDERS if domain in group), domain)


_KNOWN = frozenset(min(group) for group in _PROVIDERS)


def _results(value: str) -> Iterator[tuple[str, str]]:
    """Method and verdict of each result, whether or not a server's name stands before them.

    Yahoo! JAPAN writes the name and the first results with blanks between them, so each word is looked at.
    """
    for part in _plain(value).split(";"):
        words = re.sub(r"\s*=\s*", "=", part).split()
        for word in words:
            found = _RESULT.match(word)
            if found:
                yield found[1].lower(), found[2].lower()


def _plain(value: str) -> str:
    """`value` in one line without quoted words and without its comments, which may nest."""
    value = re.sub(r'"[^"]*"', " ", value)
    kept: list[str] = []
    depth = 0
    for character in value:
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(" " if character in "\r\n\t" else character)
    return "".join(kept)
