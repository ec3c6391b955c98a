"""The one-shot check of files."""

import io
import json
import sys

import pytest

from bot.__main__ import main
from bot.settings import names

MAIL = """From: Amazon <services@oc1001.coreserver.jp>
Subject: Amazon account
Content-Type: text/html; charset=utf-8

<p>Amazonアカウントの利用を制限しました。24時間以内に<a href="https://amazon.example-login.top/x">amazon.co.jp</a>
からログインして確認してください。</p>
"""
FIELDS = {
    *("verdict", "score", "kind", "brand", "asks_for", "evidence", "links"),
    *("sender", "subject", "text", "question", "reply"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working directory, and none of the developer's settings."""
    monkeypatch.chdir(tmp_path)
    for name in names():
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def check(folder, capfd):
    """Runs the command: exit status, standard output, standard error."""

    def run(*arguments):
        status = main(["check", *arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


def test_a_mail_is_judged_and_nothing_is_stored(check, folder):
    (folder / "mail.eml").write_text(MAIL, encoding="utf-8")
    status, out, err = check("--json", "mail.eml")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found.keys() >= FIELDS
    assert found["verdict"] == "scam"
    assert found["brand"] == "amazon"
    assert found["sender"] == "services@oc1001.coreserver.jp"
    assert found["subject"] == "Amazon account"
    link = next(link for link in found["links"] if link["target"] == "https://amazon.example-login.top/x")
    assert link["visible"] == "amazon.co.jp"
    assert link["registrable_domain"] == "example-login.top"
    assert "24時間以内" in found["text"]
    assert found["reply"].startswith("🚨")
    assert [path.name for path in folder.iterdir()] == ["mail.eml"]


def test_files_and_standard_input_are_parts_of_one_message(check, folder, monkeypatch):
    (folder / "first.txt").write_text("Amazonからのお知らせです。", encoding="utf-8")
    rest = "24時間以内に https://amazon.example-login.top/ でログインしてください。".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rest)))
    status, out, _ = check("first.txt", "-")
    assert status == 0
    assert out.startswith("🚨")
    assert out.count("いますること") == 1


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "shot.png", "thing.bin", ".", "no/such", "a\0b"])
def test_unusable_input_is_named_in_one_sentence(check, folder, name):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    (folder / "thing.bin").write_bytes(bytes(range(32)) * 100)
    status, out, err = check(name)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert name.replace("\0", "") in err


def test_the_language_is_a_setting(check, folder, monkeypatch):
    monkeypatch.setenv("LOCALE", "en")
    (folder / "mail.eml").write_text(MAIL, encoding="utf-8")
    assert check("mail.eml")[1].startswith("🚨 This is a scam")
