"""``source/`` as it stood at another commit, so that a change can be held against it."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from extractor.problems import Problem, ProblemsFound
from extractor.source.orders import Source, read_all

SECONDS = 60  # a git command that takes longer hangs


@contextmanager
def source_at(root: Path, base: str) -> Iterator[Path]:
    """The folder ``source/`` of a project as it stood at a commit, in a scratch folder that goes away.

    ``root`` is the project's folder, in a git repository; ``base`` any name of a commit. Raises ``ProblemsFound``
    where there is no such commit or no ``source/`` in it.
    """
    with tempfile.TemporaryDirectory() as scratch:
        content = _archive(root, base)
        try:
            with tarfile.open(fileobj=io.BytesIO(content)) as archive:
                archive.extractall(scratch, filter="data")  # no links out of the folder, no devices
        except tarfile.TarError as error:
            raise _no_base(base, f"its source/ cannot be unpacked: {error}") from None
        yield Path(scratch) / "source"


def _archive(root: Path, base: str) -> bytes:
    # "--end-of-options": a name that begins with a hyphen is a name, never an option
    commit = _git(root, base, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    return _git(root, base, "archive", "--format=tar", commit.decode().strip(), "source")


def _git(root: Path, base: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_base(base, f"git does not answer: {error}") from None
    if done.returncode:
        raise _no_base(base, done.stderr.decode("utf-8", "replace").strip().split("\n")[0])
    return done.stdout


def _no_base(base: str, why: str) -> ProblemsFound:
    fix = "name a commit, a branch or a tag that is here; a shallow clone may lack it (git fetch --unshallow)"
    message = f"there is no commit to compare with{': ' + why[:120] if why else ''}"
    return ProblemsFound([Problem("BASE", 0, 0, message, base[:80], "a commit that holds source/", fix)])


def read_base(folder: Path, today: date) -> tuple[Source, tuple[Problem, ...]]:
    """The orders of a base as far as they can be read, and its own errors, as warnings: they are not the change's."""
    if not folder.is_dir():
        return Source((), ()), ()
    source, problems = read_all(folder, today)
    errors = (problem for problem in problems if problem.severity == "error")
    return source, tuple(replace(each, file=f"BASE/{each.file}", severity="warning") for each in errors)
