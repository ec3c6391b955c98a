"""Links inside links: the target that a forwarding page names in its own address."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import parse_qsl, unquote

from bot.analysis.domains import is_under, listed

LONGEST_TARGET = 8192  # characters; longer ones are no link a person was meant to open

_ABSOLUTE = re.compile(r"(?:https?:)?[/\\]{2}[^/\\\s]", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)")
_PATH_TARGET = re.compile(r"https?:/{1,2}[^/\s].*", re.IGNORECASE | re.DOTALL)
_AMP = re.compile(r"/(?:amp|[acvi])/(s/)?(.+)", re.DOTALL)
_GOOGLE = re.compile(r"(?:^|\.)google\.(?:com?\.)?[a-z]{2,3}$")
_YAHOO_SEARCH = re.compile(r"/RU=(.+?)(?:/R[A-Z]=|$)", re.IGNORECASE | re.DOTALL)

# Forwarding pages whose address alone tells where they lead. Those without such an address are in the knowledge.
_FORWARDERS = frozenset(
    {
        "app.adjust.com",
        "away.vk.com",
        "baidu.com",
        "bing.com",
        "cdn.ampproject.org",
        "facebook.com",
        "instagram.com",
        "lineblog.me",
        "link.zhihu.com",
        "linkedin.com",
        "out.reddit.com",
        "safelinks.protection.outlook.com",
        "search.yahoo.co.jp",
        "search.yahoo.com",
        "slack-redir.net",
        "steamcommunity.com",
        "t.umblr.com",
        "translate.goog",
        "urldefense.com",
        "urldefense.proofpoint.com",
        "vk.com",
        "web.archive.org",
        "youtube.com",
    }
)


def wrapped_target(host: str, path: str, query: str, redirectors: frozenset[str]) -> str | None:
    """The absolute address that the page at `host` (ASCII) would forward to, if its own address says so.

    `path` and `query` as written, `query` without the question mark.
    """
    if is_under(host, "translate.goog"):
        return _from_translate_goog(host, path)
    google = _GOOGLE.search(host) is not None
    if google or is_under(host, "cdn.ampproject.org"):
        amp = _AMP.fullmatch(path)
        if amp and _PLAIN_HOST.match(unquote(amp.group(2))):
            return f"{'https' if amp.group(1) else 'http'}://{unquote(amp.group(2))}"
    if not google and not listed(host, _FORWARDERS) and not listed(host, redirectors):
        return None
    return _from_urldefense(host, query) or _from_query(query) or _from_path(path)


def _from_translate_goog(host: str, path: str) -> str | None:
    # "www-evil-top.translate.goog" is www.evil.top; a hyphen of the name itself is doubled.
    label = host.removesuffix("translate.goog").rstrip(".")
    if not label:
        return None
    name = label.replace("--", "\0").replace("-", ".").replace("\0", "-")
    return f"https://{name}{path}"


def _from_query(query: str) -> str | None:
    candidates = []
    try:
        pairs = parse_qsl(query, max_num_fields=100)
    except ValueError:
        return None
    for name, value in pairs:
        value = value.strip()
        if _ABSOLUTE.match(value):
            return value
        if "%" in value and _ABSOLUTE.match(unquote(value)):  # encoded twice
            return unquote(value)
        decoded = _from_base64(value)
        if decoded:
            candidates.append(decoded)
        elif name in ("u", "q", "url", "link", "to", "target", "dest", "redirect") and _PLAIN_HOST.match(value):
            candidates.append("http://" + value)
    return candidates[0] if candidates else None


def _from_base64(value: str) -> str | None:
    text = value.removeprefix("a1")  # Bing's mark before the encoded address
    if not text.startswith("aHR0c"):  # "http" in base64
        return None
    try:
        decoded = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    return decoded if _ABSOLUTE.match(decoded) else None


def _from_path(path: str) -> str | None:
    yahoo = _YAHOO_SEARCH.search(path)
    target = unquote(yahoo.group(1) if yahoo else path)
    found = _PATH_TARGET.search(target)
    return found.group() if found else None


def _from_urldefense(host: str, query: str) -> str | None:
    if not is_under(host, "urldefense.proofpoint.com"):
        return None
    # Version 2 writes "-3A" for "%3A" and "_" for "/".
    for name, value in parse_qsl(query, max_num_fields=100):
        if name == "u":
            return unquote(value.replace("_", "/").replace("-", "%"))
    return None
