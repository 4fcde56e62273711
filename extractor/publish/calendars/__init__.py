"""The calendars, and what an event says: RFC 5545 and RFC 7986."""

from extractor.publish.calendars.files import (
    CalendarFile,
    calendar_index,
    calendars,
    official_calendar,
    stated_window,
    uid,
    undated,
)

__all__ = ["CalendarFile", "calendar_index", "calendars", "official_calendar", "stated_window", "uid", "undated"]
