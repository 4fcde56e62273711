"""What the calendar makes of a deadline: a due date, or the reason why there is none.

The rules: the signing day is not counted; days are calendar days; hours are rounded up to whole days; business days
skip weekends and Federal holidays (5 U.S.C. 6103); months and years go by the calendar, and a day that the month does
not have becomes its last. A due date on a weekend or a holiday stays where it is: ``falls_on`` names such a day, and
``next_business_day`` informs. A date is never guessed: what depends on something unknown has no due date, and a date
that rests on another obligation's own due date is an ``estimate``.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from extractor.holidays import (
    WEEKDAYS,
    add_business_days,
    add_weekdays,
    federal_holidays,
    next_business_day,
    why_closed,
)
from extractor.model import Deadline, Schedule
from extractor.words.dates import long_date
from extractor.words.own_days import is_effective_date
from extractor.words.periods import UNITS


class Undated(StrEnum):
    """Why an obligation has no due date, in the words that readers see. These are all the reasons there are."""

    NO_SIGNING_DATE = "the order’s signing date is not known"
    NO_DEADLINE = "no deadline is stated"
    NO_FIXED_TIME = "no fixed time is stated"
    NO_SUCH_DAY = "the date that is stated does not exist"
    NO_FIRST_DATE = "recurs, but no first date is stated"
    AWAITING_EVENT = "runs from an event that is not on record yet"
    EFFECTIVE_UNKNOWN = "runs from the order’s effective date, which is not stated"
    BEFORE_EVENT = "must be met before an event whose day is not known"
    LATER_OF_TWO = "the later of two dates, and the second is not known yet"
    EARLIER_OF_TWO = "the earlier of two dates, and the second is not known yet"
    BEYOND_CALENDAR = "lies beyond the calendar"


AWAITED = (
    Undated.AWAITING_EVENT,
    Undated.EFFECTIVE_UNKNOWN,
    Undated.BEFORE_EVENT,
    Undated.LATER_OF_TWO,
    Undated.EARLIER_OF_TWO,
)


def schedule(
    deadline: Deadline,
    signed: date | None,
    triggered: date | None = None,
    event_estimate: date | None = None,
) -> Schedule:
    """The schedule of one deadline.

    ``signed``: the order's signing date; without it nothing is dated, a date that the text spells out included.
    ``triggered``: the day on which the deadline's event happened, where that is on record.
    ``event_estimate``: the day on which it is expected; it gives an ``estimate``, never a due date.
    """
    try:
        return _schedule(deadline, signed, triggered, event_estimate)
    except (OverflowError, ValueError):  # a date after 9999, or an amount that no calendar holds
        return Schedule(undated=Undated.BEYOND_CALENDAR)


def on_day(due: date) -> Schedule:
    """The schedule of a due date that is known: what day it falls on, and the next business day if it is none."""
    closed = why_closed(due)
    return Schedule(due=due, falls_on=closed, next_business_day=next_business_day(due) if closed else None)


def _schedule(deadline: Deadline, signed: date | None, triggered: date | None, estimate: date | None) -> Schedule:
    if reason := _undatable(deadline, signed, triggered):
        return Schedule(undated=reason)
    if deadline.whichever:
        return _of_two(deadline, signed, triggered, estimate)
    if deadline.kind == "event":
        return _from_event(deadline, triggered, estimate)
    due = _day(deadline, signed, None)
    return on_day(due) if due else Schedule(undated=Undated.NO_FIXED_TIME)


def _undatable(deadline: Deadline, signed: date | None, triggered: date | None) -> Undated | None:
    """Why no event and no passing of time can ever date this deadline; ``None`` if something can.

    What waits for an event waits for it in an order without a signing date as well; once the event is on record, only
    the signing date is missing.
    """
    if deadline.kind == "none":
        return Undated.NO_DEADLINE
    if deadline.kind == "recurring":
        lacking = Undated.NO_SIGNING_DATE if signed is None else None
        return lacking if _has_first_date(deadline) else Undated.NO_FIRST_DATE
    if deadline.kind == "event":
        return Undated.NO_SIGNING_DATE if signed is None and (triggered or deadline.anchor) else None
    if deadline.kind == "fixed" and deadline.date is None and deadline.doubt:
        return Undated.NO_SUCH_DAY
    stated = deadline.date if deadline.kind == "fixed" else deadline.amount is not None and deadline.unit in UNITS
    if deadline.kind == "vague" or not stated:
        return Undated.NO_FIXED_TIME
    return Undated.NO_SIGNING_DATE if signed is None else None


# What a rule of recurrence says of the year's or the month's day; ``FREQ=YEARLY`` alone has no first date of its own.
_STATES_A_DAY = re.compile(r"\bBYMONTHDAY=")


def _has_first_date(deadline: Deadline) -> bool:
    """``every 60 days after the date of this order``, ``by March 15 of each year``: the words say when the first time is."""
    return deadline.direction == "after" or bool(_STATES_A_DAY.search(deadline.recurrence or ""))


def _first_of(deadline: Deadline, start: date) -> date | None:
    """The first day after ``start`` that a recurring deadline names."""
    if deadline.amount and deadline.unit in UNITS:
        return add(start, deadline.amount, deadline.unit)
    ahead = rrulestr(deadline.recurrence or "", dtstart=datetime.combine(start + timedelta(days=1), time()))
    first = next(iter(ahead), None)
    return first.date() if first else None


def _from_event(deadline: Deadline, triggered: date | None, estimate: date | None) -> Schedule:
    triggered = deadline.anchor or triggered
    before = deadline.direction == "before"
    waiting = Undated.BEFORE_EVENT if before else Undated.AWAITING_EVENT
    if is_effective_date(deadline.event):
        waiting = Undated.EFFECTIVE_UNKNOWN
    if deadline.amount is None and not deadline.at_event:
        return Schedule(undated=Undated.NO_FIXED_TIME if triggered else waiting)
    if triggered is None:
        return Schedule(undated=waiting, estimate=_day(deadline, None, estimate))
    due = _day(deadline, None, triggered)
    return on_day(due) if due else Schedule(undated=Undated.NO_FIXED_TIME)


def _of_two(deadline: Deadline, signed: date | None, triggered: date | None, estimate: date | None) -> Schedule:
    """``Whichever is later`` (or earlier): open until both dates are known."""
    later = deadline.whichever == "later"
    if due := _chosen(deadline, signed, triggered):
        return on_day(due)
    waiting = Undated.LATER_OF_TWO if later else Undated.EARLIER_OF_TWO
    return Schedule(undated=waiting, estimate=_chosen(deadline, signed, triggered or estimate))


def _chosen(deadline: Deadline, signed: date | None, event: date | None) -> date | None:
    """The later or the earlier of two days; ``None`` while one of them is unknown.

    The log knows one event for an obligation: where both days run from events, it cannot tell which of them happened.
    """
    second = deadline.second
    if second is None or deadline.kind == second.kind == "event":
        return None
    one, other = _day(deadline, signed, event), _day(second, signed, event)
    if one is None or other is None:
        return None
    return max(one, other) if deadline.whichever == "later" else min(one, other)


def _day(deadline: Deadline, signed: date | None, event: date | None) -> date | None:
    """The day that a deadline names by itself, counted from the signing date or from its event; ``None`` if unknown."""
    if deadline.kind == "fixed":
        return deadline.date
    start = deadline.anchor or (event if deadline.kind == "event" else signed)
    if start is None or deadline.kind not in ("relative", "event", "recurring"):
        return None
    if deadline.kind == "recurring":
        return _first_of(deadline, start)
    if deadline.at_event and deadline.amount is None:
        return start
    if deadline.amount is None or deadline.unit not in UNITS:
        return None
    day = start
    for amount, unit in ((deadline.amount, deadline.unit), *((part.amount, part.unit) for part in deadline.more)):
        day = add(day, amount, unit, backwards=deadline.direction == "before")
    return day


def add(start: date, amount: int, unit: str, backwards: bool = False) -> date:
    """The day that lies ``amount`` of ``unit`` (one of ``UNITS``) after ``start``, or before it.

    Raises ``OverflowError`` or ``ValueError`` where no such day exists.
    """
    if unit == "hours":
        amount, unit = _days_of_hours(amount), "days"
    signed_amount = -amount if backwards else amount
    if unit == "business days":
        return add_business_days(start, signed_amount)
    if unit == "weekdays":
        return add_weekdays(start, signed_amount)
    if unit in ("days", "weeks"):
        return start + timedelta(days=signed_amount * (7 if unit == "weeks" else 1))
    return start + (relativedelta(months=signed_amount) if unit == "months" else relativedelta(years=signed_amount))


def _days_of_hours(hours: int) -> int:
    return -(-hours // 24)


def day_named(day: date) -> str:
    """``August 1, 2026, a Saturday``; a Federal holiday's name follows in brackets."""
    holiday = federal_holidays(day.year).get(day)
    return f"{long_date(day)}, a {WEEKDAYS[day.weekday()]}" + (f" ({holiday})" if holiday else "")


