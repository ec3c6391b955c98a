"""`knowledge check` finds what is wrong in small broken files, and nothing in ours."""

import json
import shutil
from dataclasses import replace
from datetime import date

import msgspec
import pytest
import yaml

from bot.cli.knowledge import knowledge_check
from bot.knowledge.audit import audit, read_facts
from bot.knowledge.audit_contacts import dialled
from bot.knowledge.audit_facts import SignalNames
from bot.knowledge.brands_file import BrandsFile
from bot.knowledge.contacts import ContactFact
from bot.knowledge.files import DIRECTORY
from bot.knowledge.impostures import ImpostureFact
from bot.knowledge.services_file import ServicesFile
from bot.knowledge.weights import Weights
from bot.wording.catalog import locales, written

TODAY = date(2027, 1, 10)
OURS = read_facts({locale: written(locale) for locale in locales()})

BRAND = """
id: asahi_pay
name: あさひペイ
name_en: Asahi Pay
category: payment
rank: 3
checked: 2027-01-01
sources: ["https://www.asahi-pay.example.jp/about"]
domains: [{name: asahi-pay.co.jp, confirmed: true}]
"""
CONTACT = """
id: asahi_desk
group: own_provider
checked: 2027-01-01
sources: ["https://www.asahi-pay.co.jp/lost"]
"""


def brands(*entries, decoys=(), categories=("payment", "ec")):
    """The audit's view of a brands.yaml with these entries alone."""
    content = {
        "decoys": list(decoys),
        "categories": dict.fromkeys(categories, "of some sort"),
        "brands": [{**yaml.safe_load(BRAND), **entry} for entry in entries],
    }
    return replace(OURS, brands=msgspec.convert(content, BrandsFile))


def contacts(**entry):
    """The audit's view of a contacts.yaml with one more desk."""
    desk = msgspec.convert({**yaml.safe_load(CONTACT), **entry}, ContactFact)
    return replace(OURS, contacts=(*OURS.contacts, desk))


def detail(value, status="confirmed", source="https://www.asahi-pay.co.jp/lost"):
    return {"value": value, "status": status, "checked": date(2027, 1, 1), "source": source}


def found(facts, name):
    """What the audit says of `name`, one text a problem."""
    return [f"{problem.what} {problem.mend}" for problem in audit(facts, TODAY).problems if problem.id == name]


def says(facts, name, *words):
    return any(all(word in text for word in words) for text in found(facts, name))


def test_our_own_files_hold_together(capfdbinary):
    assert knowledge_check(as_json=False) == 0
    assert capfdbinary.readouterr().out.startswith(b"problems: 0\n")


def test_a_sound_brand_and_desk_are_left_alone():
    assert found(brands({}), "asahi_pay") == []
    assert found(contacts(numbers=[detail("0120-000-111")]), "asahi_desk") == []


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"domains": [{"name": "co.jp", "confirmed": True}]}, "public suffix"),
        ({"domains": [{"name": "github.io", "confirmed": True}]}, "public suffix"),
        ({"domains": [{"name": "asahi-pay.lan", "confirmed": True}]}, "no public suffix"),
        ({"domains": [{"name": "Asahi-pay.jp", "confirmed": True}]}, "no host name"),
        ({"domains": [{"name": "аsahi-pay.jp", "confirmed": True}]}, "no host name"),
        ({"domains": [{"name": "asahi.duckdns.org", "confirmed": True}]}, "dynamic_dns"),
        ({"domains": [{"name": "amazonses.com", "confirmed": True}]}, "mail_delivery"),
        ({"mail_domains": [{"name": "ne.jp"}]}, "public suffix"),
        ({"user_content_hosts": ["https://x.jp"]}, "no host name"),
        ({"id": "asahi-pay"}, "characters"),
        ({"category": "paymnt"}, "category"),
        ({"aliases": ["AP"]}, "shorter than 3"),
        ({"aliases": ["あさひ\u200bペイ"]}, "U+200B"),
        ({"name_en": "Asahi Раy"}, "Cyrillic"),
        ({"aliases": ["アサヒ力ード"]}, "'カ' is meant"),
        ({"name": "あさひペイ "}, "space"),
        ({"sources": []}, "no source"),
        ({"sources": ["general knowledge"]}, "without a page"),
        ({"help": {"number": "0120-12-34", "evidence": "official"}}, "dialled"),
        ({"report": {"email": "report at asahi", "evidence": "official"}}, "mail address"),
        ({"checked": date(2027, 2, 1)}, "yet to come"),
    ],
)
def test_a_broken_brand_is_named_with_what_is_wrong(entry, words):
    assert says(brands(entry), entry.get("id", "asahi_pay"), words)


