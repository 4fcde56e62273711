"""What this program made: each folder that it replaces as a whole holds a list of what it put there.

The list is in the folder itself, so it moves, dies and is copied with it. A folder without one, and one to which
anything was added since, holds work of somebody else: by whatever road it is reached, it is left as it is.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from extractor.problems import Problem, ProblemsFound

LIST = ".made-by-tracker"
_HEAD = "This folder is replaced as a whole by tracker build, as long as it holds nothing but these files:"
_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # that file managers leave wherever they look
_NAMED = 3  # files that a message names


def real_place(path: Path) -> Path:
    """The absolute path with every link followed. Raises ``ProblemsFound`` where a link leads to itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # the latter: before Python 3.13
        message, allowed = "this link leads nowhere", "a folder, or a link to one"
        raise ProblemsFound([Problem(str(path), 0, 0, message, None, allowed, "remove the link")]) from None


def sign(folder: Path) -> None:
    """Put the list of everything in ``folder``, which was just made, into it. Raises ``OSError``."""
    names = sorted(name for name in _names(folder) if name != LIST)
    (folder / LIST).write_text("\n".join((_HEAD, "", *names, "")), "utf-8")


def not_made_here(folder: Path) -> list[Problem]:
    """A problem where ``folder`` may not be replaced, for it is a file or holds what this program did not put there.

    One that is not there, or is empty, may be. Raises ``OSError`` where the system does not let it be read.
    """
    if not os.path.lexists(folder):
        return []
    if not folder.is_dir():
        return [_refused(folder, "this is no folder", None)]
    if others := _others(folder):
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        return [
            _refused(folder, "this folder holds what tracker build did not make", ", ".join(others[:_NAMED]) + more)
        ]
    return []


def _others(folder: Path) -> list[str]:
    """What in ``folder`` is on no list: each path, or its top alone where there is no list at all."""
    if listed := _listed(folder):
        return sorted(name for name in _names(folder) if _folded(name) not in listed)
    return sorted(name for name in os.listdir(folder) if name not in _OF_SYSTEMS)


def _refused(folder: Path, message: str, found: str | None) -> Problem:
    allowed = f"nothing there, an empty folder, or one that an earlier build made (it has the list {LIST})"
    fix = "move these files away if they are yours; if all of it is an old site, delete the folder"
    return Problem(str(folder), 0, 0, f"{message}, and is not replaced", found, allowed, fix)


def _listed(folder: Path) -> set[str]:
    """The names on the folder's list and of the folders above them; none where there is no list of this program."""
    try:
        head, *names = (folder / LIST).read_text("utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return set()
    paths = [PurePosixPath(_folded(name)) for name in (LIST, *names)] if head == _HEAD else []
    return {str(each) for path in paths for each in (path, *path.parents)}


def _names(folder: Path) -> Iterator[str]:
    """Every file, link and empty folder in ``folder`` and below, with forward slashes; no link is followed."""
    for above, folders, files in os.walk(folder, onerror=_raised):
        here = Path(above).relative_to(folder)
        links = [name for name in folders if os.path.islink(os.path.join(above, name))]
        yield from ((here / name).as_posix() for name in (*links, *files) if name not in _OF_SYSTEMS)
        if not folders and not files and above != os.fspath(folder):
            yield here.as_posix()


def _raised(error: OSError) -> None:
    raise error


def _folded(name: str) -> str:
    """A name as every file system gives it back: some write an accent as a sign of its own."""
    return unicodedata.normalize("NFC", name)