def length_of_time(deadline: Deadline) -> str:
    """``60 days``, ``1 year and 6 months``, ``72 hours (3 days)``; empty when the deadline states no length of time."""
    if deadline.amount is None or not deadline.unit:
        return ""
    parts = ((deadline.amount, deadline.unit), *((part.amount, part.unit) for part in deadline.more))
    words = " and ".join(f"{amount} {unit[:-1] if amount == 1 else unit}" for amount, unit in parts)
    if deadline.unit != "hours":
        return words
    days = _days_of_hours(deadline.amount)
    return f"{words} ({days} {'day' if days == 1 else 'days'})"


def explain_arithmetic(
    deadline: Deadline, signed: date | None, schedule: Schedule, triggered: date | None = None
) -> str:
    """The due date's arithmetic in words: ``signed June 2, 2026 + 60 days = August 1, 2026, a Saturday``.

    ``schedule`` is what ``schedule()`` made of the same deadline and dates. Plain text; the words of an event are
    the order's own.
    """
    if schedule.due is None:
        return _explain_undated(deadline, schedule)
    result = day_named(schedule.due)
    if deadline.kind == "fixed" and not deadline.whichever:
        return f"the order states the date: {result}"
    if deadline.kind == "event" and not deadline.whichever:
        return _explain_event(deadline, triggered, result)
    if deadline.kind == "recurring":
        return f"recurs; first on {result}"
    start = f"signed {long_date(signed)}" if signed else "the signing date"
    if deadline.anchor:
        start = f"in effect {long_date(deadline.anchor)}"
    if not deadline.whichever:
        return f"{start} + {length_of_time(deadline)} = {result}"
    first, second = (_explain_part(part, start, triggered) for part in (deadline, deadline.second) if part)
    return f"the {deadline.whichever} of {first} and {second} = {result}"


