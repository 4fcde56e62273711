"""Every kind of page for people who do not see it, or have no mouse: axe, and walks with the keyboard.

Both are made with one order and with 26, on a wide window and on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from served import WIDTHS, chromium, served

# One page of each kind; the lists once with a filter and an order of their own.
KINDS = {
    "one": (
        "", "orders/eo-14409/", "orders/eo-14409/text/", "orders/eo-14409/2-c/", "orders/eo-14409/4/", "agencies/",
        "agencies/department-of-homeland-security/", "officials/", "officials/secretary-of-the-treasury/", "deadlines/",
        "deadlines/?within=90&sort=duty", "status/", "status/?standing=upcoming", "changes/", "subscribe/", "review/",
        "about/", "404.html",
    ),
    "many": (
        "", "orders/eo-14028/", "orders/eo-14110/10.1-f-ii/", "agencies/", "agencies/department-of-commerce/", "officials/",
        "officials/secretary-of-commerce/", "deadlines/", "deadlines/2026/", "deadlines/?agency=department-of-energy",
        "status/?standing=overdue-never", "changes/", "subscribe/", "review/",
    ),
}  # fmt: skip
# Every page of one order in either scheme and width; the same templates with 26 orders in one scheme each.
SCHEMES = {
    ("one", WIDTHS["wide"]): ("light", "dark"), ("one", WIDTHS["phone"]): ("light", "dark"),
    ("many", WIDTHS["wide"]): ("light",), ("many", WIDTHS["phone"]): ("dark",),
}  # fmt: skip
WALKED = {
    "one": ("", "status/", "orders/eo-14409/text/", "orders/eo-14409/2-c/", "officials/"),
    "many": ("", "status/", "deadlines/"),
}
MOST_STOPS = 150
STILL = "*, ::before, ::after { animation: none !important; transition: none !important }"
OPENED = "document.querySelectorAll('article details:not(.list-part)').forEach(each => { each.open = true; })"
# axe takes minutes for a list of 850 rows, which come of one template: twenty of each kind stay.
THINNED = """for (const parent of document.querySelectorAll("article, article *")) {
    const seen = {};
    for (const child of [...parent.children]) {
        const kind = child.tagName + "." + child.getAttribute("class");
        seen[kind] = (seen[kind] || 0) + 1;
        if (seen[kind] > 20) child.remove();
    }
}"""
FOCUS = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const seen = at.matches(".md-option") ? at.nextElementSibling : at;  // a radio button that its label shows
    const box = seen.getBoundingClientRect();
    const name = (at.getAttribute("aria-label") || at.title || at.textContent || (at.labels && at.labels[0]?.textContent) || "").trim();
    const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    const shown = seen.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return { html: at.outerHTML.slice(0, 150), name, seen: shown && inside && box.width > 1 && box.height > 1 };
}"""


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
    """A page of either width, on which nothing moves by itself; its policy would refuse axe and the style that says so."""
    context = browser.new_context(
        viewport={"width": WIDTHS[request.param], "height": 900}, reduced_motion="reduce", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def test_axe_finds_nothing(page: Page, size: tuple[str, str], axe: str):
    kind, address = size
    faults = []
    for path in KINDS[kind]:
        page.goto(address + path)
        page.evaluate(OPENED)
        page.evaluate(THINNED)
        for scheme in SCHEMES[kind, page.viewport_size["width"]]:
            page.emulate_media(color_scheme=scheme)
            faults += [f"{scheme}: {each}" for each in violations(page, axe, path)]
    assert not faults, "\n".join(faults)


def violations(page: Page, axe: str, what: str) -> list[str]:
    """A line for each rule of axe that the page breaks as it stands."""
    page.add_style_tag(content=STILL)
    page.wait_for_timeout(300)  # the theme's header changes its title while a page scrolls: look when it is still
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert len(found["passes"]) > 20, f"{what}: axe did not look at the page"
    return [f"{what}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


def test_whatever_the_keyboard_reaches_is_seen_and_has_a_name(page: Page, size: tuple[str, str]):
    kind, address = size
    faults = []
    for path in WALKED[kind]:
        page.goto(address + path)
        page.add_style_tag(content=STILL)
        stops = list(walk(page))
        assert len(stops) > 8, path
        faults += [f"{path}: {stop['html']}" for stop in stops if not (stop["seen"] and stop["name"])]
    assert not faults, "\n".join(faults)


def walk(page: Page) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of the Tab key, until the page is left or the walk is long enough."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop and not stop["seen"]:
            page.wait_for_timeout(500)  # what the theme fades in is seen a moment later
            stop = page.evaluate(FOCUS)
        if stop is None:
            return
        yield stop


def test_the_keyboard_skips_to_the_content(page: Page, size: tuple[str, str]):
    page.goto(size[1])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_the_menu_of_a_phone_opens_and_closes_by_the_keyboard(browser: Browser, size: tuple[str, str]):
    page = browser.new_page(viewport={"width": WIDTHS["phone"], "height": 844})
    page.goto(size[1])
    menu, link = (
        page.get_by_role("button", name="Menu"),
        page.locator(".md-nav--primary").get_by_role("link", name="Status"),
    )
    expect(link).to_be_hidden()
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.wait_for_function("document.querySelector('.md-nav--primary').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()
    menu.press(" ")
    link.press("Enter")
    page.wait_for_url("**/status/")
    page.close()
