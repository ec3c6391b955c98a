"""How a Japanese verb ends, and so whether its act happened: done, denied, nearly, told or only asked about.

The grammar is closed (endings, auxiliaries, dialect forms), so it is code; what people do things to is data.
All patterns read text folded to hiragana, from the first character after the verb's stem.
"""

from __future__ import annotations

import re
from enum import Enum, auto


class Polarity(Enum):
    """Whether the act of a verb happened."""

    DONE = auto()
    LIKELY = auto()  # done, unless the text says otherwise
    DENIED = auto()
    NEARLY = auto()  # stopped in time
    SUPPOSED = auto()  # asked about, planned or imagined
    TOLD = auto()  # somebody wants it
    LINKED = auto()  # 「開いて、…」: as the verb that follows, done if none does
    NONE = auto()  # no statement: a noun, a habit


# Inflection kana between a stem and its auxiliaries. Those of the past (た だ ち) and of 「て」 are left out.
_KANA = "[あいうえおかきくけこさしすせそなにぬねのまみむめもらりるれろわがぎぐげごばびぶべぼっんや]"
_DO = "(?:[はもをが]|っ?と(?=[しさせすや])|とか|まで(?:は)?|なんて|に(?=行|い[っこ])(?:行|い))?(?:し|さ|せ|す|やっ)?"

