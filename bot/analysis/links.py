"""What belongs to a link in running text, and how links are made to work again that were written not to."""

from __future__ import annotations

import re

from bot.analysis import domains
from bot.analysis.normalize import View

HOST_LETTERS = r"0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"  # of host names without a scheme: Latin, Greek, Cyrillic
BARE_EXCLUDES = r"@._/\\%=&+~-"  # after these a host name does not begin

# --- where a host and a path end ---------------------------------------------------------------------------------

_HOST = re.compile(r"\[[0-9a-f:.]{2,45}\]|(?:[\w.。-]|%[0-9a-f]{2})+", re.IGNORECASE)
_PORT = re.compile(r":\d{1,5}(?!\d)")
_GLUED = re.compile(r"(?<=[0-9A-Za-z])(?=[^\x00-\u04ff])|(?=。)|(?<=[^\x00-\u04ff])(?=[0-9A-Za-z])")
_TRAILING = ".,;:!?'*~(["


def host_length(authority: str) -> int:
    """How many characters at the start of `authority` are a host with its port; 0 if there is none.

    Japanese may be glued to the end ("smbc.example.topをクリック"). Where more than one reading has a public suffix
    the longest is taken: it is what a browser would open, and a shorter one could be mistaken for a genuine host.
    """
    found = _HOST.match(authority)
    if found is None:
        return 0
    host = found.group().rstrip(".。-_")
    if not host.startswith("[") and not _is_known(host):
        ends = [match.start() for match in _GLUED.finditer(host)]
        known = (end for end in reversed(ends) if _is_known(host[:end]))
        end = next(known, ends[0] if ends else len(host))
        host = host[:end].rstrip(".。-_")
        if not _is_known(host) and "." not in host:
            return 0
    length = len(host)
    port = _PORT.match(authority, length)
    return port.end() if port else length


def _is_known(host: str) -> bool:
    """Whether `host` is an IP address or a name under a public suffix."""
    if domains.ip_address(host):
        return True
    spelled = domains.spellings(host)
    return spelled is not None and domains.registration(spelled[1]).domain is not None


def link_rest(rest: str) -> str:
    """The part of `rest` (from the slash on) that belongs to a link: no closing bracket of the text around it."""
    if ")" in rest or "]" in rest:
        depth = {")": 0, "]": 0}
        for place, character in enumerate(rest):
            if character in "([":
                depth[")" if character == "(" else "]"] += 1
            elif character in ")]":
                depth[character] -= 1
                if depth[character] < 0:
                    rest = rest[:place]
                    break
    return rest.rstrip(_TRAILING)


# --- names without a scheme --------------------------------------------------------------------------------------

# Endings of file names that are also top-level domains. After these, only a path shows that a link is meant.
_FILE_ENDINGS = frozenset({"md", "mk", "mov", "pl", "pm", "ps", "py", "rs", "sh", "zip"})
_NUMBERED = re.compile(r"(?:ch|fig|no|p|pp|sec|v|ver|vol)\.\d|\d{1,2}\.[a-z]{2}$")


def is_plausible_name(name: str, *, linked: bool) -> bool:
    """Whether `name`, which stands in a text without a scheme, is a host and not a file, a number or a lost space.

    `linked`: a port or a path follows.
    """
    if len(name) > domains.LONGEST_HOST:
        return False
    spelled = domains.spellings(name)
    if spelled is None or domains.registration(spelled[1]).domain is None:
        return False
    if linked or spelled[0].startswith("www."):
        return True
    lower = spelled[0]
    last = name.replace("。", ".").rpartition(".")[2]
    if lower.count(".") == 1 and lower.rpartition(".")[2] in _FILE_ENDINGS:
        return False
    # "…account.In the…": a sentence begins after the full stop.
    return not (last.istitle() and last.isascii()) and _NUMBERED.match(lower) is None


# --- undoing what keeps a link from working ----------------------------------------------------------------------

