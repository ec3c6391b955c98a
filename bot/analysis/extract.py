"""Links and mail addresses in text, as people really paste them.

Defanged, full-width, broken over lines, without a scheme, with Japanese glued to both ends. Every find tells where it
stands in the original text. Phone numbers and wallets have their own modules and are offered here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis import domains
from bot.analysis.links import BARE_EXCLUDES, HOST_LETTERS, host_length, is_plausible_name, link_rest, refang
from bot.analysis.normalize import Normalized, View, normalize
from bot.analysis.phones import FoundNumber, find_numbers
from bot.analysis.wallets import FoundWallet, find_wallets

__all__ = [
    "FoundLink",
    "FoundMailAddress",
    "FoundNumber",
    "FoundWallet",
    "find_links",
    "find_mail_addresses",
    "find_numbers",
    "find_wallets",
]


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link at `start` to `end` (excluded) of the original text.

    `written` is the original text there, `target` the address it stands for, with a scheme only where one was
    written (`bare` tells). `visible` is the text a reader sees instead, where markup gives one.
    """

    written: str
    target: str
    start: int
    end: int
    bare: bool = False
    visible: str | None = None


@dataclass(frozen=True, slots=True)
class FoundMailAddress:
    """A mail address at `start` to `end` (excluded) of the original text. `domain` is readable and lower-case."""

    written: str
    address: str
    domain: str
    start: int
    end: int


def find_links(text: str | Normalized) -> tuple[FoundLink, ...]:
    """The links in `text`, in order."""
    normalized = normalize(text)
    return tuple(_links(refang(normalized), normalized.source))


def find_mail_addresses(text: str | Normalized) -> tuple[FoundMailAddress, ...]:
    """The mail addresses in `text`, in order."""
    normalized = normalize(text)
    if not _AT.search(normalized.text):
        return ()
    return tuple(_mail_addresses(refang(normalized), normalized.source))


_AT = re.compile(r"@|[\[({<] ?(?:at|アット) ?[\])}>]", re.IGNORECASE)
_AUTHORITY = r"(?:(?!h?ttps?:/)[^\s/?#\\<>\"'`|^{}「」『』【】〈〉《》（）、，！？…])"
_REST = r"[!#-&(-;=?-_a-z~]"  # printable ASCII without quotation marks, angle and curly brackets, "|" and "`"
_LINK = re.compile(
    rf"(?P<scheme>(?:h?ttps?|ftp)://)(?P<authority>{_AUTHORITY}{{1,300}})(?P<rest>[/?#\\]{_REST}*)?"
    r"|(?<![\w.@/])(?P<ip>\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?)(?P<ip_path>/(?!\d{1,2}(?!\d))"
    rf"{_REST}+)"
    rf"|(?<![{HOST_LETTERS}{BARE_EXCLUDES}])(?P<name>[{HOST_LETTERS}](?:[{HOST_LETTERS}_-]*[.。]){{1,20}}[{HOST_LETTERS}-]{{2,63}})"
    rf"(?!\.?[{HOST_LETTERS}@-])(?P<port>:\d{{2,5}}(?!\d))?(?P<path>[/?#]{_REST}*)?",
    re.IGNORECASE,
)


def _links(view: View, original: str) -> Iterator[FoundLink]:
    text = view.text
    at = 0
    while match := _LINK.search(text, at):
        found = _with_scheme(match) if match["scheme"] else _without_scheme(match)
        if found is None:
            at = match.end()
            continue
        target, end = found
        start, at = match.start(), end
        first, last = view.original(start, end)
        written = original[first:last]
        visible = _visible_text(text, start)
        yield FoundLink(written, _as_followed(written, target), first, last, not match["scheme"], visible)


def _with_scheme(match: re.Match[str]) -> tuple[str, int] | None:
    """The target of a link with a scheme and where it ends, or None where it names no host."""
    scheme = match["scheme"].lower()
    if scheme.startswith("ttp"):
        scheme = "h" + scheme
    authority = match["authority"]
    host_at = authority.rfind("@") + 1
    length = host_length(authority[host_at:])
    if length == 0:
        return None
    cut = host_at + length
    target = scheme + authority[:cut].replace("。", ".")
    end = match.start("authority") + cut
    if cut < len(authority):
        return target, end
    rest = link_rest(match["rest"] or "")
    return target + rest, end + len(rest)


def _without_scheme(match: re.Match[str]) -> tuple[str, int] | None:
    if match["ip"]:
        rest = link_rest(match["ip_path"])
        return match["ip"] + rest, match.end("ip") + len(rest)
    name = match["name"]
    rest = (match["port"] or "") + link_rest(match["path"] or "")
    if len(name) > 2 * domains.LONGEST_HOST:
        return None
    while not is_plausible_name(name, linked=len(rest) > 1):
        # An ideographic full stop may end a sentence instead of a label.
        name, stop, _ = name.rpartition("。")
        rest = ""
        if not stop:
            return None
    return name.replace("。", ".") + rest, match.start("name") + len(name) + len(rest)


_FULL_WIDTH_END = re.compile(r"h[tx]{2}ps?://[^\s/?#\\]*[／？＃＼][^\s/?#\\]*@", re.IGNORECASE)


def _as_followed(written: str, target: str) -> str:
    """The target that a browser follows: to it, a full-width slash before an "@" does not end the host."""
    if _FULL_WIDTH_END.match(written):
        return refang(View(written, range(len(written)), range(1, len(written) + 1))).text
    return target


def _visible_text(text: str, start: int) -> str | None:
    """The text of a Markdown link whose target begins at `start`."""
    before = text[max(start - 200, 0) : start].removesuffix("<")
    if not before.endswith("]("):
        return None
    opened = before.rfind("[")
    visible = before[opened + 1 : -2].strip() if opened >= 0 else ""
    return visible or None


_LOCAL = re.compile(rf"[{HOST_LETTERS}._%+=&'~-]*\Z")
_MAIL_HOST = re.compile(r"[\w.。-]{1,255}")


def _mail_addresses(view: View, original: str) -> Iterator[FoundMailAddress]:
    text = view.text
    at = text.find("@")
    while at >= 0:
        found = _mail_address(text, at)
        if found:
            start, end, domain = found
            first, last = view.original(start, end)
            address = f"{text[start:at]}@{text[at + 1 : end].replace('。', '.')}"
            yield FoundMailAddress(original[first:last], address, domain, first, last)
        at = text.find("@", at + 1)


def _mail_address(text: str, at: int) -> tuple[int, int, str] | None:
    local = _LOCAL.search(text[max(at - 64, 0) : at])
    host = _MAIL_HOST.match(text, at + 1)
    if local is None or host is None:
        return None
    name = local.group().lstrip(".-=&'~%")
    start = at - len(name)
    if not name or text[max(start - 2, 0) : start] == "//":
        return None
    length = host_length(host.group())
    spelled = domains.spellings(host.group()[:length])
    if spelled is None or domains.registration(spelled[1]).domain is None:
        return None
    return start, at + 1 + length, spelled[0]
