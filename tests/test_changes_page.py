"""The Changes page: both kinds by month, one click from the overview, readable with 26 orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page_samples
import pytest
from conftest import AS_OF
from playwright.sync_api import Browser, Page, expect
from samples import entry, obligation, order, relative, tracked
from served import WIDTHS, chromium, listen, served

from extractor.model import TrackedOrder
from extractor.publish.changes.page import FEW
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.track import track

TALLEST = {"wide": 4000, "phone": 6000}  # pixels, folded as it comes, with 26 orders
NOW = AS_OF[:7]


def shown(*orders: TrackedOrder) -> str:
    """The page's Markdown."""
    files = {file.path: file.content for file in pages(Site(orders, page_samples.SampleSettings()))}
    return files["changes/index.md"].decode("utf-8")


def at(on: date, **log) -> TrackedOrder:
    """An order whose two duties are due on July 2 and August 1, 2026, as of a day."""
    return tracked(obligation("2-a", relative(30)), obligation("2-b", relative(60)), as_of=on, **log)


def section(text: str, anchor: str) -> str:
    """What stands under a month's heading, up to the next month or the feeds."""
    found = text.partition(f'id="{anchor}"')[2]
    return re.split(r"<h2|<details class=\"fold month", found, maxsplit=1)[0]


def test_both_kinds_stand_under_their_month_and_are_told_apart_by_a_word():
    text = shown(at(date(2026, 7, 10), k2_a=(entry("07-03", "in-progress"), entry("07-08", note="x"))))
    told = re.findall(
        r'class="told-by">(.*?)</span>\s*(?:<ul>\s*<li><div>)?<strong>(.*?)</strong>', section(text, "2026-07")
    )
    assert told == [
        ("In the record", "Note"),
        ("In the record", "In progress"),
        ("By the calendar", "Fell past due: 1"),
        ("By the calendar", "Due in 30 days: 1"),
        ("By the calendar", "Due tomorrow: 1"),
    ]
    assert "Past due, no completion found (record searched July 4, 2026)" in text


@pytest.mark.parametrize(
    ("on", "log", "expected"),
    [
        (date(2026, 10, 5), {"k2_a": (entry("06-12", note="x"),)}, ["In the record: nothing since June 12, 2026.", "By the calendar: nothing since August 2, 2026."]),
        (date(2026, 7, 10), {"k2_a": (entry("06-12", note="x"),)}, ["In the record: nothing since June 12, 2026."]),
        (date(2026, 8, 20), {"k2_a": (entry("08-12", note="x"),)}, []),
    ],
)  # fmt: skip
def test_where_nothing_changed_the_page_says_since_when(on: date, log: dict, expected: list[str]):
    now = section(shown(at(on, **log)), on.isoformat()[:7])
    found = re.sub(r"<[^>]+>", "", now).split("\n")
    assert [line for line in found if line.startswith(("In the record: nothing", "By the calendar: no"))] == expected


def test_an_order_of_which_nothing_is_known_yet_has_a_page_that_says_so():
    text = shown(tracked(of=order(signed=None)))
    assert "Nothing is on record yet." in text and "no due date has come near yet" in text
    assert 'id="2026-07"' in text


@pytest.mark.parametrize("count", [1, FEW + 1, FEW + 2, 30])
def test_what_is_folded_of_a_day_is_counted_and_nothing_is_left_out(count: int):
    duties = [obligation(f"2-{number}", relative(30)) for number in range(1, count + 1)]
    now = section(shown(tracked(*duties)), "2026-07")
    (_, listed), *_ = re.findall(r"<strong>(Fell past due: \d+)</strong>\n(.*?)</div>", now, re.DOTALL)
    assert listed.count("<li>") == count == int(re.search(r"Fell past due: (\d+)", now)[1])
    rest = re.search(r"<summary>(\d+) more of this day", listed)
    assert bool(rest) is (count > FEW + 1) and (not rest or int(rest[1]) == count - FEW)


def test_every_month_has_an_anchor_and_older_years_are_folded_together():
    long_ago = track_on(date(2028, 3, 15))
    text = shown(long_ago)
    assert re.findall(r'id="(\d{4}-\d\d)"', text) == ["2028-03", "2026-08", "2026-07", "2026-06"]
    assert text.count('<details class="fold month-of-changes"><summary><h2>') == 3


def track_on(on: date) -> TrackedOrder:
    made = at(date(2026, 7, 10), k2_a=(entry("06-12", note="x"),))
    return track(made.reading, made.progress, on)


def test_hostile_words_stay_words():
    text = shown(*page_samples.tracked_orders())
    assert "<script>" not in text and "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=["site", "many_site"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the served site: of the one order, then of 26."""
    folder: Path = request.getfixturevalue(request.param)
    with served(folder) as found:
        yield found


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either width; the test fails where the console complained."""
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints: list[str] = []
    listen(opened, "http://127.0.0.1", complaints.append)
    yield opened
    context.close()
    assert complaints == []


@pytest.mark.slow
def test_what_changed_this_month_is_one_click_from_the_overview(page: Page, address: str):
    page.goto(address)
    page.get_by_role("link", name="What changed this month").click()
    page.wait_for_url(f"**/changes/#{NOW}")
    heading = page.locator(f'[id="{NOW}"]')
    expect(heading).to_have_text("July 2026")
    expect(heading).to_be_in_viewport()
    expect(page.get_by_text("Fell past due: 5")).to_be_visible()
    expect(page.locator(".in-record").first).to_be_visible()


@pytest.mark.slow
def test_the_page_stays_readable(page: Page, address: str):
    page.goto(f"{address}changes/")
    width = "wide" if page.viewport_size["width"] == WIDTHS["wide"] else "phone"
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST[width]
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]


@pytest.mark.slow
def test_the_address_of_a_folded_month_opens_it(page: Page, address: str):
    page.goto(f"{address}changes/")
    anchors = page.evaluate("[...document.querySelectorAll('.folded-month')].map(each => each.id)")
    assert anchors and anchors == sorted(anchors, reverse=True)
    for anchor in (anchors[0], anchors[-1]):
        page.goto("about:blank")
        page.goto(f"{address}changes/#{anchor}")
        expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()
