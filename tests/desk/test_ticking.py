"""「できた」 in many words."""

import pytest

from bot.desk.ticking import ticked
from bot.recovery.account import Step, Urgency

STEPS = tuple(Step(name, Urgency.HOURS, None, ()) for name in ("call", "change", "watch"))


@pytest.mark.parametrize(
    ("text", "done", "step"),
    [
        ("できた", (), "call"),
        ("できました！", ("call",), "change"),
        ("2できた", (), "change"),
        ("３番 できました。", (), "watch"),
        ("1つ目は終わった", (), "call"),
        ("やりました", (), "call"),
        ("done", ("call", "change"), "watch"),
        ("Done 2", (), "change"),
        ("I've done it", (), "call"),
        ("9できた", (), None),
        ("できた", ("call", "change", "watch"), None),
        ("できない", (), None),
        ("全然できたためしがない", (), None),
        ("登録できたのにログインできません", (), None),
        ("", (), None),
    ],
)
def test_which_step_is_done(text, done, step):
    assert ticked(text, STEPS, done) == step


def test_a_long_text_is_never_a_tick():
    assert ticked("できた" * 10_000, STEPS, ()) is None
