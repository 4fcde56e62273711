"""One build at a time in a project; each begins with what a build that died has left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.lock import locked
from extractor.problems import Problem, ProblemsFound
from extractor.project import Project
from extractor.publish.site import SCRATCH
from extractor.staging import remove, sweep
from extractor.write import restore_folder

WAIT = 600.0  # seconds; a build of many orders takes minutes


@contextmanager
def one_build(project: Project, waiting: Callable[[], None], wait: float = WAIT) -> Iterator[int]:
    """Hold the project's ``build/`` for this build alone, with no trace of a dead one, while the block runs.

    Waits up to ``wait`` seconds for another build and tells of it once, through ``waiting``; then raises
    ``ProblemsFound``. The block is given the lock's open file, for the programs that it starts.
    """
    workshop = project.docs.parent
    with ExitStack() as held:
        try:
            workshop.mkdir(parents=True, exist_ok=True)
            lock = held.enter_context(locked(workshop, wait, waiting))
            _clear(project, workshop)
        except OSError as error:
            message, allowed = f"cannot build here: {error.strerror or error}", "a folder that can be written to"
            raise ProblemsFound([Problem(str(workshop), 0, 0, message, None, allowed)]) from error
        yield lock


def _clear(project: Project, workshop: Path) -> None:
    """Bring back or remove what a build left that died between two steps."""
    for folder in (project.docs, project.site.resolve()):
        restore_folder(folder)
    sweep(workshop)
    for name in SCRATCH:
        remove(workshop / name)
