"""First readings: what the extractor scored on texts that none of its rules had seen.

A first reading happens once. ``first_reading.json`` holds the first scoring of the sets that came after the rules were
made; ``aside_reading.json`` and, for each later such group, ``aside_reading_2.json`` and so on, that of the sets that stayed
put aside while the rules were mended for the others.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from extractor.accuracy.rows import AccuracyRow, counts_of, row_of
from extractor.accuracy.scoring import Counts
from extractor.problems import Problem, ProblemsFound

FILE = "first_reading.json"
ASIDE_FILE = "aside_reading.json"


@dataclass(frozen=True, slots=True)
class FirstReading:
    """The first scoring of some texts: at which commit, of which day, the rows by text, and all of them together."""

    commit: str
    date: date
    rows: tuple[AccuracyRow, ...]
    all: AccuracyRow
    aside: bool = False  # the sets that stayed put aside while the rules were mended
    silent: float | None = (
        None  # the faults that nobody was told of, as a share of the annotated; None: not counted then
    )

    def row(self, name: str) -> AccuracyRow | None:
        """The row of one text, ``None`` where it was not scored."""
        return next((row for row in self.rows if row.name == name), None)


def first_readings(folder: Path | None = None) -> tuple[FirstReading, ...]:
    """The first readings on record, those of the sets put aside last; ``folder`` is the package's own by default."""
    place = folder or Path(str(files("extractor.accuracy")))
    stored = ((place / FILE, False), *((file, True) for file in _aside_files(place)))
    return tuple(_reading(json.loads(file.read_text("utf-8")), aside) for file, aside in stored if file.is_file())


def _aside_files(place: Path) -> list[Path]:
    """The files of the sets put aside, the first group first."""
    stem = Path(ASIDE_FILE).stem
    return sorted(place.glob(f"{stem}*.json"), key=lambda file: int(file.stem.removeprefix(stem).strip("_") or 1))


def _reading(stored: dict[str, Any], aside: bool) -> FirstReading:
    orders = stored["orders"]
    total = sum(map(counts_of, orders.values()), Counts())
    rows = tuple(row_of(name, measures) for name, measures in orders.items())
    return FirstReading(
        stored["commit"], date.fromisoformat(stored["date"]), rows, row_of("all", total.measures()), aside,
        stored.get("silent"),
    )  # fmt: skip


def keep_aside(orders: dict[str, dict[str, float]], silent: float, checkout: Path, folder: Path | None = None) -> str:
    """Store the figures of the sets put aside as their first scoring; returns the commit that they stand for.

    ``silent``: the share of faults that nobody is told of.

    Raises ``ProblemsFound`` where one of them was scored before, and where the program is not as its last commit has it.
    """
    place = folder or Path(__file__).parent
    before = _aside_files(place)
    file = place / (ASIDE_FILE if not before else ASIDE_FILE.replace(".json", f"_{len(before) + 1}.json"))
    for old in (json.loads(each.read_text("utf-8")) for each in before):
        if not orders.keys() & old["orders"].keys():
            continue
        fix = f"a first scoring is kept; it is the one of {old['date']}"
        raise ProblemsFound([Problem(str(file), 0, 0, "the sets put aside were scored before", None, None, fix)])
    if _git(checkout, "status", "--porcelain", "--", "extractor"):
        message = "the program has changes that no commit holds, so no commit can stand for its figures"
        raise ProblemsFound([Problem(str(checkout), 0, 0, message, None, None, "commit them first")])
    commit, day = _git(checkout, "log", "-1", "--format=%h %cs").split()
    file.write_text(
        json.dumps({"commit": commit, "date": day, "silent": silent, "orders": orders}, indent=1) + "\n", "utf-8"
    )
    return commit


def _git(checkout: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=checkout, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        message = "a first scoring is that of a commit, and git tells none here"
        raise ProblemsFound([Problem(str(checkout), 0, 0, message, str(error)[:100])]) from None
    return done.stdout.strip()
