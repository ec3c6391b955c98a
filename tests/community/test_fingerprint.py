from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.message import Message
from bot.community.fingerprint import BANDS, bands, fingerprint, similarity
from bot.community.masking import mask

PARCEL = "お荷物をお届けにあがりましたが不在の為持ち帰りました。下記よりご確認ください。{}"
BANK = "【重要】お客様の口座の利用を一時停止しました。ご本人様確認のお手続きをお願いいたします。{}"


def like(first: str, second: str) -> float:
    return similarity(fingerprint(mask(Message(body=first))), fingerprint(mask(Message(body=second))))


def test_a_fingerprint_stays_the_same_in_every_process_and_version() -> None:
    mark = fingerprint(Message(body=PARCEL.format("http://a.example/x")))
    assert len(mark) == 256
    assert mark[:8].hex() == "0b22e5070440a62a"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PARCEL.format("http://a.example/x"), PARCEL.format("https://b123.duckdns.org/?q=77")),
        ("山田太郎様\n" + BANK.format("期限3月1日"), "鈴木 花子 様\n" + BANK.format("期限12月24日")),
        (BANK.format(""), BANK.format("").replace("口座", "口 座").replace("。", "．")),
        ("ＡＢＣカード " + BANK.format(""), "abcカード" + BANK.format("")),
    ],
)
def test_what_differs_for_each_reader_does_not_count(first: str, second: str) -> None:
    assert like(first, second) > 0.9


def test_small_changes_are_near_and_other_texts_far() -> None:
    assert like(PARCEL.format(""), PARCEL.format("").replace("持ち帰りました", "営業所に戻りました")) > 0.6
    assert like(PARCEL.format(""), BANK.format("")) < 0.3


def test_near_texts_share_a_band_and_far_ones_do_not() -> None:
    near, other = PARCEL.format("至急ご対応をお願いします"), BANK.format("")
    keys = [set(bands(fingerprint(Message(body=body)))) for body in (PARCEL.format(""), near, other)]
    assert all(len(one) == BANDS for one in keys)
    assert keys[0] & keys[1]
    assert not keys[0] & keys[2]


def test_what_is_no_fingerprint_is_refused() -> None:
    with pytest.raises(ValueError, match="256"):
        similarity(b"", b"")


@given(st.text())
def test_any_text_has_a_fingerprint(text: str) -> None:
    mark = fingerprint(Message(body=text))
    assert similarity(mark, mark) == 1.0
    assert all(0 <= key < 2**60 for key in bands(mark))
