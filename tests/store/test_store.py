from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.analysis.message import Link, Message, Sender
from bot.store import CaseTakenError, Erased, Similar, Store
from tests.store.values import CHAT, HANAKO, NOON, TARO, case, event, parcel, sample


async def test_a_case_comes_back_as_it_was_after_a_restart(store: Store, url: str) -> None:
    message = Message(
        body="本文\n😀 \u200b",
        subject="件名",
        sender=Sender("Αmazon", "a@example.com", None, "b@example.com"),
        links=(Link("https://a.example/", "amazon.co.jp"), Link("https://b.example/")),
        channel="email",
        comment="これ本物？",
        quoted="> 前の文",
    )
    kept = case(message=message, question="link")
    await store.save_case(kept)
    await store.close()

    again = await Store.open(url)
    try:
        assert await again.case("case1", TARO) == kept
    finally:
        await again.close()


async def test_a_changed_case_replaces_the_old_one(store: Store) -> None:
    await store.save_case(case())
    changed = case(done=("stop-card", "change-password"), updated=NOON + timedelta(hours=1), message=None)
    await store.save_case(changed)
    assert await store.case("case1", TARO) == changed


async def test_nobody_reads_or_overwrites_the_case_of_another(store: Store) -> None:
    await store.save_case(case())
    assert await store.case("case1", HANAKO) is None
    with pytest.raises(CaseTakenError):
        await store.save_case(case(reporter=HANAKO))
    assert await store.case("case1", TARO) == case()


async def test_the_latest_case_is_that_of_this_person_in_this_chat(store: Store) -> None:
    await store.save_case(case(1, updated=NOON + timedelta(minutes=5)))
    await store.save_case(case(2, updated=NOON + timedelta(minutes=3)))
    await store.save_case(case(3, updated=NOON + timedelta(minutes=9), chat="d" * 32))
    await store.save_case(case(4, updated=NOON + timedelta(minutes=9), reporter=HANAKO))
    latest = await store.latest_case(TARO, CHAT)
    assert latest is not None
    assert latest.id == "case1"
    assert await store.latest_case("f" * 32, CHAT) is None


async def test_times_keep_their_moment_whatever_zone_they_come_in(store: Store) -> None:
    in_tokyo = datetime(2026, 3, 1, 21, 0, tzinfo=timezone(timedelta(hours=9)))
    await store.save_case(case(opened=in_tokyo, updated=in_tokyo))
    kept = await store.case("case1", TARO)
    assert kept is not None
    assert kept.opened == NOON
    assert kept.opened.utcoffset() == timedelta(0)


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="time zone"):
        await store.save_case(case(opened=datetime(2026, 3, 1)))  # noqa: DTZ001


async def test_a_redelivered_event_is_one_report(store: Store) -> None:
    assert await store.record(case(), sample(), event())
    assert not await store.record(case(2), sample(2), event())
    assert await store.case("case2", TARO) is None
    similar = await store.similar(sample().fingerprint, "yamato")
    assert similar is not None
    assert similar.reports == 1


async def test_the_same_event_delivered_at_the_same_moment_is_acted_on_once(store: Store, url: str) -> None:
    other = await Store.open(url)
    try:
        claims = await asyncio.gather(*(one.claim_event(event()) for one in (store, other) * 5))
    finally:
        await other.close()
    assert sum(claims) == 1


async def test_a_report_that_fails_leaves_nothing_behind(store: Store) -> None:
    broken = replace(sample(), score=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="score"):
        await store.record(case(), broken, event())
    assert await store.case("case1", TARO) is None
    assert await store.claim_event(event())


async def test_several_changes_in_one_transaction(store: Store) -> None:
    async def change_and_fail() -> None:
        async with store.transaction() as transaction:
            await transaction.save_case(case())
            assert await transaction.case("case1", TARO) == case()
            assert await transaction.latest_case(TARO, CHAT) == case()
            raise LookupError

    with pytest.raises(LookupError):
        await change_and_fail()
    assert await store.case("case1", TARO) is None


