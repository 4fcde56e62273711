"""The Changes page: what changed, month by month, in the record and by the calendar alone; and the list of feeds."""

from __future__ import annotations

from extractor.model import OutputFile
from extractor.publish.changes.change import DERIVED_WORDS
from extractor.publish.changes.feeds import CHANGES, REMINDERS, agency_feeds, official_feeds, order_feeds
from extractor.publish.changes.months import SINGLE_MONTHS, by_year, months
from extractor.publish.page import Page, Site, written

FEW = 5  # notices of one kind and changes of one day that stand open; the others are folded


def changes_page(site: Site) -> OutputFile:
    """The page of all changes, the newest month open."""
    description = "What changed, month by month: in the record, and by the calendar"
    page = Page("changes/", "changes.md.j2", "What changed", description, "What changed", site.orders)
    now, *before = months(site.record_changes, site.reminders, site.as_of)
    return written(
        site,
        page,
        newest=site.record_changes[0].day if site.record_changes else None,
        newest_notice=site.reminders[0].day if site.reminders else None,
        now=now,
        months=before[: SINGLE_MONTHS - 1],
        years=by_year(before[SINGLE_MONTHS - 1 :]),
        few=FEW,
        kind_words=DERIVED_WORDS,
        general=(CHANGES, REMINDERS),
        feeds=(
            ("Orders", tuple(order_feeds(site))),
            ("Agencies", tuple(agency_feeds(site))),
            ("Officials", tuple(official_feeds(site))),
        ),
    )
