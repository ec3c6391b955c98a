"""Codes of well-known services: what scanning one does, told from how its text begins.

Beginnings, all checked 2026-11-24. Published by the service: LINE (developers.line.biz, "LINE URL scheme"), Telegram
(core.telegram.org/api/qr-login and /api/links), PayPay (developer.paypay.ne.jp, web payment), EMVCo (merchant-presented
QR, "Payload Format Indicator"), Steam's short links (gist xPaw/71bdd96b32d9c7e97345c9718b8fc6fe). Seen in the public
source code of clients and bots, where the service publishes nothing: Discord (discord.com/ra), LINE's login codes
(line.me/R/au/lgn/sq), WhatsApp (wa.me/settings/linked_devices), Signal (sgnl://linkdevice), PayPay's personal codes
(qr.paypay.ne.jp/p2p01_) and money links (pay.paypay.ne.jp), WeChat (wxp://, u.wechat.com), Alipay (qr.alipay.com).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """What a code of a service does. `kind` as in `Code`; None: a link, or text where it is no web address.

    `facts` for the sentence: `service` (name), `does` (login friend group pay wallet esim), for PayPay `to`
    (person link).
    """

    beginning: re.Pattern[str]
    kind: str | None
    facts: Mapping[str, str]


def service_of(text: str) -> Service | None:
    """The service whose code `text` is, or None.

    Hosts are compared whole: "https://qr.paypay.ne.jp@evil.top" and "https://qr.paypay.ne.jp.evil.top" are nobody's.
    """
    return next((service for service in SERVICES if service.beginning.match(text)), None)


def _web(rest: str, kind: str | None = None, **facts: str) -> Service:
    """A code that is a web address; `rest` is host and path as an expression."""
    # Nothing that a browser would take for something else ("\" for "/") may be in it.
    return Service(re.compile(rf"https?://{rest}(?!.*[\\\s])", re.IGNORECASE), kind, facts)


def _own(beginning: str, kind: str | None = None, **facts: str) -> Service:
    """A code in a form of the service's own."""
    return Service(re.compile(beginning, re.IGNORECASE), kind, facts)


# The first that fits counts.
SERVICES: tuple[Service, ...] = (
    _web(r"(?:www\.)?discord(?:app)?\.com/ra/", does="login", service="Discord"),
    _web(r"(?:www\.)?discord(?:app)?\.com/invite/", does="group", service="Discord"),
    _web(r"discord\.gg/", does="group", service="Discord"),
    _web(r"line\.me/r/au/(?:lgn/|q/)", does="login", service="LINE"),
    _own(r"line://au/(?:lgn/|q/)", does="login", service="LINE"),
    _web(r"(?:line\.me/r/pay\b|(?:[a-z-]+\.)?pay\.line\.me/)", "linepay"),
    _own(r"(?:line://pay\b|linepay://)", "linepay"),
    _web(r"line\.me/(?:r/)?ti/g2?/", does="group", service="LINE"),
    _own(r"line://ti/g2?/", does="group", service="LINE"),
    _web(r"(?:line\.me/(?:r/)?(?:ti/p/|oamessage/|oa/)|lin\.ee/|page\.line\.me/)", does="friend", service="LINE"),
    _own(r"line://(?:ti/p/|oamessage/)", does="friend", service="LINE"),
    _web(r"qr\.paypay\.ne\.jp/p2p", "paypay", to="person"),
    _web(r"pay\.paypay\.ne\.jp/\w", "paypay", to="link"),
    _web(r"(?:qr\.paypay\.ne\.jp/|(?:www\.)?paypay\.ne\.jp/app/cashier\b)", "paypay"),
    _own(r"paypay://", "paypay"),
    _web(r"wa\.me/settings/linked_devices\b", does="login", service="WhatsApp"),
    _own(r"\d@[\w+/=-]{20,},[\w+/=]{20,},", does="login", service="WhatsApp"),
    _web(r"(?:wa\.me/|api\.whatsapp\.com/send)", does="friend", service="WhatsApp"),
    _web(r"chat\.whatsapp\.com/", does="group", service="WhatsApp"),
    _own(r"tg:(?://)?login\?", does="login", service="Telegram"),
    _own(r"tg:(?://)?join\?", does="group", service="Telegram"),
    _own(r"tg:(?://)?(?:resolve|contact)\?", does="friend", service="Telegram"),
    _web(r"(?:t|telegram)\.me/(?:\+|joinchat/)", does="group", service="Telegram"),
    _web(r"(?:t|telegram)\.me/\w", does="friend", service="Telegram"),
    _own(r"(?:sgnl://linkdevice|tsdevice:/)", does="login", service="Signal"),
    _web(r"s\.team/q/", does="login", service="Steam"),
    _web(r"login\.(?:weixin\.qq|wechat)\.com/l/", does="login", service="WeChat"),
    _web(r"(?:u\.wechat\.com|weixin\.qq\.com/r)/", does="friend", service="WeChat"),
    _web(r"weixin\.qq\.com/g/", does="group", service="WeChat"),
    _own(r"(?:wxp://|weixin://wxpay/)", does="pay", service="WeChat Pay"),
    _web(r"qr\.alipay\.com/", does="pay", service="Alipay"),
    _own(r"alipays?://", does="pay", service="Alipay"),
    _own(r"000201(?:\d\d.*)?6304[0-9a-f]{4}\Z", does="pay", service="EMV"),
    _own(r"wc:[0-9a-f-]{32,64}@\d", does="wallet"),
    _own(r"lpa:1\$", does="esim"),
)
