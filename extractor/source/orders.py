"""The folders of ``source/`` → orders with their logs. All problems of all files are found in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractor.acted_on import claims, over, warning
from extractor.effective import stated_effective
from extractor.model import EarlierText, Order, Progress, Reading
from extractor.pipeline import read_reading
from extractor.problems import Problem, ProblemsFound, with_lines
from extractor.read.order_md import read_order_md
from extractor.register.corrections_yml import Correction, read_corrections
from extractor.register.publishing import Published, publish
from extractor.register.register import Register
from extractor.register.register_yml import read_register
from extractor.register.unaccepted import lost_corrections, lost_orders, unaccepted, unknown_ids
from extractor.source.progress import read_progress
from extractor.source.source_files import (
    CORRECTIONS_FILE,
    ORDER_FILE,
    PROGRESS_FILE,
    REGISTER_FILE,
    earlier_texts,
    exists,
    no_order,
    order_folders,
    read_bytes,
    shown,
    strangers,
)
from extractor.source.wrong_file import wrong_file
from extractor.yaml.text import decode


@dataclass(frozen=True, slots=True)
class SourceOrder:
    """One folder of ``source/``: its reading as it would be published, its progress log, and what was accepted.

    ``read`` is the reading of this run before the register and the corrections, ``earlier`` those of the texts before
    an amendment.
    """

    folder: Path
    read: Reading
    published: Published
    progress: Progress
    register: Register | None = None
    corrections: tuple[Correction, ...] = ()
    earlier: tuple[Reading, ...] = ()

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
ReadOrder = Callable[[Order], Reading]


def _unwatched(folders: list[Path]) -> Iterable[Path]:
    return folders


def read_source(
    folder: Path,
    today: date,
    watched: Watched = _unwatched,
    accepting: bool = False,
    read_order: ReadOrder = read_reading,
) -> Source:
    """Every order in ``source/``, by the name of its folder. ``today`` is the clock's day.

    A reading that differs from its register is a problem, except where a command is ``accepting`` it.

    ``watched`` is handed the folders and hands them out one by one, so that a caller can show how far the reading is.
    ``read_order`` makes the reading of an order, or knows it already.

    Raises ``ProblemsFound`` with every problem of every file; nothing is read half.
    """
    folders, problems = order_folders(folder)
    if not folders and not problems:
        problems.append(_nothing_here(folder))
    orders: list[SourceOrder] = []
    for path in watched(folders):
        read = _read_folder(path, folder, today, problems, read_order)
        orders += [read] if read else []
        if read and not accepting:
            problems += unaccepted(read, shown(path / REGISTER_FILE, folder))
    problems += _same_ids(orders, folder)
    problems += _not_entered(orders, folder)
    problems += lost_orders(folder, {order.folder.name: order.register is not None for order in orders})
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return Source(tuple(orders), tuple(problems))


def read_all(folder: Path, today: date) -> tuple[Source, list[Problem]]:
    """Every order in ``source/`` as far as it can be read, whatever is wrong with it, and the problems."""
    folders, problems = order_folders(folder)
    read = [_read_folder(path, folder, today, problems) for path in folders]
    return Source(tuple(order for order in read if order), ()), problems


def not_accepted(source: Source) -> list[Problem]:
    """What ``read_source`` refuses where it is not ``accepting``: each difference from a register."""
    return [
        problem
        for order in source.orders
        for problem in unaccepted(order, f"source/{order.folder.name}/{REGISTER_FILE}")
    ]


def read_order_folder(path: Path, today: date) -> SourceOrder:
    """The order of one folder of ``source/``. Raises ``ProblemsFound`` with every problem of its files."""
    problems: list[Problem] = []
    read = _read_folder(path, path.parent, today, problems)
    if read is None or any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return read


def _nothing_here(root: Path) -> Problem:
    fix = "tracker import 14413 (an order by its number), or tracker import FILE (a page, PDF or text that you saved)"
    message, allowed = "there is no order here", "one folder for each order"
    return Problem(shown(root, root), 0, 0, message, "an empty folder", allowed, fix)


def _read_folder(
    path: Path, root: Path, today: date, problems: list[Problem], read_order: ReadOrder = read_reading
) -> SourceOrder | None:
    if not exists(path / ORDER_FILE):
        problems.append(no_order(path, root))
        return None
    problems += strangers(path, root)
    reading, faults = _read_order(path / ORDER_FILE, root, today, read_order)
    problems += faults
    if reading is None:
        return None
    earlier = _earlier(path, root, problems, read_order)
    register, corrections, published = _accepted(path, root, (reading, *earlier), problems, today)
    is_sound = not any(problem.severity == "error" for problem in faults)
    keys = known_keys(published, register)
    progress, more = _read_log(path / PROGRESS_FILE, root, published.reading, keys if is_sound else None, today)
    problems += more
    return SourceOrder(path, reading, published, progress, register, corrections, tuple(earlier))


def _earlier(path: Path, root: Path, problems: list[Problem], read_order: ReadOrder) -> list[Reading]:
    """The readings of the texts that an order had before it was amended; each says until when it held."""
    found = []
    for day, file in earlier_texts(path):
        raw, faults = read_bytes(file, root)
        problems += faults
        if raw is not None:
            name = shown(file, root)
            text, more = decode(raw, name)
            order, wrong = read_order_md(text, name, path.name)
            problems += [*with_lines(more, {name: text}), *wrong]
            reading = read_order(order)
            found.append(replace(reading, earlier=(EarlierText(day, order, reading.paragraphs),)))
    return found


def _read_order(file: Path, root: Path, today: date, read_order: ReadOrder) -> tuple[Reading | None, list[Problem]]:
    raw, problems = read_bytes(file, root)
    if raw is None:
        return None, problems
    name = shown(file, root)
    text, faults = decode(raw, name)
    order, more = read_order_md(text, name, file.parent.name, today)
    reading, unread = _reading(read_order(order), name)
    return reading, [*with_lines(faults, {name: text}), *more, *unread, *_other_effective_day(order, name)]


def _read_log(
    file: Path, root: Path, reading: Reading, keys: tuple[str, ...] | None, today: date
) -> tuple[Progress, list[Problem]]:
    """The log beside an order. ``keys``: all that it may speak of; ``None`` where the order is not sound."""
    if not exists(file):
        return Progress(), []
    raw, problems = read_bytes(file, root)
    if raw is None:
        return Progress(), problems
    signed = reading.order.signed
    return read_progress(raw, shown(file, root), None if keys is None else reading, signed, today, keys or ())


def _accepted(
    path: Path, root: Path, readings: tuple[Reading, ...], problems: list[Problem], today: date
) -> tuple[Register | None, tuple[Correction, ...], Published]:
    """The register and the corrections of a folder, and what is published with them.

    ``readings``: that of the text in force, then those of the texts before it was amended.
    """
    reading, *earlier = readings
    register: Register | None = None
    corrections: tuple[Correction, ...] = ()
    faults: list[Problem] = []
    file = shown(path / CORRECTIONS_FILE, root)
    if (raw := _bytes(path / REGISTER_FILE, root, problems)) is not None:
        register, faults = read_register(raw, shown(path / REGISTER_FILE, root), path.name)
        problems += faults
    if (raw := _bytes(path / CORRECTIONS_FILE, root, problems)) is not None:
        corrections, faults = read_corrections(raw, file, path.name, today)
        problems += faults
    published = publish(reading, register, corrections, file, earlier=tuple(earlier))
    problems += [each for each in published.problems if each.severity == "error" or not faults]
    problems += [*unknown_ids(corrections, known_keys(published, register), file)]
    problems += lost_corrections(register, corrections, file)
    return register, corrections, published


def _bytes(file: Path, root: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file that may be absent."""
    raw, faults = read_bytes(file, root) if exists(file) else (None, [])
    problems += faults
    return raw


