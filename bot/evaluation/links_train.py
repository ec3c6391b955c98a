"""Fits the link model: logistic regression on the features of addresses. Needs scikit-learn, which the bot does not."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.analysis.link_model import LinkModel, features
from bot.evaluation.links_data import Url, dressed
from bot.knowledge.link_model import LinkLevels

SEEN_IN = 4  # registered domains that a feature must occur with to be learnt
STRENGTH = 0.5  # inverse of the pull towards nothing
KEPT = 17_000  # features of the finished model: the strongest
LISTED = 4.0  # weight of a genuine address in full, beside a mere host
RATES = (0.001, 0.005, 0.02)  # false alarms that are allowed from each level on, the surest first
ONE_WAY = ("p", "q")  # kinds of features that may only speak for phishing: anyone can append a harmless path


def fit_with_levels(
    phishing: Sequence[Url], listed: Sequence[Url], names: Sequence[Url]
) -> tuple[LinkModel, LinkLevels]:
    """The model, and the scores that only the `RATES` of genuine addresses reach that their model has not seen.

    `listed` are genuine addresses in full, `names` genuine hosts. A level holds for both: the stricter of the two.
    """
    scores: tuple[list[float], list[float]] = ([], [])
    for fold in (0, 1):
        model = fit(
            [url for url in phishing if _fold(url) != fold],
            [url for url in listed if _fold(url) != fold],
            [url for url in names if _fold(url) != fold],
        )
        for kind, genuine in zip(scores, (listed, names), strict=True):
            for url in genuine:
                found = model.judge(url.address.final) if _fold(url) == fold else None
                if found is not None:
                    kind.append(found.score)
    levels = [round(max(float(numpy.quantile(kind, 1 - rate)) for kind in scores if kind), 2) for rate in RATES]
    return fit(phishing, listed, names), LinkLevels(*levels)


def _fold(url: Url) -> int:
    # Not the bit that divides fitting from measuring.
    return zlib.crc32(url.domain.encode()) // 2 % 2


def fit(phishing: Sequence[Url], listed: Sequence[Url], names: Sequence[Url]) -> LinkModel:
    """The model of reported addresses, genuine addresses and genuine hosts. The same input gives the same model.

    Both sorts weigh the same together, and the addresses of one registrable domain count by the root of their number:
    a campaign that was reported a thousand times is not a thousand lessons.
    """
    urls = [url for url in (*phishing, *listed, *map(dressed, names)) if _is_named(url)]
    rows = [{name: value for _, name, value in features(url.address.final)} for url in urls]
    seen: dict[str, set[str]] = {}
    for url, row in zip(urls, rows, strict=True):
        for name in row:
            domains = seen.setdefault(name, set())
            if len(domains) < SEEN_IN:
                domains.add(url.domain)
    known = sorted(name for name, domains in seen.items() if len(domains) >= SEEN_IN)
    place = {name: number for number, name in enumerate(known)}
    columns, values, ends = [], [], [0]
    for row in rows:
        found = [(place[name], value) for name, value in row.items() if name in place]
        columns += [column for column, _ in found]
        values += [value for _, value in found]
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(rows), len(known)))
    full = set(listed)
    counts = Counter(url.domain for url in urls)
    weights = numpy.array([(LISTED if url in full else 1.0) / math.sqrt(counts[url.domain]) for url in urls])
    labels = numpy.array([url.phishing for url in urls])
    for label in (True, False):
        weights[labels == label] *= len(urls) / 2 / weights[labels == label].sum()
    regression = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-4)
    regression.fit(matrix, labels, sample_weight=weights)
    found_weights = regression.coef_[0]
    strength = numpy.abs(found_weights) * numpy.sqrt(numpy.asarray((matrix != 0).sum(axis=0)).ravel())
    chosen = {
        known[column]: round(float(found_weights[column]), 2)
        for column in numpy.argsort(-strength, kind="stable")[:KEPT].tolist()
        if found_weights[column] > 0 or not known[column].startswith(ONE_WAY)
    }
    kept = {name: chosen[name] for name in sorted(chosen) if chosen[name]}
    return LinkModel(round(float(regression.intercept_[0]), 2), kept)


def _is_named(url: Url) -> bool:
    final = url.address.final
    return final.registrable_domain is not None and not final.shortener and not final.is_ip
