"""The only code that writes: a set of files → a fresh folder that takes the old one's place at the end.

The files are written into a hidden folder on the same disk, which becomes the target when all of them are there; one
file among those that people keep is written in the same way. See ``staging`` for what is left when a process dies, and
``made_here`` for what is never replaced.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from extractor.made_here import not_made_here, real_place, sign
from extractor.model import OutputFile
from extractor.problems import Problem, ProblemsFound
from extractor.staging import clear, restore, staged, take_place

# Names that no file system, or not every one, can hold: control characters, Windows' own signs, a final dot or blank.
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff]|[. ]$|^$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
_LONGEST_NAME = 255  # bytes of one name, as most file systems have it


def write(files: Iterable[OutputFile], folder: Path) -> None:
    """Write ``files`` so that ``folder`` holds them and nothing else.

    Raises ``ProblemsFound``, with nothing written, when a path would leave the folder, cannot exist on every system, or
    is met twice (also when only case or Unicode form differ); when the folder holds what this program did not make; and
    when the system refuses to write.
    """
    files = tuple(files)
    folder = real_place(folder)
    try:
        if problems := [*bad_paths(files), *not_made_here(folder), *_at_work_in(folder)]:
            raise ProblemsFound(problems)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _replace(files, folder)
    except OSError as error:
        raise ProblemsFound([_unwritable(folder, "folder", error)]) from None


def write_one(file: Path, content: bytes) -> None:
    """Write one file among those that people keep: whole, or not at all. Everything else in its folder stays.

    The file keeps its mode. It is written under ``build/`` when it is one of a project's ``source/``, so that a process
    that dies leaves nothing among the files that people keep, and the caller holds the lock of ``source/``; else, or
    where ``build/`` is on another disk, it is written under a hidden name beside it. Raises ``ProblemsFound``, with the
    old file as it was, when the system refuses to write.
    """
    try:
        _first_that_works(_workshops(file), lambda workshop: _put(content, file, workshop))
    except OSError as error:
        raise ProblemsFound([_unwritable(file, "file", error)]) from None


def add(files: Iterable[OutputFile], folder: Path) -> None:
    """Write new files into a ``folder`` that people keep, or that is not there yet: all of them, or none.

    Raises ``ProblemsFound``, with nothing written, when something stands in the way of a file, with every such thing
    named, and when the system refuses to write.
    """
    files, folder = tuple(files), real_place(folder)
    if problems := [*bad_paths(files), *_in_the_way(files, folder)]:
        raise ProblemsFound(problems)
    try:
        if folder.is_dir():
            _add(files, folder)
        else:
            _first_that_works(_workshops(folder), lambda workshop: _put_folder(files, folder, workshop))
    except OSError as error:
        raise ProblemsFound([_unwritable(folder, "folder", error)]) from None


def _in_the_way(files: tuple[OutputFile, ...], folder: Path) -> list[Problem]:
    """One problem that names everything which stands where a file, or a folder above it, would have to be."""
    if _no_folder(folder):
        return [Problem(str(folder), 0, 0, "this is a file", None, "a folder, or a name that is free")]
    places = [folder / file.path for file in files]
    above = [each for path in places for each in path.parents if each != folder and each.is_relative_to(folder)]
    found = {path for path in places if os.path.lexists(path)} | {path for path in above if _no_folder(path)}
    names = ", ".join(sorted(path.relative_to(folder).as_posix() for path in found))
    allowed, fix = "a place that is free for each file", "choose an empty folder, or move these away"
    return [Problem(str(folder), 0, 0, "files are in the way", names, allowed, fix)] if found else []


def _no_folder(path: Path) -> bool:
    return os.path.lexists(path) and not path.is_dir()


def _add(files: tuple[OutputFile, ...], folder: Path) -> None:
    """Write all files under a hidden name, then move each to its place; what was moved is taken back at a failure."""
    done: list[Path] = []
    clear(folder, "tracker")
    with staged(folder, "tracker", folder=True) as fresh:
        _fill(fresh, files)
        try:
            for file in files:
                place = folder / file.path
                done += [
                    above for above in reversed(place.parents) if above.is_relative_to(folder) and not above.exists()
                ]
                place.parent.mkdir(parents=True, exist_ok=True)
                done.append(place)
                (fresh / file.path).rename(place)
        except BaseException:
            for path in reversed(done):
                path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
            raise


def settle(fresh: Path, folder: Path) -> None:
    """The finished folder ``fresh``, which is ``staged``, becomes ``folder``, also on another disk.

    Raises ``ProblemsFound`` where ``folder`` holds what this program did not make, and ``OSError``.
    """
    sign(fresh)
    try:
        take_place(fresh, folder)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with staged(folder.parent, folder.name, folder=True) as beside:
            shutil.copytree(fresh, beside, dirs_exist_ok=True)
            take_place(beside, folder)


def _put(content: bytes, file: Path, workshop: Path) -> None:
    clear(workshop, file.name)
    with staged(workshop, file.name) as fresh:
        with fresh.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            shutil.copymode(file, fresh)
        fresh.replace(file)


def _replace(files: tuple[OutputFile, ...], folder: Path) -> None:
    restore(folder, folder.parent, folder.name)
    with staged(folder.parent, folder.name, folder=True) as fresh:
        _fill(fresh, files)
        settle(fresh, folder)


def _put_folder(files: tuple[OutputFile, ...], folder: Path, workshop: Path) -> None:
    """Write a folder of people's, which is not there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with staged(workshop, folder.name, folder=True) as fresh:
        _fill(fresh, files)
        fresh.rename(folder)


def _workshops(path: Path) -> tuple[Path, ...]:
    """Where the new form of ``path`` is made: ``build/`` of the project whose ``source/`` it is in; beside it."""
    root = next((root for root in path.parents if (root / "source").is_dir()), None)
    return (root / "build", path.parent) if root and path.is_relative_to(root / "source") else (path.parent,)


def _first_that_works(workshops: tuple[Path, ...], work: Callable[[Path], None]) -> None:
    """Do the work in the first workshop, or in the next where the system refuses that one."""
    for workshop in workshops:
        try:
            workshop.mkdir(parents=True, exist_ok=True)
            return work(workshop)
        except OSError:
            if workshop == workshops[-1]:
                raise
    return None


def _unwritable(path: Path, kind: str, error: OSError) -> Problem:
    allowed = f"a {kind} that can be written to, with room on the disk"
    return Problem(str(path), 0, 0, f"cannot write: {error.strerror or error}", None, allowed)


def _fill(folder: Path, files: tuple[OutputFile, ...]) -> None:
    for file in files:
        target = folder.joinpath(*file.path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        if file.executable:
            target.chmod(target.stat().st_mode | 0o111)


def bad_paths(files: tuple[OutputFile, ...]) -> list[Problem]:
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


def _at_work_in(folder: Path) -> list[Problem]:
    """A problem where the command runs in the folder, or below it."""
    if not Path.cwd().is_relative_to(folder):
        return []
    found, allowed = "the folder in which the command runs, or one above it", "a folder that only the build writes to"
    return [Problem(str(folder), 0, 0, "this folder is not replaced", found, allowed)]
