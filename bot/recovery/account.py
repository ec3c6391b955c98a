"""What a person says has happened, and what to do about it: the values of the recovery side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Situation(StrEnum):
    """What happened to the person, or what they ask."""

    RECEIVED_ONLY = "received_only"
    CLICKED_LINK = "clicked_link"
    SCANNED_QR = "scanned_qr"
    OPENED_ATTACHMENT = "opened_attachment"
    ENTERED_PASSWORD = "entered_password"  # noqa: S105 - the name of a situation
    ENTERED_CARD = "entered_card"
    ENTERED_BANK = "entered_bank"
    GAVE_OTP = "gave_otp"
    GAVE_PERSONAL_INFO = "gave_personal_info"
    SENT_ID_PHOTO = "sent_id_photo"
    INSTALLED_APP = "installed_app"
    INSTALLED_PROFILE = "installed_profile"
    CALLED_NUMBER = "called_number"
    REMOTE_ACCESS = "remote_access"
    SENT_MONEY = "sent_money"
    BOUGHT_GIFTCARD = "bought_giftcard"
    SENT_CRYPTO = "sent_crypto"
    REPLIED = "replied"
    ACCOUNT_TAKEN_OVER = "account_taken_over"
    UNAUTHORIZED_CHARGE = "unauthorized_charge"
    CARRIER_BILLING = "carrier_billing"
    SECURITIES_ACCOUNT = "securities_account"
    SIM_SWAP = "sim_swap"
    APPLIED_YAMIBAITO = "applied_yamibaito"
    SENT_INTIMATE_IMAGE = "sent_intimate_image"
    ASKS_IF_SCAM = "asks_if_scam"
    ASKS_REPORT = "asks_report"
    OTHER_OFFTOPIC = "other_offtopic"


class Device(StrEnum):
    """The device it happened on."""

    IPHONE = "iphone"
    ANDROID = "android"
    PC = "pc"
    MAC = "mac"


@dataclass(frozen=True, slots=True)
class Account:
    """What `understand` made of a person's words. Each tuple in order of first mention, without repeats.

    `situations` happened; `denied` the text says did not; `nearly` was stopped in time; `supposed` is asked
    about only ("what if I click?"). `offer` is what to offer as buttons when the text leaves it open; empty
    when it is clear. `whose` is None for the writer's own case, else the word for whose it was ("母").
    """

    situations: tuple[Situation, ...] = ()
    denied: tuple[Situation, ...] = ()
    nearly: tuple[Situation, ...] = ()
    supposed: tuple[Situation, ...] = ()
    offer: tuple[Situation, ...] = ()
    brand: str | None = None
    device: Device | None = None
    whose: str | None = None
    language: str = "ja"


class Urgency(StrEnum):
    """How fast harm grows."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. Its words are in the locale under `step-<id>`; `desk` is a contact id of the knowledge.

    `situations` are those that ask for this step; `deadline` tells whether the locale has a time limit for it
    (`step-<id>.deadline`), `caution` whether it has a warning (`step-<id>.caution`).
    """

    id: str
    urgency: Urgency
    desk: str | None
    situations: tuple[Situation, ...]
    deadline: bool = False
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, first things first. Every id is a message id of the locale.

    `calm` are reassuring lines that hold for this case; `avoid` what not to do; `keep` what to keep as
    evidence; `tomorrow` and `next_month` what to check later; `ask` situations worth asking about, because
    they would change the order.
    """

    situations: tuple[Situation, ...]
    steps: tuple[Step, ...]
    calm: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    next_month: tuple[str, ...] = ()
    ask: tuple[Situation, ...] = ()
    brand: str | None = None
    device: Device | None = None
