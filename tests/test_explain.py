"""Explanations: the rules that matched, in order and with their words; the reading; what was rejected and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, run_tracker
from readings import read

from extractor.commands.explain import as_lines, place_and_citation, shown
from extractor.find.explanation import ExplainedSentence, cited, explain, sentence_order
from extractor.model import Span
from extractor.pipeline import read_reading
from extractor.problems import ProblemsFound

ORDER = "source/eo-14409/order.md"
SENTENCE = (
    "Within 30 days of the date of this order, the Secretary of Labor, acting through the Chief Statistician and in "
    "consultation with the Attorney General, shall publish a list that agencies may use."
)


def explained(text: str) -> ExplainedSentence:
    """The first sentence of a text, explained."""
    return explain(read_reading(sentence_order(text)))[0].sentences[0]


def test_the_steps_stand_in_the_order_in_which_words_are_consumed():
    steps = explained(SENTENCE).steps
    assert [(step.rule, step.span.of(SENTENCE)) for step in steps] == [
        ("deadline.within-of-this-order", "Within 30 days of the date of this order"),
        ("role.through", "acting through"),
        ("role.consultation", "and in consultation with"),
        ("modal.shall", "shall"),
        ("modal.may", "may"),
        ("actor.responsible", "the Secretary of Labor"),
        ("actor.through", "the Chief Statistician"),
        ("actor.consulted", "the Attorney General"),
    ]
    assert steps[0].note == "relative; sets the time of p1"


def test_the_reading_and_what_was_rejected_stand_beside_the_steps():
    sentence = explained(SENTENCE)
    assert [(each.key, each.responsible) for each in sentence.obligations] == [("p1", ("Secretary of Labor",))]
    assert [(each.modal, each.reason) for each in sentence.rejected] == [("may", "permission")]


@pytest.mark.parametrize(
    ("text", "rule", "note"),
    [
        ("The Secretary of Labor shall sign contracts for plants that will operate by the end of 2027.", "deadline.by-end-of-year", "fixed; sets no duty’s time"),
        ("The Secretary of Labor shall write a rule through which owners may appeal.", "role.through", "no name of the subject’s follows: not used"),
        ("The report shall be made by the Secretary of Labor, in consultation with the Attorney General.", "role.consultation", "who is consulted follows"),
        ("No agency shall buy such devices.", "actor.responsible", "a prohibition: it opens with “no” or “neither”"),
        ("Agencies shall report.", "actor.responsible", "a name for many"),
        ("The report shall include the costs.", "actor.none", "no official stands before it"),
        ("I hereby direct the Secretary of Labor to report.", "modal.i-direct", "orders in the first person"),
        ("Agencies should report.", "modal.should", "encourages"),
    ],
)  # fmt: skip
def test_a_step_says_what_became_of_its_words(text: str, rule: str, note: str):
    assert note in [step.note for step in explained(text).steps if step.rule == rule]


LIST = """(a) Within 30 days of the date of this order, the Secretary of Labor shall:
(i) publish a list. The Attorney General shall review it; and
(ii) keep the rules.
(b) Agencies may help."""


@pytest.mark.parametrize(
    ("wanted", "citation"),
    [
        ("2(a)(i)", "2(a)(i)"), ("2-a-i", "2(a)(i)"), ("2-a-i_2", "2(a)(i)"), ("eo-14999/2-a-i", "2(a)(i)"), ("Sec. 2(a)", "2(a)"),
        ("section 2 (b)", "2(b)"), ("§ 2(b)", "2(b)"), ("2(c)", None), ("", None), ("2-a-i_9", None),
    ],
)  # fmt: skip
def test_a_paragraph_is_named_by_citation_or_key(wanted: str, citation: str | None):
    assert cited(read(LIST), wanted) == citation


def test_an_item_is_shown_with_its_lead_in_and_all_its_sentences():
    (item,) = explain(read(LIST), "2(a)(i)")
    assert item.lead_in and item.lead_in.citation == "2(a)"
    assert [[each.key for each in sentence.obligations] for sentence in item.sentences] == [["2-a-i"], ["2-a-i_2"]]
    assert item.sentences[0].obligations[0].deadline.inherited


def test_without_a_citation_every_paragraph_that_says_something_is_explained():
    text = "(a) Lists are of use.\n(b) The Secretary of Labor shall publish a list."
    assert [each.paragraph.citation for each in explain(read(text))] == ["2(b)"]


def test_a_passage_that_is_set_aside_as_a_whole_has_no_steps():
    text = """Sec. 2. Work. The Secretary of Labor shall publish a list.
    Sec. 3. General Provisions. (a) The Secretary of Labor shall bear the costs."""
    (paragraph,) = explain(read(text), "3(a)")
    (sentence,) = paragraph.sentences
    assert (sentence.passed_over, sentence.steps) == (True, ())
    assert [each.reason for each in sentence.rejected] == ["general-provision"]


@pytest.mark.parametrize(
    ("argument", "place", "citation"),
    [
        (str(ROOT / ORDER), str(ROOT / ORDER), None),
        (f"{ROOT / ORDER}#2(c)", str(ROOT / ORDER), "2(c)"),
        ("missing.md#2(c)", "missing.md", "2(c)"),
        ("missing.md", "missing.md", None),
        ("14413#2(a)", "14413", "2(a)"),
        ("-", "-", None),
        ("Agencies shall report.", None, None),
        ("Agencies shall use form #12.", None, None),
        ("a" * 5000, None, None),
    ],
)
def test_the_argument_is_a_file_a_number_or_a_sentence(argument: str, place: str | None, citation: str | None):
    assert place_and_citation(argument) == (place, citation)


def test_spans_are_those_of_the_text():
    order = sentence_order("  Agencies   shall report. \n\n The Board shall\tmeet. ")
    assert order.body == "Agencies shall report.\n\nThe Board shall meet."
    assert [block.span.of(order.body) for block in order.blocks] == ["Agencies shall report.", "The Board shall meet."]
    assert order.blocks[1].span == Span(24, 45)


def test_control_characters_of_a_source_reach_no_terminal():
    assert shown("a\x1b[31mb\u202ec") == "a [31mb c"
    reading = read_reading(sentence_order("Agencies shall\x1b]0;x\x07 report."))
    assert not any("\x1b" in line or "\x07" in line for line in as_lines(reading, explain(reading)))


@pytest.mark.slow
def test_the_command_explains_a_paragraph_of_the_shipped_order():
    done = run_tracker("explain", f"{ORDER}#2(c)", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "deadline.within-of-this-order",
        "role.through",
        "2-c: duty",
        "signed June 2, 2026 + 30 days = July 2, 2026",
    ):
        assert words in done.stdout


@pytest.mark.slow
def test_the_command_explains_any_sentence(tmp_path: Path):
    done = run_tracker("explain", SENTENCE, "--signed", "2026-06-02", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "p1: duty" in done.stdout and "July 2, 2026" in done.stdout
    assert "“may”: permission" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("argument", "messages"),
    [
        (
            f"{ORDER}#2(cc)",
            ["order.md: error: the text has no such paragraph", "found:   2(cc)", "did you mean “2(c)”?"],
        ),
        ("missing.md#2(c)", ["missing.md: error: there is no such file"]),
        (" ", ["there is nothing to explain"]),
        ("source", ["source: error: this is a folder"]),
    ],
)
def test_bad_input_gets_a_problem(argument: str, messages: list[str]):
    done = run_tracker("explain", argument, cwd=ROOT)
    assert (done.returncode, done.stdout) == (1, "")
    assert all(message in done.stderr for message in messages), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_bad_usage_ends_with_2():
    assert run_tracker("explain", cwd=ROOT).returncode == 2
    assert run_tracker("explain", "x", "--signed", "soon", cwd=ROOT).returncode == 2


def test_a_reading_that_holds_nothing_says_so():
    with pytest.raises(ProblemsFound):
        place_and_citation("")
    reading = read_reading(sentence_order("Good morning."))
    assert list(as_lines(reading, explain(reading))) == [
        "Nothing in this text obliges anybody, sets a time, or could be taken for a duty."
    ]
