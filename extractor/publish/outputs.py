"""Everything that is published, from tracked orders to files: pages, calendars, feeds, data, schemas."""

from __future__ import annotations

from extractor.model import OutputFile, TrackedOrder
from extractor.project import Project
from extractor.publish.api.data_files import api
from extractor.publish.api.data_page import data_page
from extractor.publish.calendars import calendar_list, calendars
from extractor.publish.changes.feeds import feeds
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.timings import Timed, untimed
from extractor.source.schemas import published_schemas


def outputs(
    orders: tuple[TrackedOrder, ...], project: Project, timed: Timed = untimed, site: Site | None = None
) -> tuple[OutputFile, ...]:
    """All files under ``build/docs/``. There is at least one order; all are as of one day.

    ``site``: what pages are made of, where a caller goes on with it; ``timed`` is told of each kind of output.
    """
    of = site or Site(orders, project, project.templates)
    data = timed("data", lambda: api(orders, of.as_of, project.site_url))
    return (
        *timed("pages", lambda: (*pages(of), data_page(of, data))),
        *timed("calendars", lambda: (*calendars(orders, project.site_url), calendar_list(orders))),
        *timed("feeds", lambda: tuple(feeds(of, project.site_name))),
        *data,
        *timed("schemas", lambda: tuple(published_schemas())),
    )
