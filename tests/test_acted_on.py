"""What orders on file say of one another, and nobody has entered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from readings import read

from extractor.acted_on import not_entered
from extractor.cli import main

OLD, NEW = date(2031, 1, 14), date(2031, 7, 23)
SOURCE = "https://www.federalregister.gov/d/2031-11415"


def entries(text: str, **front: object) -> list[tuple[str, ...]]:
    """What there is to enter for Executive Order 19101, where Executive Order 19102 says ``text``."""
    old = read("The Board shall count mills.", number=19101, signed=OLD, **front)
    new = read(text, number=19102, signed=NEW, official_url=SOURCE)
    return [(each.words, *each.lines) for each in not_entered([old, new])]


def test_what_is_to_be_entered_is_said_with_its_place_and_its_lines():
    assert entries("(a) Executive Order 19101 of January 14, 2031 (Mills), is hereby revoked.") == [
        (
            "EO 19102, at 2(a), says that it revokes Executive Order 19101, and this is not entered",
            "status: revoked",
            "status_date: 2031-07-23",
            "status_by: EO 19102",
            f"status_source: {SOURCE}",
        )
    ]


# what the newer order says, and what status there is to enter
SAID = {
    "the whole": ("Executive Order 19101 is superseded.", ["status: revoked"]),
    "a section": ("Section 3 of Executive Order 19101 is revoked.", ["status: amended"]),
    "a change": ("Executive Order 19101 is amended by striking “mills”.", ["status: amended"]),
    "a change and its end": (
        "Executive Order 19101 is amended. Executive Order 19101 is revoked.",
        ["status: revoked"],
    ),
    "a mention": ("Executive Order 19101 counted mills.", []),
    "an order that is not on file": ("Executive Order 19103 is revoked.", []),
}


@pytest.mark.parametrize(("text", "statuses"), SAID.values(), ids=SAID)
def test_the_status_that_an_act_gives(text: str, statuses: list[str]):
    assert [each[1] for each in entries(text)] == statuses


@pytest.mark.parametrize(
    ("front", "open_"),
    [
        ({}, True),
        ({"status": "revoked", "status_date": OLD}, False),
        ({"status": "amended", "status_date": OLD}, True),
        ({"status": "in force", "status_date": NEW}, False),
        ({"status": "in force", "status_date": OLD}, True),
    ],
)
def test_what_was_entered_or_looked_at_since_is_not_asked_again(front: dict[str, object], open_: bool):
    assert bool(entries("Executive Order 19101 is revoked.", **front)) is open_


def written(folder: Path, number: int, signed: date, text: str) -> None:
    """An ``order.md`` of one section."""
    home = folder / "source" / f"eo-{number}"
    home.mkdir(parents=True)
    front = f"id: eo-{number}\nkind: executive order\nnumber: {number}\ntitle: Mills\nsigned: {signed}\nofficial_url: {SOURCE}\ntext: official\n"
    (home / "order.md").write_text(f"---\n{front}---\n\n## Sec. 1. Mills.\n\n{text}\n", "utf-8")


def test_check_warns_of_what_is_not_entered_and_ends_well(tmp_path: Path):
    first, second = date(2026, 1, 14), date(2026, 2, 23)
    written(tmp_path, 19101, first, "The Secretary of Labor shall count mills.")
    written(tmp_path, 19102, second, "Executive Order 19101 is revoked. The Secretary of Labor shall rest.")
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert done.exit_code == 0
    assert (
        "source/eo-19101/order.md: warning: EO 19102, at 1, says that it revokes Executive Order 19101" in done.stdout
    )
    assert "status: revoked; status_date: 2026-02-23; status_by: EO 19102" in done.stdout
    assert done.stdout.count("warning") == 1
