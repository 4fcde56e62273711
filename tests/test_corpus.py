"""Every text of the corpus: what must hold in each reading, whatever the order says."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from conftest import run
from readings import read
from timing import ASKED, processor_seconds

from extractor.accuracy.texts import Texts, founded, lost_modals, peak_memory, read_texts, text_files
from extractor.model import Reading
from extractor.pipeline import read_order, read_reading
from extractor.problems import ProblemsFound

TEXTS = 608  # at least; the same order may be there in several formats
REFERENCES_RESOLVED = 0.995  # the others are dead in the texts themselves
LABELS_EXPLAINED = 0.995
WITHOUT_ACTOR = 0.03
TOKENISED = 16  # times that a text could be cut into tokens while it is read; 9 is what is asked of a quiet machine
MEMORY = 400 * 2**20


@pytest.fixture(scope="session")
def texts(corpus: Path) -> Texts:
    """One run over the whole corpus, in a process of its own so that its memory is its own."""
    script = (
        "import pickle, sys, time; from pathlib import Path; from extractor.accuracy.texts import *; "
        "files = text_files(Path(sys.argv[1])); load(); started = time.perf_counter(); results = tuple(read_texts(files)); "
        "sys.stdout.buffer.write(pickle.dumps(Texts(results, time.perf_counter() - started, peak_memory())))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(corpus)], capture_output=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    return pickle.loads(done.stdout)


def test_every_text_is_read(texts: Texts):
    assert [problem.as_text() for each in texts.results for problem in each.problems] == []
    assert texts.measures()["texts"] >= TEXTS


def test_the_outline_explains_the_labels(texts: Texts):
    worst = sorted(texts.results, key=lambda each: -each.unexplained)[:10]
    assert texts.measures()["labels_explained"] >= LABELS_EXPLAINED, [(each.file, each.unexplained) for each in worst]


def test_an_orders_references_to_itself_lead_to_paragraphs(texts: Texts):
    measures = texts.measures()
    assert measures["references"] > 2000
    assert measures["references_resolved"] >= REFERENCES_RESOLVED, [
        line for each in texts.results for line in each.dead
    ]


def test_every_quotation_stands_where_its_span_says(texts: Texts):
    assert [fault for each in texts.results for fault in each.inexact] == []


def test_no_modal_is_lost(texts: Texts):
    assert [fault for each in texts.results for fault in each.lost] == []


def test_every_due_date_has_its_phrase_in_the_text(texts: Texts):
    assert [fault for each in texts.results for fault in each.unfounded] == []
    assert texts.measures()["dated"] > 1000


def test_few_obligations_have_nobody_responsible(texts: Texts):
    assert texts.measures()["without_actor"] < WITHOUT_ACTOR


def test_the_corpus_is_read_in_bounded_memory(texts: Texts):
    assert texts.measures()["memory"] < MEMORY


def test_reading_takes_a_few_times_as_long_as_cutting_into_tokens(corpus: Path):
    """By the same texts in one run, so that the machine does not matter; by turns, and asked again before it is believed."""
    files = [path for path in text_files(corpus) if path.suffix == ".md"][:25]
    orders = [read_order(path.read_bytes(), path.name, path.stem) for path in files]
    tokens = spacy.blank("en")
    times = []
    for _ in range(ASKED):
        cutting = processor_seconds(lambda each: [tokens(order.body) for order in each], orders)
        times.append(processor_seconds(lambda each: [read_reading(order) for order in each], orders) / cutting)
        if min(times) < TOKENISED:
            break
    assert min(times) < TOKENISED, times


def test_two_processes_read_the_same(corpus: Path):
    files = text_files(corpus)[:12]
    plain = [(each.file, each.words, each.obligations, each.lost) for each in read_texts(files)]
    assert [(each.file, each.words, each.obligations, each.lost) for each in read_texts(files, jobs=2)] == plain


# The measures themselves are measured: each must see the fault that it is there to see.
SENTENCE = "Within 30 days of the date of this order, the Secretary of Labor shall report. The Board may meet."


def test_a_modal_that_no_record_accounts_for_is_seen():
    reading = read(SENTENCE)
    assert lost_modals(reading) == ()
    shorn = Reading(reading.order, reading.paragraphs, (), reading.not_obligations)
    assert [modal for modal, _ in lost_modals(shorn)] == ["shall"]


def test_equal_records_account_for_each_of_their_modals():
    assert lost_modals(read("The Council shall consist of five members and shall consist of no others.")) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("30 days", 30),
        ("thirty (30) days", 30),
        ("forty-five days", 45),
        ("one hundred eighty days", 180),
        ("6 months", 6),
    ],
)
def test_a_date_is_founded_on_the_number_in_its_phrase(words: str, number: int):
    reading = read(f"Within {words} of the date of this order, the Secretary of Labor shall report.")
    (found,) = reading.obligations
    assert found.deadline.amount == number
    assert founded(found, reading.order.body)
    assert not founded(found, reading.order.body.replace(words, "99 days"))


def test_memory_is_measured_or_unknown():
    assert peak_memory() == 0 or peak_memory() > 10 * 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="proc(5) is Linux's")
def test_the_memory_of_a_process_is_not_that_of_the_one_that_started_it():
    script = "from extractor.accuracy.texts import peak_memory; print(peak_memory())"
    held = b"x" * (300 * 2**20)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=True)
    assert 0 < int(done.stdout) < len(held)


def test_a_folder_without_texts_is_a_problem(tmp_path: Path):
    with pytest.raises(ProblemsFound, match="error: "):
        text_files(tmp_path)


@pytest.mark.slow
def test_the_command_reads_a_folder(tmp_path: Path):
    (tmp_path / "14999.md").write_text(
        "# An Order\n\nSection 1. Work. The Secretary of Labor shall report. It is so ordered.\n", "utf-8"
    )
    done = run(sys.executable, "-m", "extractor.accuracy", "--texts", str(tmp_path), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["texts", "read", "1"]


@pytest.mark.slow
def test_the_command_names_the_text_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "empty.md").write_text("", "utf-8")
    done = run(sys.executable, "-m", "extractor.accuracy", "--texts", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    assert "empty.md: error: the file is empty" in done.stderr


def test_a_text_on_which_the_program_fails_costs_no_other_its_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("first.md", "second.md", "third.md"):
        (tmp_path / name).write_text(f"# {name}\n\nSection 1. Work. The Secretary of Labor shall report.\n", "utf-8")
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: [][1] if file.name == "second.md" else whole(file))
    first, second, third = read_texts(text_files(tmp_path))
    assert (first.obligations, second.obligations, third.obligations) == (1, 0, 1)
    (problem,) = second.problems
    assert problem.file.endswith("second.md")
    assert "IndexError" in problem.message
