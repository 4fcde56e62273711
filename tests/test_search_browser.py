"""The search at work in a browser: what is found first, what is fetched and when, the keyboard, axe, both site generators."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import page_samples
import pytest
from conftest import AS_OF, ROOT, copy_project, npm_package, run_tracker
from playwright.sync_api import Browser, Page, expect
from served import WIDTHS, chromium, listen, served

from extractor.project import Project
from extractor.publish.outputs import outputs
from extractor.publish.search.index import PATH
from extractor.publish.site import build_site
from extractor.write import write

AXE = "axe-core@4.14.1"
LARGEST = 150_000 * 780 // 865  # bytes, gzipped: 150 kB at 865 obligations; 26 orders have 780 now
FIRST_PAGE = {"one": 100_000, "many": 120_000}  # bytes, gzipped
SLOWEST = 400  # milliseconds for one more letter, on a machine with other work
HOMELAND, WAR = "agencies/department-of-homeland-security/", "agencies/department-of-war/"

ANSWER = re.compile(r"^(\d+ pages?|Nothing holds)")  # what the count says once the index is there

# What is typed → a page that must be among the first three, at both sizes of site.
EXPECTED = (
    ("frontier models", "orders/eo-14409/3-a/"),
    ("DHS", HOMELAND),
    ("dhs", "officials/secretary-of-homeland-security/"),
    ("Department of Homeland Sec", HOMELAND),
    ("Secretary of Homeland Security", "officials/secretary-of-homeland-security/"),
    ("Pentagon", WAR),
    ("pentag", WAR),
    ("Secretary of Defense", "officials/secretary-of-war/"),
    ("OMB", "agencies/office-of-management-and-budget/"),
    ("omb director", "officials/director-of-the-office-of-management-and-budget/"),
    ("CISA", "officials/director-of-the-cybersecurity-and-infrastructure-security-agency/"),
    ("2(c)", "orders/eo-14409/2-c/"),
    ("section 2(c)", "orders/eo-14409/2-c/"),
    ("EO 14409, 2(c)", "orders/eo-14409/2-c/"),
    ("eo-14409/2-c", "orders/eo-14409/2-c/"),
    ("14409", "orders/eo-14409/"),
    ("E.O. 14409", "orders/eo-14409/"),
    ("executive order 14409", "orders/eo-14409/"),
    ("91 FR 34565", "orders/eo-14409/"),
    ("clearinghouses", "orders/eo-14409/2-d/"),
    ("treasury’s clearing", "orders/eo-14409/2-d/"),
    ("directive 26-04", "orders/eo-14409/2-c/"),
    ("July 2", "orders/eo-14409/2-a/"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=FIRST_PAGE)
def size(request: pytest.FixtureRequest) -> str:
    """How many orders the site has: one, then 26."""
    return request.param


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, size: str) -> Path:
    """The folder of the built site of that size."""
    return request.getfixturevalue("site" if size == "one" else "many_site")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of the served site."""
    with served(folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide page; the test fails where the console complained."""
    context = browser.new_context(viewport={"width": WIDTHS["wide"], "height": 900})
    context.set_default_timeout(20_000)
    opened = context.new_page()
    complaints: list[str] = []
    listen(opened, "http://127.0.0.1", complaints.append)
    yield opened
    context.close()
    assert complaints == []


def asked(page: Page, address: str, words: str) -> list[str]:
    """The search opened anew with these words: the paths that it finds, the first one first."""
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.locator("dialog.search input").fill(words)
    expect(page.locator(".search-count")).to_have_text(ANSWER)
    links = page.locator(".search-results a").evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(address) for link in links]


@pytest.mark.parametrize("words, found", EXPECTED)
def test_the_expected_page_is_among_the_first_three(page: Page, address: str, words: str, found: str):
    assert found in asked(page, address, words)[:3]


def test_an_agency_comes_first_for_its_name_then_its_offices(page: Page, address: str):
    found = asked(page, address, "homeland security")
    assert found[0] == HOMELAND and found[1] == "officials/secretary-of-homeland-security/"


def test_every_word_must_be_found_and_only_the_last_one_may_be_begun(page: Page, address: str):
    whole, begun, other = (
        asked(page, address, words) for words in ("priority defense", "priority defen", "priori defense")
    )
    assert whole and set(whole) <= set(begun)
    assert other == []
    assert asked(page, address, "priority zebra") == []
    expect(page.locator(".search-count")).to_have_text("Nothing holds all of these words.")


def test_no_list_and_no_furniture_is_found(page: Page, address: str, folder: Path):
    found = asked(page, address, "e")  # nearly everything has a word that begins so; the first of it is shown
    assert len(found) <= 50
    for path in found:
        assert (folder / path / "index.html").is_file(), path
        assert path.split("/")[0] in ("orders", "agencies", "officials") and path.count("/") > 1
    assert asked(page, address, "Unofficial, not legal advice") == []


def test_a_result_names_its_order_and_marks_the_words(page: Page, address: str):
    asked(page, address, "frontier models")
    first = page.locator(".search-results li").first
    expect(first.locator("a")).to_have_text(re.compile(r"^EO 14409, \d\(\w\): [A-Z]\w+ .+"))
    marks = [mark.casefold() for mark in first.locator("mark").all_inner_texts()]
    assert {"frontier", "model"} <= {mark.removesuffix("s") for mark in marks}
    assert len(first.locator(".search-words").inner_text()) < 200


def test_nothing_of_the_search_is_fetched_before_it_is_opened(page: Page, address: str, folder: Path, size: str):
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    before = len(fetched)
    first = set(fetched)
    assert not [path for path in first if "search" in path or "lunr" in path or path.endswith(".json")]
    files = [folder / (path or "index.html") for path in first if not path.startswith("data:")]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) < FIRST_PAGE[size]
    page.get_by_role("button", name="Search").click()
    expect(page.locator("dialog.search input")).to_be_focused()
    expect(page.locator(".search-count")).to_contain_text("Type words")
    assert fetched[before:] == ["assets/search.js", PATH]
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    page.keyboard.press("s")
    expect(page.locator("dialog.search")).to_be_visible()
    assert len(fetched) == before + 2


def test_the_index_is_small_and_the_theme_has_none(folder: Path):
    assert len(gzip.compress((folder / PATH).read_bytes(), 9)) < LARGEST
    assert not (folder / "search").exists()


def test_one_more_letter_is_answered_at_once(page: Page, address: str):
    asked(page, address, "the Secretary of Homeland")
    taken = page.evaluate(
        """() => {
          const field = document.querySelector("dialog.search input"), start = performance.now();
          field.value += " S";
          field.dispatchEvent(new Event("input"));
          return performance.now() - start;
        }"""
    )
    assert taken < SLOWEST


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_walks_from_the_key_to_the_page(page: Page, address: str, width: str):
    page.set_viewport_size({"width": WIDTHS[width], "height": 844})
    page.goto(f"{address}deadlines/")
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Words to search for")
    expect(field).to_be_focused()
    page.keyboard.type("frontier models")
    links = page.locator(".search-results a")
    expect(page.get_by_role("status").filter(has_text="pages")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("/")
    expect(field).to_have_value("frontier models")
    wanted = links.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)
    expect(page.locator("h1")).to_be_visible()


def test_a_key_stays_a_letter_where_a_reader_writes(page: Page, address: str):
    page.goto(f"{address}deadlines/")
    field = page.locator(".filters input[name=text]")
    field.press_sequentially("s/s")
    expect(field).to_have_value("s/s")
    page.locator("body").press("Control+s")
    assert page.locator("dialog.search").count() == 0


def test_a_search_can_be_sent_and_is_there_again_with_back(page: Page, address: str):
    page.goto(f"{address}deadlines/?within=30&q=pentagon#what-is-due")
    expect(page.locator(".search-results a").first).to_have_text("Department of War")
    page.locator("dialog.search input").fill("2(c) & more")
    page.wait_for_url(f"{address}deadlines/?within=30&q=2%28c%29+%26+more#what-is-due")
    page.locator("dialog.search input").fill("Pentagon")
    page.locator(".search-results a").first.click()
    page.wait_for_url(f"{address}{WAR}")
    page.go_back()
    expect(page.locator(".search-results a").first).to_have_text("Department of War")
    page.get_by_role("button", name="Close").click()
    page.wait_for_url(f"{address}deadlines/?within=30#what-is-due")
    expect(page.locator("[name=within]")).to_have_value("30")


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(browser: Browser, address: str):
    page = browser.new_page()
    page.route(f"**/{PATH}", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".search-count")).to_contain_text("could not be loaded")
    page.unroute(f"**/{PATH}")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    page.wait_for_function("!document.activeElement.closest('dialog')")  # a key belongs to whatever has the focus
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_visible()
    expect(page.locator(".search-count")).to_contain_text("Type words")
    page.close()


def test_without_javascript_there_is_no_dead_control(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("header").get_by_role("button").count() == 0
    assert page.locator(".md-search, .search-open, label[for=__search]:visible").count() == 0
    context.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe; the test is skipped where npm cannot install it."""
    folder = npm_package(tmp_path_factory.mktemp("axe"), AXE)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_where_the_search_is_open(page: Page, address: str, axe: str, width: str, scheme: str):
    page.set_viewport_size({"width": WIDTHS[width], "height": 844})
    page.emulate_media(color_scheme=scheme)
    faults = []
    for words in ("frontier models", "DHS", "zebra"):
        asked(page, address, words)
        page.evaluate(axe)
        found = page.evaluate("axe.run('dialog.search', { resultTypes: ['violations'] })")
        faults += [f"{words}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]
        assert len(found["passes"]) > 5, f"{words}: axe did not look at the search"
        assert page.locator("dialog.search").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert faults == []


def test_text_of_the_record_is_shown_and_never_run(page: Page, tmp_path: Path):
    """The sample orders hold markup and script in their words, names and notes."""
    shutil.copytree(ROOT / "site_templates", tmp_path / "site_templates")
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)
    docs = tmp_path / "build" / "docs"
    settings = page_samples.SampleSettings()
    project = Project(tmp_path, settings.site_url, settings.repo_url, "Samples")
    write(outputs(page_samples.tracked_orders(), project), docs)
    day = page_samples.AS_OF
    build_site(tmp_path, docs, tmp_path / "site", as_of=day, site_url="https://tracker.example/site/", repo_url="")
    with served(tmp_path / "site") as address:
        asked(page, address, "alert")
        shown = page.locator(".search-results").inner_text()
        assert "<script>alert(1)</script>" in shown and "![i](http://evil.example/i.png)" in shown
        names = page.locator(".search-results *").evaluate_all("all => [...new Set(all.map(each => each.localName))]")
        assert sorted(names) == ["a", "li", "mark", "span"]
        links = page.locator(".search-results a").evaluate_all("all => all.map(link => link.href)")
        assert all(link.startswith(address) for link in links)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's record built by either generator, with a mkdocs.yml that still turns the theme's search on."""
    pytest.importorskip("zensical")
    folder = copy_project(tmp_path_factory.mktemp("other") / "project")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    assert settings.count("      enabled: false\n") == 1
    (folder / "mkdocs.yml").write_text(settings.replace("  - search:\n      enabled: false\n", "  - search\n"), "utf-8")
    done = run_tracker("build", "--as-of", AS_OF, "--builder", request.param, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_theme_s_own_search_is_gone_under_both_generators(page: Page, other: Path, width: str):
    page.set_viewport_size({"width": WIDTHS[width], "height": 844})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    with served(other) as address:
        assert HOMELAND in asked(page, address, "DHS")[:3]
        page.keyboard.press("Escape")
        for key in ("f", "Control+k"):
            page.keyboard.press(key)
        assert page.locator("dialog:visible, .md-search:visible, label[for=__search]:visible").count() == 0
        expect(page.get_by_role("button", name="Search")).to_have_count(1)
        expect(page.get_by_role("button", name="Search")).to_be_in_viewport()
        assert not [url for url in fetched if "search.json" in url or "search_index" in url or "/workers/" in url]
