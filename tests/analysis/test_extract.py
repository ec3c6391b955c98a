"""Finding links, mail addresses and phone numbers as people really paste them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.extract import find_links, find_mail_addresses, find_numbers
from bot.analysis.normalize import normalize

PLACES = [
    ("https://evil.top/a?b=c#d", "https://evil.top/a?b=c#d"),
    ("hxxps://evil[.]top/a", "https://evil.top/a"),
    ("hXXp://evil(.)top", "http://evil.top"),
    ("hxxps[:]//evil[.]top/a", "https://evil.top/a"),
    ("h**ps://evil.top/a", "https://evil.top/a"),
    ("ttps://evil.top/a", "https://evil.top/a"),
    ("h t t p s : / / e v i l . t o p", "https://evil.top"),
    ("h t t p s : //evil.top/a", "https://evil.top/a"),
    ("ｈｔｔｐｓ：／／ｅｖｉｌ．ｔｏｐ／ａ", "https://evil.top/a"),
    ("https://evil［.］top/a", "https://evil.top/a"),
    ("https:// evil.top/a", "https://evil.top/a"),
    ("https://evil。top/a", "https://evil.top/a"),
    ("https:/evil.top/a", "https://evil.top/a"),
    ("https//evil.top/a", "https://evil.top/a"),
    ("https:\\\\evil.top\\a", "https://evil.top\\a"),
    ("https://ev\u200bil.top/\u2060a", "https://evil.top/a"),
    ("https://\nevil.top/a", "https://evil.top/a"),
    ("https://evil\n.top/a", "https://evil.top/a"),
    ("https://evil.top/login?\nid=5", "https://evil.top/login?id=5"),
    ("https://evil.top/login?id=\n5a7/x", "https://evil.top/login?id=5a7/x"),
    ("https://www.amazon.co.jp@evil.top/a", "https://www.amazon.co.jp@evil.top/a"),
    ("https://www.amazon.co.jp／gp@evil.top/a", "https://www.amazon.co.jp／gp@evil.top/a"),
    ("https://日本語.jp/a", "https://日本語.jp/a"),
    ("https://xn--wgv71a119e.jp/a", "https://xn--wgv71a119e.jp/a"),
    ("https://amazon.co.jpログイン.evil.top/", "https://amazon.co.jpログイン.evil.top/"),
    ("http://3232235777/a", "http://3232235777/a"),
    ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ("203.0.113.5/login", "203.0.113.5/login"),
    ("evil.top", "evil.top"),
    ("evil[.]top", "evil.top"),
    ("evil[dot]top/a", "evil.top/a"),
    ("dlscord.gift/abc", "dlscord.gift/abc"),
    ("www.evil.co.jp", "www.evil.co.jp"),
    ("AMAZ0N.CO.JP", "AMAZ0N.CO.JP"),
    ("аmazon.com/a", "аmazon.com/a"),
    ("evil.top:8443/a", "evil.top:8443/a"),
    ("https://en.wikipedia.org/wiki/A_(B)", "https://en.wikipedia.org/wiki/A_(B)"),
]


@pytest.mark.parametrize(
    "around", ["{}", "こちら→{} を開いて", "リンク：{}", "「{}」", "【{}】です。", "({})", "a\n{}\nb"]
)
@pytest.mark.parametrize(("written", "target"), PLACES)
def test_finds_a_link_and_where_it_stands(written, target, around):
    text = around.format(written)
    (found,) = find_links(text)
    assert found.target == target
    assert found.written == text[found.start : found.end] == written


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("https://smbc.example.top/をクリック", ["https://smbc.example.top/"]),
        ("https://smbc.example.topをクリック", ["https://smbc.example.top"]),
        ("必ずsmbc-caeb.comから", ["smbc-caeb.com"]),
        ("開く:https://evil.top/abc。ご注意", ["https://evil.top/abc"]),
        ("https://evil.top。ご注意", ["https://evil.top"]),
        ("https://evil.top、https://evil.xyz。", ["https://evil.top", "https://evil.xyz"]),
        ("https://evil.tophttps://evil.xyz", ["https://evil.top", "https://evil.xyz"]),
        ("https://evil.top/a（公式）", ["https://evil.top/a"]),
        ("https://evil.top（公式）", ["https://evil.top"]),
        ("https://evil.top/!!", ["https://evil.top/"]),
        ("**https://evil.top/a**", ["https://evil.top/a"]),
        ("||https://evil.top/a||", ["https://evil.top/a"]),
        ("<https://evil.top/a>", ["https://evil.top/a"]),
        ("<https://evil.top/a|ここ>", ["https://evil.top/a"]),
        ('<a href="https://evil.top/a">x</a>', ["https://evil.top/a"]),
        ("https://evil.top/\nPlease click", ["https://evil.top/"]),
        ("https://evil.top/a\n\nb/c", ["https://evil.top/a"]),
        ("https://evil.top/a\nhttps://evil.top/b", ["https://evil.top/a", "https://evil.top/b"]),
        ("Visit evil.top. Thanks", ["evil.top"]),
        ("evil.top,evil.xyz", ["evil.top", "evil.xyz"]),
    ],
)
def test_a_link_ends_where_it_ends(text, targets):
    assert [found.target for found in find_links(text)] == targets


def test_a_text_that_was_normalized_before_gives_the_same():
    text = "ｈｔｔｐｓ：／／ｅｖｉｌ．ｔｏｐ／ａ　と a＠evil.top、０９０－１２３４－５６７８"
    for find in (find_links, find_mail_addresses, find_numbers):
        assert find(normalize(text)) == find(text) != ()


def test_markdown_hides_a_target_behind_a_text():
    (found,) = find_links("[Amazon 公式](https://evil.top/a)を開く")
    assert (found.target, found.visible) == ("https://evil.top/a", "Amazon 公式")


@pytest.mark.parametrize(
    "text",
    [
        "file.txt",
        "node.js と README.md",
        "main.pyを開く",
        "3.5から4.0",
        "e.g. this",
        "ver.2.top",
        "バージョン 10.0.19041",
        "IPアドレス: 203.0.113.5",
        "203.0.113.0/24",
        "your account.In the",
        "…です.そして",
        "http://",
        "https://●●●●.weebly.●●/",
        "https://****.com",
        "taro.me@example.invalid",
        "@user.name",
        "foo@example.com",
        "10.am",
        "co.jp",
        "and/or",
        "A.B.C.",
        "．．．",
        "第1.2.3項",
        "Ph.D",
    ],
)
def test_what_only_looks_like_a_link_is_none(text):
    assert [found.target for found in find_links(text)] == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("差出人 services@oc1001.coreserver.jp です", "services@oc1001.coreserver.jp"),
        ("差出人services@oc1001.coreserver.jpです", "services@oc1001.coreserver.jp"),
        ("services＠oc1001．coreserver．jp", "services@oc1001.coreserver.jp"),
        ("services[at]oc1001[.]coreserver[.]jp", "services@oc1001.coreserver.jp"),
        ("<mailto:a.b+c@example.com>", "a.b+c@example.com"),
        ("a@example.com。", "a@example.com"),
    ],
)
def test_finds_a_mail_address(text, address):
    (found,) = find_mail_addresses(text)
    assert found.address == address
    assert found.domain == address.partition("@")[2]
    assert text[found.start : found.end] == found.written


@pytest.mark.parametrize(
    "text", ["@131omubg", "@momo さん", "a@b", "https://amazon.co.jp@evil.top/", "x @ y.com", "猫@家"]
)
def test_other_at_signs_are_no_mail_address(text):
    assert not find_mail_addresses(text)


@pytest.mark.parametrize(
    ("text", "number", "country", "kind"),
    [
        ("0120-123-456", "+81120123456", "JP", "toll_free"),
        ("０８００－１２３－４５６７", "+818001234567", "JP", "toll_free"),
        ("0570-000-911", "+81570000911", "JP", "navi"),
        ("050ー3465ー1234", "+815034651234", "JP", "voip"),
        ("090−1234−5678", "+819012345678", "JP", "mobile"),
        ("03（1234）5678", "+81312345678", "JP", "landline"),
        ("0312345678", "+81312345678", "JP", "landline"),
        ("+1 (844) 234-5678", "+18442345678", "US", "international"),
        ("010-1-844-234-5678", "+18442345678", "US", "international"),
        ("+44 20 7946 0958", "+442079460958", "GB", "international"),
        ("#9110", "#9110", "JP", "short"),
        ("＃７１１９", "#7119", "JP", "short"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "お電話は{}まで", "TEL:{}（受付9時〜）"])
def test_finds_a_phone_number_and_its_kind(text, number, country, kind, around):
    message = around.format(text)
    (found,) = find_numbers(message)
    assert (found.number, found.kind) == (number, kind)
    assert found.country == country or kind == "international"
    assert message[found.start : found.end] == text


@pytest.mark.parametrize("text", ["消費者ホットライン 188", "局番なしの188", "110番してください", "119に電話"])
def test_finds_a_short_number_by_the_words_around_it(text):
    (found,) = find_numbers(text)
    assert found.kind == "short"


@pytest.mark.parametrize(
    "text",
    [
        "金額 1,234,567円",
        "〒100-0001",
        "認証コード 602817",
        "4111-1111-1111-1111",
        "2026/02/08 07:19",
        "送り状番号 1234-5678-9012",
        "110円",
        "188個",
        "#1234",
        "https://evil.top/0312345678",
        "",
    ],
)
def test_other_numbers_are_no_phone_number(text):
    assert not find_numbers(text)


HOSTILE = st.text(st.sampled_from("htps:/.@[]()<>。．a1-_%?=&\n \u200bあ．ｈхx*0９+#"), max_size=200)


@given(st.one_of(st.text(), HOSTILE))
def test_every_find_stands_where_it_says(text):
    for found in (*find_links(text), *find_mail_addresses(text)):
        assert text[found.start : found.end] == found.written
        assert found.written
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)


@given(st.lists(st.sampled_from([written for written, _ in PLACES if "\n" not in written and " " not in written])))
def test_finds_every_link_of_a_list(written):
    assert [found.written for found in find_links("\n\n".join(written))] == written


@pytest.mark.parametrize(
    "unit",
    [
        "https://evil.top/a ",
        "http://",
        "a.",
        "a-",
        "https://a\n",
        "[.]",
        "h t t p ",
        "a@",
        "1",
        "0 ",
        "あhttps://い",
        "(",
        "a@a.jp ",
        "evil[.]top\n",
        "090-1234-5678 ",
        "https://a.あa.",
        "#9110",
        "https://x.jp/a=\nb/",
        "。a",
        "xn--a.",
        "((((.",
        "](",
    ],
)
def test_hostile_text_is_quick(unit):
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    find_links(text)
    find_mail_addresses(text)
    find_numbers(text)
    assert time.process_time() - began < 8
