"""Every labelled message and question goes through the desk: no answer can be clicked by mistake, none breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.analysis.address import locate
from bot.analysis.brands import BrandIndex
from bot.analysis.domains import is_under
from bot.analysis.extract import find_links, find_mail_addresses
from bot.evaluation.cases import MessageCase, QuestionCase, read_cases
from bot.knowledge import knowledge
from bot.wording.reply import BlockKind, Reply

CASES = Path(__file__).parent.parent / "cases"
FILES = [*sorted((CASES / "base").glob("*.jsonl")), *sorted((CASES / "holdout").glob("*.jsonl"))]


def ours() -> frozenset[str]:
    """Every host and mail address that our own knowledge may show."""
    facts = knowledge()
    hosts = {domain.name for brand in facts.brands.values() for domain in brand.domains}
    hosts |= {domain for brand in facts.brands.values() for domain in brand.mail_domains}
    pages = [brand.report_url for brand in facts.brands.values()] + [brand.help_url for brand in facts.brands.values()]
    pages += [contact.url for contact in facts.contacts.values()]
    found = [locate(page, facts.services) for page in pages if page]
    hosts |= {address.host_ascii for address in found if address}
    mails = [contact.email for contact in facts.contacts.values()]
    mails += [brand.report_email for brand in facts.brands.values()]
    return frozenset(hosts | {mail.rpartition("@")[2] for mail in mails if mail})


OURS = ours()
INDEX = BrandIndex(knowledge())


def is_ours(host: str) -> bool:
    return any(is_under(host, own) for own in OURS) or INDEX.may_own(host) is not None


def strangers(reply: Reply) -> list[str]:
    """What in the answer a platform could make a link of, and that is not from our own knowledge."""
    found = []
    for block in reply.blocks:
        if block.url is not None:
            address = locate(block.url, knowledge().services)
            if block.kind is not BlockKind.LINK or address is None or not is_ours(address.host_ascii):
                found.append(block.url)
        for link in find_links(block.text):
            address = locate(link.target, knowledge().services)
            harmless = "[.]" in link.written or link.written.startswith("hxxp")
            if address and not harmless and not is_ours(address.final.host_ascii):
                found.append(link.written)
        found += [
            mail.written
            for mail in find_mail_addresses(block.text)
            if "[.]" not in mail.written and not is_ours(mail.domain)
        ]
    return found


def pasted(case: MessageCase) -> str:
    """The message as a person pastes it, header lines and all."""
    lines = [f"差出人: {case.sender_name or ''} {case.sender or ''}"] if case.sender_name or case.sender else []
    if case.subject:
        lines.append(f"件名: {case.subject}")
    return "\n".join([*lines, *([""] if lines else []), case.body])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
async def test_nothing_in_any_answer_can_be_clicked_by_mistake(person, path: Path) -> None:
    for number, case in enumerate(read_cases([path])):
        person.user = f"{path.stem} {number}"
        text = case.text if isinstance(case, QuestionCase) else pasted(case)
        reply = await person.says(text)
        assert not strangers(reply), case.id
        for label in ("くわしく", "通報する"):
            button = next((one for row in reply.buttons for one in row if one.label == label), None)
            if button:
                more = await person.presses(reply, label)
                assert not strangers(more), case.id
