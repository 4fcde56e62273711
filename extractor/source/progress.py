"""The progress log of one order, ``progress.yml``: obligation → entries, oldest first.

The log is append-only. Entries stand in the order in which they were put on record; a later entry may be about an
earlier day, because a mistake is set right by a new entry.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from pydantic import Field

from extractor.events import EventDays
from extractor.model import Entry, Evidence, Progress, Reading
from extractor.problems import Problem, with_lines
from extractor.source.entry_fields import EntryFields
from extractor.source.entry_rules import entry_problems
from extractor.source.history_rules import History, Written, history_problems, runs_from_an_event
from extractor.source.log_keys import is_empty, key_problems
from extractor.yaml.field_types import Days, IsoDate, Text
from extractor.yaml.fields import SourceModel, read_fields
from extractor.yaml.text import decode, hidden_characters
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, describe, read_yaml, shown

LARGEST = 500_000  # bytes; about 2,500 entries, which take the YAML parser some 5 seconds


class ProgressFile(SourceModel):
    """The progress log of one order: when the public record was last searched and in what, and the entries.

    Without ``checked`` the record was never searched. A key with nothing after it has nothing on record.
    """

    checked: IsoDate | None = Field(
        default=None, title="The day on which the public record was last searched for the whole order"
    )
    checked_in: Text | None = Field(default=None, title="What was searched on that day, in a few words")
    check_every: Days | None = Field(
        default=None, title="How often it is to be searched, in days; the site then says when the next search is due"
    )
    log: dict[str, tuple[EntryFields, ...] | None] = Field(
        default={},
        title="The entries, oldest first, by the key of their obligation (2-c for section 2(c))",
        description="obligation keys, each with a list of entries",
    )


def read_progress(
    raw: bytes, file: str, reading: Reading | None, signed: date | None, today: date, also: Collection[str] = ()
) -> tuple[Progress, list[Problem]]:
    """The log in a file's bytes and every problem in it.

    ``reading``: the order's obligations, which the log may speak of, and its passages that oblige nobody; ``None`` when
    the order could not be read, then keys and what depends on a deadline are not judged. ``also``: keys beside its
    own, of obligations that were accepted once. ``signed``: nothing happened before it, where it is known. ``today``:
    the clock's day, which tells what lies in the future. Whatever the bytes, this returns; with problems the progress
    holds what could be read.
    """
    if len(raw) > LARGEST:
        found, allowed = f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes"
        return Progress(), [Problem(file, 0, 0, "the file is too large", found, allowed)]
    text, problems = decode(raw, file)
    problems += hidden_characters(text, file)
    root, faults = read_yaml(text, file)
    problems += faults
    if root is None or (isinstance(root, Scalar) and root.text is None):
        return Progress(), with_lines(problems or [_empty(file)], {file: text})
    reader = _Reader(file, reading, signed, today, also)
    progress = reader.read(root)
    return progress, with_lines(problems + reader.problems, {file: text})


def _empty(file: str) -> Problem:
    allowed = "“log:” with the entries, and “checked:” with the day of the last search"
    return Problem(file, 1, 1, "the file is empty", "nothing", allowed, "add an entry, or delete the file")


class _Reader:
    """Reads one file and collects its problems."""

    def __init__(self, file: str, reading: Reading | None, signed: date | None, today: date, also: Collection[str]):
        self._file = file
        self._also = also
        self._reading = reading
        self._signed = signed
        self._today = today
        self.problems: list[Problem] = []

    def read(self, root: Node) -> Progress:
        """The log of a whole file; problems are collected."""
        values, faults = read_fields(ProgressFile, root, self._file)
        self.problems += faults
        if isinstance(root, Mapping):
            self._judge_search(values["checked"], values["checked_in"], root)
        log = root.get("log") if isinstance(root, Mapping) else None
        written: dict[str, tuple[Written, ...]] = {}
        if isinstance(log, Mapping):
            self.problems += key_problems(log, self._reading, self._file, self._also, EntryFields.model_fields)
            for key, block in log.pairs:
                if is_empty(block):
                    continue
                name = key.text or ""
                written[name] = (*written.get(name, ()), *self._block(name, block))
        blocks = tuple(
            (name, tuple(_entry(each) for each in block if each.values["date"])) for name, block in written.items()
        )
        progress = Progress(values["checked"], blocks, values["checked_in"], values["check_every"])
        self.problems += (
            problem
            for name, block in written.items()
            for problem in history_problems(self._history(name, block, progress))
        )
        return progress

    def _judge_search(self, checked: date | None, checked_in: str | None, root: Mapping) -> None:
        if checked and checked > self._today:
            self._misdated("checked: in the future", checked, f"{self._today} or earlier", root)
        if checked and self._signed and checked < self._signed:
            self._misdated("checked: before the order was signed", checked, f"{self._signed} or later", root)
        node = root.get("checked_in")
        if checked_in and node and root.get("checked") is None:
            message, fix = (
                "checked_in without the day of the search",
                "add “checked: …” with the day, or delete checked_in",
            )
            allowed = "checked_in beside checked"
            self.problems.append(Problem(self._file, node.line, node.column, message, "no checked", allowed, fix))

    def _misdated(self, message: str, day: date, allowed: str, root: Mapping) -> None:
        node = root.get("checked") or root
        self.problems.append(
            Problem(self._file, node.line, node.column, message, str(day), allowed, "correct the date")
        )

    def _block(self, key: str, block: Node) -> tuple[Written, ...]:
        if isinstance(block, Sequence) and block.items:
            return tuple(Written(item, self._fields(item)) for item in block.items)
        if isinstance(block, Scalar) and key in EntryFields.model_fields:
            return ()  # the key's own problem says where it belongs
        found = "brackets with nothing in them" if isinstance(block, Sequence) else describe(block)
        fix = "add an entry, or leave nothing after the key’s colon"
        if isinstance(block, Mapping):
            fix = "put “- ” before the entry’s first field"
        message, allowed = f"{shown(key)}: no entries below it", "entries, each beginning with “- date:”"
        self.problems.append(Problem(self._file, block.line, block.column, message, found, allowed, fix))
        return ()

    def _fields(self, item: Node) -> dict[str, Any]:
        values, faults = read_fields(EntryFields, item, self._file)
        values["recorded"] = values["recorded"] or values["date"]
        self.problems += faults
        if isinstance(item, Mapping):
            self.problems += entry_problems(self._file, item, values, self._signed, self._today)
        return values

    def _history(self, key: str, entries: tuple[Written, ...], progress: Progress) -> History:
        obligations = self._reading.obligations if self._reading else ()
        obligation = next((each for each in obligations if each.key == key), None)
        if self._reading is None or obligation is None:
            return History(self._file, entries, self._today)
        stated = EventDays(self._reading, progress).unextended(key)
        on_events = tuple(each.key for each in obligations if runs_from_an_event(each.deadline))
        return History(self._file, entries, self._today, obligation, stated, on_events)


def _entry(written: Written) -> Entry:
    values = written.values
    evidence = tuple(
        Evidence(each["url"], each["title"]) for each in values["evidence"] if each["url"] and each["title"]
    )
    return Entry(**{**values, "evidence": evidence, "line": written.node.line})
