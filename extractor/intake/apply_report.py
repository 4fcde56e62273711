"""A report → the file under ``source/`` with it. The order's files are read with the change before anything is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from extractor.intake.reports import ProgressReport, ReadingReport
from extractor.lock import locked, source_lock
from extractor.model import Entry
from extractor.problems import Problem, ProblemsFound
from extractor.register.corrections_yml import read_corrections
from extractor.register.publishing import publish
from extractor.source.entry_fields import EntryFields
from extractor.source.log_edit import Given, LogOf, NewEntry, with_entry
from extractor.source.orders import SourceOrder, read_order_folder
from extractor.source.revise import revise_log
from extractor.source.source_files import CORRECTIONS_FILE, PROGRESS_FILE, bytes_of
from extractor.write import write_one
from extractor.yaml.fields import nearest_word
from extractor.yaml.tree import Mapping, read_yaml

LISTED = 12  # ids that a message lists


def apply_progress(report: ProgressReport, source: Path, today: date) -> Path:
    """Append the entry to its order's log; the file that was written.

    Raises ``ProblemsFound``, with nothing written, where the obligation does not exist or the log does not take the entry.
    """
    order = _order(report.order, report.key, source, today)
    of = LogOf(f"{source.name}/{report.order}/{PROGRESS_FILE}", order.reading, today)
    revise_log(order.folder, lambda raw: with_entry(raw, of, report.key, new_entry(report.entry)))
    return order.folder / PROGRESS_FILE


def apply_correction(report: ReadingReport, source: Path, today: date) -> Path:
    """Append the correction to its order's corrections; the file that was written. Raises ``ProblemsFound``."""
    order = _order(report.order, report.key, source, today)
    file = order.folder / CORRECTIONS_FILE
    with locked(source_lock(source)):
        raw = bytes_of(file) or b""
        new = with_correction(raw.decode("utf-8", "replace"), report, today).encode("utf-8")
        _judge(order, new, f"{source.name}/{report.order}/{CORRECTIONS_FILE}")
        write_one(file, new)
    return file


def new_entry(entry: Entry) -> NewEntry:
    """An entry of a form as the log takes it."""
    given = {name: _as_given(getattr(entry, name)) for name in EntryFields.model_fields}
    return NewEntry.of(**given | {"recorded": given["recorded"] if entry.recorded != entry.date else None})


def _as_given(value: Any) -> Given | None:
    return value.isoformat() if isinstance(value, date) else value


def with_correction(corrections: str, report: ReadingReport, today: date) -> str:
    """The text of ``corrections.yml`` with one more correction at the end of its list, made on ``today``."""
    lines = [f"  - id: {_quoted(f'{report.order}/{report.key}')}", f"    date: {today}"]
    if report.reject:
        lines.append("    reject: true")
    else:
        lines.append("    set:")
        lines += [f"      {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in report.fields]
    lines.append(f"    reason: {_quoted(report.reason)}")
    root, _ = read_yaml(corrections, CORRECTIONS_FILE)
    has_list = isinstance(root, Mapping) and root.get("corrections") is not None
    above = corrections.rstrip("\n").split("\n") if corrections.strip() else []
    return "\n".join([*above, *([] if has_list else ["corrections:"]), *lines]) + "\n"


def _judge(order: SourceOrder, corrections: bytes, file: str) -> None:
    """Raise ``ProblemsFound`` with what ``tracker check`` would say of the corrections."""
    found, problems = read_corrections(corrections, file, order.folder.name)
    problems += publish(order.read, order.register, found, file, earlier=order.earlier).problems
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)


def _quoted(text: str) -> str:
    """A YAML double-quoted scalar on one line; JSON's strings are such (YAML 1.2, section 1.2)."""
    return json.dumps(text, ensure_ascii=False)


def _order(name: str, key: str, source: Path, today: date) -> SourceOrder:
    """The order of a report, which has the obligation; ``ProblemsFound`` where it has not."""
    order = read_order_folder(source / name, today)
    keys = [obligation.key for obligation in order.reading.obligations]
    if key in keys:
        return order
    allowed = ", ".join(keys[:LISTED]) + (f" and {len(keys) - LISTED} more" if len(keys) > LISTED else "")
    nearest = nearest_word(key, keys) if keys else None
    raise ProblemsFound([Problem("Obligation", 0, 0, f"{name} has no such obligation", key, allowed, nearest)])
