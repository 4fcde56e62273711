"""``tracker checked``: the day of a search and what was searched, with every other byte kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import day, obligation, reading

from extractor.cli import main
from extractor.commands.options import today
from extractor.problems import ProblemsFound, report
from extractor.source.log_edit import LogOf
from extractor.source.searched import with_search

GOLDEN = Path(__file__).resolve().parent / "golden" / "source"
LOG = "source/eo-14999/progress.yml"
OF = LogOf(LOG, reading(obligation("2-a")), day("07-31"))
LONG = "White House releases to that day; the agencies’ pages; " * 3 + "press"
FOLDED = (
    "checked_in: >-{comment}\n  White House releases to that day; the agencies’ pages; White House releases to that day; the agencies’ pages; White\n"
    "  House releases to that day; the agencies’ pages; press\n"
)

# The file, the words of --in (None: not given), the file afterwards; the day is July 20, 2026.
CHANGES = {
    "another day": ("checked: 2026-07-04  # all of it\nlog:\n", None, "checked: 2026-07-20  # all of it\nlog:\n"),
    "a quoted day": ("checked: '2026-07-04' # a\n", None, "checked: 2026-07-20 # a\n"),
    "nothing after it": ("# head\nchecked:   # never\nlog: {}\n", None, "# head\nchecked: 2026-07-20   # never\nlog: {}\n"),
    "no field": ("# head\n\nlog:\n  2-a:\n", None, "# head\n\nchecked: 2026-07-20\nlog:\n  2-a:\n"),
    "no field, Windows": ("log:\r\n  2-a:\r\n", "press", "checked: 2026-07-20\r\nchecked_in: press\r\nlog:\r\n  2-a:\r\n"),
    "at the end": ("log:\n  2-a:\n\nchecked: 2026-07-04", "press", "log:\n  2-a:\n\nchecked: 2026-07-20\nchecked_in: press\n"),
    "no final line end": ("log:\n\nchecked: 2026-07-04", None, "log:\n\nchecked: 2026-07-20\n"),
    "other words": (
        "checked: 2026-07-04\nchecked_in: \"the 'press' #1\"  # why\nlog:\n", "a: b", "checked: 2026-07-20\nchecked_in: \"a: b\"  # why\nlog:\n",
    ),
    "plain words with a sign": ("checked: 2026-07-04\nchecked_in: C# and it's press\n", "press", "checked: 2026-07-20\nchecked_in: press\n"),
    "long words": ("checked: 2026-07-04\nchecked_in: x # a\n", LONG, "checked: 2026-07-20\n" + FOLDED.format(comment=" # a")),
    "short for long": ("checked: 2026-07-04\n" + FOLDED.format(comment="") + "\n# b\nlog:\n", "press", "checked: 2026-07-20\nchecked_in: press\n\n# b\nlog:\n"),
    "no words": ("checked: 2026-07-04\n" + FOLDED.format(comment="") + "log:\n", " ", "checked: 2026-07-20\nlog:\n"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "words", "new"), CHANGES.values(), ids=CHANGES)
def test_only_the_two_fields_change(old: str, words: str | None, new: str):
    assert with_search(old.encode(), OF, day("07-20"), words).decode() == new


# The file, the day, the words of --in, words of the message.
REFUSED = {
    "an earlier day": ("checked: 2026-07-21\n", "07-20", None, "searched later than that"),
    "before the order": ("log:\n", "06-01", None, "before the order was signed"),
    "the future": ("log:\n", "08-01", None, "checked: in the future"),
    "words of another day": (
        "checked: 2026-07-04\nchecked_in: press\n",
        "07-20",
        None,
        "say what was searched this time",
    ),
    "braces": ("{checked: 2026-07-04}\n", "07-20", None, "in this form"),
}


@pytest.mark.parametrize(("old", "date", "words", "message"), REFUSED.values(), ids=REFUSED)
def test_what_would_not_be_true_is_refused(old: str, date: str, words: str | None, message: str):
    with pytest.raises(ProblemsFound) as raised:
        with_search(old.encode(), OF, day(date), words)
    assert message in report(raised.value.problems)


def test_an_earlier_day_can_be_forced_and_the_same_day_needs_no_words():
    assert with_search(b"checked: 2026-07-21\n", OF, day("07-20"), None, force=True) == b"checked: 2026-07-20\n"
    same = b"checked: 2026-07-20\nchecked_in: press\n"
    assert with_search(same, OF, day("07-20"), None) == same


@pytest.fixture
def work(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "source")
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(project)])


def test_the_day_is_today_unless_it_is_given(work: Path):
    before = (work / LOG).read_text("utf-8")
    done = run(work, "checked", "14999")
    assert (done.exit_code, done.stderr) == (0, f"Next: tracker check, then commit {LOG}\n")
    assert (work / LOG).read_text("utf-8") == before.replace("checked: 2026-07-04", f"checked: {today()}")
    assert f"+checked: {today()}" in done.stdout.splitlines()


def test_what_was_searched_shows_beside_the_day(work: Path):
    assert run(work, "checked", "eo-14999", "2026-07-08", "--in", "press releases").exit_code == 0
    assert "record last checked: 2026-07-08 (press releases)\n" in run(work, "status").stdout
    before = (work / LOG).read_bytes()
    assert run(work, "checked", "eo-14999", "2026-07-09", "--in", "more", "--dry-run").exit_code == 0
    assert isinstance(run(work, "checked", "eo-14999", "2026-07-07", "--in", "x").exception, ProblemsFound)
    assert run(work, "checked", "eo-14999", "July").exit_code == 2
    assert (work / LOG).read_bytes() == before


def test_an_order_that_is_not_here_has_a_near_one(work: Path):
    assert "did you mean “eo-14999”?" in report(run(work, "checked", "eo-14998").exception.problems)
