"""What is not finished yet: hidden files and folders that take their place in one step, or are cleared away later.

A command makes the new thing under a hidden name, ``.docs.5f3a09c1.new``, and holds its lock meanwhile. When it is
whole it takes the old one's place. Whatever moment the process dies at, the old thing or the new one is whole; a
hidden name that no living process holds is what a dead one left, and ``sweep`` removes it.
"""

from __future__ import annotations

import glob
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.lock import locked
from extractor.problems import ProblemsFound

_TRIES = 20  # a sweep can take a fresh thing away between its making and its locking


@contextmanager
def staged(workshop: Path, name: str, *, folder: bool = False) -> Iterator[Path]:
    """A new empty file or ``folder`` in ``workshop``, under a hidden name that no other process has.

    At the end of the block it is removed if it is still there. Raises ``OSError`` when the system refuses.
    """
    with ExitStack() as held:
        path = _fresh(workshop, name, folder, held)
        held.callback(remove, path)
        yield path


def _fresh(workshop: Path, name: str, folder: bool, held: ExitStack) -> Path:
    """A new file or folder whose lock ``held`` keeps."""
    for _ in range(_TRIES):
        path = workshop / f".{name}.{secrets.token_hex(4)}.new"
        path.mkdir() if folder else path.touch(exist_ok=False)
        try:
            held.enter_context(locked(path))
        except FileNotFoundError:
            continue
        if path.exists():
            return path
    raise OSError(f"no fresh name can be kept in {workshop}")


def sweep(workshop: Path, name: str | None = None) -> None:
    """Remove what dead processes left under hidden names in ``workshop``: for one ``name``, or for all."""
    pattern = f".{glob.escape(name)}.*.new" if name else ".*.new"
    for path in sorted(workshop.glob(pattern)):
        try:
            with locked(path, wait=0):
                remove(path)
        except (ProblemsFound, FileNotFoundError):
            continue  # a living process holds it, or has just ended with it


def take_place(fresh: Path, folder: Path, aside: Path) -> None:
    """The folder ``fresh`` becomes ``folder``; what stood there is removed.

    Where the system can exchange two names in one step, there is no moment without ``folder``. Elsewhere the old one
    steps ``aside`` between two renames, from where ``restore`` brings it back if the process dies there.
    """
    if folder.exists():
        if exchanged(fresh, folder):
            return remove(fresh)
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        restore(folder, aside)
        raise
    _put_away(aside, fresh)
    return None


def restore(folder: Path, aside: Path) -> None:
    """Bring the old folder back where a process died between its two renames; else remove what it left aside."""
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    with_new_name = aside.with_name(f"{aside.name}.{secrets.token_hex(4)}.new")
    _put_away(aside, with_new_name)


def _put_away(aside: Path, doomed: Path) -> None:
    """Remove what stands aside; first under a name that nothing is restored from, for a removal can be cut short."""
    if aside.exists() or aside.is_symlink():
        aside.rename(doomed)
        remove(doomed)


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder; one that is not there is no matter."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two names in one step; ``False``, with nothing changed, where the system or its disk cannot.

    Linux has ``renameat2(…, RENAME_EXCHANGE)``, macOS ``renamex_np(…, RENAME_SWAP)``; both flags are 2.
    """
    import ctypes

    if sys.platform not in ("linux", "darwin"):
        return False
    library, names = ctypes.CDLL(None, use_errno=True), (os.fsencode(one), os.fsencode(other))
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, 2) == 0)
        at_work = -100  # AT_FDCWD: names are seen from the working directory
        return bool(library.renameat2(at_work, names[0], at_work, names[1], 2) == 0)
    except AttributeError:  # an older C library
        return False
