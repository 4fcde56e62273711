"""Changes by month and day, the newest first, as the Changes page shows them: what is open on it, and what is folded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractor.publish.changes.change import DERIVED_WORDS, Change
from extractor.publish.wording import month_name

SHOWN = 20  # changes and groups of notices of the newest month that stand open, and what else their last day has
SINGLE_MONTHS = 12  # months that have a line of their own; those before are folded by year


@dataclass(frozen=True, slots=True)
class Day:
    """One day: what changed in the record, and the notices of the calendar by kind."""

    day: date
    changes: tuple[Change, ...]
    notices: tuple[tuple[str, tuple[Change, ...]], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """One month, the newest day first. ``passed`` are notices that are only counted: of due dates that lay ahead then."""

    first: date
    days: tuple[Day, ...]
    passed: int = 0

    @property
    def name(self) -> str:
        """``July 2026``."""
        return month_name(self.first)

    @property
    def anchor(self) -> str:
        """The name of its place on the page: ``2026-07``."""
        return month_anchor(self.first)

    @property
    def recorded(self) -> int:
        """How many changes of the record it has."""
        return sum(len(day.changes) for day in self.days)

    @property
    def noticed(self) -> bool:
        """True where the calendar made something of it that is listed."""
        return any(day.notices for day in self.days)

    @property
    def past_due(self) -> int:
        """How many duties fell past due in it."""
        return sum(len(found) for day in self.days for kind, found in day.notices if kind == "past-due")

    @property
    def open_days(self) -> tuple[Day, ...]:
        """The newest days, until there is enough to read; the page folds the others."""
        count, shown = 0, []
        for day in self.days:
            if count >= SHOWN:
                break
            shown.append(day)
            count += len(day.changes) + len(day.notices)
        return tuple(shown)

    @property
    def folded_days(self) -> tuple[Day, ...]:
        """The days of it that ``open_days`` leaves."""
        return self.days[len(self.open_days) :]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year that are folded together, the newest first."""

    year: int
    months: tuple[Month, ...]

    @property
    def recorded(self) -> int:
        """How many changes of the record it has."""
        return sum(month.recorded for month in self.months)

    @property
    def past_due(self) -> int:
        """How many duties fell past due in it."""
        return sum(month.past_due for month in self.months)


def months(changes: Iterable[Change], notices: Iterable[Change], as_of: date) -> tuple[Month, ...]:
    """Every month in which something changed, the newest first, and always the month of ``as_of``.

    Both kinds come newest first. In months before that of ``as_of`` a notice that something was due soon tells
    nothing any more: only what fell past due stands there, and the others are counted.
    """
    now = as_of.replace(day=1)
    found: dict[date, dict[date, list[Change]]] = {now: {}}
    passed: dict[date, int] = {}
    for change in (*changes, *notices):
        first = change.day.replace(day=1)
        days = found.setdefault(first, {})
        if change.derived and first < now and change.kinds[0] != "past-due":
            passed[first] = passed.get(first, 0) + 1
        else:
            days.setdefault(change.day, []).append(change)
    return tuple(
        Month(
            first,
            tuple(_day(day, found[first][day]) for day in sorted(found[first], reverse=True)),
            passed.get(first, 0),
        )
        for first in sorted(found, reverse=True)
    )


def month_anchor(day: date) -> str:
    """The name of a day's month on the Changes page: ``2026-07``."""
    return day.isoformat()[:7]


def by_year(older: Iterable[Month]) -> tuple[Year, ...]:
    """Months by year, in the order given."""
    years: dict[int, list[Month]] = {}
    for month in older:
        years.setdefault(month.first.year, []).append(month)
    return tuple(Year(year, tuple(found)) for year, found in years.items())


def _day(day: date, found: list[Change]) -> Day:
    kinds = {kind: tuple(each for each in found if each.kinds[0] == kind) for kind in reversed(DERIVED_WORDS)}
    return Day(
        day,
        tuple(each for each in found if not each.derived),
        tuple((kind, notices) for kind, notices in kinds.items() if notices),
    )
