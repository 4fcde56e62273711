"""The annotated orders: the figures of every order may rise and never fall."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, run

from extractor.accuracy import accuracy_figures, percent
from extractor.accuracy.annotated import annotated_orders, scored, text_of
from extractor.accuracy.figures import committed_figures
from extractor.accuracy.first_reading import ASIDE_FILE, FILE, first_readings, keep_aside
from extractor.accuracy.judged import Sentence, is_found, judge, judged_sentences
from extractor.accuracy.marks import Marks, by_mark, marks_of
from extractor.accuracy.rows import SHARES, counts_of, label, rounded
from extractor.accuracy.scoring import Counts, Reckoned, Score, Verdict, annotated, overlap, score
from extractor.accuracy.tables import table
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


@pytest.mark.slow
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
    """Asked of the six orders and the summary that were annotated first."""
    orders = committed_figures()["orders"]
    first = [orders[name] for name in ("14028", "14144", "14307", "14383", "14409", "14413", "seed")]
    size = sum(row["gold"] for row in first)
    reached = {share: sum(row[share] * row["gold"] for row in first) / size for share in AT_LEAST}
    assert {share for share, least in AT_LEAST.items() if reached[share] < least} == set()
    assert min(row["detection_f1"] for row in first) >= WORST_DETECTION


def test_every_annotated_order_has_committed_figures():
    committed = committed_figures()["orders"]
    assert list(committed) == list(ORDERS)
    assert {name: row["gold"] for name, row in committed.items()} == {
        n: len(each.records) for n, each in ORDERS.items()
    }


def test_the_page_gets_each_order_by_measure():
    figures = accuracy_figures()
    assert [row.name for row in figures.rows] == list(ORDERS)
    assert figures.all.gold == sum(row.gold for row in figures.rows)
    assert figures.rows[0].label == f"Executive Order {figures.rows[0].name}"
    assert {"texts", "words", "labels_explained", "modals_lost", "without_actor"} <= figures.texts.keys()


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "100%"), (0.9966, "99.6%"), (0.99999, "99.9%"), (0.57, "57.0%"), (0.0, "0.0%")]
)
def test_a_share_is_never_rounded_up(share: float, words: str):
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.0056, "0.6%"), (0.0001, "0.1%"), (0.0, "0.0%"), (0.1, "10.0%"), (1.0, "100%")]
)
def test_a_share_of_faults_is_never_rounded_down(share: float, words: str):
    assert percent(share, of_faults=True) == words


@pytest.mark.slow
def test_the_figures_are_those_of_the_reference_scorer(shared: Path, scores: dict[str, Score], tmp_path: Path):
    pairs = []
    for name in ORDERS:
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(reading_json(read_reading(text_of(name, shared)))), "utf-8")
        pairs += [str(shared / "gold" / f"{name}.jsonl"), str(path)]
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), "--json", *pairs],
        capture_output=True,
        check=True,
        text=True,
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


@pytest.mark.slow
def test_the_command_prints_a_row_for_each_order_and_how_the_marks_do(shared: Path, tmp_path: Path):
    done = run_accuracy("--corpus", str(shared), "--gold", str(GOLD), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows, marks = done.stdout.split("\n\n")
    names = [line.split()[0] for line in rows.splitlines()]
    assert [name.split("…")[0] for name in names] == ["order", *(n if len(n) < 11 else n[:10] for n in ORDERS), "all"]
    assert [line.split("  ")[0] for line in marks.splitlines()] == [
        "marked for review",
        "marked ones wrong",
        "wrong ones marked",
        "faults told nobody",
    ]


@pytest.mark.slow
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


@pytest.mark.slow
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
    assert "&lt;" not in page  # no markup of a cell is shown as text
    for reading in figures.first:
        today = figures.now_together(reading)  # none for sets that are not among the annotated texts
        assert today is None or percent(today.full_f1) in page
        assert all(row.label in page for row in reading.rows)
        assert reading.commit in page and percent(reading.all.full_f1) in page


# Texts that no rule had seen


MEASURES = Counts(gold=14, predicted=13, paired=12, lead=11, through=12, deadline=9, full=8)


def test_the_first_reading_is_that_of_the_nineteen_sets():
    (first, *_) = first_readings()
    assert (first.commit, first.date, first.aside, len(first.rows)) == ("bae1664", date(2026, 11, 23), False, 19)
    assert (first.all.gold, round(first.all.full_f1, 3)) == (773, 0.681)
    assert first.row("14192").full_f1 == 0.4545 and first.row("14409") is None


def test_the_page_sets_the_first_reading_beside_now():
    figures = accuracy_figures()
    known = [row.name for row in figures.first[0].rows if figures.now(row.name)]
    assert known and all(figures.now(name).gold == figures.first[0].row(name).gold for name in known)
    assert figures.now("14999") is None


def test_the_texts_of_a_first_reading_together_are_those_that_are_annotated_now():
    figures = accuracy_figures()
    first = figures.first[0]
    assert figures.now_together(first).gold == first.all.gold
    assert figures.now_together(first).full_f1 > first.all.full_f1
    stranger = replace(first, rows=(*first.rows, replace(first.rows[0], name="14999")))
    assert figures.now_together(stranger) is None


def test_the_counts_behind_rounded_shares_come_back():
    assert counts_of(rounded(MEASURES.measures())) == MEASURES


def test_the_table_shows_the_first_reading_where_there_is_one():
    row = rounded(MEASURES.measures())
    lines = table({"orders": {"14192": row, "14409": row}, "all": row}, first_readings())
    assert lines[0].endswith("full-F1  first:  det-F1  full-F1")
    assert lines[1].endswith("0.909   0.455")
    assert lines[2] == lines[1].replace("14192", "14409").rsplit("  ", 2)[0].rstrip()[: len(lines[2])]
    assert "first:" not in table({"orders": {"14409": row}, "all": row}, first_readings())[0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("13777", "Executive Order 13777"),
        ("seed", "A news summary of an order"),
        ("all", "All together"),
        ("2025-02-04-national-security-presidential-memorandum-nspm-2", "Memorandum of February 4, 2025 (NSPM-2)"),
        ("2031-07-04-memorandum-on-clean-water", "Memorandum of July 4, 2031 (clean water)"),
        ("2031-12-01-national-security-memorandum-on-ports", "Memorandum of December 1, 2031 (ports)"),
        (
            "2031-01-26-memorandum-on-a-title-that-is-far-too-long-for-a-name-of-a-fi",
            "Memorandum of January 26, 2031 (a title that is far too long for a name of a …)",
        ),
    ],
)
def test_a_text_has_a_name_for_people(name: str, shown: str):
    assert label(name) == shown


def git(folder: Path, *arguments: str) -> None:
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    environment = os.environ | {"GIT_COMMITTER_DATE": "2031-08-01T12:00:00Z"}
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with one commit, of August 1, 2031."""
    folder = tmp_path / "checkout"
    (folder / "extractor").mkdir(parents=True)
    (folder / "extractor" / "rules.py").write_text("RULES = ()\n", "utf-8")
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "The rules")
    return folder


