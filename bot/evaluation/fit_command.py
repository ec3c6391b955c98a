"""`python -m bot fit`: fits the weights to labelled messages and says how well that works on cases held back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.analysis.analyze import Analyzer
from bot.analysis.scoring import Scorer
from bot.evaluation.cases import MessageCase, read_cases
from bot.evaluation.fit import FOLDS, cross_validated, examples, fit
from bot.evaluation.summary import calibration
from bot.evaluation.weights_file import with_weights
from bot.knowledge import knowledge
from bot.knowledge.files import DIRECTORY
from bot.knowledge.phrases import load_phrases
from bot.knowledge.weights import load_weights


def fit_weights(files: Sequence[str], *, write: bool) -> int:
    """Fits to the cases of `files`, and writes the weights if told to.

    Returns the exit status: 0, or 2 for files that cannot be used.
    """
    try:
        cases = [case for case in read_cases(map(Path, files)) if isinstance(case, MessageCase)]
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    weights = load_weights()
    scorer = Scorer(weights)
    given = examples(Analyzer(knowledge(), dict(load_phrases()), weights), scorer, cases)
    threshold = weights.thresholds.suspicious
    results = cross_validated(scorer, weights, given)
    scams = [probability for example, probability in results if example.scam]
    genuine = [probability for example, probability in results if not example.scam]
    calibration_error = calibration([(probability, example.scam) for example, probability in results])
    sys.stdout.write(
        f"cross-validated over {FOLDS} folds, {len(scams)} scams, {len(genuine)} genuine\n"
        f"  flagged           {sum(p >= threshold for p in scams)} of {len(scams)}\n"
        f"  false alarms      {sum(p >= threshold for p in genuine)} of {len(genuine)}\n"
        f"  calibration error {calibration_error}\n"
    )
    values = fit(scorer, weights, given)
    for name, prior in sorted(weights.priors().items(), key=lambda item: -abs(values[item[0]] - item[1])):
        if abs(values[name] - prior) >= 0.3:
            sys.stdout.write(f"  {name:<34} {prior:+.2f} -> {values[name]:+.2f}\n")
    if write:
        path = DIRECTORY / "weights.yaml"
        path.write_text(with_weights(path.read_text(encoding="utf-8"), values), encoding="utf-8")
    return 0