@pytest.mark.parametrize(
    "entry",
    [
        {"weak_aliases": ["AP"]},
        {"aliases": ["アサヒ・ペイ", "Ｐay朝日"]},
        {"help": {"number": "0120-12-34", "evidence": "third_party"}},  # not shown, so only known
        {"domains": [{"name": "docomo.ne.jp", "confirmed": True}]},  # free mail at the address, pages of one owner
        {"domains": [{"name": "lolipop.jp", "confirmed": False}], "user_content_hosts": ["lolipop.jp"]},
    ],
)
def test_what_is_allowed_is_not_complained_of(entry):
    assert found(brands(entry), "asahi_pay") == []


def test_what_belongs_to_two_brands_is_found():
    both = brands({"aliases": ["ＡＳＡＨＩ"]}, {"id": "other", "name": "よそ", "aliases": ["asahi"]})
    assert says(both, "other", "asahi-pay.co.jp", "asahi_pay and other")
    assert says(both, "other", "'asahi'", "asahi_pay and other")
    assert says(brands({}, {}), "asahi_pay", "twice")
    assert says(brands({"aliases": ["オンライン"]}, decoys=["オンライン"]), "asahi_pay", "decoy")


def test_a_place_for_everybodys_pages_under_a_brand_must_be_marked():
    groups = [
        {
            "kind": "shared_hosting",
            "about": "x",
            "source": "y",
            "checked": TODAY,
            "hosts": ["blog.asahi-pay.co.jp", "B.jp"],
        }
    ]
    services = msgspec.convert({"groups": groups}, ServicesFile)
    assert says(replace(brands({}), services=services), "asahi_pay", "blog.asahi-pay.co.jp", "user_content_hosts")
    marked = brands({"user_content_hosts": ["blog.asahi-pay.co.jp"]})
    assert found(replace(marked, services=services), "asahi_pay") == []
    assert says(replace(marked, services=services), "x", "'B.jp'", "no host name")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"numbers": [detail("0120-12-34")]}, "dialled"),
        ({"numbers": [detail("+1-202-555-0100")]}, "dialled"),
        ({"numbers": [detail("0120-000-111", source="a blog")]}, "no page"),
        ({"email": detail("help@asahi")}, "mail address"),
        ({"url": detail("https://asahi-help.com/", source="https://blog.example.jp/1")}, "not on a host"),
        ({"url": detail("ftp://www.asahi-pay.co.jp/lost")}, "not on a host"),
        ({"brand": "asahi"}, "no brand"),
        ({"brand": "amazon", "instead_of": "service_own"}, "already"),
        ({"sources": []}, "no source"),
        ({"checked": date(2028, 1, 1)}, "yet to come"),
    ],
)
def test_a_broken_desk_is_named_with_what_is_wrong(entry, words):
    assert says(contacts(**entry), "asahi_desk", words)


def test_a_page_of_a_public_body_needs_no_proof():
    assert found(contacts(url=detail("https://www.city.example.lg.jp/", source="https://x.jp/")), "asahi_desk") == []


@pytest.mark.parametrize("number", ["110", "188", "157", "#9110", "0120-000-111", "0570-016811", "03-3446-1623"])
def test_numbers_as_dialled_in_japan_pass(number):
    assert dialled(number)


@pytest.mark.parametrize("number", ["", "0120", "12345", "03-123", "０１２０-000-111", "00-0000-0000", "#911"])
def test_other_numbers_do_not(number):
    assert not dialled(number)


def with_texts(**changes):
    """Our words with changes to the Japanese ones; None takes a text away."""
    texts = {**OURS.texts["ja"], **changes}
    kept = {key: text for key, text in texts.items() if text is not None}
    return replace(OURS, texts={**OURS.texts, "ja": kept})


def test_words_that_are_missing_or_left_over_are_found():
    step = OURS.recovery.steps[0].id
    assert says(with_texts(**{f"step-{step}.why": None}), f"step-{step}.why", "no words")
    assert says(with_texts(**{"step-gone": "…"}), "step-gone", "Nothing in the knowledge")
    assert says(with_texts(**{"contact-gone": "…"}), "contact-gone", "Nothing in the knowledge")
    assert says(with_texts(**{"reason-link-gone": "…"}), "reason-link-gone", "Nothing in the knowledge")
    assert says(with_texts(**{"greeting-new": "…"}), "greeting-new", "Another locale")
    assert says(contacts(numbers=[detail("0120-000-111")]), "contact-asahi_desk", "no words")


def test_words_that_name_a_hidden_number_or_address_are_found():
    step = OURS.recovery.steps[0].id
    assert says(with_texts(**{f"step-{step}": "0120-86-6910 に電話する。"}), f"step-{step}", "0120-86-6910")
    assert says(with_texts(**{f"step-{step}": "stop@example.jp へ送る。"}), f"step-{step}", "stop@example.jp")
    assert found(with_texts(**{f"step-{step}": "#9110 に電話する。"}), f"step-{step}") == []


