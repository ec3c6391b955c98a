"""`python -m bot fit`: fits model, weights and votes to labelled messages, and measures on cases held back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from bot.analysis.kinds import features, kind
from bot.analysis.prepared import Context
from bot.analysis.scoring import Scorer
from bot.analysis.signals.wording_model import SIGNALS as MODEL_SIGNALS
from bot.analysis.signals.wording_model import level
from bot.evaluation.cases import MessageCase, read_cases
from bot.evaluation.fit import FOLDS, Example, cross_validated, fit
from bot.evaluation.kinds_fit import Labelled, fit_votes
from bot.evaluation.summary import calibration
from bot.evaluation.train import Text, train
from bot.evaluation.weights_file import with_weights
from bot.knowledge.files import DIRECTORY
from bot.knowledge.kind_votes import KindVotesFile
from bot.knowledge.weights import load_weights
from bot.knowledge.wording_model import WordingModelFile


def fit_weights(files: Sequence[str], *, write: bool) -> int:
    """Fits to the cases of `files`, and writes what came of it if told to.

    Returns the exit status: 0, or 2 for files that cannot be used.
    """
    try:
        cases = [case for case in read_cases(map(Path, files)) if isinstance(case, MessageCase)]
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.writelines(f"{line}\n" for line in _fit(cases, write=write))
    return 0


def _fit(cases: Sequence[MessageCase], *, write: bool) -> Iterator[str]:
    from bot.analysis.analyze import analyzer

    weights = load_weights()
    scorer = Scorer(weights)
    prepared = [analyzer().prepare(case.message(), Context()) for case in cases]
    signals = [{finding.signal for finding in analyzer().findings(one, without=MODEL_SIGNALS)} for one in prepared]
    texts = [Text(one.wording, case.label == "scam") for one, case in zip(prepared, cases, strict=True)]
    levels = _levels_out_of_fold(texts)
    given = [
        Example(case.id, scorer.terms(found | ({name} if name else set())), case.label == "scam")
        for case, found, name in zip(cases, signals, levels, strict=True)
    ]
    yield from _report(cross_validated(scorer, weights, given), weights.thresholds.suspicious)
    values = fit(weights, given)
    for name, prior in sorted(weights.priors().items(), key=lambda item: -abs(values[item[0]] - item[1])):
        if abs(values[name] - prior) >= 0.4:
            yield f"  {name:<34} {prior:+.2f} -> {values[name]:+.2f}"
    labelled = []
    for case, one in zip(cases, prepared, strict=True):
        if case.label == "scam" and case.kind:
            findings = analyzer().findings(one, without=MODEL_SIGNALS)
            labelled.append(Labelled(features(one, findings, scorer.score(findings)), one.wording, case.kind))
    right = 0
    for fold in range(FOLDS):
        votes = fit_votes([row for position, row in enumerate(labelled) if position % FOLDS != fold])
        right += sum(kind(row.features, row.words, votes) == row.kind for row in labelled[fold::FOLDS])
    yield f"kind right on folds held back: {right} of {len(labelled)}"
    if write:
        about = f"Written by `python -m bot fit` from {len(cases)} labelled messages; not to be edited by hand."
        path = DIRECTORY / "weights.yaml"
        path.write_text(with_weights(path.read_text(encoding="utf-8"), values), encoding="utf-8")
        model = train(texts)
        _write("wording_model.json", WordingModelFile(about, model.bias, dict(model.weights)))
        votes = fit_votes(labelled)
        _write("kind_votes.json", KindVotesFile(about, _plain(votes.features), _plain(votes.pieces)))


def _levels_out_of_fold(texts: Sequence[Text]) -> list[str | None]:
    """The model's level for each text, from a model that has not seen it."""
    levels: list[str | None] = [None] * len(texts)
    for fold in range(FOLDS):
        model = train([text for position, text in enumerate(texts) if position % FOLDS != fold])
        for position in range(fold, len(texts), FOLDS):
            levels[position] = level(model.score(texts[position].words))
    return levels


def _report(results: Sequence[tuple[Example, float]], threshold: float) -> Iterator[str]:
    scams = [probability for example, probability in results if example.scam]
    genuine = [probability for example, probability in results if not example.scam]
    error = calibration([(probability, example.scam) for example, probability in results])
    yield f"cross-validated over {FOLDS} folds, {len(scams)} scams, {len(genuine)} genuine"
    yield f"  flagged           {sum(p >= threshold for p in scams)} of {len(scams)}"
    yield f"  false alarms      {sum(p >= threshold for p in genuine)} of {len(genuine)}"
    yield f"  calibration error {error}"
    for example, probability in results:
        if (probability >= threshold) != example.scam:
            names = " ".join(term.name for term in example.terms if not term.name.startswith("nature."))
            yield f"    {example.id} {probability:.2f} {names}"


def _plain(votes: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {name: dict(found) for name, found in votes.items()}


def _write(name: str, content: msgspec.Struct) -> None:
    text = msgspec.json.format(msgspec.json.encode(content), indent=1)
    (DIRECTORY / name).write_bytes(text + b"\n")
