"""Everyday tasks that lead over several pages, each in no more clicks than it may take, at both widths and both sizes.

The others are walked where their pages are tested: ``test_lists.py`` (due in 30 days, past due, a filtered list sent, what is
shown as a spreadsheet, what is filtered on paper), ``test_changes_page.py`` (what changed this month), ``test_subscribe.py`` (to one
agency) and ``test_search_browser.py``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect
from served import WIDTHS, chromium, listen, served

CISA = "Director of the Cybersecurity and Infrastructure Security Agency"
COUNTS = {"one": 10, "many": 780}  # obligations


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=["one", "many"])
def size(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """The size of the site and its address: of the one order, then of 26."""
    with served(request.getfixturevalue("site" if request.param == "one" else "many_site")) as found:
        yield request.param, found


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either width; the test fails where the console complained."""
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900}, accept_downloads=True)
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints: list[str] = []
    listen(opened, "http://127.0.0.1", complaints.append)
    yield opened
    context.close()
    assert complaints == []


def go(page: Page, tab: str) -> None:
    """Follows a link of the site's menu, which a phone unfolds first."""
    opener = page.get_by_role("button", name="Menu")
    if opener.is_visible():
        opener.click()
        page.locator(".md-nav--primary").get_by_role("link", name=tab, exact=True).click()
    else:
        page.locator(".md-tabs").get_by_role("link", name=tab, exact=True).click()


def test_all_that_a_department_must_do_by_date_in_two_clicks(page: Page, size: tuple[str, str]):
    page.goto(size[1])
    go(page, "Agencies")
    page.get_by_role("link", name="Department of Homeland Security", exact=True).click()
    expect(page.locator("h1")).to_have_text("Department of Homeland Security")
    days = page.locator("table.duties .cell-due > time").evaluate_all("all => all.map(each => each.dateTime)")
    assert days == sorted(days) and len(days) >= 3
    assert page.locator("table.officials").get_by_role("link", name=CISA, exact=True).count() == 1
    expect(page.locator("article")).to_contain_text("Binding Operational Directives")  # what is done through CISA


def test_all_of_it_in_a_spreadsheet_in_one_click(page: Page, size: tuple[str, str]):
    page.goto(size[1])
    link = page.get_by_role("link", name="Spreadsheet (CSV)")
    found = page.request.get(urljoin(page.url, link.get_attribute("href")))
    rows = list(csv.DictReader(io.StringIO(found.body().decode("utf-8-sig"))))
    assert len(rows) == len({row["id"] for row in rows}) == COUNTS[size[0]]


def test_one_obligation_is_sent_by_its_address(page: Page, size: tuple[str, str], browser: Browser):
    page.goto(urljoin(size[1], "deadlines/"))
    page.locator("table.duties tbody .cell-duty > a").locator("visible=true").first.click()
    heading = page.locator("h1").inner_text()
    assert "?" not in page.url and "#" not in page.url
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator("h1")).to_have_text(heading)
    other.close()


def test_how_sure_and_in_which_words_stands_on_the_page(page: Page, size: tuple[str, str]):
    page.goto(urljoin(size[1], "orders/eo-14409/2-c/"))
    sure = page.locator("dl.facts--duty > div", has=page.locator("dt", has_text=re.compile("^How sure$")))
    expect(sure).to_contain_text("Who, what and when are all stated in the words.")
    expect(sure.get_by_role("link", name="How well the program reads")).to_be_visible()
    expect(sure.get_by_role("link", name="Report a wrong reading")).to_be_visible()
    expect(page.locator("blockquote.quoted .duty-words").first).to_contain_text("Secretary of Homeland Security")
    expect(page.locator("blockquote.quoted mark.act")).to_contain_text("Binding Operational Directives")


@pytest.mark.parametrize("address", ["orders/eo-14409/", "agencies/department-of-homeland-security/"])
def test_a_page_leads_to_its_own_calendar_in_one_click(page: Page, size: tuple[str, str], address: str):
    page.goto(urljoin(size[1], address))
    page.get_by_role("link", name="Subscribe in a calendar").click()
    expect(page.locator(":target")).to_have_attribute("open", "")
    expect(page.locator(":target").get_by_text(re.compile(r"/calendars/.*\.ics$")).first).to_be_visible()
