"""A web page or HTML mail as a person sees it: visible text, and links with the text they hide behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.analysis.message import Link

# The parser's time grows with the square of the nesting, and this text comes from strangers.
MARKUP_LENGTH = 1_000_000
NESTING = 2_000
LINKS = 5_000

_INVISIBLE = frozenset({"script", "style", "head", "template", "object", "embed", "svg", "iframe", "select", "audio"})
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
    r"|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_VISIBLE_SIZE = re.compile(
    r"font-size\s*:\s*1(?:\.\d+)?(?:em|rem)|font-size\s*:\s*0?\.[1-9]|font-size\s*:\s*1\.\d+%", re.I
)
_RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,1000})\}")
_NO_TARGET = re.compile(r"\s*(?:#|javascript:|data:|cid:|mailto:|tel:|sms:|about:|$)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows."""

    text: str
    links: tuple[Link, ...]
    title: str | None = None


def read_html(markup: str) -> Seen:
    """What a person sees of `markup`; hidden text is left out. Never raises; nothing is fetched."""
    markup = markup[:MARKUP_LENGTH].replace("\0", "")
    if _too_deep(markup):
        return Seen(_tidy(unescape(re.sub(r"<[^<>]*>", " ", markup))), ())
    tree = LexborHTMLParser(markup)
    root = tree.root
    if root is None:
        return Seen("", ())
    base = tree.css_first("base[href]")
    walk = _Walk(_hidden_names(tree), (base.attributes.get("href") if base else None) or "")
    walk.over(root)
    title = tree.css_first("title")
    return Seen(_tidy("".join(walk.text)), tuple(walk.links), _tidy(title.text()) or None if title else None)


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
        rules = re.sub(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet.text()[:50_000])
        for selectors, style in _RULE.findall(rules):
            if _hides(style):
                names.update(part.strip() for part in selectors.split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", part))
    return frozenset(names)


def _hides(style: str) -> bool:
    return bool(_HIDING.search(_VISIBLE_SIZE.sub("", style)))


class _Walk:
    """Goes over the tree without recursion and collects text and links."""

    def __init__(self, hidden_names: frozenset[str], base: str) -> None:
        self.text: list[str] = []
        self.links: list[Link] = []
        self._hidden_names = hidden_names
        self._base = base
        self._open: list[tuple[str, int]] = []  # target of each open link, and where its text began

    def over(self, root: LexborNode) -> None:
        todo: list[tuple[LexborNode, bool]] = [(root, False)]
        while todo:
            node, leaving = todo.pop()
            if leaving:
                self._leave(node)
            elif self._enter(node):
                todo.append((node, True))
                children = []
                child = node.child
                while child is not None:
                    children.append(child)
                    child = child.next
                todo.extend((child, False) for child in reversed(children))

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self.text.append(re.sub(r"\s+", " ", node.text_content or ""))
            return False
        if (tag.startswith("-") and tag != "-document") or tag in _INVISIBLE or self._hidden(node):
            return False
        if _BLOCKS.fullmatch(tag):
            self.text.append("\n")
        elif tag in _CELLS:
            self.text.append(" ")
        if tag in {"a", "area", "form"}:
            attributes = node.attributes
            self._open.append((attributes.get("action" if tag == "form" else "href") or "", len(self.text)))
        elif tag == "img":
            self.text.append((node.attributes.get("alt") or "")[:200])
        elif tag == "input" and (node.attributes.get("type") or "").lower() in {"submit", "button"}:
            self.text.append(node.attributes.get("value") or "")
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in {"a", "area", "form"}:
            target, start = self._open.pop()
            self._link(target, "" if tag == "form" else _tidy("".join(self.text[start:])))
        if tag != "br" and _BLOCKS.fullmatch(tag):
            self.text.append("\n")

    def _link(self, target: str, visible: str) -> None:
        if _NO_TARGET.match(target) or len(self.links) >= LINKS:
            return
        target = re.sub(r"[\t\r\n]", "", target.strip())
        if self._base:
            try:
                target = urljoin(self._base, target)
            except ValueError:
                return
        self.links.append(Link(target, visible if visible and visible != target else None))

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
