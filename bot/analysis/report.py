"""What the analysis says of a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.analysis.message import Span


class Verdict(StrEnum):
    """How sure we are. There is no "safe": `no_sign` needs positive evidence and still says how to be sure."""

    SCAM = "scam"
    SUSPICIOUS = "suspicious"
    UNCLEAR = "unclear"
    NO_SIGN = "no_sign"


class Kind(StrEnum):
    """The trick being played."""

    BRAND_PHISHING = "brand_phishing"
    DELIVERY = "delivery"
    TAX = "tax"
    BILLING = "billing"
    SUPPORT = "support"
    POLICE = "police"
    EXTORTION = "extortion"
    INVESTMENT = "investment"
    ROMANCE = "romance"
    JOB = "job"
    YAMIBAITO = "yamibaito"
    PRIZE = "prize"
    REFUND = "refund"
    TAKEOVER = "takeover"
    MARKETPLACE = "marketplace"
    CRYPTO = "crypto"
    GAMING = "gaming"
    BEC = "bec"
    MAILBOX = "mailbox"
    DONATION = "donation"
    OTHER = "other"


class Demand(StrEnum):
    """What the message wants from its reader (`asks_for`)."""

    CREDENTIALS = "credentials"
    CARD = "card"
    OTP = "otp"
    PERSONAL_INFO = "personal_info"
    PAYMENT = "payment"
    CALL = "call"
    INSTALL = "install"
    REPLY = "reply"
    CRYPTO = "crypto"
    CLICK = "click"
    GIFTCARD = "giftcard"
    MOVE_CHANNEL = "move_channel"


class Question(StrEnum):
    """The one thing to ask for when a message cannot be judged."""

    FULL_TEXT = "full_text"  # the words of the message
    SENDER = "sender"  # the address or number it came from
    LINK = "link"  # where its link leads
    CONTEXT = "context"  # who it is from and how it began


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against. `weight` is in log-odds: above 0 speaks for a scam, below 0 against.

    `quote` is the exact text at `span`, or empty where the reason is about something missing.
    `facts` are the values that the sentence in the locale names.
    """

    signal: str
    weight: float
    quote: str = ""
    span: Span | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JudgedLink:
    """A link of the message. `brand` is the id of the brand that owns the host, if a known one does."""

    target: str
    visible: str | None
    host: str | None
    registrable_domain: str | None
    brand: str | None
    approximate: bool = False  # read off a picture: single letters may be wrong


@dataclass(frozen=True, slots=True)
class Report:
    """The analysis of one message. `score` is the estimated probability (0 to 1) that it is a scam."""

    verdict: Verdict
    score: float
    kind: Kind | None
    brand: str | None  # id of the brand whose name is used, for counting; None where it is none or not known
    asks_for: tuple[Demand, ...]
    evidence: tuple[Evidence, ...]  # strongest first
    links: tuple[JudgedLink, ...]
    question: Question | None
    told: str | None = None  # brand to tell a person: `brand` may be its parent, or known from the trick alone
