"""The files of ``source/`` as the file system has them: which are plain files inside it, and what else lies there.

Only a regular file inside ``source/`` is ever opened: a link may lead out of the project, or to itself, and a pipe is
never read to its end.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

from extractor.problems import Problem, ProblemsFound, did_you_mean, listed

ORDER_FILE, PROGRESS_FILE = "order.md", "progress.yml"
REGISTER_FILE, CORRECTIONS_FILE = "register.yml", "corrections.yml"
KNOWN_FILES = (ORDER_FILE, PROGRESS_FILE, REGISTER_FILE, CORRECTIONS_FILE)
_UNTIL = re.compile(r"until-(\d{4}-\d{2}-\d{2})\.md", re.ASCII)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def shown(path: Path, root: Path) -> str:
    """The path as a maintainer knows it: from ``source/`` on."""
    return Path(root.name, path.relative_to(root)).as_posix() if path != root else f"{root.name}/"


def exists(path: Path) -> bool:
    """True if something has that name, be it a link that leads nowhere."""
    return path.is_symlink() or path.exists()


def read_bytes(path: Path, root: Path) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a file of ``source/`` (``root``); ``None``, with a problem, for what is no regular file inside it."""
    if unfit := _unfit(path, root, stat.S_ISREG):
        fix = "put the file itself here" if path.is_symlink() else f"put a file named {path.name} here, or remove this"
        allowed = f"a regular file inside {root.name}/"
        return None, [Problem(shown(path, root), 0, 0, "this is no file of its own", unfit, allowed, fix)]
    try:
        return path.read_bytes(), []
    except OSError as error:
        found, allowed = error.strerror or str(error), "a file that may be read"
        return None, [Problem(shown(path, root), 0, 0, "the file cannot be read", found, allowed)]


def bytes_of(file: Path) -> bytes | None:
    """The bytes of a file of an order's folder; ``None`` where there is none. Raises ``ProblemsFound`` for what is no
    regular file inside ``source/``.
    """
    if not exists(file):
        return None
    raw, problems = read_bytes(file, file.parent.parent)
    if raw is None:
        raise ProblemsFound(problems)
    return raw


def order_folders(root: Path) -> tuple[list[Path], list[Problem]]:
    """The folders of ``source/`` by name, one an order, and a problem for what lies beside them by mistake.

    Hidden ones are left out, and so are files of any other name than those of an order.
    """
    folders, problems = [], []
    for path in sorted(path for path in root.iterdir() if not path.name.startswith(".")):
        if path.is_symlink() or not path.is_file():
            unfit = _unfit(path, root, stat.S_ISDIR)
            folders += [] if unfit else [path]
            problems += [_no_folder(path, root, unfit)] if unfit else []
        elif path.name in KNOWN_FILES:
            fix = f"move it into the folder of its order, such as {root.name}/eo-14409/{path.name}"
            message = "this file belongs to no order"
            problems.append(Problem(shown(path, root), 0, 0, message, path.name, "a folder for each order", fix))
    return folders, problems


def until_file(day: date) -> str:
    """The name of the text that an order had until a day: ``until-2026-09-01.md``."""
    return f"until-{day.isoformat()}.md"


def earlier_texts(folder: Path) -> tuple[tuple[date, Path], ...]:
    """The texts that an order had before it was amended, each with the day of the amendment, the oldest first."""
    found = []
    for path in folder.iterdir():
        if day := _until(path.name):
            found.append((day, path))
    return tuple(sorted(found))


def _until(name: str) -> date | None:
    match = _UNTIL.fullmatch(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def strangers(folder: Path, root: Path) -> list[Problem]:
    """Files that nothing reads: most often a misspelt name, so that a log would be lost in silence."""
    found = sorted(
        child
        for child in folder.iterdir()
        if child.name not in KNOWN_FILES and not _until(child.name) and not child.name.startswith(".")
    )
    allowed = " or ".join(sorted(KNOWN_FILES))
    return [
        Problem(shown(child, root), 0, 0, "no part of the tracker reads this file", child.name, allowed,
                did_you_mean(child.name, KNOWN_FILES) or "remove it")
        for child in found
    ]  # fmt: skip


def no_order(folder: Path, root: Path) -> Problem:
    """The problem of a folder without an ``order.md``."""
    names = listed(sorted(child.name for child in folder.iterdir())) or "nothing"
    fix = f"add {shown(folder / ORDER_FILE, root)}, or remove the folder"
    return Problem(shown(folder, root), 0, 0, "the folder has no order.md", names, ORDER_FILE, fix)


def _no_folder(path: Path, root: Path, unfit: str) -> Problem:
    allowed, fix = f"a folder inside {root.name}/ for each order", "put the folder itself here, or remove this"
    return Problem(shown(path, root), 0, 0, "this is no folder of its own", unfit, allowed, fix)


def _unfit(path: Path, root: Path, wanted: Callable[[int], bool]) -> str:
    """What a path is, where it is not what is wanted inside ``root``; empty where it is."""
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError):  # a link to itself, or to nothing
        return f"a link that leads nowhere ({path.readlink()})" if path.is_symlink() else "nothing that can be opened"
    if not real.is_relative_to(root.resolve()):
        return f"a link that leads out of {root.name}/"
    kind = next((words for is_kind, words in _KINDS if is_kind(mode)), "a file")
    return "" if wanted(mode) else f"a link to {kind}" if path.is_symlink() else kind
