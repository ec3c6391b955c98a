"""One table of files of every kind, each with the message that it has to become, or why it becomes none.

The rows of `mails/expected.jsonl` belong to it; the 60 screenshots have theirs in `screens/truth.jsonl`, because what
an engine reads off a picture is measured, not compared letter by letter.
"""

import importlib.util
import json
from pathlib import Path

import pytest

from bot.analysis.message import Message
from bot.intake import Unreadable, read_attachment

HERE = Path(__file__).parent
PICTURES = {"png", "jpg", "webp", "gif", "bmp", "tiff", "heic"}


def rows(table: str, folder: str = "") -> list[dict]:
    lines = (HERE / table).read_text(encoding="utf-8").splitlines()
    return [{**row, "file": folder + row["file"]} for row in map(json.loads, lines)]


ROWS = rows("files.jsonl") + rows("mails/expected.jsonl", "mails/")


def told(message: Message) -> dict:
    """The message as a row tells it: only what is there."""
    sender = {
        name: value for name in ("name", "address", "number", "reply_to") if (value := getattr(message.sender, name))
    }
    fields = {
        "subject": message.subject,
        "sender": sender,
        "body": message.body,
        "comment": message.comment,
        "quoted": message.quoted,
        "hidden": message.hidden,
        "links": [[link.target, link.visible] for link in message.links],
        "enclosures": [[one.name, one.kind, one.disguised] for one in message.enclosures],
        "codes": [[code.kind, code.value] for code in message.codes],
        "failed": list(message.failed),
        "channel": message.channel,
        "from_picture": message.from_picture,
    }
    return {name: value for name, value in fields.items() if value}


def outcome(path: Path) -> dict | str:
    try:
        return told(read_attachment(path.name, None, path.read_bytes()))
    except Unreadable as unreadable:
        return unreadable.reason.value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_file_becomes_this_message(row):
    path = HERE / row["file"]
    if path.suffix[1:] in PICTURES and importlib.util.find_spec("faster_paddle") is None:
        pytest.skip("the engine is not installed")
    expected = {name: value for name, value in row.items() if value and name not in ("file", "reason")}
    if row["file"].startswith("mails/"):
        expected["channel"] = "email"
        expected["enclosures"] = [[*one, *(None,) * (3 - len(one))] for one in expected.pop("enclosures", [])]
    assert outcome(path) == ({name: value for name, value in expected.items() if value} or row["reason"])


def test_the_table_holds_every_file_and_kind():
    files = {row["file"] for row in ROWS}
    assert len(files) >= 75
    for folder in ("others", "codes", "pdfs"):
        assert {f"{folder}/{path.name}" for path in (HERE / folder).iterdir() if path.is_file()} <= files
    assert {Path(file).suffix[1:] for file in files} >= {
        "eml",
        "msg",
        "html",
        "pdf",
        "txt",
        "zip",
        "exe",
        "lnk",
        "iso",
        *PICTURES,
    }
