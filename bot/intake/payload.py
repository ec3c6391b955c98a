"""The text of a QR code or the like, as what it makes a phone do. Pure; nothing is fetched.

Forms: github.com/zxing/zxing/wiki/Barcode-Contents (WIFI, MECARD, MATMSG, SMSTO, MEBKM, URLTO, geo), RFC 3966 (tel),
RFC 5724 (sms), RFC 6068 (mailto), RFC 6350 (vCard), BIP 21 (bitcoin:), EIP-681 (ethereum:), BOLT 11 (lightning
invoices), github.com/google/google-authenticator/wiki/Key-Uri-Format (otpauth); checked 2026-11-24.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, unquote

from bot.analysis.extract import find_links
from bot.analysis.message import Code
from bot.analysis.wallets import coin_of
from bot.intake.code_services import service_of

LONGEST_VALUE = 4_296  # characters: the most that a QR code holds
LONGEST_FACT = 300

_WEB = re.compile(r"https?://[^\s/\\?#]", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# What a browser runs instead of opening, or what opens another app with orders: never a link of ours.
_ACTIVE = re.compile(r"\s*(?:javascript|vbscript|data|blob|file|about|intent|view-source)\s*:", re.IGNORECASE)
_FORM = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]{1,20}):")
_FIELD = re.compile(r"\s*([A-Za-z0-9-]{1,20})[^:;\\]{0,40}:((?:\\.|[^;\\])*)(?:;|\Z)", re.DOTALL)
_VCARD_LINE = re.compile(r"^(?:item\d+\.)?([A-Za-z-]{1,20})(?:;[^:\r\n]*)?:(.*)$", re.MULTILINE)
_DIALLED = re.compile(r"[+\d*#(). \-\u2010-\u2015\uff10-\uff19\uff0b]{2,60}(?:;[\w=;.+-]*)?")
_LIGHTNING = re.compile(
    r"ln(?:bc|tb|bcrt)[0-9]*[munp]?1[02-9ac-hj-np-z]{50,}|lnurl1[02-9ac-hj-np-z]{20,}", re.IGNORECASE
)
_COINS = {
    "bitcoin": "Bitcoin",
    "bitcoincash": "Bitcoin Cash",
    "ethereum": "Ethereum",
    "litecoin": "Litecoin",
    "dogecoin": "Dogecoin",
    "dash": "Dash",
    "monero": "Monero",
    "solana": "Solana",
    "tron": "TRON",
    "ripple": "XRP",
    "xrpl": "XRP",
    "xrp": "XRP",
    "ton": "TON",
    "cardano": "Cardano",
    "lightning": "Bitcoin Lightning",
}


def read_payload(text: str) -> Code:
    """What the code with this text does. Every text is accepted; what is not understood is of kind text.

    Facts, where there are any: `link`, a web address in it, whole (also in codes of other kinds than link); and, at
    most `LONGEST_FACT` characters each, `network` `security` (wifi), `number` `text` (tel sms), `address` `subject`
    `text` (mail), `name` `number` `mail` (contact), `coin` `address` `amount` (crypto), `issuer` `account` (otp),
    `service` `does` (see `code_services`; also place forward export) and `to`. No secret becomes a fact: neither the
    password of a network nor the seed of a one-time password. The value of a code of kind link is the address itself.
    """
    text = text[:LONGEST_VALUE]
    stripped = text.strip()
    if not stripped or _CONTROLS.search(stripped) or _ACTIVE.match(stripped):
        return _text(text, stripped)
    service = service_of(stripped)
    if service is not None:
        web = _WEB.match(stripped) is not None
        facts = dict(service.facts)
        if service.kind is None and web:
            facts["link"] = stripped
        return _code(service.kind or ("link" if web else "text"), stripped if web else text, **facts)
    form = _FORM.match(stripped)
    if form:
        name, rest = form.group(1).lower(), stripped[form.end() :]
        reader = _READERS.get(name)
        found = reader(text, rest) if reader else None
        if found is not None:
            return found
        if name in _COINS:
            found = _crypto(text, name, rest)
            if found is not None:
                return found
    return _bare(text, stripped)


def _code(kind: str, value: str, **facts: str) -> Code:
    # An address is kept whole, because it is judged; the others are only shown.
    kept = {name: fact if name == "link" else fact[:LONGEST_FACT] for name, fact in facts.items() if fact.strip()}
    return Code(kind, value, kept)


def _text(text: str, stripped: str, **facts: str) -> Code:
    """A code that is only text; a web address inside it is still worth a look."""
    links = () if _ACTIVE.match(stripped) else find_links(stripped)
    if links:
        facts["link"] = links[0].target
    return _code("text", text, **facts)


def _link(address: str) -> Code:
    return Code("link", address, {"link": address})


def _bare(text: str, stripped: str) -> Code:
    """A text without a form: an address of the web, a wallet, or just text."""
    if _WEB.match(stripped) and not re.search(r"\s", stripped):
        return _link(stripped)
    coin = coin_of(stripped) if 25 <= len(stripped) <= 90 and stripped.isalnum() else None
    if coin:
        return _code("crypto", text, coin=_COINS.get(coin, coin), address=stripped)
    if _LIGHTNING.fullmatch(stripped):
        return _code("crypto", text, coin=_COINS["lightning"], address=stripped)
    links = find_links(stripped)
    if len(links) == 1 and links[0].written == stripped:
        return _link(links[0].target)
    return _text(text, stripped)


def _fields(text: str) -> dict[str, str]:
    """The fields of the MECARD family ("KEY:value;…;;"), names in capitals; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _FIELD.finditer(text):
        found.setdefault(match.group(1).upper(), re.sub(r"\\(.)", r"\1", match.group(2), flags=re.DOTALL).strip())
    return found


