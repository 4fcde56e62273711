"""The figures that are committed: ``figures.json``, which travels in the package.

The page about the site shows them, and a test holds the extractor to them: they may rise and never fall.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from extractor.accuracy.first_reading import FirstReading, first_readings
from extractor.accuracy.rows import AccuracyRow, counts_of, rounded, row_of
from extractor.accuracy.scoring import Counts
from extractor.problems import Problem, ProblemsFound

FILE = "figures.json"
COMMAND = "python -m extractor.accuracy"
TEXTS_COMMAND = "python -m extractor.accuracy --texts DIR"
MACHINE = ("words_per_second", "seconds", "memory")  # what differs from machine to machine and is not committed
PARTS = ("orders", "all", "marks", "judged", "texts")  # of the file, in its order


@dataclass(frozen=True, slots=True)
class AccuracyFigures:
    """The committed figures by text, those of all texts together, and those over the whole folder of texts.

    ``texts`` holds ``texts``, ``words``, ``obligations``, ``labels_explained`` and ``without_actor`` (shares), ``marks``
    how the review marks do (see ``marks.Marks``), ``judged`` how single sentences are read (see ``judged.Judged``); each
    is empty when it has not been measured. ``first`` holds what was scored on texts that no rule had seen. The commands
    reproduce the figures.
    """

    rows: tuple[AccuracyRow, ...]
    all: AccuracyRow
    texts: dict[str, float]
    marks: dict[str, float]
    judged: dict[str, int]
    first: tuple[FirstReading, ...]
    command: str = COMMAND
    texts_command: str = TEXTS_COMMAND

    def now(self, name: str) -> AccuracyRow | None:
        """Today's row of a text; ``None`` for a set that is put aside and not among the annotated texts yet."""
        return next((row for row in self.rows if row.name == name), None)

    def now_together(self, reading: FirstReading) -> AccuracyRow | None:
        """Today's row of all texts of a first reading; ``None`` while one of them is put aside."""
        today = [self.now(row.name) for row in reading.rows]
        counts = [counts_of(asdict(row)) for row in today if row is not None]
        return row_of("all", rounded(sum(counts, Counts()).measures())) if len(counts) == len(today) else None


def accuracy_figures() -> AccuracyFigures:
    """The figures that were last committed."""
    committed = committed_figures()
    rows = tuple(row_of(name, measures) for name, measures in committed["orders"].items())
    texts, marks, judged = (committed.get(part, {}) for part in ("texts", "marks", "judged"))
    return AccuracyFigures(rows, row_of("all", committed["all"]), texts, marks, judged, first_readings())


def committed_figures() -> dict[str, Any]:
    """The content of ``figures.json``: those of ``PARTS`` that were measured."""
    committed: dict[str, Any] = json.loads(files("extractor.accuracy").joinpath(FILE).read_text("utf-8"))
    return committed


def write_figures(figures: dict[str, Any]) -> None:
    """Renew the committed figures; what was not measured this time stays as it is."""
    file = Path(__file__).with_name(FILE)
    merged = (committed_figures() if file.is_file() else {}) | figures
    kept = {
        part: {name: value for name, value in merged[part].items() if name not in MACHINE}
        for part in PARTS
        if part in merged
    }
    try:
        file.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise ProblemsFound([Problem(str(file), 0, 0, f"the figures cannot be written: {error.strerror}")]) from None
