"""What a page gives to take along: only what exists, at the address where it is."""

from __future__ import annotations

from pathlib import Path

import page_samples
import pytest

from extractor.project import Project
from extractor.publish.downloads import Download, of_agency, of_all, of_duty, of_official, of_order
from extractor.publish.outputs import outputs
from extractor.publish.page import Site

SITE = Site(page_samples.tracked_orders(), page_samples.SampleSettings())
FILES = {file.path for file in outputs(SITE.orders, Project(Path("nowhere"), page_samples.SampleSettings.site_url))}


def every() -> list[Download]:
    found = list(of_all(SITE))
    found += [each for order in SITE.orders for each in of_order(SITE, order)]
    found += [each for agency in SITE.agencies for each in of_agency(SITE, agency)]
    found += [each for official in SITE.officials for each in of_official(SITE, official)]
    return found + [each for duty in SITE.duties for each in of_duty(SITE, duty)]


@pytest.mark.parametrize("address", sorted({each.address.partition("#")[0] for each in every()}))
def test_what_is_to_be_taken_along_is_there(address: str):
    assert (f"{address}index.md" if address.endswith("/") else address) in FILES


def test_only_what_has_a_date_has_an_event():
    for duty in SITE.duties:
        assert any(each.address.endswith(".ics") for each in of_duty(SITE, duty)) == bool(duty.due)


def test_an_agency_and_an_order_offer_calendar_tables_and_changes():
    for found in (of_agency(SITE, SITE.agencies[0]), of_order(SITE, SITE.orders[0])):
        words = [each.words for each in found]
        assert words[:4] == ["Subscribe in a calendar", "Spreadsheet (CSV)", "Excel", "Feed of changes"]
