"""All languages say the same things, every text can be said, and none is left over."""

import re
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.wording.catalog import catalog, locales

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
JAPANESE = sorted((LOCALES / "ja").glob("*.ftl"))


class Variables(Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node):  # noqa: N802 - the library's name
        self.found.add(node.id.name)

    def visit_MessageReference(self, node):  # noqa: N802 - the library's name
        raise AssertionError(f"refers to {node.id.name}, but each text is parsed alone")

    def visit_TermReference(self, node):  # noqa: N802 - the library's name
        raise AssertionError(f"refers to -{node.id.name}, but each text is parsed alone")


def read(path):
    """Each text of a file ("id" or "id.attribute") with the names of its variables."""
    found = {}
    for entry in parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
        if not isinstance(entry, ast.Message):
            continue
        parts = {entry.id.name: entry.value} if entry.value else {}
        parts |= {f"{entry.id.name}.{item.id.name}": item.value for item in entry.attributes}
        for key, value in parts.items():
            assert key not in found, f"{path}: {key} twice"
            visitor = Variables()
            visitor.visit(value)
            found[key] = visitor.found
    return found


@pytest.mark.parametrize("path", JAPANESE, ids=lambda path: path.name)
def test_every_language_has_the_same_texts_with_the_same_gaps(path):
    expected = read(path)
    for locale in locales():
        other = read(LOCALES / locale / path.name)
        assert other.keys() == expected.keys(), f"{locale}/{path.name}"
        more = {key: names for key, names in other.items() if not names <= expected[key] and not names >= expected[key]}
        assert not more, f"{locale}/{path.name}"


def test_every_language_has_the_same_files():
    for locale in locales():
        assert sorted(path.name for path in (LOCALES / locale).glob("*.ftl")) == [path.name for path in JAPANESE]


def test_no_text_stands_in_two_files():
    seen = {}
    for path in JAPANESE:
        for key in read(path):
            assert key not in seen, f"{key} in {path.name} and {seen[key]}"
            seen[key] = path.name


@pytest.mark.parametrize("locale", locales())
def test_every_text_can_be_said(locale):
    words = catalog(locale)
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        for key, names in read(path).items():
            text = words.text(key, **dict.fromkeys(names, "X"))
            assert text.strip(), key
            assert not re.search(r"[\u2068\u2069{}]", text), key


# Texts whose ids are put together from parts: the beginning, as the code writes it.
BUILT = (
    *("headline-", "what-", "carrier-", "question-", "demand-", "unreadable-"),
    *("secret-", "did-", "setting-", "check-", "recover-", "other-", "supposed-"),
)


def test_no_text_is_left_over():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    for name in ("verdict.ftl", "desk.ftl", "console.ftl", "settings.ftl"):
        for key in read(LOCALES / "ja" / name):
            written = key in code or key.partition(".")[0] in code
            assert written or key.startswith(BUILT), f"{key} in {name} is used nowhere"
