"""A bare address, judged by how it is put together."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.address import locate
from bot.analysis.link_model import LinkModel, Trait
from bot.analysis.message import Message
from bot.analysis.prepared import Context
from bot.analysis.signals.link_model import SIGNALS
from bot.evaluation.links_command import fit_links, measure_links
from bot.evaluation.links_data import dressed, is_exempt, is_for_fitting, read_genuine, read_phishing
from bot.knowledge import knowledge
from bot.knowledge.files import DIRECTORY
from bot.knowledge.link_model import load_link_model

GENUINE = Path(__file__).parent.parent / "cases" / "links" / "legitimate.txt"


@pytest.fixture(scope="module")
def model():
    file = load_link_model()
    return LinkModel(file.bias, file.weights)


@pytest.fixture(scope="module")
def genuine():
    return list(read_genuine(GENUINE))


def judge(model, target):
    return model.judge(locate(target, knowledge().services))


def found(body):
    from bot.analysis.analyze import analyzer

    prepared = analyzer().prepare(Message(body=body), Context())
    return [finding for signal in SIGNALS for finding in signal(prepared)]


def like_phishing(body):
    return [finding for finding in found(body) if finding.signal.endswith("like_phishing")]


def test_a_name_drawn_by_lot_under_a_free_service_is_like_phishing_and_says_where():
    (finding,) = like_phishing("https://qzvhwkrtpx.duckdns.org/")
    assert finding.signal == "link.very_like_phishing"
    assert finding.facts["domain"] == "qzvhwkrtpx.duckdns.org"
    assert finding.facts["trait"] in set(Trait)
    assert finding.quote == "https://qzvhwkrtpx.duckdns.org/"


@pytest.mark.parametrize(
    "target",
    [
        "https://www.amazon.co.jp/gp/css/order-history",  # a known owner
        "https://lin.ee/AbCdEfG",  # a short link shows no name
        "http://203.0.113.7/login",  # nor does a number
        "https://u123.ct.sendgrid.net/ls/click?upn=Zm9vYmFyMTIzNDU2Nzg5",  # drawn by lot for everybody's mail
        "https://www.city.kamakura.kanagawa.jp/kurashi/gomi/1234.html",
        "https://tanaka-shika.com/access.html",
        "https://hana-cafe.shop/menu/",
        "https://kenji-note.hatenablog.com/entry/2024/05/03/120000",
        "https://example.github.io/docs/",
    ],
)
def test_ordinary_addresses_raise_nothing(target):
    assert like_phishing(target) == []


def test_the_address_most_like_phishing_speaks_for_a_message_with_several():
    (finding,) = like_phishing("https://tanaka-shika.com/\nhttps://qzvhwkrtpx.duckdns.org/\nhttps://hana-cafe.shop/")
    assert finding.facts["domain"] == "qzvhwkrtpx.duckdns.org"


def test_a_harmless_path_takes_nothing_back(model):
    bare = judge(model, "https://qzvhwkrtpx.top/").score
    for path in ("news/2024/05/", "company/", "blog/entry.html", "soshiki/12/index.html"):
        assert judge(model, f"https://qzvhwkrtpx.top/{path}").score >= bare - 1.5


def test_genuine_addresses_that_the_model_was_not_fitted_to_are_seldom_called_like_phishing(model, genuine):
    unseen = [url for url in genuine if not is_for_fitting(url)]
    levels = load_link_model().levels
    scores = [judged.score for url in unseen if not is_exempt(url) and (judged := model.judge(url.address.final))]
    assert sum(score >= levels.like for score in scores) <= 0.007 * len(unseen)
    assert sum(score >= levels.very for score in scores) <= 0.003 * len(unseen)


def test_the_list_is_large_and_each_owner_is_on_one_side(genuine):
    assert len(genuine) >= 3000
    sides: dict[str, set[bool]] = {}
    for url in genuine:
        sides.setdefault(url.domain, set()).add(is_for_fitting(url))
    assert all(len(side) == 1 for side in sides.values())
    assert len(sides) >= 2000


def test_the_model_is_small_and_quick(model, genuine):
    assert (DIRECTORY / "link_model.json").stat().st_size <= 400_000
    addresses = [url.address.final for url in genuine[:1000]]
    rounds = []
    for _ in range(3):
        started = time.perf_counter()
        for address in addresses:
            model.judge(address)
        rounds.append((time.perf_counter() - started) / len(addresses))
    assert min(rounds) <= 0.001  # a tenth of that on a machine with nothing else to do


@given(st.text(max_size=300))
def test_any_address_is_judged_the_same_twice_and_stays_a_number(text):
    file = load_link_model()
    model = LinkModel(file.bias, file.weights)
    for target in (text, f"https://{text}", f"https://example.com/{text}"):
        address = locate(target, knowledge().services)
        if address is not None:
            judged = model.judge(address)
            assert judged == model.judge(address)
            assert judged is None or abs(judged.score) < 200


def test_a_list_of_reported_addresses_is_read_once_each(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "date,URL,description\n"
        "2024/03/05 10:00:00,https://one.example.top/,A\n"
        "2024/03/06 10:00:00,https://one.example.top/,A\n"
        "2023/01/02 10:00:00,http://two.example.cn/x,B\n",
        encoding="utf-8",
    )
    assert [(url.text, url.month) for url in read_phishing(path)] == [
        ("https://one.example.top/", "2024-03"),
        ("http://two.example.cn/x", "2023-01"),
    ]


def test_a_file_that_is_no_list_of_reported_addresses_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(ValueError, match="needs the columns"):
        list(read_phishing(path))


def test_an_empty_list_of_genuine_addresses_is_refused(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no address"):
        list(read_genuine(path))


def test_a_host_is_dressed_without_changing_whose_it_is(genuine):
    for url in genuine[:300]:
        assert dressed(url).domain == url.domain


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        ("https://qzvhwkrtpx.top/", True),
        ("これ見て https://qzvhwkrtpx.top/a", True),
        ("ｈｔｔｐｓ：／／qzvhwkrtpx．top／", True),
        ("お荷物のお届けにあがりましたが不在の為持ち帰りました。ご確認ください。https://qzvhwkrtpx.top/", False),
        ("こんにちは", False),
    ],
)
def test_it_is_said_whether_the_link_is_all_there_is(body, bare):
    assert ("nature.bare_link" in {finding.signal for finding in found(body)}) is bare


def reported_and_genuine(tmp_path):
    """A list of reported addresses that are plainly made by a machine, and a list of genuine ones."""
    letters = "qxzvkjwhtb"
    rows = ["date,URL,description"]
    for number in range(240):
        name = "".join(letters[(number * 7 + place * 3 + number // 10) % 10] for place in range(7)) + str(number)
        rows.append(f"{2023 + number % 2}/0{1 + number % 9}/05 10:00:00,https://{name}.top/,A")
    reported = tmp_path / "reported.csv"
    reported.write_text("\n".join(rows), encoding="utf-8")
    genuine = tmp_path / "genuine.txt"
    lines = [line for line in GENUINE.read_text(encoding="utf-8").splitlines() if line.startswith("https")]
    genuine.write_text("# some\n" + "\n".join(lines[::10]), encoding="utf-8")
    return str(reported), str(genuine)


def test_fitting_says_what_it_was_fitted_to_and_writes_nothing_unasked(tmp_path, capsys):
    before = (DIRECTORY / "link_model.json").read_bytes()
    reported, genuine = reported_and_genuine(tmp_path)
    assert fit_links(reported, genuine, genuine, write=False) == 0
    assert "120 phishing addresses" in capsys.readouterr().out
    assert (DIRECTORY / "link_model.json").read_bytes() == before


def test_measuring_prints_what_is_found_and_what_is_called_falsely(tmp_path, capsys):
    reported, genuine = reported_and_genuine(tmp_path)
    peer = tmp_path / "peer.csv"
    peer.write_text("url,verdict,probability\nhttps://www.asahi.com/,REVIEW,0.2\n", encoding="utf-8")
    assert measure_links(reported, [genuine], peer=str(peer)) == 0
    printed = capsys.readouterr().out
    for words in ("phishing 2024", "not reported in 2023", "by month", "trade-off", "the whole analysis"):
        assert words in printed


def test_files_that_cannot_be_used_are_named(tmp_path, capsys):
    reported, genuine = reported_and_genuine(tmp_path)
    missing = str(tmp_path / "missing.csv")
    assert fit_links(missing, genuine, genuine, write=False) == 2
    assert measure_links(reported, [missing]) == 2
    assert capsys.readouterr().err.count("missing.csv") == 2