def known_keys(published: Published, register: Register | None) -> tuple[str, ...]:
    """Every id that a log or a correction may speak of: what is published, what was rejected, what was ever accepted."""
    own = [obligation.key for obligation in published.reading.obligations]
    accepted = [record.key for record in register.records] if register else []
    return tuple(dict.fromkeys((*own, *(published.raw or {}), *accepted)))


def _other_effective_day(order: Order, file: str) -> Iterator[Problem]:
    """A warning where the front matter states another effective day than the order's words."""
    said = stated_effective(order)
    if order.effective and said and said != order.effective:
        message, fix = "effective: the order’s words name another day", "correct the field, or delete it"
        found, allowed = str(order.effective), f"{said}, as the words have it"
        yield Problem(file, 0, 0, message, found, allowed, fix, severity="warning")


def _reading(reading: Reading, file: str) -> tuple[Reading, list[Problem]]:
    if problem := wrong_file(reading, file):
        return reading, [problem]
    if not reading.obligations:
        message = "nothing in this order is an obligation"
        return reading, [Problem(file, 0, 0, message, fix="if that is wrong, report the sentence", severity="warning")]
    return reading, []


def _not_entered(orders: list[SourceOrder], root: Path) -> Iterator[Problem]:
    """A warning for each act of one order on another that nobody has entered."""
    said = claims(order.reading for order in orders)
    for each in orders:
        order = each.reading.order
        for claim in said.get(order.id, ()):
            keys = tuple(duty.key for duty in each.reading.obligations if over((claim,), duty))
            yield warning(order, claim, shown(each.folder / ORDER_FILE, root), keys)


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
