"""Federal holidays (5 U.S.C. 6103) and the business days between them.

The holidays are those of subsection (a). Inauguration Day (subsection (c)) is a holiday for Federal employees in the
Washington area only, not nationwide, and is left out. A holiday on a Saturday is observed on the Friday before
(subsection (b)(1)), one on a Sunday on the Monday after (Executive Order 11582, sec. 3). Days that the President
closes offices by order (a day of mourning) are not holidays of the statute and are not counted as such.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from dateutil.rrule import MO, TH, YEARLY, rrule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY, _SUNDAY = 5, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of 5 U.S.C. 6103(a): its legal name, the day of the year, and the first year in which it counts."""

    name: str
    rule: Mapping[str, Any]  # keyword arguments of a yearly dateutil rrule
    since: int = 1971  # Public Law 90-363 moved most holidays to Mondays from 1971 on


HOLIDAYS = (
    Holiday("New Year’s Day", {"bymonth": 1, "bymonthday": 1}),
    Holiday("Birthday of Martin Luther King, Jr.", {"bymonth": 1, "byweekday": MO(3)}, since=1986),
    Holiday("Washington’s Birthday", {"bymonth": 2, "byweekday": MO(3)}),
    Holiday("Memorial Day", {"bymonth": 5, "byweekday": MO(-1)}),
    Holiday("Juneteenth National Independence Day", {"bymonth": 6, "bymonthday": 19}, since=2021),
    Holiday("Independence Day", {"bymonth": 7, "bymonthday": 4}),
    Holiday("Labor Day", {"bymonth": 9, "byweekday": MO(1)}),
    Holiday("Columbus Day", {"bymonth": 10, "byweekday": MO(2)}),
    Holiday("Veterans Day", {"bymonth": 11, "bymonthday": 11}, since=1978),
    Holiday("Thanksgiving Day", {"bymonth": 11, "byweekday": TH(4)}),
    Holiday("Christmas Day", {"bymonth": 12, "bymonthday": 25}),
)


def _falls(holiday: Holiday, year: int) -> date:
    first = datetime(year, 1, 1)
    return rrule(YEARLY, dtstart=first, count=1, **holiday.rule)[0].date()


def _observed(day: date) -> date:
    """The working day on which a holiday is observed."""
    if day.weekday() == _SATURDAY:
        return day - _DAY
    return day + _DAY if day.weekday() == _SUNDAY else day


@lru_cache(maxsize=512)
def federal_holidays(year: int) -> Mapping[date, str]:
    """The days of ``year`` on which Federal offices are closed for a holiday, with the holiday's name.

    A holiday on a weekend stands both on its own day and, marked ``(observed)``, on the day that takes its place; so
    December 31 is one when the next New Year's Day is a Saturday.
    """
    days: dict[date, str] = {}
    for each in (year, year + 1):
        for holiday in HOLIDAYS:
            if each < holiday.since or each > date.max.year:
                continue
            day = _falls(holiday, each)
            days.setdefault(day, holiday.name)
            if day.weekday() >= _SATURDAY:
                days.setdefault(_observed(day), f"{holiday.name} (observed)")
    return {day: name for day, name in sorted(days.items()) if day.year == year}


def why_closed(day: date) -> str | None:
    """``"Saturday"``, ``"Sunday"`` or the holiday's name when ``day`` is no business day, else ``None``."""
    if day.weekday() >= _SATURDAY:
        return WEEKDAYS[day.weekday()]
    return federal_holidays(day.year).get(day)


def add_business_days(start: date, amount: int) -> date:
    """The business day that lies ``amount`` business days after ``start`` (before it, when negative).

    ``start`` itself is not counted. Raises ``OverflowError`` beyond the calendar and beyond a century.
    """
    return _add(start, amount, lambda day: why_closed(day) is None)


def add_weekdays(start: date, amount: int) -> date:
    """The day that lies ``amount`` days from Monday to Friday after ``start`` (before it, when negative): holidays count.

    Raises ``OverflowError`` as ``add_business_days`` does.
    """
    return _add(start, amount, lambda day: day.weekday() < _SATURDAY)


def _add(start: date, amount: int, counts: Callable[[date], bool]) -> date:
    if abs(amount) > 26_000:
        raise OverflowError("more business days than a century has")
    step = _DAY if amount >= 0 else -_DAY
    day, left = start, abs(amount)
    while left:
        day += step
        left -= counts(day)
    return day


def next_business_day(day: date) -> date | None:
    """The first business day after ``day``; ``None`` at the end of the calendar."""
    try:
        return add_business_days(day, 1)
    except OverflowError:
        return None
