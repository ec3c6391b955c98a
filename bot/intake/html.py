"""A web page or HTML mail as a person sees it: visible text, and links with the text they hide behind."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, unquote_to_bytes, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.analysis.message import Link
from bot.intake.decode import decode
from bot.intake.limits import (
    INNER_PAGE_CHARACTERS,
    LINKS,
    MARKUP_CHARACTERS,
    NESTING,
    SCRIPT_CHARACTERS,
    STYLE_CHARACTERS,
)

_INVISIBLE = frozenset({"script", "style", "head", "template", "object", "embed", "svg", "iframe", "select", "audio"})
_FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|button|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr"
    "|input|li|main|nav|ol|option|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset({"td", "th"})
# Elements without an end tag, or whose end tag authors leave out.
_NEVER_NESTED = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|t[dhr]|d[dt]|option"
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt|em|rem|%|\s*(?:;|!|$))"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)"
    r"|text-indent\s*:\s*-\d{3,}"
    r"|(?:^|[;\s])(?:left|top|margin-left|margin-top)\s*:\s*-\d{4,}"
    r"|(?:^|[;\s])color\s*:\s*transparent",
    re.IGNORECASE,
)
_NO_HEIGHT = re.compile(r"(?:^|[;\s])(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)", re.IGNORECASE)
_CUT_OFF = re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s])(?P<ground>background(?:-color)?|color)\s*:\s*(?P<colour>#?\w{3,20})", re.IGNORECASE)
_COLOURS = {"white": "#fff", "black": "#000"}
_VISIBLE_SIZE = re.compile(
    r"font-size\s*:\s*1(?:\.\d+)?(?:em|rem)|font-size\s*:\s*0?\.[1-9]|font-size\s*:\s*1\.\d+%", re.I
)
_RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,1000})\}")
_NO_TARGET = re.compile(r"\s*(?:#|javascript:|data:|cid:|mailto:|tel:|sms:|about:|blob:|$)", re.IGNORECASE)
_SCRIPT_TARGET = re.compile(r"\s*javascript:", re.IGNORECASE)
_INNER_PAGE = re.compile(
    r"\s*data:\s*(?:text/html|application/xhtml\+xml|image/svg\+xml)\b([^,]{0,100}),", re.IGNORECASE
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"'\s]{4,2000})", re.IGNORECASE)
# Where a script takes the reader: location = "…", location.replace("…"), window.open("…").
_GOES_TO = re.compile(
    r"(?:location(?:\.href)?\s{0,9}=(?!=)\s{0,9}|location\.(?:replace|assign)\s{0,9}\(\s{0,9}|window\.open\s{0,9}\(\s{0,9})"
    r"[\"'`]((?:https?:)?//[^\"'`\s]{1,2000})[\"'`]",
    re.IGNORECASE,
)
_PACKED = re.compile(r"\batob\s{0,9}\(|fromCharCode|;base64,|Uint8Array")
_MAKES_FILE = re.compile(r"new\s{1,9}(?:Blob|File)\b|createObjectURL|msSaveOrOpenBlob|msSaveBlob")
# Short ones are how counters of visitors were once put into a page.
_PACKED_PAGE = re.compile(
    r"\batob\s{0,9}\(|fromCharCode|(?:unescape|decodeURIComponent)\s{0,9}\(\s{0,9}[\"'`][^\"'`]{500}", re.IGNORECASE
)
_MAKES_PAGE = re.compile(r"document\.write(?:ln)?\s{0,9}\(|\.srcdoc\s{0,9}=|\beval\s{0,9}\(|\bFunction\s{0,9}\(")
_PICTURE = re.compile(r"(data:image/(?!svg)[\w.+-]{1,30};base64,)[A-Za-z0-9+/=%\s]{200,}", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows, and what it hides.

    `links` are all places that it leads to: anchors, forms (their button's words as `visible`), frames, and where it
    or its scripts go on by themselves. `hidden` are the words that a reader does not see. `smuggles`: when opened, it
    makes a file or another page out of what is packed inside it, past whoever checked it on the way.
    """

    text: str
    links: tuple[Link, ...]
    title: str | None = None
    hidden: str = ""
    smuggles: bool = False


def read_html(markup: str) -> Seen:
    """What a person sees of `markup`; hidden text is left out. Never raises; nothing is fetched or run."""
    return _seen(markup, inner=False)


