"""The built site in a real browser, headless: links, console, other hosts, widths, no JavaScript.

The site is served below a folder (``/tracker/``), as GitHub Pages serves a project's site, so that a link that
only works at the top of a host is found. Screenshots of each kind of page are kept in ``build/screenshots/`` or
in the folder that ``TRACKER_SCREENSHOTS`` names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import AS_OF, ROOT
from playwright.sync_api import Browser, expect
from served import BASE, WIDTHS, chromium, listen, served

# One page of each kind: its name in the screenshots, its path, words that its reader must find.
KINDS = {
    "overview": ("", "2(c)"),
    "order": ("orders/eo-14409/", "Committee on National Security Systems"),
    "text": ("orders/eo-14409/text/", "Federal grant programs"),
    "obligation": ("orders/eo-14409/2-c/", "Binding Operational Directive"),
    "obligation-undated": ("orders/eo-14409/4/", "Attorney General"),
    "obligation-weekend": ("orders/eo-14409/2-f/", "Saturday"),
    "agencies": ("agencies/", "Department of Homeland Security"),
    "agency": ("agencies/department-of-homeland-security/", "Director of the Cybersecurity"),
    "officials": ("officials/", "Attorney General"),
    "official": ("officials/secretary-of-the-treasury/", "clearinghouse"),
    "deadlines": ("deadlines/", "August"),
    "status": ("status/", "2(d)"),
    "changes": ("changes/", "26-04"),
    "subscribe": ("subscribe/", "all.ics"),
    "data": ("data/", "obligations.xlsx"),
    "review": ("review/", "marked as doubtful"),
    "about": ("about/", "legal advice"),
}


@dataclass
class Seen:
    """What the browser met on one page."""

    url: str
    links: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    width: int = 0
    complaints: list[str] = field(default_factory=list)  # console errors, exceptions, failed or foreign requests


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with a final slash."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system's; the tests are skipped where there is none."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def pages(site: Path, address: str) -> list[str]:
    """The addresses of all pages of the site, but the one for wrong addresses."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html")
    return [urljoin(address, path.removesuffix("index.html")) for path in files]


@pytest.fixture(scope="module")
def visited(browser: Browser, address: str, pages: list[str]) -> dict[str, Seen]:
    """Every page, opened at the width of a phone: address → what was met there."""
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": 844})
    page = context.new_page()
    seen: dict[str, Seen] = {}
    listen(page, address, lambda complaint: seen[page_key].complaints.append(complaint))
    for page_key in pages:
        seen[page_key] = Seen(page_key)
        page.goto(page_key, wait_until="load")
        page.wait_for_function("document.fonts.status === 'loaded'")
        seen[page_key].links = set(
            page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
            )
        )
        seen[page_key].ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        seen[page_key].width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return seen


def test_every_kind_of_page_is_there(site: Path):
    assert [path for path, _words in KINDS.values() if not (site / path / "index.html").is_file()] == []


def test_no_page_complains_or_asks_another_host(visited: dict[str, Seen]):
    assert {url: seen.complaints for url, seen in visited.items() if seen.complaints} == {}


def test_every_internal_link_and_fragment_leads_somewhere(visited: dict[str, Seen], site: Path, address: str):
    broken = []
    host = address.removesuffix(BASE)
    for url, seen in visited.items():
        for link in sorted(seen.links):
            target, fragment = urldefrag(link)
            if not target.startswith(host):
                continue
            path = unquote(urlsplit(target).path)
            if not path.startswith(BASE):
                broken.append(f"{url}: {link} leaves the site's folder")
                continue
            file = site / path.removeprefix(BASE)
            if not (file / "index.html" if path.endswith("/") else file).is_file():
                broken.append(f"{url}: {link}")
            elif fragment and target in visited and unquote(fragment) not in visited[target].ids:
                broken.append(f"{url}: {link} (no such place on that page)")
    assert broken == []


def test_every_page_can_be_reached_from_the_overview(visited: dict[str, Seen], address: str):
    reached, ahead = set(), [address]
    while ahead:
        url = ahead.pop()
        if url in reached:
            continue
        reached.add(url)
        ahead += [target for link in visited[url].links if (target := urldefrag(link)[0]) in visited]
    assert sorted(set(visited) - reached) == []


def test_no_page_is_wider_than_a_phone(visited: dict[str, Seen]):
    assert {url: seen.width for url, seen in visited.items() if seen.width > WIDTHS["phone"]} == {}