def _query(text: str) -> dict[str, str]:
    """What stands behind a "?", names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(text.partition("?")[2], keep_blank_values=True):
        found.setdefault(name.lower(), value)
    return found


def _wifi(text: str, rest: str) -> Code | None:
    fields = _fields(rest)
    network = fields.get("S", "").strip('"')
    kind = fields.get("T", "").lower()
    security = "none" if kind in {"", "nopass"} and not fields.get("P") else (kind or "wpa")
    return _code("wifi", text, network=network, security=security) if network else None


def _tel(text: str, rest: str) -> Code | None:
    number = unquote(rest.removeprefix("//")).strip()
    if not _DIALLED.fullmatch(number):
        return None
    number = number.partition(";")[0]
    # Star and hash codes give orders to the network, such as sending all calls elsewhere.
    orders = "forward" if re.search("[*#]", number) else ""
    return _code("tel", text, number=number, does=orders)


def _sms(text: str, rest: str) -> Code | None:
    rest = rest.removeprefix("//")
    to, _, query = rest.partition("?")
    to, _, body = to.partition(":")
    number = unquote(to).strip().strip(",")
    if not re.fullmatch(r"[+\d(). ,;\-]{2,80}", number):
        return None
    said = body if body else _query("?" + query).get("body", "")
    return _code("sms", text, number=number, text=said)


def _mailto(text: str, rest: str) -> Code | None:
    to = unquote(rest.partition("?")[0])
    query = _query(rest)
    address = to or query.get("to", "")
    return _mail(text, address, query.get("subject", ""), query.get("body", ""))


def _matmsg(text: str, rest: str) -> Code | None:
    fields = _fields(rest)
    return _mail(text, fields.get("TO", ""), fields.get("SUB", ""), fields.get("BODY", ""))


def _smtp(text: str, rest: str) -> Code | None:
    address, _, said = rest.partition(":")
    subject, _, body = said.partition(":")
    return _mail(text, address, subject, body)


def _mail(text: str, address: str, subject: str, body: str) -> Code | None:
    return _code("mail", text, address=address, subject=subject, text=body) if "@" in address else None


def _mecard(text: str, rest: str) -> Code | None:
    fields = _fields(rest)
    return _contact(text, fields.get("N", ""), fields.get("TEL", ""), fields.get("EMAIL", ""), fields.get("URL", ""))


def _vcard(text: str, rest: str) -> Code | None:
    if not rest.lower().startswith("vcard"):
        return None
    lines: dict[str, str] = {}
    for match in _VCARD_LINE.finditer(rest):
        lines.setdefault(match.group(1).upper(), re.sub(r"\\([\\,;:])", r"\1", match.group(2)).strip())
    name = lines.get("FN") or " ".join(part for part in lines.get("N", "").split(";") if part) or lines.get("ORG", "")
    return _contact(text, name, lines.get("TEL", "").removeprefix("tel:"), lines.get("EMAIL", ""), lines.get("URL", ""))


def _contact(text: str, name: str, number: str, mail: str, url: str) -> Code | None:
    links = find_links(url)
    link = links[0].target if links else ""
    return _code("contact", text, name=name, number=number, mail=mail, link=link) if name or number or mail else None


def _bookmark(_: str, rest: str) -> Code | None:
    url = _fields(rest).get("URL", "")
    links = find_links(url)
    return _link(links[0].target) if links and links[0].written == url else None


def _address_after(_: str, rest: str) -> Code | None:
    links = find_links(rest)
    return _link(links[0].target) if links and links[0].written == rest.strip() else None


def _place(text: str, rest: str) -> Code | None:
    return _code("text", text, does="place") if re.match(r"-?\d+(\.\d+)?,-?\d", rest) else None


def _otp(text: str, rest: str) -> Code | None:
    match = re.match(r"//[th]otp/([^?]*)", rest, re.IGNORECASE)
    if not match:
        return None
    before, colon, account = unquote(match.group(1)).partition(":")
    issuer = _query(rest).get("issuer", "") or (before if colon else "")
    return _code("otp", text, issuer=issuer.strip(), account=(account if colon else before).strip())


def _otp_export(text: str, rest: str) -> Code | None:
    return _code("otp", text, does="export") if rest.lower().startswith("//offline") else None


def _crypto(text: str, scheme: str, rest: str) -> Code | None:
    """A payment request: the coin's name, an address, and after "?" what is asked for."""
    body = unquote(rest.partition("?")[0]).removeprefix("//").strip()
    if scheme == "ton":
        body = body.removeprefix("transfer/")
    if scheme == "ethereum":
        body = body.removeprefix("pay-")
    address = re.split(r"[@/?&]", body, maxsplit=1)[0]
    query = _query(rest)
    if scheme == "ethereum" and query.get("address", "").startswith("0x"):
        address = query["address"]  # a token's transfer: the first address is the token's, this one the receiver's
    if not re.fullmatch(r"[0-9A-Za-z_:-]{20,2000}", address):
        return None
    return _code("crypto", text, coin=_COINS[scheme], address=address, amount=query.get("amount", ""))


_READERS: dict[str, Callable[[str, str], Code | None]] = {
    "wifi": _wifi,
    "tel": _tel,
    "telprompt": _tel,
    "sms": _sms,
    "smsto": _sms,
    "mms": _sms,
    "mmsto": _sms,
    "mailto": _mailto,
    "matmsg": _matmsg,
    "smtp": _smtp,
    "mecard": _mecard,
    "begin": _vcard,
    "mebkm": _bookmark,
    "urlto": _address_after,
    "url": _address_after,
    "geo": _place,
    "otpauth": _otp,
    "otpauth-migration": _otp_export,
}
