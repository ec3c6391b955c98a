"""Reads Japanese for what happened: things, what was done with them, and how each verb ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.knowledge.situation_phrases import JapanesePhrases, fold_kana, japanese_phrases
from bot.recovery import happenings, surroundings
from bot.recovery.account import Situation
from bot.recovery.polarity import Polarity, only, polarity, relative
from bot.recovery.reading import Reading

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]*")
_SPOKEN = re.compile("[「『“][^」』”]*[」』”]?")
_REPORTED = re.compile(
    "[、]?(?:って|と|という|とか|みたいな|との|な(?:ど|んて)|の(?:め[ーえ]|sms|しょーと|表示|画面|件名)|だ(?:って|と))"
)
_EMOJI = re.compile("[\U0001f000-\U0001faff☀-➿\ufe0f]+")
_DEMAND = re.compile("(?:て|てね|てくれ|ください|下さい|なさい|ろ|(?:ば|たら)[^」]{0,6}(?:円|万)|てほしい)[。!?]*$")
_BREAKS = re.compile(r"\.{2,}|…+|・・+|[〜~♪;]+|(?<=[ぁ-んァ-ヶ一-龥ー])[ \t\u3000]+(?=[ぁ-んァ-ヶ一-龥ーa-z])|[,，]+")
_STRETCHED = re.compile(r"ー{2,}|っ{2,}|([ぁぃぅぇぉァィゥェォ])\1+")
_FILLERS = re.compile("(?:えっ?と|あのー?|そのー?|まあ|なんか|ですね|とりあえず)[、]")
_FRAGMENT_REST = re.compile(
    "(?:全部|ぜんぶ|だけ|です|でした|かも|とか|など|や|も|と|を|は|が|まで|の|、|。|!|番号|情報|写真|両方|あと|それと|その|はい|うん|えっと|入り|込み|ね|よ|けど)*"
)
_DENIED_NOUN = re.compile(
    "(?:番号|情報|関係|系|とか|など|の)*(?:は|も|とかは|なんかは)?(?:まだ|なし|無し|してない|していない|してませ|してへん|やってな|大丈夫|無事|ないです|ありません)(?:です|だ|。|、|!|$|、?(?:け|な)|$)"
)
_INSTEAD = re.compile("(?:の(?:ほう|方))?(?:じゃ|では)な(?:く|い(?=。|、|です))")  # 「カードではなく銀行の…」
_PARTWAY_NOUN = re.compile("[^。]{0,8}?(?:途中で|途中まで)[^。]{0,6}?(?:や|止|気|閉|とじ|おか|怪)")
_ASKED_FOR = re.compile("(?:て|ろ|なさい|くれ|よう)(?:って|と)(?:言われ[^。]{0,6})?[。!?]*$")
_COMPLIED = re.compile(
    "(?:その|言われた|言う|言われる|指示(?:の|された)?|指示)(?:がまま|まま|とお?り|通り)(?:に|、)?(?:し(?:た|て(?!も|い?な)|まし|ちゃ)|や(?:った|って|りまし|っちゃ)|動|操作し|従)"
    "|従(?:った|って(?!な|い?ま?せ)|いまし|っちゃ)|そのようにし(?:た|まし|ちゃ)"
)
_NUMBERED = frozenset({"card", "bank", "otp", "personal", "giftcard"})
_GIVING = frozenset({"enter", "tell", "send", "hand"})
_ON_A_PAGE = frozenset({"enter", "login", "download", "install", "pay", "buy", "send"})
_GIFTCARD = re.compile("ぎふと|電子まねー|ぷりぺいど|itunes|play|あまぎふ|あっぷるの?かーど")
_AND_EVEN = re.compile("(?:まで|までも)[。!]*$")  # 「…暗証番号まで。」 leaves out the verb
_TURN = re.compile("のに|けど|だが|ますが|ですが|したが|ところ|(?:し|っ|い|れ)たら|ので")
_NOT_YET = re.compile("く?な(?:り(?:ます|そう)|るって|ると)|.{0,6}と言")
_SHOWN_THINGS = frozenset({"bank", "id_photo", "otp", "giftcard", "personal", "card", "intimate", "password"})
_NEVER_LOOSE = frozenset({"helper", "own_way", "two_step", "via_link", "nothing", "mail_itself", "link", "submit"})
_ALL = re.compile("両方|全部|ぜんぶ|どっちも|どちらも")
_TELLING = re.compile("ました|ます|った|いた|した|てる|まま|[てで]。")
_IF = re.compile("(?:^|、)もし(?!かして|かしたら|や)|もしも|仮に|万が一|万一")
_NEGATION = re.compile("ない|なく|ません|へん|とらん|ずに")
_LIMIT = 28


@dataclass(slots=True)
class _Act:
    """A verb with the things it was done to. `things` are object kinds."""

    verb: str
    things: tuple[str, ...]
    polarity: Polarity
    only: bool
    end: int = 0  # where its sentence goes on


@dataclass(slots=True)
class _Sentence:
    acts: list[_Act] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)  # things without a verb after them
    fragment: bool = False  # nothing but things: 「カードも」
    helper: bool = False


def plain(text: str) -> str:
    """Bring normalised text into the form that the patterns are written for."""
    text = _STRETCHED.sub(lambda match: match.group()[0], text)
    text = _BREAKS.sub("、", _EMOJI.sub("。", text))
    return fold_kana(_FILLERS.sub("", text))


def _without_quotes(text: str) -> str:
    """Take out what others said; a short word in quotes (「OK」を押した) stays."""

    def kept(match: re.Match[str]) -> str:
        inner = match.group()[1:].rstrip("」』”")
        if _DEMAND.search(inner):
            return inner
        reported = _REPORTED.match(text, match.end())
        return "" if reported or len(inner) > 12 else inner

    return _SPOKEN.sub(kept, text)


def read(text: str) -> Reading:
    """Read `text` (NFKC, lower case). Linear in its length."""
    phrases = japanese_phrases()
    reading = Reading()
    folded = plain(text)
    own = _without_quotes(folded)
    sentences = [match.group() for match in _SENTENCE.finditer(own)]
    last_open: _Act | None = None
    last_things: list[str] = []
    demanded: list[_Act] = []
    mentioned: list[str] = []
    explained = happenings.explained(own)
    sim = None if explained else phrases.phrases["sim_swap"].search(folded)
    if sim and not _NOT_YET.match(folded, sim.end()):
        reading.say(("sim_swap",), Polarity.DONE)  # often shown in quotes: 「SIMなし」
    claimed = phrases.asks_if_scam.search(own) is not None
    for sentence in sentences:
        parsed = _parse(sentence, phrases, last_things, own[: own.find(sentence) + len(sentence)], mentioned)
        if (
            not parsed.acts
            and parsed.loose
            and last_open is not None
            and not _TELLING.search(sentence)
            and not _NEGATION.search(sentence)
        ):
            _apply(_Act(last_open.verb, tuple(parsed.loose), last_open.polarity, False), reading, phrases)
            last_open = None
        elif parsed.fragment and parsed.loose:
            _apply_fragment(parsed.loose, sentence, reading, phrases)
        if _COMPLIED.search(sentence):
            for act in (*demanded, *parsed.acts):
                if act.polarity is Polarity.TOLD:
                    _apply(replace(act, polarity=Polarity.DONE), reading, phrases)
        parsed.acts = [_as_demanded(act, demanded, phrases) for act in parsed.acts]
        if parsed.acts and _AND_EVEN.search(sentence):
            _apply(_Act("enter", tuple(parsed.loose), Polarity.DONE, False), reading, phrases)
        demanded = [act for act in parsed.acts if act.polarity is Polarity.TOLD]
        for act in parsed.acts:
            _apply(act, reading, phrases)
            if act.polarity in (Polarity.DONE, Polarity.NEARLY) and act.verb in phrases.offer:
                last_open = None if act.things else act
        if parsed.acts and last_open is not None and parsed.loose and not parsed.fragment:
            _apply(_Act(last_open.verb, tuple(parsed.loose), last_open.polarity, False), reading, phrases)
        last_things = parsed.loose
        reading.relevant |= bool(parsed.acts)
        reading.own_desk |= parsed.helper
        happenings.read_phrases(sentence, reading, phrases, claimed=claimed, explained=explained)
    happenings.read_questions(folded, own, reading, phrases)
    return reading


def _parse(
    sentence: str, phrases: JapanesePhrases, carried: list[str], before: str = "", mentioned: list[str] | None = None
) -> _Sentence:
    """Find the things and verbs of a sentence.

    `carried` are things that the sentence before left without a verb, `before` is all that was said so far, `mentioned`
    the things spoken of (added to here): the last of them is what a mere 「番号」 or 「渡してません」 is about.
    """
    parsed = _Sentence()
    pending: list[str] = []
    demanded: list[str] = []
    before_last: list[str] = list(carried)
    conditional = _IF.search(sentence) is not None
    hits = list(phrases.words.finditer(sentence))
    leftovers = sentence
    for match in reversed(hits):
        leftovers = leftovers[: match.start()] + leftovers[match.end() :]
    verbs = 0
    mentioned = [] if mentioned is None else mentioned
    for match in hits:
        role, kind = phrases.groups[match.lastgroup or ""]
        if role == "object":
            if _worth(kind, match, sentence) and _GIFTCARD.search(before):
                kind = "giftcard"
            if kind == "helper":
                parsed.helper = True
            if kind in phrases.acts["enter"] and kind != "nothing":
                mentioned.append(kind)
            if kind == "some_number":
                known = [thing for thing in mentioned if thing in _NUMBERED]
                if not known:
                    continue
                kind = known[-1]
            missing = kind in phrases.acts["enter"] and kind != "nothing" and _DENIED_NOUN.match(sentence, match.end())
            if kind in phrases.acts["enter"] and _INSTEAD.match(sentence, match.end()):
                parsed.acts.append(_Act("install" if kind == "app" else "enter", (kind,), Polarity.DENIED, False))
                continue
            if not missing and not phrases.not_given.match(sentence, match.end()):
                pending.append(kind)
                if kind == "bank" and "ぱす" in match.group():
                    pending.append("password")
            if missing:
                parsed.acts.append(_Act("enter", (kind,), Polarity.DENIED, False))
                verbs += 1
            elif kind in phrases.acts["enter"] and _PARTWAY_NOUN.match(sentence, match.end()):
                parsed.acts.append(_Act("enter", (kind,), Polarity.NEARLY, False))
            continue
        rest = sentence[match.end() :]
        tail = rest[:_LIMIT]
        before_it = sentence[: match.start()]
        verdict = polarity(match.group(), tail, rest, before_it)
        if conditional and verdict in (Polarity.DONE, Polarity.LINKED):
            verdict = Polarity.SUPPOSED
        if verdict is Polarity.NONE:
            continue
        if kind in ("enter", "tell") and surroundings.made_up(before_it):
            verdict = Polarity.DENIED  # nothing true was given away
        if kind == "enter" and match.group() == "入っ" and surroundings.from_outside(before_it):
            continue
        verbs += 1
        acts = phrases.acts.get("tell" if kind == "refuse" else kind, {})
        things = tuple(dict.fromkeys(thing for thing in pending if thing in acts))
        if not things and kind not in phrases.bare and not relative(tail):
            things = tuple(dict.fromkeys(thing for thing in before_last if thing in acts and thing != "nothing"))
        if not things and verdict in (Polarity.DONE, Polarity.LINKED):
            things = next((act.things for act in reversed(parsed.acts) if _same_wish(act, kind)), ())
        if not things and verdict is Polarity.DENIED and kind in _GIVING:
            things = tuple(thing for thing in mentioned[-1:] if thing in acts)
        if _ALL.search(before_it[-6:]):
            things = tuple(dict.fromkeys((*(thing for thing in demanded if thing in acts), *things)))
        if kind == "renew" and verdict is not Polarity.TOLD:
            renewed = things if match.group() == "更新" and set(things) == {"personal"} else ()
            things = tuple(thing for thing in demanded if thing in acts) or renewed
        if surroundings.by_others(kind, tail) or (relative(tail) and surroundings.genuine(rest)):
            verdict = Polarity.NONE  # `phrases` has what others did
        if verdict is Polarity.TOLD:
            demanded += things
        if kind == "refuse":
            if verdict is Polarity.DONE and things:
                parsed.acts.append(_Act("tell", things, Polarity.DENIED, False))
            continue
        if kind == "open" and not things and "attachment" in before_last:
            things = ("attachment",)
        if kind == "call" and surroundings.own_desk(before_it, rest):
            verdict = Polarity.NONE
            parsed.helper = True
        if kind == "send" and match.group().startswith("撮") and "screen" in pending:
            verdict = Polarity.NONE  # kept as evidence, not sent
        if surroundings.harmless(kind, before_it, tail, named=bool(things)):
            verdict = Polarity.NONE
        if "own_way" in pending and kind in ("open", "press", "login"):
            verdict = Polarity.NONE
        if ("helper" in pending or "helper" in before_last) and kind in ("call", "tell", "reply", "send"):
            verdict = Polarity.NONE
        if "two_step" in pending and not things:
            verdict = Polarity.NONE
        if verdict in (Polarity.DONE, Polarity.LINKED) and "via_link" in pending and kind in _ON_A_PAGE:
            parsed.acts.append(_Act("press", ("link",), verdict, False))
        submitted = pending[-1:] == ["submit"]
        if verdict is not Polarity.NONE:
            parsed.acts.append(
                _Act(
                    "submit" if submitted and kind in ("press", "handle", "enter") else kind,
                    things,
                    verdict,
                    only(tail),
                    match.end(),
                )
            )
        if things or kind in phrases.bare:
            before_last = pending or before_last
            pending = []
    if _ASKED_FOR.search(sentence):
        parsed.acts = [_demanded(act) for act in parsed.acts]
    _settle(parsed.acts, sentence)
    parsed.loose = [thing for thing in pending if thing not in _NEVER_LOOSE]
    parsed.fragment = verbs == 0 and _FRAGMENT_REST.fullmatch(leftovers) is not None
    return parsed


def _same_wish(act: _Act, kind: str) -> bool:
    """Tell whether a verb of `kind` does what `act` says that somebody wants (「入れてと言われて入れた」)."""
    return act.polarity is Polarity.TOLD and (act.verb == kind or {act.verb, kind} <= _GIVING)


def _as_demanded(act: _Act, demanded: list[_Act], phrases: JapanesePhrases) -> _Act:
    """Give an act without things those of a demand in the sentence before (「…送れと言われました。送りました」)."""
    if act.things or act.verb in phrases.bare or act.polarity is not Polarity.DONE:
        return act
    wishes = [one for one in reversed(demanded) if one.things and _same_wish(one, act.verb)]
    wish = next((one for one in wishes if one.verb == act.verb), wishes[0] if wishes else None)
    return act if wish is None else replace(act, things=wish.things)


def _demanded(act: _Act) -> _Act:
    """Read a linked verb of a sentence that ends as somebody's demand (「送ってから…してって」) as demanded too."""
    return replace(act, polarity=Polarity.TOLD) if act.polarity is Polarity.LINKED else act


