"""Foreign text made harmless: readable, but nothing in it can be clicked, called or executed.

What comes out is safe to show on Telegram, Discord and terminals once the platform's markup is escaped.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import phonenumbers

from bot.analysis import domains
from bot.analysis.extract import find_links, find_mail_addresses
from bot.analysis.links import HOST_LETTERS, host_length
from bot.analysis.phones import find_numbers

_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?"  # colours, cursor, screen
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)?"  # titles, links, strings
    r"|\x1b[ -/]{0,16}[0-~]?"
)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff]"
)
_BROKEN = re.compile(r"[\ud800-\udfff]")
_SCHEME = re.compile(r"htt(ps?)(?=\s*[:;]?\s*[/\\])|(?<!h)tt(ps?)(?=://)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])(?!hxxps?:)([A-Za-z][A-Za-z0-9+.-]{1,30}):(?=/{2})")
_DOTTED = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,30}")
_MOST_PASSES = 8  # what one pass takes apart can leave a smaller link to find; two are the rule
_MOST_BORDERS = 60  # in one token; real hosts have a handful
_DOT_IN_HOST = re.compile(r"(?<!\[)\.(?=[^.\]])")
_DOT_IN_PATH = re.compile(rf"(?<=[{HOST_LETTERS}-])\.(?=[{HOST_LETTERS}])")
_MENTION = re.compile(r"(?<![\w.\]])@(?=[\w&!])")
_CHANNEL = re.compile(r"(?<=<)#(?=\d)")
_COMMAND = re.compile(r"(?<![\w/\]%&=?.~:;,+*-])/(?=[A-Za-z])")


def defang(text: str) -> str:
    """`text` with nothing clickable in it. Doing it twice changes nothing more.

    Links become "hxxps://smbc-caeb[.]com", mail addresses "services@oc1001[.]coreserver[.]jp", mentions and bot
    commands get full-width signs, phone numbers "0120[-]123[-]456". Terminal escapes, control, bidirectional and
    invisible characters are removed; line breaks and tabs stay.
    """
    for _ in range(_MOST_PASSES):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def _once(text: str) -> str:
    text = _clean(text)
    edits = [(found.start, found.end, _target(found.target)) for found in find_links(text)]
    edits += [(found.start, found.end, _mail_address(found.address)) for found in find_mail_addresses(text)]
    edits += [
        (number.start, number.end, written) for number in find_numbers(text) if (written := _number(number.number))
    ]
    pieces: list[str] = []
    done = 0
    for start, end, written in sorted(edits):
        if start < done:
            continue
        pieces += (_plain(text[done:start]), written)
        done = end
    pieces.append(_plain(text[done:]))
    return _marks("".join(pieces))


def defang_host(host: str) -> str:
    """A host name that nobody can click: "smbc-caeb[.]com"."""
    return _clean(host).replace("[.]", ".").replace(".", "[.]")


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNSEEN.sub("", _ESCAPE.sub("", text))
    return _BROKEN.sub("\ufffd", text)


def _target(target: str) -> str:
    scheme, separator, rest = target.partition("://")
    if not separator:
        scheme, rest = "", target
    end = re.search(r"[/?#\\]", rest)
    authority, path = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    scheme = (
        scheme.replace("tt", "xx") + separator if scheme.startswith("http") else scheme.replace("t", "x") + separator
    )
    return scheme + _DOT_IN_HOST.sub("[.]", authority) + _DOT_IN_PATH.sub("[.]", path)


def _mail_address(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{_DOT_IN_PATH.sub('[.]', local)}@{domain.replace('.', '[.]')}"


def _number(number: str) -> str | None:
    """A phone number as dialled in Japan, its groups held apart; short codes stay as they are."""
    if not number.startswith("+"):
        return None
    parsed = phonenumbers.parse(number)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == 81
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    groups = re.findall(r"\+?\d+", phonenumbers.format_number(parsed, style))
    return "[-]".join(groups)


def _plain(text: str) -> str:
    """Text outside of links: what a program might still take for one loses its dots."""
    return _DOTTED.sub(_dotted, text) if "." in text else text


def _dotted(match: re.Match[str]) -> str:
    token = match.group()
    name = unicodedata.normalize("NFKC", token)
    # A program may stop at any dot or hyphen: in "evil.top.h" it sees evil.top.
    beginnings = (name[: border.start()] for border in islice(re.finditer(r"[.\-_]|\Z", name), _MOST_BORDERS))
    if domains.ip_address(name) or any("." in beginning and _names_a_host(beginning) for beginning in beginnings):
        return token.replace(".", "[.]")
    return token


def _names_a_host(name: str) -> bool:
    length = host_length(name)
    spelled = domains.spellings(name[:length]) if length else None
    return spelled is not None and domains.registration(spelled[1]).domain is not None


def _marks(text: str) -> str:
    text = _SCHEME.sub(lambda match: "hxx" + (match[1] or match[2]), text)
    text = _OTHER_SCHEME.sub(r"\1[:]", text)
    text = _MENTION.sub("＠", text)
    text = _CHANNEL.sub("＃", text)
    return _COMMAND.sub("／", text)
