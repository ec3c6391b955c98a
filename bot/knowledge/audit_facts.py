"""Everything the audit looks at, read once: the knowledge files as they are written, before anything is left out."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.knowledge.brands_file import BrandsFile
from bot.knowledge.contacts import ContactFact, read_contacts
from bot.knowledge.files import DIRECTORY, read_yaml
from bot.knowledge.impostures import ImpostureFact, ImposturesFile
from bot.knowledge.phrases import load_phrases
from bot.knowledge.recovery import Recovery, load_recovery
from bot.knowledge.services_file import ServicesFile
from bot.knowledge.weights import Weights

T = TypeVar("T")

SIGNALS = DIRECTORY.parent / "analysis"

# What was written in a locale, by text id ("step-no-touch", "step-no-touch.why").
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in `file` at `id`: `what` it is and how to `mend` it, each a sentence."""

    file: str
    id: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class SignalNames:
    """The signals that the analysis can yield: written out, or put together behind one of `beginnings`."""

    names: frozenset[str]
    beginnings: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.names or (bool(self.beginnings) and name.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Facts:
    """The content of the files. `texts` are the words of each locale, the first one the original."""

    brands: BrandsFile
    services: ServicesFile
    contacts: tuple[ContactFact, ...]
    recovery: Recovery
    phrases: Mapping[str, tuple[str, ...]]
    weights: Weights
    impostures: tuple[ImpostureFact, ...]
    signals: SignalNames
    texts: Mapping[str, Texts] = field(default_factory=dict)


def read_facts(texts: Mapping[str, Texts], directory: Path = DIRECTORY) -> Facts | tuple[Problem, ...]:
    """The facts of the files in `directory`, or what keeps them from being read."""
    problems: list[Problem] = []

    def read(name: str, reader: Callable[[], T]) -> T | None:
        try:
            return reader()
        except (ValueError, OSError) as error:
            problems.append(
                Problem(name, "-", str(error), "Mend the line it names; until then nothing else is checked.")
            )
            return None

    brands = read("brands.yaml", lambda: read_yaml("brands.yaml", BrandsFile, directory))
    services = read("services.yaml", lambda: read_yaml("services.yaml", ServicesFile, directory))
    contacts = read("contacts.yaml", lambda: read_contacts(directory))
    recovery = read("steps.yaml, situations.yaml", lambda: load_recovery(directory))
    phrases = read("phrases.yaml", lambda: load_phrases(directory))
    weights = read("weights.yaml", lambda: read_yaml("weights.yaml", Weights, directory))
    impostures = read("impostures.yaml", lambda: read_yaml("impostures.yaml", ImposturesFile, directory))
    if not (brands and services and contacts and recovery and phrases and weights and impostures):
        return tuple(problems)
    return Facts(brands, services, contacts, recovery, phrases, weights, impostures.impostures, signal_names(), texts)


def signal_names(directory: Path = SIGNALS) -> SignalNames:
    """The names of signals in the program under `directory`: every text of the form `family.name`."""
    names: set[str] = set()
    beginnings: set[str] = set()
    for path in sorted(directory.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in _texts(node):
                family, dot, rest = text.partition(".")
                if dot and family.isidentifier() and family.islower():
                    if rest == "" and isinstance(node, ast.JoinedStr):
                        beginnings.add(text)
                    elif rest.isidentifier():
                        names.add(text)
    return SignalNames(frozenset(names), tuple(sorted(beginnings)))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        node = node.values[0]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


@dataclass(frozen=True, slots=True)
class Due:
    """A fact that was not looked up for long.

    `first` orders them, the highest first: how often it is shown, times its age, times how doubtful it is.
    """

    file: str
    id: str
    checked: date
    age: int  # days
    first: float
