"""Addresses to fit and measure the link model with: reported phishing, and genuine ones.

Phishing is split by year, genuine addresses by registrable domain, so that what is measured was never fitted to.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.analysis.address import Address, locate
from bot.analysis.brands import BrandIndex
from bot.analysis.domains import listed
from bot.knowledge import knowledge

FIT_YEAR = "2023"
MEASURE_YEAR = "2024"


@dataclass(frozen=True, slots=True)
class Url:
    """One address. `month` ("2024-05") is when it was reported, `section` the heading it stands under; else empty."""

    text: str
    address: Address
    phishing: bool
    month: str = ""
    section: str = ""

    @property
    def domain(self) -> str:
        """What was registered, so that addresses of one owner are kept together."""
        final = self.address.final
        return final.registrable_domain or final.host_ascii


def read_phishing(path: Path) -> Iterator[Url]:
    """The reported addresses of a list with the columns date, URL, description; each once.

    The file may be compressed (.gz). Raises ValueError where it is no such list.
    """
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    seen: set[str] = set()
    for row in csv.DictReader(io.StringIO(text)):
        if "URL" not in row or "date" not in row:
            raise ValueError(f"{path}: needs the columns date and URL")
        target = row["URL"].strip()
        address = locate(target, knowledge().services)
        if target not in seen and address is not None:
            seen.add(target)
            yield Url(target, address, True, month=row["date"][:7].replace("/", "-"))


def read_genuine(path: Path) -> Iterator[Url]:
    """The addresses of a list, one a line, each once; "# …" begins a section. Raises ValueError for an empty one."""
    section = ""
    seen: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        target = line.strip()
        if target.startswith("#"):
            section = target.removeprefix("#").strip()
            continue
        address = locate(target, knowledge().services) if target and target not in seen else None
        if address is not None:
            seen.add(target)
            yield Url(target, address, False, section=section)
    if not seen:
        raise ValueError(f"{path}: holds no address")


# What genuine sites put before their name and behind it. A list of mere names shows neither, and a model fitted to it
# would take both for signs of phishing.
_BEFORE_NAMES = (
    "login my mypage account accounts id sso auth secure support help faq shop store news blog info mail m mobile"
    " member members app web portal online service services www2 www3 pay api cdn static img dev docs status go"
    " link links click email e event events lp corp recruit careers ir about community forum search jp ja us uk en"
    " de global my-page user users customer card bank point points order cart test beta stage home page net server"
    " ns mx vpn remote cloud files"
)
_BEHIND_NAMES = (
    "login index.html index.php about contact news blog ja jp en user account mypage products docs p a s item"
    " login.php wp-content/uploads/2024/05/menu.pdf top.html home signin entry info faq help support search?q=a"
    " detail.php?id=12"
)
_BEFORE = tuple(_BEFORE_NAMES.split())
_BEHIND = tuple(_BEHIND_NAMES.split())
_DRESSED = 4  # of how many names one gets something before it, and one something behind it


def dressed(url: Url) -> Url:
    """A bare host as a genuine link might show it: mostly bare still, sometimes with a subdomain or a path."""
    target = _dressed(url.text)
    address = locate(target, knowledge().services)
    return url if address is None else replace(url, text=target, address=address)


def _dressed(name: str) -> str:
    chance = zlib.crc32(name.encode() + b"/")
    if chance % _DRESSED == 0 and name.count(".") == 1:
        name = f"{_BEFORE[chance // 8 % len(_BEFORE)]}.{name}"
    return f"{name}/{_BEHIND[chance // 1024 % len(_BEHIND)]}" if chance // 4 % _DRESSED == 0 else name


def is_for_fitting(url: Url) -> bool:
    """Whether a genuine address belongs to the half that is fitted to. All of one registrable domain go together."""
    return zlib.crc32(url.domain.encode()) % 2 == 0


def is_exempt(url: Url) -> bool:
    """Whether the knowledge vouches for the host where it leads in the end, so that the model is not asked."""
    host = url.address.final.host_ascii
    services = knowledge().services
    return (
        _index().may_own(host) is not None
        or listed(host, services.shared_platforms) is not None
        or listed(host, services.mail_delivery) is not None
    )


@cache
def _index() -> BrandIndex:
    return BrandIndex(knowledge())
