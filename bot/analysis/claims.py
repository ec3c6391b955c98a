"""Which brand a message speaks for, as opposed to those it only mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.analysis.mentions import Finder, Mention, position_in
from bot.analysis.message import Part, Span
from bot.analysis.normalize import Normalized, normalize

# How much each way of naming a brand says that the brand itself is speaking.
SENDER_NAME = 6.0
SENDER_ID = 5.0
OWN_ADDRESS = 4.0
IN_ADDRESS = 2.0
BRACKETED = 5.0
IN_SUBJECT = 3.0
SELF_NAMING = 4.5
SIGNATURE = 4.0
ALONE = 3.0
LABELLED = 3.0
ABOUT = 1.5
CUSTOMER = 1.0
PLAIN = 0.8
EARLY = 0.5
FORMAL = 0.5
REPEATED = 0.3
IN_LINK = 0.6
IN_STRANGE_HOST = 2.0
DISGUISED = 2.0

WEAK = 0.3  # an everyday word, where nothing says that the sender means itself
ASIDE = 0.1  # named as a shop, a place, an app, a way to get in touch
ENOUGH = 1.9
NAMED = 0.75  # from which on a message is about the brand at all
CERTAIN = 8.0  # a sum at which the strength is 1

_EARLY_CHARACTERS = 80
# The ways in which only the owner of a name uses it.
_ITSELF = frozenset({"sender", "address", "subject", "bracketed", "self", "signature"})


def _any(*words: str) -> str:
    """A pattern for any of `words`, each a pattern itself; one string may hold several, parted by spaces."""
    return "(?:" + "|".join(word for group in words for word in group.split()) + ")"


# Between a name and what follows it: 「楽天」カード会員の… is still about 楽天.
_SUFFIX = _any(
    "ID アカウント カード 会員 サービス アプリ オンライン インターネットバンキング ネットバンキング",
    "口座 サポート カスタマー 銀行 証券 公式 グループ 株式会社 デビット ショッピング プライム",
)
_NOTICE = _any("(?:大切な|重要な|緊急の|の)*(?:お知らせ|ご案内|ご連絡|ご確認|お願い|通知|重要|緊急)")
# What follows the name of the one who speaks: 「…をご利用いただき」「…です。」「…からのお知らせ」.
_SELF_BEHIND = re.compile(
    r"[」』】\])）>》®™]?\s{0,2}(?:"
    + _SUFFIX
    + r"\s{0,2}){0,2}"
    + _any(
        "[をの](?:ご利用|ご愛用|お使い|お引き?立て|ご契約|ご愛顧|ご支援) に?ご登録 をより?安全 による",
        "ご利用(?:いただ|頂|分|者|の|料|代|明細|額) 利用料 料金 会員(?:様|各位|の皆)",
        "の?お客(?:様|さま) ユーザーの?(?:皆|各位)",
        r"です(?:[。.、,!\s]|$|が) でございます と申します",
        "(?:より|から)(?:お?荷物|商品|至急|最終) の者です",
        "[^\\s。、はがをに]{0,8}[課部署局](?:です|の|より|から) の[^\\s。、]{1,12}と申します",
        "(?:より|から)" + _NOTICE,
        r"(?:[\[(][^\])\n]{1,16}[\])])?から[、,]?通知",
        "(?:より|から)\\s?[::、,]",
        r"の?(?:認証|確認|セキュリティ|ログイン)(?:番号|コード) の?ワンタイムパスワード",
        r"\s?(?:verification|security|login)\scode",
        "では(?:現在|、|,|このたび|お客|ご利用|安全)",
        "で(?:入力|認証)して で?(?:は|お取引|ご注文)[、,]?(?:当社|弊社|当行|お客|不正|第三者)",
    )
)
_SELF_BEFORE = re.compile(
    _any(
        "いつも 日頃[はより]{1,2} 平素[はより]{1,2} 毎度 この度は このたびは こちらは",
        "発行元 発行 配信元 配信 提供 運営(?:会社|管理)? 送信元 差出人 お問い?合わせ先?",
        r"welcome\sto thank\syou\sfor\s(?:using|choosing|shopping\s(?:at|with)) copyright © \(c\) from from\sthe dear",
    )
    + r"[\s::・。、]{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?[「『【]?$",
    re.IGNORECASE,
)
# What follows a name in a signature.
_SIGNING = re.compile(
    r"[」』】®™]?\s{0,2}(?:\.co\.jp|\.com)?\s{0,2}(?:公式)?"
    + _any("サービス 会員 オンライン ポイントプログラム カード セキュリティ お客様 お客さま アカウント")
    + "?"
    + _any(
        r"[ァ-ヺー一-龥A-Za-z]{0,10}株式会社 \(株\) カスタマー? サポート 事務局 お客(?:様|さま)(?:センター|相談|窓口)",
        "お問い?合わせ(?:窓口|センター) コールセンター サービスセンター センター",
        "運営(?:事務局|チーム)? チーム 管理部 セキュリティ",
        r"support\b team\b customer\b security\b inc\b co\.?,?\s?ltd k\.k\. corporation japan\sg\.?k",
    ),
    re.IGNORECASE,
)
_COMPANY_BEFORE = re.compile(_any(r"株式会社 \(株\) 独立行政法人 一般社団法人") + r"\s?$")
# A line that names a shop, a means of payment or a carrier: a card notice is not from the shop it names.
_SHOP_BEFORE = re.compile(
    _any(
        "利用先 利用店舗? 利用店名 利用場所 加盟店 お?取引先 取引(?:した)?場所 店舗 ショップ名",
        "購入先 支払い?先 請求元 商品名? お?支払い?(?:方法)? 配送(?:業者)? merchant at",
    )
    + r"\s{0,2}[::は】\])・]?\s{0,3}[^\n。]{0,12}$",
    re.IGNORECASE,
)
# The name of a thing to buy, an app, a way to get in touch, or of one that is warned of.
_ASIDE_BEHIND = re.compile(
    r"\s{0,2}"
    + _any(
        "認証システム authenticator の?ギフト カードを?(?:買|購入) プリペイド",
        "で(?:検索|ダウンロード|やり取り|連絡|つなが|繋が|話|お?支払|購入|買|送っ|お送り|お届け|発送) へお?振り?込",
        "の?(?:友だち|友達|グループ|トーク|追加|交換) を(?:追加|交換|教え|やって|入れて|開い)",
        "に(?:追加|移|登録して|相談|通報|届け|連絡して|お?電話) から(?:アプリ|ダウンロード|入手) の窓口で",
        r"\s?id\s?(?:[::は「]|を(?:教|送|交換|追加)) などの? 等の やその?他 または",
        "(?:など)?[をと](?:名乗|かた|騙|装)",
    ),
    re.IGNORECASE,
)
_ASIDE_BEFORE = re.compile(
    _any(r"公式 私の 僕の 俺の わたしの や または もしくは \bor\s \band\s \bmy\s \bon\s \bvia\s") + r"\s?$",
    re.IGNORECASE,
)
# What a notice says of the reader's own account, just behind the name.
_ABOUT = re.compile(
    r"[^\n。]{0,10}?"
    + _any(
        "アカウント ID 会員 口座 カード ポイント 料金 代金 請求 利用 支払 振込 入金 未納 未払 滞納",
        "配送 配達 お届け 荷物 不在 停止 制限 凍結 アプリを開",
        "ロック 感染 ウイルス ストレージ 容量 本人確認 認証 パスワード ログイン セキュリティ",
        "不正 解約 退会 更新 登録 無料 プレゼント 当選 返金 給付 還付 申請 期限",
        r"\baccount \bpayment \bpassword \bpackage \bparcel \bdelivery \bmembership \bsubscription \bfree",
    ),
    re.IGNORECASE,
)
# The same for everyday words, which need more: a messenger is also a thing to sign up for.
_ABOUT_ACCOUNT = re.compile(
    r"[^\n。]{0,6}?" + _any("アカウント 認証 ログイン パスワード 未納 料金 停止 制限 本人確認 不正")
)
# Readers who are customers: only a company or one that poses as one calls them so.
_CUSTOMER = re.compile("お客(?:様|さま)|ご契約者|会員様|ご利用者様|dear customer|valued customer", re.IGNORECASE)
# Words of a notice, which friends do not use.
_FORMAL = re.compile(
    _any(
        "お客(?:様|さま) ご利用 ご確認 お知らせ [い致]た?し(?:ます|まし) ご注意 ください 下さい",
        "ご連絡 お手続 未納 未払 滞納 差し?押 お届け 持ち帰 停止 当選 無料 プレゼント 報酬",
        r"\byour\s(?:\w+\s)?(?:account|order|package|payment)\b \bdear\b \bplease\b \bverify \bsuspended\b \bfree\b",
    ),
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[!®™]?\s?[::】]")
_LINK = re.compile(
    r"(?:https?|hxxps?)://[^\s「」<>【】]+|[\w.+-]+@[\w.-]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,10}/[^\s]*", re.IGNORECASE
)
_HOST = re.compile(r"(?:^|//|@)([\w-]+(?:\.[\w-]+)+)")
_ORNAMENTS = " \u3000-―─━*■◆<>。."
_OPENING = "【[<《〈「『(≪"
_CLOSING = {"【": "】", "[": "]", "<": ">", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")", "≪": "≫"}


@dataclass(frozen=True, slots=True)
class Claim:
    """The brand a message speaks for. `strength` is 0 to 1; `alias` the name it uses, at `span` if it is written.

    An entry for several organisations (`Brand.collective`) says with `alias` which of them is meant. `speaks` is
    False where the message only is about the brand, `itself` True where a name is used the way only its owner does.
    """

    brand: str
    strength: float
    alias: str
    span: Span | None
    speaks: bool = True
    itself: bool = True


@dataclass(slots=True)
class _Tally:
    """What speaks for one brand: the best of each way once, so that repeating a name does not add up."""

    ways: dict[str, float] = field(default_factory=dict)
    best: tuple[float, Mention | None, Part] = (0.0, None, Part.BODY)
    times: int = 0

    def add(self, way: str, worth: float, mention: Mention | None, part: Part) -> None:
        self.ways[way] = max(self.ways.get(way, 0.0), worth)
        if worth > self.best[0]:
            self.best = (worth, mention, part)

    def total(self) -> float:
        return sum(self.ways.values()) + REPEATED * min(max(self.times - 1, 0), 4)


def speaks_for(
    finder: Finder,
    *,
    sender_name: str | None,
    address_owner: str | None,
    sender_address: str | None,
    sender_id: str | None,
    subject: str | Normalized | None,
    body: str | Normalized,
    may_own: Callable[[str], str | None],
) -> Claim | None:
    """The brand that the message speaks for or at least is about, or None where it names none so.

    `address_owner` is the brand that owns the host of `sender_address`, if a known one does; `may_own` gives the
    brand that a host may belong to.
    """
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    _add_sender(tallies, finder, sender_name, SENDER_NAME, Part.SENDER_NAME)
    _add_sender(tallies, finder, sender_id, SENDER_ID, Part.SENDER)
    if address_owner is not None:
        tallies[address_owner].add("address", OWN_ADDRESS, None, Part.SENDER)
    elif sender_address:
        _add_address(tallies, finder, sender_address)
    if subject:
        _add_subject(tallies, finder, subject)
    _add_body(tallies, finder, body, may_own)
    if not tallies:
        return None
    brand, tally = max(tallies.items(), key=lambda item: item[1].total())
    total = tally.total()
    if total < NAMED:
        return None
    _, mention, part = tally.best
    span = Span(part, mention.start, mention.end) if mention else None
    alias = mention.alias if mention else ""
    return Claim(brand, min(total / CERTAIN, 1.0), alias, span, total >= ENOUGH, not _ITSELF.isdisjoint(tally.ways))


def _add_sender(tallies: defaultdict[str, _Tally], finder: Finder, text: str | None, worth: float, part: Part) -> None:
    for mention in finder.find(text, any_case=True) if text else ():
        whole = mention.end - mention.start >= len(text or "") / 3
        tallies[mention.brand].add("sender", worth * (1.0 if whole or not mention.weak else WEAK), mention, part)


def _add_address(tallies: defaultdict[str, _Tally], finder: Finder, address: str) -> None:
    for mention in finder.find(re.sub(r"[@._-]", " ", address)):
        tallies[mention.brand].add("address", IN_ADDRESS * (WEAK if mention.weak else 1.0), mention, Part.SENDER)


def _add_subject(tallies: defaultdict[str, _Tally], finder: Finder, subject: str | Normalized) -> None:
    readable = normalize(subject) if isinstance(subject, str) else subject
    for mention in finder.find(readable):
        start, end = _in_view(readable, mention)
        if _aside(readable.text, start, end):
            worth = IN_SUBJECT * ASIDE
        elif _bracketed(readable.text, start, end):
            worth = BRACKETED
        else:
            worth = IN_SUBJECT * (WEAK if mention.weak and not _names_itself(readable.text, start, end) else 1.0)
        tallies[mention.brand].add("subject", worth, mention, Part.SUBJECT)


def _add_body(
    tallies: defaultdict[str, _Tally],
    finder: Finder,
    body: str | Normalized,
    may_own: Callable[[str], str | None],
) -> None:
    readable = normalize(body) if isinstance(body, str) else body
    mentions = finder.find(readable)
    if not mentions:
        return
    text = readable.text
    links = list(_LINK.finditer(text))
    formal = FORMAL if _FORMAL.search(text) else 0.0
    if len({mention.brand for mention in mentions}) == 1 and _CUSTOMER.search(text):
        formal += CUSTOMER
    for mention in mentions:
        start, end = _in_view(readable, mention)
        tally = tallies[mention.brand]
        if mention.disguised:
            tally.add("disguised", DISGUISED, mention, Part.BODY)
        link = next((found for found in links if found.start() < end and start < found.end()), None)
        if link is not None:
            if not mention.weak:
                tally.add("link", _link_worth(link, mention, end, may_own), mention, Part.BODY)
            continue
        if _aside(text, start, end):
            tally.add("aside", PLAIN * ASIDE, mention, Part.BODY)
            continue
        tally.times += not mention.weak
        for way, worth in _ways(text, start, end):
            tally.add(way, worth, mention, Part.BODY)
        early = EARLY if start < _EARLY_CHARACTERS else 0.0
        about = ABOUT if formal and _ABOUT.match(text, end) else 0.0
        vague = mention.weak and not (about and _ABOUT_ACCOUNT.match(text, end))
        tally.add("plain", (PLAIN + early + formal + about) * (WEAK if vague else 1.0), mention, Part.BODY)


def _link_worth(link: re.Match[str], mention: Mention, end: int, may_own: Callable[[str], str | None]) -> float:
    """A name in a host that is not the brand's pretends; in the brand's own host or in a path it says little."""
    host = _HOST.search(link.group())
    if host is None or end > link.start() + host.end() or may_own(host[1].lower()) == mention.brand:
        return IN_LINK
    return IN_STRANGE_HOST


def _ways(text: str, start: int, end: int) -> list[tuple[str, float]]:
    """How a name in the body shows that it is the sender's own."""
    ways: list[tuple[str, float]] = []
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if _bracketed(text, start, end) and (line_start < _EARLY_CHARACTERS or start - line_start < 3):
        ways.append(("bracketed", BRACKETED))
    if _names_itself(text, start, end):
        ways.append(("self", SELF_NAMING))
    if start == line_start and _LABEL_END.match(text, end):
        ways.append(("labelled", LABELLED))
    if _SIGNING.match(text, end) or _COMPANY_BEFORE.search(text[max(0, start - 12) : start]):
        ways.append(("signature", SIGNATURE))
    elif not text[end:line_end].strip(_ORNAMENTS):
        signs_off = not text[end:].strip(_ORNAMENTS + "\n") and text[max(0, start - 1) : start] in "。! \u3000"
        if signs_off or not text[line_start:start].strip(_ORNAMENTS):
            ways.append(("alone", ALONE))
    return ways


def _names_itself(text: str, start: int, end: int) -> bool:
    return bool(_SELF_BEHIND.match(text, end) or _SELF_BEFORE.search(text[max(0, start - 40) : start]))


def _aside(text: str, start: int, end: int) -> bool:
    line = text[max(text.rfind("\n", 0, start) + 1, start - 30) : start]
    return bool(_ASIDE_BEHIND.match(text, end) or _SHOP_BEFORE.search(line) or _ASIDE_BEFORE.search(line[-8:]))


def _bracketed(text: str, start: int, end: int) -> bool:
    """Whether the name stands in a pair of brackets that is a label, not a sentence."""
    for at in range(start - 1, max(start - 16, -1), -1):
        character = text[at]
        if character in _CLOSING.values() or character == "\n":
            return False
        if character in _OPENING:
            closing = text.find(_CLOSING[character], end, end + 24)
            return closing >= 0 and "\n" not in text[end:closing] and character not in "「『("
    return False


def _in_view(readable: Normalized, mention: Mention) -> tuple[int, int]:
    return position_in(readable, mention.start), position_in(readable, mention.end - 1) + 1
