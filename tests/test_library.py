"""The front door for other programs: ``extract``, ``to_json``, and what their errors say."""

from __future__ import annotations

import ast
import doctest
import json
import pickle
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import ROOT, Run, run

import extractor
import extractor.library
import extractor.problems
from extractor import Problem, ProblemsFound, extract, to_json

TEXT = """By the authority vested in me as President, it is hereby ordered:

Sec. 1. Bridges. (a) Within 45 days of the date of this order, the Secretary of Transportation shall inspect each bridge.

(b) The Secretary shall not close a bridge that was inspected.
"""
SIGNED = date(2026, 3, 2)


@pytest.mark.parametrize(
    "module", [extractor, extractor.library, extractor.problems], ids=lambda module: module.__name__
)
def test_the_examples_of_the_docstrings_run(module):
    done = doctest.testmod(module)
    assert done.attempted > 0 and done.failed == 0


def test_the_example_of_the_readme_runs():
    """Its code, as it stands there, with what it prints."""
    readme = (ROOT / "README.md").read_text("utf-8")
    (block,) = re.findall(r"^```pycon\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0


def test_all_that_is_exported_is_there_and_named():
    assert set(extractor.__all__) <= set(vars(extractor))
    assert (Path(extractor.__file__).parent / "py.typed").is_file()


def test_the_import_is_cheap():
    loaded = run(sys.executable, "-c", "import sys, extractor; print(*sys.modules)", cwd=ROOT).stdout.split()
    assert "extractor.library" in loaded
    assert not {"spacy", "pydantic", "mkdocs", "click", "jinja2", "extractor.pipeline"} & set(loaded)


def test_a_text_its_bytes_and_its_file_are_read_alike(tmp_path: Path):
    file = tmp_path / "bridges.md"
    file.write_text(TEXT, "utf-8")
    of_text, of_bytes, of_file = (extract(each, signed=SIGNED) for each in (TEXT, TEXT.encode("utf-16"), file))
    assert [duty.citation for duty in of_text.obligations] == ["1(a)", "1(b)"]
    assert of_text == of_bytes
    first = of_file.obligations[0]
    assert (first.id, first.schedule.due) == ("bridges/1-a", date(2026, 4, 16))
    assert of_file.order.body == of_text.order.body


@pytest.mark.parametrize("signed", [SIGNED, "2026-03-02"])
def test_the_signing_day_is_a_day_or_its_words(signed: date | str):
    assert extract(TEXT, signed=signed).obligations[0].schedule.due == date(2026, 4, 16)


def test_line_ends_and_a_mark_at_the_beginning_change_nothing():
    assert extract("\ufeff" + TEXT.replace("\n", "\r\n")) == extract(TEXT)


def test_the_ids_begin_with_what_is_asked_for_else_with_the_number_else_with_text():
    numbered = "EXECUTIVE ORDER 99001\n\n" + TEXT
    ids = [
        extract(TEXT, order_id="eo-99002").obligations[0].id,
        extract(numbered).obligations[0].id,
        extract(TEXT).obligations[0].id,
    ]
    assert ids == ["eo-99002/1-a", "eo-99001/1-a", "text/1-a"]


def test_the_json_is_what_the_command_prints(tracker: Run, tmp_path: Path):
    file = tmp_path / "bridges.md"
    file.write_text(TEXT, "utf-8")
    printed = tracker("extract", file, "--json", "--signed", "2026-03-02", cwd=tmp_path).stdout
    assert printed == to_json(extract(file, signed=SIGNED)) + "\n"
    assert json.loads(printed)["obligations"][0]["due"] == "2026-04-16"


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"source": None}, TypeError, "source is NoneType; it must be the text as str"),
        ({"source": TEXT.splitlines()}, TypeError, "source is list"),
        ({"source": TEXT, "signed": 2026}, TypeError, "signed is int; it must be a datetime.date"),
        ({"source": TEXT, "signed": datetime(2026, 3, 2, tzinfo=UTC)}, TypeError, "signed is datetime"),
        ({"source": TEXT, "signed": "March 2"}, ValueError, "'March 2'; it must be a day such as '2026-06-02'"),
        ({"source": TEXT, "order_id": 14409}, TypeError, "order_id is int"),
        ({"source": TEXT, "order_id": "../EO"}, ValueError, "'../EO'; it must be lower-case letters"),
        ({"source": ""}, ProblemsFound, "text: error: the file is empty"),
        ({"source": "source/eo-14409/order.md"}, ProblemsFound, "a str is the text itself; for a file give pathlib.Path"),
        ({"source": Path("no-such-order.md")}, ProblemsFound, "no-such-order.md: error: there is no such file"),
        ({"source": Path()}, ProblemsFound, "this is a folder"),
        ({"source": "The Board shall\nreport \ud800."}, ProblemsFound, "text:2:8: error: half of a surrogate pair"),
        ({"source": b"%PDF-1.7\n%%EOF"}, ProblemsFound, "text: error:"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(arguments: dict, error: type[Exception], words: str):
    with pytest.raises(error) as raised:
        extract(arguments.pop("source"), **arguments)
    assert words in str(raised.value)


def test_problems_say_all_of_them_and_survive_a_process():
    """A pool of processes pickles what its workers raise."""
    found = ProblemsFound([Problem("b.md", 2, 1, "second"), Problem("a.md", 1, 5, "first", fix="mend it")])
    assert str(found) == "a.md:1:5: error: first\n    fix:     mend it\nb.md:2:1: error: second"
    again = pickle.loads(pickle.dumps(found))
    assert (again.problems, str(again)) == (found.problems, str(found))


def test_every_public_function_of_the_front_door_has_an_example():
    tree = ast.parse((ROOT / "extractor/library.py").read_text("utf-8"))
    exported = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name in extractor.__all__]
    assert len(exported) == 2 and all(">>>" in (ast.get_docstring(each) or "") for each in exported)
