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
from extractor.source.schemas import published_schemas


def outputs(orders: tuple[TrackedOrder, ...], project: Project) -> tuple[OutputFile, ...]:
    """All files under ``build/docs/``. There is at least one order; all are as of one day."""
    site = Site(orders, project, project.templates)
    data = api(orders, orders[0].as_of, project.site_url)
    return (
        *pages(site),
        *calendars(orders, project.site_url),
        calendar_list(orders),
        *feeds(site, project.site_name),
        *data,
        data_page(site, data),
        *published_schemas(),
    )