def _seen(markup: str, *, inner: bool) -> Seen:
    markup = _shortened(markup)
    if _too_deep(markup):
        return _flat(markup)
    tree = LexborHTMLParser(markup)
    root = tree.root
    if root is None:
        return Seen("", ())
    base = tree.css_first("base[href]")
    walk = _Walk(_hidden_names(tree), (base.attributes.get("href") if base else None) or "", inner=inner)
    walk.refreshes(tree)
    walk.over(root)
    script = _scripts(tree)
    walk.script(script)
    title = tree.css_first("title")
    return Seen(
        text=_tidy("".join(walk.text)),
        links=tuple(dict.fromkeys(walk.links)),
        title=_tidy(title.text()) or None if title else None,
        hidden=_tidy(" ".join(walk.unseen)),
        smuggles=walk.smuggles or _smuggles(script),
    )


def _shortened(markup: str) -> str:
    """Without what is long and never read (pictures written into the page, comments), within the limit."""
    pieces: list[str] = []
    position = 0
    markup = markup.replace("\0", "")
    if len(markup) > MARKUP_CHARACTERS:
        markup = _PICTURE.sub(r"\1", markup)
        while (start := markup.find("<!--", position)) >= 0:
            pieces.append(markup[position:start])
            end = markup.find("-->", start + 4)
            position = end + 3 if end >= 0 else len(markup)
        markup = "".join((*pieces, markup[position:]))
    return markup[:MARKUP_CHARACTERS]


def _flat(markup: str) -> Seen:
    """The words and targets of a page that is too deep for the parser."""
    targets = re.findall(
        r"(?:href|action|src)\s{0,9}=\s{0,9}[\"']?(https?://[^\s\"'<>]{1,2000})", markup, re.IGNORECASE
    )
    links = tuple(dict.fromkeys(Link(unescape(target)) for target in targets[:LINKS]))
    return Seen(_tidy(unescape(re.sub(r"<[^<>]*>", " ", markup))), links)


def _scripts(tree: LexborHTMLParser) -> str:
    pieces: list[str] = []
    left = SCRIPT_CHARACTERS
    for node in tree.css("script"):
        pieces.append(node.text()[:left])
        left -= len(pieces[-1])
        if left <= 0:
            break
    return "\n".join(pieces)


def _smuggles(script: str) -> bool:
    return bool(
        (_PACKED.search(script) and _MAKES_FILE.search(script))
        or (_PACKED_PAGE.search(script) and _MAKES_PAGE.search(script))
    )


def _too_deep(markup: str) -> bool:
    depth = 0
    for closing, name in _TAG.findall(markup):
        if not _NEVER_NESTED.fullmatch(name.lower()):
            depth += -1 if closing else 1
            if depth > NESTING:
                return True
    return False


