"""The obligations that stand in calendars: those with a due date, and those that were published with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extractor.model import Obligation, Order, Rounds, Tracked, TrackedOrder
from extractor.publish.calendars.revision import Revision, Revisions
from extractor.rounds import holds_its_first
from extractor.track import closed, last_published


@dataclass(frozen=True, slots=True)
class Dated:
    """An obligation that has a due date, with its order."""

    reading: TrackedOrder
    tracked: Tracked
    due: date
    revision: Revision
    undated: bool = False  # it has no date any more; ``due`` is the last that it was published with

    @property
    def order(self) -> Order:
        """The order that it stands in."""
        return self.reading.order

    @property
    def obligation(self) -> Obligation:
        """The obligation itself."""
        return self.tracked.obligation

    @property
    def series(self) -> Rounds | None:
        """Its rounds, where they can stand in a calendar as one recurring event: the first is a day of the rule.

        What a rule means that does not hold its first day (``within 90 days, and by June 30 of each year``) is undefined
        (RFC 5545, 3.8.5.3): such a duty stands there with the round that is owed.
        """
        rounds = self.tracked.rounds
        return rounds if rounds and holds_its_first(rounds.first, rounds.rule) else None

    @property
    def starts(self) -> date:
        """The day of its event; of a series the first round's, whatever was done since."""
        return self.series.first if self.series else self.due

    @property
    def closed(self) -> bool:
        """True if the record closed it without its being done, or it is no obligation any more, or has no date."""
        return self.undated or closed(self.reading, self.tracked)

    @property
    def open(self) -> bool:
        """True while the record shows neither its completion nor its end. The day of the build has no part in it."""
        return not self.closed and not self.tracked.completed


def dated(orders: Iterable[TrackedOrder]) -> list[Dated]:
    """The obligations with a due date, or that once had one, the earliest first, then by order and text."""
    found = [each for order in orders for each in _dated_of(order)]
    return sorted(found, key=lambda each: (each.due, each.order.id))


def _dated_of(order: TrackedOrder) -> Iterator[Dated]:
    revisions = Revisions(order)
    for tracked in order.obligations:
        if due := tracked.schedule.due or last_published(order, tracked):
            yield Dated(order, tracked, due, revisions.of(tracked), tracked.schedule.due is None)


def undated(orders: Iterable[TrackedOrder]) -> tuple[tuple[str, tuple[Tracked, ...]], ...]:
    """The obligations that are in no calendar, by reason; reasons and obligations in the order of the text."""
    groups: dict[str, list[Tracked]] = {}
    for order in orders:
        for tracked in order.obligations:
            if tracked.schedule.due is None:
                groups.setdefault(str(tracked.schedule.undated), []).append(tracked)
    return tuple((reason, tuple(members)) for reason, members in groups.items())