_BRACKETED = re.compile(
    rf"(?<=[{HOST_LETTERS}-]) ?(?:[\[({{<] ?(?P<sign>\.|。|@|dot|ドット|at|アット) ?[\])}}>]|(?P<half>\[\.|\.\])) ?"
    rf"(?=[{HOST_LETTERS}])|(?<=[ps])[\[(](?P<colon>:|://)[\])]",
    re.IGNORECASE,
)
_SIGNS = {".": ".", "。": ".", "dot": ".", "ドット": ".", "@": "@", "at": "@", "アット": "@"}
_SCHEME = re.compile(
    r"(?<![A-Za-z])h ?[tx*] ?[tx*] ?p(?: ?s)?(?:(?: ?: ?| ?; ?)(?:[/\\] ?){0,2}[/\\](?: (?=[0-9A-Za-z]))?|//)"
    r"|(?<![A-Za-z])h ?[tx*] ?[tx*] ?p(?: ?s)? ?: ?(?=\n)",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<![A-Za-z])h t t p (?:s )?: (?:/ ?){1,3}(?:[!-~] )+[0-9A-Za-z/](?![0-9A-Za-z])", re.IGNORECASE
)
_LINK_START = re.compile(r"https?://\S*")
_NEXT_LINE = re.compile(r"([ \t]*\n[ \t>]*)([!-~]+)([ \t]*(?:\n|\Z))?")


def refang(view: View) -> View:
    """`view` with links in working form: no brackets around dots, no "hxxp", no line break inside."""
    text = view.text
    if "[" in text or "(" in text or "{" in text or "<" in text or ".]" in text:
        view = view.substitute(_BRACKETED, _plain_sign)
    if "/" in text or "\\" in text:
        spaces = [
            (match.start() + place, match.start() + place + 1)
            for match in _SPELLED.finditer(view.text)
            for place, character in enumerate(match.group())
            if character == " "
        ]
        view = view.without(spaces).substitute(_SCHEME, _plain_scheme)
        if "\n" in text:
            view = view.without(_breaks_inside_links(view.text))
    return view


def _plain_sign(match: re.Match[str]) -> str:
    if match["colon"]:
        return match["colon"]
    return "." if match["half"] else _SIGNS[match["sign"].lower()]


def _plain_scheme(match: re.Match[str]) -> str:
    return "https://" if "s" in match.group().lower() else "http://"


def _breaks_inside_links(text: str) -> list[tuple[int, int]]:
    """The spans of line breaks that a mail program or a scammer put into a link."""
    breaks = []
    for match in _LINK_START.finditer(text):
        link, at = match.group(), match.end()
        line_length = at - text.rfind("\n", 0, at) - 1
        for _ in range(20):
            following = _NEXT_LINE.match(text, at)
            if following is None or not _goes_on(link, line_length, following[2], following[3] is not None):
                break
            breaks.append(following.span(1))
            link += following[2]
            line_length = len(following[2])
            at = following.end(2)
    return breaks


_WITHIN = re.compile(r"[/=&%?_]|\d[A-Za-z]|[A-Za-z]\d")


def _goes_on(link: str, line_length: int, following: str, whole_line: bool) -> bool:
    """Whether `link` at the end of a line of `line_length` goes on with `following`, the next line's first word."""
    if "://" in following or "@" in following or not link.isascii():
        return False
    authority = link.partition("://")[2]
    if not re.search(r"[/?#]", authority) and not _is_known(authority.partition(":")[0]):
        return _is_known(re.split(r"[/?#:]", authority + following, maxsplit=1)[0])
    if not whole_line:
        return link[-1] in "?=&%" and _WITHIN.search(following) is not None
    if re.match(r"[./?&=%][0-9A-Za-z%]", following):
        return True
    if link[-1] in "-=&%?_" and following[0].isalnum():
        return True
    return line_length >= 60 and _WITHIN.search(following) is not None
