"""The lists of duties at work in a browser: each everyday task, at both widths, with one order and with 26."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from conftest import AS_OF
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader
from served import WIDTHS, chromium, listen, served

TALLEST_OVERVIEW = 2000  # pixels at 1280, with 26 orders
SIZES = ("one", "many")
LISTS = {"one": "orders/eo-14409/", "many": "orders/eo-14110/"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=SIZES)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the served site: of the one order, then of 26."""
    with served(request.getfixturevalue("site" if request.param == "one" else "many_site")) as found:
        yield found


@pytest.fixture(scope="module")
def many(many_site) -> Iterator[str]:
    """The address of the site of 26 orders."""
    with served(many_site) as found:
        yield found


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either width; the test fails where the console complained."""
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints: list[str] = []
    listen(opened, "http://127.0.0.1", complaints.append)
    yield opened
    context.close()
    assert complaints == []


def shown(page: Page) -> Locator:
    """The rows that a reader sees."""
    return page.locator(".list tbody tr:visible")


def attributes(page: Page, name: str) -> list[str]:
    """A data- attribute of every row that a reader sees, from top to bottom."""
    return page.evaluate(
        "name => [...document.querySelectorAll('.list tbody tr')].filter(row => row.checkVisibility())"
        ".map(row => row.dataset[name])",
        name,
    )


def control(page: Page, name: str) -> Locator:
    """A control of the bar, unfolded on a phone."""
    found = page.locator(f".filters [name={name}]")
    if not found.is_visible():
        page.locator(".choosing > summary").click()
    return found


def values(page: Page, name: str) -> list[str]:
    """What can be chosen of a facet."""
    return control(page, name).locator("option").evaluate_all("all => all.map(each => each.value).filter(Boolean)")


def announced(page: Page) -> int:
    """The number of rows that the status line states."""
    words = page.locator(".filters output").inner_text()
    return int(re.search(r"\d+", words)[0])


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("Due in 30 days", "within", "30"),
        ("Past due, none on record", "standing", "overdue-on-record"),
        ("past due$", "standing", "overdue"),
    ],
)
def test_from_the_overview_in_one_click(page: Page, address: str, words: str, name: str, value: str):
    page.goto(address)
    link = page.locator(".figures a, .more a", has_text=re.compile(words))
    number = int(re.search(r"\d+", link.inner_text())[0])
    link.click()
    page.wait_for_url(f"**{name}={value}*")
    expect(control(page, name)).to_have_value(value)
    assert number == shown(page).count() == announced(page) > 0
    assert all(value in each.split() for each in attributes(page, name))
    if name == "within":
        assert all("2026-07-10" <= each <= "2026-08-09" for each in attributes(page, "due"))
    else:
        assert all(each < AS_OF for each in attributes(page, "due"))


@pytest.mark.parametrize("path", ["deadlines/", "status/", "list"])
def test_a_filtered_list_is_sent_by_its_address(page: Page, address: str, browser: Browser, path: str):
    path = LISTS["one"] if path == "list" else path
    page.goto(address + path)
    before = page.locator(".list tbody tr").count()
    agency = values(page, "agency")[0]
    control(page, "agency").select_option(agency)
    control(page, "standing").select_option(values(page, "standing")[0])
    kept = attributes(page, "due")
    assert 0 <= len(kept) < before
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".filters output")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"agency={agency}" in copied
    page.goto("about:blank")
    page.goto(copied)
    assert attributes(page, "due") == kept
    assert control(page, "agency").input_value() == agency


def test_there_and_back(page: Page, address: str):
    page.goto(address + "deadlines/?within=90")
    first = attributes(page, "due")
    control(page, "standing").select_option("upcoming")
    second = attributes(page, "due")
    shown(page).first.locator("a").first.click()
    page.wait_for_url("**/orders/**")
    page.go_back()
    expect(control(page, "standing")).to_have_value("upcoming")
    assert attributes(page, "due") == second
    page.go_back()
    expect(control(page, "standing")).to_have_value("")
    assert attributes(page, "due") == first
    page.go_forward()
    expect(control(page, "standing")).to_have_value("upcoming")
    assert attributes(page, "due") == second


def test_clear_gives_the_whole_list_back(page: Page, address: str):
    page.goto(address + "deadlines/")
    whole = attributes(page, "due")
    control(page, "text").fill("no such words")
    assert shown(page).count() == announced(page) == 0
    page.locator(".filters").get_by_role("button", name="Clear").click()
    assert attributes(page, "due") == whole
    assert "?" not in page.url


def test_what_nothing_has_any_more_shows_nothing(page: Page, address: str):
    page.goto(address + "status/?standing=closed")
    assert shown(page).count() == announced(page) == 0


def test_what_is_shown_goes_into_a_spreadsheet(page: Page, address: str):
    page.goto(address + "deadlines/")
    page.evaluate("document.querySelector('.list tbody .duty-line').textContent = '=HYPERLINK(\"x\"), and more'")
    with page.expect_download() as everything:
        page.get_by_role("button", name="Download CSV").click()
    content = everything.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert head == ["Due", "Order", "Citation", "Duty", "Responsible", "Standing", "Reading", "Address"]
    assert len(rows) == page.locator(".list tbody tr").count()
    assert rows[0][3] == '\'=HYPERLINK("x"), and more'
    assert not any(re.match(r"[=+\-@]", cell) for row in rows for cell in row)
    control(page, "within").select_option("30")
    with page.expect_download() as filtered:
        page.get_by_role("button", name="Download CSV").click()
    kept = list(csv.DictReader(io.StringIO(filtered.value.path().read_bytes().decode("utf-8-sig"), newline="")))
    assert [row["Due"] for row in kept] == attributes(page, "due")
    assert all(row["Address"].startswith(f"{address}orders/{row['Order']}/") for row in kept)


@pytest.mark.parametrize("path", ["deadlines/", "status/"])
def test_paper_holds_what_is_filtered_and_no_more(page: Page, address: str, path: str):
    page.goto(f"{address}{path}?within=30")
    kept = attributes(page, "due")
    page.emulate_media(media="print")
    assert attributes(page, "due") == kept
    visible = page.evaluate(
        "[...document.querySelector('.md-content__inner').children].filter(each => each.checkVisibility())"
        ".map(each => each.className || each.tagName)"
    )
    assert visible == ["H1", "list list--active", "record-note"]
    assert not page.locator(".filters button").first.is_visible()
    expect(page.locator(".filters output")).to_contain_text("in the next 30 days")
    assert len(PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages) == 1


@pytest.mark.parametrize("key", ["due", "duty", "responsible", "standing"])
def test_a_list_is_sorted_by_any_column(page: Page, address: str, key: str):
    page.goto(address + "deadlines/?within=90")
    column = {"due": "td:nth-child(1)", "duty": "th", "responsible": "td:nth-child(3)", "standing": ".standing"}[key]
    button = page.locator(f".list th[data-key={key}] .sort:visible").first
    if button.count():
        button.focus()
        page.keyboard.press("Enter")
        head = page.locator(f".list th[data-key={key}]:visible").first
        expect(head).to_have_attribute("aria-sort", "ascending")
        expect(head.locator(".sort")).to_be_focused()
    else:  # on a phone the table has no head, and the bar sorts
        control(page, "sort").select_option(key)
    assert f"sort={key}" in page.url
    if key == "due":
        assert attributes(page, "due") == sorted(attributes(page, "due"))
        control(page, "sort").select_option("-due")
        assert attributes(page, "due") == sorted(attributes(page, "due"), reverse=True)
    elif key != "duty":
        words = [each.strip().lower() for each in shown(page).locator(column).all_text_contents()]
        assert words == sorted(words)


@pytest.mark.parametrize("path", ["deadlines/", "status/", "orders/eo-14409/"])
def test_without_javascript_it_is_a_whole_list_without_controls(browser: Browser, address: str, path: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{path}?standing=overdue")
    rows = page.locator(".list tbody tr")
    due = rows.evaluate_all("all => all.map(each => each.dataset.due)")
    assert len(due) >= 10
    if path != "status/":  # whose parts are the standings
        assert due == sorted(due, key=lambda each: each or "9999")
    assert page.locator("article :is(select, input, button)").count() == 0
    context.close()


def test_the_departments_duties_hold_what_is_done_through_its_offices(page: Page, many: str):
    page.goto(many + "deadlines/")
    control(page, "agency").select_option(label="Department of Homeland Security")
    led = attributes(page, "office")
    assert any("secretary-of-homeland-security" in each.split() for each in led)
    cisa = "director-of-the-cybersecurity-and-infrastructure-security-agency"
    assert any(cisa in each.split() and "secretary-of-homeland-security" not in each for each in led)


def test_names_of_one_office_are_joined_and_groups_stand_apart(page: Page, many: str):
    page.goto(many + "deadlines/")
    office = control(page, "office")
    office.select_option("secretary-of-war")
    named = shown(page).locator(".cell-who").all_text_contents()
    assert any("Secretary of Defense" in each for each in named) and any("Secretary of War" in each for each in named)
    assert office.locator("> option", has_text="heads of agencies").count() == 0
    groups = office.locator("optgroup option").all_inner_texts()
    assert "heads of agencies" in groups and all(len(each) <= 64 for each in groups)


def test_a_count_of_the_status_leads_to_its_rows(page: Page, many: str):
    page.goto(many + "status/")
    cells = page.locator(".standings tbody td a")
    for place in range(0, cells.count(), 15):
        page.goto(many + "status/")
        number = int(cells.nth(place).text_content())
        cells.nth(place).click()
        page.wait_for_url("**standing=**")
        assert shown(page).count() == announced(page) == number


@pytest.mark.parametrize("path", ["", "deadlines/", "deadlines/2026/", "status/", "orders/eo-14110/"])
def test_no_page_of_26_orders_is_wider_than_the_window(page: Page, many: str, path: str):
    page.goto(many + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_the_overview_of_26_orders_is_read_at_a_glance(browser: Browser, many: str):
    page = browser.new_page(viewport={"width": WIDTHS["wide"], "height": 900})
    page.goto(many)
    assert page.locator(".orders > li").count() == 26
    assert page.locator(".agenda").first.locator("> li").count() == 10
    assert page.locator(".agenda").last.locator("> li").count() == 10
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST_OVERVIEW
    page.close()


def test_deadlines_open_at_today_and_the_past_is_folded_by_year(page: Page, many: str):
    page.goto(many + "deadlines/")
    assert attributes(page, "due") and all(due >= AS_OF for due in attributes(page, "due"))
    folds = page.locator(".list details.list-part > summary").all_inner_texts()
    assert [each[:4] for each in folds if each[0] == "2"] == ["2021", "2022", "2023", "2024", "2025"]
    assert any(each.startswith("Earlier in 2026") for each in folds)
    page.locator("a[href$='deadlines/2026/']").click()
    expect(page.locator("h1")).to_contain_text("2026")
    assert page.locator("table.month").count() > 3
