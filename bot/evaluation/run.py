"""Runs labelled cases and times each."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from time import perf_counter

from bot.analysis.analyze import analyze, analyzer
from bot.analysis.report import Report, Verdict
from bot.evaluation.cases import MessageCase, QuestionCase
from bot.knowledge import knowledge
from bot.recovery.account import Account
from bot.recovery.situations import understand

FLAGGED = frozenset({Verdict.SCAM, Verdict.SUSPICIOUS})


@dataclass(frozen=True, slots=True)
class MessageResult:
    """What came of a message. `ms` is the time of the analysis in milliseconds."""

    case: MessageCase
    report: Report
    ms: float

    @property
    def flagged(self) -> bool:
        """Whether it was called a scam or suspicious."""
        return self.report.verdict in FLAGGED

    @property
    def severe(self) -> bool:
        """Whether it was called a scam."""
        return self.report.verdict is Verdict.SCAM

    @property
    def expected_brand(self) -> str | None:
        """The brand id that is right, also where the case gives a name; None for one that is not registered."""
        return _registered(self.case.brand) if self.case.brand else None

    @property
    def wrong(self) -> bool:
        """Whether a scam was missed or a genuine message flagged."""
        return self.flagged is not (self.case.label == "scam")


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was understood of a question."""

    case: QuestionCase
    account: Account
    ms: float

    @property
    def found(self) -> frozenset[str]:
        """The situations that were found."""
        return frozenset(self.account.situations)

    @property
    def missed(self) -> frozenset[str]:
        """Situations that the text holds and that were not found."""
        return frozenset(self.case.situations) - self.found

    @property
    def extra(self) -> frozenset[str]:
        """Situations that were found and that the text does not hold."""
        return self.found - frozenset(self.case.situations) - frozenset(self.case.also_ok)

    @property
    def denied(self) -> frozenset[str]:
        """Situations that were found although the text denies them."""
        return self.found & frozenset(self.case.not_situations)


@cache
def _registered(brand: str) -> str | None:
    brands = knowledge().brands
    if brand in brands:
        return brand
    named = brand.casefold()
    return next(
        (
            one.id
            for one in brands.values()
            if named in {name.casefold() for name in (one.name, one.name_en, *one.aliases, *one.weak_aliases)}
        ),
        None,
    )


def run(cases: Iterable[MessageCase | QuestionCase]) -> tuple[Sequence[MessageResult], Sequence[QuestionResult]]:
    """The results of `cases`, in their order. What a running bot has ready is made ready first."""
    analyzer().warm()
    understand("")
    gc.freeze()  # as bot.app.settle does
    messages: list[MessageResult] = []
    questions: list[QuestionResult] = []
    for case in cases:
        if isinstance(case, MessageCase):
            message = case.message()
            if not messages:
                analyze(message)  # loads what the first message alone asks for
            start = perf_counter()
            report = analyze(message)
            messages.append(MessageResult(case, report, (perf_counter() - start) * 1000))
        else:
            if not questions:
                understand(case.text)
            start = perf_counter()
            account = understand(case.text)
            questions.append(QuestionResult(case, account, (perf_counter() - start) * 1000))
    return messages, questions
