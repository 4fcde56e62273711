"""Parts of a page that are HTML already: Markdown leaves them alone, and the page is the one that it would make of them."""

from __future__ import annotations

import re

import page_samples
import pytest
import yaml
from conftest import ROOT
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.templates import environment

NAME = "extractor.publish.ready"
OTHERS = ["attr_list", "toc"]
PAGES = {
    file.path: file.content.decode().partition("\n---\n")[2]
    for file in pages(Site((*page_samples.tracked_orders(), page_samples.empty_order()), page_samples.SampleSettings()))
    if file.path.endswith(".md")
}


def made(text: str, *extensions: str) -> tuple[str, list[str]]:
    """A page as Python-Markdown makes it, and its list of headings."""
    md = Markdown(extensions=[*OTHERS, *extensions])
    html = md.convert(text)
    return html, [token["id"] for token in md.toc_tokens[0]["children"]] if md.toc_tokens else []


def plain(html: str) -> str:
    """A page without what only tells its parts from each other."""
    return re.sub(r"\n\s*", "\n", re.sub(r"<!-- /?ready -->", "", html)).strip()


def test_the_settings_name_the_extension():
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert NAME in yaml.safe_load(settings)["markdown_extensions"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_whether_or_not_its_parts_are_taken_out(path: str):
    slow, headings = made(PAGES[path])
    fast, same_headings = made(PAGES[path], NAME)
    assert plain(fast) == plain(slow)
    assert same_headings == headings
    assert "ready -->" not in fast and "places -->" not in fast


@pytest.mark.parametrize("path", PAGES)
def test_nearly_all_of_a_page_is_ready(path: str):
    left = re.sub(r"<!-- ready -->.*?<!-- /ready -->", "", PAGES[path], flags=re.DOTALL)
    begun = re.findall(r"<!-- ready -->\s*<(\w+)", PAGES[path])
    assert len(begun) == PAGES[path].count("<!-- ready -->"), "a part begins with a tag"
    assert all(map(Markdown().is_block_level, begun)), "that of a block"
    if path != "about/index.md":
        lines = [line for line in left.splitlines() if line.strip()]
        assert all(line.startswith("#") for line in lines), lines


def rendered(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{% filter ready %}<p>*a*</p>{% endfilter %}*b*", "<p>*a*</p>\n<p><em>b</em></p>"),
        ("*b*{% filter ready %}<p>a</p>\n\n<p># a</p>{% endfilter %}", "<p><em>b</em></p>\n<p>a</p>\n\n<p># a</p>"),
        ("{% filter ready %}{% endfilter %}a", "<p>a</p>"),
        (
            "{% filter ready %}<p>a</p>{% filter as_markdown %}## *b*{% endfilter %}<p>c</p>{% endfilter %}",
            '<p>a</p>\n<h2 id="b"><em>b</em></h2>\n<p>c</p>',
        ),
        ("{% filter ready %}{% filter as_markdown %}## b{% endfilter %}{% endfilter %}", '<h2 id="b">b</h2>'),
    ],
)
def test_what_is_ready_is_left_alone_and_the_rest_is_markdown(template: str, html: str):
    assert made(rendered(template), NAME)[0] == html


@pytest.mark.parametrize("text", ["<!-- /ready -->", "<!-- ready -->", "<!-- places -->"])
def test_no_text_ends_or_begins_a_part(text: str):
    page = rendered("{% filter ready %}<p>{{ text }}</p>{% endfilter %}", text=text)
    assert made(page, NAME)[0] == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"


def test_a_part_that_never_ends_is_ready_to_the_end_of_the_page():
    assert made("# a\n\n<!-- ready -->\n<p>*b*</p>", NAME)[0] == '<h1 id="a">a</h1>\n<p>*b*</p>'


class Seen(Preprocessor):
    """Stands where MkDocs looks for the places that links lead to."""

    def run(self, lines: list[str]) -> list[str]:
        self.ids = re.findall(r'id="(.+?)"', "\n".join(lines))
        return lines


def test_the_ids_of_a_part_are_seen_by_whoever_checks_links():
    md = Markdown(extensions=[NAME])
    seen = Seen(md)
    md.preprocessors.register(seen, "seen", 21)
    html = md.convert('<!-- ready -->\n<p id="one"><b class="x" id="two">a</b></p>\n<!-- /ready -->\n\nb')
    assert seen.ids == ["one", "two"]
    assert html == '<p id="one"><b class="x" id="two">a</b></p>\n<p>b</p>'
