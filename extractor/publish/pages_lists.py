"""The pages across orders: overview, deadlines, status, officials, changes, subscribe, about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.accuracy import accuracy_figures, percent
from extractor.model import OutputFile, Standing
from extractor.officials import OFFICES, agency, slug
from extractor.publish.calendars import official_calendar
from extractor.publish.page import Page, Site, written
from extractor.publish.pictures import agency_bars, month_strip
from extractor.publish.view import Duty, Official, by_due_date, by_standing, calendar_title, duties, months, tally
from extractor.publish.wording import full_name

AGENDA_LENGTH = 12  # rows of the overview's table: what is late, then what is due next


def list_pages(site: Site) -> Iterator[OutputFile]:
    """Every page that speaks of all orders."""
    yield _overview(site)
    yield _deadlines(site)
    yield _status(site)
    yield _officials(site)
    yield from (_official(site, official) for official in site.officials)
    yield _changes(site)
    yield _subscribe(site)
    yield _about(site)


def _overview(site: Site) -> OutputFile:
    subject = (
        f"{full_name(site.orders[0].order)} directs officials"
        if len(site.orders) == 1
        else "executive orders direct officials"
    )
    page = _page(site, "", "overview", "What is due, what is late, what changed", f"What {subject} to do, by when")
    return written(
        site,
        page,
        subject=subject,
        duties=site.duties,
        standings=by_standing(site.duties),
        agenda=_agenda(site.duties),
        progress=[(order, tally(duties((order,)))) for order in site.orders],
        changes=site.changes,
        month_strip=month_strip(site.duties, site.as_of),
    )


def _agenda(rows: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """What is past due, then what is due next, by date."""
    standings = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING)
    return tuple(duty for duty in by_due_date(rows) if duty.standing in standings)[:AGENDA_LENGTH]


def _deadlines(site: Site) -> OutputFile:
    page = _page(site, "deadlines/", "deadlines", "Deadlines", "Every deadline, as a list and as a calendar")
    rows = by_due_date(site.duties)
    undated: dict[str, list[Duty]] = {}
    for duty in rows:
        if not duty.due:
            undated.setdefault(str(duty.tracked.schedule.undated or "no deadline is stated"), []).append(duty)
    dated = tuple(duty for duty in rows if duty.due)
    return written(site, page, dated=dated, undated=tuple(undated.items()), months=months(dated))


def _status(site: Site) -> OutputFile:
    page = _page(site, "status/", "status", "Where every obligation stands", "Every obligation by its standing")
    bars = agency_bars(site.duties)
    return written(site, page, duties=site.duties, standings=by_standing(site.duties), agency_bars=bars)


def _officials(site: Site) -> OutputFile:
    page = _page(site, "officials/", "officials", "Officials", "Every office that leads a duty or takes part in one")
    return written(site, page, officials=site.officials)


def _official(site: Site, official: Official) -> OutputFile:
    named = official.carries + official.consulted
    page = Page(
        address=f"officials/{official.slug}/",
        template="official.md.j2",
        title=official.name,
        heading=official.name,
        description=f"What executive orders oblige the {official.name} to do, and by when",
        concerned=tuple(order for order in site.orders if any(duty.of is order for duty in named)),
    )
    table = next((office.aliases for office in OFFICES if office.name == official.name), ())
    also = tuple(dict.fromkeys(name for name in (*official.written, *table) if name != official.name))
    calendar = next((file for file in site.calendars if file.path == official_calendar(official.name)), None)
    return written(site, page, official=official, also=also, agency=agency(official.name), calendar=calendar)


def _changes(site: Site) -> OutputFile:
    page = _page(site, "changes/", "changes", "Changes to the record", "Every entry of the progress logs")
    return written(site, page, changes=site.changes)


def _subscribe(site: Site) -> OutputFile:
    page = _page(site, "subscribe/", "subscribe", "Subscribe to the deadlines", "The deadlines as calendars")
    with_one = {slug(file.of) for file in site.calendars if file.kind == "official"}
    return written(
        site,
        page,
        general=[file for file in site.calendars if file.kind != "official"],
        of_officials=[file for file in site.calendars if file.kind == "official"],
        titles={file.path: calendar_title(file) for file in site.calendars},
        without=[official for official in site.officials if official.slug not in with_one],
        slug=slug,
        site_url=site.site_url,
        webcal_url=re.sub(r"^https?:", "webcal:", site.site_url),
    )


def _about(site: Site) -> OutputFile:
    page = _page(site, "about/", "about", "About this site", "How this site is made, and what its limits are")
    restated = [order for order in site.orders if order.order.text != "official"]
    return written(site, page, restated=restated, accuracy=accuracy_figures(), percent=percent)


def _page(site: Site, address: str, template: str, heading: str, description: str) -> Page:
    return Page(address, f"{template}.md.j2", heading, description, heading, site.orders)
