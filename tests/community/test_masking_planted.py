"""Secrets planted into messages in every usual form: none may be in the file of the store, every indicator must."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.message import Link, Message, Sender
from bot.community.masking import mask, mask_text
from bot.store import Store
from tests.store.values import case, sample

WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in map(chr, range(0x21, 0x7F))}
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")

SURNAMES = ["山田", "佐々木", "髙橋", "五十嵐", "小鳥遊", "林", "渡邉", "長谷川", "勅使河原", "伊集院"]
GIVEN = ["太郎", "花子", "さくら", "みなみ", "健", "恵美子", "翔", "まさひろ", "優", "千代"]
ROMAN = ["Taro Yamada", "HANAKO SATO", "Ken-ichi Mori", "Emily Tanaka"]
STREETS = [
    "東京都世田谷区三軒茶屋2-11-{n}",
    "大阪府堺市堺区南瓦町{n}番{n}号 コーポ青葉{n}号室",
    "北海道札幌市中央区北1条西{n}丁目{n}-{n}",
    "横浜市港北区日吉本町{n}-{n}-{n}",
    "福岡県糸島市前原西{n}丁目{n}番{n}号",
]


def luhn(start: str, rng: random.Random, length: int = 16) -> str:
    digits = start + "".join(rng.choice("0123456789") for _ in range(length - 1 - len(start)))
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def dress(value: str, rng: random.Random) -> str:
    """The same digits or letters in another way of writing."""
    return rng.choice(
        [
            lambda text: text,
            lambda text: text.translate(WIDE),
            lambda text: "\u200b".join(text),
            lambda text: text.replace("-", rng.choice("‐−ー–"), 9),
        ]
    )(value)


def grouped(digits: str, sizes: list[int], mark: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return mark.join(parts)


def number(rng: random.Random, length: int) -> str:
    return "".join(rng.choice("123456789") for _ in range(length))


def planted(rng: random.Random) -> tuple[str, list[str]]:
    """A line with something of the reader's, and the readable words that must not be stored."""
    kinds: list[Callable[[], tuple[str, list[str]]]] = [
        lambda: _name(rng),
        lambda: _roman_name(rng),
        lambda: _mail(rng),
        lambda: _phone(rng),
        lambda: _card(rng),
        lambda: _address(rng),
        lambda: _code(rng),
        lambda: _identifier(rng),
        lambda: _password(rng),
        lambda: _birthday(rng),
        lambda: _link(rng),
    ]
    return rng.choice(kinds)()


def _name(rng: random.Random) -> tuple[str, list[str]]:
    surname, given_name = rng.choice(SURNAMES), rng.choice(GIVEN)
    gap = rng.choice(["", " ", "\u3000"])
    form = rng.choice(
        ["{} 様", "{}様、いつもありがとうございます。", "{} 殿", "お名前：{}", "{}さま", "宛名：{}\u3000様", "氏名: {}"]
    )
    return form.format(surname + gap + given_name), [surname, given_name] if gap else [surname + given_name]


def _roman_name(rng: random.Random) -> tuple[str, list[str]]:
    name = rng.choice(ROMAN)
    form = rng.choice(["Dear {},", "Hello {}!", "{} 様", "Name: {}", "Hi {},\nthank you"])
    return form.format(rng.choice([name, name.translate(WIDE) if form.startswith("{}") else name])), name.split()


def _mail(rng: random.Random) -> tuple[str, list[str]]:
    local = f"{rng.choice(['taro', 'hanako', 'k.sato'])}{number(rng, 4)}"
    address = f"{local}@{rng.choice(['example.com', 'example.ne.jp', 'mail.example.co.jp'])}"
    form = rng.choice(
        [
            "宛先：{}",
            "{} 様",
            "ご登録のメールアドレス: {}",
            "To: <{}>",
            "あなたのアカウント({})は停止",
            "{}にお送りしました",
        ]
    )
    return form.format(rng.choice([address, address.translate(WIDE)])), [local]


def _phone(rng: random.Random) -> tuple[str, list[str]]:
    tail = number(rng, 8)
    digits = rng.choice(["090", "080", "070"]) + tail
    written = rng.choice(
        [
            digits,
            grouped(digits, [3, 4, 4], "-"),
            grouped(digits, [3, 4, 4], " "),
            "+81 " + grouped(digits[1:], [2, 4, 4], "-"),
        ]
    )
    form = rng.choice(["ご登録の電話番号：{}", "お客様の電話番号 {}", "私の携帯は{}です", "あなたの番号({})"])
    kanji = digits.translate(KANJI)
    return form.format(rng.choice([dress(written, rng), kanji])), [tail[-4:], kanji[-4:]]


def _card(rng: random.Random) -> tuple[str, list[str]]:
    digits = luhn(rng.choice(["4", "51", "35", "2221"]), rng)
    written = rng.choice([digits, grouped(digits, [4] * 4, "-"), grouped(digits, [4] * 4, " ")])
    return rng.choice(["カード番号 {}", "{}", "番号は{}で入れました"]).format(dress(written, rng)), [
        digits[4:8],
        digits[8:12],
    ]


def _address(rng: random.Random) -> tuple[str, list[str]]:
    street = rng.choice(STREETS).format(n=rng.randint(2, 29))
    form = rng.choice(["ご住所：{}", "{}", "お届け先\n〒154-0024 {}", "配送先は{}です"])
    return form.format(rng.choice([street, street.translate({ord(c): WIDE[ord(c)] for c in "0123456789-"})])), [
        street[3:9]
    ]


