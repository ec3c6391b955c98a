"""Demands: what the message wants its reader to do or hand over."""

from bot.analysis.signals.base import Signal, wording

SIGNALS: tuple[Signal, ...] = (
    wording("demand.code", "ask_code"),
    wording("demand.giftcard", "ask_giftcard"),
    wording("demand.credentials", "ask_credentials"),
    wording("demand.card", "ask_card"),
    wording("demand.crypto", "ask_crypto"),
    wording("demand.transfer", "ask_transfer"),
    wording("demand.unpaid", "unpaid"),
    wording("demand.id_photo", "ask_id_photo"),
    wording("demand.personal_info", "ask_personal"),
    wording("demand.verify", "verify_identity"),
    wording("demand.install", "ask_install"),
    wording("demand.move_to_messenger", "move_to_messenger"),
    wording("demand.call", "ask_call"),
    wording("demand.reply", "ask_reply"),
    wording("demand.click", "click"),
)
