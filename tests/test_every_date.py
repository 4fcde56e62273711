"""Every date from January 1 of year 1 to December 31, 9999 works or is refused, wherever it is written; and dates in
other notations, which are refused with the day that was meant."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import Run, copy_project
from icalendar import Calendar
from oracle import table as oracle
from oracle.finished import of_files

from extractor.commands.options import load
from extractor.publish.outputs import outputs
from extractor.publish.page import Site
from extractor.publish.proof.held import Published
from extractor.publish.proof.site import losses
from extractor.words.other_dates import date_meant

FIRST, LAST = "0001-01-01", "9999-12-31"
ORDER = """\
---
id: eo-9001
kind: executive order
title: Keeping the Lighthouses Lit
signed: {signed}
published: {signed}
text: official
---

## Sec. 1. Lamps.

(a) Within 1 day of the date of this order, the Secretary of Labor shall list every lighthouse.

(b) Within 30 business days of receipt of the list, the Secretary of Labor shall publish a plan.

(c) At least 10 days before the meeting, the Attorney General shall report.

(d) Within 60 days of the submission of the list required by subsection (a), the Secretary of Commerce shall respond.

## Sec. 2. Keepers.

{periods}
"""
LOG = """\
checked: {signed}
log:
  1-a:
    - {{date: {signed}, note: x, evidence: [{{url: 'https://example.org', title: t}}], due: {due}}}
  1-b:
    - {{date: {signed}, triggered: {signed}}}
  1-c:
    - {{date: {signed}, note: z, evidence: [{{url: 'https://example.org', title: t}}], due: {due}}}
"""
PERIODS = (
    "10 business days", "12 hours", "9 months", "7999 years", "9998 years", "3000000 days", "99999999999999999999 days",
)  # fmt: skip
DUTY = "({}) Within {} of the date of this order, the Secretary of Labor shall count the keepers."


def project(folder: Path, signed: str, due: str) -> Path:
    """A project with one order, signed on the first day and with deadlines extended to the second."""
    source = folder / "source" / "eo-9001"
    source.mkdir(parents=True, exist_ok=True)
    periods = "\n\n".join(DUTY.format("abcdefgh"[place], period) for place, period in enumerate(PERIODS))
    (source / "order.md").write_text(ORDER.format(signed=signed, periods=periods), "utf-8")
    (source / "progress.yml").write_text(LOG.format(signed=signed, due=due), "utf-8")
    return folder


@pytest.mark.parametrize("as_of", [FIRST, "2026-10-01", LAST])
@pytest.mark.parametrize("due", [LAST, "9999-12-30", "9999-12-24"])
@pytest.mark.parametrize("signed", [FIRST, "0001-12-31", "0999-12-31", "2026-06-02"])
def test_every_date_is_published(tmp_path: Path, signed: str, due: str, as_of: str):
    loaded = load(project(tmp_path, signed, due), datetime.fromisoformat(as_of))
    assert len(loaded.orders[0].obligations) == 4 + len(PERIODS)
    published = outputs(loaded.orders, loaded.project)
    content = {file.path.removesuffix(".md") + ".html" * file.path.endswith(".md"): file.content for file in published}
    site = Site(loaded.orders, loaded.project)
    assert losses(site, Published(frozenset(content), content.__getitem__)) == []
    assert oracle.losses(loaded.orders, of_files(published)) == []
    (events,) = (file.content for file in published if file.path == "calendars/all.ics")
    days = {event["dtstart"].dt for event in Calendar.from_ical(events).walk("VEVENT")}
    assert date.fromisoformat(due) in days or as_of < signed  # an entry counts from its day on


@pytest.mark.parametrize("as_of", [FIRST, LAST])
def test_the_site_is_built_on_every_day(tracker: Run, tmp_path: Path, as_of: str):
    folder = copy_project(tmp_path / "project")
    project(folder, FIRST, LAST)
    done = tracker("build", "--as-of", as_of, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "orders" / "eo-9001" / "1-a" / "index.html").is_file()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8/1/2026", "2026-08-01"),
        ("08/01/2026", "2026-08-01"),
        ("8/1/26", "2026-08-01"),
        ("13/8/2026", "2026-08-13"),
        ("1.8.2026", "2026-08-01"),
        ("1 August 2026", "2026-08-01"),
        ("1st of August 2026", "2026-08-01"),
        ("Aug 1, 2026", "2026-08-01"),
        ("Aug. 1, 2026", "2026-08-01"),
        ("Saturday, August 1, 2026", "2026-08-01"),
        ("2026/8/1", "2026-08-01"),
        ("20260801", "2026-08-01"),
        ("2026-08-01T10:00", "2026-08-01"),
        ("2026-02-30", "2026-02-28"),
        ("June 31, 2026", "2026-06-30"),
        ("31 June 2026", "2026-06-30"),
        ("8/2026", None),
        ("August 2026", None),
        ("August 1", None),
        ("2026", None),
        ("10", None),
        ("10:30", None),
        ("soon", None),
        ("yesterday", None),
        ("31/31/2026", None),
        ("2026-13-20", None),
        ("0000-01-01", None),
        ("9" * 5000, None),
        ("8" * 39, None),
        ("۲۰۲۶-۰۸-۰۱", None),
        ("", None),
    ],
)
def test_the_day_that_was_meant(written: str, meant: str | None):
    found = date_meant(written)
    assert (found and found.isoformat()) == meant
