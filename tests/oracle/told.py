"""The days on which something changed in the record, which the feeds and the data of changes must tell."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import TrackedOrder
from oracle.expected import Wanted


def happened_on(each: Wanted, day: str, ours: bool) -> bool:
    """True for a day on which something happened to the obligation, which is the feed's or, by its accepted changes, was."""
    accepted = each.obligation.acceptance
    days = {day for _, day in each.changes} | {note.on.isoformat() for note in each.obligation.corrected if note.on}
    days |= {accepted.on.isoformat()} if accepted else set()
    return day in days and (ours or bool(accepted and accepted.changes))


def days_told(each: Wanted) -> Iterator[str]:
    """The days of its changes. An accepted change on the day of its end may say no more than that it ended."""
    ends = {day for kind, day in each.changes if kind == "retired"}
    yield from (day for kind, day in each.changes if kind != "accepted" or day not in ends)


def days_of_order(order: TrackedOrder) -> Iterator[str]:
    """The day on which a maintainer accepted the order for the first time, and those of its accepted changes."""
    accepted = order.reading.acceptance
    if accepted is None:
        return
    days = [each.acceptance.on for each in order.reading.obligations if each.acceptance]
    found = (min(days, default=accepted.on), *(change.on for change in accepted.changes))
    yield from (day.isoformat() for day in found if day <= order.as_of)
