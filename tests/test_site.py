"""The sample pages built by the real site generators: no warnings, the old site kept on failure, the same bytes twice."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from sample_site import BUILDERS, build, make_project

from extractor.problems import ProblemsFound
from extractor.publish.site import config_file

HTML_WITHOUT_DIRECTORY = {"404.html"}


def digests(folder: Path) -> dict[str, str]:
    """Every file's path and SHA-256."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module", params=BUILDERS)
def site(request, tmp_path_factory) -> Path:
    return build(make_project(tmp_path_factory.mktemp("project")), request.param)


def html_pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def article(html: str) -> str:
    return html.partition("<article")[2].partition("</article>")[0]


def test_a_builder_that_is_not_installed_is_one_problem_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    monkeypatch.setitem(sys.modules, "zensical", None)  # as an environment is that has no such package
    with pytest.raises(ProblemsFound) as found:
        build(tmp_path, "zensical")
    (problem,) = found.value.problems
    assert (problem.message, problem.fix) == ("Zensical is not installed", "pip install zensical")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "old"
    assert "`pip install zensical`" in (ROOT / ".github/PUBLISHING.md").read_text("utf-8")


def test_every_page_is_built(site):
    built = {path.removesuffix("index.html") for path in html_pages(site)} - HTML_WITHOUT_DIRECTORY
    docs = site.parent / "build" / "docs"
    assert built == {path.relative_to(docs).as_posix().removesuffix("index.md") for path in docs.rglob("*.md")}
    assert (site / "404.html").is_file()
    assert (site / "orders/eo-99/text.txt").is_file()
    assert (site / "calendars/all.ics").is_file()


def test_a_citation_stays_as_it_is(site):
    for path, html in html_pages(site).items():
        assert "©" not in article(html), path
    assert "2(c)" in article((site / "orders/eo-99/2-c/index.html").read_text("utf-8"))


def test_hostile_words_stay_words_in_the_built_pages(site):
    for path, html in html_pages(site).items():
        assert not re.search(r"<script>\s*alert", html), path
        assert 'javascript:y"' not in html and 'evil.example/i.png"' not in html, path


def test_nothing_comes_from_another_host(site):
    loads = re.compile(r"<(?:script|img|iframe|source|link)\b[^>]*?(?:src|href)=\"?((?:https?:)?//[^\"\s>]+)")
    allowed = "https://tracker.example/site/"
    for path, html in html_pages(site).items():
        assert [url for url in loads.findall(html) if not url.startswith(allowed)] == [], path
        assert 'data-md-component="source"' not in html, f"{path}: the theme would ask the repository's host"
        assert not re.search(r"<[^>]+\son(?:click|load|error|focus|mouseover)=", html), path


def test_there_is_one_top_heading_and_none_is_skipped(site):
    for path, html in html_pages(site).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", article(html))]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(below <= above + 1 for above, below in pairwise(levels)), path


@pytest.mark.slow
def test_what_stands_outside_the_pages_is_quiet(tmp_path, capfd):
    project = make_project(tmp_path / "project")
    build(project)
    out, err = capfd.readouterr()
    assert out + err == ""
    assert sorted(path.name for path in project.iterdir()) == ["build", "mkdocs.yml", "site", "site_templates"]
    assert [path.name for path in (project / "build").iterdir()] == ["docs"]
    assert logging.getLogger("mkdocs").propagate


@pytest.mark.slow
@pytest.mark.parametrize("builder", BUILDERS)
def test_a_second_build_gives_the_same_bytes(tmp_path, builder, monkeypatch):
    first = digests(build(make_project(tmp_path / "one"), builder))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    second = digests(build(make_project(tmp_path / "two"), builder))
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert first.keys() == second.keys()
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"


@pytest.mark.slow
def test_the_site_s_map_states_the_day_of_the_record(tmp_path):
    site = build(make_project(tmp_path / "project"))
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", (site / "sitemap.xml").read_text("utf-8"))) == {"2026-07-10"}


@pytest.mark.slow
@pytest.mark.parametrize("builder", BUILDERS)
def test_a_failed_build_leaves_the_old_site(tmp_path, builder):
    project = make_project(tmp_path / "project")
    before = digests(build(project, builder))
    (project / "build" / "docs" / "about" / "index.md").write_text("# About\n\n[nowhere](missing.md)\n", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        build(project, builder)
    assert [problem for problem in found.value.problems if "about/index.md" in problem.message]
    assert digests(project / "site") == before
    assert [path.name for path in (project / "build").iterdir()] == ["docs"]


@pytest.mark.slow
@pytest.mark.parametrize("builder", BUILDERS)
def test_a_project_without_settings_gets_those_of_the_program(tmp_path, builder):
    project = make_project(tmp_path / "project")
    shutil.rmtree(project / "site_templates")
    (project / "mkdocs.yml").unlink()
    site = build(project, builder, site_url="", repo_url="")
    assert "Obligation Tracker" in (site / "index.html").read_text("utf-8")
    assert "obligation-tracker.github.io" not in (site / "about/index.html").read_text("utf-8")
    assert (site / "assets/tracker.css").is_file()


@pytest.mark.slow
def test_bad_settings_are_a_problem_and_no_traceback(tmp_path):
    project = make_project(tmp_path / "project")
    (project / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    with pytest.raises(ProblemsFound):
        build(project)


def test_the_settings_are_the_project_s_own_where_it_has_any(tmp_path):
    assert config_file(tmp_path) == ROOT / "mkdocs.yml"
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", "utf-8")
    assert config_file(tmp_path) == tmp_path / "mkdocs.yml"
