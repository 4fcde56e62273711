"""The time axis: from the first date to the last, ticks that never crowd, and the as-of day."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractor.words.dates import MONTHS

LEAST_GAP = 70  # pixels between two ticks
LEAST_LENGTH = 376  # pixels of an axis in a window of 480 pixels, the narrowest that shows a timeline across
PHONE_LENGTH = 242  # pixels of an axis in a window of 320 pixels, the narrowest that there is
_REACH = 0.25  # of the axis' length: an as-of day that is farther off stands beyond a break
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last``, which differ; ``as_of`` may lie outside."""

    first: date
    last: date
    as_of: date

    def at(self, day: date) -> float:
        """The day's place: 0 at the first day, 1 at the last."""
        return (day - self.first).days / (self.last - self.first).days

    @property
    def beyond(self) -> int:
        """-1 where the as-of day is before the axis, 1 where it is after it, else 0."""
        return (self.as_of > self.last) - (self.as_of < self.first)


@dataclass(frozen=True, slots=True)
class Step:
    """The distance of two ticks or the width of a bin: some days, or some whole months."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The next tick; past the last year that there is, the last day."""
        if self.days:
            return day + timedelta(days=min(self.days, (date.max - day).days))
        month = day.year * 12 + day.month - 1 + self.months
        return date(month // 12, month % 12 + 1, 1) if month // 12 <= date.max.year else date.max

    def before(self, day: date) -> date:
        """The last tick that is not after the day: the day itself, or the first of a month."""
        if self.days:
            return day
        month = (day.year * 12 + day.month - 1) // self.months * self.months
        return date(max(month // 12, 1), month % 12 + 1 if month >= 12 else 1, 1)

    def words(self, day: date) -> str:
        """A tick's label: ``Jul 2``, ``Jul 2026`` or ``2026``."""
        if self.days:
            return f"{MONTHS[day.month - 1][:3]} {day.day}"
        return str(day.year) if self.months % 12 == 0 else f"{MONTHS[day.month - 1][:3]} {day.year}"


STEPS = (*(Step(days=days) for days in _DAYS), *(Step(months=months) for months in _MONTHS))


def axis_of(days: Iterable[date], as_of: date) -> Axis:
    """The axis from the first of the days to the last, stretched to the as-of day where that is near."""
    days = tuple(days)
    first, last = min(days), max(days)
    reach = timedelta(days=max(int((last - first).days * _REACH), 1))
    near = first - as_of <= reach and as_of - last <= reach
    return Axis(min(first, as_of), max(last, as_of), as_of) if near else Axis(first, last, as_of)


def ticks(axis: Axis, length: float = LEAST_LENGTH) -> tuple[tuple[float, str], ...]:
    """The place and the label of each tick: as many as keep ``LEAST_GAP`` on an axis of ``length`` pixels."""
    for step in STEPS:
        days = tuple(_within(axis, step))
        places = [axis.at(day) for day in days]
        gaps = [after - before for before, after in itertools.pairwise(places)]
        if days and all(gap * length >= LEAST_GAP for gap in gaps):
            return tuple((place, step.words(day)) for place, day in zip(places, days, strict=True))
    return ((0.0, str(axis.first.year)),)


def _within(axis: Axis, step: Step) -> Iterator[date]:
    """The ticks of a step from the first day to the last; one more than can stand side by side is enough."""
    day, most = step.before(axis.first), LEAST_LENGTH // LEAST_GAP + 3
    while day <= axis.last and most:
        if day >= axis.first:
            yield day
            most -= 1
        day = step.after(day)


def bins(first: date, last: date, most: int) -> tuple[tuple[date, date], ...]:
    """The days from the first to the last in at most ``most`` bins of equal steps: the start of each and its end."""
    for step in STEPS:
        starts = [step.before(first)]
        while starts[-1] <= last and len(starts) <= most + 1 and starts[-1] < date.max:
            starts.append(step.after(starts[-1]))
        if len(starts) <= most + 1:
            return tuple(itertools.pairwise(starts))
    return ((first, last + timedelta(days=1)),)
