"""The calendars' files (RFC 5545, RFC 7986): each event is written once, whatever number of calendars it stands in.

A calendar has no UID of its own (RFC 7986, 5.3, lets it have one): vdirsyncer, which khal's users subscribe with, then
takes all of its events for one item. There is no METHOD: a file that is subscribed to is a snapshot (RFC 5545, 3.7.2),
and METHOD:PUBLISH would ask for an ORGANIZER (RFC 5546, 3.2.1). Alarms stand only in the files that say so in their
names: in the others an alarm is for the reader to set.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import quote

from icalendar import Calendar, Timezone, TimezoneStandard

from extractor.model import OutputFile, TrackedOrder
from extractor.publish.calendars.dated import dated
from extractor.publish.calendars.event import Written, written
from extractor.publish.calendars.event_text import plain
from extractor.publish.calendars.feeds import (
    CalendarFile,
    Feed,
    calendar_title,
    feeds,
    feeds_kept,
    feeds_of_obligations,
)
from extractor.publish.calendars.paths import INDEX, alarms_calendar

PRODUCT = "-//Obligation tracker//Deadlines of executive orders//EN"
REFRESH = timedelta(days=1)
COLOR = "navy"  # a name of CSS Color 3, as RFC 7986, 5.9, asks
ABOUT = "Unofficial. Deadlines as the orders state them, with what is on the public record."
EMPTIED = (
    "Nothing is in this calendar any more: the reading of the orders changed, and its obligations stand in the calendars "
    "of others. The file stays so that subscriptions do not fail; the site’s Subscribe page lists all calendars."
)
NOTHING_YET = "Nothing is in this calendar now. An event appears when the record has one for it."


def calendars(orders: Iterable[TrackedOrder], site_url: str) -> tuple[OutputFile, ...]:
    """Every calendar file under ``calendars/``, each once: those of ``feeds`` with the alarms beside them, those of
    single obligations, then those that are only kept.

    ``site_url`` is where the site is published; with an empty one the events carry no links.
    """
    orders = tuple(orders)
    components = {each.obligation.id: written(each, site_url) for each in dated(orders)}
    files: list[OutputFile] = []
    for feed in every_feed(orders):
        of = [components[each.obligation.id] for each in feed.members]
        own = [_in(feed.file, each) for each in of]
        files.append(OutputFile(feed.file.path, _calendar(feed.file, own, site_url)))
        if has_alarms(feed.file):
            beside = _with_alarms(feed.file)
            files.append(
                OutputFile(beside.path, _calendar(beside, [_ringing_in(feed.file, each) for each in of], site_url))
            )
    return tuple(files)


def calendar_list(orders: Iterable[TrackedOrder]) -> OutputFile:
    """``calendars/index.json``: every calendar with its title, path, kind, whose it is, how many entries it has, and the
    path of the one beside it that has alarms (``null`` where there is none).
    """
    rows = [
        {
            "title": calendar_title(feed.file),
            "path": feed.file.path,
            "kind": feed.file.kind,
            "of": feed.file.of,
            "count": feed.file.events,
            "alarms": alarms_calendar(feed.file.path) if has_alarms(feed.file) else None,
        }
        for feed in every_feed(tuple(orders))
    ]
    return OutputFile(INDEX, (json.dumps({"calendars": rows}, ensure_ascii=False, indent=1) + "\n").encode())


def _in(file: CalendarFile, each: Written) -> bytes:
    if file.kind == "tasks":
        return each.task
    return each.still_open if file.kind == "open" else each.event


def _ringing_in(file: CalendarFile, each: Written) -> bytes:
    return each.still_ringing if file.kind == "open" else each.ringing


def has_alarms(file: CalendarFile) -> bool:
    """True where a calendar with alarms stands beside: not for tasks, nor for a single obligation."""
    return file.kind not in ("tasks", "obligation")


def every_feed(orders: tuple[TrackedOrder, ...]) -> Iterator[Feed]:
    """Every calendar that has a file, each once: of ``feeds``, of single obligations, and what is only kept."""
    present = feeds(orders)
    yield from present
    yield from feeds_of_obligations(orders)
    yield from feeds_kept(orders, present)


def _with_alarms(file: CalendarFile) -> CalendarFile:
    return replace(file, path=alarms_calendar(file.path), name=f"{file.name}, with alarms")


def _calendar(file: CalendarFile, components: list[bytes], site_url: str) -> bytes:
    about = ABOUT if components else EMPTIED if file.kind == "kept" else NOTHING_YET
    calendar = Calendar()
    calendar.add("name", plain(file.name))
    calendar.add("x-wr-calname", plain(file.name))
    if site_url:
        calendar.add("source", f"{site_url.rstrip('/')}/{quote(file.path)}", parameters={"VALUE": "URI"})
    own: bytes = calendar.to_ical().removeprefix(_BEGIN).removesuffix(_END)
    return _heading(about, site_url) + own + b"".join(components or [_time_zone().to_ical()]) + _END


_BEGIN, _END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"


@lru_cache(maxsize=8)
def _heading(about: str, site_url: str) -> bytes:
    """What all calendars have in common, from their first line on."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("description", about)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    calendar.add("color", COLOR)
    if site_url:
        calendar.add("url", f"{site_url.rstrip('/')}/subscribe/")
    content: bytes = calendar.to_ical()
    return content.removesuffix(_END)


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
