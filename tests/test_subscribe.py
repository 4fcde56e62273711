"""The Subscribe pages: every calendar with all its ways, pictures that a camera can read, and few clicks."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import page_samples
import pytest
from conftest import npm_package
from playwright.sync_api import Browser, Page
from served import WIDTHS, chromium, served

from extractor.publish.calendars import alarms_calendar, calendar_index, calendars, has_alarms, qr_code
from extractor.publish.page import Site
from extractor.publish.pages import pages

SETTINGS = page_samples.SampleSettings()
SITE = SETTINGS.site_url
WEBCAL = SITE.replace("https:", "webcal:")
LARGEST_PICTURE, LARGEST_PAGE = 10_000, 150_000  # bytes
READERS = ("jsqr@1.4.0", "pngjs@7.0.0")
READ = """
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { readFileSync } from "node:fs";
const picture = PNG.sync.read(readFileSync(process.argv[2]));
const found = jsQR.default ? jsQR.default(picture.data, picture.width, picture.height)
  : jsQR(picture.data, picture.width, picture.height);
console.log(JSON.stringify(found && found.data));
"""


def made(settings: page_samples.SampleSettings = SETTINGS) -> dict[str, bytes]:
    """The pages and calendars of the sample orders, by path."""
    orders = page_samples.tracked_orders()
    return {file.path: file.content for file in (*pages(Site(orders, settings)), *calendars(orders, settings.site_url))}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made()


@pytest.fixture(scope="module")
def html(files: dict[str, bytes]) -> str:
    """The Subscribe pages one after another."""
    return "".join(raw.decode() for path, raw in files.items() if path.startswith("subscribe/"))


def every_path() -> list[str]:
    index = calendar_index(page_samples.tracked_orders())
    return [path for each in index for path in (each.path, *([alarms_calendar(each.path)] if has_alarms(each) else []))]


@pytest.mark.parametrize("path", every_path())
def test_a_calendar_has_every_way(path, html, files):
    assert f'<a href="{WEBCAL}{path}">' in html
    assert re.search(rf'<a class="feed-address" href="(\.\./)+{path}">{re.escape(SITE + path)}</a>', html)
    assert path in files, "the page leads to a file that is not there"
    picture = files[qr_code(path)]
    assert len(picture) < LARGEST_PICTURE and b"<script" not in picture
    assert re.search(rf'<img src="(\.\./)+{qr_code(path)}"', html)


def test_there_is_a_picture_for_each_calendar_and_for_nothing_else(files):
    pictures = {path for path in files if path.startswith("calendars/") and path.endswith(".svg")}
    assert pictures == {qr_code(path) for path in every_path()}


def test_google_is_given_each_calendar_of_events_without_alarms_of_its_own(html):
    links = [unescape(link) for link in re.findall(r'href="(https://calendar\.google\.com[^"]*)"', html)]
    asked = [parse_qs(urlsplit(link).query)["cid"][0] for link in links]
    events = [each for each in calendar_index(page_samples.tracked_orders()) if each.kind != "tasks"]
    assert sorted(asked) == sorted(f"{WEBCAL}{each.path}" for each in events)
    assert all(link.startswith("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F") for link in links)


@pytest.mark.parametrize("program", ["Google Calendar", "Apple Calendar", "iPhone", "Outlook", "Thunderbird"])
def test_each_program_has_its_steps_and_says_how_soon_it_looks_again(html, program):
    (words,) = re.findall(rf"<dt>{program}[^<]*on the web[^<]*</dt>\s*<dd>(.*?)</dd>", html, re.S) or re.findall(
        rf"<dt>{program}[^<]*</dt>\s*<dd>(.*?)</dd>", html, re.S
    )
    assert "<b>Looks again:</b>" in words and re.search(r"hour|minute", words)


def test_a_site_without_an_address_offers_files_alone():
    found = made(replace(SETTINGS, site_url=""))
    text = found["subscribe/index.md"].decode()
    assert "webcal:" not in re.sub(r"<code>.*?</code>", "", text) and "calendar.google.com" not in text
    assert '<a href="../calendars/all.ics">' in text and "<img" not in text
    assert not [path for path in found if path.startswith("calendars/") and path.endswith(".svg")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def camera(tmp_path_factory) -> Path:
    """A folder with a reader of QR codes that did not make them."""
    folder = tmp_path_factory.mktemp("camera")
    for package in READERS:
        npm_package(folder, package)
    (folder / "read.mjs").write_text(READ, "utf-8")
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_camera_reads_the_code_from_the_screen(browser, site, camera, scheme):
    with served(site) as address:
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{address}subscribe/#agencies-department-of-war")
        pictures = page.locator("#agencies-department-of-war img")
        assert pictures.count() == 2
        for number, name in enumerate(("department-of-war", "department-of-war-alarms")):
            picture = pictures.nth(number)
            picture.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete && image.naturalWidth", arg=picture.element_handle())
            shot = camera / f"{scheme}-{number}.png"
            picture.screenshot(path=shot)
            done = subprocess.run(
                ["node", str(camera / "read.mjs"), str(shot)], capture_output=True, text=True, timeout=300, check=False
            )
            assert done.returncode == 0, done.stderr
            assert re.fullmatch(
                rf"webcal://.*/calendars/agencies/{name}\.ics", json.loads(done.stdout) or "nothing read"
            )
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_to_subscribe_to_one_agency_takes_two_clicks(browser, site, width):
    with served(site) as address:
        page: Page = browser.new_page(viewport={"width": WIDTHS[width], "height": 900})
        page.goto(address)
        page.locator("article").get_by_role("link", name="Subscribe in a calendar").click()
        page.wait_for_url("**/subscribe/")
        row = page.get_by_role("row").filter(has_text="Department of Homeland Security")
        link = row.get_by_role("link", name="Subscribe", exact=True)
        assert link.is_visible()
        assert link.get_attribute("href").endswith("/calendars/agencies/department-of-homeland-security.ics")
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
        page.close()


def test_a_reader_copies_an_address(browser, site):
    with served(site) as address:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}subscribe/#all")
        row = page.get_by_role("row").filter(has_text="All deadlines").first
        row.locator("summary").click()
        row.get_by_role("button", name="Copy").first.click()
        row.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").endswith("/calendars/all.ics")
        context.close()


def test_the_pages_of_twenty_six_orders_stay_small(many_site):
    sizes = {path: path.stat().st_size for path in (many_site / "subscribe").rglob("index.html")}
    assert len(sizes) == 5 and max(sizes.values()) < LARGEST_PAGE, sizes
    assert all(path.stat().st_size < LARGEST_PICTURE for path in (many_site / "calendars").rglob("*.svg"))
