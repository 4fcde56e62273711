"""Finding the project, and the addresses of its site."""

import pytest

from extractor.problems import ProblemsFound
from extractor.project import REPO_URL_VARIABLE, SITE_URL_VARIABLE, find_project


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with an order, and no address in the environment."""
    monkeypatch.delenv(SITE_URL_VARIABLE, raising=False)
    monkeypatch.delenv(REPO_URL_VARIABLE, raising=False)
    (tmp_path / "source" / "eo-2").mkdir(parents=True)
    (tmp_path / "source" / "eo-1").mkdir()
    (tmp_path / "source" / ".hidden").mkdir()
    return tmp_path


def settings(folder, text: str) -> None:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def test_the_nearest_folder_upward_is_the_project(folder):
    found = find_project(folder / "source" / "eo-1")
    assert found.root == folder.resolve()
    assert [path.name for path in found.order_folders()] == ["eo-1", "eo-2"]
    assert found.shown(found.source / "eo-1" / "order.md") == "source/eo-1/order.md"
    assert (found.site_url, found.repo_url) == ("", "")


def test_no_project(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        find_project(tmp_path)
    assert "--project" in found.value.problems[0].fix


def test_settings_are_read_and_never_run(folder):
    settings(
        folder,
        """\
site_name: 'Tracker'
site_url: https://example.org/tracker
repo_url: https://example.org/repo/
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:os.system
extra: {a: &x !ENV [A, b], b: *x}
""",
    )
    found = find_project(folder)
    assert (found.site_name, found.site_url, found.repo_url) == (
        "Tracker",
        "https://example.org/tracker/",
        "https://example.org/repo",
    )


@pytest.mark.parametrize(("name", "variable"), [("site_url", SITE_URL_VARIABLE), ("repo_url", REPO_URL_VARIABLE)])
def test_option_before_environment_before_file(folder, monkeypatch, name, variable):
    settings(folder, f"{name}: https://file.example/\n")

    def address(**option: str) -> str:
        return getattr(find_project(folder, **option), name).rstrip("/")

    assert address() == "https://file.example"
    monkeypatch.setenv(variable, "https://environment.example/a")
    assert address() == "https://environment.example/a"
    assert address(**{name: "https://option.example/"}) == "https://option.example"


@pytest.mark.parametrize(("option", "name"), [("--site-url", "site_url"), ("--repo-url", "repo_url")])
def test_a_bad_address_is_a_problem_of_who_states_it(folder, monkeypatch, option, name):
    with pytest.raises(ProblemsFound) as found:
        find_project(folder, **{name: "javascript:x"})
    assert [problem.file for problem in found.value.problems] == [option]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("site_url: ftp://x\n", "mkdocs.yml"),
        ("site_url: 'https://a b'\n", "mkdocs.yml"),
        ("repo_url: javascript:x\n", "mkdocs.yml"),
        ("- a\n", "mkdocs.yml"),
        ("a: b: c\n", "mkdocs.yml"),
    ],
)
def test_bad_settings_are_problems(folder, text, file):
    settings(folder, text)
    with pytest.raises(ProblemsFound) as found:
        find_project(folder)
    assert [problem.file for problem in found.value.problems] == [file]


@pytest.mark.parametrize("address", ["example.org", "https://", "http://[", 'https://x"y'])
def test_a_bad_address_on_the_command_line_is_a_problem(folder, address):
    with pytest.raises(ProblemsFound) as found:
        find_project(folder, address)
    assert found.value.problems[0].file == "--site-url"
