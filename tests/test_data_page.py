"""The Data page: it lists what is there, its examples run as they are printed, its badges are pictures that say enough."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from conftest import ROOT
from markdown_it import MarkdownIt
from page_samples import AS_OF, NASTY, SampleSettings, empty_order, tracked_orders
from playwright.sync_api import Browser
from samples import entry, obligation, relative, tracked
from served import chromium, served

from extractor.model import Standing, TrackedOrder
from extractor.project import find_project
from extractor.publish.api.badge import HEIGHT, INK, PAPER, badge, said
from extractor.publish.api.data_files import api
from extractor.publish.api.data_page import UNKNOWN_SITE, data_page, size_in_words
from extractor.publish.api.field_tables import field_tables
from extractor.publish.api.rows import COLUMNS
from extractor.publish.page import Site

ORDERS = (*tracked_orders(), empty_order())
SVG = "{http://www.w3.org/2000/svg}"


def page_of(orders: tuple[TrackedOrder, ...] = ORDERS, site_url: str = SampleSettings.site_url) -> str:
    """The page's Markdown."""
    settings = SampleSettings(site_url=site_url)
    return data_page(Site(orders, settings), api(orders, orders[0].as_of, site_url)).content.decode("utf-8")


def printed(page: str) -> list[str]:
    """Every example and snippet that the page offers for copying, as it is copied."""
    return [
        html.unescape(text) for text in re.findall(r'<pre class="to-copy"><code>(.*?)</code></pre>', page, re.DOTALL)
    ]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def examples(site: Path, address: str) -> dict[str, str]:
    """The examples of the built page by their first word, with the address under which the site is served here."""
    page = (site / "data" / "index.html").read_text("utf-8")
    here = [text.replace(find_project(ROOT).site_url, address) for text in printed(page)]
    return {re.split(r"\W", text.removeprefix("="), maxsplit=1)[0]: text for text in here}


@pytest.fixture(scope="module")
def late(site: Path) -> list[dict]:
    """What is past due, by the JSON."""
    record = json.loads((site / "api/v1/obligations.json").read_bytes())
    found = [duty for duty in record["obligations"] if duty["standing"] == "overdue"]
    assert len(found) >= 3
    return found


def test_the_python_example_prints_what_is_past_due(examples: dict[str, str], late: list[dict]):
    done = subprocess.run(
        [sys.executable, "-I", "-"], input=examples["import"], capture_output=True, encoding="utf-8", timeout=300, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{d['due']} | {d['id']} | {'; '.join(d['responsible'])}" for d in late]


def test_the_r_example_prints_what_is_past_due(examples: dict[str, str], late: list[dict], tmp_path: Path):
    program = examples["address"]
    (source,) = re.findall(r'^address <- "(.*?)"$', program, re.MULTILINE)
    rows = list(csv.DictReader(io.StringIO(urlopen(source).read().decode("utf-8-sig"))))
    assert set(
        re.findall(r"duties\$(\w+)", program) + re.findall(r"c\((.*?)\)", program)[0].replace('"', "").split(", ")
    ) <= set(rows[0])
    if not shutil.which("Rscript"):
        pytest.skip("R is not here")
    (tmp_path / "example.R").write_text(program, "utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", tmp_path / "example.R"], capture_output=True, encoding="utf-8", timeout=300, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [line.split()[:2] for line in done.stdout.splitlines()[1:]] == [[d["due"], d["id"]] for d in late]


def test_the_formula_for_a_spreadsheet_names_a_file_of_rows(examples: dict[str, str], late: list[dict]):
    (source,) = re.findall(r'^=IMPORTDATA\("(.*)"\)$', examples["IMPORTDATA"])
    with urlopen(source) as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert [row["id"] for row in rows if row["standing"] == "overdue"] == [duty["id"] for duty in late]
    assert examples["http"] == source


@pytest.mark.parametrize("which", ["site", "many_site"])
def test_the_page_lists_what_is_there(which: str, request: pytest.FixtureRequest):
    site = request.getfixturevalue(which)
    page = (site / "data" / "index.html").read_text("utf-8")
    targets = {unquote(each) for each in re.findall(r'(?:href|src)="\.\./((?:api|badges)/[^"]+)"', page)}
    files = {path.relative_to(site).as_posix() for top in ("api", "badges") for path in (site / top).rglob("*.*")}
    listed = {path for path in files if not path.startswith(("api/v1/obligations/", "api/v1/schemas/"))}
    assert listed <= targets <= files
    for path in re.findall(r'href="\.\./(api/v1/[\w.-]+)">[^<]*</a></th>', page):
        row = page.partition(f'href="../{path}"')[2].partition("</tr>")[0]
        assert f">{size_in_words((site / path).stat().st_size)}<" in row, path


def test_every_column_and_field_stands_on_the_page():
    page = page_of()
    for column in COLUMNS:
        assert f"<code>{column.name}</code></th>" in page and f">{column.heading}</td>" in page
    for table in field_tables():
        part = page.partition(f'<h3 id="{table.name}">')[2].partition("</table>")[0]
        assert re.findall(r"<code>(\w+)</code></th>", part) == [field.name for field in table.fields]


@pytest.mark.parametrize("promise", ["only added", "Unofficial, not legal advice", "public domain", "SHA-256", "P30D"])
def test_what_the_page_says_of_worth_and_limits(promise: str):
    assert promise in page_of()


def test_without_an_address_the_examples_say_so():
    page = page_of(site_url="")
    assert all(UNKNOWN_SITE in text for text in printed(page))
    assert UNKNOWN_SITE not in page_of()


def test_the_snippets_of_a_badge_lead_to_order_and_picture():
    (as_html, as_markdown) = printed(page_of())[-2:]
    target, picture = "https://tracker.example/site/orders/proc-7/", "https://tracker.example/site/badges/proc-7.svg"
    link = ElementTree.fromstring(as_html.replace(">", "/>", 2).replace("/>", ">", 1))
    assert (link.get("href"), link[0].get("src")) == (target, picture)
    assert as_markdown == f"[![{link[0].get('alt')}]({picture})]({target})"


def test_hostile_names_stay_text():
    hostile = replace(ORDERS[0].reading.order, kind=NASTY, number=9)
    order = replace(ORDERS[0], reading=replace(ORDERS[0].reading, order=hostile))
    page = page_of((order, *ORDERS[1:]))
    as_html, as_markdown = printed(page)[-6:-4]
    for shown in (as_html, MarkdownIt().render(as_markdown)):
        assert re.findall(r"<(\w+)", shown.replace("<p>", "")) == ["a", "img"]
        assert re.findall(r'(?:href|src)="([^"]*)"', shown) == [
            "https://tracker.example/site/orders/eo-99/",
            "https://tracker.example/site/badges/eo-99.svg",
        ]
    assert "<script" not in page and b"<script" not in badge(order).content


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (5_320_000, "5.3 MB"),
    ],
)
def test_sizes_in_words(size: int, words: str):
    assert size_in_words(size) == words


