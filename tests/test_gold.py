"""The annotated orders: the figures of every order may rise and never fall."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, run

from extractor.accuracy import accuracy_figures, percent
from extractor.accuracy.annotated import annotated_orders, scored, text_of
from extractor.accuracy.figures import SHARES, committed_figures, rounded
from extractor.accuracy.scoring import Counts, Reckoned, Score, annotated, overlap, score
from extractor.pipeline import read_reading
from extractor.problems import ProblemsFound
from extractor.publish.api import reading_json

GOLD = ROOT / "tests" / "gold"
ORDERS = {order.name: order for order in annotated_orders(GOLD)}
# The least that the issue of accuracy asks for, over all annotated orders and for the worst one.
AT_LEAST = {"detection_f1": 0.97, "lead": 0.97, "deadline": 0.98, "full_f1": 0.93}
WORST_DETECTION = 0.93
SMALL = 0.5 / 10**4  # what rounding to four decimals can add


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, Score]:
    """Every annotated order's score, from the texts beside the repository."""
    return {name: scored(of, text_of(name, shared)) for name, of in ORDERS.items()}


@pytest.mark.parametrize("name", [*ORDERS, "all"])
def test_no_figure_falls(scores: dict[str, Score], name: str):
    committed = committed_figures()
    row = committed["all"] if name == "all" else committed["orders"][name]
    counts = sum((each.counts for each in scores.values()), Counts()) if name == "all" else scores[name].counts
    measured = counts.measures()
    fallen = {share: (row[share], measured[share]) for share in SHARES if measured[share] < row[share] - SMALL}
    misses = [miss for each in scores.values() for miss in each.misses if name in ("all", miss.split()[0])]
    assert not fallen, "committed, measured: {}\n{}".format(fallen, "\n".join(misses))


def test_the_committed_figures_reach_what_was_asked_for():
    committed = committed_figures()
    assert {name for name, least in AT_LEAST.items() if committed["all"][name] < least} == set()
    assert min(row["detection_f1"] for row in committed["orders"].values()) >= WORST_DETECTION


def test_every_annotated_order_has_committed_figures():
    committed = committed_figures()["orders"]
    assert list(committed) == list(ORDERS)
    assert {name: row["gold"] for name, row in committed.items()} == {n: len(each.records) for n, each in ORDERS.items()}


def test_the_page_gets_each_order_by_measure():
    figures = accuracy_figures()
    assert [row.name for row in figures.rows] == list(ORDERS)
    assert figures.all.gold == sum(row.gold for row in figures.rows)
    assert figures.rows[0].label == f"Executive Order {figures.rows[0].name}"
    assert {"texts", "words", "labels_explained", "modals_lost", "without_actor"} <= figures.texts.keys()


@pytest.mark.parametrize(("share", "words"), [(1.0, "100%"), (0.9966, "99.6%"), (0.99999, "99.9%"), (0.57, "57.0%"), (0.0, "0.0%")])
def test_a_share_is_never_rounded_up(share: float, words: str):
    assert percent(share) == words


def test_the_figures_are_those_of_the_reference_scorer(shared: Path, scores: dict[str, Score], tmp_path: Path):
    pairs = []
    for name in ORDERS:
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(reading_json(read_reading(text_of(name, shared)))), "utf-8")
        pairs += [str(shared / "gold" / f"{name}.jsonl"), str(path)]
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), "--json", *pairs], capture_output=True, check=True, text=True
    )
    reference = json.loads(done.stdout)
    ours = {name: each.counts.measures() for name, each in scores.items()}
    ours["all"] = sum((each.counts for each in scores.values()), Counts()).measures()
    assert {name: rounded(row) for name, row in ours.items()} == {name: rounded(row) for name, row in reference.items()}


def test_the_records_are_those_of_the_reference(shared: Path):
    for path in GOLD.glob("*.jsonl"):
        assert path.read_bytes() == (shared / "gold" / path.name).read_bytes(), path.name


def record(action: str, lead: str = "Secretary of Labor", cite: str = "2(a)", **deadline: object) -> Reckoned:
    return annotated({"cite": cite, "action": action, "lead": [lead], "deadline": {"kind": "none"} | deadline})


