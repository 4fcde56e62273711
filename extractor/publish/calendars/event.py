"""One obligation as an all-day event (VEVENT) and as a task (VTODO) of RFC 5545.

Both depend on the record and never on the clock: built again from the same record on another day they are the same,
byte for byte. A UID comes from the obligation's id alone, so it stays when the site moves; SEQUENCE counts the entries,
corrections and accepted changes; DTSTAMP and LAST-MODIFIED are the start of the last day on which the record changed,
CREATED that of the first. An obligation that the log closed stays, marked CANCELLED, so that programs that keep old
events learn of it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Component, Event, Todo

from extractor.model import Round
from extractor.publish.calendars.dated import Dated
from extractor.publish.calendars.event_text import description, page_url, plain, summary
from extractor.publish.calendars.feeds import agencies_of
from extractor.publish.calendars.series import has_rounds, left_out, overrides, rule_of
from extractor.rounds import is_closed

NAMESPACE = uuid.UUID("6f3d2a54-9c0b-5b7e-8a51-3f0e5d1c7b92")  # never to be changed: every UID comes from it
TASKS = uuid.UUID("c1a4f0de-27b3-5d19-9e6c-84d2b7a5f310")  # nor this one: the UIDs of tasks
DEPENDS = "DEPENDS-ON"  # RFC 9253, 5; a program that does not know it shows the other as the parent (RFC 5545, 3.2.15)
ALARMS = (14, 7, 1)  # days before
RINGS_AT = 9  # o'clock
_COMPLETED = time(10, 30)  # UTC: the same day from Honolulu (UTC−10) to Auckland (UTC+13 in its summer)


def uid(obligation_id: str) -> str:
    """The UID of an obligation's event, for ever the same: a name-based UUID (RFC 9562, version 5) of its id."""
    return str(uuid.uuid5(NAMESPACE, obligation_id))


def task_uid(obligation_id: str) -> str:
    """The UID of an obligation's task: another than its event's, since a program may hold both."""
    return str(uuid.uuid5(TASKS, obligation_id))


@dataclass(frozen=True, slots=True)
class Written:
    """An obligation as it stands in files: its event, the same with alarms while it is open, and its task.

    Each of the two events is given as it stands in the calendar of what is open, too: there the closed rounds of a duty that
    recurs are left out.
    """

    event: bytes
    ringing: bytes
    task: bytes
    still_open: bytes
    still_ringing: bytes


def written(each: Dated, site_url: str) -> Written:
    """The components of an obligation; without an address of the site they have no links.

    What event and task share is made once. A duty that recurs is one event with its rule, and one more, under the same UID,
    for each round that the record says something of (RECURRENCE-ID; RFC 5545, 3.8.4.4).
    """
    common, series = _lines(_common(each, site_url)), each.series
    task = b"BEGIN:VTODO\r\n" + common + _lines(_own_task(each)) + b"END:VTODO\r\n"
    alarms = _ALARM_BYTES if each.open else b""
    if series is None:
        event = b"BEGIN:VEVENT\r\n" + common + _lines(_own_event(each))
        quiet, ringing = event + _END, event + alarms + _END
        return Written(quiet, ringing, task, quiet, ringing)

    def of_rounds(rings: bool, only_open: bool) -> bytes:
        own = _lines(_own_event(each)) + _left_out(each, only_open)
        parts = [b"BEGIN:VEVENT\r\n" + common + own + (alarms if rings else b"") + _END]
        for one in overrides(each, only_open):
            told = _lines(_common(each, site_url, one)) + _lines(_own_round(each, one))
            parts.append(b"BEGIN:VEVENT\r\n" + told + (alarms if rings and not is_closed(series, one) else b"") + _END)
        return b"".join(parts)

    quiet, ringing = of_rounds(False, False), of_rounds(True, False)
    return Written(quiet, ringing, task, of_rounds(False, True), of_rounds(True, True))


def _left_out(each: Dated, only_open: bool) -> bytes:
    """EXDATE (RFC 5545, 3.8.5.1)."""
    if not only_open or not (gone := left_out(each)):
        return b""
    listed = Event()
    listed.add("exdate", list(gone), parameters={"VALUE": "DATE"})
    return _lines(listed)