_NEARLY = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:(?:ちゃい|てしまい)?そう(?:に|で|でし|だっ|やっ|になり)(?!す)|かけ(?:た|て|まし|ちゃ)|(?:る|す|く|う|む|ぶ|つ|ぐ)?(?:の)?(?:寸前|直前|手前|すんぜん)"
    "|(?:る|す|く|う|む|ぶ|つ)(?:とこ|ところ)(?:ろ)?(?:だっ|でし|やっ|で(?:気|きづ|や|止|とめ|お|思|怪|あや|息|娘|銀|店|家))"
    "|(?:よ|お|こ|そ|ろ|も)?うと(?:は)?(?:し(?:た|て|まし)|思っ)|[るすくうむつ](?:のを|の)?(?:はや|やめ|や[めっ]|止め|とどま)"
    "|[るすくうむつ]?(?:前|まえ)に[^。]{0,14}?(?:気(?!が向)|きづ|や[めっ]|止|とめ|閉|とじ|おかし|怪|息|娘|銀|店|家|調|相談|こちら|聞|取り上げ|逃げ|断|切|確認|確かめ|中断|声|見つか|夫|妻|母|父|友|同僚|上司|警察|思いとどま)"
    "|中に[^。]{0,14}?(?:中止|止め|気づ|気付|やめ|声(?:を|か))|(?:欄|画面|とこ|ところ|段階|ぺーじ)(?:で|まで)[^。]{0,10}?(?:気づ|気付|やめ|止め|おかし|我に返|閉じ|戻)"
    "|や(?:めた(?!い)|めまし|めておき|めとい)|ずに(?:済|す)|な(?:い|く)で?(?:済|す)[んみむ])"
)
_PARTWAY = re.compile("途中|とちゅう|半分")
_GAVE_UP = re.compile("[てで](?:から)?(?:や(?:め|っぱ)|止め|とめ|閉じ|とじ|消し|けし|引き返|戻)")
_DENIED = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:(?:ちゃっ?て?|ちゃ|じゃ|て|で|と|とっ)?(?:[はもすら]{0,2})?(?:い|お|おり|まだ|き)?"
    "(?:[な無](?:い(?!と(?!思|おも|言|い[うっ]|のこと|聞)|かも(?!しれ)|か(?:心配|不安)|(?:です)?か[?])|か(?:っ|た)|く(?!なっ)|し)|ねえ|ねぇ|ねー|ません(?!か[?、。]?$)|ませんで|まへん|へん|ひん|せん|らん|とらん|てん(?!の|や|けど|ねん)"
    "|ず(?:に|(?=、|。|と|閉|や|終|$))|ぬまま|んまま|んかっ|んで(?:よかっ|良かっ|済|すん|助か))"
    "|[たっ]?た(?:覚え|おぼえ|こと|記憶|者|人|方|社員|子)(?:は|が|も|の|すら)?(?:一度も|まったく|誰も|一人も)?(?:な|あり?ませ|おりませ|いませ|いな)"
    "|[るすくうむつ](?:気|つもり|予定)(?:は|も|が)?(?:な|あり?ませ|さらさら|ゼロ)"
    "|たわけ(?:じゃ|では)|(?:は|も)?(?:なし|無し|まだ))"
)
_DUTY = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:な(?:いと(?!思|おも|言|い[うっ]|のこと|聞)|きゃ|ければ|くては|くちゃ|あかん)|ん(?:と|な)(?:あ|い|だ|な)|べき)"
)
_TOLD = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:て(?:くれ(?!た)|ほし|欲し|くだ|下さ|もらえ|ちょ|や?って?(?:言|い)わ|って|と(?:言|い|書|か|頼)|(?:来|こ)い|みて(?:って|と))"
    "|(?:ろ|よ|なさい|れ|せ|け|え|め|ね|べ)(?:って|と(?:い|言|書|か|迫|要|脅|指|あ|表|出|の))"
    "|(?:る|す|く|う|む)?よう(?:に)?(?:って|と|、)?(?:言|い(?:わ|っ)|指示|要求|求|書|迫|頼|案内|促|勧)"
    "|を?(?:求め|要求|指示|促|迫|催促|勧め|お願い|依頼)"
    "|(?:る|す|く|う|む)(?:って|と)(?:言|い(?:わ|う)|書)"
    "|て(?:って|と)[^、。てで]{1,10}(?:から|に|が)(?:は)?(?:来(?!な)|き(?:た|て|ま)|届|言|頼|連絡)|てって(?:画面|表示|通知|メッセ|案内)"
    "|(?:ろ|なさい|くれ|こい)と[、。]|(?:こい|来い)(?:って|と)|しろ|せよ|してね|してください"
    "|[ただ](?:って|という|っていう|との|みたいな)(?:め|内容|連絡|電話|sms|脅|通知|警告))"
)
_SUPPOSED = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:(?:ちゃっ|てしまっ|っ)?[ただ](?:(?:の|ん)か(?!も|な。)|こと(?:に(?:な|する)|なる))"
    "|(?:ちゃ|てしま|で|て)?(?:っ)?(?:た|だ)ら[、]?(?:最後|どう(?!も)|どない|どーな|まずい|やばい|だめ|あかん|い[いけ]|ええ|よ[いか]っ?た?で|危|大丈夫で)"
    "|(?:る|す|く|う|む)と(?:[、]?(?:どう|どない|何|なに|まず|やば|だめ|危|いい))"
    "|(?:て|で)も(?:い[いん]|よ|良|大丈夫|だいじょ|平気|ええ|問題|かま|構)"
    "|(?:て|で)(?:いい|よい|大丈夫|だいじょうぶ|平気|安全|問題(?:は)?ない)(?:な)?(?:[のん]|もの|やつ|とこ|です(?:か|よね)|でしょう|か|[?])"
    "|ちゃって(?:いい|大丈夫|平気)(?:な)?(?:やつ|もの)"
    "|(?:た|だ|ない)(?:ほう|方)が(?:い|よ|良|ええ|安全|無難)"
    "|(?:る|す|く|う|む)(?:の|ん|もの|べき)?(?:です|でしょう|かな|か|だけ|って大丈夫|って、|のって|つもり|予定|気は|気が|かどうか|なら|必要|わけ|かも)"
    "|ば(?:い|よ|ええ|どう|、)|れば|(?:たり|だり)(?:し|す|とか)|(?:た|き)い(?:です|の|ん|と|け|$)|たくな|(?:よ|お|こ|そ|ろ|も)う(?:か|と思|かな)|ましょうか|ますか|まいか"
    "|[るすくうむつぬぶぐ](?:って|と)(?:約束|答え|返事|返し|返信|伝え|本当|ほんと|まじ|聞(?:い|き)|きい|噂)"
    "|(?:る|す|く|う|む)[?])"
)
_IF_THEN = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)(?:(?:ちゃ|てしま|で|て|し)?(?:っ)?(?:た|だ)(?:ら|とし)|(?:る|す|く|う|む)と(?!こ|き|思|言|い|か)[^。]?)(?![?])"
)
_PAST = re.compile("(?:[^ま]し|っ|い|え|け|れ|て|ち|め|さ|り|き|まし|ん)[ただ](?!ら)|て(?:る|い|ます)|ちゃ|てき")
_PROMISED = re.compile(
    "(?:戻|もらえ|大丈夫|解除|解決|返(?:って|金)|儲|増え|助か|消え|使える)[^、。]{0,8}(?:って|と)(?:言|い)(?:わ|う|っ)"
)
_HEARSAY = re.compile(
    "[^。]{0,24}(?:(?:って|と)(?:聞|きい|きき|読ん|見|本当|ほんと|いう(?:話|噂|うわさ)|言いますけど)|(?:終わり|おわり|最後|あうと|まずい|やばい)(?:です|だ)?よ(?:ね|な))"
)
_ASKING = re.compile("[?]|どう(?!やって)|か(?:な|ね|。|、|$)")
_RELATIVE = re.compile(
    f"{_KANA}{{0,3}}?(?:(?:ちゃっ|てしまっ|し)?[ただ]|て(?:い)?る)"
    "(?:情報|やつ|もの|の[はがをも]|内容|個人|めーる|さいと|相手|人|番号|かーど|お金|金|時|とき|あと|後(?!悔)|画面|写真|ぱす)"
)
_DONE = re.compile(
    rf"(?:{_DO}{_KANA}{{0,3}}?)"
    "(?:ちゃ|ちま|じゃっ|じゃい|じま|(?:て|で)(?:しま|しも|も(?:う|た|ー)|まっ|る|い(?:る|た|ま|て|$)|ます|お(?:り|る)|ある|あり|き(?:た|て|ま)|ん(?:の|だ|や|ね|けど)|やっ|みた|あげ|も?うた)"
    "|とる|とり|とう|とった|どる|[ただ](?!ら|り|い|く|め)|(?:し)?まし?た|後(?!で|悔)|続け|済|ずみ|完了|(?:さ|ら)れ[てたまち]|させ[らてたまち])"
)
_LINKED = re.compile(
    rf"(?![るすくうむつぬぶぐ](?:の|ん)で)(?:{_DO}{_KANA}{{0,3}}?)(?:て|で)(?:から|、|[^いもはなくほ。?!、])|[しみりきちえれけいせめ]?、|(?:し)?(?:つつ|ながら)"
)
_ENDED = re.compile("[。!]*$")
_ACTION_NOUN = re.compile(
    "(?:入力|記入|記載|登録|送信|送金|返信|応募|購入|提出|転送|郵送|回答|入金|(?:くりっく|たっぷ|ろぐいん|あくせす|すきゃん|いんすとーる|だうんろーど|あっぷろーど))$"
)
_NOTHING_BUT = re.compile("しか(?!ー)[^、。]{0,6}$")
_ONLY = re.compile("[^、。]{0,8}?(?:だけ|のみ|まで(?:は|で|し|だ|や)|止まり)")
_REALLY_DONE = re.compile("[^、。]{0,3}(?:[ただ]|ちゃった|てしまった|てもうた)(?:ん|の)(?:じゃ|では)|[ただ]か(?:も|な)")


