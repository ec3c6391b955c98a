"""Saved mails of every kind, each with the message that it has to become."""

import json
from pathlib import Path

import pytest

from bot.analysis.message import Enclosure, Link, Message, Sender
from bot.intake.mail import read_mail
from bot.intake.outlook import read_outlook

HERE = Path(__file__).parent / "mails"
ROWS = [json.loads(line) for line in (HERE / "expected.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_saved_mail_becomes_this_message(row):
    data = (HERE / row["file"]).read_bytes()
    expected = Message(
        body=row.get("body", ""),
        subject=row.get("subject"),
        sender=Sender(**row.get("sender", {})),
        links=tuple(Link(target, visible) for target, visible in row.get("links", ())),
        channel="email",
        comment=row.get("comment", ""),
        quoted=row.get("quoted", ""),
        enclosures=tuple(Enclosure(*one) for one in row.get("enclosures", ())),
        hidden=row.get("hidden", ""),
        failed=tuple(row.get("failed", ())),
    )
    assert (read_outlook if row["file"].endswith(".msg") else read_mail)(data) == expected


def test_every_file_is_in_the_table():
    files = {path.name for path in HERE.iterdir() if path.suffix in {".eml", ".msg"}}
    assert files == {row["file"] for row in ROWS}
