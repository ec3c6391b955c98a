"""Whose words a text is: what the desk relies on before it judges or answers anything."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.masking import SecretKind
from bot.desk.triage import Triage, Voice, triage


def _part(text, extent):
    return None if extent is None else text[extent.start : extent.end]


@pytest.mark.parametrize(
    "text",
    [
        "パスワードを入力してください",
        "カード番号を入れてください",
        "お荷物をお預かりしています。ご確認ください",
        "至急ご連絡ください",
        "【重要】口座のお取引を一時停止しました",
        "件名: お支払い方法の更新\nお客様のお支払いが確認できません。",
        "ママ、携帯壊れたからこの番号登録して",
        "大阪府警の田中と申します。あなた名義の口座が事件で使われています。",
        "一票入れてもらえませんか?すぐ終わります",
        "Dear customer, your account has been suspended. Verify within 24 hours.",
        "your parcel is waiting, please update the address",
    ],
)
def test_what_is_written_to_somebody_is_a_message(text):
    found = triage(text)
    assert found.voice is Voice.MESSAGE
    assert _part(text, found.message) == text


@pytest.mark.parametrize(
    "text",
    [
        "パスワードを入力しました",
        "カード番号を入れてくださいと言われたので入れました",
        "押しちゃった",
        "カードも",
        "開いただけです",
        "これって詐欺ですか",
        "本物のメールかどうか教えてください",
        "助けてください 母が振り込みそうです",
        "警察から電話で「あなたの口座が犯罪に使われています」と言われて振り込みました",
        "「ご確認ください」って出たから確認したら変なサイトだった",
        "i clicked the link but didn't enter anything",
        "is this a scam?",
    ],
)
def test_what_a_person_tells_or_asks_is_their_own_words(text):
    found = triage(text)
    assert found.voice is Voice.OWN_WORDS
    assert found.message is None
    assert _part(text, found.remark) == text


@pytest.mark.parametrize(
    ("remark", "message"),
    [
        (
            "これ本物ですか？",
            "【重要】会費のお支払いに問題があります。24時間以内にご確認ください。 https://pay.example.com/",
        ),
        ("Is this real?", "Dear customer, your account has been suspended. Click here https://pay.example.com/"),
    ],
)
def test_a_remark_beside_a_message_is_cut_off_at_either_end(remark, message):
    for text in (f"{remark}\n\n{message}", f"{message}\n\n{remark}", f"  {remark} {message}\n"):
        found = triage(text)
        assert found.voice is Voice.MIXED
        assert _part(text, found.remark) == remark
        assert _part(text, found.message) == message
        assert not found.fragment


def test_a_message_quoted_at_length_is_taken_out_of_the_story():
    message = (
        "お客様のカードのご利用に問題がありましたので、24時間以内に下記よりご確認ください。ご利用を停止いたします。"
    )
    text = f"こんなのが来ました。「{message}」押しちゃったけど大丈夫ですか"
    found = triage(text)
    assert found.voice is Voice.MIXED
    assert _part(text, found.message) == message
    assert _part(text, found.remark) == "押しちゃったけど大丈夫ですか"


def test_a_link_in_own_words_is_a_fragment_beside_them():
    text = "https://login.example.com/ ってのを押しちゃったんだけど"
    found = triage(text)
    assert found.voice is Voice.MIXED
    assert found.fragment
    assert _part(text, found.message) == "https://login.example.com/"
    assert _part(text, found.remark) == text


@pytest.mark.parametrize(
    "text", ["https://login.example.com/a", "090-1234-5678", "+81 50 1234 5678", "佐川急便", "Amazon"]
)
def test_a_bare_link_number_or_company_is_a_fragment(text):
    found = triage(text)
    assert found.voice is Voice.FRAGMENT
    assert found.fragment


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("ありがとう！", Voice.THANKS),
        ("thank you so much", Voice.THANKS),
        ("こんにちは", Voice.GREETING),
        ("続き", Voice.RESUME),
        ("使い方を教えて", Voice.HELP),
        ("データを消して", Voice.FORGET),
        ("私のデータを全部消してください", Voice.FORGET),
        ("delete my data", Voice.FORGET),
        ("はい", Voice.YES),
        ("いいえ", Voice.NO),
        ("おすすめのラーメン屋は？", Voice.SMALL_TALK),
        ("", Voice.EMPTY),
        ("🙏🙏", Voice.EMPTY),
        (" \n\u200b", Voice.EMPTY),
    ],
)
def test_small_words_are_told_apart(text, voice):
    assert triage(text).voice is voice


def test_small_words_inside_a_story_do_not_count():
    assert triage("データを消してと言われて写真を送ってしまいました").voice is Voice.OWN_WORDS
    assert triage("ありがとうって返信しちゃった").voice is Voice.OWN_WORDS


def test_what_was_forwarded_is_a_message_whatever_it_says():
    assert triage("押しちゃった", forwarded=True).voice is Voice.MESSAGE
    assert triage("https://login.example.com/", forwarded=True).fragment


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("4242 4242 4242 4242 を入れちゃった", (SecretKind.CARD,)),
        ("パスワードはhunter2です。変えた方がいい？", (SecretKind.PASSWORD,)),
        ("パスワードは入れてません", ()),
        ("4242 4242 4242 4241 って番号から電話きた", ()),
    ],
)
def test_secrets_of_their_own_are_noticed(text, kinds):
    assert triage(text).secrets == kinds


def test_a_bare_number_is_a_secret_code_only_as_an_answer():
    assert triage("482913").secrets == ()
    assert triage("482913", has_case=True).secrets == (SecretKind.CODE,)


def test_secrets_in_the_message_are_not_their_own():
    assert triage("お客様の認証番号は 482913 です。他人に教えないでください。").secrets == ()


@given(st.text(max_size=300))
def test_any_text_is_answered_with_extents_inside_it(text):
    found = triage(text)
    assert isinstance(found, Triage)
    for extent in (found.message, found.remark):
        if extent is not None:
            assert 0 <= extent.start < extent.end <= len(text)


@pytest.mark.parametrize(
    "unit", ["あ", "「", "パスワードを", "https://a.jp ", "1", "ください。", "\n", "てもらえませんか?"]
)
def test_a_huge_text_does_not_take_long(unit):
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    triage(text)
    assert time.process_time() - begun < 8
