"""The model that weighs what the rules find, and how it is fitted."""

from pathlib import Path

from bot.evaluation.cases import QuestionCase, read_cases
from bot.evaluation.fit_situations import example, fit, main
from bot.knowledge.situation_clues import load_situation_model, situation_clues
from bot.recovery.account import Situation

QUESTIONS = Path(__file__).parent.parent / "cases" / "questions"


def _some_cases():
    return [case for case in read_cases([QUESTIONS / "train-4.jsonl"]) if isinstance(case, QuestionCase)][:60]


def test_the_same_questions_give_the_same_model_and_it_knows_them():
    examples = [example(case) for case in _some_cases()]
    model = fit(examples)
    assert fit(examples) == model
    right = total = 0
    for one in examples:
        likely = model.probabilities(one.features)
        for situation in one.case.situations:
            total += 1
            right += likely[Situation(situation)] > 0.5
    assert right / total > 0.9


def test_what_may_be_either_way_is_not_learnt_from():
    case = QuestionCase("a", "カードを入れました", situations=["entered_card"], also_ok=["clicked_link"])
    target = example(case).target
    assert target["entered_card"] == 1
    assert target["clicked_link"] is None
    assert target["sent_money"] == 0


def test_the_model_speaks_of_every_situation_and_of_no_other():
    file = load_situation_model()
    names = {situation.value for situation in Situation}
    assert set(file.bias) == names
    assert {name for weights in file.weights.values() for name in weights} <= names
    assert {sign.situation for sign in situation_clues().signs} <= names


def test_a_file_that_is_no_cases_is_named(tmp_path, capsys):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{\n", encoding="utf-8")
    assert main([str(broken)]) == 2
    assert "broken.jsonl:1" in capsys.readouterr().err
