"""The annotated orders: their records, and where their texts come from.

The records are in ``tests/gold/``, one file an order. The texts are not in the repository: they are read from a folder of
texts where there is one, else fetched from the Federal Register by number.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import extractor
from extractor.accuracy.scoring import Reckoned, Score, annotated, extracted, score
from extractor.model import Order
from extractor.problems import Problem, ProblemsFound

CHECKOUT = Path(extractor.__file__).resolve().parent.parent
GOLD = CHECKOUT / "tests" / "gold"
TEXTS_VARIABLE = "TRACKER_CORPUS"
FORMS = (
    "corpus/whitehouse/{}.md",
    "corpus/federal-register-xml/{}.xml",
    "corpus/federal-register-text/{}.htm",
    "corpus/federal-register-text/{}.pdf.txt",
    "corpus-earlier/{}.htm",
)
MEMORANDA = ("memoranda/{}.md",)
PROSE = {
    "seed": ("seed/newswire-summary.md", date(2026, 6, 2))
}  # a text that states no signing date: its file, and the day


@dataclass(frozen=True, slots=True)
class AnnotatedOrder:
    """One gold file: the order's number (or ``seed``) and its records, in text order."""

    name: str
    records: tuple[Reckoned, ...]


def texts_folder() -> Path | None:
    """The folder that holds ``corpus/`` and ``seed/``: ``TRACKER_CORPUS``, or ``../shared`` beside the checkout; else ``None``."""
    folder = Path(os.environ.get(TEXTS_VARIABLE) or CHECKOUT.parent / "shared")
    return folder if (folder / "corpus").is_dir() else None


def annotated_orders(folder: Path) -> tuple[AnnotatedOrder, ...]:
    """The gold files of ``folder`` by name. Raises ``ProblemsFound`` for a folder without any and for faulty lines."""
    problems: list[Problem] = []
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        fix = "run it in a checkout of the repository, or name the folder with --gold"
        problems.append(
            Problem(str(folder), 0, 0, "there are no annotated orders here", None, "files such as 14409.jsonl", fix)
        )
    orders = tuple(AnnotatedOrder(path.stem, tuple(_records(path, problems))) for path in paths)
    if problems:
        raise ProblemsFound(problems)
    return orders


def _records(path: Path, problems: list[Problem]) -> Iterator[Reckoned]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield annotated(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            allowed = "one JSON object with cite, lead, action and deadline"
            problems.append(
                Problem(str(path), number, 0, "this is no annotated obligation", repr(error)[:100], allowed)
            )


def text_of(name: str, folder: Path | None) -> Order | None:
    """The order that the records of ``name`` annotate; ``None`` for prose that no folder holds.

    Without ``folder`` it is fetched from the Federal Register. Raises ``ProblemsFound`` when it is not to be had.
    """
    from extractor.pipeline import read_order

    path = file_of(name, folder) if folder else None
    if path:
        signed = PROSE[name][1] if name in PROSE else None
        return read_order(path.read_bytes(), str(path), f"eo-{name}", signed)
    return _fetched(name) if name.isdigit() else None


def file_of(name: str, folder: Path) -> Path | None:
    """The file of the text in a folder that holds ``corpus/`` and ``seed/``: the White House's first, then the Register's."""
    forms = (PROSE[name][0],) if name in PROSE else FORMS if name.isdigit() else MEMORANDA
    candidates = [form.format(name) for form in forms]
    return next((folder / each for each in candidates if (folder / each).is_file()), None)


def _fetched(name: str) -> Order:
    from extractor.intake.origin import order_of, read_origin

    return order_of(read_origin(name), f"eo-{name}", None)


def scored(of: AnnotatedOrder, order: Order) -> Score:
    """The score of the extractor's reading of ``order``."""
    from extractor.pipeline import read_reading

    reading = read_reading(order)
    unread = tuple(each.citation for each in reading.unread)
    return score(of.records, (extracted(each) for each in reading.obligations), of.name, unread)
