"""Files made to take all time or memory end in a short answer, and the bot reads on."""

import sys
import time

import pytest
import pytest_asyncio

from bot.desk.incoming import Attachment
from bot.intake.unreadable import Unreadable
from bot.intake.workers import Workers
from tests.fuzz.bombs import QUICK
from tests.fuzz.watching import peak_bytes

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="measures what processes take"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers():
    async with Workers() as workers:
        yield workers


@pytest.mark.parametrize(("name", "make"), QUICK, ids=[name for name, _ in QUICK])
async def test_bombs_end_in_a_short_answer(workers, name, make):
    bomb = Attachment(name, None, make())
    began = time.monotonic()
    (result,) = await workers.read((bomb,))
    took = time.monotonic() - began
    (harmless,) = await workers.read((Attachment("a.txt", None, "宅配便です".encode()),))
    assert harmless.body == "宅配便です"
    assert isinstance(result, Unreadable) or len(result.body) <= 100_000
    assert took < 5
    assert peak_bytes() < 1_000_000_000
