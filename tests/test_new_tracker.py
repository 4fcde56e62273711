"""``tracker init``: what it writes, what it refuses, and a tracker made, filled and built from the wheel alone."""

from __future__ import annotations

import os
import re
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, Run, run
from yaml_1_2 import load_yaml

from extractor.cli import main
from extractor.new_tracker import package as package_module
from extractor.new_tracker.new_files import CHANGES, LEFT_OUT, Wish, changed, new_tracker
from extractor.new_tracker.package import Package, chosen_package, installed_package
from extractor.problems import ProblemsFound
from extractor.write import add

WISH = Wish("Orders on energy", "", "", Package("obligation-tracker==1.0\n"))
ORDER = """---
id: eo-9001
kind: executive order
title: Sample
signed: 2026-03-10
text: restatement
---
## Section 1. Duties.

(a) Within 30 days of the date of this order, the Secretary of Labor shall publish a plan.
"""


def init(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options], standalone_mode=False)


def written(folder: Path) -> dict[str, str]:
    """Every file of a small folder as text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def tracked_github_files() -> set[str]:
    return set(run("git", "ls-files", ".github", cwd=ROOT).stdout.splitlines())


def test_every_file_of_github_goes_into_a_new_tracker_or_is_listed_as_left_out():
    own = {".github/CODEOWNERS", ".github/scripts/install.sh"}
    made = {file.path for file in new_tracker(WISH)}
    assert tracked_github_files() - LEFT_OUT == {path for path in made if path.startswith(".github/")} - own
    assert made - tracked_github_files() == {
        ".gitignore", "README.md", "mkdocs.yml", "requirements.txt", "source/.gitkeep",
    }  # fmt: skip


@pytest.mark.parametrize(("file", "pattern", "replacement"), CHANGES)
def test_a_change_fits_once_and_one_that_no_longer_fits_is_told(file: str, pattern: str, replacement: str):
    text = (ROOT / file).read_text("utf-8")
    assert len(re.findall(pattern, text)) == 1
    assert changed(file, text) != text
    with pytest.raises(ValueError, match="must be there once"):
        changed(file, re.sub(pattern, replacement, text))


def test_what_a_new_tracker_says_is_true_of_it():
    files = {file.path: file.content.decode() for file in new_tracker(WISH)}
    examples = re.compile(r"```text\n.*?```", re.DOTALL)  # of calls, which may name any order
    for path, text in ((path, examples.sub("", text)) for path, text in files.items()):
        if path != ".github/constraints.txt":
            assert not re.search(r"\bpytest\b(?!_)|pip install -e|--editable|DEVELOPING|eo-14409/order\.md", text), path
    for path in (path for path in files if path.endswith(".md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", files[path]):
            assert (Path(path).parent / target).as_posix() in files, f"{path} points at {target}"


def test_the_steps_that_a_new_tracker_names_are_commands_and_come_in_their_order():
    files = {file.path: file.content.decode() for file in new_tracker(WISH)}
    begin = files["README.md"].partition("## Begin")[2].partition("\n## ")[0]
    steps = re.findall(r"^\.venv/bin/tracker (\w+)", begin, re.MULTILINE)
    assert steps == ["import", "accept", "check", "build", "serve"]
    assert "### tracker accept\n" in files[".github/REFERENCE.md"]
    assert "extractor.commands.reference" not in files[".github/REFERENCE.md"]


def test_init_says_what_the_readme_says_that_it_says(tmp_path: Path):
    lines = init(tmp_path / "t", "--package", REQUIREMENTS[0]).output.splitlines()
    assert (
        len(lines) == 2
        and re.match(r"\d+ files are in ", lines[0])
        and re.match(r"Next: cd .* && tracker import", lines[1])
    )
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(
        r"It says\s+how many files it wrote, and the next step: `tracker import` in the new folder", readme
    )


def test_each_workflow_installs_and_runs_what_is_there():
    files = {file.path: file for file in new_tracker(WISH)}
    workflows = [path for path in files if path.startswith(".github/workflows/")]
    assert {Path(path).name for path in workflows} >= {"check.yml", "publish.yml"}
    for path in workflows:
        jobs = load_yaml(files[path].content)["jobs"]
        assert "tests" not in jobs
        for words in [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]:
            program = words.split()[0]
            assert program == ".venv/bin/tracker" or files[program].executable, words


def test_name_and_addresses_stand_in_the_settings(tmp_path: Path):
    name, site_url, repo_url = 'Orders "on" \\1 energy: all', "https://a.example/b/", "https://github.com/a/b"
    assert init(tmp_path / "t", "--name", name, "--site-url", site_url, "--repo-url", repo_url).exit_code == 0
    settings = load_yaml((tmp_path / "t/mkdocs.yml").read_bytes())
    assert [settings[key] for key in ("site_name", "site_url", "repo_url")] == [name, site_url, repo_url]
    assert (tmp_path / "t/README.md").read_text("utf-8").startswith(f"# {name}\n")


def test_an_address_that_is_not_known_is_a_comment_that_explains_it(tmp_path: Path):
    init(tmp_path / "t")
    text = (tmp_path / "t/mkdocs.yml").read_text("utf-8")
    settings = load_yaml(text)
    assert "site_url" not in settings and "repo_url" not in settings
    assert "# site_url: https://OWNER.github.io/REPOSITORY/\n" in text
    assert "obligation-tracker.github.io" not in text
    ours = load_yaml((ROOT / "mkdocs.yml").read_bytes())
    assert {key for key in ours if settings.get(key) != ours[key]} == {"site_url", "repo_url", "theme"}


def test_an_empty_folder_and_one_with_other_files_are_filled(tmp_path: Path):
    (tmp_path / "LICENSE").write_text("mine", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "source/eo-9001").mkdir(parents=True)
    assert init(tmp_path).exit_code == 0
    assert written(tmp_path).keys() == {file.path for file in new_tracker(WISH)} | {"LICENSE"}
    assert os.access(tmp_path / ".github/scripts/install.sh", os.X_OK)


def test_all_files_in_the_way_are_named_and_nothing_is_written(tmp_path: Path):
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / ".github").write_text("a file where a folder must be", "utf-8")
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "nowhere")
    done = init(tmp_path)
    assert isinstance(done.exception, ProblemsFound)
    (problem,) = done.exception.problems
    assert problem.found == ".github, README.md, mkdocs.yml"
    assert sorted(os.listdir(tmp_path)) == [".github", "README.md", "mkdocs.yml"]


def test_a_file_is_no_place_for_a_tracker(tmp_path: Path):
    (tmp_path / "file").write_text("mine", "utf-8")
    assert isinstance(init(tmp_path / "file").exception, ProblemsFound)
    assert written(tmp_path) == {"file": "mine"}


@pytest.mark.parametrize("number", [1, 2, 9, 15])
def test_a_failure_half_way_takes_back_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int):
    (tmp_path / "LICENSE").write_text("mine", "utf-8")
    steps, rename = iter(range(number - 1)), Path.rename

    def failing(path: Path, target: Path) -> Path:
        if next(steps, None) is None:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(ProblemsFound) as found:
        add(new_tracker(WISH), tmp_path)
    assert "No space left on device" in found.value.problems[0].message
    assert os.listdir(tmp_path) == ["LICENSE"]


@pytest.mark.parametrize(
    ("options", "status"),
    [(["--name", "a\nb"], 2), (["--name", " "], 2), (["--site-url", "javascript:x"], 1), (["--repo-url", "x"], 1), (["--package", "x"], 1)],
)  # fmt: skip
def test_a_bad_option_is_refused_and_nothing_is_written(tmp_path: Path, tracker: Run, options: list[str], status: int):
    done = tracker("init", "t", *options, cwd=tmp_path)
    assert (done.returncode, os.listdir(tmp_path)) == (status, [])
    assert "Traceback" not in done.stderr


COMMIT = "0123456789" * 4
REQUIREMENTS = [
    "obligation-tracker==0.1.0",
    f"obligation-tracker @ git+https://github.com/OWNER/REPOSITORY@{COMMIT}",
    "obligation-tracker @ https://example.org/obligation_tracker-0.1.0-py3-none-any.whl",
]


@pytest.mark.parametrize("line", REQUIREMENTS)
def test_a_fixed_requirement_is_taken_as_it_is(line: str):
    assert chosen_package(line).requirements.splitlines()[-1] == line


@pytest.mark.parametrize(
    "stated",
    [
        "obligation-tracker", "obligation-tracker>=1", "obligation-tracker @ git+https://github.com/a/b@main", "other==1",
        "obligation-tracker==1\n-r /etc/passwd", "obligation-tracker==1 --index-url=http://x", "-e .", "missing.whl",
    ],
)  # fmt: skip
def test_what_is_not_fixed_or_not_there_is_no_package(stated: str):
    with pytest.raises(ProblemsFound):
        chosen_package(stated)


def small_wheel(folder: Path) -> Path:
    """An archive that has a wheel's name."""
    path = folder / "obligation_tracker-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("extractor/__init__.py", "")
    return path


