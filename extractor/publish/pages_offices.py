"""The pages of who must act: the agencies, the officials by agency, and a page for each of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.model import OutputFile, TrackedOrder
from extractor.officials import OFFICES, placed_in, slug
from extractor.publish.agencies import Agency, unplaced
from extractor.publish.calendars import official_calendar, with_calendar
from extractor.publish.downloads import of_agency, of_official
from extractor.publish.page import Page, Site, written
from extractor.publish.pages_subscribe import subscribe_address
from extractor.publish.pictures import timeline
from extractor.publish.view import Duty, Official, tally


def office_pages(site: Site) -> Iterator[OutputFile]:
    """The two indexes, then a page for each agency and each official."""
    yield _agencies(site)
    yield from (_agency(site, agency) for agency in site.agencies)
    yield _officials(site)
    yield from (_official(site, official) for official in site.officials)


def _agencies(site: Site) -> OutputFile:
    description = "What each agency must do, all its offices together"
    page = Page("agencies/", "agencies.md.j2", "Agencies", description, "Agencies", site.orders)
    return written(site, page, agencies=site.agencies)


def _agency(site: Site, agency: Agency) -> OutputFile:
    page = Page(
        address=f"agencies/{agency.slug}/",
        template="agency.md.j2",
        title=agency.name,
        heading=agency.name,
        description=f"What executive orders oblige the {agency.name} to do, by when, all its offices together",
        concerned=_concerned(site, agency.carries + agency.consulted),
    )
    found = {office.slug: _subscription(site, official_calendar(office.name)) for office in agency.offices}
    calendars = {name: address for name, address in found.items() if address}
    return written(
        site,
        page,
        agency=agency,
        tally=tally(agency.carries),
        calendars=calendars,
        take_along=of_agency(site, agency),
        timeline=timeline(agency.carries, site.as_of, page.address),
    )


def _officials(site: Site) -> OutputFile:
    description = "Every office that leads a duty or takes part in one, by agency"
    page = Page("officials/", "officials.md.j2", "Officials", description, "Officials", site.orders)
    others, groups = unplaced(site.officials)
    return written(site, page, officials=site.officials, agencies=site.agencies, others=others, groups=groups)


def _official(site: Site, official: Official) -> OutputFile:
    page = Page(
        address=f"officials/{official.slug}/",
        template="official.md.j2",
        title=official.name,
        heading=official.name,
        description=f"What executive orders oblige the {official.name} to do, and by when",
        concerned=_concerned(site, official.carries + official.consulted),
    )
    table = next((office.aliases for office in OFFICES if office.name == official.name), ())
    also = tuple(dict.fromkeys(name for name in (*official.written, *table) if name != official.name))
    agency = placed_in(official.name)
    return written(
        site,
        page,
        official=official,
        also=also,
        agency=agency,
        agency_page=f"agencies/{slug(agency)}/" if agency else "",
        calendar=_subscription(site, official_calendar(official.name)),
        with_calendar=_subscription(site, with_calendar(official.name)),
        take_along=of_official(site, official),
    )


def _concerned(site: Site, named: Iterable[Duty]) -> tuple[TrackedOrder, ...]:
    orders = {id(duty.of) for duty in named}
    return tuple(order for order in site.orders if id(order) in orders)


def _subscription(site: Site, path: str) -> str:
    """The place that shows how to subscribe to a calendar; empty where there is none."""
    file = site.calendar_at.get(path)
    return subscribe_address(file) if file else ""
