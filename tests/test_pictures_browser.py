"""The pictures in a real browser, on orders with 1, 10, 50 and 300 duties: nothing overlaps, nothing overflows, links work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import ROOT, run_tracker
from picture_samples import AS_OF, order_md, progress_yml
from playwright.sync_api import Browser, Page
from served import chromium, served

from extractor.publish.pictures.time_axis import LEAST_GAP

SIZES = (1, 10, 50, 300)
PAGES = {"overview": "", "status": "status/", **{str(many): f"orders/eo-{90000 + many}/" for many in SIZES}}
WIDTHS = (320, 390, 480, 1280)

# What is wrong with the visible drawings of a page: texts that overlap or leave their drawing, marks that leave it.
FAULTS = """() => {
  const faults = [];
  const out = (box, frame, slack) => box.left < frame.left - slack || box.right > frame.right + slack
    || box.top < frame.top - slack || box.bottom > frame.bottom + slack;
  for (const svg of document.querySelectorAll('svg.drawing')) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([words, box], at) => {
      if (out(box, frame, 1)) faults.push(`outside: ${words}`);
      for (const [other, there] of texts.slice(at + 1))
        if (box.left < there.right && there.left < box.right && box.top < there.bottom - 3 && there.top < box.bottom - 3)
          faults.push(`overlap: ${words} / ${other}`);
    });
    for (const shape of svg.querySelectorAll('use, rect'))
      if (out(shape.getBoundingClientRect(), frame, 2)) faults.push(`outside: ${shape.outerHTML.slice(0, 90)}`);
  }
  return faults;
}"""

# The distances of neighbors among the ticks' labels, in pixels, of each visible drawing over time.
GAPS = """() => [...document.querySelectorAll('.picture--timeline svg.drawing, .picture--burn-up svg.drawing')]
  .filter(svg => svg.getBoundingClientRect().width)
  .map(svg => {
    const upright = svg.classList.contains('drawing--upright');
    const places = [...svg.querySelectorAll(':scope > text')].filter(text => /^([A-Z][a-z]{2} )?\\d+$/.test(text.textContent))
      .filter(text => text.getAttribute('text-anchor') === (upright ? 'end' : 'middle'))
      .map(text => text.getBoundingClientRect()).map(box => upright ? box.y : box.x + box.width / 2).sort((a, b) => a - b);
    return places.slice(1).map((place, at) => place - places[at]);
  })"""

# Of the visible marks, those whose middle is not their own link's.
COVERED = """() => [...document.querySelectorAll('svg.drawing a')].filter(link => link.getBoundingClientRect().width)
  .filter(link => {
    link.scrollIntoView({block: 'center'});
    const box = link.querySelector('use').getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !there || there.closest('a') !== link;
  }).map(link => link.textContent)"""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of four orders made by hand."""
    folder = tmp_path_factory.mktemp("pictures")
    for many in SIZES:
        order = folder / "source" / f"eo-{90000 + many}"
        order.mkdir(parents=True)
        (order / "order.md").write_text(order_md(90000 + many, many), encoding="utf-8")
        (order / "progress.yml").write_text(progress_yml(many), encoding="utf-8")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_templates", folder / "site_templates")
    done = run_tracker("build", "--as-of", AS_OF.isoformat(), cwd=folder)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return folder / "site"


@pytest.fixture(scope="module")
def address(builds: Path) -> Iterator[str]:
    with served(builds) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=WIDTHS)
def page(request, browser: Browser) -> Iterator[Page]:
    """A window of one width, in which the tests open one page after another."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_text_overlaps_and_nothing_overflows(page: Page, address: str, name: str):
    page.goto(urljoin(address, PAGES[name]))
    assert page.evaluate(FAULTS) == []
    assert (
        page.evaluate("document.querySelector('.picture, .picture-instead').scrollWidth") <= page.viewport_size["width"]
    )
    page.emulate_media(media="print")
    assert page.evaluate(FAULTS) == []
    page.emulate_media(media="screen")


@pytest.mark.parametrize("many, drawn", [(1, 0), (10, 2), (50, 2), (300, 2)])
def test_ticks_are_apart_where_they_are_seen(page: Page, address: str, many: int, drawn: int):
    page.goto(urljoin(address, PAGES[str(many)]))
    gaps = page.evaluate(GAPS)
    assert len(gaps) == drawn
    rows = many >= 50 and page.viewport_size["width"] < 480  # counts in rows have no axis
    for own in gaps[rows:]:
        assert own and min(own) >= LEAST_GAP - 0.5


def test_each_duty_is_one_link_that_can_be_reached(page: Page, address: str):
    page.goto(urljoin(address, PAGES["10"]))
    links = page.locator("svg.drawing a:visible")
    assert links.count() == 10
    assert page.evaluate(COVERED) == []
    links.first.click()
    assert page.url.startswith(urljoin(address, PAGES["10"])) and page.url != urljoin(address, PAGES["10"])
    assert page.locator("h1").inner_text().startswith(page.url.rstrip("/").rpartition("/")[2])


def test_shapes_and_patterns_follow_the_colors_of_the_scheme(browser: Browser, address: str):
    found = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(urljoin(address, PAGES["300"]))
        color = "e => getComputedStyle(e).color"
        found[scheme] = [page.locator(f".pattern--{key}").first.evaluate(color) for key in ("done", "late", "coming")]
        page.emulate_media(media="print")
        assert page.locator(".pattern--late").first.evaluate(color) == "rgb(0, 0, 0)"
        context.close()
    assert found["light"] == ["rgb(30, 107, 52)", "rgb(181, 9, 9)", "rgb(0, 94, 162)"]
    assert found["dark"] == ["rgb(112, 225, 123)", "rgb(255, 141, 123)", "rgb(115, 179, 231)"]
