"""MkDocs with Material and Zensical make the same site of the same record: paths, titles, words, links, calendars."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_OF, copy_project, run_tracker
from many_orders import many_orders
from measure.builders import differences
from measure.page import Page, pages

pytest.importorskip("zensical", reason="zensical is not installed")
SOME = ("14028", "14110", "14192", "14307")  # besides the repository's own; three of them have a log or many duties


def both(project: Path) -> tuple[Path, Path]:
    """The project's site by the one generator and by the other."""
    sites = []
    for builder in ("mkdocs", "zensical"):
        done = run_tracker("build", "--as-of", AS_OF, "--builder", builder, cwd=project)
        assert done.returncode == 0, f"{builder}:\n{done.stdout}\n{done.stderr}"
        sites.append((project / "site").rename(project / builder))
    return sites[0], sites[1]


@pytest.mark.slow
def test_one_order_is_the_same_site_by_either_generator(tmp_path: Path):
    material, zensical = both(copy_project(tmp_path / "project"))
    assert len(pages(material)) > 40
    assert differences(material, zensical) == []


def test_several_orders_are_the_same_site_by_either_generator(tmp_path: Path, corpus: Path):
    material, zensical = both(many_orders(corpus, tmp_path / "project", SOME))
    assert len(pages(material)) > 300
    assert differences(material, zensical) == []


PAGE = '<title>One</title><article><h1 id="a">A word</h1><a href="../x/">there</a></article>'


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (PAGE.replace("One", "Two"), ["p/index.html: title"]),
        (PAGE.replace("A word", "A  wor\n<b>d</b>"), ["p/index.html: words"]),
        (PAGE.replace('id="a"', 'id="b"'), ["p/index.html: places"]),
        (PAGE.replace("../x/", "../y/"), ["p/index.html: links"]),
        (PAGE.replace("../x/", "/x/"), []),
        ('<nav><a href="q">elsewhere</a></nav>' + PAGE + "<footer>made by</footer>", []),
    ],
)
def test_what_differs_is_found(tmp_path: Path, other: str, found: list[str]):
    for name, html in (("one", PAGE), ("other", other)):
        (tmp_path / name / "p").mkdir(parents=True)
        (tmp_path / name / "p" / "index.html").write_text(html, "utf-8")
    assert [": ".join(line.split(": ")[:2]) for line in differences(tmp_path / "one", tmp_path / "other")] == found


def test_a_file_that_is_not_there_and_one_with_other_bytes_are_found(tmp_path: Path):
    for name, text in (("one", "BEGIN"), ("other", "END")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.ics").write_text(text, "utf-8")
    (tmp_path / "one" / "open.ics").write_text("BEGIN", "utf-8")
    assert differences(tmp_path / "one", tmp_path / "other") == [
        "open.ics: only in one of them",
        "all.ics: other bytes",
    ]


def test_a_page_is_read_as_a_browser_does():
    page = Page(
        '<head><title>T &amp; U</title><link rel="stylesheet" href="a.css"><link rel="canonical" href="https://x.example/">'
        '<meta name="description" content="D"></head><nav id="n"><a href="m">M</a></nav>'
        '<article><p id="top">One&nbsp;<b>two</b></p><script src="s.js">not("words")</script>'
        '<template><a href="t">T</a></template><a href="x#y">three</a><i id="__skip"></i></article><p>After</p>'
    )  # fmt: skip
    assert (page.title, page.description, page.words) == ("T & U", "D", "One two three")
    assert (page.links, page.all_links) == (["x#y"], ["m", "x#y"])
    assert (page.places, page.ids, page.loads) == (["top"], {"n", "top", "__skip"}, ["a.css", "s.js"])
