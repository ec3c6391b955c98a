"""What to do now, in three lines: what to leave alone, how to be sure, how to be rid of it."""

from __future__ import annotations

from bot.analysis.message import Message
from bot.analysis.report import Demand, Kind, Report
from bot.recovery.account import Situation
from bot.wording.words import Words

_FIRST_BY_KIND = {
    Kind.SUPPORT: "do-close-screen",
    Kind.POLICE: "do-hang-up",
    Kind.INVESTMENT: "do-no-money",
    Kind.ROMANCE: "do-no-money",
    Kind.JOB: "do-no-apply",
    Kind.YAMIBAITO: "do-no-apply",
    Kind.EXTORTION: "do-no-threat",
    Kind.TAKEOVER: "do-no-code",
}
# The first that the message demands decides; a link is named before what waits behind it.
_FIRST_BY_DEMAND = (
    (Demand.GIFTCARD, "do-no-giftcard"),
    (Demand.INSTALL, "do-no-install"),
    (Demand.CLICK, "do-no-click"),
    (Demand.CALL, "do-no-call"),
    (Demand.OTP, "do-no-code"),
    (Demand.CARD, "do-no-card"),
    (Demand.CREDENTIALS, "do-no-card"),
    (Demand.CRYPTO, "do-no-crypto"),
    (Demand.PAYMENT, "do-no-pay"),
    (Demand.PERSONAL_INFO, "do-no-identity"),
    (Demand.MOVE_CHANNEL, "do-no-move"),
)
_CONSUMER = frozenset({Kind.INVESTMENT, Kind.ROMANCE, Kind.JOB, Kind.CRYPTO, Kind.PRIZE, Kind.DONATION, Kind.BILLING})
_KEEP = frozenset(
    {Kind.POLICE, Kind.INVESTMENT, Kind.ROMANCE, Kind.EXTORTION, Kind.YAMIBAITO, Kind.BEC, Kind.MARKETPLACE}
)
_OFFICES = frozenset({"public", "utility"})  # known by their pages and counters rather than by an app
_CHATS = frozenset({"line", "dm", "discord", "telegram"})

_USUAL = (Situation.RECEIVED_ONLY, Situation.CLICKED_LINK, Situation.ENTERED_PASSWORD, Situation.ENTERED_CARD)
_CHOICES = {
    Kind.SUPPORT: (
        Situation.RECEIVED_ONLY,
        Situation.CALLED_NUMBER,
        Situation.REMOTE_ACCESS,
        Situation.BOUGHT_GIFTCARD,
        Situation.SENT_MONEY,
    ),
    Kind.POLICE: (
        Situation.RECEIVED_ONLY,
        Situation.CALLED_NUMBER,
        Situation.GAVE_PERSONAL_INFO,
        Situation.SENT_MONEY,
    ),
    Kind.INVESTMENT: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.SENT_MONEY, Situation.SENT_ID_PHOTO),
    Kind.ROMANCE: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.SENT_MONEY, Situation.SENT_INTIMATE_IMAGE),
    Kind.CRYPTO: (Situation.RECEIVED_ONLY, Situation.CLICKED_LINK, Situation.ENTERED_PASSWORD, Situation.SENT_CRYPTO),
    Kind.JOB: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.SENT_ID_PHOTO, Situation.SENT_MONEY),
    Kind.YAMIBAITO: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.APPLIED_YAMIBAITO, Situation.SENT_ID_PHOTO),
    Kind.EXTORTION: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.SENT_CRYPTO, Situation.SENT_INTIMATE_IMAGE),
    Kind.TAKEOVER: (
        Situation.RECEIVED_ONLY,
        Situation.GAVE_OTP,
        Situation.ENTERED_PASSWORD,
        Situation.ACCOUNT_TAKEN_OVER,
    ),
    Kind.BILLING: (Situation.RECEIVED_ONLY, Situation.CALLED_NUMBER, Situation.SENT_MONEY, Situation.BOUGHT_GIFTCARD),
    Kind.BEC: (Situation.RECEIVED_ONLY, Situation.REPLIED, Situation.SENT_MONEY, Situation.BOUGHT_GIFTCARD),
    Kind.MARKETPLACE: (Situation.RECEIVED_ONLY, Situation.CLICKED_LINK, Situation.ENTERED_CARD, Situation.SENT_MONEY),
}


def choices(report: Report) -> tuple[Situation, ...]:
    """What may have happened already with such a message, the most usual first."""
    return _CHOICES.get(report.kind, _USUAL) if report.kind else _USUAL


def advice(words: Words, report: Report, message: Message) -> tuple[str, ...]:
    """At most three lines on what to do now."""
    return (_leave_alone(words, report), _be_sure(words, report), _be_rid(words, report, message))


def _is_family(report: Report) -> bool:
    """Whether somebody poses as the person's own family, which is no kind of its own."""
    return any(item.signal == "script.family_emergency" for item in report.evidence)


def _leave_alone(words: Words, report: Report) -> str:
    if _is_family(report):
        return words.text("do-hang-up-family")
    if any(item.signal.startswith("enclosure.") for item in report.evidence):
        return words.text("do-no-attachment")
    key = _FIRST_BY_KIND.get(report.kind) if report.kind else None
    if key is None and report.links:
        key = "do-no-install" if Demand.INSTALL in report.asks_for else "do-no-click"
    if key is None:
        key = next((line for demand, line in _FIRST_BY_DEMAND if demand in report.asks_for), "do-no-reply")
    return words.text(key)


def _be_sure(words: Words, report: Report) -> str:
    police = words.number("police_9110")
    consumer = words.number("shohisha_188")
    brand = words.brand(report.told)
    if _is_family(report):
        return words.text("do-call-family")
    match report.kind:
        case Kind.POLICE | Kind.EXTORTION if police:
            return words.text("do-ask-police", number=police)
        case Kind.YAMIBAITO if police:
            return words.text("do-yamibaito-protect", number=police)
        case Kind.SUPPORT:
            return words.text("do-support-close")
        case Kind.BEC:
            return words.text("do-ask-company")
        case Kind.TAKEOVER if brand is None:
            return words.text("do-ask-friend")
        case kind if kind in _CONSUMER and consumer and (brand is None or kind is Kind.INVESTMENT):
            return words.text("do-ask-consumer", number=consumer)
    if brand and brand.category in _OFFICES:
        return words.text("do-check-office", brand=words.brand_name(brand))
    if brand and brand.app:
        return words.text("do-check-app", brand=words.brand_name(brand), place=brand.app)
    if brand:
        return words.text("do-check-brand", brand=words.brand_name(brand))
    return words.text("do-check-official")


def _be_rid(words: Words, report: Report, message: Message) -> str:
    if report.kind is Kind.SUPPORT:
        return words.text("do-support-refuse")
    if report.kind in _KEEP:
        return words.text("do-keep-report")
    if message.channel in _CHATS:
        return words.text("do-block-delete")
    brand = words.brand(report.told)
    if brand and (brand.report_url or brand.report_email):
        return words.text("do-report-brand", brand=words.brand_name(brand))
    return words.text("do-report-delete")
