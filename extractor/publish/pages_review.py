"""The page of the doubtful readings: every obligation that is marked for review, with its marks, order by order."""

from __future__ import annotations

from collections import Counter

from extractor.model import OutputFile
from extractor.publish.page import Page, Site, written


def review_page(site: Site) -> OutputFile:
    """The marked obligations by order, in text order, and how many have each mark."""
    heading = "Readings to be reviewed"
    description = "Every obligation whose reading a person should compare with the order’s words"
    page = Page("review/", "review.md.j2", heading, description, heading, site.orders)
    marked = [duty for duty in site.duties if duty.obligation.review]
    groups = [(order, rows) for order in site.orders if (rows := [duty for duty in marked if duty.of is order])]
    marks = Counter(mark for duty in marked for mark in duty.obligation.review)
    return written(site, page, duties=site.duties, marked=marked, groups=groups, marks=marks.most_common())
