"""The chat: for programs line by line, for people in a terminal, and one message from a pipe."""

import json
import os
import select
import signal
import sys
import time

import pytest

from bot.__main__ import main

MAIL = "【重要】Amazonアカウントの利用を制限しました。24時間以内にログインして確認してください。 https://amazon.example-login.top/"
FIELDS = {
    *("text", "buttons", "verdict", "score", "kind", "brand", "evidence"),
    *("situations", "steps", "question", "campaign"),
}


def test_a_conversation_line_by_line(command_line):
    first, told, nonsense = command_line.chat(
        {"user": "u1", "text": MAIL},
        {"user": "u1", "text": "パスワードを入れちゃった"},
        {"user": "u1", "press": "nonsense"},
    )
    assert first.keys() >= FIELDS
    assert first["verdict"] == "scam"
    assert first["brand"] == "amazon"
    assert 0 <= first["score"] <= 1
    assert first["evidence"][0].keys() >= {"signal", "weight", "quote"}
    assert all(button.keys() == {"action", "label"} for button in first["buttons"])
    assert told["situations"] == ["entered_password"]
    assert all(step.keys() >= {"id", "text", "contact"} for step in told["steps"])
    assert nonsense["text"]
    assert nonsense["verdict"] is None


def test_the_conversation_goes_on_in_the_next_process(command_line):
    (first,) = command_line.chat({"user": "u1", "text": MAIL})
    card = next(button["action"] for button in first["buttons"] if button["label"] == "カード番号")
    pressed, other = command_line.chat({"user": "u1", "press": card}, {"user": "u2", "press": card})
    assert pressed["situations"] == ["entered_card"]
    assert other["situations"] == []
    assert (command_line.folder / "data" / "koresagi.db").is_file()


def test_forwards_links_files_and_locale(command_line):
    mail = command_line.folder / "mail.eml"
    mail.write_bytes(b"From: Amazon <info@example-login.top>\r\nSubject: Amazon\r\n\r\n" + MAIL.encode())
    forwarded, filed, linked, english = command_line.chat(
        {"user": "a", "text": MAIL, "forwarded_from": {"name": "Amazon"}},
        {"user": "b", "file": str(mail)},
        {
            "user": "c",
            "text": "こちら",
            "links": [{"text": "amazon.co.jp", "url": "https://amazon.example-login.top/"}],
        },
        {"user": "d", "text": MAIL, "locale": "en"},
    )
    assert forwarded["verdict"] == filed["verdict"] == "scam"
    assert linked["verdict"] in ("scam", "suspicious")
    assert english["text"].startswith("🚨 This is a scam")


def test_a_bad_line_is_answered_and_the_next_one_too(command_line):
    bad = ["not json", "[1, 2]", '{"user": 5}', '{"links": "x"}', '{"file": "no/such"}', "[" * 100_000]
    good = '{"user": "u", "text": "ありがとう"}'
    done = command_line.run("chat", "--jsonl", given="\n\n".join([*bad, good]))
    *answers, last = map(json.loads, done.stdout.splitlines())
    assert len(answers) == len(bad)
    for answer in answers:
        assert answer.keys() >= FIELDS
        assert answer["text"]
        assert answer["verdict"] is None
    assert "どういたしまして" in last["text"]
    assert done.stderr == ""


def test_each_line_is_answered_without_waiting_for_more(command_line):
    with command_line.start("chat", "--jsonl") as process:
        for text in ("こんにちは", "ありがとう"):
            process.stdin.write(json.dumps({"user": "u", "text": text}).encode() + b"\n")
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 20)
            assert ready
            assert json.loads(process.stdout.readline())["text"]
        process.stdin.close()
        assert process.wait(20) == 0


def test_a_pipe_is_one_message(command_line):
    done = command_line.run("chat", given=MAIL + "\n\n続きの行です。\n")
    assert done.returncode == 0
    assert done.stdout.startswith("🚨")
    assert done.stdout.count("いますること") == 1
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal there")
def test_a_person_pastes_chooses_and_leaves(command_line):
    import pty

    leader, follower = pty.openpty()
    screen = Screen(leader)
    with command_line.start(stdin=follower, stdout=follower, stderr=follower) as process:
        os.close(follower)
        shown = screen.until("\n> ")
        assert "DISCORD_TOKEN" in shown
        assert "TELEGRAM_TOKEN" in shown
        # A paste with an empty line in it is one message.
        screen.type(f"差出人: Amazon\n\n{MAIL}\n")
        shown = screen.until("くわしく", "\n> ")
        assert "🚨" in shown
        assert "[4] カード番号" in shown
        screen.type("4\n")
        assert "カード会社" in screen.until("ほかにもした", "\n> ")
        screen.type("\x04")
        screen.until("お気をつけて")
        assert process.wait(20) == 0
    os.close(leader)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(command_line, number):
    with command_line.start("chat", "--jsonl") as process:
        process.stdin.write(b'{"user": "u", "text": "thanks"}\n')
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(number)
        assert process.wait(10) == 0
        assert process.stderr.read() == b""


def test_a_wrong_setting_stops_the_start_with_one_sentence(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "mysql://example/rows")
    assert main(["chat"]) == 2
    shown = capfd.readouterr().err
    assert shown.count("\n") == 1
    assert "DATABASE_URL" in shown


def test_a_database_that_cannot_be_opened_stops_the_start_with_one_sentence(command_line):
    (command_line.folder / "file").write_text("")
    done = command_line.run(
        "chat", environment={"DATABASE_URL": "sqlite+aiosqlite:///file/rows.db", "SECRET_KEY": "k" * 20}
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "DATABASE_URL" in done.stderr


def test_the_env_file_is_read(command_line):
    (command_line.folder / ".env").write_text("LOCALE=en\n")
    done = command_line.run("chat", given=MAIL)
    assert done.stdout.startswith("🚨 This is a scam")


class Screen:
    """The other side of a terminal."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._unread = ""

    def type(self, text: str) -> None:
        os.write(self._descriptor, text.encode())

    def until(self, *parts: str) -> str:
        """Everything shown up to the last of `parts`, which come one after the other."""
        end = time.monotonic() + 30
        while (place := self._after(parts)) is None:
            assert time.monotonic() < end, self._unread
            ready, _, _ = select.select([self._descriptor], [], [], 1)
            if ready:
                self._unread += os.read(self._descriptor, 65_536).decode("utf-8", "replace").replace("\r", "")
        shown, self._unread = self._unread[:place], self._unread[place:]
        return shown

    def _after(self, parts: tuple[str, ...]) -> int | None:
        place = 0
        for part in parts:
            found = self._unread.find(part, place)
            if found < 0:
                return None
            place = found + len(part)
        return place
