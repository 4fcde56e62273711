"""One text → the ``order.md`` of its folder in ``source/``, checked before anything is written.

Read the text, write it as ``order.md``, read that back: the words and the obligations must be the same. Where the
folder exists already, the progress log's keys must all be keys of the new text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractor.intake.changes import replaced_text
from extractor.intake.origin import Origin, order_of
from extractor.intake.write_order_md import order_md
from extractor.model import Order, Reading
from extractor.pipeline import read_reading
from extractor.problems import Problem, ProblemsFound
from extractor.read.order_md import read_order_md
from extractor.source.source_files import ORDER_FILE, bytes_of, exists, read_bytes, until_file
from extractor.source.wrong_file import wrong_file
from extractor.yaml.text import decode

_KEPT = (
    "number",
    "published",
    "effective",
    "citation",
    "document",
    "official_url",
    "status_date",
    "status_by",
    "status_source",
)
_OF_THE_TEXT = {"body", "blocks", "sha256", "text"}


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would write: the folder, the file's text, its reading, and what changes for a folder that is
    there.

    ``changes`` is ``None`` for a new folder. ``until``: the day until which the text that is there held; it is kept.
    """

    folder: Path
    text: str
    reading: Reading
    changes: tuple[str, ...] | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """The day from which the new text holds, the order that amended it, and where that can be read."""

    on: date
    by: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: the project's ``source/``, ``--as``, ``--signed``, ``--replace``, ``--force``,
    ``--amended`` with ``--by`` and ``--status-source``.
    """

    source: Path
    order_id: str | None = None
    signed: date | None = None
    replace: bool = False
    force: bool = False
    amended: Amendment | None = None


def plan_import(origin: Origin, request: Request, today: date) -> Import:
    """What importing ``origin`` would write. Nothing is written here. ``today`` is the clock's day.

    Raises ``ProblemsFound`` for a text that cannot be read or holds no order, a folder that exists (unless
    ``replace``), and, unless ``force``, for a new text in which an accepted obligation or one with a log is lost or in
    doubt, or a signing date that is not the accepted one.
    """
    order = order_of(origin, request.order_id, request.signed)
    folder = request.source / order.id
    old = _existing(folder, origin, request, today)
    order = _with_title(order if old is None else _keep(order, old.order, request), origin)
    text = order_md(order, origin.sha256)
    reading = read_reading(order)
    _check_reading(reading, origin)
    _check_round_trip(reading, text, f"{folder.name}/{ORDER_FILE}", today)
    if old is None:
        return Import(folder, text, reading)
    if request.amended:
        _check_kept(folder, request.amended.on)
    replaced = replaced_text(folder, old, reading, _shown(folder))
    if replaced.problems and not request.force:
        raise ProblemsFound(replaced.problems)
    return Import(folder, text, reading, replaced.lines, request.amended.on if request.amended else None)


def _existing(folder: Path, origin: Origin, request: Request, today: date) -> Reading | None:
    """The reading of the folder as it is; ``None`` where there is none."""
    file = folder / ORDER_FILE
    if not folder.exists():
        return None
    if not request.replace:
        fix = "add --replace to put this text in its place (the log is kept), or --as ID to import it under another id"
        raise ProblemsFound([Problem(_shown(folder), 0, 0, "this order is already here", folder.name, "a new id", fix)])
    if not exists(file):
        return read_reading(_nothing(folder.name))
    raw, problems = read_bytes(file, request.source)
    if raw is None:
        raise ProblemsFound(problems)
    text, problems = decode(raw, _shown(file))
    order, faults = read_order_md(text, _shown(file), folder.name, today)
    if problems or faults:
        raise ProblemsFound([*problems, *faults])
    return read_reading(order)


def _nothing(order_id: str) -> Order:
    return Order(order_id, "executive order", "", "", (), "")


def _keep(order: Order, old: Order, request: Request) -> Order:
    """The new text's fields; what it does not state stays as it was. The status is the maintainers' and always stays."""
    kept = {name: getattr(old, name) for name in _KEPT if getattr(order, name) is None}
    kept |= {"status": old.status}
    if amended := request.amended:
        kept |= {
            "status": "amended",
            "status_date": amended.on,
            "status_by": amended.by,
            "status_source": amended.source,
        }
    if request.signed is None and (order.signed is None or request.amended):
        kept["signed"] = old.signed  # an amended text may close with the day of the order that amended it
    if not order.title:
        kept["title"] = old.title
    return replace(order, **kept)


def _with_title(order: Order, origin: Origin) -> Order:
    return order if order.title else replace(order, title=_fallback_title(order, origin))


def _fallback_title(order: Order, origin: Origin) -> str:
    return f"Executive Order {order.number}" if order.number else f"Order in {Path(origin.name).name}"


def _check_reading(reading: Reading, origin: Origin) -> None:
    if problem := wrong_file(reading, origin.name):
        raise ProblemsFound([problem])


def _check_round_trip(reading: Reading, text: str, file: str, today: date) -> None:
    """What was written must read as what was imported: the same words, the same obligations."""
    order, problems = read_order_md(text, file, reading.order.id, today)
    if problems:
        raise ProblemsFound(problems)
    again = read_reading(order)
    if _words(order) == _words(reading.order) and _essence(again) == _essence(reading):
        return
    fix = "report this, with the file that you imported"
    raise ProblemsFound([Problem(file, 0, 0, "the text does not survive as order.md", None, "the same reading", fix)])


def _words(order: Order) -> str:
    """The order's words without blanks: a heading that ends right before a label gets a line of its own."""
    return "".join(order.body.split())


def _essence(reading: Reading) -> list[tuple[object, ...]]:
    return [(o.key, o.quote, o.actors, o.action, o.schedule) for o in reading.obligations]


def _check_kept(folder: Path, day: date) -> None:
    """The text until an amendment is kept once: another one of the same day would take its place."""
    kept = bytes_of(folder / until_file(day))
    if kept is not None and kept != bytes_of(folder / ORDER_FILE):
        file = _shown(folder / until_file(day))
        fix = "leave out --amended to set the amended text right, or give the day of the later amendment"
        message = "the text until that amendment is kept already"
        raise ProblemsFound([Problem(file, 0, 0, message, file, "a day on which no amendment is on file", fix)])


def _shown(path: Path) -> str:
    """The path as maintainers know it, from ``source/`` on."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index("source") if "source" in parts else max(0, len(parts) - 2)
    return Path(*parts[start:]).as_posix()
