"""「できた」: a person's words for having done a step."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from unicodedata import normalize

from bot.recovery.account import Step

_DONE = re.compile(
    r"(?:(?P<before>\d{1,2})\s*(?:番目?|つ目|個目)?\s*[はがをも、,.]?\s*)?"
    r"(?:でき(?:た|ました)|出来(?:た|ました)|やった|やりました|終わった|終わりました|おわった|おわりました|済み|済んだ|済みました|"
    r"(?:i(?:'ve| have)? )?(?:done|finished|did)(?: it| that)?)"
    r"(?:\s*(?P<after>\d{1,2}))?(?:よ|です|ー)?[\s.!。！✅]*",
    re.IGNORECASE,
)


def ticked(text: str, steps: Sequence[Step], done: Collection[str]) -> str | None:
    """The id of the step that `text` says is done: the one it numbers, else the first open one.

    None if it says no such thing.
    """
    match = _DONE.fullmatch(normalize("NFKC", text[:40]).strip())
    if not match or len(text) > 40:
        return None
    number = match["before"] or match["after"]
    if number:
        index = int(number) - 1
        return steps[index].id if 0 <= index < len(steps) else None
    return next((step.id for step in steps if step.id not in done), None)
