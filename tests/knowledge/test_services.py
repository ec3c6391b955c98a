"""Hosts by what they are."""

import re
from datetime import date

import pytest

from bot.knowledge import knowledge
from bot.knowledge.files import read_yaml
from bot.knowledge.services_file import ServicesFile

GROUPS = read_yaml("services.yaml", ServicesFile).groups


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: f"{group.kind}: {group.about}")
def test_every_group_has_a_source_a_date_and_plain_hosts(group):
    assert group.source
    assert group.checked >= date(2026, 1, 1)
    assert [host for host in group.hosts if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)] == []


@pytest.mark.parametrize(
    ("kind", "host"),
    [
        ("shorteners", "bit.ly"),
        ("redirectors", "www.google.com"),
        ("redirectors", "translate.goog"),
        ("dynamic_dns", "duckdns.org"),
        ("shared_hosting", "workers.dev"),
        ("shared_platforms", "parasol.anser.ne.jp"),
        ("free_mail", "yahoo.co.jp"),
        ("free_mail", "docomo.ne.jp"),
        ("rented_mail", "coreserver.jp"),
        ("rented_mail", "xrea.com"),
        ("rented_mail", "sakura.ne.jp"),
        ("rented_mail", "lolipop.jp"),
        ("rented_mail", "heteml.jp"),
        ("mail_delivery", "amazonses.com"),
    ],
)
def test_well_known_hosts_are_known(kind, host):
    assert host in getattr(knowledge().services, kind)


def test_dynamic_names_and_ordinary_hosting_are_kept_apart():
    services = knowledge().services
    assert services.dynamic_dns.isdisjoint(services.shared_hosting)
    assert services.free_mail.isdisjoint(services.rented_mail)


def test_suffix_shares_are_shares():
    shares = knowledge().suffix_share
    assert shares["cn"] > shares["jp"] > 0
    assert 0.5 < sum(shares.values()) <= 1
