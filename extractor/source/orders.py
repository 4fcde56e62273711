"""The folders of ``source/`` → orders with their logs. All problems of all files are found in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.model import Order, Progress, Reading
from extractor.pipeline import read_reading
from extractor.problems import Problem, ProblemsFound, with_lines
from extractor.read.order_md import read_order_md
from extractor.source.files import (
    ORDER_FILE,
    PROGRESS_FILE,
    exists,
    no_order,
    order_folders,
    read_bytes,
    shown,
    strangers,
)
from extractor.source.progress import read_progress
from extractor.source.substance import lack_of_substance
from extractor.yaml.text import decode


@dataclass(frozen=True, slots=True)
class SourceOrder:
    """One folder of ``source/``: what the extractor read in it, and its progress log."""

    folder: Path
    reading: Reading
    progress: Progress


@dataclass(frozen=True, slots=True)
class Source:
    """All of ``source/``. ``warnings`` are problems that stop nothing."""

    orders: tuple[SourceOrder, ...]
    warnings: tuple[Problem, ...]


Watched = Callable[[list[Path]], Iterable[Path]]


def _unwatched(folders: list[Path]) -> Iterable[Path]:
    return folders


def read_source(folder: Path, today: date, watched: Watched = _unwatched) -> Source:
    """Every order in ``source/``, by the name of its folder. ``today`` is the clock's day.

    ``watched`` is handed the folders and hands them out one by one, so that a caller can show how far the reading is.

    Raises ``ProblemsFound`` with every problem of every file; nothing is read half.
    """
    folders, problems = order_folders(folder)
    if not folders and not problems:
        problems.append(_nothing_here(folder))
    orders: list[SourceOrder] = []
    for path in watched(folders):
        read = _read_folder(path, folder, today, problems)
        orders += [read] if read else []
    problems += _same_ids(orders, folder)
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return Source(tuple(orders), tuple(problems))


def read_order_folder(path: Path, today: date) -> SourceOrder:
    """The order of one folder of ``source/``. Raises ``ProblemsFound`` with every problem of its files."""
    problems: list[Problem] = []
    read = _read_folder(path, path.parent, today, problems)
    if read is None or any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return read


def _nothing_here(root: Path) -> Problem:
    fix = "add a folder with an order.md, for example source/eo-14409/order.md"
    message, allowed = "there is no order here", "one folder for each order"
    return Problem(shown(root, root), 0, 0, message, "an empty folder", allowed, fix)


def _read_folder(path: Path, root: Path, today: date, problems: list[Problem]) -> SourceOrder | None:
    if not exists(path / ORDER_FILE):
        problems.append(no_order(path, root))
        return None
    problems += strangers(path, root)
    reading, faults = _read_order(path / ORDER_FILE, root, today)
    is_sound = not any(problem.severity == "error" for problem in faults)
    progress, more = _read_log(path / PROGRESS_FILE, root, reading, is_sound, today)
    problems += [*faults, *more]
    return SourceOrder(path, reading, progress) if reading else None


def _read_order(file: Path, root: Path, today: date) -> tuple[Reading | None, list[Problem]]:
    raw, problems = read_bytes(file, root)
    if raw is None:
        return None, problems
    name = shown(file, root)
    text, faults = decode(raw, name)
    order, more = read_order_md(text, name, file.parent.name, today)
    reading, unread = _reading(order, name)
    return reading, [*with_lines(faults, {name: text}), *more, *unread]


def _read_log(
    file: Path, root: Path, reading: Reading | None, is_sound: bool, today: date
) -> tuple[Progress, list[Problem]]:
    """The log beside an order; it is judged against the order's reading only where that is sound."""
    if not exists(file):
        return Progress(), []
    raw, problems = read_bytes(file, root)
    if raw is None:
        return Progress(), problems
    signed = reading.order.signed if reading else None
    return read_progress(raw, shown(file, root), reading if is_sound else None, signed, today)


def _reading(order: Order, file: str) -> tuple[Reading, list[Problem]]:
    reading = read_reading(order)
    if problem := lack_of_substance(reading, file):
        return reading, [problem]
    if not reading.obligations:
        message = "nothing in this order is an obligation"
        return reading, [Problem(file, 0, 0, message, fix="if that is wrong, report the sentence", severity="warning")]
    return reading, []


def _same_ids(orders: list[SourceOrder], root: Path) -> list[Problem]:
    seen: dict[str, Path] = {}
    problems = []
    for order in orders:
        first = seen.setdefault(order.reading.order.id, order.folder)
        if first != order.folder:
            file = shown(order.folder / ORDER_FILE, root)
            problems.append(
                Problem(
                    file,
                    0,
                    0,
                    "two orders have the same id",
                    order.reading.order.id,
                    "an id of its own",
                    f"see {shown(first, root)}",
                )
            )
    return problems
