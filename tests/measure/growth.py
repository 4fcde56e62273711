"""How time and memory of a build grow with the number of orders."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from many_orders import NUMBERS, many_orders

from measure.share import Build, empty_build, timed_build

SIZES = (1, 26, 100, 400)
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Measured:
    """A site of some orders: the best of some builds, and of some runs of MkDocs on its tree with empty pages."""

    orders: int
    obligations: int
    build: Build
    empty: float

    @property
    def ratio(self) -> float:
        """The whole build, of MkDocs on the empty pages."""
        return self.build.whole / self.empty

    @property
    def share(self) -> float:
        """Our part, of MkDocs' part of the same build."""
        return self.build.whole / self.build.generator - 1


def numbers(corpus: Path, size: int) -> list[str]:
    """The orders of a site of some size, besides the repository's own: those of 26 first."""
    found = sorted(path.stem for path in (corpus / "whitehouse").glob("*.md"))
    return [*NUMBERS, *(number for number in found if number not in (*NUMBERS, "14409"))][: size - 1]


def measured(project: Path, runs: int, anew: bool) -> Measured:
    """Both kinds of builds by turns, so that a busy hour falls on both; the least of each counts."""
    builds, empty = [], []
    for _ in range(runs):
        builds.append(timed_build(project, anew))
        with tempfile.TemporaryDirectory() as folder:
            empty.append(empty_build(_emptied(project, Path(folder))))
    best = min(builds, key=lambda build: build.whole)
    return Measured(
        len(list(project.glob("source/*/order.md"))),
        len(list(project.glob("build/docs/api/v1/obligations/*/*.json"))),
        best,
        min(empty),
    )


def _emptied(project: Path, folder: Path) -> Path:
    """A copy of what MkDocs reads, without the pages' bodies."""
    for name in ("build/docs", "site_templates"):
        shutil.copytree(project / name, folder / name)
    shutil.copy2(project / "mkdocs.yml", folder)
    for page in (folder / "build/docs").rglob("*.md"):
        page.write_text(_HEAD.match(page.read_text("utf-8"))[0], "utf-8")
    return folder


def growth(corpus: Path, folder: Path, sizes: tuple[int, ...], runs: int, anew: bool) -> Iterator[Measured]:
    """A project for each size, made in ``folder`` where it is not there yet, and measured."""
    for size in sizes:
        project = folder / str(size)
        if not project.exists():
            many_orders(corpus, project, numbers(corpus, size))
        yield measured(project, runs, anew)