# gold, found: paired, lead, deadline, full; misses
PAIRS = {
    "the same": ([record("publish a list")], [record("publish a list")], Counts(1, 1, 1, 1, 1, 1, 1)),
    "articles and case": (
        [record("publish a list", "Director of the Office of X")],
        [record("Publish a list", "the director of Office of X")],
        Counts(1, 1, 1, 1, 1, 1, 1),
    ),
    "agencies by any name": (
        [record("publish a list", "agencies")],
        [record("publish a list", "executive departments and agencies")],
        Counts(1, 1, 1, 1, 1, 1, 1),
    ),
    "another official": (
        [record("publish a list")],
        [record("publish a list", "Attorney General")],
        Counts(1, 1, 1, 0, 1, 1, 0),
    ),
    "another deadline": (
        [record("publish a list", kind="relative", n=30, unit="days")],
        [record("publish a list", kind="relative", n=60, unit="days")],
        Counts(1, 1, 1, 1, 1, 0, 0),
    ),
    "one day and 1 days": (
        [record("publish a list", kind="relative", n=1, unit="day")],
        [record("publish a list", kind="relative", n=1, unit="days")],
        Counts(1, 1, 1, 1, 1, 1, 1),
    ),
    "the words of an event are not compared": (
        [record("publish a list", kind="event", n=1, unit="days", event="the sale")],
        [record("publish a list", kind="event", n=1, unit="days", event="the sale of land")],
        Counts(1, 1, 1, 1, 1, 1, 1),
    ),
    "another citation": ([record("publish a list")], [record("publish a list", cite="2(b)")], Counts(1, 1)),
    "another verb and other words": ([record("publish a list")], [record("end all programs")], Counts(1, 1)),
    "one is missed": ([record("publish a list"), record("end the program")], [record("end the program")], Counts(2, 1, 1, 1, 1, 1, 1)),
    "each pairs once": ([record("publish a list")] * 2, [record("publish a list")], Counts(2, 1, 1, 1, 1, 1, 1)),
    "nothing at all": ([], [], Counts()),
}  # fmt: skip


@pytest.mark.parametrize(("gold", "found", "counts"), PAIRS.values(), ids=PAIRS)
def test_records_pair_by_citation_and_words(gold: list[Reckoned], found: list[Reckoned], counts: Counts):
    assert score(gold, found, "14999").counts == counts


@pytest.mark.parametrize(
    ("one", "two", "share"),
    [
        ("publish a list", "publish a list", 1.0),
        ("publish a list", "publish the rules", 0.6),  # the same verb
        ("publish a list", "then publish a list", 0.5),  # every word, but another opening
        ("publish a list", "", 0.0),
        ("one two three four five six seven eight nine ten eleven twelve", "one two three four five six seven eight nine ten eleven twelve more", 1.0),
    ],
)  # fmt: skip
def test_actions_overlap_by_their_words(one: str, two: str, share: float):
    assert overlap(one, two) == pytest.approx(share)


def test_shares_of_nothing_are_whole_and_of_no_hit_nought():
    assert Counts().measures()["precision"] == 1.0
    assert Counts(gold=2, predicted=3).measures()["detection_f1"] == 0.0


def run_accuracy(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess:
    return run(sys.executable, "-m", "extractor.accuracy", *arguments, cwd=cwd, **environment)


def test_the_command_prints_a_row_for_each_order(shared: Path, tmp_path: Path):
    done = run_accuracy("--corpus", str(shared), "--gold", str(GOLD), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["order", *ORDERS, "all"]


def test_the_command_says_what_is_wrong_with_the_records(tmp_path: Path):
    (tmp_path / "14999.jsonl").write_text('{"cite": "2(a)"}\nno record\n', "utf-8")
    done = run_accuracy("--gold", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    assert "14999.jsonl:1: error: this is no annotated obligation" in done.stderr
    assert "14999.jsonl:2: error: this is no annotated obligation" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_records_is_a_problem(tmp_path: Path):
    with pytest.raises(ProblemsFound) as raised:
        annotated_orders(tmp_path)
    assert raised.value.problems[0].message == "there are no annotated orders here"


def test_without_texts_or_a_network_the_command_says_so(tmp_path: Path):
    environment = {"TRACKER_CORPUS": str(tmp_path), "TRACKER_FEDERAL_REGISTER": "http://127.0.0.1:9"}
    done = run_accuracy("--gold", str(GOLD), cwd=tmp_path, **environment)
    assert done.returncode == 1
    assert "fetched from the Federal Register by its number" in done.stderr
    assert "error:" in done.stderr and "Traceback" not in done.stderr


def test_the_about_page_shows_the_figures_and_the_command(site: Path):
    page = (site / "about" / "index.html").read_text("utf-8")
    figures = accuracy_figures()
    for row in (*figures.rows, figures.all):
        assert row.label in page
    assert percent(figures.all.full_f1) in page
    assert figures.command in page
