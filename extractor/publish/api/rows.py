"""One obligation as a row of a spreadsheet: the columns, once for every file, and the values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extractor.publish.api.record_model import TrackedObligation

Value = str | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in CSV, its heading in a workbook, what it holds, its width there in characters."""

    name: str
    heading: str
    holds: str
    width: int
    value: Callable[[TrackedObligation, date], Value]


def _list(names: tuple[str, ...]) -> str:
    return "; ".join(names)


def _evidence(record: TrackedObligation, _as_of: date) -> str:
    """The addresses, each once, the oldest first; an address has no blank in it."""
    return " ".join(dict.fromkeys(each.url for entry in record.history for each in entry.evidence))


COLUMNS = (
    Column("id", "Id", "The permanent name of the obligation", 16, lambda r, _day: r.id),
    Column("order", "Order", "The permanent name of the order", 10, lambda r, _day: r.order),
    Column("citation", "Citation", "Where it stands in the order", 10, lambda r, _day: r.citation),
    Column("duty", "Duty", "The duty in plain words", 60, lambda r, _day: r.headline),
    Column("responsible", "Responsible", "The officials who must do it", 36, lambda r, _day: _list(r.responsible)),
    Column("through", "Through", "The officers through whom they act", 36, lambda r, _day: _list(r.through)),
    Column(
        "with", "With", "Who is consulted or coordinated with", 36,
        lambda r, _day: _list(tuple(dict.fromkeys(r.in_consultation_with + r.in_coordination_with))),
    ),
    Column("due", "Due", "The due date", 12, lambda r, _day: r.due),
    Column("undated", "Why no date", "Why there is no due date", 28, lambda r, _day: r.undated),
    Column("estimate", "Estimate", "The date expected, where none is set; not a deadline", 12, lambda r, _day: r.estimate),
    Column("deadline", "Deadline", "The deadline in the order’s words", 36, lambda r, _day: r.deadline.quote),
    Column("standing", "Standing", "Where it stands: a key for filters", 16, lambda r, _day: r.standing),
    Column(
        "standing_words", "Standing in words", "Where it stands, and what was searched", 44, lambda r, _day: r.standing_words
    ),
    Column("searched", "Last searched", "When the public record was last searched", 14, lambda r, _day: r.searched),
    Column("done", "Done on", "The day on which it was completed, by the log", 12, lambda r, _day: r.completed),
    Column("evidence", "Evidence", "The addresses that the log rests on, parted by blanks", 40, _evidence),
    Column("review", "Needs review", "Why a person should compare the reading; empty: no doubt noted", 30, lambda r, _day: _list(r.review)),
    Column("quote", "Words of the order", "The sentence of the order", 80, lambda r, _day: r.quote),
    Column("page", "Page", "The obligation’s page on this site", 48, lambda r, _day: r.page),
    Column("as_of", "As of", "The day that the standing is as of", 12, lambda _r, day: day),
    Column("next_due", "Next due", "Of a duty that recurs: when the first round after that day is due", 12, lambda r, _day: r.next_due),
    Column(
        "rounds", "Rounds", "Of a duty that recurs: the due date and the standing of the last rounds and of the next", 40,
        lambda r, _day: _list(tuple(f"{each.due} {each.standing}" for each in r.rounds)),
    ),
)  # fmt: skip
"""Every column, in order. Within v1 columns are only added, at the end."""


def row(record: TrackedObligation, as_of: date) -> Row:
    """The values of one obligation, column by column: dates as dates, text on one line, ``None`` for what is absent."""
    return tuple(_one_line(column.value(record, as_of)) for column in COLUMNS)


def _one_line(value: Value) -> Value:
    return (" ".join(value.split()) or None) if isinstance(value, str) else value
