"""``tracker from-issue``: the forms, what they become, and what hostile bodies become (nothing)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_1_2 import load_yaml

from extractor.commands.from_issue import entered
from extractor.intake.answer_text import answer_text, plain
from extractor.intake.apply_report import with_correction
from extractor.intake.issue_form import FORMS, LARGEST, read_form
from extractor.intake.reports import LONGEST, NO_DUTY, OrderReport, ReadingReport, read_report
from extractor.problems import Problem, ProblemsFound
from extractor.source.entry_fields import EntryFields

LOG = """# What people wrote: it stays.
checked: 2026-07-04
log:
  2-c:  # of CISA
    - date: 2026-06-10
      note: >-
        Two lines
        of words.
      basis: claimed
  2-d:
    - date: 2026-07-02
      note: 'quoted'   # and commented
      basis: claimed

  2-e:  # nothing yet
  3-b:
    - date: 2026-07-01
      status: in-progress
      basis: claimed
"""
FULL_LOG = LOG.replace("  2-e:  # nothing yet\n", "")
DAY = date(2026, 7, 20)
EVIDENCE = "https://home.treasury.gov/news/press-releases Department of the Treasury, press releases"
DONE = {"obligation": "eo-14409/2-d", "date": "2026-07-14", "status": "completed", "evidence": EVIDENCE}


@pytest.fixture
def project(project: Path) -> Path:
    """The project with the log above in the place of its own."""
    (project / "source/eo-14409/progress.yml").write_text(FULL_LOG, "utf-8")
    return project


def body(form: str = "report-progress", **answers: str) -> bytes:
    """A body as GitHub writes it: every question of the form, and what was answered."""
    blocks = [f"### {heading}\n\n{answers.get(field, '_No response_')}" for field, heading in FORMS[form].items()]
    return "\n\n".join(blocks).encode("utf-8")


def refused(project: Path, raw: bytes) -> tuple[Problem, ...]:
    """The problems of a body that is refused; no file has changed."""
    files = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    with pytest.raises(ProblemsFound) as found:
        entered(raw, project / "source", project)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == files
    return found.value.problems


# The forms


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_what_the_program_reads(form: str):
    asked = load_yaml((ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_bytes())
    fields = [each for each in asked["body"] if each["type"] != "markdown"]
    assert {each["id"]: each["attributes"]["label"] for each in fields} == FORMS[form]
    assert asked["labels"] == [form]
    assert f"contains(github.event.issue.labels.*.name, '{form}')" in (
        ROOT / ".github/workflows/from-issue.yml"
    ).read_text("utf-8")


def test_the_choices_of_a_form_are_those_of_the_log():
    asked = load_yaml((ROOT / ".github/ISSUE_TEMPLATE/report-progress.yml").read_bytes())
    options = {each.get("id"): each["attributes"].get("options") for each in asked["body"]}
    schema = EntryFields.model_json_schema()["properties"]
    assert options["status"] == schema["status"]["anyOf"][0]["enum"] and options["basis"] == schema["basis"]["enum"]


def test_there_is_no_other_form():
    names = {path.stem for path in (ROOT / ".github/ISSUE_TEMPLATE").iterdir()}
    assert names == {*FORMS, "config"}


# Progress


NEWS = {"url": "https://home.treasury.gov/news/press-releases", "title": "Department of the Treasury, press releases"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "entry"),
    [
        (DONE, {"date": "2026-07-14", "status": "completed", "evidence": [NEWS], "basis": "claimed"}),
        (
            {"obligation": "eo-14409/4", "date": "2026-07-01", "note": 'He said: "no"\n# - x: {y}\n\nand\\more', "basis": "verified",
             "evidence": EVIDENCE},
            {"date": "2026-07-01", "note": 'He said: "no" # - x: {y} and\\more', "evidence": [NEWS], "basis": "verified"},
        ),
        (
            {"obligation": "eo-14409/2-c", "date": "2026-07-02", "note": "x", "evidence": "- [A [b](https://example.org/a)\n* <https://example.org/b>  B c", "basis": "claimed"},
            {"date": "2026-07-02", "note": "x", "evidence": [{"url": "https://example.org/a", "title": "A [b"}, {"url": "https://example.org/b", "title": "B c"}], "basis": "claimed"},
        ),
        (
            {"obligation": "eo-14409/2-e", "date": "2026-07-02", "note": "The Office asked for more time.", "due": "2026-09-01", "evidence": EVIDENCE},
            {"date": "2026-07-02", "note": "The Office asked for more time.", "evidence": [NEWS], "basis": "claimed", "due": "2026-09-01"},
        ),
    ],
    ids=["completed", "a key that is new", "several records", "an extension"],
)  # fmt: skip
def test_a_report_becomes_an_entry_and_every_other_line_stays(project: Path, answers: dict, entry: dict):
    file = project / "source/eo-14409/progress.yml"
    before = file.read_text("utf-8")
    title, changed = entered(body(**answers), project / "source", project)
    key = answers["obligation"].partition("/")[2]
    after = file.read_text("utf-8")
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines()), "another line has changed"
    read = load_yaml(after)["log"][int(key) if key.isdigit() else key][-1]
    assert read.pop("recorded")
    assert {name: str(value) if name in ("date", "due") else value for name, value in read.items()} == entry
    assert title.startswith(
        f"Progress of {answers['obligation']}: {answers.get('status', 'a note')}, {answers['date']}"
    )
    assert changed == "changed: source/eo-14409/progress.yml"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "heading", "message"),
    [
        ({"obligation": "eo-14409/2-z"}, "Obligation", "no such obligation"),
        ({"obligation": "eo-14490/2-d"}, "Obligation", "no such order"),
        ({"obligation": "eo-14409"}, "Obligation", "no obligation’s id"),
        ({"obligation": "../../etc/2-d"}, "Obligation", "no obligation’s id"),
        ({"obligation": "eo-14409/../2-d"}, "Obligation", "no obligation’s id"),
        ({"obligation": "_No response_"}, "Obligation", "no obligation is named"),
        ({"date": "8/1/2026"}, "Day on which it happened", "not a date"),
        ({"date": "2026-02-30"}, "Day on which it happened", "no such day"),
        ({"date": "_No response_"}, "Day on which it happened", "not filled in"),
        ({"date": "2036-07-14"}, "the new entry", "in the future"),
        ({"date": "2026-05-01"}, "the new entry", "before the order was signed"),
        ({"status": "finished"}, "Status", "unknown value"),
        ({"basis": "certain"}, "Basis", "unknown value"),
        ({"evidence": "_No response_"}, "the new entry", "completed without evidence"),
        ({"evidence": "https://example.org/"}, "Evidence", "words after the address are missing"),
        ({"evidence": "javascript:alert(1) x"}, "Evidence", "not a web address"),
        ({"evidence": "https://user:pass@example.org/ x"}, "Evidence", "not a web address"),
        ({"evidence": "file:///etc/passwd x"}, "Evidence", "not a web address"),
        ({"evidence": "\n".join(["https://example.org/ x"] * 11)}, "Evidence", "too many lines"),
        ({"status": "_No response_"}, "the form", "the report says nothing"),
        ({"note": "x" * (LONGEST["note"] + 1)}, "What happened", "too long"),
        ({"note": "a\u202eb"}, "What happened", "cannot be seen"),
        ({"note": "a\u200bb"}, "What happened", "cannot be seen"),
        ({"note": "a\x1b[31mb"}, "What happened", "cannot be seen"),
        ({"note": "a\x00b"}, "What happened", "cannot be seen"),
        ({"evidence": "https://ex\u2066ample.org x"}, "Evidence", "cannot be seen"),
        ({"note": "x\n### Status\n\nrescinded"}, "Status", "answered twice"),
        ({"note": "x\n### Order\n\nrescinded"}, "the form", "a heading that the form does not have"),
        ({"due": "2026-09-01"}, "the new entry", "extension without"),
    ],
)  # fmt: skip
def test_a_report_with_something_wrong_changes_nothing(project: Path, answers: dict, heading: str, message: str):
    problems = refused(project, body(**DONE | answers))
    assert any(heading in problem.file and message in problem.message for problem in problems), problems


def test_all_that_is_wrong_is_said_at_once(project: Path):
    problems = refused(project, body(**{"obligation": "2-d", "date": "soon", "status": "finished", "evidence": "x y"}))
    assert {problem.file for problem in problems} >= {"Obligation", "Day on which it happened", "Status", "Evidence"}


@pytest.mark.parametrize(
    "raw",
    [b"", b"Hello", b"\xff\xfe\x00", b"### ", b"###Obligation\n\nx", b"### Obligation\n\neo-14409/2-d", b"x\n" + body(**DONE),
     body(**DONE).replace(b"\n\n", b"\n\n\xff", 1), b"x" * (LARGEST + 1), b"### Status\n" * 5000, b"### What happened\n\n" + b"> " * 20_000],
)  # fmt: skip
def test_a_body_that_is_no_form_is_refused(project: Path, raw: bytes):
    problems = refused(project, raw)
    assert 0 < len(problems) <= 20 and len(answer_text(problems)) < 20_000


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode), st.sampled_from([*FORMS, "-"]))
def test_whatever_the_body_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes, form: str):
    whole = raw if form == "-" else body(form, **dict.fromkeys(FORMS[form], raw.decode("utf-8", "replace")))
    try:
        read_report(read_form(whole), ROOT / "source", DAY)
    except ProblemsFound as found:
        assert answer_text(found.problems)


# A wrong reading


HEAD = 'corrections:\n  - id: "eo-14409/2-c"\n    date: 2026-07-20\n'


def correction(**answers: str) -> ReadingReport:
    given = {"obligation": "eo-14409/2-c", "change": "The values below", "reason": "Section 2(c) says so."} | answers
    return read_report(read_form(body("wrong-reading", **given)), ROOT / "source", DAY)


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            {"responsible": "Secretary of War\n- Attorney General", "shown": "Responsible: x"},
            HEAD + '    set:\n      responsible: ["Secretary of War", "Attorney General"]\n    reason: "Section 2(c) says so."\n',
        ),
        (
            {"action": 'say "yes": #1', "through": "Director of the NSA"},
            HEAD + '    set:\n      through: ["Director of the NSA"]\n      action: "say \\"yes\\": #1"\n    reason: "Section 2(c) says so."\n',
        ),
        ({"change": NO_DUTY}, HEAD + '    reject: true\n    reason: "Section 2(c) says so."\n'),
    ],
)  # fmt: skip
def test_a_wrong_reading_becomes_a_correction(answers: dict, lines: str):
    assert with_correction("", correction(**answers), DAY) == lines
    for above in (lines, "# One commented example\ncorrections:\n", "# Nothing but comments\n"):
        text = with_correction(above, correction(change=NO_DUTY), DAY)
        ids = [each["id"] for each in load_yaml(text)["corrections"]]
        assert text.startswith(above) and ids == ["eo-14409/2-c"] * (2 if above == lines else 1)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({}, "no right value is given"),
        ({"change": NO_DUTY, "action": "x"}, "no right values"),
        ({"reason": "_No response_", "action": "x"}, "no reason is given"),
    ],
)
def test_a_correction_that_says_nothing_is_refused(answers: dict, message: str):
    with pytest.raises(ProblemsFound) as found:
        correction(**answers)
    assert any(message in problem.message for problem in found.value.problems)


@pytest.mark.slow
def test_a_correction_of_no_obligation_is_refused(project: Path):
    given = {"obligation": "eo-14409/9", "change": NO_DUTY, "reason": "x"}
    assert "no such obligation" in refused(project, body("wrong-reading", **given))[0].message


# An order to add


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("14413", "14413"), ("EO 14413", "14413"), ("2026-11500", "2026-11500"),
        ("https://www.federalregister.gov/documents/2026/06/05/2026-11500/x", "2026-11500"),
        ("https://www.whitehouse.gov/presidential-actions/2026/06/some-order/", "https://www.whitehouse.gov/presidential-actions/2026/06/some-order/"),
    ],
)  # fmt: skip
def test_an_order_is_named_by_a_number_or_its_address(words: str, source: str):
    assert read_report(read_form(body("add-an-order", source=words)), ROOT / "source", DAY) == OrderReport(source)


@pytest.mark.parametrize(
    "words",
    ["14409", "--help", "-", "source/eo-14409/order.md", "https://example.org/14413", "https://whitehouse.gov.example.org/x",
     "http://www.whitehouse.gov/x", "https://www.whitehouse.gov/x;rm", "14413; rm -rf /", "$(x)", "_No response_"],
)  # fmt: skip
def test_anything_else_names_no_order(words: str):
    with pytest.raises(ProblemsFound):
        read_report(read_form(body("add-an-order", source=words)), ROOT / "source", DAY)


# The comment


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@octocat", "&#64;&#8288;octocat"), ("#12", "&#35;&#8288;12"), ("<b>", "&#60;b&#62;"), ("a_b_", "a&#95;b&#95;"), ("`x`", "&#96;x&#96;"),
        ("[a](https://b.c)", "&#91;a&#93;(https:&#47;&#47;b&#46;&#8288;c)"), ("*x*\n# y", "&#42;x&#42; &#35;&#8288; y"), ("&lt;", "&#38;lt;"),
        ("www.evil.example", "www&#46;&#8288;evil&#46;&#8288;example"), ("a\u202eb\x07", "ab"),
    ],
)  # fmt: skip
def test_what_a_comment_quotes_is_only_text(text: str, shown: str):
    assert plain(text) == shown


def test_the_comment_says_what_to_fix():
    problem = Problem(
        "Status", 9, 1, "unknown value", "finished", "in-progress, completed", "did you mean “completed”?"
    )
    assert answer_text([problem]).splitlines()[2] == (
        "- **Status** (line 9 of the report): unknown value. Found: finished. Allowed: in-progress, completed. "
        "Likely fix: did you mean “completed”?"
    )
