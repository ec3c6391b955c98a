"""Names: no hidden or borrowed letters, no name that points two ways, no category nobody knows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from bot.analysis.lookalike import Trick, odd_letters
from bot.knowledge.audit_facts import Facts, Problem
from bot.knowledge.brands_file import BrandFact

SHORTEST_ALIAS = 3  # letters; a shorter one stands inside too many other words
_ID = re.compile(r"[a-z0-9_]+")
_HIDDEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp"})
_WORD = re.compile(r"[^\W\d_]+")
_BORROWED = ("GREEK", "CYRILLIC")


def name_problems(facts: Facts) -> Iterator[Problem]:
    """What is wrong with the ids, names, aliases and categories of brands.yaml, and with letters in phrases.yaml."""
    for brand in facts.brands.brands:
        yield from _brand(brand, facts)
    yield from _repeated_ids(facts)
    yield from _pointing_two_ways(facts)
    yield from _unknown_in_recovery(facts)
    for family, templates in facts.phrases.items():
        for template in templates:
            yield from _letters("phrases.yaml", family, template)


def _brand(brand: BrandFact, facts: Facts) -> Iterator[Problem]:
    file = "brands.yaml"
    if not _ID.fullmatch(brand.id):
        yield Problem(file, brand.id, "The id has other characters than a-z, 0-9 and _.", "Write it with these.")
    if brand.category not in facts.brands.categories:
        yield Problem(
            file, brand.id, f"{brand.category!r} is no category.", "Choose one of the head's, or add it there."
        )
    for text in (brand.name, brand.name_en, *brand.aliases, *brand.weak_aliases, *_words(brand.app)):
        yield from _letters(file, brand.id, text)
        if text != text.strip() or not text:
            yield Problem(file, brand.id, f"{text!r} begins or ends with a space.", "Take it away.")
    for alias in brand.aliases:
        if len(alias) < SHORTEST_ALIAS:
            yield Problem(
                file,
                brand.id,
                f"The alias {alias!r} is shorter than {SHORTEST_ALIAS} letters.",
                "Put it under weak_aliases, so that it counts only where a message names itself with it.",
            )


def _words(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


def _letters(file: str, name: str, text: str) -> Iterator[Problem]:
    hidden = next((character for character in text if unicodedata.category(character) in _HIDDEN), None)
    if hidden is not None:
        yield Problem(file, name, f"{text!r} has an invisible character (U+{ord(hidden):04X}).", "Take it away.")
    for word in _WORD.findall(text):
        scripts = {unicodedata.name(character, "").split(" ")[0] for character in word}
        borrowed = scripts.intersection(_BORROWED)
        if borrowed and "LATIN" in scripts:
            script = " and ".join(sorted(borrowed)).title()
            yield Problem(file, name, f"{word!r} mixes Latin with {script} letters.", "Type it anew.")
    for odd in odd_letters(text):
        if odd.trick is Trick.KANJI_FOR_KANA:
            what = f"{text!r} has the kanji {odd.character!r} where {odd.imitates!r} is meant."
            yield Problem(file, name, what, "Type it anew.")


def _repeated_ids(facts: Facts) -> Iterator[Problem]:
    seen: set[str] = set()
    for brand in facts.brands.brands:
        if brand.id in seen:
            yield Problem("brands.yaml", brand.id, "The id stands twice.", "Join the two, or rename one.")
        seen.add(brand.id)


def _pointing_two_ways(facts: Facts) -> Iterator[Problem]:
    owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for brand in facts.brands.brands:
        for name in (brand.name, *brand.aliases, *brand.weak_aliases):
            owners[_plain(name)][brand.id] = None
    for name, ids in owners.items():
        if len(ids) > 1:
            yield Problem(
                "brands.yaml",
                next(reversed(ids)),
                f"The name {name!r} belongs to {' and '.join(ids)}.",
                "Leave it with the one that messages mean by it.",
            )
    for decoy in facts.brands.decoys:
        for brand_id in owners.get(_plain(decoy), ()):
            yield Problem("brands.yaml", brand_id, f"{decoy!r} is a name and a decoy.", "Take it out of one of them.")


def _unknown_in_recovery(facts: Facts) -> Iterator[Problem]:
    brands = {brand.id for brand in facts.brands.brands}
    desks = {contact.id for contact in facts.contacts}
    for step in facts.recovery.steps:
        names = {**dict.fromkeys(step.brands, brands), **dict.fromkeys(step.categories, facts.brands.categories.keys())}
        if step.desk is not None:
            names[step.desk] = desks
        yield from _unknown("steps.yaml", step.id, names)
    for entry in (*facts.recovery.situations.values(), *facts.recovery.people.values()):
        for line in (*entry.lines, *entry.ask):
            categories = (*line.when.categories, *line.when.not_categories)
            names = {
                **dict.fromkeys(line.when.brands, brands),
                **dict.fromkeys(categories, facts.brands.categories.keys()),
            }
            yield from _unknown("situations.yaml", entry.id, names)
    for imposture in facts.impostures:
        yield from _unknown("impostures.yaml", imposture.brand, {imposture.brand: brands})


def _unknown(file: str, name: str, names: Mapping[str, Set[str]]) -> Iterator[Problem]:
    for used, known in names.items():
        if used not in known:
            yield Problem(file, name, f"It names {used!r}, which is none.", "Mend the name.")


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
