"""The figures that are committed: ``figures.json``, which travels in the package.

The page about the site shows them, and a test holds the extractor to them: they may rise and never fall.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from importlib.resources import files

FILE = "figures.json"
PLACES = 4  # decimals that are kept of a share
COMMAND = "python -m extractor.accuracy"
TEXTS_COMMAND = "python -m extractor.accuracy --texts DIR"
SHARES = ("precision", "recall", "detection_f1", "lead", "through", "deadline", "full_f1")


@dataclass(frozen=True, slots=True)
class AccuracyRow:
    """One order's figures: annotated and found obligations, and shares from 0 to 1. ``label`` names it on a page."""

    name: str
    label: str
    gold: int
    predicted: int
    precision: float
    recall: float
    detection_f1: float
    lead: float
    through: float
    deadline: float
    full_f1: float


@dataclass(frozen=True, slots=True)
class AccuracyFigures:
    """The committed figures by order, those of all orders together, and those over the whole folder of texts.

    ``texts`` holds ``texts``, ``words``, ``obligations``, ``labels_explained`` and ``without_actor`` (shares); it is
    empty when the folder has not been measured. The commands reproduce the figures.
    """

    rows: tuple[AccuracyRow, ...]
    all: AccuracyRow
    texts: dict[str, float]
    command: str = COMMAND
    texts_command: str = TEXTS_COMMAND


def accuracy_figures() -> AccuracyFigures:
    """The figures that were last committed."""
    committed = committed_figures()
    rows = tuple(_row(name, measures) for name, measures in committed["orders"].items())
    return AccuracyFigures(rows, _row("all", committed["all"]), committed.get("texts", {}))


def committed_figures() -> dict[str, dict]:
    """The content of ``figures.json``: ``orders`` (by name), ``all`` and ``texts``."""
    return json.loads(files("extractor.accuracy").joinpath(FILE).read_text("utf-8"))


def rounded(measures: dict[str, float]) -> dict[str, float]:
    """Measures as they are committed: whole numbers stay, shares have ``PLACES`` decimals."""
    return {name: value if isinstance(value, int) else round(value, PLACES) for name, value in measures.items()}


def percent(share: float) -> str:
    """``0.9966`` → ``99.6%``: cut, not rounded, so that only what is whole is shown as 100%."""
    cut = (Decimal(str(share)) * 100).quantize(Decimal("0.1"), ROUND_DOWN)
    return f"{100 if cut == 100 else cut}%"


def label(name: str) -> str:
    """A set of records as a page names it."""
    if name == "all":
        return "All together"
    return f"Executive Order {name}" if name.isdigit() else "A news summary of an order"


def _row(name: str, measures: dict[str, float]) -> AccuracyRow:
    return AccuracyRow(name, label(name), **{key: measures[key] for key in ("gold", "predicted", *SHARES)})
