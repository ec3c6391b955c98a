"""The address as a whole: built like those of reported phishing sites; and whether it is all there is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.analysis.domains import listed
from bot.analysis.finding import Finding
from bot.analysis.link_model import LinkModel, LinkScore
from bot.analysis.prepared import Prepared, PreparedLink
from bot.analysis.question import FEW_WORDS
from bot.analysis.signals.base import Signal
from bot.knowledge.link_model import LinkLevels, load_link_model


def level(score: float, levels: LinkLevels) -> str | None:
    """The signal for an address that the model scores so; None for one that it says nothing about.

    There is no signal for a genuine look: whoever sets up a phishing site chooses its address.
    """
    if score >= levels.very:
        return "link.very_like_phishing"
    if score >= levels.like:
        return "link.like_phishing"
    if score >= levels.somewhat:
        return "link.somewhat_like_phishing"
    return None


def like_phishing(prepared: Prepared) -> Iterable[Finding]:
    """The link, among those that nobody vouches for, whose address is built most like phishing."""
    judged = [(link, found) for link in prepared.links if (found := _judged(link, prepared)) is not None]
    if not judged:
        return
    link, found = max(judged, key=lambda pair: pair[1].score)
    name = level(found.score, load_link_model().levels)
    if name is not None:
        final = link.address.final
        facts = {"domain": final.registrable_domain or final.host, "trait": found.trait}
        yield Finding(name, link.visible or link.target, link.span, facts)


def _judged(link: PreparedLink, prepared: Prepared) -> LinkScore | None:
    final = link.address.final
    # Links counted by a mail delivery service are drawn by lot whoever sends the mail.
    if link.tolerated or listed(final.host_ascii, prepared.knowledge.services.mail_delivery):
        return None
    return _model().judge(final)


def bare_link(prepared: Prepared) -> Iterable[Finding]:
    """There is a link, and hardly a word beside it: only the address can be judged. Counts nothing by itself."""
    if not prepared.links:
        return
    words = 0
    for text in prepared.texts:
        raw = text.raw
        for link in prepared.links:
            if link.span.part is text.part:
                raw = raw[: link.span.start] + " " * (link.span.end - link.span.start) + raw[link.span.end :]
        words += len("".join(raw.split()))
    if words < FEW_WORDS:
        yield Finding("nature.bare_link")


@cache
def _model() -> LinkModel:
    file = load_link_model()
    return LinkModel(file.bias, file.weights)


SIGNALS: tuple[Signal, ...] = (like_phishing, bare_link)