def closed() -> TrackedOrder:
    return tracked(obligation("2-a", relative(30)), k2_a=(entry("06-10", "rescinded", note="x"),))


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (ORDERS[0], "2 of 10 done · 1 past due, no completion found · as of July 10, 2026"),
        (ORDERS[1], "0 of 1 done · as of July 10, 2026"),
        (ORDERS[2], "no obligations · as of July 10, 2026"),
        (closed(), "0 of 1 done · 1 closed · as of July 10, 2026"),
    ],
)
def test_what_a_badge_says(order: TrackedOrder, words: str):
    late = sum(each.standing is Standing.OVERDUE for each in order.obligations)
    assert said(order) == words.replace("1 past due", f"{late} past due")


def test_a_badge_is_a_picture_that_stands_alone():
    for order in ORDERS:
        file = badge(order)
        svg = ElementTree.fromstring(file.content)
        assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
            "svg",
            "title",
            "desc",
            "rect",
            "path",
            "text",
        }
        assert (svg.get("role"), svg.get("height"), svg[0].tag) == ("img", str(HEIGHT), f"{SVG}title")
        assert svg[0].text.endswith(said(order))
        assert not re.search(rb"href|url\(|@import|<style|on\w+=", file.content)
        assert len(file.content) < 2000
        texts = [element for element in svg if element.tag == f"{SVG}text"]
        ends = [float(each.get("x")) + float(each.get("textLength")) for each in texts]
        assert ends[0] < float(texts[1].get("x")) and ends[1] < float(svg.get("width"))


def test_the_words_of_a_badge_stand_out():
    def light(color: str) -> float:
        parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for words, ground in (("#ffffff", INK), (INK, PAPER)):
        one, other = sorted((light(words), light(ground)))
        assert (other + 0.05) / (one + 0.05) > 7, (words, ground)


def test_a_badge_says_its_own_day_and_no_other():
    later = replace(ORDERS[0], as_of=date(2027, 1, 2))
    assert badge(later).content.count(b"January 2, 2027") == 2 and b"2026" not in badge(later).content
    assert AS_OF.year == 2026


@pytest.mark.slow
def test_the_words_of_a_badge_are_as_long_as_they_are_without_being_stretched(tmp_path: Path):
    """``textLength`` holds the words to the reckoned width; what a font would take by itself is near it."""
    with chromium() as browser:
        for order in ORDERS:
            for drawn, held in _lengths(browser, badge(order).content.decode("utf-8")):
                assert 0.85 < held / drawn < 1.2, (said(order), drawn, held)


def _lengths(browser: Browser, svg: str) -> list[tuple[float, float]]:
    """For each line of words its length as a font draws it, and as the badge holds it."""
    page = browser.new_page()
    page.set_content(svg)
    script = """texts => texts.map(text => {
        const held = text.getComputedTextLength();
        text.removeAttribute('textLength');
        return [text.getComputedTextLength(), held];
    })"""
    found = page.eval_on_selector_all("text", script)
    page.close()
    return [(drawn, held) for drawn, held in found]


def test_an_example_can_be_copied(address: str, examples: dict[str, str]):
    with chromium() as browser:
        page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
        page.goto(f"{address}data/")
        page.locator("pre.to-copy", has_text="import json").locator("+ button").click()
        page.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace(find_project(ROOT).site_url, address) == examples["import"]