def test_a_wheel_is_kept_in_the_tracker(tmp_path: Path):
    wheel = small_wheel(tmp_path)
    assert init(tmp_path / "t", "--package", str(wheel)).exit_code == 0
    kept = tmp_path / "t/.github/package" / wheel.name
    assert kept.read_bytes() == wheel.read_bytes()
    assert f"\n./.github/package/{wheel.name}\n" in (tmp_path / "t/requirements.txt").read_text("utf-8")


def origins(wheel: Path) -> list:
    """What an installer notes of where a package came from (PEP 610), and the last line of requirements.txt."""
    address, kept = wheel.as_uri(), f"./.github/package/{wheel.name}"
    git = {"vcs": "git", "commit_id": COMMIT}
    return [
        (None, "obligation-tracker==0.1.0"),
        ({"url": "https://github.com/OWNER/REPOSITORY", "vcs_info": git}, REQUIREMENTS[1]),
        ({"url": address, "archive_info": {}}, kept),
        ({"url": address, "archive_info": {"hashes": {"sha256": "0" * 64}}}, None),
        ({"url": f"{address}.gone.whl", "archive_info": {}}, None),
        ({"url": wheel.parent.as_uri(), "dir_info": {"editable": True}}, None),
        ({"url": "https://github.com/a/b;rm", "vcs_info": git}, None),
    ]


