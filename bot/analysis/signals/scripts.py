"""Scripts: known tricks that are told as a story, mostly without any link."""

from bot.analysis.signals.base import Signal, wording

SIGNALS: tuple[Signal, ...] = (
    wording("script.police", "police_script"),
    wording("script.family_emergency", "family_emergency"),
    wording("script.borrow", "borrow_or_favour"),
    wording("script.vote", "vote_request"),
    wording("script.report_accident", "report_accident"),
    wording("script.business", "business_impersonation"),
    wording("script.marketplace", "marketplace_trick"),
    wording("script.mailbox_full", "mailbox_full"),
)