@pytest.mark.parametrize("old, new", [("at-8", "2-c"), ("at-5", "2")])
def test_a_place_in_the_text_is_found_under_its_citation_and_its_old_number(
    browser: Browser, address: str, old: str, new: str
):
    page = browser.new_page(viewport={"width": WIDTHS["wide"], "height": 500})
    tops = []
    for fragment in (old, new):
        page.goto(urljoin(address, "orders/eo-14409/text/"))
        page.goto(urljoin(address, f"orders/eo-14409/text/#{fragment}"))
        page.wait_for_function("scrollY > 100")
        assert page.locator(f"[id='{fragment}']").count() == 1
        tops.append(page.locator(f"[id='{new}']").bounding_box()["y"])
    assert 40 < tops[1] < 120 and abs(tops[0] - tops[1]) < 25, tops
    page.close()


@pytest.mark.parametrize("fragment", ["%", "%E4", "%zz", "100%"])
def test_a_fragment_that_is_no_encoding_is_no_error(browser: Browser, address: str, fragment: str):
    page, complaints = browser.new_page(), []
    listen(page, address, complaints.append)
    page.goto(f"{address}#{fragment}")
    page.evaluate("location.hash = '#%'; location.hash = '#%25'")
    expect(page.locator("main h1")).to_be_visible()
    page.close()
    assert complaints == []


def test_the_link_to_a_place_is_seen_where_a_reader_points_and_always_heard(browser: Browser, address: str):
    page = browser.new_page(viewport={"width": WIDTHS["wide"], "height": 900})
    page.goto(urljoin(address, "orders/eo-14409/text/"))
    link = page.get_by_role("link", name="Link to section 2(c)", exact=True)
    expect(link).to_have_css("opacity", "0")
    page.locator("[id='2-c'] > p").hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    link.focus()
    expect(link).to_have_css("opacity", "1")
    link.press("Enter")
    page.wait_for_url("**/text/#2-c")
    page.close()


def test_a_citation_can_be_copied(browser: Browser, address: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(urljoin(address, "orders/eo-14409/2-c/"))
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Executive Order 14409, section 2(c), 91 FR 34565 (June 2, 2026)")
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_readable_without_javascript(browser: Browser, address: str, kind: str):
    path, words = KINDS[kind]
    context = browser.new_context(java_script_enabled=False, viewport={"width": WIDTHS["phone"], "height": 844})
    page = context.new_page()
    page.goto(urljoin(address, path))
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("article")).to_contain_text(words)
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


def test_every_page_says_that_it_is_unofficial_and_how_fresh(browser: Browser, pages: list[str]):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for url in pages:
        page.goto(url)
        text = page.locator("body").inner_text()
        assert "nofficial" in text and "legal advice" in text, url
        assert "August 21, 2026" in text or "Aug 21, 2026" in text, f"{url}: the day of the last check is missing"
        assert page.get_by_role("link", name="error").count() >= 1, f"{url}: no link to report an error"
        assert "©" not in page.locator("article").inner_text(), f"{url}: “(c)” became a copyright sign"
    context.close()


@pytest.mark.parametrize("kind", ["text", "obligation", "obligation-undated"])
def test_a_page_with_the_order_s_text_says_that_it_is_a_restatement(browser: Browser, address: str, kind: str):
    page = browser.new_page(java_script_enabled=False)
    page.goto(urljoin(address, KINDS[kind][0]))
    article = page.locator("article")
    expect(article).to_contain_text("restatement")
    expect(article.locator("a[href='https://www.federalregister.gov/d/2026-11415']").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_screenshots(browser: Browser, address: str, width: str, scheme: str):
    folder = Path(os.environ.get("TRACKER_SCREENSHOTS") or ROOT / "build" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.clock.set_fixed_time(f"{AS_OF}T12:00:00")  # pages may say how many days ahead a date is
    page = context.new_page()
    lightness = set()
    for kind, (path, _words) in KINDS.items():
        page.goto(urljoin(address, path), wait_until="load")
        picture = folder / f"{kind}-{WIDTHS[width]}-{scheme}.png"
        page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 10_000
        lightness.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    context.close()
    (background,) = lightness
    brightness = sum(map(int, background.removeprefix("rgb(").removesuffix(")").split(","))) / 3
    assert (brightness > 128) == (scheme == "light"), f"{scheme}: the page's background is {background}"
