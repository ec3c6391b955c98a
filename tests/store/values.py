"""Values to put into a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.analysis.message import Message, Sender
from bot.community.fingerprint import fingerprint
from bot.store import Case, Event, Indicator, Sample

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TARO = "a" * 32
HANAKO = "b" * 32
CHAT = "c" * 32


def parcel(link: str = "http://parcel-check.example/a") -> Message:
    return Message(
        body=f"お荷物をお届けにあがりましたが不在のため持ち帰りました。下記よりご確認ください。{link}",
        sender=Sender(number="09000000000"),
        channel="sms",
    )


def case(number: int = 1, **changes: Any) -> Case:
    base = Case(
        id=f"case{number}",
        reporter=TARO,
        chat=CHAT,
        platform="telegram",
        locale="ja",
        opened=NOON,
        updated=NOON,
        message=parcel(),
        verdict="scam",
        kind="delivery",
        brand="yamato",
        situations=("clicked_link", "entered_card"),
        device="iphone",
        done=("stop-card",),
    )
    return replace(base, **changes)


def sample(number: int = 1, message: Message | None = None, **changes: Any) -> Sample:
    message = message or parcel()
    base = Sample(
        case=f"case{number}",
        reporter=TARO,
        platform="telegram",
        seen=NOON + timedelta(minutes=number),
        message=message,
        verdict="scam",
        score=0.97,
        kind="delivery",
        brand="yamato",
        indicators=(Indicator("domain", "parcel-check.example"), Indicator("number", "09000000000")),
        fingerprint=fingerprint(message),
    )
    return replace(base, **changes)


def event(key: str = "e" * 32, **changes: Any) -> Event:
    return replace(Event(key=key, reporter=TARO, seen=NOON), **changes)
