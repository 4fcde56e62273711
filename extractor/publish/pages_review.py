"""The page of the doubtful readings, order by order: every obligation that is marked, and every passage that is unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.model import OutputFile, TrackedOrder, Unread
from extractor.publish.page import Page, Site, written
from extractor.publish.text_page import anchor_at, cuts_of


def review_page(site: Site) -> OutputFile:
    """The marked obligations and the unread passages by order, in text order, and how many have each mark."""
    heading = "Readings to be reviewed"
    description = "Every obligation whose reading a person should compare with the order’s words, and what was not read"
    page = Page("review/", "review.md.j2", heading, description, heading, site.orders)
    marked = [duty for duty in site.duties if duty.obligation.review]
    groups = [
        (order, rows, tuple(_left(order)))
        for order in site.orders
        if (rows := [duty for duty in marked if duty.of is order]) or order.reading.unread
    ]
    left = sum(len(passages) for _, _, passages in groups)
    marks = Counter(mark for duty in marked for mark in duty.obligation.review)
    return written(site, page, duties=site.duties, marked=marked, groups=groups, left=left, marks=marks.most_common())


def _left(order: TrackedOrder) -> Iterator[tuple[Unread, str | None]]:
    """The unread passages of an order, each with its anchor on the page of the text."""
    cuts = cuts_of(order.reading) if order.reading.unread else ()
    for item in order.reading.unread:
        yield item, anchor_at(cuts, item.span)
