"""A plan in words: one thing first, the rest in order, each with who to call and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.recovery.account import Plan, Situation, Step, Urgency
from bot.wording.actions import Action, Verb
from bot.wording.reply import Block, BlockKind, Button, Reply, Severity, StepView
from bot.wording.situations import situation_buttons
from bot.wording.words import Words

AHEAD = 4  # steps shown that are still to do; more at once is not read by someone who is frightened
_AVOID = 2
_ASK = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How a plan is shown. `done` are the steps ticked; `whose` is whose matter it is ("母"), None for their own.

    `heard` are further lines on what the person said (what was denied or stopped in time); `ask` tells whether
    to ask for more; `report` whether there is a message to report.
    """

    case: str
    done: Collection[str] = ()
    whose: str | None = None
    heard: tuple[str, ...] = ()
    ask: bool = True
    report: bool = False
    replaces: bool = False
    notes: tuple[str, ...] = ()


def plan_reply(words: Words, plan: Plan, progress: Progress) -> Reply:
    """The plan as far as it is to be seen now: what is done, and the next `AHEAD` steps."""
    shown = _shown(plan.steps, progress.done)
    open_steps = [step for step in shown if step.id not in progress.done]
    ask = plan.ask[:_ASK] if progress.ask and not progress.done else ()
    blocks = [*_opening(words, plan, progress), *_steps(words, plan, shown, progress.done)]
    hidden = len(plan.steps) - len(shown)
    if hidden:
        blocks.append(Block(BlockKind.NOTE, words.text("plan-more", count=str(hidden))))
    if not progress.done:
        blocks += _lines(words, plan, "plan-avoid", plan.avoid[:_AVOID])
    if plan.steps and not open_steps:
        blocks += _lines(words, plan, "plan-tomorrow", plan.tomorrow)
        blocks += _lines(words, plan, "plan-next-month", plan.next_month)
    if ask:
        blocks.append(Block(BlockKind.TEXT, _question(words, plan, ask)))
    if open_steps:
        blocks.append(Block(BlockKind.NOTE, words.text("plan-resume")))
    blocks += [Block(BlockKind.NOTE, line) for line in progress.notes]
    numbers = {step.id: number for number, step in enumerate(plan.steps, 1)}
    return Reply(
        blocks=tuple(blocks),
        severity=Severity.CALM,
        buttons=(
            *_tick_buttons(words, open_steps, numbers, progress.case),
            *(situation_buttons(words, ask, progress.case, none=True) if ask else ()),
            *_last_row(words, plan, progress),
        ),
        replaces=progress.replaces,
        situations=tuple(item.value for item in plan.situations),
        steps=tuple(view(words, plan, step, progress.done) for step in plan.steps),
    )


def later_reply(words: Words, plan: Plan) -> Reply:
    """What not to do, what to keep as evidence, what to check tomorrow and next month."""
    blocks = [
        Block(BlockKind.HEADLINE, words.text("plan-later-headline")),
        *_lines(words, plan, "plan-avoid", plan.avoid),
        *_lines(words, plan, "plan-keep", plan.keep),
        *_lines(words, plan, "plan-tomorrow", plan.tomorrow),
        *_lines(words, plan, "plan-next-month", plan.next_month),
    ]
    return Reply(tuple(blocks), Severity.INFO, situations=tuple(item.value for item in plan.situations))


def view(words: Words, plan: Plan, step: Step, done: Collection[str]) -> StepView:
    """A step in words."""
    return StepView(step.id, step_text(words, plan, f"step-{step.id}"), contact_line(words, step), step.id in done)


def step_text(words: Words, plan: Plan, key: str) -> str:
    """A text of the recovery side, filled with the brand it is about."""
    brand = words.brand(plan.brand)
    name = words.brand_name(brand) if brand else words.text("brand-unknown")
    domain = next((item.name for item in brand.domains if item.confirmed), "") if brand else ""
    place = (brand.app if brand else None) or ""
    return words.text(key, brand=name, domain=domain, place=place)


def contact_line(words: Words, step: Step) -> str | None:
    """Who to call for a step: name, number and hours as far as we may show them."""
    contact = words.contact(step.desk) if step.desk else None
    if contact is None:
        return None
    name = words.contact_name(contact)
    number = contact.numbers[0] if contact.numbers and contact.numbers[0] not in name else None
    hours = words.text(f"contact-{contact.id}.hours") if words.has(f"contact-{contact.id}.hours") else None
    line = " ".join(part for part in (name, number) if part)
    return words.text("contact-with-hours", contact=line, hours=hours) if hours else line


