"""Fixtures that every test may use: the repository, the reference texts beside it, and the site as it is built.

Four environment variables matter; ``CI`` does not, which would keep builds from keeping readings. ``REQUIRE_CORPUS=1``, ``REQUIRE_BROWSER=1`` and ``REQUIRE_PROGRAMS=1`` turn "skipped,
because it is not here" into a failure. ``TRACKER_CORPUS`` names the folder that holds ``corpus/``, ``gold/``, ``seed/``
and ``tools/``; without it that is ``../shared``, seen from the repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.pop("CI", None)
ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2026-07-10"  # a day on which the order of this repository has late and coming deadlines
AXE = "axe-core@4.14.1"
PROJECT = ("source", "site_templates", "mkdocs.yml")  # what a build reads

# What a test asks for that takes long: a process, a build of the site, a browser, every text of the corpus, other programs.
SLOW = {
    "tracker",
    "built",
    "builds",
    "site",
    "many_site",
    "browser",
    "corpus",
    "wheel",
    "pim",
    "node",
    "calcurse",
    "camera",
    "actionlint",
}

Run = Callable[..., subprocess.CompletedProcess]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--renew-golden`` writes the golden files anew."""
    parser.addoption("--renew-golden", action="store_true", help="write tests/golden/ anew; then read what changed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow what a fixture makes slow; a test that is slow by itself carries the mark."""
    for item in items:
        if SLOW.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with ``corpus/``, ``gold/``, ``seed/`` and ``tools/``; the test is skipped where it is absent."""
    folder = Path(os.environ.get("TRACKER_CORPUS") or ROOT.parent / "shared").resolve()
    if not (folder / "corpus").is_dir():
        missing(f"the reference texts are not at {folder} (TRACKER_CORPUS names another place)", "REQUIRE_CORPUS")
    return folder


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The folder with the official texts of orders; the test is skipped where it is absent."""
    return shared / "corpus"


@pytest.fixture(scope="session")
def tracker() -> Run:
    """Runs the installed ``tracker`` as a user does; see ``run_tracker``."""
    return run_tracker


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this repository's record and templates that the test may spoil."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's record, built as of ``AS_OF`` in a copy of the project: the copy's folder."""
    folder = copy_project(tmp_path_factory.mktemp("built") / "project")
    done = run_tracker("build", "--as-of", AS_OF, cwd=folder)
    assert done.returncode == 0, f"tracker build failed:\n{done.stdout}\n{done.stderr}"
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The folder of the built site."""
    return built / "site"


@pytest.fixture(scope="session")
def many_site(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 26 orders, built as of ``AS_OF``: its folder."""
    from many_orders import many_orders

    folder = many_orders(corpus, tmp_path_factory.mktemp("many") / "project")
    done = run_tracker("build", "--as-of", AS_OF, cwd=folder)
    assert done.returncode == 0, f"tracker build failed:\n{done.stdout}\n{done.stderr}"
    return folder / "site"


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe; the tests are skipped where npm cannot install it."""
    folder = npm_package(tmp_path_factory.mktemp("axe"), AXE)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the files that git knows."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout = folder / "checkout"
    for name in run("git", "ls-files", cwd=ROOT).stdout.splitlines():
        if (ROOT / name).is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            (checkout / name).write_bytes((ROOT / name).read_bytes())
    done = run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, checkout, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return path


def missing(reason: str, requirement: str) -> None:
    """Skips the test for ``reason``, or fails it where the environment variable ``requirement`` is set."""
    if os.environ.get(requirement, "") not in ("", "0"):
        pytest.fail(f"{requirement} is set, but {reason}")
    pytest.skip(reason)


def npm_package(folder: Path, package: str) -> Path:
    """Installs an npm package (``name@version``) into ``folder``, which comes back; the test is skipped where it cannot."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are not here")
    command = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", package]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
    if done.returncode:
        pytest.skip(f"npm could not install {package}")
    return folder


def copy_project(folder: Path) -> Path:
    """Copies what a build reads into the new ``folder`` and returns it."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        original = ROOT / name
        if original.is_dir():
            shutil.copytree(original, folder / name)
        else:
            shutil.copy2(original, folder / name)
    return folder


def run_tracker(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess:
    """Runs ``tracker`` in a process of its own; see ``run``."""
    return run(sys.executable, "-m", "extractor", *arguments, cwd=cwd, **environment)


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess:
    """Runs a command to its end, without a terminal.

    ``environment`` is set on top of the test run's own. The result holds ``returncode``, ``stdout`` and
    ``stderr`` as text; the caller judges them.
    """
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
