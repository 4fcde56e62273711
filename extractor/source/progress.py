"""The progress log of one order, ``progress.yml``: obligation → entries, oldest first.

The log is append-only. Entries stand in the order in which they were put on record; a later entry may be about an
earlier day, because a mistake is set right by a new entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from pydantic import Field

from extractor.model import Entry, Evidence, Progress
from extractor.problems import Problem
from extractor.source.entry_rules import entry_problems, order_problems
from extractor.yaml.field_types import IsoDate, Text, WebAddress
from extractor.yaml.fields import SourceModel, nearest_word, read_fields
from extractor.yaml.text import decode
from extractor.yaml.tree import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe,
    read_yaml,
    shown,
)

LARGEST = 500_000  # bytes; about 2,500 entries, which take the YAML parser some 5 seconds


class EvidenceFields(SourceModel):
    """A public record that an entry rests on."""

    url: WebAddress
    title: Text


class EntryFields(SourceModel):
    """One entry of the log; ``recorded`` is ``date`` when absent, an entry without ``status`` is a note."""

    date: IsoDate
    recorded: IsoDate | None = None
    status: Literal["not-started", "in-progress", "completed", "blocked", "superseded", "rescinded"] | None = None
    note: Text | None = None
    evidence: tuple[EvidenceFields, ...] = ()
    basis: Literal["claimed", "verified"] = "claimed"
    due: IsoDate | None = None
    triggered: IsoDate | None = None


class ProgressFile(SourceModel):
    """The whole file: when the public record was last searched, where, and the log by obligation key.

    Without ``checked`` the record was never searched. A key with nothing after it has nothing on record.
    """

    checked: IsoDate | None = None
    checked_in: Text | None = None
    log: dict[str, tuple[EntryFields, ...] | None] = Field(
        default={}, description="obligation keys, each with a list of entries"
    )


def read_progress(
    raw: bytes, file: str, known_keys: Iterable[str] | None, signed: date | None, today: date
) -> tuple[Progress, list[Problem]]:
    """The log in a file's bytes and every problem in it.

    ``known_keys``: the keys of the order's obligations; ``None`` when the order could not be read, then keys are not
    judged. ``signed``: nothing happened before it, where it is known. ``today``: the clock's day, which tells what
    lies in the future. Whatever the bytes, this returns; with problems the progress holds what could be read.
    """
    if len(raw) > LARGEST:
        found, allowed = f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes"
        return Progress(), [Problem(file, 0, 0, "the file is too large", found, allowed)]
    text, problems = decode(raw, file)
    root, faults = read_yaml(text, file)
    problems += faults
    if root is None or (isinstance(root, Scalar) and root.text is None):
        return Progress(), problems or [_empty(file)]
    reader = _Reader(file, None if known_keys is None else tuple(known_keys), signed, today)
    progress = reader.read(root)
    return progress, problems + reader.problems


def _empty(file: str) -> Problem:
    allowed = "“checked:” with a date, then “log:” with the entries"
    return Problem(file, 1, 1, "the file is empty", "nothing", allowed, "add both, or delete the file")


class _Reader:
    """Reads one file and collects its problems."""

    def __init__(self, file: str, known_keys: tuple[str, ...] | None, signed: date | None, today: date):
        self._file = file
        self._keys = known_keys
        self._signed = signed
        self._today = today
        self.problems: list[Problem] = []

    def read(self, root: Node) -> Progress:
        """The log of a whole file; problems are collected."""
        values, faults = read_fields(ProgressFile, root, self._file)
        log = root.get("log") if isinstance(root, Mapping) else None
        self.problems += faults
        checked = values["checked"]
        if checked and isinstance(root, Mapping):
            self._judge_checked(checked, root.get("checked"))
        if not isinstance(log, Mapping):
            return Progress(checked, checked_in=values["checked_in"])
        first_blocks: dict[str, Scalar] = {}
        blocks: dict[str, tuple[Entry, ...]] = {}
        for key, block in log.pairs:
            name = key.text or ""
            is_empty = isinstance(block, Scalar) and block.text is None
            self._judge_key(key, first_blocks, is_empty)
            if is_empty:
                continue
            entries = self._block(name, block)
            blocks[name] = (*blocks.get(name, ()), *entries)
        return Progress(checked, tuple(blocks.items()), values["checked_in"])

    def _judge_checked(self, checked: date, node: Node | None) -> None:
        place = (self._file, node.line if node else 0, node.column if node else 0)
        if checked > self._today:
            allowed = f"{self._today} or earlier"
            self.problems.append(Problem(*place, "checked: in the future", str(checked), allowed, "correct the date"))
        if self._signed and checked < self._signed:
            allowed = f"{self._signed} or later"
            message = "checked: before the order was signed"
            self.problems.append(Problem(*place, message, str(checked), allowed, "correct the date"))

    def _judge_key(self, key: Scalar, first_blocks: dict[str, Scalar], is_empty: bool) -> None:
        """A key that is no obligation's is an error; with nothing on record it loses nothing and is a warning."""
        name = key.text or ""
        first = first_blocks.setdefault(name, key)
        if first is not key:
            self.problems.append(
                Problem(
                    self._file, key.line, key.column, f"a second block for {shown(name)}",
                    f"{shown(name)}, first at line {first.line}", "one block for each obligation",
                    f"append these entries to the first block, at line {first.line}",
                )
            )  # fmt: skip
        elif self._keys is not None and name not in self._keys:
            self.problems.append(
                Problem(
                    self._file, key.line, key.column, "unknown obligation", shown(name) or "nothing",
                    _listed(self._keys), "delete the line" if is_empty else _nearest_key(name, self._keys),
                    "warning" if is_empty else "error",
                )
            )  # fmt: skip

    def _block(self, key: str, block: Node) -> tuple[Entry, ...]:
        if not isinstance(block, Sequence) or not block.items:
            allowed = "a list of entries, each beginning with “- date:”"
            found = "an empty list" if isinstance(block, Sequence) else describe(block)
            message = f"{shown(key)}: not a list of entries"
            fix = (
                "put “- ” before the entry’s first field"
                if isinstance(block, Mapping)
                else "add an entry, or leave nothing after the key’s colon"
            )
            self.problems.append(Problem(self._file, block.line, block.column, message, found, allowed, fix))
            return ()
        read = [(item, self._fields(item)) for item in block.items]
        self.problems += order_problems(self._file, read)
        return tuple(_entry(values, item.line) for item, values in read if values["date"])

    def _fields(self, item: Node) -> dict[str, Any]:
        values, faults = read_fields(EntryFields, item, self._file)
        values["recorded"] = values["recorded"] or values["date"]
        self.problems += faults
        if isinstance(item, Mapping):
            self.problems += entry_problems(self._file, item, values, self._signed, self._today)
        return values


def _entry(values: dict[str, Any], line: int) -> Entry:
    evidence = tuple(
        Evidence(each["url"], each["title"]) for each in values["evidence"] if each["url"] and each["title"]
    )
    return Entry(**{**values, "evidence": evidence, "line": line})


def _listed(keys: tuple[str, ...]) -> str:
    shown_keys = ", ".join(keys[:40])
    return (
        shown_keys + (f" and {len(keys) - 40} more" if len(keys) > 40 else "")
    ) or "no key: the order has no obligation"


def _nearest_key(name: str, keys: tuple[str, ...]) -> str:
    """The key that a full id (``eo-14409/2-c``) or a citation (``2(c)``) means, or the nearest one."""
    nearest = nearest_word(name.rsplit("/", 1)[-1], keys) if keys else None
    return nearest or "use the key of the obligation that is meant: the last part of its page’s address"