def _hidden_names(tree: LexborHTMLParser) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide for everyone (not only on small screens)."""
    names: set[str] = set()
    for sheet in tree.css("style"):
        rules = re.sub(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet.text()[:STYLE_CHARACTERS])
        for selectors, style in _RULE.findall(rules):
            if _hides(style):
                names.update(part.strip() for part in selectors.split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", part))
    return frozenset(names)


def _hides(style: str) -> bool:
    if not style:
        return False
    if _HIDING.search(_VISIBLE_SIZE.sub("", style)) or (_NO_HEIGHT.search(style) and _CUT_OFF.search(style)):
        return True
    colours = {match["ground"][:5].lower(): _colour(match["colour"]) for match in _COLOUR.finditer(style)}
    return "color" in colours and colours["color"] == colours.get("backg")


def _colour(name: str) -> str:
    name = _COLOURS.get(name.lower(), name.lower())
    return name[:2] + name[3:4] + name[5:6] if re.fullmatch(r"#(?:(\w)\1){3}", name) else name


@dataclass(slots=True)
class _Open:
    """A link or form that the walk is inside of: its target, where its words begin, the words of its button."""

    target: str
    start: int
    form: bool = False
    button: str = ""


class _Walk:
    """Goes over the tree without recursion and collects text and links."""

    def __init__(self, hidden_names: frozenset[str], base: str, *, inner: bool) -> None:
        self.text: list[str] = []
        self.unseen: list[str] = []
        self.links: list[Link] = []
        self.smuggles = False
        self._hidden_names = hidden_names
        self._base = base
        self._inner = inner
        self._open: list[_Open] = []
        self._forms: list[_Open] = []

    def over(self, root: LexborNode) -> None:
        todo: list[tuple[LexborNode, bool, bool]] = [(root, False, False)]  # node, leaving it, hidden
        while todo:
            node, leaving, hidden = todo.pop()
            if leaving:
                self._leave(node)
                continue
            hidden = hidden or self._hidden(node)
            if self._pass(node) if hidden else self._enter(node):
                if not hidden:
                    todo.append((node, True, False))
                children = []
                child = node.child
                while child is not None:
                    children.append(child)
                    child = child.next
                todo.extend((child, False, hidden) for child in reversed(children))

    def refreshes(self, tree: LexborHTMLParser) -> None:
        """Where the page goes on by itself."""
        for node in tree.css("meta[http-equiv]"):
            if (node.attributes.get("http-equiv") or "").strip().lower() == "refresh":
                match = _REFRESH.match(node.attributes.get("content") or "")
                self._link(match[1] if match else "", "")

    def script(self, script: str) -> None:
        """Where a script takes the reader."""
        for match in _GOES_TO.finditer(script):
            self._link(match[1], "")

    def _pass(self, node: LexborNode) -> bool:
        """Enter a node that nobody sees."""
        tag = node.tag or ""
        if tag == "-text" and (words := (node.text_content or "").strip()):
            self.unseen.append(words)
        return not tag.startswith("-") and tag not in _INVISIBLE

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self.text.append(re.sub(r"\s+", " ", node.text_content or ""))
            return False
        if tag in _FRAMES:
            self._link(node.attributes.get(_FRAMES[tag]) or "", "")
        if (tag.startswith("-") and tag != "-document") or tag in _INVISIBLE:
            return False
        if _BLOCKS.fullmatch(tag):
            self.text.append("\n")
        elif tag in _CELLS:
            self.text.append(" ")
        attributes = node.attributes
        if tag in {"a", "area", "form"}:
            opened = _Open(attributes.get("action" if tag == "form" else "href") or "", len(self.text), tag == "form")
            self._open.append(opened)
            if opened.form:
                self._forms.append(opened)
        elif tag == "img":
            self.text.append((attributes.get("alt") or "")[:200])
        elif tag == "input" and (attributes.get("type") or "").lower() in {"submit", "button"}:
            self._button(attributes.get("value") or "", attributes.get("formaction") or "")
            self.text.append(attributes.get("value") or "")
        elif tag == "button":
            self._button(_tidy(node.text()), attributes.get("formaction") or "")
        if "onclick" in attributes:
            self.script((attributes.get("onclick") or "")[:2000])
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in {"a", "area", "form"}:
            opened = self._open.pop()
            if opened.form:
                self._forms.pop()
            self._link(opened.target, opened.button if opened.form else _tidy("".join(self.text[opened.start :])))
        if tag != "br" and _BLOCKS.fullmatch(tag):
            self.text.append("\n")

    def _button(self, words: str, target: str) -> None:
        if self._forms and words:
            self._forms[-1].button = self._forms[-1].button or words[:200]
        self._link(target, words)

    def _link(self, target: str, visible: str) -> None:
        if len(self.links) >= LINKS:
            return
        if _SCRIPT_TARGET.match(target):
            self.script(unquote(target[:5000]))
            return
        if page := _INNER_PAGE.match(target):
            self._page(page[1], target[page.end() :])
            return
        if _NO_TARGET.match(target):
            return
        target = re.sub(r"[\t\r\n]", "", target.strip())
        if self._base:
            try:
                target = urljoin(self._base, target)
            except ValueError:
                return
        self.links.append(Link(target, visible if visible and visible != target else None))

    def _page(self, parameters: str, data: str) -> None:
        """A page that is written into a link: what it leads to is where the link leads."""
        self.smuggles = True
        if self._inner:
            return
        raw = unquote_to_bytes(data[:INNER_PAGE_CHARACTERS])
        if "base64" in parameters.lower():
            raw = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
            try:
                raw = base64.b64decode(raw[: len(raw) // 4 * 4])
            except binascii.Error:
                return
        self.links.extend(_seen(decode(raw), inner=True).links[: LINKS - len(self.links)])

    def _hidden(self, node: LexborNode) -> bool:
        attributes = node.attributes
        if not attributes:
            return False
        if "hidden" in attributes or (attributes.get("type") or "").lower() == "hidden":
            return True
        if self._hidden_names:
            names = {"." + name for name in (attributes.get("class") or "").split()}
            names.add("#" + (attributes.get("id") or ""))
            if not names.isdisjoint(self._hidden_names):
                return True
        return _hides(attributes.get("style") or "")


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t\xa0]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
