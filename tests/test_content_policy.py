"""The policy that each finished page carries: what it lets run, what it keeps out, and that nothing of ours breaks it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sample_site import BUILDERS, build, make_project
from served import BASE, WIDTHS, chromium, listen, served

from extractor.problems import ProblemsFound
from extractor.publish.content_policy import allowed_sources, with_policy

PAGE = '<!doctype html><html><head><meta charset="utf-8">{head}</head><body><article>{article}</article>{foot}</body></html>'


def directives(page: str) -> dict[str, list[str]]:
    """The policy of a page, by directive."""
    (stated,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return {name: words for name, *words in map(str.split, unescape(stated).split(";"))}


def policy(head: str = "", article: str = "", foot: str = "", **allowed: tuple[str, ...]) -> dict[str, list[str]]:
    page = PAGE.format(head=head, article=article, foot=foot)
    return directives(with_policy(page, {name.replace("_", "-"): words for name, words in allowed.items()}))


def sha(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def test_nothing_is_allowed_but_what_the_site_itself_has():
    found = policy()
    assert found["default-src"] == found["base-uri"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == found["connect-src"] == ["'self'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & {word for words in found.values() for word in words}


@pytest.mark.parametrize(
    ("place", "element", "directive", "words"),
    [
        ("head", "<script>\nlet a = “1”;\n</script>", "script-src", [sha("\nlet a = “1”;\n")]),
        ("foot", "<script>a</script><script>b</script><script>a</script>", "script-src", [sha("a"), sha("b")]),
        ("head", "<style>p { margin: 0 }</style>", "style-src", [sha("p { margin: 0 }")]),
        ("foot", '<script type="module">a</script>', "script-src", [sha("a")]),
        ("foot", '<script src="../assets/tracker.js"></script>', "script-src", []),
        ("head", '<script type="application/ld+json">{"a": 1}</script>', "script-src", []),
        ("article", "<script>a</script>", "script-src", []),
        ("article", "</article><script>a</script><article>", "script-src", []),
        ("article", '<script src="https://evil.example/a.js"></script>', "script-src", []),
        ("article", "<style>a</style>", "style-src", []),
        ("foot", '<script async src="https://stats.example/a.js?id=1"></script>', "script-src", ["https://stats.example/a.js"]),
        ("head", '<link rel="stylesheet" href="//fonts.example/css;a?x">', "style-src", ["fonts.example/css%3Ba"]),
        ("head", '<link rel="canonical" href="https://tracker.example/">', "style-src", []),
    ],
)  # fmt: skip
def test_what_the_theme_has_may_run_and_what_stands_among_the_words_may_not(place, element, directive, words):
    assert policy(**{place: element})[directive] == ["'self'", *words]


def test_it_stands_before_everything_that_it_is_for():
    page = with_policy(PAGE.format(head="<script>a</script>", article="", foot=""), {})
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert with_policy(page, {}) == page, "a page that states a policy of its own keeps it"
    assert with_policy("<p>no head", {}) == "<p>no head"


def test_a_project_allows_more():
    stated = {
        "content_security_policy": {
            "connect-src": "https://a.example https://b.example",
            "frame-src": ["https://c.example"],
        }
    }
    found = directives(with_policy(PAGE.format(head="", article="", foot=""), allowed_sources(stated, "mkdocs.yml")))
    assert found["connect-src"] == ["'self'", "https://a.example", "https://b.example"]
    assert found["frame-src"] == ["https://c.example"]


def test_a_project_may_want_none():
    assert allowed_sources({"content_security_policy": False}, "mkdocs.yml") is None
    assert allowed_sources({"generator": False}, "mkdocs.yml") == allowed_sources(None, "mkdocs.yml") == {}


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (True, "this is no policy"),
        ("default-src *", "this is no policy"),
        ({"conect-src": "https://a.example"}, "did you mean “connect-src”?"),
        ({"frame-ancestors": "'self'"}, "a policy in a page has no such directive"),
        ({"img-src": "https://a.example; script-src *"}, "img-src: this is no source"),
        ({"img-src": ['"><script>']}, "img-src: this is no source"),
    ],
)
def test_what_no_policy_can_say_is_a_problem_of_the_settings(stated, words: str):
    with pytest.raises(ProblemsFound) as found:
        allowed_sources({"content_security_policy": stated}, "mkdocs.yml")
    assert "mkdocs.yml: error: extra: content_security_policy: " in str(found.value) and words in str(found.value)


# In a browser

INJECTED = "<script>document.title = 'ran'</script><img src='https://evil.example/a.png' alt=''>"
PAGES = (
    "", "deadlines/", "status/", "agencies/", "agencies/department-of-homeland-security/", "officials/", "changes/",
    "subscribe/", "data/", "review/", "about/", "orders/eo-14409/", "orders/eo-14409/text/", "orders/eo-14409/2-c/",
)  # fmt: skip


@pytest.fixture(scope="module", params=BUILDERS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(
        make_project(tmp_path_factory.mktemp("project")), request.param, site_url=f"https://tracker.example{BASE}"
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": WIDTHS["wide"], "height": 900})
    yield opened
    opened.close()


def test_no_page_breaks_its_policy_whatever_a_reader_does(page: Page, site: Path):
    complaints: list[str] = []
    with served(site) as address:
        listen(page, address, lambda complaint: complaints.append(f"{page.url}: {complaint}"))
        kinds = [path for path in PAGES if (site / path / "index.html").is_file()]
        assert len(kinds) > 9
        for path in kinds:
            page.goto(address + path, wait_until="networkidle")
        page.goto(f"{address}status/?standing=overdue", wait_until="networkidle")
        page.locator("select[name=sort]:visible").first.select_option("-due")
        with page.expect_download():
            page.get_by_role("button", name="Download CSV").first.click()
        page.keyboard.press("/")
        page.locator("dialog.search input").fill("secretary")
        expect(page.locator("dialog.search li").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("label.md-header__button[title^=Switch]:visible").first.click()
        page.reload(wait_until="networkidle")
        expect(page.locator("body")).not_to_have_attribute("data-md-color-media", "(prefers-color-scheme)")
    assert complaints == []


def test_the_page_for_what_is_missing_keeps_its_style_and_script(page: Page, site: Path):
    complaints: list[str] = []
    with served(site) as address:
        listen(page, address, complaints.append)
        page.goto(f"{address}404.html", wait_until="networkidle")
        expect(page.locator("header")).to_have_css("background-color", "rgb(22, 46, 81)")
        assert page.get_by_role("link", name="Agencies").evaluate("link => link.pathname") == "/tracker/agencies/"
    assert complaints == []


def test_a_script_that_came_in_by_a_text_does_not_run(page: Page, site: Path):
    whole = (site / "about/index.html").read_text("utf-8")
    policed = re.sub(r"\n<meta http-equiv=[^>]*>", "", whole)
    assert policed != whole
    injured = policed.replace("</article>", f"{INJECTED}</article>")
    complaints: list[str] = []
    (site / "about/injected.html").write_text(with_policy(injured, {}), "utf-8")
    (site / "about/unguarded.html").write_text(injured, "utf-8")
    try:
        with served(site) as address:
            page.goto(f"{address}about/unguarded.html")
            assert page.title() == "ran"
            listen(page, address, complaints.append)
            page.goto(f"{address}about/injected.html", wait_until="networkidle")
            assert page.title() != "ran"
    finally:
        (site / "about/injected.html").unlink()
        (site / "about/unguarded.html").unlink()
    refused = " ".join(each for each in complaints if "Content Security Policy" in each)
    assert "script-src" in refused and "img-src" in refused


def test_no_page_needs_a_style_or_a_handler_in_an_attribute(site: Path):
    """A policy without ``unsafe-inline`` refuses both, in pictures too."""
    for file in site.rglob("*.html"):
        for tag in re.findall(r"<[a-zA-Z][^<>]*>", file.read_text("utf-8")):
            assert not re.search(r"""\s(?:style|on[a-z]+)=["']""", re.sub(r'="[^"]*"', '=""', tag)), f"{file}: {tag}"


def test_a_wrong_policy_is_said_before_anything_is_built(tmp_path: Path):
    project = make_project(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("  generator: false", "  content_security_policy: loose"), "utf-8"
    )
    with pytest.raises(ProblemsFound, match="content_security_policy: this is no policy"):
        build(project)
    assert not (project / "site").exists()
