"""Links: the host and path are the scammer's and stay; what may tell them who opened the link goes."""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_right
from urllib.parse import unquote

from bot.analysis.domains import registration
from bot.analysis.extract import find_links
from bot.analysis.normalize import Normalized
from bot.community.personal.digits import passes_luhn
from bot.community.personal.draft import KEPT, MASKED, Draft, Token

# Japanese is often glued to the end of a link; other letters may belong to a host name.
_LINK_CHARACTER = r"[^\s<>\"「」『』【】（）、。，\u3040-\u30ff\u3400-\u9fff]"
_LINK = re.compile(
    rf"(?:h[tx]{{2}}ps?|ftp) ?: ?/ ?/{_LINK_CHARACTER}{{1,3000}}"
    r"|(?<![\w@.%+-])(?:[a-z0-9][a-z0-9-]{0,62}(?:\.|\[\.\])){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,40})(?![\w@.-]"
    r"|\.[a-z])"
    rf"(?::\d{{1,5}})?(?:[/?#]{_LINK_CHARACTER}{{0,3000}})?",
    re.IGNORECASE,
)
_WALLET = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:bc1|ltc1)[a-z0-9]{20,87}|[13LDr][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}"
    r"|T[1-9A-HJ-NP-Za-km-z]{33}|4[1-9A-HJ-NP-Za-km-z]{94})(?![A-Za-z0-9])"
)
_IP = re.compile(
    r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])", re.I
)
_IP_LABEL = re.compile(r"(?:\bIP|アドレス|接続元|アクセス元|ログイン元)[^\n。]{0,20}\n?\Z", re.IGNORECASE)

_PATH_END = re.compile("[?#]")
_PIECE = re.compile(r"[^?#&;]+")
_SEGMENT = re.compile(r"[^/]+")
_MAIL = re.compile(r"[\w.+*-]{1,64}(?:@|%40|\(at\))[\w-]{1,63}\.[\w.-]{2,200}", re.IGNORECASE)
_NESTED = re.compile(r"(?:https?|hxxps?)(?::|%3a)(?:/|%2f){2}", re.IGNORECASE)
_NESTED_QUERY = re.compile(r"%3f|%23", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z_-]{0,11}|\d{1,3}")
_PERSONAL_KEY = re.compile(
    r"(?:[a-z]*_?(?:user|name|mail|login|uid|account|acct|tel|phone|msisdn)[a-z]*|id|u|e|to)", re.I
)
_PHONE = re.compile(r"(?<!\d)(?:0[5789]0|(?:%2B|\+)?81[5789]0)-?\d{4}-?\d{4}(?!\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\d(?:-?\d){11,18}")
_NOT_MASKED = re.compile(f"[^{MASKED}]+")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9_+/-]{12,}")
_HEX = re.compile(r"(?:[0-9a-f]{2}){6,}", re.IGNORECASE)


def find(draft: Draft, original: str) -> None:
    """Keep links, host names and wallets; mask the parts of links that may identify their reader, and labelled IPs."""
    text = draft.text
    spans = _links(text, draft.view, original)
    masked = [span for start, end in spans for span in personal_parts(text[start:end], start)]
    draft.mask_all(masked, Token.NUMBER)
    draft.keep_all(_rest(draft.text, spans))
    draft.keep_all(match.span() for match in _WALLET.finditer(draft.text))
    text = draft.text
    addresses = [match.span() for match in _IP.finditer(text)]
    labelled = [span for span in addresses if _IP_LABEL.search(text[max(0, span[0] - 30) : span[0]])]
    draft.mask_all(labelled, Token.IP)
    draft.keep_all(span for span in addresses if span not in set(labelled))


def _links(text: str, view: Normalized, original: str) -> list[tuple[int, int]]:
    """The spans of links in the readable `text`, in order and apart.

    The analysis finds a link wherever a person would see one, but ends it where a token stands in it.
    """
    spans = [match.span() for match in _LINK.finditer(text) if _is_link(match.group())]
    spans += [(bisect_right(view.ends, link.start), bisect_right(view.ends, link.end)) for link in find_links(original)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def personal_parts(link: str, offset: int = 0) -> list[tuple[int, int]]:
    """Return the spans of `link`, moved by `offset`, that may identify its reader. Host and path words are not."""
    scheme = link.find("//")
    first_slash = link.find("/", scheme + 2 if scheme >= 0 else 0)
    query = _PATH_END.search(link)
    path_end = query.start() if query else len(link)
    spans: list[tuple[int, int]] = []
    if 0 <= first_slash < path_end:
        segments = _SEGMENT.finditer(link, first_slash, path_end)
        spans += [(part.start() + offset, part.end() + offset) for part in segments if _identifies(part.group())]
    if query is None:
        return spans
    for piece in _PIECE.finditer(link, path_end):
        key, equals, value = piece.group().partition("=")
        if not value.strip("=") or _has_mail(key):  # no pair: "?taro@example.com", "#dGFybw=="
            key, equals, value = "", "", piece.group()
        start = piece.start() + len(key + equals)
        spans += [(first + offset, last + offset) for first, last in _value_spans(value, start, key)]
    return spans


def _value_spans(value: str, start: int, key: str) -> list[tuple[int, int]]:
    if MASKED in value or KEPT in value:
        return []
    end = start + len(value)
    nested = _NESTED.match(value)
    if nested and not _has_mail(value):
        # A link that this one leads on to: its own query goes, unescaped ones are the next values here.
        inner = _NESTED_QUERY.search(value)
        return [(start + inner.end(), end)] if inner and inner.end() < len(value) else []
    if _HOST.fullmatch(value) and _is_link(value):
        return []
    if _WORD.fullmatch(value) and not _PERSONAL_KEY.fullmatch(key):
        return []
    return [(start, end)]


def _has_mail(text: str) -> bool:
    lower = text.lower()
    return any(mark in lower for mark in ("@", "%40", "(at)")) and _MAIL.search(text) is not None


def _identifies(segment: str) -> bool:
    plain = unquote(segment)
    if _has_mail(plain) or _PHONE.search(plain):
        return True
    if any(passes_luhn(re.sub(r"\D", "", digits)) for digits in _DIGITS.findall(plain)):
        return True
    return any(_has_mail(decoded) for decoded in _decoded(plain))


def _decoded(text: str) -> list[str]:
    """What base64 or hexadecimal pieces of `text` stand for."""
    results = []
    for piece in _BASE64.findall(text)[:20]:
        padded = piece.replace("-", "+").replace("_", "/")
        try:
            results.append(base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("latin-1"))
        except (binascii.Error, ValueError):
            continue
    results += [bytes.fromhex(piece).decode("latin-1") for piece in _HEX.findall(text)[:20]]
    return results


def _is_link(found: str) -> bool:
    if "/" in found[:9] and ":" in found[:7]:
        return True
    host = re.split(r"[:/?#]", found.replace("[.]", "."), maxsplit=1)[0].lower()
    return registration(host).domain is not None


def _rest(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `spans` that are not masked yet."""
    return [part.span() for start, end in spans for part in _NOT_MASKED.finditer(text, start, end)]
