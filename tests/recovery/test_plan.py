"""The plan: the right thing first, nothing twice, nothing that may not be said."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.report import Kind
from bot.knowledge import knowledge
from bot.knowledge.recovery import load_recovery
from bot.recovery.account import Device, Plan, Situation
from bot.recovery.plan import ASK, STEPS, plan
from bot.wording.catalog import catalog, locales

S = Situation
PLACES = {step.id: place for place, step in enumerate(load_recovery().steps)}
LIGHT = {situation for situation, fact in load_recovery().situations.items() if fact.light}
GIVEN = [situation for situation in Situation if situation not in LIGHT]
MONEY = (S.SENT_MONEY, S.SENT_CRYPTO, S.BOUGHT_GIFTCARD)
BRANDS = (None, "amazon", "smbc", "line", "epos", "regional_banks")


def ids(made: Plan) -> list[str]:
    return [step.id for step in made.steps]


def first(*situations: Situation, **case: str) -> str:
    return ids(plan(situations, **case))[0]


def said(made: Plan, locale: str = "ja") -> list[str]:
    """Every line of the plan in words, filled as an answer fills them."""
    words = catalog(locale)
    brand = knowledge().brands.get(made.brand or "")
    known = {}
    if brand:
        known["brand"] = brand.name
        known |= {"place": brand.app} if brand.app else {}
        known |= (
            {"domain": official[0]} if (official := [item.name for item in brand.domains if item.confirmed]) else {}
        )
    lines = []
    for step in made.steps:
        lines += [words.text(f"step-{step.id}", **known), words.text(f"step-{step.id}.why", **known)]
        lines += [words.text(f"step-{step.id}.deadline", **known)] if step.deadline else []
        lines += [words.text(f"step-{step.id}.caution", **known)] if step.caution else []
        lines += [words.text(f"contact-{step.desk}")] if step.desk else []
    lines += [words.text(f"ask-{item}") for item in made.ask]
    lines += [words.text(key) for key in (*made.calm, *made.avoid, *made.keep, *made.tomorrow, *made.next_month)]
    return lines


def holds(made: Plan) -> None:
    """What is true of every plan."""
    steps = ids(made)
    assert len(steps) == len(set(steps)) <= STEPS
    assert steps == sorted(steps, key=PLACES.__getitem__)
    assert len(made.ask) <= ASK
    assert not set(made.ask) & set(made.situations)
    for step in made.steps:
        assert step.desk is None or step.desk in knowledge().contacts
        assert set(step.situations) <= set(made.situations)
    for texts in (made.calm, made.avoid, made.keep, made.tomorrow, made.next_month):
        assert len(texts) == len(set(texts))


@pytest.mark.parametrize("brand", BRANDS[:4])
@pytest.mark.parametrize("device", [None, *Device])
def test_every_pair_of_situations_gives_a_plan_that_can_be_said(brand, device):
    pairs = [(situation,) for situation in Situation] + list(combinations(Situation, 2))
    for situations in pairs:
        made = plan(situations, brand=brand, device=device)
        holds(made)
        assert made.steps or set(situations) == {S.OTHER_OFFTOPIC}
        for locale in locales():
            assert all(said(made, locale)), situations


@settings(max_examples=150, deadline=None)
@given(
    situations=st.lists(st.sampled_from(Situation), max_size=8),
    brand=st.sampled_from([None, "no such brand", *knowledge().brands]),
    device=st.sampled_from([None, *Device]),
    kind=st.sampled_from([None, *Kind]),
    whose=st.sampled_from([None, "母", "息子", "友人", "my grandmother"]),
)
def test_whatever_happened_there_is_a_plan_that_can_be_said(situations, brand, device, kind, whose):
    made = plan(situations, brand=brand, device=device, kind=kind, whose=whose)
    holds(made)
    assert all(said(made))


@pytest.mark.parametrize(
    ("situation", "step"),
    [
        (S.RECEIVED_ONLY, "no-touch"),
        (S.CLICKED_LINK, "page-close"),
        (S.SCANNED_QR, "page-close"),
        (S.OPENED_ATTACHMENT, "net-cut"),
        (S.ENTERED_PASSWORD, "password-change"),
        (S.ENTERED_CARD, "card-call-issuer"),
        (S.ENTERED_BANK, "bank-stop"),
        (S.GAVE_OTP, "otp-call-sender"),
        (S.GAVE_PERSONAL_INFO, "info-ignore"),
        (S.SENT_ID_PHOTO, "id-stop"),
        (S.INSTALLED_APP, "app-airplane"),
        (S.INSTALLED_PROFILE, "profile-remove"),
        (S.CALLED_NUMBER, "call-hang-up"),
        (S.REMOTE_ACCESS, "remote-cut"),
        (S.SENT_MONEY, "transfer-call"),
        (S.BOUGHT_GIFTCARD, "giftcard-stop"),
        (S.SENT_CRYPTO, "pay-no-more"),
        (S.REPLIED, "reply-stop"),
        (S.ACCOUNT_TAKEN_OVER, "account-push-out"),
        (S.UNAUTHORIZED_CHARGE, "charge-call"),
        (S.CARRIER_BILLING, "carrier-billing-call"),
        (S.SECURITIES_ACCOUNT, "securities-stop"),
        (S.SIM_SWAP, "sim-call-carrier"),
        (S.APPLIED_YAMIBAITO, "danger-110"),
        (S.SENT_INTIMATE_IMAGE, "intimate-no-pay"),
        (S.ASKS_IF_SCAM, "no-touch"),
        (S.ASKS_REPORT, "report-antiphishing"),
    ],
)
def test_the_one_thing_to_do_now(situation, step):
    assert first(situation) == step


@pytest.mark.parametrize(
    ("situations", "step"),
    [
        ((S.ENTERED_PASSWORD, S.ENTERED_CARD), "card-call-issuer"),
        ((S.ENTERED_PASSWORD, S.ENTERED_BANK), "bank-stop"),
        ((S.ENTERED_CARD, S.SENT_MONEY), "transfer-call"),
        ((S.REMOTE_ACCESS, S.SENT_MONEY), "remote-cut"),
        ((S.ENTERED_PASSWORD, S.INSTALLED_APP), "app-airplane"),
        ((S.SENT_ID_PHOTO, S.APPLIED_YAMIBAITO), "danger-110"),
        ((S.CLICKED_LINK, S.GAVE_OTP), "otp-call-sender"),
        ((S.ENTERED_CARD, S.GAVE_OTP), "card-call-issuer"),
        ((S.SENT_INTIMATE_IMAGE, S.SENT_MONEY), "transfer-call"),
    ],
)
def test_what_grows_fastest_comes_first(situations, step):
    assert first(*situations) == first(*reversed(situations)) == step


def test_another_situation_never_pushes_the_more_urgent_first_step_away():
    for one, other in product(GIVEN, Situation):
        alone, together = first(one), first(one, other)
        assert PLACES[together] <= PLACES[alone], (one, other)


def test_what_is_light_says_no_more_than_it_may_once_something_was_given():
    for given_away in GIVEN:
        made = plan([S.RECEIVED_ONLY, S.CLICKED_LINK, given_away])
        assert not {"calm-clicked-only", "calm-received-only"} & set(made.calm)
        assert "page-close" not in ids(made)


def test_only_opened_gets_a_calm_answer():
    made = plan([S.CLICKED_LINK])
    assert "calm-clicked-only" in made.calm
    assert not {"password-change", "card-call-issuer", "police-report"} & set(ids(made))


def test_a_fake_amazon_mail_that_was_opened():
    made = plan([S.CLICKED_LINK], brand="amazon", device=Device.PC, kind=Kind.BRAND_PHISHING)
    assert made.calm[0] == "calm-clicked-only"
    assert {"check-yourself-amazon", "pc-scan", "report-amazon"} <= set(ids(made))
    assert any("メッセージセンター" in line for line in said(made))


def test_a_password_typed_for_a_fake_amazon_mail():
    made = plan([S.CLICKED_LINK, S.ENTERED_PASSWORD], brand="amazon")
    text = said(made)[0]
    assert ids(made)[0] == "password-change-amazon"
    assert "自分で開いたアプリ" in text
    assert "amazon.co.jp" in text
    assert "password-reused" in ids(made)
    assert S.ENTERED_CARD in made.ask
    assert S.GAVE_OTP in made.ask


def test_a_card_typed_for_a_fake_amazon_mail():
    made = plan([S.CLICKED_LINK, S.ENTERED_PASSWORD, S.ENTERED_CARD], brand="amazon")
    assert made.steps[0].id == "card-call-issuer"
    assert made.steps[0].desk == "issuer_own"
    assert ids(made).index("card-call-issuer") < ids(made).index("password-change-amazon")
    assert "card-update-amazon" in ids(plan([S.ENTERED_CARD], brand="amazon"))


def test_a_bank_is_called_before_anything_is_changed():
    made = plan([S.ENTERED_PASSWORD], brand="mizuho")
    assert made.steps[0].id == "bank-stop-brand"
    assert made.steps[0].desk == "bank_mizuho"
    assert "password-change-brand" not in ids(made)
    assert "みずほ" in said(made)[0]


def test_no_sentence_names_a_group_of_companies():
    made = plan([S.ENTERED_BANK], brand="regional_banks")
    assert made.steps[0].id == "bank-stop"
    assert not any("その他" in line for line in said(made))


def test_the_desk_is_the_persons_own_company_where_it_is_known():
    assert plan([S.ENTERED_CARD], brand="epos").steps[0].desk == "card_epos"
    assert plan([S.SIM_SWAP], brand="docomo").steps[0].desk == "docomo_lost"
    assert plan([S.SENT_MONEY], brand="mizuho").steps[0].desk == "bank_receiving"


@pytest.mark.parametrize(
    ("device", "shown", "hidden"),
    [
        (Device.ANDROID, {"android-check"}, {"iphone-check", "pc-scan", "mac-scan"}),
        (Device.IPHONE, {"iphone-check"}, {"android-check", "pc-scan", "mac-scan"}),
        (Device.PC, {"pc-scan"}, {"android-check", "iphone-check", "mac-scan"}),
        (Device.MAC, {"mac-scan"}, {"android-check", "iphone-check", "pc-scan"}),
        (None, {"android-check", "iphone-check", "pc-scan"}, {"mac-scan"}),
    ],
)
def test_the_steps_fit_the_device(device, shown, hidden):
    steps = set(ids(plan([S.CLICKED_LINK], device=device)))
    assert shown <= steps
    assert not hidden & steps


def test_a_bad_app_is_cut_off_as_its_device_demands():
    assert first(S.INSTALLED_APP, device=Device.ANDROID) == "app-airplane"
    assert first(S.INSTALLED_APP, device=Device.PC) == "net-cut"
    assert first(S.REMOTE_ACCESS, device=Device.ANDROID) == "remote-cut-phone"
    assert "profile-remove" in ids(plan([S.INSTALLED_APP], device=Device.IPHONE))


def test_a_compromised_device_is_not_where_passwords_are_changed():
    for opened in (S.INSTALLED_APP, S.REMOTE_ACCESS, S.OPENED_ATTACHMENT):
        steps = ids(plan([S.ENTERED_PASSWORD, opened], brand="amazon"))
        assert "password-other-device" in steps
        assert "password-change-amazon" not in steps


def test_a_warning_screen_is_closed_not_called():
    made = plan([S.RECEIVED_ONLY], kind=Kind.SUPPORT)
    assert made.steps[0].id == "support-close"
    assert made.calm[0] == "calm-warning-only"
    assert S.REMOTE_ACCESS in made.ask


def test_a_call_from_the_police_is_checked_on_a_number_of_ones_own():
    for situation in (S.RECEIVED_ONLY, S.CALLED_NUMBER, S.REPLIED):
        assert first(situation, kind=Kind.POLICE) == "call-verify-police"


def test_a_crime_ring_that_has_the_id_means_police_first():
    for situation in (S.SENT_ID_PHOTO, S.GAVE_PERSONAL_INFO, S.REPLIED):
        made = plan([situation], kind=Kind.YAMIBAITO)
        assert ids(made)[:2] == ["danger-110", "yamibaito-police"]
        assert made.steps[0].desk == "police_110"


def test_a_mass_mail_that_threatens_is_ignored():
    made = plan([S.RECEIVED_ONLY], kind=Kind.EXTORTION)
    assert made.steps[0].id == "extortion-ignore"
    assert made.calm == ("calm-mass-mail",)


def test_invested_money_goes_to_bank_and_police_and_then_nothing_more_is_paid():
    steps = ids(plan([S.SENT_MONEY], kind=Kind.INVESTMENT))
    assert steps[:3] == ["transfer-call", "transfer-police", "pay-no-more"]
    assert "invest-fsa" in steps


def test_lost_money_always_brings_one_warning_of_recovery_services():
    for money, other in product(MONEY, Situation):
        assert ids(plan([money, other])).count("beware-recovery") == 1


def test_a_child_or_an_elder_changes_the_tone_but_not_what_comes_first():
    for situation in GIVEN:
        assert first(situation, whose="母") == first(situation, whose="息子") == first(situation)
    assert plan([S.SENT_MONEY], whose="母").calm[0] == "calm-elder"
    assert plan([S.SENT_INTIMATE_IMAGE], whose="中学生の娘").calm[0] == "calm-thank-child"
    assert "avoid-blame" in plan([S.ENTERED_CARD], whose="祖母").avoid
    assert plan([S.CLICKED_LINK], whose="母").calm == plan([S.CLICKED_LINK]).calm


def test_every_situation_worth_asking_about_would_change_the_plan():
    for situation in Situation:
        made = plan([situation])
        for item in made.ask:
            assert ids(plan([situation, item])) != ids(made)


def test_nothing_said_sends_anyone_to_a_link_in_the_message_or_promises_money():
    for situation, brand in product(Situation, BRANDS):
        for line in said(plan([situation], brand=brand)):
            assert "必ず戻" not in line
            assert "全額" not in line
            assert "http" not in line


def test_off_topic_and_nothing_at_all_need_no_steps():
    assert plan([]).steps == ()
    assert plan([S.OTHER_OFFTOPIC]).steps == ()
