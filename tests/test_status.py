"""``tracker status``: the table in the terminal, as of a day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import event, obligation, relative, tracked

from extractor.cli import main
from extractor.commands.status import rows

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
