"""What arrives together is one event; what does not is answered by itself, in order."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.gather import Company, Gatherer, Pace, merge
from bot.desk.incoming import Attachment, Command, Forward, Incoming, Piece

PACE = Pace(part=0.08, typed=0.03, longest=0.4)


class Delivered:
    def __init__(self, slow: float = 0) -> None:
        self.groups: list[tuple[str, ...]] = []
        self.slow = slow

    async def __call__(self, group: tuple[str, ...]) -> None:
        await asyncio.sleep(self.slow)
        self.groups.append(group)


async def test_forwards_in_a_row_are_one_event() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=PACE)
    for name in "abc":
        await gatherer.put("lane", name, Company.PART)
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.12)
    assert delivered.groups == [("a", "b", "c")]


async def test_words_typed_with_a_forward_go_with_it() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=PACE)
    await gatherer.put("lane", "これ本物？", Company.TYPED)
    await gatherer.put("lane", "forward", Company.PART)
    await gatherer.close()
    assert delivered.groups == [("これ本物？", "forward")]


async def test_two_typed_messages_are_two_events_in_order() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=PACE)
    await gatherer.put("lane", "first", Company.TYPED)
    await gatherer.put("lane", "second", Company.TYPED)
    await gatherer.close()
    assert delivered.groups == [("first",), ("second",)]


async def test_a_button_waits_for_nothing_but_keeps_its_place() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=Pace(part=30, typed=30, longest=60))
    await gatherer.put("lane", "forward", Company.PART)
    await gatherer.put("lane", "press", Company.ALONE)
    await asyncio.sleep(0.02)
    assert delivered.groups == [("forward",), ("press",)]


async def test_lanes_do_not_wait_for_each_other() -> None:
    delivered = Delivered(slow=0.05)
    gatherer = Gatherer(delivered, pace=PACE)
    for lane in range(20):
        await gatherer.put(lane, str(lane), Company.ALONE)
    await asyncio.sleep(0.1)
    assert len(delivered.groups) == 20


async def test_an_endless_stream_is_cut() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=PACE, most_together=3)
    for number in range(7):
        await gatherer.put("lane", str(number), Company.PART)
    await gatherer.close()
    assert [len(group) for group in delivered.groups] == [3, 3, 1]


async def test_closing_delivers_at_once_what_still_waits_for_more() -> None:
    delivered = Delivered()
    gatherer = Gatherer(delivered, pace=Pace(part=30, typed=30, longest=60))
    await gatherer.put("lane", "forward", Company.PART)
    await asyncio.sleep(0.01)
    await asyncio.wait_for(gatherer.close(), 1)
    assert delivered.groups == [("forward",)]


async def test_a_full_house_makes_the_platform_wait() -> None:
    delivered = Delivered(slow=0.05)
    gatherer = Gatherer(delivered, pace=PACE, most_waiting=1)
    await gatherer.put(1, "first", Company.ALONE)
    second = asyncio.create_task(gatherer.put(2, "second", Company.ALONE))
    await asyncio.sleep(0.01)
    assert not second.done()
    await second
    await gatherer.close()
    assert delivered.groups == [("first",), ("second",)]


def incoming(*pieces: Piece, event: str = "1") -> Incoming:
    return Incoming(platform="telegram", user="7", chat="7", event=event, pieces=pieces)


def test_typed_words_become_the_comment_of_the_forward_behind_them() -> None:
    merged = merge(
        [
            incoming(Piece("これ本物？"), event="1"),
            incoming(Piece("a", forwarded=Forward()), event="2"),
            incoming(Piece("b", forwarded=Forward()), event="3"),
            incoming(Piece("教えて"), event="4"),
        ]
    )
    assert merged.event == "4"
    assert [(piece.text, piece.comment) for piece in merged.pieces] == [("a", "これ本物？"), ("b", "教えて")]


def test_a_command_in_an_albums_first_caption_is_about_the_whole_album() -> None:
    first = Incoming(platform="telegram", user="7", chat="7", event="1", pieces=(Piece("a"),), command=Command.CHECK)
    merged = merge([first, incoming(Piece("b"), event="2")])
    assert (merged.command, [piece.text for piece in merged.pieces]) == (Command.CHECK, ["a", "b"])


def test_a_long_text_pasted_beside_a_forward_is_more_of_the_message() -> None:
    pasted = Piece("当選しました。" * 40)
    assert merge([incoming(pasted), incoming(Piece("a", forwarded=Forward()))]).pieces[0] == pasted


pieces = st.builds(
    Piece,
    text=st.text(max_size=8),
    forwarded=st.none() | st.builds(Forward, name=st.none() | st.text(max_size=3)),
    attachments=st.sampled_from([(), (Attachment("a.txt", None, b""),)]),
    unreadable=st.sampled_from([None, "voice"]),
)


@given(st.lists(pieces, min_size=1, max_size=6))
def test_nothing_is_lost_in_a_merge(given_pieces: list[Piece]) -> None:
    merged = merge([incoming(piece) for piece in given_pieces])
    said = "\n".join(piece.comment + "\n" + piece.text for piece in merged.pieces)
    assert all(piece.text.strip() in said for piece in given_pieces)
    kept = [piece for piece in merged.pieces if piece.forwarded is not None]
    assert len(kept) == sum(piece.forwarded is not None for piece in given_pieces)


def test_an_empty_group_is_refused() -> None:
    with pytest.raises(ValueError):
        merge([])
