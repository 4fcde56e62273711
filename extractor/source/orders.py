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
from extractor.register.corrections_yml import Correction, read_corrections
from extractor.register.publishing import Published, publish
from extractor.register.records import Register
from extractor.register.register_yml import read_register
from extractor.register.unaccepted import lost_corrections, lost_orders, unaccepted, unknown_ids
from extractor.source.progress import read_progress
from extractor.source.substance import lack_of_substance
from extractor.yaml.text import decode

ORDER_FILE, PROGRESS_FILE = "order.md", "progress.yml"
REGISTER_FILE, CORRECTIONS_FILE = "register.yml", "corrections.yml"
_KNOWN_FILES = {ORDER_FILE, PROGRESS_FILE, REGISTER_FILE, CORRECTIONS_FILE}


@dataclass(frozen=True, slots=True)
class SourceOrder:
    """One folder of ``source/``: its reading as it would be published, its progress log, and what was accepted.

    ``read`` is the reading of this run before the register and the corrections.
    """

    folder: Path
    read: Reading
    published: Published
    progress: Progress
    register: Register | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def reading(self) -> Reading:
        """What is published of the order."""
        return self.published.reading


@dataclass(frozen=True, slots=True)
class Source:
    """All of ``source/``. ``warnings`` are problems that stop nothing."""

    orders: tuple[SourceOrder, ...]
    warnings: tuple[Problem, ...]


Watched = Callable[[list[Path]], Iterable[Path]]


def _unwatched(folders: list[Path]) -> Iterable[Path]:
    return folders


def read_source(folder: Path, today: date, watched: Watched = _unwatched, accepting: bool = False) -> Source:
    """Every order in ``source/``, by the name of its folder. ``today`` is the clock's day.

    A reading that differs from its register is a problem, except where a command is ``accepting`` it.

    ``watched`` is handed the folders and hands them out one by one, so that a caller can show how far the reading is.

    Raises ``ProblemsFound`` with every problem of every file; nothing is read half.
    """
    problems: list[Problem] = []
    orders: list[SourceOrder] = []
    for path in watched(_order_folders(folder, problems)):
        read = _read_folder(path, folder, today, problems)
        orders += [read] if read else []
        if read and not accepting:
            problems += unaccepted(read, _shown(path / REGISTER_FILE, folder))
    problems += _same_ids(orders, folder)
    problems += lost_orders(folder, [order.folder.name for order in orders])
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return Source(tuple(orders), tuple(problems))


def not_accepted(source: Source) -> list[Problem]:
    """What ``read_source`` refuses where it is not ``accepting``: each difference from a register."""
    return [
        problem
        for order in source.orders
        for problem in unaccepted(order, f"source/{order.folder.name}/{REGISTER_FILE}")
    ]


def _order_folders(folder: Path, problems: list[Problem]) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not found:
        fix = (
            "tracker import 14413 (an order by its number), or tracker import FILE (a page, PDF or text that you saved)"
        )
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
    register, corrections, published = _accepted(path, root, reading, problems)
    progress = Progress()
    if (path / PROGRESS_FILE).is_file():
        unread_order = any(p.severity == "error" for p in [*faults, *more, *unread])
        keys = None if unread_order else known_keys(published, register)
        progress, faults = read_progress(
            (path / PROGRESS_FILE).read_bytes(), _shown(path / PROGRESS_FILE, root), keys, order.signed, today
        )
        problems += faults
    return SourceOrder(path, reading, published, progress, register, corrections)


def _accepted(
    path: Path, root: Path, reading: Reading, problems: list[Problem]
) -> tuple[Register | None, tuple[Correction, ...], Published]:
    """The register and the corrections of a folder, and what is published with them."""
    register: Register | None = None
    corrections: tuple[Correction, ...] = ()
    if (path / REGISTER_FILE).is_file():
        file = _shown(path / REGISTER_FILE, root)
        register, faults = read_register((path / REGISTER_FILE).read_bytes(), file, path.name)
        problems += faults
    file = _shown(path / CORRECTIONS_FILE, root)
    if (path / CORRECTIONS_FILE).is_file():
        corrections, faults = read_corrections((path / CORRECTIONS_FILE).read_bytes(), file, path.name)
        problems += faults
    published = publish(reading, register, corrections, file)
    problems += [*published.problems, *unknown_ids(corrections, known_keys(published, register), file)]
    problems += lost_corrections(register, corrections, file)
    return register, corrections, published


def known_keys(published: Published, register: Register | None) -> tuple[str, ...]:
    """Every id that a log or a correction may speak of: what is published, what was rejected, what was ever accepted."""
    own = [obligation.key for obligation in published.reading.obligations]
    accepted = [record.key for record in register.records] if register else []
    return tuple(dict.fromkeys((*own, *(published.raw or {}), *accepted)))


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