def test_a_wording_that_does_not_compile_is_found():
    assert says(replace(OURS, phrases={"deadline": ("(24|48時間",)}), "deadline", "not valid", "head of the file")


def test_names_in_the_weights_that_mean_nothing_are_found():
    weights = msgspec.convert(
        {
            **msgspec.to_builtins(OURS.weights),
            "signals": {"link.gone": {"prior": 1, "weight": 1, "group": "link", "demand": "kidney"}},
            "combinations": [{"id": "both", "all": ["link.never"], "damp": {"nobody": 0.5}}],
            "caps": {"nowhere": 1},
        },
        Weights,
    )
    facts = replace(OURS, weights=weights, signals=SignalNames(frozenset({"link.ip"})))
    assert says(facts, "link.gone", "No signal")
    assert says(facts, "link.gone", "kidney")
    assert says(facts, "both", "link.never")
    assert says(facts, "both", "nobody")
    assert says(facts, "nowhere", "caps")


def test_steps_that_name_what_is_not_there_are_found():
    step = next(step for step in OURS.recovery.steps if step.brands)
    assert says(brands({}), step.id, step.brands[0])


def test_what_is_old_comes_by_how_often_it_is_shown_how_old_it_is_and_how_sure():
    unsure = [{"name": "asahi-pay.co.jp", "confirmed": False, "source": "general knowledge"}]
    old = {"checked": date(2026, 5, 1), "rank": 500, "domains": []}
    facts = brands(
        {**old, "id": "seldom", "rank": 2},
        {**old, "id": "sure", "domains": [{"name": "sure.jp", "confirmed": True}]},
        {**old, "id": "unsure", "domains": unsure},
        {**old, "id": "older", "checked": date(2024, 5, 1)},
        {"id": "fresh", "rank": 500},
    )
    due = audit(facts, TODAY).due
    assert [item.id for item in due if item.file == "brands.yaml"] == ["older", "unsure", "sure", "seldom"]
    assert due[0].age == (TODAY - date(2024, 5, 1)).days
    assert found(facts, "older") == []  # old is not wrong


def test_nothing_is_due_while_everything_is_fresh():
    assert audit(OURS, date(2026, 11, 24)).due == ()


@pytest.fixture
def copied(tmp_path):
    """A copy of the knowledge files, to break."""
    for path in DIRECTORY.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_the_command_says_what_is_wrong_where_and_how_to_mend_it(copied, capfdbinary):
    path = copied / "brands.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("name: amazon.co.jp,", "name: co.jp,", 1), encoding="utf-8"
    )
    assert knowledge_check(as_json=False, today=TODAY, directory=copied) == 1
    printed = capfdbinary.readouterr().out.decode()
    assert "brands.yaml: amazon: co.jp is a public suffix" in printed
    assert printed.splitlines()[-1] == "problems: 1"


def test_a_file_that_cannot_be_read_is_one_finding(copied, capfdbinary):
    path = copied / "contacts.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("group:", "grup:", 1), encoding="utf-8")
    (copied / "phrases.yaml").unlink()
    assert knowledge_check(as_json=True, today=TODAY, directory=copied) == 1
    problems = json.loads(capfdbinary.readouterr().out)["problems"]
    assert [problem["file"] for problem in problems] == ["contacts.yaml", "phrases.yaml"]
    assert "grup" in problems[0]["what"]


def test_old_facts_are_listed_but_do_not_fail_the_command(capfdbinary):
    assert knowledge_check(as_json=True, today=date(2028, 1, 1)) == 0
    answer = json.loads(capfdbinary.readouterr().out)
    assert answer["problems"] == []
    assert {item["file"] for item in answer["due"]} >= {"brands.yaml", "contacts.yaml", "steps.yaml"}
    assert answer["due"] == sorted(answer["due"], key=lambda item: -item["first"])
    assert knowledge_check(as_json=False, today=date(2028, 1, 1)) == 0
    assert "look up again, most needed first" in capfdbinary.readouterr().out.decode()


def test_a_broken_imposture_is_named_with_what_is_wrong():
    content = {
        "brand": "nobody",
        "kinds": ["fishing"],
        "words": ["(投票"],
        "unless": [],
        "source": "https://example.jp/",
    }
    facts = replace(OURS, impostures=(msgspec.convert({**content, "checked": date(2027, 2, 1)}, ImpostureFact),))
    for words in ("nobody", "fishing", "unterminated", "yet to come"):
        assert says(facts, "nobody", words), words
