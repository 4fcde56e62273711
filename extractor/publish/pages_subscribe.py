"""The Subscribe pages: every calendar that a reader may follow, and how each calendar program takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from extractor.model import OutputFile
from extractor.officials import slug
from extractor.publish.addresses import order_page
from extractor.publish.agencies import describes_group
from extractor.publish.calendars import CalendarFile, alarms_calendar, calendar_title, has_alarms, qr_code
from extractor.publish.calendars.qr import google, qr_codes, webcal
from extractor.publish.page import Page, Site, written

_PAGES_OF = {"order": order_page("{}"), "agency": "agencies/{}/", "official": "officials/{}/", "with": "officials/{}/"}


@dataclass(frozen=True, slots=True)
class Way:
    """One address of a calendar, as a reader takes it: a link to open, one for Google, the file, a picture of the first."""

    path: str
    address: str
    webcal: str
    google: str
    picture: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar on the page: ``page`` is that of its order, agency or office (empty for the others); ``fold`` names the
    part of the Subscribe page that shows its addresses.
    """

    title: str
    count: int
    page: str
    fold: str
    plain: Way
    alarms: Way | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists one kind of calendars: its name in the address, its heading, what stands in the first column,
    what its rows are, and what stands there without any.
    """

    name: str
    heading: str
    first: str
    caption: str
    empty: str


LISTINGS = (
    Listing(
        "officials",
        "Subscribe to an official’s deadlines",
        "Office",
        "What each office leads, or what is done through it",
        "No office has a dated duty yet. A calendar appears here with an office’s first due date.",
    ),
    Listing(
        "groups",
        "Subscribe to the deadlines of a group",
        "Group",
        "What groups must do that an order describes in words, such as “heads of agencies”",
        "No dated duty is given to a group yet. A calendar appears here with the first.",
    ),
    Listing(
        "with",
        "Subscribe to what others do with an office",
        "Office",
        "What others do in consultation or coordination with each office",
        "No office is consulted on a dated duty of another yet. A calendar appears here with the first.",
    ),
    Listing(
        "windows",
        "Subscribe by the time that an order gives",
        "Period",
        "Duties by the period that the order states",
        "No order states a period yet. A calendar appears here with the first.",
    ),
)


def subscribe_pages(site: Site) -> Iterator[OutputFile]:
    """The page of all calendars, the longer lists on pages of their own, and the pictures."""
    rows = _rows(site)
    heading = "Subscribe to the deadlines"
    page = Page("subscribe/", "subscribe.md.j2", heading, "The deadlines as calendars", heading, site.orders)
    yield written(site, page, rows=rows, listings=LISTINGS, site_url=site.site_url)
    with_one = {slug(file.of) for file in site.calendars if file.kind == "official"}
    offices = (official for official in site.officials if not describes_group(official.name))
    without = [official for official in offices if official.slug not in with_one]
    for each in LISTINGS:
        page = Page(
            f"subscribe/{each.name}/", "subscribe_list.md.j2", each.heading, each.caption, each.heading, site.orders
        )
        own = without if each.name == "officials" else []
        yield written(
            site, page, listing=each, listings=LISTINGS, rows=rows[each.name], without=own, site_url=site.site_url
        )
    yield from qr_codes(site.calendars, site.site_url, site.draw)


def _rows(site: Site) -> dict[str, list[Subscription]]:
    """The calendars as the pages list them."""
    found: dict[str, list[Subscription]] = {name: [] for name in ("general", "agency", "order")}
    found |= {listing.name: [] for listing in LISTINGS}
    for file in site.calendars:
        found[_list_of(file)].append(_subscription(site, file))
    return found


_LISTS = {"all": "general", "open": "general", "tasks": "general", "official": "officials", "window": "windows"}


def _list_of(file: CalendarFile) -> str:
    """The list that a calendar stands in: one of ``LISTINGS``, or of the first page."""
    if file.kind == "official" and describes_group(file.of):
        return "groups"
    return _LISTS.get(file.kind, file.kind)


def subscribe_address(file: CalendarFile) -> str:
    """The place, seen from the site's root, that shows how to subscribe to a calendar."""
    name = _list_of(file)
    page = f"{name}/" if name in {listing.name for listing in LISTINGS} else ""
    return f"subscribe/{page}#{_fold(file)}"


def _fold(file: CalendarFile) -> str:
    return re.sub(r"[^\w.-]", "-", file.path.removeprefix("calendars/").removesuffix(".ics"))


def _subscription(site: Site, file: CalendarFile) -> Subscription:
    ways = [_way(site, path) for path in (file.path, alarms_calendar(file.path))]
    address = _PAGES_OF.get(file.kind, "").format(quote(file.of) if file.kind == "order" else slug(file.of))
    title = file.of if file.kind == "with" else calendar_title(file).removeprefix("Obligations: ")
    return Subscription(title, file.events, address, _fold(file), ways[0], ways[1] if has_alarms(file) else None)


def _way(site: Site, path: str) -> Way:
    address, picture = f"{site.site_url}{quote(path)}", quote(qr_code(path))
    return Way(quote(path), address, webcal(site.site_url, path), google(site.site_url, path), picture)
