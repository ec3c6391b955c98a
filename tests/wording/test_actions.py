"""Action ids travel through platforms that allow 64 bytes, and come back from anyone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.recovery import load_recovery
from bot.recovery.account import Situation
from bot.wording.actions import Action, Verb, decode
from bot.wording.reply import ACTION_BYTES

LONGEST_CASE = "a" * 12


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize(("case", "argument"), [("", ""), (LONGEST_CASE, ""), (LONGEST_CASE, "step-one")])
def test_an_action_comes_back_as_it_went(verb, case, argument):
    action = Action(verb, case, argument)
    assert decode(action.encode()) == action


def test_every_situation_and_step_fits():
    for situation in Situation:
        assert len(Action(Verb.DID, LONGEST_CASE, situation.value).encode()) <= ACTION_BYTES
    for step in load_recovery().steps:
        name = step if isinstance(step, str) else step.id
        assert len(Action(Verb.TICK, LONGEST_CASE, name).encode()) <= ACTION_BYTES


def test_too_long_an_argument_is_refused_when_the_button_is_made():
    with pytest.raises(ValueError, match="64 bytes"):
        Action(Verb.DID, LONGEST_CASE, "x" * 60).encode()


@given(st.text())
def test_anything_may_come_back(text):
    action = decode(text)
    assert action is None or isinstance(action.verb, Verb)
