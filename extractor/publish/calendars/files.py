"""The calendars: all-day events (RFC 5545, RFC 7986) for every obligation that has a due date.

An event depends on the record and never on the clock: built again from the same record on another day it is the same,
byte for byte. Its UID comes from the obligation's id alone, so it stays when the site moves; SEQUENCE counts the
entries, corrections and accepted changes; DTSTAMP and LAST-MODIFIED are the start of the last day on which the record changed.

A calendar has no UID of its own (RFC 7986, 5.3, lets it have one): vdirsyncer, which khal's users subscribe with, then
takes all of its events for one item. There is no METHOD: a file that is subscribed to is a snapshot (RFC 5545, 3.7.2), and METHOD:PUBLISH would ask for an
ORGANIZER (RFC 5546, 3.2.1). There is no VALARM: an alarm is for the reader to set. A duty that the log closed stays in
its calendars, marked CANCELLED, so that clients that keep old events learn of it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vRecur

from extractor.model import Deadline, Order, OutputFile, Tracked, TrackedOrder
from extractor.officials import office, slug
from extractor.publish.calendars.event_text import description, page_url, plain, summary
from extractor.publish.calendars.revision import revision
from extractor.track import CLOSING, last_published

NAMESPACE = uuid.UUID("6f3d2a54-9c0b-5b7e-8a51-3f0e5d1c7b92")  # never to be changed: every UID comes from it
PRODUCT = "-//Obligation tracker//Deadlines of executive orders//EN"
REFRESH = timedelta(days=1)
ABOUT = "Unofficial. Deadlines as the orders state them, with what is on the public record."
EMPTIED = (
    "Nothing is in this calendar any more: the reading of the orders changed, and its obligations stand in the calendars "
    "of others. The file stays so that subscriptions do not fail; the site’s Subscribe page lists all calendars."
)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One calendar that exists: its path under the site's root, its name, and how many events it has.

    ``kind``: all | open | official | window. ``of`` is the office's canonical name for an official's calendar, the
    words of the window (``30 days``) for a window's, and empty for the others.
    """

    path: str
    name: str
    kind: str
    of: str
    events: int


Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class _Dated:
    """An obligation that has a due date, with its order."""

    order: Order
    tracked: Tracked
    reading: TrackedOrder
    due: date
    undated: bool = False  # it has no date any more; ``due`` is the last that it was published with

    @property
    def closed(self) -> bool:
        """True if the record closed it without its being done, or it is no obligation any more, or has no date."""
        if self.undated or self.tracked.obligation.retired:
            return True
        done, ended = self.tracked.completed, self.order.status_date
        in_time = done and not (ended and done > ended)
        return self.order.status == "revoked" and not in_time or not done and self.tracked.status in CLOSING


def calendars(orders: Iterable[TrackedOrder], site_url: str) -> tuple[OutputFile, ...]:
    """Every calendar file under ``calendars/``, in the order of ``calendar_index``, then those that are empty now.

    ``site_url`` is where the site is published; with an empty one the events carry no links.
    """
    orders = tuple(orders)
    found = _dated(orders)
    events = {each.tracked.obligation.id: _event(each, site_url).to_ical() for each in found}
    files = tuple(
        OutputFile(file.path, _calendar(file, [events[each.tracked.obligation.id] for each in members], site_url))
        for file, members in _groups(found)
    )
    return (*files, *_emptied(orders, {file.path for file in files}, site_url))


def _emptied(orders: tuple[TrackedOrder, ...], present: set[str], site_url: str) -> tuple[OutputFile, ...]:
    """A file for every path that was ever published and has no event now, so that no subscription breaks."""
    ever = {path for order in orders if (accepted := order.reading.acceptance) for path in accepted.calendars}
    return tuple(
        OutputFile(path, _calendar(CalendarFile(path, _name_of(path), "emptied", "", 0), [], site_url, EMPTIED))
        for path in sorted(ever - present)
    )


def _name_of(path: str) -> str:
    """A name for an empty calendar, from its path: ``Obligations: secretary of labor``."""
    return f"Obligations: {path.rpartition('/')[2].removesuffix('.ics').replace('-', ' ')}"


def calendar_index(orders: Iterable[TrackedOrder]) -> tuple[CalendarFile, ...]:
    """The calendars that exist: all, open, then the windows by length, then the officials by name.

    An official or a window without a dated obligation has no calendar.
    """
    return tuple(file for file, _ in _groups(_dated(orders)))


def official_calendar(name: str) -> str:
    """The path that the calendar of an office has, or would have, whatever name of the office is given."""
    return f"calendars/officials/{slug(name)}.ics"


def undated(orders: Iterable[TrackedOrder]) -> tuple[tuple[str, tuple[Tracked, ...]], ...]:
    """The obligations that are in no calendar, by reason; reasons and obligations in the order of the text."""
    groups: dict[str, list[Tracked]] = {}
    for order in orders:
        for tracked in order.obligations:
            if tracked.schedule.due is None:
                groups.setdefault(str(tracked.schedule.undated), []).append(tracked)
    return tuple((reason, tuple(members)) for reason, members in groups.items())


