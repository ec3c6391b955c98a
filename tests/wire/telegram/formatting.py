"""How Telegram shows a message: its HTML read by Telegram's rules, and what a reader could tap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}

# Telegram makes these clickable wherever they stand outside a link and outside code.
_FOUND_BY_ITSELF = re.compile(
    r"""(?ix)
      (?: https? | ftp | tg | ton ) :// [^\s<>"]+
    | [\w.+-]+ @ [\w-]+ (?: \. [\w-]+ )+
    | (?<![\w@.-]) (?: [\w-]+ \. )+ (?: com|net|org|info|biz|shop|top|xyz|jp|cn|icu|gift|dev|io|me|app|tokyo ) (?![\w-])
    | (?<!\w) @ [a-z]\w{2,}
    | (?<!\w) \# \w* [^\W\d] \w*
    | (?<![\w/]) / [a-z]\w*
    """
)


class MarkupError(Exception):
    """The HTML is not what Telegram accepts."""


@dataclass(frozen=True)
class Shown:
    """`tappable` are (text, target) of links, and (text, None) of what Telegram links by itself."""

    text: str
    bold: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    tappable: tuple[tuple[str, str | None], ...] = ()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{tag}"')
        inside = {name for name, _ in self.open}
        if inside & {"code", "pre"} or (tag in {"code", "pre"} and inside):
            raise MarkupError("code contains nothing and is contained in nothing")
        self.open.append((tag, dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise MarkupError(f'Unexpected end tag "{tag}"')
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.runs.append((data, dict(self.open)))


def show(text: str, *, as_html: bool) -> Shown:
    """What people see. Raises MarkupError."""
    if not as_html:
        return Shown(text, tappable=tuple((match[0], None) for match in _FOUND_BY_ITSELF.finditer(text)))
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    whole = "".join(run for run, _ in reader.runs)
    # Telegram looks at the text as a whole, and gives up what overlaps code or a link.
    guarded, position = [False] * len(whole), 0
    tappable: list[tuple[str, str | None]] = []
    for run, tags in reader.runs:
        if tags.keys() & {"a", "code", "pre"}:
            guarded[position : position + len(run)] = [True] * len(run)
        if "a" in tags:
            tappable.append((run, tags["a"]))
        position += len(run)
    tappable += [
        (match[0], None) for match in _FOUND_BY_ITSELF.finditer(whole) if not any(guarded[match.start() : match.end()])
    ]
    return Shown(
        whole,
        bold=tuple(run for run, tags in reader.runs if "b" in tags),
        code=tuple(run for run, tags in reader.runs if "code" in tags),
        tappable=tuple(tappable),
    )
