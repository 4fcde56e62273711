"""One process at a time in a folder: a lock that the system takes back when its process ends, however it ends.

On systems with ``flock`` the folder itself is locked, so that no file is left behind. Elsewhere a file among the
system's temporary ones, named after the folder, is locked in its place.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.problems import Problem, ProblemsFound

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

WAIT = 30.0  # seconds, for writes that take a fraction of one
_PAUSE = 0.02  # seconds between two tries


@contextmanager
def locked(folder: Path, wait: float = WAIT, waiting: Callable[[], None] | None = None) -> Iterator[int]:
    """Hold ``folder`` (which exists; a file will do) for this process alone while the block runs.

    Waits up to ``wait`` seconds for another process to let go; then raises ``ProblemsFound``. ``waiting`` is called
    once if there is anything to wait for. The block is given the open file: a child process that inherits it holds the
    lock too, as long as it lives. The lock is advisory and not re-entrant.
    """
    handle = _open(folder)
    try:
        if not _taken(handle):
            if waiting:
                waiting()
            _take(handle, folder, time.monotonic() + wait)
        yield handle
    finally:
        os.close(handle)  # closing lets the lock go


def _open(folder: Path) -> int:
    if fcntl:
        return os.open(folder, os.O_RDONLY)
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return os.open(Path(tempfile.gettempdir()) / f"tracker-{name}.lock", os.O_RDWR | os.O_CREAT)


def _take(handle: int, folder: Path, until: float) -> None:
    while not _taken(handle):
        if time.monotonic() >= until:
            fix = "wait until it has ended, then try again"
            raise ProblemsFound(
                [Problem(str(folder), 0, 0, "another tracker command is at work here", None, "one at a time", fix)]
            )
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