def _code(rng: random.Random) -> tuple[str, list[str]]:
    code = number(rng, rng.choice([4, 6, 8]))
    form = rng.choice(
        [
            "認証コードは{}です",
            "【{}】が認証番号です",
            "ワンタイムパスワード：\n{}",
            "Your code is {}",
            "暗証番号{}を入れた",
            "{} is your PIN",
        ]
    )
    return form.format(dress(code, rng)), [code]


def _identifier(rng: random.Random) -> tuple[str, list[str]]:
    value = number(rng, rng.choice([7, 8, 10, 12]))
    label = rng.choice(
        ["お客様番号", "会員番号", "口座番号", "伝票番号", "マイナンバー", "運転免許証番号", "ご契約番号", "会員ID"]
    )
    return f"{label}{rng.choice(['：', ' ', 'は', ': '])}{dress(value, rng)}", [value]


def _password(rng: random.Random) -> tuple[str, list[str]]:
    value = f"{rng.choice(['neko', 'Himawari', 'pass'])}{number(rng, 4)}{rng.choice(['!', '', '#'])}"
    return rng.choice(["パスワードは{}です", "パスワード：{}", "PW: {}", "my password is {}"]).format(value), [
        value[:-2]
    ]


def _birthday(rng: random.Random) -> tuple[str, list[str]]:
    year, month, day = rng.randint(1930, 1999), rng.randint(1, 12), rng.randint(10, 28)
    value = rng.choice([f"{year}年{month}月{day}日", f"{year}/{month}/{day}", f"昭和{year - 1925}年{month}月{day}日"])
    return rng.choice(["生年月日：{}", "{}生まれです", "誕生日は{}"]).format(value), [value]


def _link(rng: random.Random) -> tuple[str, list[str]]:
    local = f"taro{number(rng, 5)}"
    form = rng.choice(
        ["https://host.evil.example/in?email={}@example.com&lang=ja", "http://host.evil.example/#{}@example.com"]
    )
    return form.format(local) + " を開く", [local]


INDICATORS = [
    "https://login.evil-{n}.example/ap/signin",
    "evil-{n}.xyz",
    "お問い合わせ：03-62{n}-1234",
    "電話 0120-9{n:05}",
    "Call +1 833 555 {n:04}",
    "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh",
    "ご請求額 {n},500円",
]
WORDS = [
    "24時間以内に手続きをお願いします。",
    "下記より確認してください",
    "お客様各位",
    "口座が停止されました。",
    "よろしくお願いいたします",
]


def message_with_secrets(seed: int) -> tuple[Message, list[str], list[str]]:
    rng = random.Random(seed)
    lines, gone, kept = [], [], []
    for _ in range(rng.randint(1, 4)):
        line, secrets = planted(rng)
        lines.append(line)
        gone += secrets
    for indicator in rng.sample(INDICATORS, 2):
        value = indicator.format(n=rng.randint(10, 99))
        lines.append(value)
        kept.append(value)
    lines += rng.sample(WORDS, 2)
    rng.shuffle(lines)
    sender = Sender("Αmazon", "services@oc1001.evil.example", None, None)
    body = "\n".join(lines)
    return Message(body=body, sender=sender, links=(Link("http://a.example/x"),), comment=lines[0]), gone, kept


def leaks(text: str, gone: list[str]) -> list[str]:
    readable = unicodedata.normalize("NFKC", text).replace("\u200b", "")
    return [secret for secret in gone if secret in readable or secret in readable.replace(" ", "").replace("-", "")]


@pytest.mark.parametrize("start", range(0, 600, 50))
def test_no_planted_secret_survives_and_every_indicator_does(start: int) -> None:
    for seed in range(start, start + 50):
        message, gone, kept = message_with_secrets(seed)
        masked = mask(message)
        assert leaks(masked.body + masked.comment, gone) == [], (message.body, masked.body)
        missing = [value for value in kept if value not in masked.body]
        assert missing == [], (message.body, masked.body)
        assert masked.sender == message.sender


def stored_text(folder: Path) -> str:
    return b"".join(file.read_bytes() for file in folder.iterdir()).decode("utf-8", "replace")


async def test_no_planted_secret_is_in_the_file_of_the_store(tmp_path: Path) -> None:
    planted_messages = [message_with_secrets(seed) for seed in range(1_000, 1_100)]
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path / 'koresagi.db'}")
    try:
        async with store.transaction() as transaction:
            for place, (message, _, _) in enumerate(planted_messages):
                masked = mask(message)
                await transaction.save_case(case(place, message=masked))
                await transaction.log_sample(replace(sample(place), message=masked, indicators=()))
        stored = stored_text(tmp_path)
    finally:
        await store.close()
    for message, gone, kept in planted_messages:
        distinctive = [secret for secret in gone if len(secret) > 5]  # short digits occur by chance in hashes
        assert leaks(stored, distinctive) == [], message.body
        assert all(value in stored for value in kept), message.body


ANYTHING = st.text(max_size=300) | st.text(
    "山田太郎様さん@.-0123456789 コード:/都市区\n［名前］メール電話https", max_size=200
)


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_masking_accepts_anything_and_is_done_after_once(text: str) -> None:
    masked = mask_text(text)
    masked.encode()
    assert mask_text(masked) == masked


@settings(max_examples=100, deadline=None)
@given(ANYTHING, st.text("0123456789", min_size=8, max_size=8))
def test_a_mobile_number_in_a_victims_words_never_survives(around: str, tail: str) -> None:
    words = f"{around}\n私の番号は090{tail}です"
    assert tail not in mask_text(words, own_words=True)