def _opening(words: Words, plan: Plan, progress: Progress) -> Iterable[Block]:
    if plan.steps and all(step.id in progress.done for step in plan.steps):
        yield Block(BlockKind.HEADLINE, words.text("plan-finished"))
        return
    if progress.done:
        count = sum(1 for step in plan.steps if step.id in progress.done)
        yield Block(BlockKind.HEADLINE, words.text("plan-going", done=str(count), all=str(len(plan.steps))))
        return
    calm = [step_text(words, plan, key) for key in plan.calm]
    if progress.whose:
        calm.insert(0, words.text("plan-headline-other", whose=progress.whose))
    first, *rest = calm or [words.text("plan-headline")]
    yield Block(BlockKind.HEADLINE, first)
    # Someone with urgent steps before them needs no more than one calm line; someone else needs the calm most.
    light = not plan.steps or plan.steps[0].urgency is Urgency.DAYS or progress.whose
    for line in (*progress.heard, *(rest if light else ())):
        yield Block(BlockKind.TEXT, line)


def _question(words: Words, plan: Plan, ask: Sequence[Situation]) -> str:
    if plan.situations == (Situation.RECEIVED_ONLY,):
        return words.text("ask-done")
    if len(ask) == 1 and words.has(f"ask-{ask[0]}"):
        return words.text(f"ask-{ask[0]}")
    return words.text("plan-ask")


def _shown(steps: Sequence[Step], done: Collection[str]) -> list[Step]:
    """All ticked steps up to the last shown, and the next `AHEAD` open ones, in order."""
    shown: list[Step] = []
    ahead = 0
    for step in steps:
        if step.id not in done:
            if ahead == AHEAD:
                continue
            ahead += 1
        shown.append(step)
    return shown


def _steps(words: Words, plan: Plan, shown: Sequence[Step], done: Collection[str]) -> Iterable[Block]:
    numbers = {step.id: number for number, step in enumerate(plan.steps, 1)}
    first = next((step.id for step in shown if step.id not in done), None)
    headed: set[str] = set()
    contact: str | None = None
    for step in shown:
        ticked = step.id in done
        heading = None if ticked else "plan-first" if step.id == first else "plan-then"
        if heading and heading not in headed:
            headed.add(heading)
            yield Block(BlockKind.HEADING, words.text(heading))
        text = step_text(words, plan, f"step-{step.id}")
        yield Block(BlockKind.NUMBERED, text, number=numbers[step.id], done=ticked)
        if ticked:
            continue
        line = contact_line(words, step)
        yield from _step_details(words, plan, step, None if line == contact else line, in_full=step.id == first)
        contact = line or contact


def _step_details(words: Words, plan: Plan, step: Step, contact: str | None, *, in_full: bool) -> Iterable[Block]:
    """What belongs to a step; why and what to beware of only `in_full`, for the one to do now."""
    if in_full and words.has(f"step-{step.id}.why"):
        yield Block(BlockKind.DETAIL, step_text(words, plan, f"step-{step.id}.why"))
    if contact:
        yield Block(BlockKind.DETAIL, words.text("plan-contact", contact=contact))
    if step.deadline:
        deadline = step_text(words, plan, f"step-{step.id}.deadline")
        yield Block(BlockKind.DETAIL, words.text("plan-deadline", deadline=deadline))
    if in_full and step.caution:
        caution = step_text(words, plan, f"step-{step.id}.caution")
        yield Block(BlockKind.DETAIL, words.text("plan-caution", caution=caution))


def _lines(words: Words, plan: Plan, heading: str, keys: Sequence[str]) -> list[Block]:
    if not keys:
        return []
    lines = [Block(BlockKind.BULLET, step_text(words, plan, key)) for key in keys]
    return [Block(BlockKind.HEADING, words.text(heading)), *lines]


def _tick_buttons(
    words: Words, steps: Sequence[Step], numbers: dict[str, int], case: str
) -> tuple[tuple[Button, ...], ...]:
    row = [
        Button(Action(Verb.TICK, case, step.id).encode(), words.text("button-tick", number=str(numbers[step.id])))
        for step in steps
    ]
    return (tuple(row),) if row else ()


def _last_row(words: Words, plan: Plan, progress: Progress) -> tuple[tuple[Button, ...], ...]:
    row = []
    if plan.keep or plan.tomorrow or plan.next_month or len(plan.avoid) > _AVOID:
        row.append(words.button("button-later", Verb.LATER, progress.case))
    row.append(words.button("button-other-happened", Verb.OTHER, progress.case))
    if progress.report:
        row.append(words.button("button-report", Verb.REPORT, progress.case))
    return (tuple(row),)
