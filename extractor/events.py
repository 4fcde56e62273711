"""Deadlines that run from an event: when did it happen, and when is it expected?

An event is on record when the log says ``triggered``, or when the obligation that ``Deadline.reference`` names was
completed. Until then the named obligation's own due date gives an estimate, through as many links as there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.model import Entry, Obligation, Progress, Reading, Schedule
from extractor.problems import MOST_LISTED, Problem
from extractor.schedule import on_day, schedule


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day on which a deadline's event happened, and the citation of the obligation whose completion it was."""

    day: date
    completion_of: str | None = None


class EventDays:
    """The effective schedules of one order's obligations, with every chain of references followed once, when asked.

    ``progress`` holds the entries that count. With ``ever`` a completion counts that a later entry overruled: the dates
    are then those that were last published. A circle of references is treated as an event that is not on record;
    ``circles`` reports it.
    """

    def __init__(self, reading: Reading, progress: Progress, ever: bool = False):
        self._ever = ever
        self._signed = reading.order.signed
        self._by_key = {obligation.key: obligation for obligation in reading.obligations}
        self._log = dict(progress.log)
        self._known: dict[str, Schedule] = {}

    def schedule_of(self, key: str) -> Schedule:
        """The effective schedule of an obligation: its event's day and any extension on record are applied."""
        for link in reversed(chain_in(self._by_key, key)):
            if link not in self._known:
                self._known[link] = self._extended(link, self._dated(link))
        return self._known[key]

    def happened(self, key: str) -> EventDay | None:
        """The day of the event that an obligation's deadline runs from; ``None`` while it is not on record."""
        days = [day for entry in self._entries(key) if (day := entry.triggered)]
        if days:
            return EventDay(days[-1])
        named = self._named(key)
        if named is None:
            return None
        find = _first_completed if named.deadline.recurrence else _completed
        if not (completed := find(self._entries(named.key), self._ever)):
            return None
        return EventDay(completed, named.citation)

    def unextended(self, key: str) -> Schedule:
        """The schedule of an obligation before any extension: the text's own, with its event's day where known."""
        self.schedule_of(key)
        return self._dated(key)

    def _dated(self, key: str) -> Schedule:
        event = self.happened(key)
        named = self._named(key)
        expected = self._known.get(named.key, Schedule()) if named else Schedule()
        deadline = self._by_key[key].deadline
        return schedule(deadline, self._signed, event.day if event else None, expected.due or expected.estimate)

    def _extended(self, key: str, stated: Schedule) -> Schedule:
        """The log's last due date; of a duty that recurs the first, and only where its words name none: the others move rounds."""
        extensions = [day for entry in self._entries(key) if (day := entry.due)]
        recurs = self._by_key[key].deadline.recurrence is not None
        if not extensions or (recurs and stated.due):
            return stated
        return on_day(extensions[0] if recurs else extensions[-1])

    def _named(self, key: str) -> Obligation | None:
        reference = self._by_key[key].deadline.reference
        return self._by_key.get(reference) if reference else None

    def _entries(self, key: str) -> tuple[Entry, ...]:
        return self._log.get(key, ())


def chain(reading: Reading, key: str) -> tuple[str, ...]:
    """An obligation's key and those of the obligations that its deadline waits for, nearest first."""
    return chain_in({obligation.key: obligation for obligation in reading.obligations}, key)


def _completed(entries: tuple[Entry, ...], ever: bool) -> date | None:
    """The day of completion, if that is what the last status on record says; with ``ever``, if any entry said so."""
    stated = [entry for entry in entries if entry.status and (not ever or entry.status == "completed")]
    return stated[-1].date if stated and stated[-1].status == "completed" else None


def _first_completed(entries: tuple[Entry, ...], ever: bool) -> date | None:
    """Of a duty that recurs, the day on which its first round was completed: the later ones move nothing that waits for it."""
    return next((entry.date for entry in entries if entry.status == "completed"), None)


def chain_in(by_key: dict[str, Obligation], key: str) -> tuple[str, ...]:
    """An obligation's key and those that it waits for, among obligations by key; it ends before one that comes twice."""
    links: list[str] = []
    seen: set[str] = set()
    following: str | None = key
    while following in by_key and following not in seen:
        links.append(following)
        seen.add(following)
        following = by_key[following].deadline.reference
    return tuple(links)


def circles(reading: Reading, file: str | None = None) -> tuple[Problem, ...]:
    """A problem for every circle of deadlines that run from one another, naming its members in the text's order.

    ``file`` is the order's file as users know it; ``source/<order>/order.md`` when not given.
    """
    by_key = {obligation.key: obligation for obligation in reading.obligations}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for key in by_key:
        chain = chain_in(by_key, key)
        back = by_key[chain[-1]].deadline.reference
        if back == key:  # a chain that runs into a circle further on is not a member of it
            found.setdefault(frozenset(chain), chain)
    place = file or f"source/{reading.order.id}/order.md"
    return tuple(_circle(place, members) for members in found.values())


def _circle(file: str, members: tuple[str, ...]) -> Problem:
    cut = (*members[:MOST_LISTED], "…") if len(members) > MOST_LISTED else members
    path = " → ".join((*cut, members[0]))
    return Problem(
        file, 0, 0, "deadlines run from one another in a circle", path,
        "a deadline that runs from the signing date, or from an obligation that does not wait for it",
        f"check the event that the deadline of {members[0]} runs from",
    )  # fmt: skip
