"""What the record promises of each obligation, stated anew from the design and not taken from the code that publishes."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import takewhile

from dateutil.rrule import rrulestr

from extractor.model import Obligation, Relation, Standing, Tracked, TrackedOrder
from extractor.officials import office, placed_in, slug
from extractor.track import last_published
from oracle.compare import bare

_UIDS = uuid.UUID("6f3d2a54-9c0b-5b7e-8a51-3f0e5d1c7b92")  # the namespace that every UID was ever made in
_TASK_UIDS = uuid.UUID("c1a4f0de-27b3-5d19-9e6c-84d2b7a5f310")  # and that of tasks
_UNITS = ("hours", "days", "business days", "weekdays", "weeks", "months", "years")
SEARCHED, UNSEARCHED, NEVER = "overdue-searched", "overdue-unsearched", "overdue-never"
SAID_OVER = "overdue-said-over"  # another order on file says that it revokes this one
ON_RECORD = "overdue-on-record"  # searched after the day of the record: what was found then is not said of this day
LATE_WORDS = {
    SEARCHED: ("no completion found",),
    ON_RECORD: ("no completion on record", "none on record"),
    UNSEARCHED: ("not searched since",),
    NEVER: ("never searched",),
    SAID_OVER: ("unless revoked",),
}
"""The kinds of what is past due, with the words that tell them apart, in full and in brief."""
FACES = {
    SAID_OVER: "overdue-unsearched",
    SEARCHED: "overdue",
    ON_RECORD: "overdue",
    UNSEARCHED: "overdue-unsearched",
    NEVER: "overdue-unsearched",
}
"""The end of the class of their marks: what nobody has searched looks different."""
OPEN = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING)
DONE = (Standing.DONE, Standing.DONE_LATE)


@dataclass(frozen=True)
class Wanted:
    """One obligation as every output must have it. ``leads``, ``through`` and ``consulted`` are slugs of offices."""

    of: TrackedOrder
    tracked: Tracked

    @property
    def obligation(self) -> Obligation:
        """The obligation itself."""
        return self.tracked.obligation

    @property
    def id(self) -> str:
        """``eo-14409/2-c``."""
        return self.obligation.id

    @property
    def due(self) -> str:
        """The due date (ISO 8601), or nothing."""
        return _iso(self.tracked.schedule.due)

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.tracked.standing

    @property
    def key(self) -> str:
        """Its standing as addresses name it: ``done-late``. What is past due has one of three: of a record that nobody has
        searched since the due date nothing is said to be missing in it.
        """
        due, checked = self.tracked.schedule.due, self.of.progress.checked
        if self.standing is not Standing.OVERDUE or due is None:
            return self.standing.replace(" ", "-")
        if any(self._is_said_over(claim.relation) for claim in self.of.claims):
            return SAID_OVER
        if checked and checked > self.of.as_of:
            return ON_RECORD
        return NEVER if checked is None else SEARCHED if checked > due else UNSEARCHED

    def _is_said_over(self, relation: Relation) -> bool:
        """True where a relation ends the whole order, or a part whose citation this one's begins with."""
        parts = re.findall(r"\d[\w.()]*", relation.part or "")
        here = [part for part in parts if re.match(rf"{re.escape(part)}(?![\w])", self.obligation.citation)]
        return relation.kind in ("revokes", "supersedes") and (relation.part is None or bool(here))

    @property
    def late(self) -> str:
        """Which of the three kinds of past due it is; empty for what is not."""
        return self.key if self.key in LATE_WORDS else ""

    @property
    def completed(self) -> str:
        """The day on which it was completed (ISO 8601), or nothing."""
        return _iso(self.tracked.completed)

    @property
    def face(self) -> str:
        """The end of the class of its mark."""
        return FACES.get(self.key, self.key)

    @property
    def searched(self) -> str:
        """The day on which the record was last searched (ISO 8601), if that was no later than the day of the record."""
        checked = self.of.progress.checked
        return _iso(checked if checked and checked <= self.of.as_of else None)

    @cached_property
    def rounds(self) -> tuple[date, ...]:
        """The days of its rounds up to the second after the day of the record, where nothing on record moved or ended one."""
        rule, first = self.obligation.deadline.recurrence, self.obligation.schedule.due
        if not rule or not first or not self.undisturbed:
            return ()
        days = (day.date() for day in rrulestr(rule, dtstart=datetime.combine(first, time())) if day.date() > first)
        ahead = list(takewhile(lambda day: day <= self.of.as_of, days))
        coming = rrulestr(rule, dtstart=datetime.combine(first, time())).after(datetime.combine(self.of.as_of, time()))
        return (first, *ahead, *([coming.date()] if coming and coming.date() > first else []))

    @property
    def next_round(self) -> str:
        """The day of the next round (ISO 8601), where that is another than the one that is owed; else nothing."""
        coming = next((day for day in self.rounds if day > self.of.as_of), None)
        return _iso(coming if coming != self.tracked.schedule.due else None)

    @cached_property
    def event_day(self) -> date | None:
        """The day of its event: its due date, or the last that it was published with."""
        return self.tracked.schedule.due or last_published(self.of, self.tracked)

    @property
    def event_end(self) -> date | None:
        """The day after that of its event (RFC 5545, 3.6.1); ``None`` where the calendar knows none."""
        return self.event_day + timedelta(days=1) if self.event_day and self.event_day < date.max else None

    @property
    def cancelled(self) -> bool:
        """True for what is no obligation any more, has its date no more, or was closed without being done."""
        order, done = self.of.order, self.tracked.completed
        if self.obligation.retired or not self.due or self.tracked.status in ("superseded", "rescinded"):
            return True
        return order.status == "revoked" and not (done and (order.status_date is None or done <= order.status_date))

    @property
    def open(self) -> bool:
        """True while something is still to be done on its date."""
        return not self.cancelled and not self.tracked.completed

    @property
    def window(self) -> str:
        """``30-days``, where the order's words give so long from its signing; else nothing."""
        deadline = self.obligation.deadline
        if deadline.kind != "relative" or deadline.amount is None or deadline.unit not in _UNITS:
            return ""
        if deadline.more or deadline.anchor:
            return ""  # a length of several parts, or one that runs from another day
        unit = deadline.unit[:-1] if deadline.amount == 1 else deadline.unit
        return f"{deadline.amount}-{unit.replace(' ', '-')}"

    @property
    def undisturbed(self) -> bool:
        """True where nothing on record can have moved its date or closed it: the words alone give it, from the signing."""
        deadline = self.obligation.deadline
        others = deadline.event or deadline.reference or deadline.second
        changed = self.tracked.entries or self.obligation.retired or self.of.order.status == "revoked"
        return not others and not changed

    @cached_property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """Kind (entry, accepted, retired) and day (ISO 8601) of each change of it up to the day of the record."""
        found = [("entry", entry.recorded) for entry in self.tracked.entries]
        if accepted := self.obligation.acceptance:
            found += [("accepted", change.on) for change in accepted.changes]
            found += [("retired", accepted.retired.on)] if accepted.retired else []
        return tuple((kind, day.isoformat()) for kind, day in found if day <= self.of.as_of)

    @cached_property
    def leads(self) -> frozenset[str]:
        """The offices that are responsible."""
        return frozenset(map(slug, self.obligation.responsible))

    @cached_property
    def through(self) -> frozenset[str]:
        """The offices through which it is done."""
        return frozenset(map(slug, self.obligation.through))

    @cached_property
    def carried_by(self) -> frozenset[str]:
        """The offices that lead it, or through which it is done."""
        return self.leads | self.through

    @cached_property
    def consulted(self) -> frozenset[str]:
        """Whoever is consulted or coordinated with."""
        return frozenset(map(slug, self._partners))

    @cached_property
    def partners(self) -> frozenset[str]:
        """The offices of a known agency that are consulted or coordinated with, and do not do it themselves."""
        return frozenset(slug(name) for name in self._partners if placed_in(name)) - self.carried_by

    @property
    def _partners(self) -> tuple[str, ...]:
        return self.obligation.in_consultation_with + self.obligation.in_coordination_with


