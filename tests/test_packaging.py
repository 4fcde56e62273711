"""The repository as a package: its layout, the wheel, the start of the command, and the README's commands."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT, Run, run

from extractor.new_tracker.new_files import LEFT_OUT

LAYOUT = {
    "pyproject.toml", "README.md", "mkdocs.yml", "source", "extractor", "site_templates", "tests", ".github",
    ".ci", ".gitignore", "LICENSE",
}  # fmt: skip

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = {
    "build": "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/tracker build",
    "test": "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest -m ''",
}


def output(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    """What the command prints; the test fails with its messages if it fails."""
    done = run(*command, cwd=cwd, **environment)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_top_level_is_as_agreed():
    tracked = output("git", "ls-files").splitlines()
    assert {path.split("/")[0] for path in tracked} == LAYOUT


def test_what_is_generated_is_not_in_git():
    ignored = output("git", "check-ignore", "build/docs/index.md", "site/index.html", ".venv/bin/python", ".cache/x")
    assert len(ignored.splitlines()) == 4


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_the_command(name: str):
    block = re.search(rf"<!-- {name} command -->\n```sh\n(.*?)\n```\n<!-- end -->", README, re.DOTALL)
    assert block, f"README.md has no block between “<!-- {name} command -->” and “<!-- end -->”"
    assert block[1] == COMMANDS[name]


def test_continuous_integration_runs_the_command_of_the_readme():
    assert output(ROOT / ".ci" / "run", "--show").strip() == COMMANDS["test"]
    assert "pytest" not in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_workflows_run_what_the_readme_says_in_what_the_lock_installs():
    install = (ROOT / ".github/scripts/install.sh").read_text("utf-8").splitlines()
    assert COMMANDS["build"].split(" && ")[0] in install and COMMANDS["test"].split(" && ")[0] in install
    for name, command in (("workflows/check.yml", "test"), ("workflows/check.yml", "build")):
        assert f"run: {COMMANDS[command].split(' && ')[-1]}\n" in (ROOT / ".github" / name).read_text("utf-8")


def test_plain_pytest_leaves_out_what_is_slow_and_the_readme_runs_it():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert "-m 'not slow'" in settings["addopts"] and COMMANDS["test"].endswith("pytest -m ''")


def test_the_readme_lists_the_commands_that_there_are():
    from extractor.cli import COMMANDS as commands

    assert re.findall(r"^\| `tracker ([\w-]+)", README, re.MULTILINE) == list(commands)


def test_the_readme_points_at_files_that_exist():
    """By addresses that hold wherever it is shown: a package index has no file beside it."""
    home = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Source"]
    assert not re.findall(r"\]\((?!https://)[^)]*", README)
    raw = home.replace("//github.com", "//raw.githubusercontent.com")
    targets = re.findall(rf"\]\((?:{home}/blob|{raw})/main/([^)#]+)", README)
    assert len(targets) > 4
    for target in targets:
        assert (ROOT / target).is_file(), target


def test_the_readme_names_every_room():
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "extractor").rglob("__init__.py")}
    layout = README[README.index("## How it is laid out") : README.index("## Limits")]
    for room in rooms:
        name = room.removeprefix("extractor/find/") if room.startswith("extractor/find/") else f"{room}/"
        assert f"`{name}`" in layout, room


def test_the_picture_is_small():
    assert (ROOT / ".github" / "site.png").stat().st_size < 200_000


@pytest.mark.slow
@pytest.mark.parametrize("module", ["spacy", "mkdocs", "icalendar", "pydantic"])
def test_the_command_line_does_not_import_what_it_may_not_need(module: str):
    loaded = output(sys.executable, "-c", "import sys, extractor.cli; print(*sys.modules)")
    assert module not in loaded.split()


def test_the_wheel_carries_the_package_the_templates_and_the_license(wheel: Path):
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = output("git", "ls-files", "extractor", "site_templates", "mkdocs.yml").splitlines()
    wanted = {name if name.startswith("extractor/") else f"extractor/{name}" for name in tracked}
    packed = set(output("git", "ls-files", ".github", ".gitignore").splitlines()) - LEFT_OUT
    wanted |= {f"extractor/new_tracker/packed/{name}" for name in packed}
    inside -= {f"extractor/new_tracker/packed/{name}" for name in LEFT_OUT}  # with its folder; not much
    assert {name for name in inside if ".dist-info/" not in name} == wanted
    assert {"extractor/words/verbs.txt", "extractor/accuracy/figures.json"} <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert wheel.name.startswith("obligation_tracker-")


def test_an_installed_tracker_builds_outside_the_checkout(wheel: Path, tmp_path: Path, tracker: Run):
    installed = tmp_path / "installed"
    output(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", installed, wheel)
    project = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "source", project / "source")
    place = {"cwd": project, "PYTHONPATH": str(installed)}
    where = output(sys.executable, "-c", "import extractor; print(extractor.__file__)", **place)
    assert Path(where.strip()).is_relative_to(installed)
    done = tracker("build", "--as-of", AS_OF, **place)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "orders" / "eo-14409" / "2-c" / "index.html").is_file()
