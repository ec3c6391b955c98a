"""Addresses: where a link really leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.address import locate
from bot.knowledge.models import Services

SERVICES = Services(
    shorteners=frozenset({"bit.ly", "s.yam.com"}),
    redirectors=frozenset({"forward.example"}),
    dynamic_dns=frozenset({"duckdns.org"}),
    shared_hosting=frozenset({"weebly.com", "sites.google.com"}),
    free_mail=frozenset(),
    rented_mail=frozenset(),
    mail_delivery=frozenset(),
)


def address(target):
    found = locate(target, SERVICES)
    assert found is not None
    return found


def test_takes_an_address_apart():
    found = address("HTTPS://Login.Amazon.CO.JP:8443/ap/signin?x=1#top")
    assert (found.scheme, found.host, found.port, found.path, found.query) == (
        "https",
        "login.amazon.co.jp",
        8443,
        "/ap/signin",
        "x=1",
    )
    assert (found.subdomain, found.registrable_domain, found.suffix) == ("login", "amazon.co.jp", "co.jp")
    assert found.odd_port
    assert not found.private_suffix


def test_needs_no_scheme():
    found = address("evil.top/a?b")
    assert (found.scheme, found.host, found.path, found.query) == (None, "evil.top", "/a", "b")
    assert address("evil.top:8080").port == 8080


def test_knows_names_that_a_company_gives_out():
    found = address("https://amazon-login.github.io/")
    assert found.registrable_domain == "amazon-login.github.io"
    assert found.private_suffix


@pytest.mark.parametrize(
    "target",
    [
        "https://www.amazon.co.jp@evil.top/a",
        "https://www.amazon.co.jp\u2215gp\u2215signin@evil.top/a",
        "https://www.amazon.co.jp%E2%88%95gp@evil.top/a",
        "https://www.amazon.co.jp／gp@evil.top/a",
        "https://www.amazon.co.jp:pass@evil.top/a",
    ],
)
def test_sees_through_a_host_before_an_at_sign(target):
    found = address(target)
    assert found.host == "evil.top"
    assert found.userinfo_host == "www.amazon.co.jp"


@pytest.mark.parametrize(
    "host",
    [
        "192.168.0.1",
        "3232235521",
        "0xc0a80001",
        "0xC0.0xA8.0.1",
        "0300.0250.0.1",
        "192.168.1",
        "１９２．１６８．０．１",
    ],
)
def test_reads_every_form_of_an_ip_address(host):
    found = address(f"http://{host}/x")
    assert found.is_ip
    assert found.ip == "192.168.0.1"
    assert found.registrable_domain is None


def test_reads_ip_version_6():
    found = address("http://[::1]:8080/x")
    assert (found.ip, found.port) == ("::1", 8080)


@pytest.mark.parametrize("target", ["http://256.1.1.1/", "http://1.2.3.4.5/", "http://09.1.1.1/"])
def test_numbers_out_of_range_are_no_ip_address(target):
    found = locate(target, SERVICES)
    assert found is None or not found.is_ip


@pytest.mark.parametrize(
    ("written", "host", "host_ascii"),
    [
        ("https://日本語.jp/", "日本語.jp", "xn--wgv71a119e.jp"),
        ("https://xn--wgv71a119e.jp/", "日本語.jp", "xn--wgv71a119e.jp"),
        ("https://аpple.com/", "аpple.com", "xn--pple-43d.com"),
        ("https://EVIL。top/", "evil.top", "evil.top"),
        ("ｈｔｔｐｓ：／／ｅｖｉｌ．ｔｏｐ／a", "evil.top", "evil.top"),
        ("https://evil%2Etop/", "evil.top", "evil.top"),
        ("https:\\\\evil.top\\a", "evil.top", "evil.top"),
        ("ttps://evil.top/a", "evil.top", "evil.top"),
        ("//evil.top/a", "evil.top", "evil.top"),
        ("https://ev\u200bil.top./", "evil.top", "evil.top"),
    ],
)
def test_spells_a_host_for_reading_and_comparing(written, host, host_ascii):
    found = address(written)
    assert (found.host, found.host_ascii) == (host, host_ascii)


@pytest.mark.parametrize(
    "target",
    [
        "https://www.google.com/url?q=https://evil.top/a&sa=D",
        "https://www.google.co.jp/url?sa=t&url=https%3A%2F%2Fevil.top%2Fa",
        "https://www.google.com/url?q=https%253A%252F%252Fevil.top%252Fa",
        "https://www.google.com/amp/s/evil.top/a",
        "https://evil-top.cdn.ampproject.org/c/s/evil.top/a",
        "https://evil-top.translate.goog/a?_x_tr_sl=auto",
        "https://translate.google.com/translate?sl=auto&u=https://evil.top/a",
        "https://www.bing.com/ck/a?!&&p=12&u=a1aHR0cHM6Ly9ldmlsLnRvcC9h&ntb=1",
        "https://search.yahoo.co.jp/r/FOR=abc;_ylt=x/RU=https%3A//evil.top/a/RK=0/RS=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.top%2Fa&h=AT0",
        "https://t.umblr.com/redirect?z=https%3A%2F%2Fevil.top%2Fa&t=x",
        "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.top%2Fa&data=05",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.top_a&d=x",
        "https://forward.example/go?u=evil.top/a",
        "https://www.google.com/url?q=https://l.facebook.com/l.php?u=https%253A%252F%252Fevil.top%252Fa",
    ],
)
def test_finds_the_target_inside_a_forwarding_link(target):
    found = address(target)
    assert found.wrapped is not None
    assert (found.final.host, found.final.path) == ("evil.top", "/a")


def test_a_hyphen_survives_google_translate():
    assert address("https://smbc--caeb-com.translate.goog/").final.host == "smbc-caeb.com"


@pytest.mark.parametrize(
    "target",
    [
        "https://www.amazon.co.jp/ap/signin?openid.return_to=https://www.amazon.co.jp/",
        "https://www.google.com/search?q=amazon",
        "https://example.com/amp/s/evil.top/",
    ],
)
def test_an_ordinary_page_forwards_nowhere(target):
    assert address(target).wrapped is None


def test_wrapping_is_followed_a_few_steps_only():
    target = "https://evil.top/"
    for _ in range(50):
        target = f"https://www.google.com/url?q={target}"
    assert address(target).final.host


@pytest.mark.parametrize(
    ("target", "suffix"),
    [
        ("https://amazon.co.jp.evil.top/", "co.jp"),
        ("https://www.amazon-co-jp.evil.top/", "co.jp"),
        ("https://apple.com.evil.top/", "com"),
        ("https://www.amazon.co.jp/", None),
        ("https://compass.example.com/", None),
    ],
)
def test_sees_a_suffix_in_front_of_a_strangers_domain(target, suffix):
    assert address(target).borrowed_suffix == suffix


def test_names_the_service_a_host_belongs_to():
    assert address("https://bit.ly/abc").shortener == "bit.ly"
    assert address("https://s.yam.com/x").shortener == "s.yam.com"
    assert address("http://abc.duckdns.org/").dynamic_dns == "duckdns.org"
    assert address("https://sites.google.com/view/x").shared_hosting == "sites.google.com"
    assert address("https://notbit.ly/").shortener is None


@pytest.mark.parametrize(
    "target",
    ["", "   ", "mailto:a@example.com", "tel:0312345678", "javascript:alert(1)", "https://", "https:// /", "@"],
)
def test_what_names_no_host_has_no_address(target):
    assert locate(target, SERVICES) is None


@given(st.one_of(st.text(), st.text("htps:/@.[]%xn-0123456789ａ。あ?#\\ \ud800")))
def test_no_target_raises(target):
    for prefix in ("", "https://", "https://xn--", "https://www.google.com/url?q="):
        found = locate(prefix + target, SERVICES)
        if found:
            assert found.host
            assert found.host == found.host.lower() or not found.host.isascii()
            found.host.encode()
