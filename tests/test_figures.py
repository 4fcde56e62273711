"""The figures that a site has to keep, with one order and with 26: what a reader loads, links, the console.

Each is measured by the instruments of ``tests/measure/``, which a person runs by hand too; ``limits.py`` there holds the
bounds. Lighthouse's scores need a quiet machine, and the share of a build one whole build more: these are asked by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from measure.host import headers, rules
from measure.limits import FIRST_LOAD, OWN_SCRIPT, SIZES
from measure.links import faults
from measure.pages import every_kind
from measure.share import STAGES, timed_build
from measure.transfer import loaded, own_scripts
from playwright.sync_api import Browser
from served import WIDTHS, chromium, listen, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def sized_site(request: pytest.FixtureRequest, size: str) -> Path:
    """The finished site of one order, then of 26."""
    return request.getfixturevalue("site" if size == "one" else "many_site")


@pytest.mark.slow
def test_the_first_page_is_light(browser: Browser, sized_site: Path, size: str):
    parts = loaded(browser, sized_site)
    assert sum(parts.values()) < FIRST_LOAD[size], parts


@pytest.mark.slow
def test_our_scripts_are_small(sized_site: Path):
    scripts = own_scripts(sized_site)
    assert "assets/tracker.js" in scripts and sum(scripts.values()) < OWN_SCRIPT, scripts


@pytest.mark.slow
def test_every_link_and_anchor_leads_somewhere_and_nothing_comes_from_elsewhere(sized_site: Path):
    assert faults(sized_site) == []


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_no_kind_of_page_complains_or_asks_another_host(browser: Browser, sized_site: Path, width: str):
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 844})
    page = context.new_page()
    with served(sized_site) as address:
        listen(page, address, complaints.append)
        for path in every_kind(sized_site):
            page.goto(address + path, wait_until="load")
    context.close()
    assert complaints == []


@pytest.mark.slow
def test_each_stage_of_a_build_is_timed(project: Path):
    done = timed_build(project)
    assert tuple(done.stages) == STAGES and done.generator > 0 and done.memory > 1
    assert sum(done.stages.values()) < done.whole + 0.1 and 0 < done.ours < 1, "each is rounded"
    again, anew = timed_build(project), timed_build(project, anew=True)
    assert again.stages["read"] < anew.stages["read"] / 2, "only a build that may keeps and takes readings"


def test_the_host_of_the_measurements_sends_what_publishing_asks_for():
    assert len(rules()) >= 9
    assert headers("api/v1/obligations.json") == ("application/json", "max-age=3600")
    assert headers("orders/eo-1/index.html") == ("text/html; charset=utf-8", "max-age=600")
    assert headers("orders/eo-1/text.txt") == ("text/plain; charset=utf-8", "max-age=600")
    assert headers("assets/stylesheets/main.0123abcd.min.css") == ("text/css", "max-age=31536000, immutable")
    assert headers("assets/tracker.css") == ("text/css", "max-age=600")


BROKEN = {
    "index.html": '<link rel="stylesheet" href="a.css"><a href="x/">X</a> <a href="x/#there">there</a> <a href=".">.</a>',
    "x/index.html": '<p id="there"><a href="../">up</a> <a href="https://elsewhere.example/">out</a> <a href="#gone">no</a>'
    '<a href="../../up/">above</a> <a href="/x/">top</a> <a href="../y/">no</a><img src="https://cdn.example/i.png">',
    "a.css": "",
}  # fmt: skip


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path):
    for name, text in BROKEN.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert faults(tmp_path) == [
        "x/index.html: #gone leads nowhere",
        "x/index.html: ../../up/ leads nowhere",
        "x/index.html: ../y/ leads nowhere",
        "x/index.html: /x/ leads nowhere",
        "x/index.html: https://cdn.example/i.png is asked of another host",
    ]
