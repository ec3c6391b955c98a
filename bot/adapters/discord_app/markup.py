"""Discord's markup, both ways: what a reader of a message sees, and our words so that nothing in them is markup."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bot.analysis.message import Link

# [label](https://target), [label](<https://target> "title"); one level of brackets inside the target.
_MASKED_LINK = re.compile(
    r"\[(?P<label>[^\[\]\n]{1,500})\]"
    r"\([ ]?<?(?P<target>https?://[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*){0,8})>?(?: \"[^\"\n]{0,200}\")?[ ]?\)",
    re.IGNORECASE,
)
_ANGLE_LINK = re.compile(r"<(?P<target>https?://[^\s<>]+)>", re.IGNORECASE)
_CODE_FENCE = re.compile(r"```(?:[\w+-]{1,20}\n)?")
_PAIRED = re.compile(r"\*\*(?=\S)([^*\n]{1,1000})\*\*|\|\|([^|]{1,1000})\|\|")
_TOKEN = re.compile(
    r"<(?:(?P<role>@&\d{15,20})|(?P<user>@!?\d{15,20})|(?P<channel>#\d{15,20})"
    r"|a?(?P<emoji>:\w{2,32}:)\d{15,20}|t:(?P<time>-?\d{1,12})(?::\w)?)>"
)

# Characters that open markup anywhere; `](` and `://` only matter together, so that text stays fit for copying.
_ANYWHERE = re.compile(r"[\\*_~|`<]|(?<=\])\(|:(?=//)|@(?=everyone|here)")
_LINE_START = re.compile(r"^(\s*)([#>+-])|^(\s*\d{1,9})([.)])", re.MULTILINE)
# Discord unfolds invitations that carry no scheme, and the switch for previews does not stop that.
_OWN_HOST = re.compile(r"\b(discord(?:app)?)\.(?=(?:gg|com|new|me)\b)", re.IGNORECASE)


def read_markup(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text as a reader sees it, and the links whose target the reader does not see or that were marked as links.

    Mentions lose their ids: who was mentioned is nobody's business here.
    """
    links: list[Link] = []

    def masked(match: re.Match[str]) -> str:
        label = match["label"]
        links.append(Link(target=match["target"], visible=label))
        return label

    def angled(match: re.Match[str]) -> str:
        links.append(Link(target=match["target"]))
        return match["target"]

    text = _CODE_FENCE.sub("", text.replace("\r\n", "\n"))
    text = _MASKED_LINK.sub(masked, text)
    text = _ANGLE_LINK.sub(angled, text)
    text = _TOKEN.sub(_token, text)
    text = _PAIRED.sub(lambda match: match[1] or match[2], text)
    return text.strip(), tuple(links)


def _token(match: re.Match[str]) -> str:
    if match["role"]:
        return "@role"
    if match["user"]:
        return "@user"
    if match["channel"]:
        return "#channel"
    if match["emoji"]:
        return match["emoji"]
    try:
        return datetime.fromtimestamp(int(match["time"]), UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (ValueError, OverflowError, OSError):
        return ""


def escape(text: str) -> str:
    """`text` written so that Discord shows it letter by letter: no markup, mention, link, invitation or heading."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    text = _OWN_HOST.sub(r"\1\\.", text)
    return _LINE_START.sub(lambda match: f"{match[1] or match[3] or ''}\\{match[2] or match[4]}", text)


def clickable(label: str, url: str) -> str:
    """A link to one of our own pages, without preview. Raises ValueError for a `url` that could break out of it."""
    if not re.fullmatch(r"https?://[^\s<>()\[\]\\]+", url):
        raise ValueError("a link needs a plain http address")
    if "://" in label:
        return f"<{url}>"  # Discord does not mask a link behind another address
    label = re.sub(r"[\[\]]", r"\\\g<0>", escape(" ".join(label.split())))
    return f"[{label}](<{url}>)"
