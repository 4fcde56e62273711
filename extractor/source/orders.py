"""The folders of ``source/`` → orders with their logs. All problems of all files are found in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.model import Order, Progress, Reading
from extractor.pipeline import read_reading
from extractor.problems import Problem, ProblemsFound, did_you_mean
from extractor.read.order_md import read_order_md
from extractor.source.progress import read_progress
from extractor.source.substance import lack_of_substance
from extractor.yaml.text import decode

ORDER_FILE, PROGRESS_FILE = "order.md", "progress.yml"
_KNOWN_FILES = {ORDER_FILE, PROGRESS_FILE}


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
    problems: list[Problem] = []
    orders: list[SourceOrder] = []
    for path in watched(_order_folders(folder, problems)):
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


def _order_folders(folder: Path, problems: list[Problem]) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not found:
        fix = "add a folder with an order.md, for example source/eo-14409/order.md"
        problems.append(
            Problem(
                _shown(folder, folder),
                0,
                0,
                "there is no order here",
                "an empty folder",
                "one folder for each order",
                fix,
            )
        )
    return found


def _read_folder(path: Path, root: Path, today: date, problems: list[Problem]) -> SourceOrder | None:
    order_file = path / ORDER_FILE
    if not order_file.is_file():
        problems.append(_no_order(path, root))
        return None
    problems += _strangers(path, root)
    file = _shown(order_file, root)
    text, faults = decode(order_file.read_bytes(), file)
    order, more = read_order_md(text, file, path.name, today)
    problems += [*faults, *more]
    reading, unread = _reading(order, file)
    problems += unread
    progress = Progress()
    if (path / PROGRESS_FILE).is_file():
        keys = (
            None
            if any(p.severity == "error" for p in [*faults, *more, *unread])
            else [o.key for o in reading.obligations]
        )
        progress, faults = read_progress(
            (path / PROGRESS_FILE).read_bytes(), _shown(path / PROGRESS_FILE, root), keys, order.signed, today
        )
        problems += faults
    return SourceOrder(path, reading, progress)


def _reading(order: Order, file: str) -> tuple[Reading, list[Problem]]:
    reading = read_reading(order)
    if problem := lack_of_substance(reading, file):
        return reading, [problem]
    if not reading.obligations:
        message = "nothing in this order is an obligation"
        return reading, [Problem(file, 0, 0, message, fix="if that is wrong, report the sentence", severity="warning")]
    return reading, []


def _no_order(path: Path, root: Path) -> Problem:
    names = ", ".join(sorted(child.name for child in path.iterdir())) or "nothing"
    fix = f"add {_shown(path / ORDER_FILE, root)}, or remove the folder"
    return Problem(_shown(path, root), 0, 0, "the folder has no order.md", names, ORDER_FILE, fix)


def _strangers(path: Path, root: Path) -> list[Problem]:
    """Files that nothing reads: most often a misspelt name, so that a log would be lost in silence."""
    found = sorted(
        child for child in path.iterdir() if child.name not in _KNOWN_FILES and not child.name.startswith(".")
    )
    return [
        Problem(_shown(child, root), 0, 0, "no part of the tracker reads this file", child.name, " or ".join(sorted(_KNOWN_FILES)),
                did_you_mean(child.name, _KNOWN_FILES) or "remove it")
        for child in found
    ]  # fmt: skip


def _same_ids(orders: list[SourceOrder], root: Path) -> list[Problem]:
    seen: dict[str, Path] = {}
    problems = []
    for order in orders:
        first = seen.setdefault(order.reading.order.id, order.folder)
        if first != order.folder:
            file = _shown(order.folder / ORDER_FILE, root)
            problems.append(
                Problem(
                    file,
                    0,
                    0,
                    "two orders have the same id",
                    order.reading.order.id,
                    "an id of its own",
                    f"see {_shown(first, root)}",
                )
            )
    return problems


def _shown(path: Path, root: Path) -> str:
    """The path as a maintainer knows it: from ``source/`` on."""
    return Path(root.name, path.relative_to(root)).as_posix() if path != root else f"{root.name}/"
