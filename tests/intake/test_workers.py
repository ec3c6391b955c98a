"""Files that harm their reader: the bot stays up, says why, and reads the others."""

import asyncio
import os
import socket
import sys

import pytest

from bot.analysis.message import Code, Enclosure, Link, Message
from bot.desk.incoming import Attachment
from bot.intake.unreadable import Reason, Unreadable
from bot.intake.workers import Workers

HOSTILE = "tests.intake.hostile_reader:read_attachment"


def file(name, data=b"x"):
    return Attachment(name, None, data)


def reason(result):
    assert isinstance(result, Unreadable)
    return result.reason


@pytest.fixture
async def workers():
    async with Workers(reader=HOSTILE, seconds_a_file=1.5) as workers:
        yield workers


async def test_files_are_read_as_in_this_process():
    mail = b"From: =?utf-8?b?6YqA6KGM?= <a@evil.example>\r\nSubject: x\r\n\r\nhttps://evil.example/\r\n"
    async with Workers() as workers:
        message, empty = await workers.read((file("a.eml", mail), file("b.txt", b" ")))
    assert message.sender.address == "a@evil.example"
    assert message.sender.name == "銀行"
    assert reason(empty) is Reason.EMPTY


async def test_a_file_that_harms_its_worker_harms_no_other(workers):
    names = ("one", "crash", "exit", "error", "deep", "locked", "print", "two")
    one, *harmed, locked, printed, two = await workers.read([file(name, name.encode()) for name in names])
    assert (one.body, printed.body, two.body) == ("one", "print", "two")
    assert [reason(result) for result in harmed] == [Reason.BROKEN] * 4
    assert (reason(locked), locked.kind) == (Reason.LOCKED, "pdf")


@pytest.mark.parametrize("name", ["hang", "spin", "huge"])
async def test_what_takes_too_long_or_gives_too_much_is_given_up(workers, name):
    heavy, two = await workers.read((file(name), file("two", b"two")))
    assert reason(heavy) is Reason.TOO_HEAVY
    assert two.body == "two"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
async def test_a_worker_that_takes_all_memory_ends(workers):
    heavy, two = await workers.read((file("memory"), file("two", b"two")))
    assert reason(heavy) is Reason.TOO_HEAVY
    assert two.body == "two"


async def test_files_beyond_the_time_of_their_event_are_given_up():
    async with Workers(reader=HOSTILE, seconds=0.3) as workers:
        first, second = await workers.read((file("hang"), file("two")))
        assert (reason(first), reason(second)) == (Reason.TOO_HEAVY, Reason.TOO_HEAVY)
        assert [message.body for message in await workers.read((file("three"),))] == ["x"]


async def test_everything_a_message_holds_crosses_the_border(workers):
    assert await workers.read((file("odd"),)) == (
        Message(
            body="\ufffd",
            links=(Link("https://a.example", "b", approximate=True),),
            enclosures=(Enclosure("a.exe", "program"),),
            codes=(Code("wifi", "WIFI:S:x;;", {"network": "x"}),),
        ),
    )


async def test_a_worker_reaches_no_network_file_or_program(workers, tmp_path, monkeypatch):
    monkeypatch.setenv("TELEGRAM_TOKEN", "secret")
    kept = tmp_path / "kept"
    kept.touch()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        port = str(server.getsockname()[1]).encode()
        tries = (file("connect", port), file("look up"), file("run"), file("write"), file("delete", str(kept).encode()))
        *tried, settings = await workers.read((*tries, file("settings")))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert [reason(result) for result in tried] == [Reason.BROKEN] * 5
    assert kept.exists()
    assert "TELEGRAM" not in settings.body


async def test_a_cancelled_reading_leaves_nothing_behind(workers):
    (who,) = await workers.read((file("who"),))
    reading = asyncio.create_task(workers.read((file("hang"),)))
    await asyncio.sleep(0.1)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    with pytest.raises(ProcessLookupError):
        os.kill(int(who.body), 0)
    assert [message.body for message in await workers.read((file("two"),))] == ["x"]


async def test_an_idle_worker_ends_and_another_takes_its_place():
    async with Workers(reader=HOSTILE, idle=0.1) as workers:
        (who,) = await workers.read((file("who"),))
        await asyncio.sleep(0.6)
        with pytest.raises(ProcessLookupError):
            os.kill(int(who.body), 0)
        (other,) = await workers.read((file("who"),))
        assert other.body != who.body


async def test_one_worker_reads_file_after_file(workers):
    first, second = await workers.read((file("who"), file("who")))
    assert first == second


async def test_people_wait_for_their_turn():
    async with Workers(reader=HOSTILE, processes=2) as workers:
        results = await asyncio.gather(*(workers.read((file("a"), file("b"))) for _ in range(5)))
    assert all(message.body == "x" for messages in results for message in messages)


async def test_a_reader_that_cannot_start_is_told_of_not_raised():
    async with Workers(reader="bot.intake.nowhere:read") as workers:
        assert [reason(result) for result in await workers.read((file("a"),))] == [Reason.BROKEN]
