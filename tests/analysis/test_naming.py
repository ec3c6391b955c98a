"""Whose name a message uses, for counting and for telling."""

import pytest

from bot.analysis.analyze import analyze
from bot.analysis.message import Message


def naming(text, channel="sms"):
    report = analyze(Message(body=text, channel=channel))
    return report.brand, report.told


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        (
            "あなたの口座が犯罪に使われ、逮捕状が出ています。無実を示すため、いまから言う口座へお金を移してください。",
            "police",
        ),
        (
            "差押最終通知 納税確認番号:****88 滞納金 38,000円 納付がなければ差押処分に着手します。[お支払いへ]",
            "nta",
        ),
        ("姪が絵のコンテストに出ているの。投票してもらえない?電話番号を入れて届いたコードを教えて", "line"),
        ("電気料金が未払いのため本日送電を停止します。至急お支払いください http://denki-pay.example.top/", "tepco"),
    ],
)
def test_a_trick_known_for_one_name_is_counted_under_it_and_nobody_is_told(text, brand):
    assert naming(text) == (brand, None)


@pytest.mark.parametrize(
    "text",
    [
        "LINE交換しませんか?毎日話せる人を探しています。両親の遺産で投資をしていて、あなたにも教えたいです。",
        "社長の佐藤です。LINEのグループを作り、QRコードを返信してください。本日中に送金の件を指示します。",
    ],
)
def test_the_app_to_talk_in_is_not_whose_name_is_used(text):
    assert naming(text, "dm") == (None, None)


def test_a_branch_is_counted_with_its_parent_and_told_by_its_own_name():
    assert naming(
        "楽天モバイルです。未払い料金があります。本日中に http://r-mobile.example.top/ で支払ってください"
    ) == (
        "rakuten",
        "rakuten_mobile",
    )


def test_a_member_of_a_sort_is_not_counted_as_the_sort():
    text = "【北浜信用金庫】お取引を制限しました。http://kitahama.example.top/ で暗証番号を入力してください"
    assert naming(text)[0] is None


def test_a_warning_is_counted_under_the_name_it_protects():
    assert (
        naming("【ご注意】三井住友銀行をかたる偽のSMSが出回っています。暗証番号は決して入力しないでください。")[0]
        == "smbc"
    )