@pytest.mark.parametrize("number", range(7))
def test_the_package_is_the_one_that_is_installed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int):
    noted, line = origins(small_wheel(tmp_path))[number]
    monkeypatch.setattr(package_module, "_origin", lambda _: noted)
    monkeypatch.setattr(package_module, "__version__", "0.1.0")
    found = installed_package()
    lines = [each for each in found.requirements.splitlines() if not each.startswith("#")]
    assert (lines, found.known) == ([line] if line else [], line is not None)


def test_an_empty_source_says_what_to_do_next(tmp_path: Path, tracker: Run):
    assert init(tmp_path / "t").exit_code == 0
    for command in ("check", "build", "serve"):
        done = tracker(command, cwd=tmp_path / "t")
        assert done.returncode == 1
        assert "tracker import 14413" in done.stdout + done.stderr


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A virtual environment with the wheel, in which this repository's code cannot be imported.

    What the wheel builds upon is that of the test run, seen through a ``.pth`` file; nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("clean")
    shared = folder / "shared"
    shared.mkdir()
    for package in Path(site.getsitepackages()[0]).iterdir():
        if package.suffix != ".pth" and not re.match(r"_*obligation_tracker|__editable__|pip\b|pip-", package.name):
            (shared / package.name).symlink_to(package)
    fresh_environment(folder / "venv", shared)
    done = run(folder / "venv/bin/pip", "install", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def fresh_environment(folder: Path, shared: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    (place,) = folder.glob("lib/python*/site-packages")
    (place / "shared.pth").write_text(f"{shared}\n", "utf-8")


def test_from_the_wheel_alone_three_commands_make_a_site(clean: Path, tmp_path: Path):
    tracker, project = clean / "venv/bin/tracker", tmp_path / "t"
    (tmp_path / "order.md").write_text(ORDER, "utf-8")
    where = run(clean / "venv/bin/python", "-c", "import extractor; print(extractor.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(clean / "venv")
    for command, folder in ((("init", "t"), tmp_path), (("import", "../order.md"), project), (("build",), project)):
        done = run(tracker, *command, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/orders/eo-9001/1-a/index.html").is_file()
    assert run(tracker, "check", cwd=project).returncode == 0
    made = {file.path for file in new_tracker(WISH)}
    assert {path for path in written_paths(project) if not path.startswith(("build/", "site/"))} == made | {
        *(f"source/eo-9001/{name}.{ending}" for name, ending in (("order", "md"), ("progress", "yml"), ("corrections", "yml"))),
        f".github/package/{wheel_name(project)}",
    }  # fmt: skip


def written_paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def wheel_name(project: Path) -> str:
    (path,) = (project / ".github/package").iterdir()
    return path.name


def test_the_workflows_of_a_new_tracker_install_check_and_publish(clean: Path, tmp_path: Path):
    """The scripts run as the workflows run them, but what the tracker builds upon is at hand and not fetched."""
    (tmp_path / "order.md").write_text(ORDER, "utf-8")
    project = tmp_path / "t"
    for command, folder in ((("init", "t"), tmp_path), (("import", "../order.md"), project)):
        assert run(clean / "venv/bin/tracker", *command, cwd=folder).returncode == 0
    (project / ".github/constraints.txt").unlink()  # its hashes are those of packages that are fetched
    done = run(".github/scripts/install.sh", cwd=project, **without_network(clean, tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    addresses = {
        "SITE_URL": "https://somebody.github.io/t",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "somebody/t",
    }
    done = run(".github/scripts/publish.sh", cwd=project, **addresses)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/orders/eo-9001/1-a/index.html").read_text("utf-8")
    assert "https://github.com/somebody/t/edit/" in page and "https://somebody.github.io/t/" in page


def test_without_a_package_the_workflows_stop_and_say_why(clean: Path, tmp_path: Path):
    assert init(tmp_path / "t").exit_code == 0
    (tmp_path / "t/requirements.txt").write_text("# nothing\n", "utf-8")
    (tmp_path / "t/.github/constraints.txt").unlink()
    done = run(".github/scripts/install.sh", cwd=tmp_path / "t", **without_network(clean, tmp_path))
    assert done.returncode == 1 and "requirements.txt names no obligation-tracker" in done.stderr


def without_network(clean: Path, folder: Path) -> dict[str, str]:
    """Variables under which ``python3 -m venv`` makes an environment that sees what is at hand, and pip fetches nothing."""
    programs = folder / "programs"
    programs.mkdir()
    (programs / "python3").write_text(
        f'#!/bin/sh\n{sys.executable} "$@" && echo {clean / "shared"} >"$(echo "$3"/lib/python*/site-packages)/shared.pth"\n'
    )
    (programs / "python3").chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PIP_NO_INDEX": "1"}
