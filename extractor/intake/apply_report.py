"""A report → the file under ``source/`` with it. The order's files are read with the change before anything is written."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

from extractor.intake.reports import ProgressReport, ReadingReport
from extractor.model import Entry, Reading
from extractor.problems import Problem, ProblemsFound
from extractor.source.files import PROGRESS_FILE
from extractor.source.orders import read_source
from extractor.write import write_one
from extractor.yaml.fields import nearest_word
from extractor.yaml.tree import Mapping, Scalar, Sequence, read_yaml

CORRECTIONS_FILE = "corrections.yml"


def apply_progress(report: ProgressReport, source: Path, today: date) -> Path:
    """Append the entry to its order's log; the file that was written.

    Raises ``ProblemsFound``, with nothing written, where the obligation does not exist or the log does not take the entry.
    """
    file = source / report.order / PROGRESS_FILE
    _check_key(report.order, report.key, source, today)
    old = file.read_text("utf-8") if file.exists() else ""
    new = with_entry(old, report.key, report.entry)
    _read_with(report.order, new, source, today)
    write_one(file, new.encode("utf-8"))
    return file


def apply_correction(report: ReadingReport, source: Path, today: date) -> Path:
    """Append the correction to its order's corrections; the file that was written. Raises ``ProblemsFound``."""
    file = source / report.order / CORRECTIONS_FILE
    _check_key(report.order, report.key, source, today)
    old = file.read_text("utf-8") if file.exists() else ""
    new = with_correction(old, report, today)
    write_one(file, new.encode("utf-8"))
    return file


def with_entry(log: str, key: str, entry: Entry) -> str:
    """The text of a log with ``entry`` appended under ``key``: a new key comes last; every other line stays as it is."""
    root, _ = read_yaml(log, PROGRESS_FILE)
    blocks = root.get("log") if isinstance(root, Mapping) else None
    lines = log.rstrip("\n").split("\n") if log.strip() else []
    if not isinstance(blocks, Mapping) or not blocks.pairs:
        has_key = isinstance(blocks, Scalar)
        return "\n".join([*lines, *([] if has_key else ["log:"]), f"  {key}:", *_entry_lines(entry, 4)]) + "\n"
    indent = blocks.pairs[0][0].column - 1
    own = next((n for n, (name, _) in enumerate(blocks.pairs) if name.text == key), None)
    if own is None:
        place = _end(lines, blocks.pairs[-1][0].line, indent)
        lines[place:place] = [f"{' ' * indent}{key}:", *_entry_lines(entry, indent + 2)]
    else:
        name, block = blocks.pairs[own]
        dash = block.column - 1 if isinstance(block, Sequence) else indent + 2
        place = _end(lines, name.line, indent)
        lines[place:place] = _entry_lines(entry, dash)
    return "\n".join(lines) + "\n"


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


def _end(lines: list[str], key_line: int, indent: int) -> int:
    """Where a block ends (an index into ``lines``): after its last line that is indented deeper than its key."""
    last = key_line
    for number in range(key_line, len(lines)):
        text = lines[number]
        if text.strip() and not text.lstrip().startswith("#") and len(text) - len(text.lstrip()) <= indent:
            if not (text.lstrip().startswith("- ") and len(text) - len(text.lstrip()) == indent):
                break
        if text.strip() and not (text.lstrip().startswith("#") and len(text) - len(text.lstrip()) <= indent):
            last = number + 1
    return last


def _entry_lines(entry: Entry, indent: int) -> list[str]:
    """The entry as YAML: words in double quotes, so that nothing in them is YAML."""
    fields = [f"date: {entry.date}"]
    fields += [f"recorded: {entry.recorded}"] if entry.recorded != entry.date else []
    fields += [f"status: {entry.status}"] if entry.status else []
    fields += [f"due: {entry.due}"] if entry.due else []
    fields += [f"triggered: {entry.triggered}"] if entry.triggered else []
    fields += [f"note: {_quoted(entry.note)}"] if entry.note else []
    if entry.evidence:
        fields.append("evidence:")
        for record in entry.evidence:
            fields += [f"  - url: {_quoted(record.url)}", f"    title: {_quoted(record.title)}"]
    fields.append(f"basis: {entry.basis}")
    return [f"{' ' * indent}{'- ' if n == 0 else '  '}{field}" for n, field in enumerate(fields)]


def _quoted(text: str) -> str:
    """A YAML double-quoted scalar on one line; JSON's strings are such (YAML 1.2, section 1.2)."""
    return json.dumps(text, ensure_ascii=False)


def _check_key(order: str, key: str, source: Path, today: date) -> None:
    reading = _reading(order, source, today)
    keys = [obligation.key for obligation in reading.obligations]
    if key not in keys:
        allowed = ", ".join(keys[:40]) + (f" and {len(keys) - 40} more" if len(keys) > 40 else "")
        message = f"{order} has no such obligation"
        raise ProblemsFound(
            [Problem("Obligation", 0, 0, message, key, allowed, nearest_word(key, keys) if keys else None)]
        )


def _reading(order: str, source: Path, today: date) -> Reading:
    return _read_with(order, None, source, today)


def _read_with(order: str, log: str | None, source: Path, today: date) -> Reading:
    """The order's reading with another log (``None``: without one), read in a folder of its own.

    Raises ``ProblemsFound`` with what ``tracker check`` would say.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "source", order)
        folder.mkdir(parents=True)
        for file in (source / order).iterdir():
            if file.name != PROGRESS_FILE and file.is_file():
                shutil.copyfile(file, folder / file.name)
        if log is not None:
            (folder / PROGRESS_FILE).write_text(log, "utf-8")
        return read_source(folder.parent, today).orders[0].reading
