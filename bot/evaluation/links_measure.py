"""How well bare links are judged: by the link model alone, and by the whole analysis."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from bot.analysis.analyze import analyze
from bot.analysis.link_model import LinkModel
from bot.analysis.message import Message
from bot.analysis.report import Verdict
from bot.evaluation.links_data import Url, is_exempt
from bot.knowledge.link_model import LinkLevels

RATES = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05)  # false alarms of the trade-off curve
NEVER = float("-inf")  # the score of an address that the model is not asked about
COMMONEST = 14  # groups of a table that get a line of their own


def model_scores(urls: Sequence[Url], model: LinkModel) -> list[float]:
    """The model's score of each address, in log-odds; `NEVER` for those it is not asked about."""
    scores = []
    for url in urls:
        found = None if is_exempt(url) else model.judge(url.address.final)
        scores.append(NEVER if found is None else found.score)
    return scores


def milliseconds(urls: Sequence[Url], model: LinkModel) -> float:
    """Mean time that the model takes for one address."""
    started = perf_counter()
    for url in urls:
        model.judge(url.address.final)
    return (perf_counter() - started) * 1000 / len(urls)


def curve(phishing: Sequence[float], genuine: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """For each of `RATES`: the rate, the threshold that as many of `genuine` exceed, the share of `phishing` found."""
    ordered = sorted(genuine, reverse=True)
    for rate in RATES:
        allowed = int(rate * len(ordered))
        threshold = ordered[allowed]
        yield rate, threshold, sum(score > threshold for score in phishing) / len(phishing)


def by_level(scores: Sequence[float], levels: LinkLevels) -> tuple[float, float, float]:
    """The share of `scores` from each level on, the surest first."""
    steps = (levels.very, levels.like, levels.somewhat)
    first, second, third = (sum(score >= step for score in scores) / len(scores) for step in steps)
    return first, second, third


def grouped(
    urls: Sequence[Url], scores: Sequence[float], levels: LinkLevels, key: Callable[[Url], str]
) -> Iterator[tuple[str, int, tuple[float, float, float]]]:
    """Name, number of addresses and `by_level` of the commonest groups that `key` names, then of all others."""
    groups: dict[str, list[float]] = defaultdict(list)
    for url, score in zip(urls, scores, strict=True):
        groups[key(url)].append(score)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for name, found in ordered[:COMMONEST]:
        yield name, len(found), by_level(found, levels)
    rest = [score for _, found in ordered[COMMONEST:] for score in found]
    if rest:
        yield "others", len(rest), by_level(rest, levels)


def verdicts(urls: Sequence[Url]) -> Mapping[Verdict, float]:
    """The share of each verdict of the whole analysis on messages that are nothing but the address."""
    counts = Counter(analyze(Message(body=url.text)).verdict for url in urls)
    return {verdict: counts[verdict] / len(urls) for verdict in Verdict}


def read_peer(path: Path) -> dict[str, tuple[str, float]]:
    """What another checker made of addresses: verdict and probability by address, as fraudurl writes them (CSV)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: (row[1], float(row[2])) for row in rows if row[2]}
