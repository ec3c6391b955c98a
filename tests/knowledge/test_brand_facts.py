"""The brand facts are whole: what people are shown is the organisation's own, and no name points two ways."""

import re
import unicodedata
from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest
import tldextract

from bot.knowledge import knowledge
from bot.knowledge.brands_file import SHOWABLE, BrandsFile
from bot.knowledge.files import read_yaml

FILE = read_yaml("brands.yaml", BrandsFile)
BRANDS = FILE.brands
SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def under(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


def repeated(values):
    return [value for value, times in Counter(values).items() if times > 1]


def test_ids_are_unique_and_plain():
    assert repeated(brand.id for brand in BRANDS) == []
    assert [brand.id for brand in BRANDS if not re.fullmatch(r"[a-z0-9_]+", brand.id)] == []


def test_most_impersonated_come_first():
    ranks = [brand.rank for brand in knowledge().brands.values()]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.id)
def test_every_fact_has_a_source_and_a_date(brand):
    assert brand.sources
    assert date(2026, 1, 1) <= brand.checked
    has_page = any(source.startswith("http") for source in brand.sources)
    for domain in brand.domains:
        if domain.confirmed:
            assert has_page or (domain.source or "").startswith("http"), domain.name
        else:
            assert domain.source, domain.name
    for fact in (*brand.mail_domains, *brand.sms_senders):
        assert has_page or fact.source, fact.name


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.id)
def test_hosts_are_real_host_names(brand):
    hosts = (*(d.name for d in brand.domains), *brand.user_content_hosts, *(d.name for d in brand.mail_domains))
    for host in hosts:
        assert host == host.lower()
        assert re.fullmatch(r"[a-z0-9.-]+", host)
        assert SUFFIXES(host).top_domain_under_public_suffix, host


def test_no_domain_belongs_to_two_brands():
    assert repeated(domain.name for brand in BRANDS for domain in brand.domains) == []


def test_no_alias_belongs_to_two_brands_or_is_a_decoy():
    names = [name for brand in BRANDS for name in {n.casefold() for n in (*brand.aliases, *brand.weak_aliases)}]
    assert repeated(names) == []
    assert set(names).isdisjoint(word.casefold() for word in FILE.decoys)


def test_no_invisible_or_compatibility_characters():
    for brand in BRANDS:
        for text in (brand.name, brand.name_en, *brand.aliases, *brand.weak_aliases):
            assert text == text.strip()
            assert not [c for c in text if unicodedata.category(c) in {"Cf", "Cc", "Co", "Cn", "Zl", "Zp"}], text


def test_english_names_are_readable_without_japanese():
    assert [brand.id for brand in BRANDS if re.search("[ぁ-んァ-ヶ一-龥]", brand.name_en)] == []


def test_what_is_shown_is_the_organisations_own():
    public = [d.name for b in BRANDS if b.category == "public" for d in b.domains if d.confirmed]
    for brand in knowledge().brands.values():
        group = [b for b in knowledge().brands.values() if b.id == brand.id or (b.group and b.group == brand.group)]
        own = [domain.name for b in group for domain in b.domains if domain.confirmed]
        for url in (brand.report_url, brand.help_url):
            if url:
                parts = urlsplit(url)
                assert parts.scheme in {"http", "https"}
                assert any(under(parts.hostname or "", domain) for domain in own + public), url


def test_an_address_or_number_of_doubtful_origin_is_never_shown():
    shown = knowledge().brands
    for fact in BRANDS:
        if fact.report.evidence not in SHOWABLE:
            assert shown[fact.id].report_email is None
        if fact.help.evidence not in SHOWABLE:
            assert shown[fact.id].help_number is None
    assert shown["amazon"].report_email is None
    assert shown["amazon"].report_url
    assert shown["police"].help_number == "#9110"


def test_an_entry_for_several_organisations_shows_no_single_ones_help():
    for brand in knowledge().brands.values():
        if brand.collective:
            assert brand.help_url is None
            assert brand.help_number is None
