"""Statements about samples, and which of them read alike. Each works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.fingerprint import bands as band_keys
from bot.community.fingerprint import similarity
from bot.store import codec
from bot.store.dialect import insert_if_absent
from bot.store.records import Indicator, Sample, Similar
from bot.store.schema import bands, fingerprints, indicators, samples

# Of two wordings of one campaign the estimated likeness is above this nearly always, of two campaigns nearly never.
_ALIKE = 0.6
# Phrases that everyone writes fill a band; what lies beyond these rows is found by its other bands.
_ROWS_OF_A_BAND = 64
_CANDIDATES = 128


async def log(connection: AsyncConnection, sample: Sample) -> int:
    """Write `sample` and return its number. A case has one sample: a second takes the place of the first."""
    found = await connection.execute(
        select(samples.c.id, samples.c.seen, samples.c.fingerprint).where(
            samples.c.case == sample.case, samples.c.reporter == sample.reporter
        )
    )
    earlier = found.first()
    values = {
        "case": sample.case,
        "reporter": sample.reporter,
        "platform": sample.platform,
        "seen": sample.seen if earlier is None else min(sample.seen, earlier.seen),
        "message": codec.encode_message(sample.message),
        "verdict": sample.verdict,
        "score": sample.score,
        "kind": sample.kind,
        "brand": sample.brand,
        "fingerprint": await _fingerprint(connection, sample.fingerprint, sample.brand or ""),
    }
    if earlier is None:
        number = int((await connection.execute(insert(samples).values(values).returning(samples.c.id))).scalar_one())
    else:
        number = int(earlier.id)
        await connection.execute(update(samples).where(samples.c.id == number).values(values))
        await connection.execute(delete(indicators).where(indicators.c.sample == number))
        await _erase_unused(connection, fingerprints.c.id == earlier.fingerprint)
    await _write_indicators(connection, number, sample.indicators)
    return number


async def similar(connection: AsyncConnection, fingerprint: bytes, brand: str | None) -> Similar | None:
    """Return what is stored of the campaign that this wording belongs to, or None where it is the first."""
    campaign = await _campaign(connection, fingerprint, brand or "")
    if campaign is None:
        return None
    found = await connection.execute(
        select(
            func.count(samples.c.id),
            func.count(samples.c.reporter.distinct()),
            func.min(samples.c.seen, type_=samples.c.seen.type),
        )
        .join(fingerprints, fingerprints.c.id == samples.c.fingerprint)
        .where(fingerprints.c.campaign == campaign)
    )
    reports, reporters, first_seen = found.one()
    return Similar(campaign, reports, reporters, first_seen) if reports else None


async def forget(connection: AsyncConnection, reporter: str) -> int:
    """Erase this person's samples, and the wordings nobody else reported; return how many samples there were."""
    return await _erase(connection, samples.c.reporter == reporter)


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Erase the samples seen before `before`, and the wordings only they had; return how many samples there were."""
    return await _erase(connection, samples.c.seen < before)


async def _erase(connection: AsyncConnection, condition: ColumnElement[bool]) -> int:
    found = await connection.execute(select(samples.c.fingerprint).where(condition).distinct())
    wordings = [int(number) for number in found.scalars()]
    erased = (await connection.execute(delete(samples).where(condition))).rowcount
    for start in range(0, len(wordings), 500):  # databases limit the number of values in one statement
        await _erase_unused(connection, fingerprints.c.id.in_(wordings[start : start + 500]))
    return erased


async def _erase_unused(connection: AsyncConnection, condition: ColumnElement[bool]) -> None:
    used = exists().where(samples.c.fingerprint == fingerprints.c.id)
    await connection.execute(delete(fingerprints).where(condition, ~used))


async def _write_indicators(connection: AsyncConnection, sample: int, found: Sequence[Indicator]) -> None:
    rows = [{"sample": sample, "kind": kind, "value": value} for kind, value in {(i.kind, i.value) for i in found}]
    if rows:
        await connection.execute(insert(indicators), rows)


async def _fingerprint(connection: AsyncConnection, value: bytes, brand: str) -> int:
    """Return the row number of a wording, written with its bands if it is new."""
    same = select(fingerprints.c.id).where(fingerprints.c.brand == brand, fingerprints.c.value == value)
    known = (await connection.execute(same)).scalar()
    if known is not None:
        return int(known)
    campaign = await _campaign(connection, value, brand)
    added = await connection.execute(
        insert_if_absent(connection, fingerprints, {"brand": brand, "value": value, "campaign": campaign or ""})
    )
    number = int((await connection.execute(same)).scalar_one())
    if not added.rowcount:  # another process was faster
        return number
    if campaign is None:
        await connection.execute(
            update(fingerprints).where(fingerprints.c.id == number).values(campaign=format(number, "x"))
        )
    await _write_bands(connection, number, value)
    return number


async def _write_bands(connection: AsyncConnection, number: int, value: bytes) -> None:
    keys = band_keys(value)
    counted = await connection.execute(
        select(bands.c.key, func.count()).where(bands.c.key.in_(keys)).group_by(bands.c.key)
    )
    full = {key for key, count in counted if count >= _ROWS_OF_A_BAND}
    rows = [{"key": key, "fingerprint": number} for key in keys if key not in full]
    if rows:
        await connection.execute(insert(bands), rows)


async def _campaign(connection: AsyncConnection, value: bytes, brand: str) -> str | None:
    """Return the campaign of the stored wording of this brand that is most like `value`, if one is like it."""
    of_brand = select(fingerprints.c.value, fingerprints.c.campaign).where(fingerprints.c.brand == brand)
    same = (await connection.execute(of_brand.where(fingerprints.c.value == value))).first()
    if same is not None:
        return str(same.campaign)
    candidates = await connection.execute(
        of_brand.join(bands, bands.c.fingerprint == fingerprints.c.id)
        .where(bands.c.key.in_(band_keys(value)))
        .group_by(fingerprints.c.id, fingerprints.c.value, fingerprints.c.campaign)
        .order_by(func.count().desc(), fingerprints.c.id)
        .limit(_CANDIDATES)
    )
    best = max(((similarity(value, row.value), str(row.campaign)) for row in candidates), default=None)
    return best[1] if best is not None and best[0] >= _ALIKE else None
