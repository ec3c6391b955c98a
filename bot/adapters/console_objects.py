"""Answers as plain objects, for programs. The field names are a contract: add, never rename."""

from __future__ import annotations

from typing import Any

from bot.analysis.message import Message
from bot.analysis.report import Evidence, JudgedLink, Report
from bot.wording.plain import plain
from bot.wording.reply import Campaign, Reply

Object = dict[str, Any]


def reply_object(reply: Reply | None) -> Object:
    """An answer of the chat. Without a reply (an event that was answered before): all fields empty."""
    if reply is None:
        reply = Reply(())
    report = reply.report
    return {
        "text": plain(reply.blocks),
        "severity": reply.severity.value,
        "buttons": [{"action": item.action, "label": item.label} for row in reply.buttons for item in row],
        "verdict": report.verdict.value if report else None,
        "score": report.score if report else None,
        "kind": report.kind.value if report and report.kind else None,
        "brand": report.brand if report else None,
        "evidence": [_evidence(item) for item in report.evidence] if report else [],
        "situations": list(reply.situations),
        "steps": [
            {"id": step.id, "text": step.text, "contact": step.contact, "done": step.done} for step in reply.steps
        ],
        "question": reply.question,
        "campaign": _campaign(reply.campaign),
    }


def check_object(message: Message, report: Report, reply: Reply) -> Object:
    """The result of a one-shot check."""
    sender = message.sender
    return {
        "verdict": report.verdict.value,
        "score": report.score,
        "kind": report.kind.value if report.kind else None,
        "brand": report.brand,
        "asks_for": [item.value for item in report.asks_for],
        "evidence": [_evidence(item) for item in report.evidence],
        "links": [_link(item) for item in report.links],
        "sender": sender.address or sender.number or sender.name,
        "sender_name": sender.name,
        "subject": message.subject,
        "text": message.body,
        "question": reply.question,
        "reply": plain(reply.blocks),
    }


def _evidence(evidence: Evidence) -> Object:
    span = evidence.span
    return {
        "signal": evidence.signal,
        "weight": evidence.weight,
        "quote": evidence.quote,
        "span": {"part": span.part.value, "start": span.start, "end": span.end} if span else None,
        "facts": dict(evidence.facts),
    }


def _link(link: JudgedLink) -> Object:
    return {
        "target": link.target,
        "visible": link.visible,
        "host": link.host,
        "registrable_domain": link.registrable_domain,
        "brand": link.brand,
    }


def _campaign(campaign: Campaign | None) -> Object | None:
    if campaign is None:
        return None
    return {
        "id": campaign.id,
        "reports": campaign.reports,
        "reporters": campaign.reporters,
        "first_seen": campaign.first_seen.isoformat(),
    }
