"""The README shows what the bot really says, and points to what is there."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.adapters.console import shown
from bot.adapters.console_input import incoming
from bot.app import open_desk
from bot.settings import Settings
from bot.wording.catalog import catalog

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
HALVES = dict(zip(("ja", "en"), TEXT.split("\n## English\n"), strict=True))


@pytest.mark.parametrize("locale", ["ja", "en"])
async def test_the_conversation_is_what_the_bot_says(locale):
    turns = re.findall(r"^```(you|koresagi)\n(.*?)\n```$", HALVES[locale], re.MULTILINE | re.DOTALL)
    assert len(turns) >= 4
    async with open_desk(Settings(database_url="sqlite+aiosqlite:///:memory:", locale=locale)) as desk:
        for (speaker, said), (_, answer) in list(pairwise(turns))[::2]:
            assert speaker == "you"
            reply = await desk.handle(incoming(said, "reader"))
            assert reply is not None
            assert shown(reply) == answer, f"the answer has changed: put the new one into README.md ({locale})"


def test_every_file_it_points_to_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_commands_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", TEXT, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_privacy_is_told_as_the_bot_tells_it(locale):
    lines = re.findall(
        r"^\d\. (.*)$", HALVES[locale].split("## 記録について" if locale == "ja" else "### Privacy")[1], re.M
    )
    assert len(lines) == 5
    said = [catalog(locale).text(f"privacy-{key}") for key in ("masked", "what", "who", "where", "forget")]
    assert [line.replace("`", "") for line in lines] == said
