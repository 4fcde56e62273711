"""A duty that recurs, in a calendar: one event with its rule, and one more for each round that the log says something of.

A series ends with UNTIL where the duty or its order ended; nothing of it depends on the day of the build.
"""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from icalendar import vRecur

from extractor.model import Round
from extractor.publish.calendars.dated import Dated
from extractor.rounds import days, is_closed, last_completed


def overrides(each: Dated, only_open: bool = False) -> tuple[Round, ...]:
    """The rounds that have an event of their own beside that of the series: those of which the log says something.

    ``only_open``: as they stand in the calendar of what is open.
    """
    series = each.series
    if series is None or not series.on_record:
        return ()
    last = series.on_record[-1].day
    within = set(takewhile(lambda day: day <= last, days(series)))
    found = (one for one in series.on_record if one.day in within)
    return tuple(one for one in found if not (only_open and is_closed(series, one)))


def left_out(each: Dated) -> tuple[date, ...]:
    """The rounds of a series that the calendar of what is open leaves out: all up to the last that was completed."""
    closed = last_completed(each.series) if each.series else None
    return tuple(takewhile(lambda day: day <= closed.day, days(each.series))) if each.series and closed else ()


def has_rounds(each: Dated) -> bool:
    """True for a series with a round before its end."""
    return each.series is not None and next(days(each.series), None) is not None


def rule_of(each: Dated) -> vRecur | None:
    """The rule of a series (RFC 5545, 3.3.10), which ends with UNTIL where the duty or its order did; ``None`` for no series."""
    if each.series is None or not has_rounds(each):
        return None
    try:
        rule: vRecur = vRecur.from_ical(each.series.rule.removeprefix("RRULE:"))
    except ValueError:
        return None
    if each.series.until is not None:
        rule.pop("COUNT", None)
        rule["UNTIL"] = [min([each.series.until, *(day for day in rule.get("UNTIL", []) if isinstance(day, date))])]
    return rule
