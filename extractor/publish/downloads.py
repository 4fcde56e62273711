"""What a reader can take along from a page: its calendar, its rows for a spreadsheet, its changes for a feed reader, its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from extractor.model import TrackedOrder
from extractor.publish.agencies import Agency
from extractor.publish.api import paths
from extractor.publish.calendars import agency_calendar, obligation_calendar, official_calendar, order_calendar
from extractor.publish.changes.feeds import CHANGES, agency_feed, official_feed, order_feed
from extractor.publish.page import Site
from extractor.publish.pages_subscribe import subscribe_address
from extractor.publish.view import Duty, Official
from extractor.track import last_published


@dataclass(frozen=True, slots=True)
class Download:
    """One thing to take along: its words, and its address from the site's root."""

    words: str
    address: str


def of_all(site: Site) -> tuple[Download, ...]:
    """Of the whole site."""
    return (
        Download("Subscribe in a calendar", "subscribe/"),
        *_tables(paths.OBLIGATIONS_CSV, paths.OBLIGATIONS_XLSX),
        Download("Feed of changes", CHANGES),
        Download("Data", "data/"),
    )


def of_order(site: Site, order: TrackedOrder) -> tuple[Download, ...]:
    """Of one order."""
    name = order.order.id
    return (
        *_calendar(site, order_calendar(name)),
        *_tables(paths.order_csv(name), paths.order_xlsx(name)),
        _file("Feed of changes", order_feed(name)),
        _file("Data (JSON)", paths.order_json(name)),
    )


def of_agency(site: Site, agency: Agency) -> tuple[Download, ...]:
    """Of one agency."""
    return (
        *_calendar(site, agency_calendar(agency.name)),
        *_tables(paths.agency_csv(agency.slug), paths.agency_xlsx(agency.slug)),
        _file("Feed of changes", agency_feed(agency.name)),
    )


def of_official(site: Site, official: Official) -> tuple[Download, ...]:
    """Of one office."""
    return (
        *_calendar(site, official_calendar(official.name)),
        _file("Feed of changes", official_feed(official.name)),
    )


def of_duty(site: Site, duty: Duty) -> tuple[Download, ...]:
    """Of one duty: its own event, where it has a date, and its data."""
    path = obligation_calendar(duty.obligation.id)
    has_event = duty.due or last_published(duty.of, duty.tracked)
    event = [_file("Calendar file with this date alone", path)] if has_event else []
    return (*event, _file("Data (JSON)", paths.obligation_json(duty.obligation.id)))


def _calendar(site: Site, path: str) -> Iterator[Download]:
    """The place that shows how to subscribe to a calendar, where there is one."""
    if file := site.calendar_at.get(path):
        yield Download("Subscribe in a calendar", subscribe_address(file))


def _tables(csv: str, workbook: str) -> tuple[Download, Download]:
    return _file("Spreadsheet (CSV)", csv), _file("Excel", workbook)


def _file(words: str, path: str) -> Download:
    return Download(words, quote(path))
