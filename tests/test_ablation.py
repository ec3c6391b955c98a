"""What each signal decides, as `python -m bot eval --ablate` prints it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.analysis.analyze import analyze
from bot.evaluation.ablation import Found, Removal, ablate, found
from bot.evaluation.cases import MessageCase
from bot.knowledge.weights import Bias, Combination, SignalWeight, Thresholds, Weights, load_weights


@pytest.fixture
def weights() -> Weights:
    def signal(weight: float, group: str) -> SignalWeight:
        return SignalWeight(prior=weight, weight=weight, group=group)

    return Weights(
        bias=Bias(prior=-1.0, weight=-1.0),
        thresholds=Thresholds(scam=0.88, suspicious=0.5, no_sign=0.22),
        caps={},
        signals={
            "link.strange": signal(2.0, "link"),
            "link.odd": signal(0.5, "link"),
            "demand.card": signal(0.8, "demand"),
            "genuine.official_links": signal(-3.0, "genuine"),
            "support.alarm": signal(9.0, "support"),
        },
        combinations=[
            Combination("exit.official", all=["genuine.official_links"], damp={"demand": 0.5}),
            Combination("pattern.card", weight=0.6, all=["demand.card"], none=["exit.official"]),
        ],
    )


CASES = (
    Found("on-one", True, frozenset({"link.strange"})),
    Found("on-two", True, frozenset({"demand.card"})),
    Found("firm", True, frozenset({"link.strange", "link.odd", "demand.card"})),
    Found("missed", True, frozenset({"demand.card", "genuine.official_links"})),
    Found("spared", False, frozenset({"link.strange", "genuine.official_links"})),
    Found("alarmed", False, frozenset({"link.strange", "link.odd"})),
)


@pytest.fixture
def removals(weights: Weights) -> dict[str, Removal]:
    return {one.name: one for one in ablate(CASES, weights).removals}


def test_a_scam_that_hangs_on_one_signal_is_lost_without_it(removals: dict[str, Removal]) -> None:
    assert removals["link.strange"].scams_lost == ("on-one",)
    assert removals["link.strange"].alarms_lost == ("alarmed",)


def test_what_was_said_for_a_genuine_message_is_missed_both_ways(removals: dict[str, Removal]) -> None:
    assert removals["genuine.official_links"].alarms_gained == ("spared",)
    assert removals["genuine.official_links"].scams_won == ("missed",)


def test_a_combination_is_taken_away_by_itself_and_with_a_signal_that_it_needs(removals: dict[str, Removal]) -> None:
    assert removals["pattern.card"].scams_lost == ("on-two",)
    assert removals["demand.card"].scams_lost == ("on-two",)
    assert removals["pattern.card"].found == 2


def test_a_group_is_taken_away_as_a_whole(removals: dict[str, Removal]) -> None:
    assert removals["link.*"].found == 4
    assert "firm" not in removals["link.*"].scams_lost
    assert "demand.*" not in removals  # a group of one


def test_the_one_that_costs_most_comes_first_and_what_no_case_has_is_named(weights: Weights) -> None:
    result = ablate(CASES, weights)
    assert result.removals[0].cost == max(one.cost for one in result.removals)
    assert [one.cost for one in result.removals] == sorted((one.cost for one in result.removals), reverse=True)
    assert result.absent == ("support.alarm",)


def test_scams_that_hang_on_a_single_signal_are_counted_once_each(weights: Weights) -> None:
    result = ablate([*CASES, CASES[0]], weights)
    assert result.on_one_signal(weights.signals.keys()) == 3
    assert result.hanging(weights.signals.keys())["link.strange"] == 2
    assert result.flagged_of(scam=True) == (4, 5)
    assert result.flagged_of(scam=False) == (1, 2)


TEXTS = (
    ("scam", "三井住友銀行です。お取引を停止しました。24時間以内にご確認ください https://smbc-kakunin.top/login"),
    ("scam", "必ず返すからギフトカードを買って番号を送って"),
    ("legit", "明日は10時に体育館の前に集合です。水筒を忘れないでね。"),
    ("legit", "三井住友銀行からのお知らせ https://www.smbc.co.jp/"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows: list[dict[str, object]] = [
        {"id": f"made-{n}", "label": label, "body": body} for n, (label, body) in enumerate(TEXTS)
    ]
    rows.append({"id": "question", "text": "リンクを押した", "situations": []})
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_with_nothing_removed_the_verdicts_are_those_of_the_analysis() -> None:
    cases = [MessageCase(str(n), label, body) for n, (label, body) in enumerate(TEXTS)]
    result = ablate(found(cases), load_weights())
    assert list(result.verdicts) == [analyze(case.message()).verdict for case in cases]


def test_the_table_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--ablate", str(file)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("scam               2: flagged 2 (100.0 %)\ngenuine            2: flagged 0 (0.0 %)\n")
    assert "in none of the cases" in printed
    assert "flagged scams that hang on a single signal:" in printed


def test_json_names_the_cases(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--ablate", "--json", str(file)]) == 0
    ablation = json.loads(capsys.readouterr().out)["ablation"]
    assert ablation["scam"] == {"count": 2, "flagged": 2, "flagged_percent": 100.0}
    assert ablation["on_one_signal"]["count"] <= 2
    lost = {name for row in ablation["removals"] for name in row["scams_lost"]}
    assert lost <= {"made-0", "made-1"}
    assert {row["name"] for row in ablation["removals"]} >= {"link.not_official", "demand.giftcard", "nature.*"}


def test_files_without_messages_are_said_to_be_of_no_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text("", encoding="utf-8")
    assert main(["eval", "--ablate", str(path)]) == 2
    assert "empty.jsonl" in capsys.readouterr().err


def test_scams_alone_are_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "one", "label": "scam", "body": TEXTS[0][1]}), encoding="utf-8")
    assert main(["eval", "--ablate", str(path)]) == 0
    assert "genuine            0: flagged 0\n" in capsys.readouterr().out
