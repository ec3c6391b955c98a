"""Wallet addresses: found only where the checksum is right. The addresses are the published examples of each format."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.wallets import find_wallets, keccak_256

ADDRESSES = {
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa": "bitcoin",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy": "bitcoin",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4": "bitcoin",
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4": "bitcoin",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0": "bitcoin",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed": "ethereum",
    "0xde709f2102306220921060314715629080e2fb77": "ethereum",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t": "tron",
    "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh": "ripple",
}


@pytest.mark.parametrize(("address", "coin"), ADDRESSES.items())
def test_finds_an_address_in_a_message(address, coin):
    text = f"次のウォレットに送金してください：{address}（24時間以内）"
    (found,) = find_wallets(text)
    assert (found.address, found.coin) == (address, coin)
    assert text[found.start : found.end] == address


@pytest.mark.parametrize(
    "address", [address for address in ADDRESSES if address != address.lower()[:2] + address[2:].lower()]
)
def test_one_wrong_letter_is_no_address(address):
    wrong = address[:12] + ("s" if address[12] not in "sS" else "t") + address[13:]
    assert not find_wallets(wrong)


def test_an_address_with_invisible_characters_is_found():
    text = "bc1qw508d6qejxtdg4y5r3\u200bzarvary0c5xw7kv8f3t4"
    (found,) = find_wallets(text)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    "text", ["注文番号 1234567890123456789012345678", "0x1234", "deadbeef" * 5, "bc1qabc", "1" * 30]
)
def test_other_numbers_are_no_address(text):
    assert not find_wallets(text)


def test_keccak_matches_its_published_value():
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"


@given(st.text(st.sampled_from("bc1q0x3TrAa7lI \u200b")))
def test_no_text_raises(text):
    find_wallets(text)


@pytest.mark.parametrize(
    "unit", ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed ", "bc1", "1"]
)
def test_hostile_text_is_quick(unit):
    began = time.process_time()
    find_wallets(unit * (100_000 // len(unit)))
    assert time.process_time() - began < 8
