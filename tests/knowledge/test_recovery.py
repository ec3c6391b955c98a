"""The recovery facts: complete, told from what, and with words for all that can be said."""

import re
from pathlib import Path

import msgspec
import pytest

from bot.knowledge import knowledge
from bot.knowledge.recovery import StepFact, load_recovery
from bot.recovery.account import Situation
from bot.wording.catalog import catalog, locales

FACTS = load_recovery()
ENTRIES = [*FACTS.situations.values(), *FACTS.people.values()]
LOCALES = Path(__file__).parents[2] / "locales"
FILL = {"brand": "Amazon", "domain": "amazon.co.jp", "place": "メッセージセンター"}
_PROMISES = ("必ず戻り", "全額補償", "全額戻り", "絶対大丈夫", "絶対に大丈夫", "絶対安全")
_BLAME = ("どうして入れ", "なぜ入れ", "うかつ", "不注意", "あなたのせい")
_JARGON = ("インシデント", "マルウェア", "フィッシングサイト", "クレデンシャル")


def test_every_situation_is_covered():
    assert set(FACTS.situations) == set(Situation)


def test_every_step_is_asked_for_and_tells_its_source_and_date():
    asked = {line.id for entry in ENTRIES for line in entry.steps}
    for step in FACTS.steps:
        assert step.sources
        assert step.checked.year >= 2026
        assert step.id in asked or step.instead_of in asked, step.id


def test_a_line_that_names_a_stand_in_can_always_be_said():
    steps = {step.id: step for step in FACTS.steps}
    for entry in ENTRIES:
        for line in entry.steps:
            step = steps[line.id]
            assert step.instead_of is None or step.needs is None, (entry.id, line.id)
            assert step.instead_of is not None or step.needs is None, (entry.id, line.id)


def test_steps_name_desks_brands_and_categories_that_exist():
    brands = knowledge().brands
    categories = {brand.category for brand in brands.values()}
    for step in FACTS.steps:
        assert step.desk is None or step.desk in knowledge().contacts, step.id
        assert set(step.brands) <= set(brands)
        assert set(step.categories) <= categories
    for entry in ENTRIES:
        for line in (*entry.lines, *entry.ask):
            assert set(line.when.brands) <= set(brands), (entry.id, line.id)
            assert {*line.when.categories, *line.when.not_categories} <= categories, (entry.id, line.id)
    assert set(brands) >= FACTS.unnamed_brands


@pytest.mark.parametrize("locale", locales())
def test_everything_that_can_be_said_has_words(locale):
    words = catalog(locale)
    for step in FACTS.steps:
        assert words.text(f"step-{step.id}", **FILL)
        assert words.text(f"step-{step.id}.why", **FILL)
        for flag in ("deadline", "caution"):
            assert words.has(f"step-{step.id}.{flag}") == getattr(step, flag), (step.id, flag)
    for situation in Situation:
        assert words.text(f"situation-{situation}")
        assert words.text(f"situation-{situation}.short")
    for entry in ENTRIES:
        for line in (*entry.calm, *entry.avoid, *entry.keep, *entry.tomorrow, *entry.next_month):
            assert words.text(line.id), line.id
        for line in entry.ask:
            assert words.text(f"ask-{line.id}")


@pytest.mark.parametrize("locale", locales())
def test_no_words_are_left_over(locale):
    file = (LOCALES / locale / "recovery.ftl").read_text(encoding="utf-8")
    used = {f"step-{step.id}" for step in FACTS.steps} | {f"situation-{situation}" for situation in Situation}
    for entry in ENTRIES:
        used |= {line.id for line in (*entry.calm, *entry.avoid, *entry.keep, *entry.tomorrow, *entry.next_month)}
        used |= {f"ask-{line.id}" for line in entry.ask}
    assert set(re.findall(r"^([a-z][\w-]*) =", file, re.MULTILINE)) == used


@pytest.mark.parametrize("locale", locales())
def test_a_text_uses_only_what_its_step_needs(locale):
    """A brand's name or site in a text is only safe where the step demands that it is known."""
    allowed = {None: set(), "brand": {"brand"}, "domain": {"brand", "domain"}, "place": {"brand", "place"}}
    file = (LOCALES / locale / "recovery.ftl").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^([a-z][\w-]*)( = .*(?:\n    .*)*)", file, re.MULTILINE))
    steps = {f"step-{step.id}": step for step in FACTS.steps}
    for key, text in blocks.items():
        used = set(re.findall(r"\{ \$(\w+) \}", text))
        step = steps.get(key)
        known = _known(step) if step else set()
        assert used <= allowed[step.needs if step else None] | known, key


def _known(step: StepFact) -> set[str]:
    """What is known of every brand that a step is made for."""
    brands = [knowledge().brands[name] for name in step.brands]
    if not brands:
        return {"brand"} if step.categories or any(_asked_for_brand(step.id)) else set()
    known = {"brand"}
    if all(any(domain.confirmed for domain in brand.domains) for brand in brands):
        known.add("domain")
    if all(brand.app for brand in brands):
        known.add("place")
    return known


def _asked_for_brand(step_id: str) -> list[bool]:
    lines = [line for entry in ENTRIES for line in entry.steps if line.id == step_id]
    return [bool(line.when.brands or line.when.categories) for line in lines]


def test_words_are_short_plain_and_promise_nothing():
    words = catalog("ja")
    for step in FACTS.steps:
        assert len(words.text(f"step-{step.id}", **FILL)) <= 75, step.id
    text = (LOCALES / "ja" / "recovery.ftl").read_text(encoding="utf-8")
    for phrase in (*_PROMISES, *_BLAME, *_JARGON):
        assert phrase not in text
    for situation in Situation:
        assert len(words.text(f"situation-{situation}")) <= 20
        assert len(words.text(f"situation-{situation}.short")) <= 12


def test_a_misspelt_field_is_refused():
    step = msgspec.to_builtins(FACTS.steps[0])
    with pytest.raises(msgspec.ValidationError, match="cauton"):
        msgspec.convert({**step, "cauton": True}, StepFact)
