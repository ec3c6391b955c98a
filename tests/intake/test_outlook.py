"""Mails as Outlook saves them, whole and damaged."""

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake.outlook import is_outlook, read_outlook
from bot.intake.unreadable import Reason, Unreadable

MAILS = Path(__file__).parent / "mails"
WHOLE = (MAILS / "files.msg").read_bytes()


def reason(data: bytes) -> Reason | None:
    try:
        read_outlook(data)
    except Unreadable as unreadable:
        return unreadable.reason
    return None


@pytest.mark.parametrize("length", [0, 7, 100, 512, 600, 1536, 3000])
def test_a_cut_file_cannot_be_read(length):
    assert reason(WHOLE[:length]) in {Reason.BROKEN, Reason.UNKNOWN_KIND}


def test_an_old_office_document_is_no_mail():
    assert not is_outlook(WHOLE[:8] + bytes(4000))
    assert is_outlook(WHOLE)


def directory(data: bytes) -> int:
    return 512 * (struct.unpack_from("<I", data, 48)[0] + 1)


def test_a_directory_that_goes_round_in_circles_ends():
    data = bytearray(WHOLE)
    start = directory(WHOLE)
    for place in (68, 72, 76):  # left, right, child of the second entry: itself and the root
        struct.pack_into("<I", data, start + 128 + place, 1 if place < 76 else 0)
    assert reason(bytes(data)) in {Reason.BROKEN, None}


def test_chains_of_sectors_that_go_round_in_circles_end():
    data = bytearray(WHOLE)
    table = 512 * (struct.unpack_from("<I", data, 76)[0] + 1)
    for place in range(8):
        struct.pack_into("<I", data, table + 4 * place, place ^ 1)
    assert reason(bytes(data)) in {Reason.BROKEN, Reason.UNKNOWN_KIND, None}


def test_streams_that_share_their_bytes_are_not_read_again_and_again():
    data = bytearray(WHOLE + bytes(9_000_000))
    start = directory(WHOLE)
    for entry in range(30):
        at = start + 128 * entry
        if at + 128 <= len(WHOLE) and data[at + 66] == 2:
            struct.pack_into("<IQ", data, at + 116, 0, 9_000_000)
    assert reason(bytes(data)) is Reason.TOO_HEAVY


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_damaged_files_are_read_or_refused(changes):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    reason(bytes(data))