async def test_writers_of_two_processes_wait_for_each_other(store: Store, url: str) -> None:
    other = await Store.open(url)
    try:
        await asyncio.gather(
            *((store, other)[n % 2].record(case(n), sample(n), event(f"{n:032}")) for n in range(30)),
        )
    finally:
        await other.close()
    similar = await store.similar(sample().fingerprint, "yamato")
    assert similar is not None
    assert similar.reports == 30


class TestSimilar:
    async def test_the_first_report_is_like_nothing(self, store: Store) -> None:
        assert await store.similar(sample().fingerprint, "yamato") is None

    async def test_people_are_counted_once_and_the_first_report_is_dated(self, store: Store) -> None:
        await store.log_sample(sample(1))
        await store.log_sample(sample(2))
        await store.log_sample(sample(3, reporter=HANAKO))
        similar = await store.similar(sample().fingerprint, "yamato")
        assert similar is not None
        assert similar == Similar(similar.campaign, 3, 2, NOON + timedelta(minutes=1))

    async def test_another_link_and_small_changes_are_the_same_campaign(self, store: Store) -> None:
        await store.log_sample(sample(1))
        near = replace(parcel("https://yamato.test/7zq"), body=parcel("https://yamato.test/7zq").body + "至急")
        await store.log_sample(sample(2, near))
        similar = await store.similar(sample(2, near).fingerprint, "yamato")
        assert similar is not None
        assert similar.reports == 2

    async def test_another_text_or_another_brand_is_not(self, store: Store) -> None:
        await store.log_sample(sample(1))
        other = Message(body="あなたの口座は停止されました。24時間以内に本人確認をお願いします。")
        assert await store.similar(sample(2, other).fingerprint, "yamato") is None
        assert await store.similar(sample(1).fingerprint, "sagawa") is None

    async def test_a_case_judged_anew_stays_one_report(self, store: Store) -> None:
        first = await store.log_sample(sample(1))
        later = sample(1, parcel("https://b.example/"), seen=NOON + timedelta(days=1), indicators=())
        assert await store.log_sample(later) == first
        similar = await store.similar(sample().fingerprint, "yamato")
        assert similar is not None
        assert (similar.reports, similar.first_seen) == (1, NOON + timedelta(minutes=1))

    async def test_a_common_phrase_does_not_hide_a_campaign(self, store: Store) -> None:
        async with store.transaction() as transaction:
            for number in range(100):
                message = Message(
                    body=f"いつもご利用ありがとうございます。お知らせです。{'品名' + chr(0x4E00 + number) * 9}"
                )
                await transaction.log_sample(sample(number, message))
        similar = await store.similar(sample(1, message).fingerprint, "yamato")
        assert similar is not None
        assert similar.reports >= 1


class TestErasing:
    async def test_forget_counts_what_it_erased_and_leaves_other_people_alone(self, store: Store) -> None:
        await store.record(case(1), sample(1), event("1" * 32))
        await store.record(case(2), sample(2), event("2" * 32))
        await store.record(case(3, reporter=HANAKO), sample(3, reporter=HANAKO), event("3" * 32, reporter=HANAKO))
        assert await store.forget(TARO) == Erased(cases=2, samples=2, events=2)
        assert await store.forget(TARO) == Erased(cases=0, samples=0, events=0)
        assert await store.latest_case(TARO, CHAT) is None
        assert await store.case("case3", HANAKO) is not None
        similar = await store.similar(sample().fingerprint, "yamato")
        assert similar is not None
        assert (similar.reports, similar.reporters) == (1, 1)

    async def test_purge_erases_what_is_older(self, store: Store) -> None:
        await store.record(case(1), sample(1), event("1" * 32))
        late = NOON + timedelta(days=100)
        await store.record(
            case(2, updated=late), sample(2, Message(body="別の文面です"), seen=late), event("2" * 32, seen=late)
        )
        assert await store.purge(NOON + timedelta(days=90)) == Erased(cases=1, samples=1, events=1)
        assert await store.case("case1", TARO) is None
        assert await store.case("case2", TARO) is not None
        assert await store.similar(sample(1).fingerprint, "yamato") is None
        assert await store.claim_event(event("1" * 32))
        assert not await store.claim_event(event("2" * 32))
