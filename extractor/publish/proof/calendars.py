"""Calendars and feeds, read back: the day of each event, how it stands, and how often it changed.

A component is parsed once, in however many calendars it stands: of 26 orders' 900 files most are the same events again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from icalendar import Calendar, Component

from extractor.publish.proof.held import Read, Values, iso, text_of

_COMPONENT = re.compile(rb"BEGIN:(VEVENT|VTODO)\r\n.*?END:\1\r\n", re.DOTALL)
_ALARM = re.compile(rb"(?<=\r\n)BEGIN:VALARM\r\n.*?END:VALARM\r\n", re.DOTALL)
_OWN_NAME = re.compile(rb"(?<=\r\n)(?:NAME|X-WR-CALNAME|SOURCE)[:;].*?\r\n(?![ \t])", re.DOTALL)
_ATOM = "{http://www.w3.org/2005/Atom}"


def events(content: bytes, path: str) -> Read:
    """The events of a calendar (RFC 5545) by ``event_key``, and how many alarms each has."""
    yield from _components(content, b"VEVENT")


def tasks(content: bytes, path: str) -> Read:
    """The tasks of a calendar by UID."""
    yield from _components(content, b"VTODO")


def event_key(uid: str, round: date | None = None) -> str:
    """What names an event in a calendar: its UID, and for one round of a series the day of its RECURRENCE-ID as well."""
    return f"{uid} {iso(round)}" if round else uid


def _components(content: bytes, kind: bytes) -> Iterator[tuple[str, Values]]:
    _is_calendar(_OWN_NAME.sub(b"", _COMPONENT.sub(b"", content)))
    for found in _COMPONENT.finditer(content):
        if found[1] == kind:
            bare, alarms = _ALARM.subn(b"", found[0])
            uid, values = _component(bare)
            yield uid, {**values, "alarms": str(alarms)}


@lru_cache(maxsize=64)
def _is_calendar(frame: bytes) -> None:
    """Raises ``ValueError`` where what stands around the components is no calendar; in most files it is the same."""
    Calendar.from_ical(frame)


@lru_cache(maxsize=2**15)
def _component(content: bytes) -> tuple[str, Values]:
    found = Component.from_ical(content)
    values = {
        "date": _day(found, "DTSTART" if found.name == "VEVENT" else "DUE"),
        "end": _day(found, "DTEND"),
        "rule": rule_text(found.get("RRULE")),
        "rounds left out": str(sum(len(each.dts) for each in _all(found, "EXDATE"))),
        "status": str(found.get("STATUS", "")),
        "day of completion": _day(found, "COMPLETED"),
        "number of changes": str(found.get("SEQUENCE", "")),
        "day of its last change": _day(found, "LAST-MODIFIED"),
    }
    of_round = getattr(found.get("RECURRENCE-ID"), "dt", None)
    return event_key(str(found.get("UID", "")), of_round), values


def rule_text(rule: Any) -> str:
    """A rule of recurrence as text (RFC 5545, 3.3.10); nothing for none."""
    return rule.to_ical().decode() if rule else ""


def _all(component: Component, name: str) -> list[Any]:
    """A property's values, however often it stands there."""
    value = component.get(name, [])
    return value if isinstance(value, list) else [value]


def _day(component: Component, name: str) -> str:
    """A property's day, the UTC day of a moment; empty where it has none."""
    value = getattr(component.get(name), "dt", None)
    return iso(value.date() if isinstance(value, datetime) else value) if isinstance(value, date) else ""


def index(content: bytes, path: str) -> Read:
    """``calendars/index.json``: each calendar with its number of entries and the one beside it that has alarms."""
    for each in json.loads(content)["calendars"]:
        yield text_of(each["path"]), {"count": text_of(each["count"]), "calendar with alarms": text_of(each["alarms"])}


def feed(content: bytes, path: str) -> Read:
    """The entries of an Atom feed (RFC 4287) by their identifiers, each with its day."""
    root = ElementTree.fromstring(content)
    if root.tag != f"{_ATOM}feed":
        raise ValueError(root.tag)
    for entry in root.iterfind(f"{_ATOM}entry"):
        yield entry.findtext(f"{_ATOM}id", ""), {"day": entry.findtext(f"{_ATOM}updated", "")[:10]}