@dataclass(frozen=True)
class Record:
    """All tracked orders, as of one day."""

    orders: tuple[TrackedOrder, ...]

    @property
    def as_of(self) -> date:
        """The day that every standing is as of."""
        return self.orders[0].as_of

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Every obligation that was ever accepted (retired ones too), in the text's order."""
        return tuple(Wanted(order, tracked) for order in self.orders for tracked in order.obligations)

    @cached_property
    def by_id(self) -> dict[str, Wanted]:
        """Id → obligation."""
        return {each.id: each for each in self.wanted}

    def of_order(self, order: TrackedOrder) -> tuple[Wanted, ...]:
        """The obligations of one order."""
        return tuple(each for each in self.wanted if each.of is order)

    def carried_by(self, office: str) -> tuple[Wanted, ...]:
        """What an office (its slug) leads, and what is done through it."""
        return tuple(each for each in self.wanted if office in each.carried_by)

    def carried_in(self, agency: str) -> tuple[Wanted, ...]:
        """What the offices of an agency (its slug) carry, each once."""
        offices = self.offices_of(agency)
        return tuple(each for each in self.wanted if offices & each.carried_by)

    def consulted_in(self, agency: str) -> tuple[Wanted, ...]:
        """What others do and the offices of an agency (its slug) are consulted on."""
        offices = self.offices_of(agency)
        return tuple(each for each in self.wanted if offices & each.consulted and not offices & each.carried_by)

    def offices_of(self, agency: str) -> frozenset[str]:
        """The offices of an agency; all by their slugs."""
        return frozenset(office for office, its in self.agency_of.items() if its == agency)

    @property
    def agencies(self) -> list[str]:
        """The slugs of all agencies that have an office here."""
        return sorted(set(self.agency_of.values()))

    @cached_property
    def by_uid(self) -> dict[str, str]:
        """UID → id, of every obligation's event and task."""
        return {made(each.id): each.id for each in self.wanted for made in (uid, task_uid)}

    @cached_property
    def dated(self) -> tuple[Wanted, ...]:
        """What has an event: a due date, or the last that it was published with."""
        return tuple(each for each in self.wanted if each.event_day)

    @cached_property
    def office_names(self) -> dict[str, str]:
        """Office's slug → its name, of the offices that carry a duty and of known ones that are consulted."""
        found: dict[str, set[str]] = {}
        for each in self.wanted:
            for name in _names(each.obligation):
                found.setdefault(slug(name), set()).add(office(name))
        return {key: min(names) for key, names in found.items()}

    @cached_property
    def agency_of(self) -> dict[str, str]:
        """Office's slug → its agency's slug, where it belongs to one."""
        placed = {key: placed_in(name) for key, name in self.office_names.items()}
        return {key: slug(name) for key, name in placed.items() if name}


def uid(obligation_id: str) -> str:
    """The UID that an obligation's event has for ever (RFC 9562, version 5)."""
    return str(uuid.uuid5(_UIDS, obligation_id))


def task_uid(obligation_id: str) -> str:
    """The UID of an obligation's task: another than its event's, since a program may hold both."""
    return str(uuid.uuid5(_TASK_UIDS, obligation_id))


def counted(wanted: Iterable[Wanted]) -> dict[str, int]:
    """How many stand where, by the key of the standing; what none has is left out."""
    return dict(Counter(each.key for each in wanted))


def late_kind(words: str) -> str:
    """Which of the three kinds of past due some words speak of; empty where they speak of none, or of more than one."""
    found = [kind for kind, told in LATE_WORDS.items() if any(bare(each) in bare(words).lower() for each in told)]
    return found[0] if len(found) == 1 else ""


def _names(obligation: Obligation) -> Iterator[str]:
    yield from (*obligation.responsible, *obligation.through)
    partners = (*obligation.in_consultation_with, *obligation.in_coordination_with)
    yield from (name for name in partners if placed_in(name))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
