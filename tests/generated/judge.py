"""What is held against what is known: each duty right, or wrong in named fields, and whether anybody would have been told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generated.known import Known, Time

Record = dict[str, Any]


@dataclass(frozen=True)
class Miss:
    """A duty that is read wrongly, or a record that no duty stands for (``known`` is then missing)."""

    known: Known | None
    record: Record | None
    faults: tuple[str, ...]
    told: bool

    def __str__(self) -> str:
        wanted = f"{self.known.cite} {self.known.words}" if self.known else ""
        return f"{'told' if self.told else 'SILENT'} {', '.join(self.faults)}\n    {wanted}\n    {_short(self.record)}"


@dataclass
class Tally:
    """Counts over many orders."""

    duties: int = 0
    misses: list[Miss] = field(default_factory=list)
    built: Counter[str] = field(default_factory=Counter)

    def add(self, duties: Iterable[Known], reading: Record) -> None:
        """Judge one order."""
        duties = list(duties)
        self.duties += len(duties)
        self.built.update(name for duty in duties for name in duty.constructions)
        self.misses += judged(duties, reading)

    @property
    def right(self) -> float:
        """The share of duties that are right in every field; a record too many counts as one wrong."""
        return 1 - len(self.misses) / self.duties

    @property
    def told(self) -> float:
        """Of what is wrong, the share that is marked or unread."""
        return sum(miss.told for miss in self.misses) / len(self.misses) if self.misses else 1.0

    def by_construction(self) -> list[tuple[str, int, int]]:
        """Each construction with what is wrong of it and how often it was built, the worst share first."""
        wrong = Counter(name for miss in self.misses if miss.known for name in miss.known.constructions)
        rows = [(name, count, self.built[name]) for name, count in wrong.items()]
        return sorted(rows, key=lambda row: (-row[1] / row[2], row[0]))


def judged(duties: list[Known], reading: Record) -> list[Miss]:
    """Every duty of an order that is not right, and every record that stands for none."""
    left: list[Record] = list(reading["obligations"])
    open_duties: list[Known] = []
    for duty in duties:
        fitting = next((record for record in left if not faults(duty, record)), None)
        if fitting:
            left.remove(fitting)
        else:
            open_duties.append(duty)
    misses = [_miss(duty, left, reading) for duty in open_duties]
    return misses + [Miss(None, record, ("no such duty",), bool(record["review"])) for record in left]


def _miss(duty: Known, left: list[Record], reading: Record) -> Miss:
    near = [record for record in left if record["citation"] == duty.cite]
    record = min(near, key=lambda record: len(faults(duty, record)), default=None)
    if record is None:
        return Miss(duty, None, ("missing",), _is_unread(duty, reading))
    left.remove(record)
    return Miss(duty, record, faults(duty, record), bool(record["review"]) or _is_unread(duty, reading))


def _is_unread(duty: Known, reading: Record) -> bool:
    """Is there a passage in the account that shares the duty's words, or stands at its citation?"""
    words = _plain(duty.words)
    return any(
        entry["citation"] == duty.cite or (_plain(entry["words"]) and _plain(entry["words"]) in words)
        for entry in reading.get("unread", ())
    )


def faults(duty: Known, record: Record) -> tuple[str, ...]:
    """The fields in which a record is not what is known; a record of another citation is wrong in that first."""
    right = {
        "citation": record["citation"] == duty.cite,
        "kind": record["kind"] == duty.kind,
        "who": _same(record["responsible"], duty.lead),
        "through": _same(record["through"], duty.through),
        "consult": _same(record["in_consultation_with"], duty.consult),
        "coordinate": _same(record["in_coordination_with"], duty.coordinate),
        "action": _plain(record["action"]).startswith(_plain(duty.begins)),
        "time": _fits(duty.time, record["deadline"]),
        "due": duty.time.open_due or record["due"] == (duty.time.due.isoformat() if duty.time.due else None),
    }
    return tuple(name for name, is_right in right.items() if not is_right)


def _fits(time: Time, deadline: Record) -> bool:
    if deadline["kind"] != time.kind or deadline["date"] != (time.date.isoformat() if time.date else None):
        return False
    return time.unit == "?" or (deadline["amount"], deadline["unit"]) == (time.amount, time.unit)


def _same(read: Iterable[str], known: Iterable[str]) -> bool:
    return sorted(map(str.lower, read)) == sorted(map(str.lower, known))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().lower()


def _short(record: Record | None) -> str:
    if record is None:
        return "nothing is read"
    deadline = {
        name: value
        for name, value in record["deadline"].items()
        if value and name in ("kind", "amount", "unit", "date", "event")
    }
    who = {
        name: record[name]
        for name in ("responsible", "through", "in_consultation_with", "in_coordination_with")
        if record[name]
    }
    return f"{record['citation']} {who} | {record['action'][:90]} | {deadline} due {record['due']} {record['review']}"
