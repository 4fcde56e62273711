"""The calendars: where they stand (``paths``), which there are (``feeds``), what an event says (``event``), their files."""

from extractor.publish.calendars.calendar_files import calendar_list, calendars, has_alarms
from extractor.publish.calendars.dated import undated
from extractor.publish.calendars.event import task_uid, uid
from extractor.publish.calendars.feeds import CalendarFile, calendar_index, calendar_title, stated_window
from extractor.publish.calendars.paths import (
    agency_calendar,
    alarms_calendar,
    obligation_calendar,
    official_calendar,
    order_calendar,
    qr_code,
    with_calendar,
)

__all__ = [
    "CalendarFile",
    "agency_calendar",
    "alarms_calendar",
    "calendar_index",
    "calendar_list",
    "calendar_title",
    "calendars",
    "has_alarms",
    "obligation_calendar",
    "official_calendar",
    "order_calendar",
    "qr_code",
    "stated_window",
    "task_uid",
    "uid",
    "undated",
    "with_calendar",
]
