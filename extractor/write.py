"""The only code that writes: a set of files → a fresh folder that takes the old one's place at the end.

The files are written into a folder beside the target. When all of them are there the old folder steps aside, the new
one takes its name, and the old one is deleted. An interruption before that leaves the old folder as it was; one between
the two renames leaves it under its aside name, from which the next run brings it back.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from extractor.model import OutputFile
from extractor.problems import Problem, ProblemsFound

# Names that no file system, or not every one, can hold: control characters, Windows' own signs, a final dot or blank.
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff]|[. ]$|^$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
_LONGEST_NAME = 255  # bytes of one name, as most file systems have it
_KEPT_BY_PEOPLE = (".git", "source", "mkdocs.yml", "pyproject.toml")


def write(files: Iterable[OutputFile], folder: Path) -> None:
    """Write ``files`` so that ``folder`` holds them and nothing else.

    Raises ``ProblemsFound``, with nothing written, when a path would leave the folder, cannot exist on every system, or
    is met twice (also when only case or Unicode form differ); when the folder is one that people keep work in; and when
    the system refuses to write.
    """
    files = tuple(files)
    folder = folder.resolve()
    if problems := [*_bad_paths(files), *_not_ours(folder)]:
        raise ProblemsFound(problems)
    try:
        _replace(files, folder)
    except OSError as error:
        allowed = "a folder that can be written to, with room on the disk"
        raise ProblemsFound(
            [Problem(str(folder), 0, 0, f"cannot write: {error.strerror or error}", None, allowed)]
        ) from None


def write_one(file: Path, content: bytes) -> None:
    """Write one file in a folder that people keep: whole, or not at all. Everything else in the folder stays.

    Raises ``ProblemsFound``, with the old file as it was, when the system refuses to write.
    """
    fresh = file.with_name(f".{file.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        allowed = "a file that can be written to, with room on the disk"
        raise ProblemsFound(
            [Problem(str(file), 0, 0, f"cannot write: {error.strerror or error}", None, allowed)]
        ) from None


def _replace(files: tuple[OutputFile, ...], folder: Path) -> None:
    fresh, aside = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    folder.parent.mkdir(parents=True, exist_ok=True)
    _restore(folder, aside)
    _delete(fresh)
    try:
        _fill(fresh, files)
    except OSError:
        _delete(fresh)
        raise
    if folder.exists():
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        _restore(folder, aside)
        raise
    _delete(aside)


def _restore(folder: Path, aside: Path) -> None:
    """Bring the old folder back where a run was interrupted between its two renames; else clear what it left."""
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    _delete(aside)


def _delete(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _fill(folder: Path, files: tuple[OutputFile, ...]) -> None:
    folder.mkdir()
    for file in files:
        target = folder.joinpath(*file.path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


def _bad_paths(files: tuple[OutputFile, ...]) -> list[Problem]:
    """A problem for each path that cannot be written, or that another one is in the way of."""
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    for file in files:
        parts = file.path.split("/")
        if any(_is_bad(part) for part in parts):
            problems.append(_refused(file.path, "this path cannot be written", "names parted by / inside the folder"))
            continue
        key = _folded(file.path)
        for above in ("/".join(parts[:end]) for end in range(1, len(parts))):
            folders.setdefault(_folded(above), above)
        if key in taken:
            problems.append(_refused(file.path, f"the same path as {taken[key]!r}", "each path once"))
        taken.setdefault(key, file.path)
    for key in taken.keys() & folders.keys():
        problems.append(_refused(taken[key], "both a file and a folder", "one of the two"))
    spelled: dict[str, str] = {}
    for path in sorted(
        {"/".join(file.path.split("/")[:end]) for file in files for end in range(1, file.path.count("/") + 1)}
    ):
        if spelled.setdefault(_folded(path), path) != path:
            problems.append(_refused(path, f"differs from {spelled[_folded(path)]!r} in spelling only", "one spelling"))
    return sorted(problems)


def _is_bad(name: str) -> bool:
    too_long = len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    return bool(name in (".", "..") or _BAD_NAME.search(name) or _RESERVED.match(name)) or too_long


def _folded(path: str) -> str:
    """What two paths have in common that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _refused(path: str, message: str, allowed: str) -> Problem:
    return Problem("output", 0, 0, message, repr(path), allowed)


def _not_ours(folder: Path) -> list[Problem]:
    """A problem when the folder is a file, a root, or one that holds what people keep."""
    if folder.exists() and not folder.is_dir():
        return [Problem(str(folder), 0, 0, "this is a file", str(folder), "a folder that the build may replace")]
    kept = [name for name in _KEPT_BY_PEOPLE if (folder / name).exists()]
    if not kept and folder != folder.parent and folder != Path.home() and not Path.cwd().is_relative_to(folder):
        return []
    found = ", ".join(kept) or "the folder in which the command runs, or one above it"
    return [Problem(str(folder), 0, 0, "this folder is not replaced", found, "a folder that only the build writes to")]