def polarity(stem: str, tail: str, rest: str, before: str) -> Polarity:
    """Tell what became of the act of a verb.

    `stem` is the verb as far as it does not change, `tail` what follows it, `rest` the remainder of the sentence
    after it (both folded, the closing mark included), `before` what precedes the verb in its sentence.
    """
    if _NEARLY.match(tail):
        return Polarity.NEARLY
    if _REALLY_DONE.match(tail):
        return Polarity.DONE
    if _DUTY.match(tail):
        return Polarity.TOLD
    if _DENIED.match(tail):
        # 「名前しか言ってない」 says that the name was told
        return Polarity.DONE if _NOTHING_BUT.search(before) else Polarity.DENIED
    if _PARTWAY.search(before[-16:]) and _GAVE_UP.search(rest[:16]):
        return Polarity.NEARLY
    if _GAVE_UP.match(tail):
        return Polarity.DONE
    if _SUPPOSED.match(tail):
        return Polarity.SUPPOSED
    if _TOLD.match(_unvoiced(stem, tail)):
        return Polarity.TOLD
    if match := _IF_THEN.match(tail):
        if _PROMISED.search(rest):
            return Polarity.SUPPOSED
        outcome = rest[match.end() :]
        if _HEARSAY.match(outcome):
            return Polarity.SUPPOSED
        return Polarity.DONE if _PAST.search(outcome) or not _ASKING.search(outcome) else Polarity.SUPPOSED
    if _DONE.match(tail):
        return Polarity.DONE
    if _LINKED.match(tail):
        return Polarity.LINKED
    if _ENDED.match(tail) and _ACTION_NOUN.search(stem):
        return Polarity.LIKELY  # telegram style: 「偽サイトにパスワード入力。」
    return Polarity.NONE


def _unvoiced(stem: str, tail: str) -> str:
    """Write the 「で」 of 「踏んで」 as the 「て」 of 「押して」, which it is, so that one pattern does for both."""
    if tail.startswith("で") and stem.endswith(("ん", "い")):
        return "て" + tail[1:]
    return tail[0] + "て" + tail[2:] if tail.startswith(("んで", "いで")) else tail


def relative(tail: str) -> bool:
    """Tell whether the verb only describes a noun (「入れた情報は」), so that what came before is not its object."""
    return _RELATIVE.match(tail) is not None


def only(tail: str) -> bool:
    """Tell whether the verb is said to be all that happened (「開いただけ」)."""
    return _ONLY.match(tail) is not None
