"""Defanging: foreign text stays readable, and nothing in it can be clicked."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.defang import defang, defang_host


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://smbc-caeb.com/をクリック", "hxxps://smbc-caeb[.]com/をクリック"),
        ("smbc-caeb.comから", "smbc-caeb[.]comから"),
        ("services@oc1001.coreserver.jp", "services@oc1001[.]coreserver[.]jp"),
        ("[公式](https://evil.top/a.html)", "[公式](hxxps://evil[.]top/a[.]html)"),
        ("ｈｔｔｐｓ：／／ｅｖｉｌ．ｔｏｐ／a", "hxxps://evil[.]top/a"),
        ("https://evil.top:8443/?u=https://evil.xyz/", "hxxps://evil[.]top:8443/?u=hxxps://evil[.]xyz/"),
        ("https://●●.weebly.●●/", "hxxps://●●.weebly.●●/"),
        ("evil.top.h", "evil[.]top[.]h"),
        ("https://evil.top?https://  a", "hxxps://evil[.]top?hxxps://  a"),
        ("main.pyを開く", "main[.]pyを開く"),
        ("IP 203.0.113.5", "IP 203[.]0[.]113[.]5"),
        ("tg://resolve?domain=evil", "tg[:]//resolve?domain=evil"),
        ("@everyone <@123> <#456>", "＠everyone <＠123> <＃456>"),
        ("LINE ID「@131omubg」", "LINE ID「＠131omubg」"),
        ("/forget と送信", "／forget と送信"),
        ("電話 0120-123-456 まで", "電話 0120[-]123[-]456 まで"),
        ("+1 844 234 5678", "+1[-]844[-]234[-]5678"),
        ("赤\x1b[31m字\x1b]0;title\x07と\x9b2J改行\r\n次", "赤字と改行\n次"),
        ("a\u202egnp.exe\u200b", "agnp.exe"),
        ("金額は3.5万円、a.m.です", "金額は3.5万円、a.m.です"),
        ("1/2 と 9/10、and/or", "1/2 と 9/10、and/or"),
        ("", ""),
    ],
)
def test_text_is_shown_harmless(text, shown):
    assert defang(text) == shown


def test_a_host_is_shown_harmless():
    assert defang_host("smbc-caeb.com") == "smbc-caeb[.]com"
    assert defang_host(defang_host("a.b.jp")) == "a[.]b[.]jp"


PIECES = [
    *"htps:/.@[]()<>。．1-_%?#&\n \u200b\x1bあｈx+",
    *("evil.top", "https://", "0120-123-456", "a@b.jp", "[.]", "[-]", "／", "hxxp", "+81", "xn--"),
]
LINKISH = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(st.one_of(LINKISH, st.text()))
def test_defanging_twice_changes_nothing(text):
    once = defang(text)
    assert defang(once) == once


# What Telegram, Discord and terminals make a link of.
CLICKABLE = re.compile(
    r"https?://\S|[A-Za-z0-9-]\.(?:top|jp|com)\b|(?<![\w.\]])@\w|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]"
)


@given(LINKISH)
def test_nothing_clickable_is_left(text):
    assert not CLICKABLE.search(defang(text))


@pytest.mark.parametrize(
    "unit", ["https://evil.top/a ", "a.", "\x1b[", "\x1b]", "@a ", "[.]", "a@a.jp ", "/a", "090-1234-5678 "]
)
def test_hostile_text_is_quick(unit):
    began = time.process_time()
    defang(unit * (50_000 // len(unit)))
    assert time.process_time() - began < 8
