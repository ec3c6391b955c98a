"""The one entry to the analysis: a message in, a report out. Pure: same message, same report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bot.analysis.brands import BrandIndex
from bot.analysis.finding import Finding
from bot.analysis.kinds import KindVotes, features
from bot.analysis.kinds import kind as kind_of
from bot.analysis.message import Message
from bot.analysis.naming import Namer
from bot.analysis.phrases import Phrasebook
from bot.analysis.prepared import Context, Prepared, Preparer
from bot.analysis.question import question
from bot.analysis.report import Demand, JudgedLink, Kind, Report, Verdict
from bot.analysis.scoring import Score, Scorer
from bot.analysis.signals import SIGNALS, Signal
from bot.analysis.wording_model import WordingModel
from bot.knowledge import knowledge
from bot.knowledge.kind_votes import load_kind_votes
from bot.knowledge.models import Knowledge
from bot.knowledge.phrases import load_phrases
from bot.knowledge.weights import Weights, load_weights
from bot.knowledge.wording_model import load_wording_model

POSITIVE = frozenset(
    {
        "genuine.official_links",
        "genuine.known_links",
        "genuine.official_sender",
        "genuine.official_number",
        "genuine.nothing_asked",
    }
)


class Analyzer:
    """Judges messages with one knowledge and one set of weights."""

    def __init__(
        self,
        facts: Knowledge,
        families: Mapping[str, tuple[str, ...]],
        weights: Weights,
        model: WordingModel,
        votes: KindVotes,
    ) -> None:
        self._phrases = Phrasebook(families)
        self._preparer = Preparer(facts, BrandIndex(facts), self._phrases, model)
        self._namer = Namer(facts.impostures)
        self._votes = votes
        self._weights = weights
        self._scorer = Scorer(weights)

    def warm(self) -> None:
        """Compile what the first messages would otherwise compile one by one."""
        self._phrases.check()

    def prepare(self, message: Message, context: Context) -> Prepared:
        """The message as the signals see it."""
        return self._preparer.prepare(message, context)

    def findings(self, prepared: Prepared, *, without: Sequence[Signal] = ()) -> tuple[Finding, ...]:
        """What every signal found, in the order of `SIGNALS`, those of `without` left out."""
        return tuple(finding for signal in SIGNALS if signal not in without for finding in signal(prepared))

    def report(self, message: Message, context: Context) -> Report:
        """The whole judgement."""
        prepared = self.prepare(message, context)
        findings = self.findings(prepared)
        score = self._scorer.score(findings)
        positive = any(finding.signal in POSITIVE for finding in findings)
        verdict = self._scorer.verdict(score.probability, positive=positive)
        kind = self._kind(prepared, findings, score, verdict)
        naming = self._namer.naming(prepared, kind, verdict)
        return Report(
            verdict=verdict,
            score=round(score.probability, 4),
            kind=kind,
            brand=naming.brand,
            told=naming.told,
            asks_for=self._demands(findings),
            evidence=tuple(item for item in score.evidence if item.weight),
            links=tuple(
                JudgedLink(
                    link.target,
                    link.visible,
                    link.address.final.host,
                    link.address.final.registrable_domain,
                    link.owner,
                    link.approximate,
                )
                for link in prepared.links
            ),
            question=question(prepared) if verdict is Verdict.UNCLEAR else None,
        )

    def _kind(self, prepared: Prepared, findings: Sequence[Finding], score: Score, verdict: Verdict) -> Kind | None:
        return (
            None
            if verdict is Verdict.NO_SIGN
            else kind_of(features(prepared, findings, score), prepared.wording, self._votes)
        )

    def _demands(self, findings: Sequence[Finding]) -> tuple[Demand, ...]:
        found: dict[Demand, None] = {}
        for finding in findings:
            demand = self._weights.signals[finding.signal].demand
            if demand is not None:
                found[Demand(demand)] = None
        return tuple(found)


@cache
def analyzer() -> Analyzer:
    """The analyzer with the project's own knowledge, built once."""
    return Analyzer(
        knowledge(), load_phrases(), load_weights(), WordingModel(*load_wording_model()), KindVotes(*load_kind_votes())
    )


def analyze(message: Message, context: Context | None = None) -> Report:
    """Judges `message`. `context` is what the community knows of it."""
    return analyzer().report(message, context or Context())
