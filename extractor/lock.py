"""One process at a time: a lock that the system takes back when its process ends, however it ends.

A project has two locks, each an empty file in its ``build/`` while it is held: one for a build, one for changes of
``source/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from extractor.problems import Problem, ProblemsFound

WAIT = 30.0  # seconds, for writes that take a fraction of one


def build_lock(root: Path) -> Path:
    """The lock of the project in ``root`` that a build holds."""
    return root / "build" / ".build.lock"


def source_lock(source: Path) -> Path:
    """The lock of a project's folder ``source``, which whoever changes a file in it holds."""
    return source.parent / "build" / ".source.lock"


@contextmanager
def locked(file: Path, wait: float = WAIT, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the lock ``file`` for this process alone while the block runs.

    Waits up to ``wait`` seconds for another process to let go; then, or where the system refuses the file, raises
    ``ProblemsFound``. ``waiting`` is called once if there is anything to wait for. Not re-entrant.
    """
    lock = FileLock(file)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if waiting:
                waiting()
            lock.acquire(timeout=wait)
    except Timeout:
        raise _refused(
            file, "another tracker command is at work here", "wait until it has ended, then try again"
        ) from None
    except OSError as error:
        message = f"the lock cannot be held: {error.strerror or error}"
        raise _refused(file, message, "let this folder be written to") from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes the file when the lock is let go
            file.unlink()  # while it is held: whoever waits for it sees that it is gone, and makes it anew
        lock.release()


def _refused(file: Path, message: str, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(str(file.parent), 0, 0, message, None, "one command at a time", fix)])
