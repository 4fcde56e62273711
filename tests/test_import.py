"""``tracker import``: what it writes, what it keeps, and what it refuses with nothing written."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import Run

from extractor.intake.import_order import Request, plan_import
from extractor.intake.origin import chosen_id, file_id, read_origin
from extractor.intake.write_order_md import order_md
from extractor.model import Block, Order, Span
from extractor.outline.outline import outline
from extractor.pipeline import read_order, read_reading
from extractor.problems import ProblemsFound
from extractor.read.raw import RawBlock, join_blocks
from extractor.register.corrections_yml import empty_corrections
from extractor.yaml.schema_line import first_line

PAGE = """---
title: Mending the Bridges of the Parks
date: '2026-03-09'
---

By the authority vested in me as President, it is hereby ordered:

<u>Section 1</u>.  Purpose.  Bridges wear out.

<u>Sec</u>. 2.  Duties.  (a)  Within 30 days of the date of this order, the Secretary of the Interior shall list the
bridges.

\\(b\\)  The Secretary of Transportation shall, within 90 days of the date of this order, inspect them.

THE WHITE HOUSE,

    March 3, 2026.
"""
WITHOUT_B = PAGE.replace(
    "\\(b\\)  The Secretary of Transportation shall, within 90 days of the date of this order, inspect them.\n", ""
)
LOG = "checked: 2026-04-01\nlog:\n  2-b:\n    - date: 2026-03-20\n      note: Inspections began.\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A project with an empty source/ and the sample page beside it."""
    (tmp_path / "source").mkdir()
    (tmp_path / "15001.md").write_text(PAGE, "utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


MADE = [f"eo-15001/{name}" for name in ("corrections.yml", "order.md", "progress.yml")]


def test_a_page_becomes_an_order(tracker: Run, work: Path):
    done = tracker("import", "15001.md", cwd=work)
    assert (done.returncode, done.stderr) == (
        0,
        "The text states no number. Its id is “eo-15001”, for good once it is published; --as eo-NUMBER gives it both.\n",
    )
    assert "2 obligations" in done.stdout and "signed 2026-03-03" in done.stdout
    text = (work / "source/eo-15001/order.md").read_text("utf-8")
    assert text.startswith(
        f"---\n{first_line('order')}\nid: eo-15001\nkind: executive order\ntitle: Mending the Bridges of the Parks\nsigned: 2026-03-03\n"
        "text: official\n"
        f"source_sha256: {hashlib.sha256(PAGE.encode()).hexdigest()}\n---\n\nBy the authority"
    )
    assert "\n\n## Sec. 2. Duties.\n\n(a) Within 30 days" in text
    assert sorted(files(work / "source")) == MADE
    assert (work / "source/eo-15001/corrections.yml").read_bytes() == empty_corrections("eo-15001")
    log = (work / "source/eo-15001/progress.yml").read_text("utf-8")
    lines = ["checked:", "log:", "  2-a:  # Secretary of the Interior shall list the bridges"]
    assert log.splitlines()[-4:] == [*lines, "  2-b:  # Secretary of Transportation shall inspect them"]
    assert tracker("check", cwd=work).returncode == 0


def test_options_name_the_order_and_date_it(tracker: Run, work: Path):
    assert tracker("import", "15001.md", "--as", "15002", "--signed", "2026-03-05", cwd=work).returncode == 0
    text = (work / "source/eo-15002/order.md").read_text("utf-8")
    assert "id: eo-15002\n" in text and "signed: 2026-03-05\n" in text


@pytest.mark.slow
def test_standard_input_is_a_source(work: Path):
    command = [sys.executable, "-m", "extractor", "import", "-", "--as", "eo-15003"]
    done = subprocess.run(command, cwd=work, input=PAGE.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (work / "source/eo-15003/order.md").is_file()


def test_a_text_without_a_signing_date_says_so_and_is_not_dated(tracker: Run, work: Path):
    (work / "15001.md").write_text(PAGE.split("THE WHITE HOUSE")[0], "utf-8")
    done = tracker("import", "15001.md", cwd=work)
    assert done.returncode == 0 and "no signing date" in done.stderr
    assert "signed:" not in (work / "source/eo-15001/order.md").read_text("utf-8")


def test_a_text_that_tells_of_an_order_is_a_summary(tracker: Run, work: Path):
    (work / "news.md").write_text(
        "# A new order\n\nThe order says that the Secretary of Labor must publish a plan within 30 days.\n", "utf-8"
    )
    done = tracker("import", "news.md", cwd=work)
    assert done.returncode == 0 and "summary" in done.stderr
    text = (work / "source/news/order.md").read_text("utf-8")
    assert "kind: summary\n" in text and "text: summary\n" in text


def test_a_folder_that_exists_is_refused(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    before = files(work)
    done = tracker("import", "15001.md", cwd=work)
    assert done.returncode == 1 and "already here" in done.stderr and "--replace" in done.stderr
    assert files(work) == before


def test_replace_keeps_the_log_and_says_what_changed(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    (work / "source/eo-15001/progress.yml").write_text(LOG, "utf-8")
    text = PAGE.replace("within 90 days", "within 60 days").replace(
        "the Secretary of the Interior shall list", "the Secretary of Labor shall list"
    )
    (work / "15001.md").write_text(text + "\n", "utf-8")
    done = tracker("import", "15001.md", "--replace", cwd=work)
    assert done.returncode == 0, done.stderr
    assert "changed 2-b deadline: relative, 90 days, after: " in done.stdout
    assert "unclear 2-a: 2(a) Secretary of the Interior: list the bridges → now 2-a" in done.stdout
    assert sorted(files(work / "source")) == MADE
    assert (work / "source/eo-15001/progress.yml").read_text("utf-8") == LOG


def test_replace_keeps_what_only_the_old_front_matter_states(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    file = work / "source/eo-15001/order.md"
    more = "number: 15001\ncitation: 91 FR 1\npublished: 2026-03-09\nstatus: revoked\nstatus_date: 2026-04-01\nstatus_by: EO 15009\n"
    file.write_text(file.read_text("utf-8").replace("text: official\n", f"text: official\n{more}"), "utf-8")
    assert tracker("import", "15001.md", "--replace", cwd=work).returncode == 0
    text = file.read_text("utf-8")
    assert all(line in text for line in more.splitlines())


def test_replace_refuses_a_text_that_loses_what_the_log_is_about(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    (work / "source/eo-15001/progress.yml").write_text(LOG, "utf-8")
    (work / "15001.md").write_text(WITHOUT_B, "utf-8")
    before = files(work)
    done = tracker("import", "15001.md", "--replace", cwd=work)
    assert done.returncode == 1 and done.stdout == ""
    assert "source/eo-15001/progress.yml:3:3: error: the log of this obligation would be left" in done.stderr
    assert "run tracker accept on the text that is here" in done.stderr
    assert files(work) == before


SHIFTED = PAGE.replace("\\(b\\)", "(b)  The Secretary of State shall buy paint.\n\n\\(c\\)")


def test_replace_refuses_a_text_that_leaves_a_log_to_another_duty(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    (work / "source/eo-15001/progress.yml").write_text(LOG, "utf-8")
    (work / "15001.md").write_text(SHIFTED, "utf-8")
    before = files(work)
    done = tracker("import", "15001.md", "--replace", cwd=work)
    assert done.returncode == 1 and "the obligation is now 2-c" in done.stderr
    assert files(work) == before


def test_replace_with_a_register_keeps_ids_and_asks_for_what_is_lost(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    assert tracker("accept", cwd=work).returncode == 0
    (work / "source/eo-15001/progress.yml").write_text(LOG, "utf-8")
    (work / "15001.md").write_text(SHIFTED, "utf-8")
    done = tracker("import", "15001.md", "--replace", cwd=work)
    assert done.returncode == 0, done.stderr
    assert "moved   2-b place: 2(b) → 2(c)" in done.stdout and "added   2-b_2: 2(b) Secretary of State" in done.stdout
    assert tracker("check", cwd=work).returncode == tracker("build", cwd=work).returncode == 1
    assert tracker("accept", cwd=work).returncode == tracker("check", cwd=work).returncode == 0
    (work / "15001.md").write_text(WITHOUT_B.replace("March 3", "March 2"), "utf-8")
    before = files(work)
    lost = tracker("import", "15001.md", "--replace", cwd=work)
    assert lost.returncode == 1 and files(work) == before
    assert "signed" in lost.stderr and "2-b: an accepted obligation whose words are gone" in lost.stderr
    assert tracker("import", "15001.md", "--replace", "--force", cwd=work).returncode == 0
    assert tracker("check", cwd=work).returncode == 1


def test_lost_and_gained_obligations_are_named(tracker: Run, work: Path):
    tracker("import", "15001.md", cwd=work)
    (work / "15001.md").write_text(WITHOUT_B, "utf-8")
    assert (
        "gone    2-b: 2(b) Secretary of Transportation: inspect them"
        in tracker("import", "15001.md", "--replace", cwd=work).stdout
    )
    (work / "15001.md").write_text(PAGE, "utf-8")
    assert (
        "added   2-b: 2(b) Secretary of Transportation: inspect them"
        in tracker("import", "15001.md", "--replace", cwd=work).stdout
    )


def test_the_shipped_order_takes_its_official_text_and_keeps_its_log(tracker: Run, project: Path, corpus: Path):
    log = (project / "source/eo-14409/progress.yml").read_bytes()
    done = tracker("import", str(corpus / "federal-register-text/14409.pdf.txt"), "--replace", cwd=project)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[1] == "order   text: restatement → official"
    assert {line.split()[0] for line in lines[2:-1]} == {"changed"}, "each duty keeps its id"
    assert (project / "source/eo-14409/progress.yml").read_bytes() == log
    assert tracker("check", cwd=project).returncode == 1
    assert tracker("accept", cwd=project).returncode == tracker("check", cwd=project).returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "the file is empty"),
        ("blank.md", b" \n\t\n", "the file is empty"),
        ("binary.md", bytes(range(256)) * 9, "the file is binary"),
        ("order.pdf", b"%PDF-1.7\n1 0 obj", "the PDF cannot be read"),
        ("large.md", b"x" * 4_000_001, "the file is too large"),
        ("list.md", b"Apples and pears and plums are on the table.\n", "neither a section nor a modal"),
        ("wall.html", b"<!doctype html><html><body><p>Please enable cookies to go on.</p></body></html>", "asks for cookies or a check"),
        ("cut.xml", b"<PRESDOCU><EXECORD><P>The Secretary shall", "the XML is damaged"),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "no document of the Federal Register"),
    ],
)  # fmt: skip
def test_bad_input_is_a_problem(work: Path, name: str, content: bytes, message: str):
    (work / name).write_bytes(content)
    with pytest.raises(ProblemsFound) as found:
        plan_import(read_origin(str(work / name)), Request(work / "source"), date(2026, 7, 1))
    assert [problem.file for problem in found.value.problems] == [str(work / name)]
    assert message in found.value.problems[0].message


def test_bad_input_ends_with_status_1_and_writes_nothing(tracker: Run, work: Path):
    (work / "wall.html").write_text("<html><body><p>Verify that you are human.</p></body></html>", "utf-8")
    before = files(work)
    done = tracker("import", "wall.html", cwd=work)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("wall.html: error:") and "import the order by its number" in done.stderr
    assert files(work) == before


@pytest.mark.parametrize("source", ["absent.md", ".", "https://example.org/page", "x" * 5000])
def test_a_source_that_is_not_there_is_a_problem(source: str):
    with pytest.raises(ProblemsFound) as found:
        read_origin(source)
    assert found.value.problems[0].file == source and found.value.problems[0].fix


@pytest.mark.parametrize(
    ("words", "order_id"),
    [("14409", "eo-14409"), ("EO-14409", "eo-14409"), ("memo-7", "memo-7"), ("../x", None), ("a b", None), ("", None), ("x" * 81, None)],
)  # fmt: skip
def test_ids_that_as_takes(words: str, order_id: str | None):
    if order_id:
        assert chosen_id(words) == order_id
    else:
        with pytest.raises(ProblemsFound):
            chosen_id(words)


@pytest.mark.parametrize(
    ("name", "order_id"),
    [("14409.md", "eo-14409"), ("a/14409.pdf.txt", "eo-14409"), ("source/eo-14413/order.md", "eo-14413"), ("Some page.html", "some-page"), ("…", "order")],
)  # fmt: skip
def test_ids_from_file_names(name: str, order_id: str):
    assert file_id(name) == order_id


HOSTILE = [
    "It costs *much* and _more_, `code`, [a](b), ![c](d), <b>e</b>, &amp; &lt; &#42; f\\g, h~~i~~ j|k.",
    "# not a heading", "## Sec. 9. Not one.", "- not a list", "+ nor this", "1. a figure", "12) another", "> a quotation",
    "---", "***", "===", "~~~", "```", "* * *", "a * b ** c", "(a) “(b) quoted”", "\\(c\\)", "www.example.org <http://example.org>",
    "ends with a backslash\\", "#hash and no. #5 #", "a " * 400 + "- b " * 100, "x" * 300, "| a | b |", "<!-- c --> <script>d</script>",
    "[d]: http://example.org", "10²⁶ é ü 日本 🙂", "  ", "&copy;2(c)", "*emphasised*", "**", "_",
]  # fmt: skip


def test_items_behind_bullets_stay_items():
    long = "sail " * 40 + "- east; * and west"
    blocks = [RawBlock("paragraph", text, bullet=bullet) for text, bullet in (
        ("The Board shall:", 0), (long, 1), ("# row;", 2), ("- drift;", 3), ("1. rest", 1), ("(a) The end.", 0), ("fish", 1),
    )]  # fmt: skip
    body, spans = join_blocks(blocks)
    again = read_order(
        order_md(Order("eo-1", "executive order", "T", body, spans, "")).encode("utf-8"), "order.md", "x"
    )
    assert again.body == body
    assert again.blocks == spans


def test_no_sign_of_the_text_is_ever_markup():
    blocks = [
        RawBlock(kind, " ".join(text.split()))
        for text in HOSTILE
        if text.strip()
        for kind in ("paragraph", "table", "heading")
    ]
    blocks.append(RawBlock("paragraph", "A *dateline* (of June)", emphasised=True))
    body, spans = join_blocks(blocks)
    text = order_md(Order("eo-1", "executive order", "T: “x” # y", body, spans, ""))
    again = read_order(text.encode("utf-8"), "order.md", "x")
    words = [(block.kind, block.span.of(again.body)) for block in again.blocks]
    assert words == [(block.kind, block.span.of(body)) for block in spans]
    assert (again.id, again.title) == ("eo-1", "T: “x” # y")


@pytest.mark.parametrize(
    "title",
    [
        "Yes",
        "null",
        "a: b",
        "#x",
        "'q'",
        '"q"',
        "- x",
        "1.5",
        "2026-06-02",
        "[x]",
        "é",
        "x ",
        "&a",
        "!t",
        "~",
        "%",
        "@",
        "\\n",
    ],
)
def test_every_title_survives_the_front_matter(title: str):
    body = "Sec. 1. The Secretary of Labor shall act."
    order = Order("eo-1", "executive order", title, body, (Block("paragraph", Span(0, len(body))),), "")
    assert read_order(order_md(order).encode("utf-8"), "order.md", "x").title == title.strip()


def test_a_title_is_kept_without_what_nobody_sees():
    body = "Sec. 1. The Secretary of Labor shall act."
    title = "COVID-\u206019 and \u202eother\u00ad matters"
    titled = Order("eo-1", "executive order", title, body, (Block("paragraph", Span(0, len(body))),), "")
    again = read_order(order_md(titled).encode("utf-8"), "order.md", "x")
    assert again.title == "COVID-19 and other matters"


def test_every_text_of_the_corpus_survives_as_order_md(corpus: Path):
    for file in sorted([*corpus.glob("whitehouse/*.md"), *corpus.glob("federal-register-*/*.*")])[::4]:
        order = read_order(file.read_bytes(), file.name, file_id(file.name))
        again = read_order(order_md(order, "0" * 64).encode("utf-8"), "order.md", "x")
        assert "".join(again.body.split()) == "".join(order.body.split()), file.name
        labels = [
            [(p.citation, p.label, p.quoted) for p in outline(each).paragraphs if p.label] for each in (order, again)
        ]
        assert labels[0] == labels[1], file.name


def test_a_reading_is_the_same_from_order_md(corpus: Path):
    for number in ("14307", "14383", "14413"):
        order = read_order((corpus / f"whitehouse/{number}.md").read_bytes(), number, f"eo-{number}")
        again = read_order(order_md(order).encode("utf-8"), "order.md", "x")
        essence = [
            [(o.id, o.quote, o.actors, o.schedule) for o in read_reading(each).obligations] for each in (order, again)
        ]
        assert essence[0] == essence[1] and essence[0]
