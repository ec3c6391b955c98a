"""`python -m bot links`: fits the link model to reported and genuine addresses, and measures it on others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

import msgspec

from bot.analysis.link_model import LinkModel
from bot.evaluation import links_measure as measure
from bot.evaluation.links_data import (
    FIT_YEAR,
    MEASURE_YEAR,
    Url,
    is_exempt,
    is_for_fitting,
    read_genuine,
    read_phishing,
)
from bot.knowledge.files import DIRECTORY
from bot.knowledge.link_model import LinkLevels, LinkModelFile, load_link_model

UNUSABLE = 2  # exit status


def fit_links(phishing: str, genuine: str, names: str, *, write: bool) -> int:
    """Fits to the phishing of `FIT_YEAR` and half of the genuine addresses and host names; writes it if told to.

    Returns the exit status: 0, or 2 for files that cannot be used.
    """
    from bot.evaluation.links_train import fit_with_levels

    try:
        reported = [url for url in read_phishing(Path(phishing)) if url.month.startswith(FIT_YEAR)]
        listed, hosts = (_for_fitting(Path(path)) for path in (genuine, names))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    reported = [url for url in reported if not is_exempt(url)]
    model, levels = fit_with_levels(reported, listed, hosts)
    about = (
        f"Written by `python -m bot links fit`; not to be edited by hand. Fitted to {len(reported)} phishing addresses "
        f"that JPCERT/CC published for {FIT_YEAR}, {len(listed)} genuine addresses and {len(hosts)} genuine host names."
    )
    sys.stdout.write(f"{about}\n{len(model.weights)} features, levels {levels}\n")
    if write:
        content = msgspec.json.encode(LinkModelFile(about, model.bias, levels, dict(model.weights)))
        (DIRECTORY / "link_model.json").write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    return 0


def _for_fitting(path: Path) -> list[Url]:
    return [url for url in read_genuine(path) if is_for_fitting(url) and not is_exempt(url)]


def measure_links(phishing: str, genuine: Sequence[str], *, peer: str | None = None) -> int:
    """Prints how the model and the whole analysis do on the phishing of `MEASURE_YEAR` and the other half of `genuine`.

    `peer` is what fraudurl wrote about the same addresses. Returns the exit status like `fit_links`.
    """
    try:
        every = list(read_phishing(Path(phishing)))
        lists = [
            (Path(path).stem, [url for url in read_genuine(Path(path)) if not is_for_fitting(url)]) for path in genuine
        ]
        others = measure.read_peer(Path(peer)) if peer else {}
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    reported = [url for url in every if url.month.startswith(MEASURE_YEAR)]
    fitted_to = {url.domain for url in every if url.month.startswith(FIT_YEAR)}
    if not reported:
        sys.stderr.write(f"{phishing}: no address of {MEASURE_YEAR}\n")
        return UNUSABLE
    for line in _lines(reported, fitted_to, lists, others):
        sys.stdout.write(f"{line}\n")
    return 0


def _lines(
    reported: Sequence[Url],
    fitted_to: Set[str],
    lists: Sequence[tuple[str, Sequence[Url]]],
    peer: Mapping[str, tuple[str, float]],
) -> Iterator[str]:
    file = load_link_model()
    model = LinkModel(file.bias, file.weights)
    found = measure.model_scores(reported, model)
    scored = [(name, urls, measure.model_scores(urls, model)) for name, urls in lists]
    yield f"model: {measure.milliseconds(reported[:5000], model):.3f} ms an address"
    yield f"\n{'addresses':<58}{'number':>8}{'very':>9}{'like':>9}{'somewhat':>9}"
    row = partial(_row, levels=file.levels)
    yield row(f"phishing {MEASURE_YEAR}", reported, found)
    pairs = list(zip(reported, found, strict=True))
    for name, some in (
        ("with a name of their own to judge", [pair for pair in pairs if pair[1] > measure.NEVER]),
        (f"on domains not reported in {FIT_YEAR}", [pair for pair in pairs if pair[0].domain not in fitted_to]),
    ):
        yield row(f"  of these {name}", [url for url, _ in some], [score for _, score in some])
    for name, urls, scores in scored:
        yield row(f"genuine: {name}", urls, scores)
    for title, key in (("by month", _month), ("by ending", _ending)):
        yield f"\nphishing {title}"
        groups = list(measure.grouped(reported, found, file.levels, key))
        if key is _month:
            groups.sort()
        yield from (_line(name, number, shares) for name, number, shares in groups)
    for name, urls, scores in scored:
        for title, key in (("by section", _section), ("by ending", _ending)):
            yield f"\ngenuine: {name} {title}"
            yield from (_line(*group) for group in measure.grouped(urls, scores, file.levels, key))
    for name, urls, scores in scored:
        theirs_too = ", found by fraudurl" if peer else ""
        yield f"\ntrade-off with {name}: false alarms, threshold, phishing found{theirs_too}"
        theirs = dict(_peer_curve(reported, urls, peer)) if peer else {}
        for rate, threshold, share in measure.curve(found, scores):
            yield f"  {rate:7.2%} {threshold:7.2f} {share:7.1%}" + (f" {theirs[rate]:7.1%}" if theirs else "")
    yield "\nthe whole analysis of a message that is the address alone"
    for name, urls in (("phishing", reported), *lists):
        shares_of = measure.verdicts(urls)
        yield f"  {name:<24}" + "".join(f"{verdict}: {share:.2%}  " for verdict, share in shares_of.items())
        if peer:
            yield f"    fraudurl: FRAUD {_share_of_fraud(urls, peer):.2%}"


def _row(name: str, urls: Sequence[Url], scores: Sequence[float], levels: LinkLevels) -> str:
    return _line(name, len(urls), measure.by_level(scores, levels))


def _line(name: str, number: int, shares: tuple[float, float, float]) -> str:
    return f"  {name:<56}{number:>8}" + "".join(f"{share:9.2%}" for share in shares)


def _month(url: Url) -> str:
    return url.month


def _ending(url: Url) -> str:
    return url.address.final.suffix or "none"


def _section(url: Url) -> str:
    return url.section


def _peer_curve(
    reported: Sequence[Url], genuine: Sequence[Url], peer: Mapping[str, tuple[str, float]]
) -> Iterator[tuple[float, float]]:
    found, falsely = ([peer[url.text][1] for url in urls if url.text in peer] for urls in (reported, genuine))
    if found and falsely:
        yield from ((rate, share) for rate, _, share in measure.curve(found, falsely))


def _share_of_fraud(urls: Sequence[Url], peer: Mapping[str, tuple[str, float]]) -> float:
    judged = [peer[url.text][0] for url in urls if url.text in peer]
    return judged.count("FRAUD") / (len(judged) or 1)
