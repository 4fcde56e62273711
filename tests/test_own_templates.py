"""What a project may set for itself: its repository's address, and templates, assets and theme files of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import page_samples
import pytest
from conftest import AS_OF, ROOT, Run

from extractor.problems import ProblemsFound
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.templates import templates_folder

ORDERS = page_samples.tracked_orders()
SETTINGS = page_samples.SampleSettings()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder of a project's own templates."""
    for name in ("pages", "assets", "theme"):
        (tmp_path / "site_templates" / name).mkdir(parents=True)
    return tmp_path / "site_templates"


def made(own: Path | None) -> dict[str, bytes]:
    return {file.path: file.content for file in pages(Site(ORDERS, SETTINGS, own))}


def test_an_empty_folder_changes_nothing(own: Path):
    assert made(own) == made(None)


def test_a_template_and_an_asset_of_the_same_name_take_the_place_of_the_programs(own: Path):
    (own / "pages/status.md.j2").write_text("# Mine, as of {{ as_of }}\n", "utf-8")
    (own / "assets/tracker.css").write_text("p { color: red }\n", "utf-8")
    (own / "assets/seal.svg").write_text("<svg/>\n", "utf-8")
    before, after = made(None), made(own)
    changed = {path: text for path, text in after.items() if before.get(path) != text}
    assert changed == {
        "status/index.md": f"# Mine, as of {ORDERS[0].as_of}\n".encode(),
        "assets/tracker.css": b"p { color: red }\n",
        "assets/seal.svg": b"<svg/>\n",
    }
    assert before.keys() <= after.keys()


def test_a_part_that_other_templates_include_is_replaced_in_all_of_them(own: Path):
    layout = (templates_folder() / "pages/layout.md.j2").read_text("utf-8")
    (own / "pages/layout.md.j2").write_text(layout + "\n<p>Kept by the county library.</p>\n", "utf-8")
    pages_ = [text for path, text in made(own).items() if path.endswith(".md")]
    assert all(b"county library" in text for text in pages_)


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("# A\n\n{% if %}\n", 3, "Expected an expression"),
        ("# A\n{{ nothing_of_this_name }}\n", 2, "'nothing_of_this_name' is undefined"),
        ("# A\n\n\n{{ as_of + 1 }}\n", 4, "unsupported operand"),
        ("{% include 'pages/missing.j2' %}\n", 1, "pages/missing.j2"),
    ],
)
def test_a_faulty_template_is_a_problem_with_its_place(own: Path, template: str, line: int, words: str):
    file = own / "pages/status.md.j2"
    file.write_text(template, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        made(own)
    (problem,) = found.value.problems
    assert (problem.file, problem.line) == (str(file), line)
    assert words in problem.message


def test_a_link_out_of_the_folder_is_not_published(own: Path, tmp_path: Path):
    (tmp_path / "secret").write_text("secret", "utf-8")
    (own / "assets/seal.svg").symlink_to(tmp_path / "secret")
    assert "assets/seal.svg" not in made(own)


def small_project(folder: Path, settings: str) -> Path:
    """A project with the golden order, without templates of its own."""
    shutil.copytree(ROOT / "tests/golden/source", folder / "source")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return folder


def without_theme_folder() -> str:
    """The settings of this repository, less the line that names its own theme's folder."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    return "".join(line for line in settings.splitlines(keepends=True) if "custom_dir" not in line)


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_theme_files_and_the_address_of_a_fork_reach_the_site(tmp_path: Path, tracker: Run, builder: str):
    project = small_project(tmp_path / "project", without_theme_folder())
    (project / "site_templates/theme").mkdir(parents=True)
    (project / "site_templates/theme/404.html").write_text("<h1>Not in this library</h1>\n", "utf-8")
    options = ("--as-of", AS_OF, "--builder", builder, "--repo-url", "https://github.com/somebody/fork")
    done = tracker("build", *options, cwd=project)
    assert done.returncode == 0, done.stderr
    assert (project / "site/404.html").read_text("utf-8").strip() == "<h1>Not in this library</h1>"
    page = (project / "site/orders/eo-14999/2-a/index.html").read_text("utf-8")
    assert "https://github.com/somebody/fork/edit/" in page
    assert "https://github.com/somebody/fork/issues/" in page
    assert "github.com/obligation-tracker" not in page
    assert 'data-md-component="source"' not in page, "the program’s own theme files are there besides"
    assert sorted(os.listdir(project / "build")) == ["docs", "qr-codes.json", "readings.json"]


def test_the_address_of_a_fork_may_come_from_the_environment(tmp_path: Path, tracker: Run):
    project = small_project(tmp_path / "project", without_theme_folder())
    done = tracker("build", cwd=project, TRACKER_REPO_URL="https://github.com/somebody/fork")
    assert done.returncode == 0, done.stderr
    assert "https://github.com/somebody/fork/edit/" in (project / "site/orders/eo-14999/2-a/index.html").read_text(
        "utf-8"
    )


def test_a_theme_folder_that_is_not_there_is_a_problem(tmp_path: Path, tracker: Run):
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("site_templates/theme", "elsewhere")
    done = tracker("build", cwd=small_project(tmp_path / "project", settings))
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml: error: theme: custom_dir: no such folder\n")