def _explain_part(part: Deadline, start: str, triggered: date | None) -> str:
    """One of two dates that compete."""
    if part.date:
        return long_date(part.date)
    if part.kind != "event":
        return f"{start} + {length_of_time(part)}"
    happened = f"“{part.event or 'the event'}”" + (f" ({long_date(triggered)})" if triggered else "")
    length = length_of_time(part)
    return f"{length} {part.direction or 'after'} {happened}" if length else happened


def _explain_event(deadline: Deadline, triggered: date | None, result: str) -> str:
    event = f"“{deadline.event}”" if deadline.event else "the event"
    happened = f"{event} happened {long_date(triggered)}" if triggered else event
    if deadline.anchor:
        happened = long_date(deadline.anchor)
    if not (length := length_of_time(deadline)):
        return f"{happened}: due {result}"
    return f"{happened} {'−' if deadline.direction == 'before' else '+'} {length} = {result}"


def _explain_undated(deadline: Deadline, schedule: Schedule) -> str:
    reason = schedule.undated or Undated.NO_DEADLINE
    words = f"no due date: {reason}"
    if reason in AWAITED and deadline.event:
        length = length_of_time(deadline) if deadline.kind == "event" else ""
        direction = "before" if deadline.direction == "before" else "after"
        words += f" ({length} {direction} “{deadline.event}”)" if length else f" (“{deadline.event}”)"
    if schedule.estimate:
        words += f"; estimate: {day_named(schedule.estimate)}"
    return words