def _own_round(each: Dated, one: Round) -> Component:
    event = Event()
    event.add("uid", uid(each.obligation.id))
    event.add("recurrence-id", one.day)
    event.add("dtstart", one.due)
    if one.due < date.max:
        event.add("dtend", one.due + timedelta(days=1))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _lines(component: Component) -> bytes:
    """A component's properties as content lines, without its first and last line."""
    content: bytes = component.to_ical()
    return content[content.index(b"\n") + 1 : content.rindex(b"END:")]


def _own_event(each: Dated) -> Component:
    event = Event()
    event.add("uid", uid(each.obligation.id))
    event.add("dtstart", each.starts)
    if end := last_day(each):
        event.add("dtend", end)
    event.add("status", event_status(each))
    event.add("transp", "TRANSPARENT")
    if reference := _awaited(each):
        event.add("related-to", uid(reference), parameters={"RELTYPE": DEPENDS})
    if rule := rule_of(each):
        event.add("rrule", rule)
    return event


def _own_task(each: Dated) -> Component:
    """No rule of recurrence: a task is done once, and a rule would need a first day (RFC 5545, 3.8.2.4)."""
    task = Todo()
    task.add("uid", task_uid(each.obligation.id))
    task.add("due", each.due)
    status = task_status(each)
    task.add("status", status)
    if status in _SHARES:
        task.add("percent-complete", _SHARES[status])
    if status == "COMPLETED" and each.tracked.completed:
        task.add("completed", datetime.combine(each.tracked.completed, _COMPLETED, UTC))
    if reference := _awaited(each):
        task.add("related-to", task_uid(reference), parameters={"RELTYPE": DEPENDS})
    return task


def _common(each: Dated, site_url: str, one: Round | None = None) -> Component:
    """What the event and the task of an obligation share; ``one``: what a round's own event says instead."""
    obligation, changed, component = each.obligation, each.revision, Event()
    stamp = _midnight(changed.day or each.due)  # what has a due date has a signing date or an entry
    component.add("dtstamp", stamp)
    component.add("created", _midnight(changed.first or each.due))
    component.add("last-modified", stamp)
    component.add("sequence", changed.count)
    component.add("summary", summary(each.order, each.tracked, _state(each, one)))
    component.add("description", description(each.reading, each.tracked, site_url, one))
    component.add("categories", [plain(each.order.id), *sorted(agencies_of(obligation))])
    component.add("class", "PUBLIC")
    if site_url:
        component.add("url", page_url(site_url, obligation))
    return component


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _awaited(each: Dated) -> str | None:
    """The id of the obligation that this one waits for: of the reading alone, whatever stands on record of the other."""
    key = each.obligation.deadline.reference
    return f"{each.obligation.order}/{key}" if key else None


def last_day(each: Dated) -> date | None:
    """An event's DTEND, which is exclusive (RFC 5545, 3.6.1): the day after; ``None`` where the calendar knows none."""
    return each.starts + timedelta(days=1) if each.starts < date.max else None


def event_status(each: Dated) -> str:
    """An event's STATUS. A series that was closed ends, and its rounds of before stay as they were."""
    return "CANCELLED" if each.closed and not has_rounds(each) else "CONFIRMED"


def _state(each: Dated, one: Round | None) -> str:
    """What the log says was done or closed, for the beginning of the one line."""
    if one and each.series:
        return "Done: " if one.completed else "No completion found: " if is_closed(each.series, one) else ""
    if has_rounds(each):
        return ""
    return "Closed: " if each.closed else "Done: " if each.tracked.completed else ""


def task_status(each: Dated) -> str:
    """A task's STATUS."""
    if each.closed:
        return "CANCELLED"
    if each.tracked.completed:
        return "COMPLETED"
    return "IN-PROCESS" if each.tracked.status in ("in-progress", "blocked") else "NEEDS-ACTION"


_SHARES = {"COMPLETED": 100, "NEEDS-ACTION": 0}
"""PERCENT-COMPLETE of a task by its STATUS. Of what is begun nobody has said what share is done, so none is stated."""


def _alarm(days: int) -> bytes:
    """An alarm at nine in the morning, so many days before.

    An all-day event begins at midnight where its reader is (RFC 5545, 3.8.6.3), and an alarm "14 days before" would ring
    then: this one comes nine hours later, 13 days and 15 hours before.
    """
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Due tomorrow" if days == 1 else f"Due in {days} days")
    alarm.add("trigger", timedelta(hours=RINGS_AT) - timedelta(days=days))
    content: bytes = alarm.to_ical()
    return content


_END = b"END:VEVENT\r\n"
_ALARM_BYTES = b"".join(_alarm(days) for days in ALARMS)
