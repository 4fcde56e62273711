"""The page for what is missing: the same look, and links that lead into the site, wherever a copy of it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from sample_site import BUILDERS, build, make_project
from served import chromium, served

from extractor.commands.serve import Handler

STATED = "https://tracker.example/site/"


@pytest.fixture(scope="module", params=BUILDERS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(make_project(tmp_path_factory.mktemp("project")), request.param, site_url=STATED)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("missing", ["nowhere", "orders/eo-0/9-z/", "a/b/c/d.html?e#f"])
@pytest.mark.parametrize("base", ["/site/", "/", "/a/library/", "/orders/"])
def test_it_is_styled_and_leads_into_the_site(browser: Browser, site: Path, base: str, missing: str, scheme: str):
    page = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    with served(site, partial(Handler, base=base), base) as address:
        answer = page.goto(address + missing, wait_until="networkidle")
        assert answer and answer.status == 404
        expect(page.locator("h1")).to_have_text("This page does not exist")
        expect(page.locator("header")).to_have_css("background-color", "rgb(22, 46, 81)")
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(30, 33, 41)"
        assert dark == (scheme == "dark")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        link = page.get_by_role("link", name="All deadlines")
        assert urlsplit(link.evaluate("link => link.href")).path == f"{base}deadlines/"
        link.click()
        expect(page.locator("h1")).to_have_text("Deadlines")
    page.close()


def test_where_it_was_built_for_it_needs_no_script(browser: Browser, site: Path):
    page = browser.new_context(java_script_enabled=False).new_page()
    with served(site, partial(Handler, base="/site/"), "/site/") as address:
        page.goto(f"{address}a/b/c")
        page.get_by_role("link", name="Overview").click()
        assert page.url == address
    page.context.close()