def test_the_sets_put_aside_are_scored_once(checkout: Path, tmp_path: Path):
    row = rounded(MEASURES.measures())
    commit = keep_aside({"14999": row}, 0.25, checkout, tmp_path)
    (tmp_path / FILE).write_text(json.dumps({"commit": "abc", "date": "2031-01-01", "orders": {}}), "utf-8")
    before, aside = first_readings(tmp_path)
    assert (before.aside, aside.aside, aside.commit, aside.date) == (False, True, commit, date(2031, 8, 1))
    assert (before.silent, aside.silent) == (None, 0.25)
    assert (aside.all.gold, percent(aside.all.full_f1)) == (14, "59.2%")
    assert [each.label for each in aside.rows] == ["Executive Order 14999"]
    with pytest.raises(ProblemsFound) as raised:
        keep_aside({"14999": row}, 0.25, checkout, tmp_path)
    assert raised.value.problems[0].message == "the sets put aside were scored before"
    keep_aside({"15000": row}, 0.25, checkout, tmp_path)  # another group, put aside later
    assert [[each.name for each in reading.rows] for reading in first_readings(tmp_path)] == [[], ["14999"], ["15000"]]


def test_a_first_scoring_stands_for_a_commit(checkout: Path, tmp_path: Path):
    (checkout / "extractor" / "rules.py").write_text("RULES = (1,)\n", "utf-8")
    with pytest.raises(ProblemsFound) as raised:
        keep_aside({}, 0.0, checkout, tmp_path)
    assert "no commit can stand for its figures" in raised.value.problems[0].message
    with pytest.raises(ProblemsFound):
        keep_aside({}, 0.0, tmp_path / "nowhere", tmp_path)
    assert not (tmp_path / ASIDE_FILE).exists()


