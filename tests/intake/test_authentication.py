"""Checks of the sender are believed from the receiving server alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.authentication import failed_checks

RECEIVED = ("received", "from out.kakunin.top by mx.google.com with ESMTPS id x1")


def results(value: str) -> list[tuple[str, str]]:
    return [("authentication-results", f"mx.google.com; {value}"), RECEIVED]


@pytest.mark.parametrize(
    ("value", "failed"),
    [
        ("spf=fail; dkim=fail; dmarc=fail", ("spf", "dkim", "dmarc")),
        ("SPF = FAIL smtp.mailfrom=a@b.jp; dmarc = fail (p=none)", ("spf", "dmarc")),
        ("spf=hardfail", ("spf",)),
        ("spf=softfail; dkim=neutral; dmarc=none", ()),
        ("spf=temperror; dkim=permerror; dmarc=bestguesspass", ()),
        ("dkim=fail header.d=a.jp; dkim=pass header.d=b.jp", ()),
        ("spf=pass (note: spf=fail is what it was before (dmarc=fail)) smtp.mailfrom=a.jp", ()),
        ('spf=pass reason="a dmarc=fail b"', ()),
        ("none", ()),
    ],
)
def test_only_a_plain_fail_counts(value, failed):
    assert failed_checks(results(value)) == failed


def test_a_pass_that_the_sender_wrote_below_takes_nothing_back():
    below = [("received", "from localhost by localhost"), *results("spf=pass; dkim=pass; dmarc=pass")]
    assert failed_checks([*results("dmarc=fail"), *below]) == ("dmarc",)


def test_results_of_another_server_are_not_believed():
    assert failed_checks([("authentication-results", "mx.other.jp; dmarc=fail"), RECEIVED]) == ()
    assert failed_checks([("authentication-results", "mx.other.jp; dmarc=fail")]) == ()


def test_a_known_provider_is_believed_where_the_received_lines_were_left_out():
    assert failed_checks([("authentication-results", "mx.google.com; dmarc=fail")]) == ("dmarc",)


def test_an_own_mail_server_is_believed_for_its_own_mail():
    own = ("received", "from x.top by mail.tanaka-koumuten.co.jp with ESMTP")
    assert failed_checks([("authentication-results", "mx.tanaka-koumuten.co.jp 1; dmarc=fail"), own]) == ("dmarc",)


@pytest.mark.parametrize(
    ("identity", "by"),
    [
        ("mfsmax.au.com", "lsean.ezweb.ne.jp"),
        ("mail.docomo.ne.jp", "mx.spmode.ne.jp"),
        ("mx.i.softbank.jp", "mx.softbank.ne.jp"),
        ("dmarc.icloud.com", "p00.mail.me.com"),
    ],
)
def test_a_provider_with_several_domains_is_one(identity, by):
    headers = [("received", f"from x.top by {by} with ESMTP"), ("authentication-results", f"{identity}; dmarc=fail")]
    assert failed_checks(headers) == ("dmarc",)


def test_received_spf_stands_in_where_the_results_say_nothing_of_it():
    spf = ("received-spf", "Fail (google.com: domain of a@b.jp does not designate 203.0.113.7)")
    assert failed_checks([spf, RECEIVED]) == ("spf",)
    assert failed_checks([spf, *results("spf=pass")]) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["received", "authentication-results", "received-spf", "from"]),
            st.one_of(
                st.text(max_size=60),
                st.sampled_from(["by mx.google.com", "mx.google.com; spf=fail; dkim=", "(((;=by "]),
            ),
        ),
        max_size=8,
    )
)
def test_odd_headers_never_raise(headers):
    assert set(failed_checks(headers)) <= {"spf", "dkim", "dmarc"}
