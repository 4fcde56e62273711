"""The pages across orders: overview, deadlines, status, officials, changes, subscribe, about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.accuracy import accuracy_figures, percent
from extractor.model import OutputFile, Standing, TrackedOrder
from extractor.publish.changes.months import month_anchor
from extractor.publish.changes.page import changes_page
from extractor.publish.downloads import of_all
from extractor.publish.facets import falls_within
from extractor.publish.page import Page, Site, written
from extractor.publish.pages_offices import office_pages
from extractor.publish.pages_review import review_page
from extractor.publish.pages_subscribe import subscribe_pages
from extractor.publish.pictures import agency_bars, month_strip
from extractor.publish.standings import SAID_TO_BE_OVER, SEARCHED_SINCE, Shown
from extractor.publish.view import Duty, Month, by_due_date, by_standing, duties, months, tally
from extractor.words.orders import full_name

AGENDA_LENGTH = 10  # what is due next, and as many that fell due last
SHORT_LIST = 25  # rows up to which no part of a list is folded
MONTHS_ON_ONE_PAGE = 12  # a longer calendar has a page for each year
COMING = (Standing.DUE_SOON, Standing.UPCOMING)


def list_pages(site: Site) -> Iterator[OutputFile]:
    """Every page that speaks of all orders."""
    yield _overview(site)
    yield from _deadlines(site)
    yield _status(site)
    yield from office_pages(site)
    yield review_page(site)
    yield changes_page(site)
    yield from subscribe_pages(site)
    yield _about(site)


def _overview(site: Site) -> OutputFile:
    subject = (
        f"{full_name(site.orders[0].order)} directs officials"
        if len(site.orders) == 1
        else f"{len(site.orders)} executive orders direct officials"
    )
    page = _page(site, "", "overview", "What is due, what is late, what changed", f"What {subject} to do, by when")
    dated = tuple(duty for duty in by_due_date(site.duties) if duty.due)
    return written(
        site,
        page,
        subject=subject,
        duties=site.duties,
        figures=_figures(site.duties),
        late=sum(duty.standing is Standing.OVERDUE and duty.shown is not SAID_TO_BE_OVER for duty in site.duties),
        in_30_days=sum(falls_within(duty, 30) for duty in site.duties),
        next_due=[duty for duty in dated if duty.standing in COMING][:AGENDA_LENGTH],
        fell_due=[duty for duty in reversed(dated) if duty.due and duty.due < site.as_of][:AGENDA_LENGTH],
        by_order=_by_order(site),
        changes=site.record_changes,
        this_month=month_anchor(site.as_of),
        month_strip=month_strip(site.duties, site.as_of),
        take_along=of_all(site),
    )


def _figures(rows: tuple[Duty, ...]) -> list[tuple[Shown, tuple[Duty, ...]]]:
    """The standings that the overview counts: those that there are, and what everybody asks after even if there is none."""
    found = by_standing(rows)
    late = any(members for shown, members in found if shown.standing is Standing.OVERDUE)
    asked = {*COMING, Standing.DONE}
    return [
        (shown, members)
        for shown, members in found
        if members or shown.standing in asked or (shown is SEARCHED_SINCE and not late)
    ]


def _by_order(site: Site) -> list[tuple[TrackedOrder, tuple[tuple[Shown, int], ...]]]:
    """Every order with how many of its duties have each standing."""
    return [(order, tally(duties((order,)))) for order in site.orders]


def _deadlines(site: Site) -> Iterator[OutputFile]:
    page = _page(site, "deadlines/", "deadlines", "Deadlines", "Every deadline, as a list and as a calendar")
    rows = by_due_date(site.duties)
    undated: dict[str, list[Duty]] = {}
    past: dict[int, list[Duty]] = {}
    for duty in rows:
        if not duty.due:
            undated.setdefault(duty.why_undated, []).append(duty)
        elif duty.due < site.as_of:
            past.setdefault(duty.due.year, []).append(duty)
    found = months(rows)
    years = Counter(duty.due.year for duty in rows if duty.due) if len(found) > MONTHS_ON_ONE_PAGE else Counter()
    yield written(
        site,
        page,
        by_date=rows,
        past=tuple(past.items()),
        ahead=[duty for duty in rows if duty.due and duty.due >= site.as_of],
        undated=tuple(undated.items()),
        months=found,
        years=sorted(years.items()),
        short=SHORT_LIST,
    )
    yield from (_year(site, year, sorted(years.items()), found) for year in sorted(years))


def _year(site: Site, year: int, years: list[tuple[int, int]], found: tuple[Month, ...]) -> OutputFile:
    """The months of one year in which something is due, as tables."""
    heading = f"Deadlines in {year}, month by month"
    page = _page(site, f"deadlines/{year}/", "year", heading, f"Every deadline of {year}, as a calendar")
    return written(site, page, year=year, years=years, months=[month for month in found if month.first.year == year])


def _status(site: Site) -> OutputFile:
    page = _page(site, "status/", "status", "Where every obligation stands", "Every obligation by its standing")
    standings = by_standing(site.duties)
    return written(
        site,
        page,
        duties=site.duties,
        by_date=by_due_date(site.duties),
        standings=standings,
        present=[shown for shown, rows in standings if rows],
        by_order=_by_order(site),
        short=SHORT_LIST,
        agency_bars=agency_bars(site.duties),
    )


def _about(site: Site) -> OutputFile:
    page = _page(site, "about/", "about", "About this site", "How this site is made, and what its limits are")
    restated = [order for order in site.orders if order.order.text != "official"]
    return written(site, page, restated=restated, accuracy=accuracy_figures(), percent=percent)


def _page(site: Site, address: str, template: str, heading: str, description: str) -> Page:
    return Page(address, f"{template}.md.j2", heading, description, heading, site.orders)
