"""The rounds of a duty that recurs: which there are, which the record closes, which is owed.

The first is the duty's own due date, or the log's; the others follow its rule (RFC 5545, 3.3.10) until the duty or its order
ends. A round that is completed closes those before it: they stay listed, and nothing of them is owed any more. Everything
but ``listed`` and ``next_due`` depends on the record alone, never on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import takewhile

from dateutil.rrule import rrulestr

from extractor.model import Entry, Round, Rounds, Standing

NO_COMPLETION_FOUND = "no completion found"  # of a round that a later one's completion closed
CLOSING = ("superseded", "rescinded")  # statuses that end an obligation without its being done
ROUND_STANDINGS = (
    *(each.value for each in Standing if each not in (Standing.AWAITING_EVENT, Standing.NO_DEADLINE)),
    NO_COMPLETION_FOUND,
)
LISTED = 12  # rounds of the past that are listed; of the earlier ones only the number is given


@dataclass(frozen=True, slots=True)
class ListedRound:
    """A round as of a day: when it is due, where it stands (a ``Standing`` or ``NO_COMPLETION_FOUND``), when it was done."""

    day: date
    due: date
    standing: str
    completed: date | None


def rounds_of(first: date, rule: str, entries: Iterable[Entry], until: date | None) -> Rounds:
    """The rounds with the ``entries`` of the log, each under the round that it names, else under the one owed by then.

    ``until``: the day on which the duty or its order ends; no round falls on a later one. An entry that ends the duty is about
    no round, unless it names one.
    """
    bare = Rounds(first, rule, (), until)
    found: dict[date, Round] = {}
    for entry in entries:
        day = entry.round
        if day is None and entry.status not in CLOSING:
            day = _owed_day(replace(bare, on_record=tuple(found[known] for known in sorted(found))))
        if day is not None:
            found[day] = _with(found.get(day, Round(day, day)), entry)
    return replace(bare, on_record=tuple(found[day] for day in sorted(found)))


def _with(known: Round, entry: Entry) -> Round:
    status = entry.status or known.status
    completed = (entry.date if entry.status == "completed" else None) if entry.status else known.completed
    return Round(known.day, entry.due or known.due, status, completed, (*known.entries, entry))


def days(rounds: Rounds) -> Iterator[date]:
    """The days of the rounds by their rule, the first one's before them, in order; without an end where the rule has none."""
    return takewhile(lambda day: rounds.until is None or day <= rounds.until, rule_days(rounds.first, rounds.rule))


def rule_days(first: date, rule: str) -> Iterator[date]:
    """``first``, and the days of a rule that come after it; ``first`` alone where the rule is none."""
    yield first
    try:
        found = rrulestr(rule.removeprefix("RRULE:"), dtstart=datetime.combine(first, time()))
    except ValueError:
        return
    yield from (day.date() for day in found if day.date() > first)


def holds_its_first(first: date, rule: str) -> bool:
    """True for a rule whose days, counted from ``first``, begin with it; false for what is no rule."""
    try:
        found = rrulestr(rule.removeprefix("RRULE:"), dtstart=datetime.combine(first, time()))
    except ValueError:
        return False
    starts = next(iter(found), None)
    return starts is not None and starts.date() == first


def is_closed(rounds: Rounds, each: Round) -> bool:
    """True for a round that was completed, or that a later one's completion closed."""
    closed = last_completed(rounds)
    return closed is not None and each.day <= closed.day


def owed(rounds: Rounds) -> Round | None:
    """The earliest round that is owed, whether its day has come or not; ``None`` when none is left."""
    day = _owed_day(rounds)
    return None if day is None else on(rounds, day)


def _owed_day(rounds: Rounds) -> date | None:
    closed = last_completed(rounds)
    return next((day for day in days(rounds) if closed is None or day > closed.day), None)


def last_completed(rounds: Rounds) -> Round | None:
    """The latest round that is on record as completed: it and all before it are closed."""
    return next((each for each in reversed(rounds.on_record) if each.completed), None)


def on(rounds: Rounds, day: date) -> Round:
    """The round of a day that the rule names, with what is on record of it."""
    return next((each for each in rounds.on_record if each.day == day), Round(day, day))


def next_due(rounds: Rounds, as_of: date) -> date | None:
    """When the first round after a day is due; ``None`` when there is none."""
    return next((due for day in days(rounds) if (due := on(rounds, day).due) > as_of), None)


def listed(rounds: Rounds, as_of: date) -> tuple[tuple[ListedRound, ...], int]:
    """The last rounds of the past and the next one, as of a day; and how many earlier ones there are."""
    known = {each.day: each for each in rounds.on_record}
    closed, found = last_completed(rounds), list[ListedRound]()
    for day in days(rounds):
        each = known.get(day, Round(day, day))
        found.append(ListedRound(day, each.due, _standing(each, closed, rounds, as_of), each.completed))
        if each.due > as_of:
            break
    past = len(found) - (1 if found and found[-1].due > as_of else 0)
    earlier = max(past - LISTED, 0)
    return tuple(found[earlier:]), earlier


def _standing(each: Round, closed: Round | None, rounds: Rounds, as_of: date) -> str:
    if each.completed:
        return (Standing.DONE_LATE if each.completed > each.due else Standing.DONE).value
    if closed and each.day < closed.day:
        return NO_COMPLETION_FOUND
    if rounds.until and rounds.until <= as_of:
        return Standing.CLOSED.value
    return by_date(each.due, as_of).value


DUE_SOON = 14  # days: due soon is today and up to this many days ahead


def by_date(due: date, as_of: date) -> Standing:
    """Where an open duty stands by its due date alone."""
    left = (due - as_of).days
    if left < 0:
        return Standing.OVERDUE
    return Standing.DUE_SOON if left <= DUE_SOON else Standing.UPCOMING