# Review marks


def test_every_found_obligation_gets_a_verdict():
    wanted = [record("publish a list"), record("end the program", kind="fixed", date="2031-01-01")]
    found = [
        Reckoned("2(a)", "publish a list", ("Secretary of Labor",), (), ("none",), review=("look",)),
        Reckoned("2(a)", "end the program", ("Secretary of Labor",), (), ("none",)),
        Reckoned("2(b)", "sign", ("Secretary of Labor",), (), ("none",), review=("look", "twice")),
    ]
    verdicts = score(wanted, found, "14999").verdicts
    assert verdicts == (Verdict(("look",), False), Verdict((), True), Verdict(("look", "twice"), True))
    assert marks_of(verdicts) == Marks(obligations=3, marked=2, wrong=2, wrong_marked=1)
    assert by_mark(verdicts) == {"look": (2, 1), "twice": (1, 1)}


def test_marks_are_measured_by_share_precision_and_recall():
    measures = Marks(obligations=50, marked=5, wrong=4, wrong_marked=3).measures()
    assert (measures["share"], measures["precision"], measures["recall"]) == (0.1, 0.6, 0.75)
    assert Marks(0, 0, 0, 0).measures()["recall"] == 1.0


# Judged sentences


HEAD = "order,citation,verdict,words in the sentence\n"


def test_a_sentence_is_found_at_its_citation_by_its_words(shared: Path):
    order = text_of("14409", shared)
    reading = read_reading(order)
    duty = reading.obligations[0]
    words = duty.quote.replace(" ", "\n ", 2)
    assert is_found(Sentence("14409", f"Sec. {duty.citation}", True, words), reading)
    assert not is_found(Sentence("14409", "9(z)", True, words), reading)
    assert not is_found(Sentence("14409", duty.citation, True, f"{words} and more"), reading)
    sentences = [
        Sentence("14409", duty.citation, verdict, text) for verdict in (True, False) for text in (words, "none")
    ]
    judged = judge([*sentences, sentences[0]], shared)
    assert (judged.duties, judged.found, judged.others, judged.left_out) == (3, 2, 2, 1)
    assert [line.split(":")[0] for line in judged.misses] == [
        f"14409 NOT FOUND {duty.citation}",
        f"14409 NOT LEFT OUT {duty.citation}",
    ]


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        ("order,citation,words\n", "there is no column verdict", 1),
        (HEAD + "14409,2(a),duty,shall\n14409,2(a),maybe,shall\n", "this is no verdict", 3),
    ],
)
def test_a_faulty_file_of_sentences_is_a_problem(tmp_path: Path, content: str, message: str, line: int):
    (tmp_path / "sentences.csv").write_text(content, "utf-8")
    with pytest.raises(ProblemsFound) as raised:
        judged_sentences(tmp_path / "sentences.csv")
    assert [(each.message, each.line) for each in raised.value.problems] == [(message, line)]


@pytest.mark.slow
def test_the_command_judges_sentences(shared: Path, tmp_path: Path):
    (tmp_path / "sentences.csv").write_text(HEAD + '14409,9(z),duty,"no such, words"\n14409,1,no duty,none\n', "utf-8")
    done = run_accuracy("--corpus", str(shared), "--judged", "sentences.csv", "--misses", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "14409 NOT FOUND 9(z): no such, words",
        "duties found        0 of 1",
        "others left out     1 of 1",
    ]


@pytest.mark.slow
def test_the_sets_put_aside_are_kept_only_from_a_folder_of_their_own(tmp_path: Path):
    done = run_accuracy("--write-aside", cwd=tmp_path)
    assert (done.returncode, "stands with --gold DIR" in done.stderr) == (2, True)
