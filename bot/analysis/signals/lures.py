"""Lures: what the message holds out, or which small trouble it offers to mend."""

from bot.analysis.signals.base import Signal, wording

SIGNALS: tuple[Signal, ...] = (
    wording("lure.parcel_problem", "parcel_problem"),
    wording("lure.refund", "refund"),
    wording("lure.prize", "prize"),
    wording("lure.easy_money", "easy_money"),
    wording("lure.dark_job", "dark_job"),
    wording("lure.investment", "investment"),
    wording("lure.celebrity", "celebrity"),
    wording("lure.romance", "romance"),
    wording("lure.shop_bait", "shop_bait"),
    wording("lure.donation", "donation"),
    wording("lure.compensation", "compensation"),
    wording("lure.public_office", "gov_notice"),
)
