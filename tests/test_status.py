"""``tracker status``: the table in the terminal, as of a day."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import event, obligation, relative, tracked

from extractor.cli import main
from extractor.commands.status import rows
from extractor.problems import report

GOLDEN = Path(__file__).resolve().parent / "golden"


def status(*options: str) -> Result:
    return CliRunner().invoke(main, ["status", "--project", str(GOLDEN), *options])


def test_where_each_obligation_stands_by_due_date():
    done = status("--as-of", "2026-07-10")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Keeping the Nation’s Lighthouses (eo-14999), as of 2026-07-10",
        "record last checked: 2026-07-04",
        "  2026-07-02  2-a     done            Secretary of the Interior",
        "  2026-07-17  2-b-i   due soon        Commandant of the Coast Guard",
        "  2026-07-17  2-b-ii  due soon        Commandant of the Coast Guard",
        "  —           2-c     awaiting event  Attorney General",
        "  —           3       no deadline     Commandant of the Coast Guard",
    ]


@pytest.mark.parametrize(
    ("as_of", "standings"),
    [
        ("2026-06-15", ["upcoming", "upcoming", "upcoming", "awaiting event", "no deadline"]),
        ("2026-06-29", ["due soon", "upcoming", "upcoming", "awaiting event", "no deadline"]),
        ("2026-07-18", ["done", "overdue", "overdue", "awaiting event", "no deadline"]),
    ],
)
def test_the_standing_is_that_of_the_day(as_of: str, standings: list[str]):
    lines = status("--as-of", as_of).stdout.splitlines()
    assert [line[22:36].strip() for line in lines[2:]] == standings


def test_the_earliest_comes_first_and_the_undated_last():
    duties = (
        obligation("2-a", event(10)),
        obligation("2-b", relative(60), "Secretary of Labor", "Attorney General"),
        obligation("2-c_2", relative(30)),
    )
    nobody = replace(obligation("3", relative(45)), actors=())
    assert rows(tracked(*duties, nobody)) == [
        "  2026-07-02  2-c_2  overdue         Secretary of Labor",
        "  2026-07-17  3      due soon        (nobody named)",
        "  2026-08-01  2-b    upcoming        Secretary of Labor, Attorney General",
        "  —           2-a    awaiting event  Secretary of Labor",
    ]


def test_an_order_without_obligations_has_no_rows():
    assert rows(tracked()) == []


def test_a_record_that_was_never_checked_says_so(project: Path):
    log = project / "source" / "eo-14409" / "progress.yml"
    log.unlink()
    done = CliRunner().invoke(main, ["status", "--project", str(project), "--as-of", "2026-07-10"])
    assert done.exit_code == 0
    assert "record last checked: never" in done.stdout


def test_a_day_that_is_none_is_bad_usage():
    assert status("--as-of", "tomorrow").exit_code == 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-02-30", "Invalid value for '--as-of': there is no such day; did you mean 2026-02-28?"),
        ("2026-13-01", "there is no such day; write year, month and day"),
        ("8/1/2026", "did you mean 2026-08-01?"),
        ("2026-8-1", "did you mean 2026-08-01?"),
        ("June 31, 2026", "did you mean 2026-06-30?"),
        ("tomorrow", "“tomorrow” is not a date such as 2026-06-30; write year, month and day"),
    ],
)
def test_a_day_in_another_form_is_told_in_its_own(day: str, words: str):
    done = status("--as-of", day)
    assert (done.exit_code, done.stdout) == (2, "") and words in done.stderr


# The options, as of July 10, 2026, then the keys that are shown.
FILTERS = [
    ((), ["2-a", "2-b-i", "2-b-ii", "2-c", "3"]),
    (("--standing", "done"), ["2-a"]),
    (("--standing", "due-soon", "--standing", "No Deadline"), ["2-b-i", "2-b-ii", "3"]),
    (("--section", "2"), ["2-a", "2-b-i", "2-b-ii", "2-c"]),
    (("--section", "2(b)"), ["2-b-i", "2-b-ii"]),
    (("--section", "2-B-i"), ["2-b-i"]),
    (("--section", "22"), []),
    (("--official", "Commandant of the Coast Guard"), ["2-b-i", "2-b-ii", "3"]),
    (("--official", "coast"), ["2-b-i", "2-b-ii", "3"]),
    (("--official", "National Park"), ["2-a"]),
    (("--official", "U.S. Attorney"), ["2-c"]),
    (("--official", "the attorney general"), ["2-c"]),
    (("--official", "Labor"), []),
    (("--due-within", "7"), ["2-b-i", "2-b-ii"]),
    (("--due-within", "6"), []),
    (("--due-within", "7", "--section", "2-b-i", "--official", "Coast", "--standing", "due soon"), ["2-b-i"]),
    (("--order", "14999"), ["2-a", "2-b-i", "2-b-ii", "2-c", "3"]),
]


@pytest.mark.parametrize(("options", "keys"), FILTERS)
def test_what_is_shown_can_be_chosen(options: tuple[str, ...], keys: list[str]):
    done = status("--as-of", "2026-07-10", *options)
    assert (done.exit_code, [line.split()[1] for line in done.stdout.splitlines()[2:]]) == (0, keys)
    assert bool(done.stderr) == (not keys)
    data = status("--as-of", "2026-07-10", "--json", *options)
    assert sorted(each["key"] for each in json.loads(data.stdout)) == keys


def test_where_nothing_fits_it_is_said_what_was_looked_for():
    done = status(
        "--as-of", "2026-07-10", "--standing", "overdue", "--section", "2", "--official", "Coast", "--due-within", "3"
    )
    words = "None of 5 obligations is overdue, due within 3 day(s), in section 2, one of Coast, as of 2026-07-10.\n"
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", words)


def test_records_as_data():
    first = json.loads(status("--as-of", "2026-07-10", "--json").stdout)[0]
    assert first == {
        "id": "eo-14999/2-a", "order": "eo-14999", "key": "2-a", "citation": "2(a)",
        "responsible": ["Secretary of the Interior"], "through": ["Director of the National Park Service"],
        "due": "2026-07-02", "standing": "done", "undated": None,
        "last_entry": {
            "date": "2026-06-30", "recorded": "2026-06-30", "status": "completed",
            "note": "The list is out; it names <40> lamps.",
            "evidence": [{"url": "https://example.org/lamps?page=1&all=yes", "title": "The list of lamps"}],
            "basis": "claimed", "due": None, "triggered": None, "round": None,
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--order", "14998"), 1, "did you mean “eo-14999”?"),
        (("--official", "Comandant of the Coast Guard"), 1, "did you mean “Commandant of the Coast Guard”?"),
        (("--standing", "over due"), 2, "did you mean “overdue”?"),
        (("--due-within", "-1"), 2, "--due-within"),
    ],
)
def test_a_name_that_nothing_has_is_told_with_a_near_one(options: tuple[str, ...], code: int, words: str):
    done = status(*options)
    assert done.exit_code == code
    assert words in (report(done.exception.problems) if code == 1 else done.stderr)


ONE = "Sec. 1. Bridges. The Secretary of Labor shall, within 30 days of the date of this order, mend the bridge. The Secretary may paint it.\n"
TWO = ONE.replace("The Secretary may", "The Secretary shall")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (ONE, "1 obligation", "1 passage that obliges nobody; --json lists them with their reasons."),
        (TWO, "2 obligations", "0 passages that oblige nobody; --json lists them with their reasons."),
    ],
)
def test_one_is_told_as_one(tmp_path: Path, text: str, first: str, last: str):
    (tmp_path / "order.txt").write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["extract", str(tmp_path / "order.txt"), "--signed", "2026-06-02"])
    lines = done.stdout.splitlines()
    assert lines[0].endswith(f": {first}") and lines[-1] == last


@pytest.mark.parametrize("command", ["extract", "explain", "import"])
def test_a_signing_day_that_is_none_is_told_as_well(tmp_path: Path, command: str):
    (tmp_path / "order.txt").write_text(ONE, "utf-8")
    done = CliRunner().invoke(main, [command, str(tmp_path / "order.txt"), "--signed", "2026-02-30"])
    assert done.exit_code == 2 and "there is no such day; did you mean 2026-02-28?" in done.stderr
