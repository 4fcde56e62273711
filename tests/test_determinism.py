"""The same source and the same day give the same bytes, whatever the machine, its clock's zone, its locale or the folder."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT, copy_project, run_tracker

# Folder name → what differs about the surroundings. Kiritimati and Niue are a day apart.
SURROUNDINGS = {
    "one": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0", "LANGUAGE": "", "COLUMNS": "40"},
    "two with spaces, é": {
        "TZ": "Pacific/Niue", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711", "LANGUAGE": "tr", "COLUMNS": "200",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Checkouts in folders of other names, each built by its own code in its own surroundings."""
    folders = []
    for name, surroundings in SURROUNDINGS.items():
        folder = copy_project(tmp_path_factory.mktemp("checkout") / name)
        shutil.copytree(ROOT / "extractor", folder / "extractor", ignore=shutil.ignore_patterns("__pycache__"))
        done = run_tracker("build", "--as-of", AS_OF, cwd=folder, PYTHONPATH=str(folder), **surroundings)
        assert done.returncode == 0, done.stderr
        folders.append(folder)
    return tuple(folders)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under the folder: relative path → bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_build_ran_the_code_of_its_own_checkout(builds: tuple[Path, ...]):
    for folder in builds:
        asked = subprocess.run(
            [sys.executable, "-c", "import extractor; print(extractor.__file__)"],
            cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        assert Path(asked.stdout.strip()).is_relative_to(folder)


@pytest.mark.parametrize("part", ["build/docs", "site"])
def test_two_builds_are_byte_identical(builds: tuple[Path, ...], part: str):
    one, two = (contents(folder / part) for folder in builds)
    assert sorted(one) == sorted(two)
    assert len(one) > 20
    assert [path for path in one if one[path] != two[path]] == []


def test_nothing_tells_when_or_where_the_site_was_built(builds: tuple[Path, ...]):
    for folder in builds:
        for path, content in contents(folder / "site").items():
            assert str(folder).encode() not in content, path
        sitemap = folder / "site" / "sitemap.xml"
        if sitemap.exists():
            dates = {
                line.split(">")[1].split("<")[0] for line in sitemap.read_text().splitlines() if "<lastmod>" in line
            }
            assert dates <= {AS_OF}
            packed = (folder / "site" / "sitemap.xml.gz").read_bytes()
            assert gzip.decompress(packed) == sitemap.read_bytes()


def test_another_day_changes_standings_but_no_calendar(builds: tuple[Path, ...], tmp_path: Path):
    folder = copy_project(tmp_path / "later")
    done = run_tracker("build", "--as-of", "2026-07-25", cwd=folder)
    assert done.returncode == 0, done.stderr
    earlier, later = (contents(place / "site") for place in (builds[0], folder))
    changed = {path for path in earlier if earlier[path] != later.get(path)}
    assert "index.html" in changed
    assert not [path for path in changed if path.endswith(".ics") and not path.endswith("open.ics")]
