"""Obligations and their progress log, as of a day → standings, effective due dates and figures.

A log entry counts from the day on which it was put on record (``recorded``, never before its ``date``): a standing
says what the record showed on that day. The log is append-only, so a later entry overrules an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from extractor.acted_on import in_words, over
from extractor.events import EventDay, EventDays, circles
from extractor.model import (
    Entry,
    Obligation,
    Order,
    Progress,
    Reading,
    Rounds,
    Schedule,
    Standing,
    Tracked,
    TrackedOrder,
)
from extractor.problems import ProblemsFound
from extractor.rounds import CLOSING, by_date, last_completed, owed, rounds_of
from extractor.schedule import AWAITED, day_named, explain_arithmetic, on_day
from extractor.words.dates import long_date


def track(reading: Reading, progress: Progress, as_of: date) -> TrackedOrder:
    """The order's obligations with the log, the effective schedule and the standing of each as of a day.

    Raises ``ProblemsFound`` when deadlines run from one another in a circle.
    """
    if problems := circles(reading):
        raise ProblemsFound(problems)
    seen = as_recorded(progress, as_of)
    events = EventDays(reading, seen)
    tracked = tuple(
        _track(obligation, seen.of(obligation.key), events.schedule_of(obligation.key), reading.order, as_of)
        for obligation in reading.obligations
    )
    return TrackedOrder(reading, seen, tracked, as_of)


def as_recorded(progress: Progress, as_of: date) -> Progress:
    """The log as it stood on a day: entries recorded (or dated) after it are left out."""
    kept = ((key, tuple(entry for entry in entries if _counts(entry, as_of))) for key, entries in progress.log)
    return replace(progress, log=tuple((key, entries) for key, entries in kept if entries))


def _counts(entry: Entry, as_of: date) -> bool:
    return entry.recorded <= as_of and entry.date <= as_of


def _track(
    obligation: Obligation, entries: tuple[Entry, ...], schedule: Schedule, order: Order, as_of: date
) -> Tracked:
    stated = [entry for entry in entries if entry.status]
    status = stated[-1].status if stated else None
    rule, first = obligation.deadline.recurrence, schedule.due
    if rule and first:
        rounds = rounds_of(first, rule, entries, _end(obligation, stated, order))
        tracked = _recurring(obligation, entries, rounds, status if status in CLOSING else None)
    else:
        completed = stated[-1].date if status == "completed" else None
        tracked = Tracked(obligation, entries, schedule, Standing.NO_DEADLINE, status, completed)
    return replace(tracked, standing=_standing(tracked, order, as_of))


def _recurring(obligation: Obligation, entries: tuple[Entry, ...], rounds: Rounds, ended: str | None) -> Tracked:
    """A duty that recurs: its schedule and status are those of the round that is owed; with none left, of the last.

    ``ended``: the status that closed the whole duty.
    """
    last, next_ = last_completed(rounds), owed(rounds)
    shown = next_ or last
    completed = last.completed if last and next_ is None and not ended else None
    schedule = on_day(shown.due if shown else rounds.first)
    status = ended or (shown.status if shown else None)
    return Tracked(obligation, entries, schedule, Standing.NO_DEADLINE, status, completed, rounds)


def _end(obligation: Obligation, stated: list[Entry], order: Order) -> date | None:
    """The last day on which a round of a duty can fall: the log ended it, its words left the order, or the order was revoked."""
    days = [each.date for each in stated[-1:] if each.status in CLOSING]
    days += [obligation.retired.on] if obligation.retired else []
    days += [order.status_date or date.min] if order.status == "revoked" else []
    return min(days, default=None)


def last_published(order: TrackedOrder, tracked: Tracked) -> date | None:
    """The date of an obligation that has none now and was published with one: its event stays, cancelled, on that day."""
    if tracked.schedule.due:
        return None
    accepted = tracked.obligation.acceptance
    before = EventDays(order.reading, order.progress, ever=True).schedule_of(tracked.obligation.key).due
    return before or (accepted.last_due if accepted else None)


def _standing(tracked: Tracked, order: Order, as_of: date) -> Standing:
    """Done is done, even when the order was revoked afterwards; then what closes it; then the date.

    An obligation that is no longer one is closed, whatever was done.
    """
    if tracked.obligation.retired and tracked.obligation.retired.on <= as_of:
        return Standing.CLOSED
    due, ended = tracked.schedule.due, _ended(order, as_of)
    if tracked.rounds and not tracked.completed and tracked.rounds.until is not None:
        ended = tracked.rounds.until <= as_of
    if tracked.completed and not (ended and _was_over(order, tracked.completed)):
        return Standing.DONE_LATE if due and tracked.completed > due else Standing.DONE
    if ended or tracked.status in CLOSING:
        return Standing.CLOSED
    if due is None:
        return Standing.AWAITING_EVENT if tracked.schedule.undated in AWAITED else Standing.NO_DEADLINE
    return by_date(due, as_of)


def standing_on(order: TrackedOrder, tracked: Tracked, day: date) -> Standing:
    """The standing that an obligation's schedule and log, as they are given, have on another day."""
    return _standing(tracked, order.order, day)


