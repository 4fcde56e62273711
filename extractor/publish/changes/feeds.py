"""Which feeds there are, where they stand, and which changes belong to each.

A feed's path is for ever: one that has nothing to say is there all the same, so that no subscription breaks. An office that
a correction or an amendment took its last duty from keeps its feed, and finds in it the change that did so; the accepted
changes of the register name it. One that goes by another name today keeps the path that its calendar once had.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from extractor.model import OutputFile, TrackedOrder
from extractor.officials import office, placed_in, slug
from extractor.publish.addresses import order_page
from extractor.publish.changes.atom import Feed, atom
from extractor.publish.changes.change import Change
from extractor.publish.changes.of_record import earliest_day, former_offices
from extractor.publish.page import Site
from extractor.publish.view import carries_office
from extractor.words.orders import full_name

CHANGES, REMINDERS = "changes.atom", "reminders.atom"
AT_LEAST = 200  # changes in each of the two feeds of all orders: whole days, the newest first, until there are so many
AUTHOR = "Obligation Tracker"  # of a site that has no name
NO_DAY = date(1970, 1, 1)  # what an empty feed states where the record has no day at all
_UNOFFICIAL = "Unofficial, not legal advice."
_EMPTIED = (
    "Nothing is in this feed any more: its office goes by another name here, or no order names it. The file stays so that "
    "subscriptions do not fail; the site’s Changes page lists all feeds."
)
_CALENDAR = re.compile(r"calendars/((?:officials|agencies)/[a-z0-9-]+?)(?:-with)?(?:-alarms)?\.ics")


def order_feed(order_id: str) -> str:
    """The path of an order's feed under the site's root."""
    return f"changes/orders/{order_id}.atom"


def agency_feed(name: str) -> str:
    """The path that the feed of an agency has, or would have."""
    return f"changes/agencies/{slug(name)}.atom"


def official_feed(name: str) -> str:
    """The path that the feed of an office has, or would have, whatever name of the office is given."""
    return f"changes/officials/{slug(name)}.atom"


def feeds(site: Site, author: str = AUTHOR) -> tuple[OutputFile, ...]:
    """Every feed as a file."""
    return tuple(OutputFile(feed.path, atom(feed, site.site_url, author or AUTHOR)) for feed in every_feed(site))


def every_feed(site: Site) -> tuple[Feed, ...]:
    """Every feed that has a file: of all orders, of what the calendar makes, then of each order, agency and official."""
    found = (*general_feeds(site), *order_feeds(site), *agency_feeds(site), *official_feeds(site))
    return (*found, *_emptied(site, {feed.path for feed in found}))


def general_feeds(site: Site) -> tuple[Feed, ...]:
    """The feed of all changes of the record and that of reminders, each of whole days until there are ``AT_LEAST``."""
    bound = f"The newest {AT_LEAST} and what else their last day has"
    return (
        Feed(
            CHANGES,
            "Changes of the record",
            f"What changed in the record of all orders. {bound}; each order’s own feed holds all of it. {_UNOFFICIAL}",
            "changes/",
            _newest(site.record_changes),
            _since(site.orders),
        ),
        Feed(
            REMINDERS,
            "Reminders of due dates",
            "What the calendar alone makes of the due dates: 30, 7 and 1 days ahead, and the day after. "
            f"No report is behind it. {bound}. {_UNOFFICIAL}",
            "deadlines/",
            _newest(site.reminders),
            _since(site.orders),
        ),
    )


def order_feeds(site: Site) -> Iterator[Feed]:
    """A feed for each order: every change of it and of its obligations."""
    for order in site.orders:
        name = full_name(order.order)
        own = tuple(change for change in site.record_changes if change.of is order)
        about = f"Every change of the record of {name}. {_UNOFFICIAL}"
        yield Feed(
            order_feed(order.order.id), f"Changes: {name}", about, order_page(order.order.id), own, _since([order])
        )


def agency_feeds(site: Site) -> Iterator[Feed]:
    """A feed for each agency that has or had an office in an order: what its offices lead, and what is done through them."""
    offices: dict[str, set[str]] = {}
    for key, name in _offices(site).items():
        if agency := placed_in(name):
            offices.setdefault(agency, set()).add(key)
    shown = {agency.name for agency in site.agencies}
    for agency in sorted(offices):
        page = f"agencies/{slug(agency)}/" if agency in shown else "agencies/"
        about = (
            f"Changes of what the offices of the {agency} must do, and of the orders that oblige them. {_UNOFFICIAL}"
        )
        yield _of_offices(
            site, Feed(agency_feed(agency), f"Changes: {agency}", about, page, (), NO_DAY), offices[agency]
        )


def official_feeds(site: Site) -> Iterator[Feed]:
    """A feed for each office that an order names or named: what it leads, and what is done through it."""
    shown = {official.slug for official in site.officials}
    for key, name in sorted(_offices(site).items()):
        page = f"officials/{key}/" if key in shown else "officials/"
        about = f"Changes of what the {name} must do, and of the orders that oblige this office. {_UNOFFICIAL}"
        yield _of_offices(site, Feed(official_feed(name), f"Changes: {name}", about, page, (), NO_DAY), {key})


def _emptied(site: Site, present: set[str]) -> Iterator[Feed]:
    """An empty feed for each office or agency that ever had a calendar and is known by that name no more."""
    published = {path for order in site.orders if (of := order.reading.acceptance) for path in of.calendars}
    once = {found[1] for path in published if (found := _CALENDAR.fullmatch(path))}
    for name in sorted(once):
        if (path := f"changes/{name}.atom") not in present:
            title = f"Changes: {name.partition('/')[2].replace('-', ' ')}"
            yield Feed(path, title, _EMPTIED, "changes/", (), _since(site.orders))


def _offices(site: Site) -> dict[str, str]:
    """The slug of every office that has a page, or had one by what was accepted once, with its name."""
    former = {
        slug(name): office(name) for order in site.orders for name in former_offices(order) if carries_office(name)
    }
    return former | {official.slug: official.name for official in site.officials}


def _of_offices(site: Site, feed: Feed, slugs: set[str]) -> Feed:
    """The feed with the changes of the duties that some offices carry, or carried until a change, and of their orders."""
    carried = {duty.obligation.id for each in site.officials if each.slug in slugs for duty in each.carries}
    orders = tuple(of for of in site.orders if any(each.obligation.id in carried for each in of.obligations))

    def concerns(change: Change) -> bool:
        if change.duty is None:
            return change.of in orders
        return change.duty.obligation.id in carried or any(slug(name) in slugs for name in change.former)

    found = tuple(change for change in site.record_changes if concerns(change))
    return replace(feed, changes=found, since=_since(orders or site.orders))


def _newest(found: tuple[Change, ...]) -> tuple[Change, ...]:
    """The newest changes, whole days of them, until there are ``AT_LEAST``."""
    if len(found) <= AT_LEAST:
        return found
    last = found[AT_LEAST - 1].day
    return tuple(change for change in found if change.day >= last)


def _since(orders: Iterable[TrackedOrder]) -> date:
    """The earliest day that the record has of some orders, none after the day that they are as of."""
    days = [day for order in orders if (day := earliest_day(order)) and day <= order.as_of]
    return min(days, default=NO_DAY)