def _settle(acts: list[_Act], sentence: str) -> None:
    """Let linked verbs take over how the sentence goes on, and an unsent form count as nearly filled in."""
    following: Polarity | None = None
    next_end = len(sentence)
    unsent = False
    for act in reversed(acts):
        if act.verb == "submit":
            unsent = act.polarity in (Polarity.DENIED, Polarity.NEARLY)
        elif unsent and act.verb in ("enter", "send") and act.polarity in (Polarity.DONE, Polarity.LINKED):
            act.polarity = Polarity.NEARLY
        if act.polarity is Polarity.LINKED:
            goes_on = following in (Polarity.SUPPOSED, Polarity.TOLD) and not _TURN.search(sentence, act.end, next_end)
            act.polarity = following if goes_on and following else Polarity.DONE
        following, next_end = act.polarity, act.end


def _apply(act: _Act, reading: Reading, phrases: JapanesePhrases) -> None:
    if act.verb == "submit":
        return
    table = phrases.acts.get(act.verb, {})
    groups = {thing: table[thing] for thing in act.things if thing in table}
    names: list[str] = []
    if "remote" in groups and act.things.index("remote") == 0:
        groups.pop("otp", None)
    if "crypto" in groups:
        groups.pop("money", None)
    if "screen" in groups and not _SHOWN_THINGS.isdisjoint(groups):
        groups.pop("screen")
    if len(groups) > 1 and act.verb in ("send", "enter", "hand"):
        groups = {thing: names for thing, names in groups.items() if thing not in ("money", "pay_app")} or groups
    if "attachment" in groups:
        groups.pop("link", None)
    if act.verb == "send" and ("bank" in groups or "id_photo" in groups):
        groups.pop("money", None)
    if "giftcard" in groups:
        groups = {thing: names for thing, names in groups.items() if thing not in ("money", "card")}
    if "card" in groups and act.verb in ("pay", "buy"):
        groups.pop("money", None)
    for thing, situations in groups.items():
        if thing == "nothing":
            if act.polarity is Polarity.DENIED:
                reading.deny_broadly(situations)
            continue
        names.extend(situations)
    if not act.things:
        names.extend(phrases.bare.get(act.verb, ()))
        reading.imagined |= not names and act.polarity is Polarity.SUPPOSED
        if not names and act.polarity is Polarity.DONE:
            reading.offer.extend(Situation(name) for name in phrases.offer.get(act.verb, ()))
        if not names and act.verb == "enter" and act.polarity is Polarity.DENIED:
            reading.deny_broadly(table["nothing"])
    reading.received |= act.polarity in (Polarity.DENIED, Polarity.NEARLY)
    if act.polarity is Polarity.DENIED and act.verb == "handle" and not act.things:
        return
    # what was loaded or bought may still not have been run or sent off
    early = act.verb == "download" or (act.verb == "buy" and "crypto" in act.things)
    likely = early and act.polarity is Polarity.DONE
    reading.say(tuple(names), Polarity.LIKELY if likely else act.polarity)
    if act.only and act.verb in ("open", "press", "scan") and act.polarity is Polarity.DONE:
        reading.deny_broadly(phrases.acts["enter"]["nothing"])


def _apply_fragment(things: list[str], sentence: str, reading: Reading, phrases: JapanesePhrases) -> None:
    if sentence.endswith("?"):
        return
    for thing in things:
        reading.say(phrases.acts["enter"].get(thing, ()), Polarity.DONE)


def _worth(kind: str, match: re.Match[str], sentence: str) -> bool:
    """Tell whether a thing is the number or the worth of a gift card, where one was spoken of."""
    if kind == "card":
        return match.group().startswith(("裏", "うら"))
    if kind == "otp":
        return match.group().startswith(("こーど", "番号"))
    return kind == "money" and sentence.startswith(("分", "ぶん"), match.end())