def closed(order: TrackedOrder, tracked: Tracked) -> bool:
    """True for what the record ends without its being done, even on a day that is still to come."""
    return standing_on(order, tracked, date.max) is Standing.CLOSED


def _ended(order: Order, as_of: date) -> bool:
    """True from the day on which the order was revoked."""
    return order.status == "revoked" and (order.status_date is None or order.status_date <= as_of)


def _was_over(order: Order, day: date) -> bool:
    """True after the day on which a revoked order was revoked: what was completed on that day was completed under it."""
    return order.status_date is not None and day > order.status_date


def counts(tracked: Iterable[Tracked]) -> tuple[tuple[Standing, int], ...]:
    """How many obligations have each standing, every standing once, in the order in which they are defined."""
    standings = [each.standing for each in tracked]
    return tuple((standing, standings.count(standing)) for standing in Standing)


class PastDue(StrEnum):
    """What may be said of an obligation whose due date has passed, by when the public record was last searched.

    It never speaks of a search that nobody made; of one that was made after the day asked about, it says no more than
    what the record showed on that day.
    """

    SAID_TO_BE_OVER = "past due, unless revoked"
    SEARCHED_SINCE = "past due, no completion found"
    ON_RECORD = "past due, no completion on record"
    NOT_SEARCHED_SINCE = "past due, record not searched since"
    NEVER_SEARCHED = "past due, record never searched"


_WITH_DAY = {
    PastDue.SAID_TO_BE_OVER: " ({})",
    PastDue.SEARCHED_SINCE: " (record searched {})",
    PastDue.ON_RECORD: " as of {}",
    PastDue.NOT_SEARCHED_SINCE: " it fell due (last searched {})",
    PastDue.NEVER_SEARCHED: "",
}


def past_due(order: TrackedOrder, due: date, obligation: Obligation) -> PastDue:
    """Which of these may be said of an obligation that was due on a day before that of the record."""
    checked = order.progress.checked
    if over(order.claims, obligation):
        return PastDue.SAID_TO_BE_OVER
    if checked is None:
        return PastDue.NEVER_SEARCHED
    if checked > order.as_of:
        return PastDue.ON_RECORD
    return PastDue.SEARCHED_SINCE if checked > due else PastDue.NOT_SEARCHED_SINCE


def overdue_wording(order: TrackedOrder, due: date, obligation: Obligation) -> str:
    """The same with its day: ``past due, no completion found (record searched July 4, 2026)``."""
    kind, checked = past_due(order, due, obligation), order.progress.checked
    if claim := over(order.claims, obligation):
        return kind + _WITH_DAY[kind].format(in_words(claim))
    day = long_date(order.as_of if kind is PastDue.ON_RECORD or checked is None else checked)
    return kind + _WITH_DAY[kind].format(day)


def explain_due(order: TrackedOrder, tracked: Tracked, estimating: bool = True) -> str:
    """The arithmetic of the effective due date in words, with the event's day and the extension where there are any.

    ``estimating``: the estimate of a date that is not known yet besides. ``signed June 2, 2026 + 60 days = August 1, 2026, a Saturday; extended on record to September 1, 2026``.
    """
    obligation = tracked.obligation
    events = EventDays(order.reading, order.progress)
    event: EventDay | None = events.happened(obligation.key)
    stated = events.unextended(obligation.key)
    stated = stated if estimating else replace(stated, estimate=None)
    words = explain_arithmetic(obligation.deadline, order.order.signed, stated, event.day if event else None)
    if event and event.completion_of:
        words += f" (the day on which {event.completion_of} was completed)"
    if tracked.rounds:
        return words + _explain_round(tracked.rounds, stated.due)
    if stated.due != tracked.schedule.due and tracked.schedule.due:
        verb = "extended on record to" if stated.due else "due date put on record:"
        words += f"; {verb} {long_date(tracked.schedule.due)}"
    return words


def _explain_round(rounds: Rounds, stated: date | None) -> str:
    """Which round is owed, and where the log moved it: ``; the round that is owed: November 22, 2027, a Monday``."""
    words = "" if stated else f"; first due date put on record: {long_date(rounds.first)}"
    if (each := owed(rounds)) is None:
        return f"{words}; no round is left"
    if each.day != rounds.first:
        words += f"; the round that is owed: {day_named(each.day)}"
    return words + (f"; extended on record to {long_date(each.due)}" if each.due != each.day else "")