def _dated(orders: Iterable[TrackedOrder]) -> list[_Dated]:
    """The obligations with a due date, or that once had one, the earliest first, then by order and text."""
    found = [
        _Dated(order.order, tracked, order, due, tracked.schedule.due is None)
        for order in orders
        for tracked in order.obligations
        if (due := tracked.schedule.due or last_published(order, tracked))
    ]
    return sorted(found, key=lambda each: (each.due, each.order.id))


def _groups(found: list[_Dated]) -> list[tuple[CalendarFile, list[_Dated]]]:
    still_open = [each for each in found if not each.closed and not each.tracked.completed]
    groups = [
        (CalendarFile("calendars/all.ics", "Obligations: all deadlines", "all", "", len(found)), found),
        (CalendarFile("calendars/open.ics", "Obligations: open deadlines", "open", "", len(still_open)), still_open),
    ]
    windows = _gather(
        found, lambda each: [window] if (window := stated_window(each.tracked.obligation.deadline)) else []
    )
    for (_, amount, unit), members in sorted(windows.items()):
        words = f"{amount} {unit}"
        path = f"calendars/within-{words.replace(' ', '-')}.ics"
        file = CalendarFile(path, f"Obligations: due within {words} of the order", "window", words, len(members))
        groups.append((file, members))
    offices = _gather(found, lambda each: sorted({slug(name) for name in _doers(each)}))
    for name, members in sorted((_office_name(key, members), members) for key, members in offices.items()):
        file = CalendarFile(official_calendar(name), f"Obligations: {name}", "official", name, len(members))
        groups.append((file, members))
    return groups


def _gather(found: list[_Dated], keys: Callable[[_Dated], Iterable[Key]]) -> dict[Key, list[_Dated]]:
    groups: dict[Key, list[_Dated]] = {}
    for each in found:
        for key in keys(each):
            groups.setdefault(key, []).append(each)
    return groups


_UNIT_ORDER = ("hours", "days", "business days", "weeks", "months", "years")


def stated_window(deadline: Deadline) -> tuple[int, int, str] | None:
    """Unit's rank, amount and unit (singular after 1) of a stated window, ``30 days`` after the order."""
    if deadline.kind != "relative" or deadline.amount is None or deadline.unit not in _UNIT_ORDER:
        return None
    unit = deadline.unit.removesuffix("s") if deadline.amount == 1 else deadline.unit
    return _UNIT_ORDER.index(deadline.unit), deadline.amount, unit


def _doers(each: _Dated) -> tuple[str, ...]:
    """The officials who lead, and those through whom they act."""
    obligation = each.tracked.obligation
    return (*obligation.responsible, *obligation.through)


def _office_name(key: str, members: list[_Dated]) -> str:
    """The canonical name of an office: of several spellings the first in the alphabet."""
    return min(office(name) for each in members for name in _doers(each) if slug(name) == key)


def uid(obligation_id: str) -> str:
    """The UID of an obligation's event, for ever the same: a name-based UUID (RFC 9562, version 5) of its id."""
    return str(uuid.uuid5(NAMESPACE, obligation_id))


def _event(each: _Dated, site_url: str) -> Event:
    obligation, due = each.tracked.obligation, each.due
    changed = revision(each.reading, each.tracked)
    stamp = datetime.combine(changed.day or due, time(), UTC)  # what has a due date has a signing date or an entry
    event = Event()
    event.add("uid", uid(obligation.id))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", changed.count)
    event.add("dtstart", due)
    if due < date.max:
        event.add("dtend", due + timedelta(days=1))  # exclusive: RFC 5545, 3.6.1
    event.add("summary", summary(each.order, each.tracked, each.closed))
    event.add("description", description(each.reading, each.tracked, site_url))
    event.add("status", "CANCELLED" if each.closed else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [plain(each.order.id)])
    if site_url:
        event.add("url", page_url(site_url, obligation))
    if rule := _recurrence(obligation.deadline.recurrence):
        event.add("rrule", rule)
    return event


def _recurrence(rule: str | None) -> vRecur | None:
    """A recurrence rule (RFC 5545, 3.3.10) as the library reads it; ``None`` for none, or for one that is no rule."""
    if not rule or not re.match(r"(?:RRULE:)?FREQ=", rule):
        return None
    try:
        recurrence: vRecur = vRecur.from_ical(rule.removeprefix("RRULE:"))
    except ValueError:
        return None
    return recurrence


def _calendar(file: CalendarFile, events: list[bytes], site_url: str, about: str = ABOUT) -> bytes:
    """A calendar's file; ``events`` are written components, each once whatever number of calendars it stands in."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", plain(file.name))
    calendar.add("x-wr-calname", plain(file.name))
    calendar.add("description", about)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    if site_url:
        calendar.add("url", f"{site_url.rstrip('/')}/subscribe/")
        calendar.add("source", f"{site_url.rstrip('/')}/{file.path}", parameters={"VALUE": "URI"})
    if not events:
        calendar.add_component(_time_zone())
    content: bytes = calendar.to_ical()
    return content.removesuffix(_END) + b"".join(events) + _END


_END = b"END:VCALENDAR\r\n"


def _time_zone() -> Timezone:
    """UTC, in a calendar without events: a calendar must hold a component (RFC 5545, 3.6)."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone = Timezone()
    zone.add("tzid", "Etc/UTC")
    zone.add_component(standard)
    return zone
