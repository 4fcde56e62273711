"""What the calendar alone makes of the record: due in 30, 7 and 1 days, and fell past due the day after.

Each is dated on its own day, and follows what was on record on that day: the due date as it stood then, and nothing for
a duty that was done or closed by then. So an extension takes back none that came before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

from extractor.model import Standing, Tracked, TrackedOrder
from extractor.publish.changes.change import Change, newest_first, permanent_id
from extractor.publish.view import Duty
from extractor.publish.wording import capital, date_long
from extractor.rounds import days as rounds_days
from extractor.rounds import is_closed, on
from extractor.track import overdue_wording, standing_on, track
from extractor.words.dates import long_date

NOTICES = {"due-in-30-days": -30, "due-in-7-days": -7, "due-tomorrow": -1, "past-due": 1}  # days from the due date
_EARLIEST = -min(NOTICES.values())
_OPEN = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING)


def reminders(orders: Iterable[TrackedOrder]) -> tuple[Change, ...]:
    """Every notice up to the day that the orders are as of, the latest first; within a day by order, in text order."""
    return newest_first(change for order in orders for change in _of_order(order))


def _of_order(order: TrackedOrder) -> Iterator[Change]:
    """The notices of one order. Between two days on which something was recorded, every due date stands still."""
    recorded = sorted({entry.recorded for _, entries in order.progress.log for entry in entries})
    lasts = [*(day.toordinal() - 1 for day in recorded), order.as_of.toordinal()]
    for start, last in zip((date.min, *recorded), lasts, strict=True):
        then = track(order.reading, order.progress, start)
        for before, now in zip(then.obligations, order.obligations, strict=True):
            for kind, day, due in _days(before, order, (start, last)):
                if _is_open(then, before, now, day, due):
                    yield _notice(Duty(order, now), kind, day, due)


def _days(tracked: Tracked, order: TrackedOrder, period: tuple[date, int]) -> Iterator[tuple[str, date, date]]:
    """The notices (kind, day, due date) of an obligation within a period, none before the order was signed.

    The period's last day and those of the notices are ordinals, since the calendar has a first and a last day.
    """
    first = max(period[0], order.order.signed or order.order.published or date.min).toordinal()
    for due in _due_dates(tracked, period[1]):
        for kind, ahead in NOTICES.items():
            number = due.toordinal() + ahead
            if first <= number <= period[1]:
                yield kind, date.fromordinal(number), due


def _due_dates(tracked: Tracked, last: int) -> Iterator[date]:
    """The due date; of a duty that recurs those of the rounds that are owed, up to what is noticed on the ``last`` day."""
    rounds, due = tracked.rounds, tracked.schedule.due
    if rounds is None:
        yield from [due] if due else []
        return
    for day in takewhile(lambda day: day.toordinal() <= last + _EARLIEST, rounds_days(rounds)):
        if not is_closed(rounds, each := on(rounds, day)):
            yield each.due


def _is_open(then: TrackedOrder, before: Tracked, now: Tracked, day: date, due: date) -> bool:
    """True for a duty that nothing had closed on a day, by what was on record then and what is known now."""
    done = now.completed
    if now.rounds:
        done = next((each.completed for each in now.rounds.on_record if each.due == due), None)
    return not (done is not None and done < day) and standing_on(then, before, day) in _OPEN


def _notice(duty: Duty, kind: str, day: date, due: date) -> Change:
    line = f"{'Fell due' if day > due else 'Due'} on {date_long(due)}."
    lines = tuple(each for each in (line, _since(duty, due, day)) if each)
    identifier = permanent_id(duty.of.order.id, duty.obligation.key, kind, due.isoformat())
    return Change(identifier, day, (kind,), duty.of, duty, lines)


def _since(duty: Duty, due: date, day: date) -> str:
    """What the record shows of it now: never more than was searched for, and of a notice that came before the due date
    not that the date passed, which has a notice of its own.
    """
    tracked = duty.tracked
    if tracked.completed:
        return f"Done since: on record as completed on {long_date(tracked.completed)}."
    if duty.standing is Standing.CLOSED:
        return "Closed since."
    if tracked.rounds:
        return _since_of_round(duty, due)
    if tracked.schedule.due != due:
        new = tracked.schedule.due
        return f"Its due date is {long_date(new)} now." if new else "It has no due date now."
    if duty.standing is Standing.OVERDUE and day > due:
        return f"{capital(overdue_wording(duty.of, due, duty.obligation))}."
    return ""


def _since_of_round(duty: Duty, due: date) -> str:
    """The same of one round of a duty that recurs."""
    rounds = duty.tracked.rounds
    each = next((one for one in rounds.on_record if one.due == due), None) if rounds else None
    if each and each.completed:
        return f"Done since: on record as completed on {long_date(each.completed)}."
    next_ = duty.tracked.schedule.due
    return f"The round that is owed now is due on {long_date(next_)}." if next_ and next_ != due else ""
