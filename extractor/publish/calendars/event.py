"""One obligation as an all-day event (VEVENT) and as a task (VTODO) of RFC 5545.

Both depend on the record and never on the clock: built again from the same record on another day they are the same,
byte for byte. A UID comes from the obligation's id alone, so it stays when the site moves; SEQUENCE counts the entries,
corrections and accepted changes; DTSTAMP and LAST-MODIFIED are the start of the last day on which the record changed,
CREATED that of the first. An obligation that the log closed stays, marked CANCELLED, so that programs that keep old
events learn of it.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from icalendar import Alarm, Component, Event, Todo, vRecur

from extractor.publish.calendars.dated import Dated
from extractor.publish.calendars.event_text import description, page_url, plain, summary
from extractor.publish.calendars.feeds import agencies_of

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
    """An obligation as it stands in files: its event, the same with alarms while it is open, and its task."""

    event: bytes
    ringing: bytes
    task: bytes


def written(each: Dated, site_url: str) -> Written:
    """The components of an obligation; without an address of the site they have no links.

    What event and task share is made once.
    """
    common = _lines(_common(each, site_url))
    event = b"BEGIN:VEVENT\r\n" + common + _lines(_own_event(each))
    alarms = _ALARM_BYTES if each.open else b""
    task = b"BEGIN:VTODO\r\n" + common + _lines(_own_task(each)) + b"END:VTODO\r\n"
    return Written(event + _END, event + alarms + _END, task)


def _lines(component: Component) -> bytes:
    """A component's properties as content lines, without its first and last line."""
    content: bytes = component.to_ical()
    return content[content.index(b"\n") + 1 : content.rindex(b"END:")]


def _own_event(each: Dated) -> Component:
    event = Event()
    event.add("uid", uid(each.obligation.id))
    event.add("dtstart", each.due)
    if end := last_day(each):
        event.add("dtend", end)
    event.add("status", event_status(each))
    event.add("transp", "TRANSPARENT")
    if reference := _awaited(each):
        event.add("related-to", uid(reference), parameters={"RELTYPE": DEPENDS})
    if rule := _recurrence(each.obligation.deadline.recurrence, each.due):
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


def _common(each: Dated, site_url: str) -> Component:
    """What the event and the task of an obligation share."""
    obligation, changed, component = each.obligation, each.revision, Event()
    stamp = _midnight(changed.day or each.due)  # what has a due date has a signing date or an entry
    component.add("dtstamp", stamp)
    component.add("created", _midnight(changed.first or each.due))
    component.add("last-modified", stamp)
    component.add("sequence", changed.count)
    component.add("summary", summary(each.order, each.tracked, each.closed))
    component.add("description", description(each.reading, each.tracked, site_url))
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
    return each.due + timedelta(days=1) if each.due < date.max else None


def event_status(each: Dated) -> str:
    """An event's STATUS."""
    return "CANCELLED" if each.closed else "CONFIRMED"


def task_status(each: Dated) -> str:
    """A task's STATUS."""
    if each.closed:
        return "CANCELLED"
    if each.tracked.completed:
        return "COMPLETED"
    return "IN-PROCESS" if each.tracked.status in ("in-progress", "blocked") else "NEEDS-ACTION"


_SHARES = {"COMPLETED": 100, "NEEDS-ACTION": 0}
"""PERCENT-COMPLETE of a task by its STATUS. Of what is begun nobody has said what share is done, so none is stated."""


def _recurrence(rule: str | None, first: date) -> vRecur | None:
    """A recurrence rule (RFC 5545, 3.3.10) as the library reads it; ``None`` for none, or for one that is no rule.

    None, too, for one that does not hold its first day (``within 90 days, and by June 30 of each year``): what it then
    means is undefined (3.8.5.3).
    """
    if not rule or not re.match(r"(?:RRULE:)?FREQ=", rule) or not _holds(rule, first):
        return None
    try:
        recurrence: vRecur = vRecur.from_ical(rule.removeprefix("RRULE:"))
    except ValueError:
        return None
    return recurrence


def _holds(rule: str, day: date) -> bool:
    """True if a rule's days, counted from ``day``, begin with it; for no rule too, which the library refuses."""
    if "BYMONTHDAY=" not in rule:
        return True
    try:
        starts = next(iter(rrulestr(rule.removeprefix("RRULE:"), dtstart=datetime.combine(day, time()))), None)
    except ValueError:
        return True
    return starts is not None and starts.date() == day


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
