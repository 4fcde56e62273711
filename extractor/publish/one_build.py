"""One build at a time in a project; each command begins by bringing back what a build that died has put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from extractor.lock import build_lock, locked, source_lock
from extractor.made_here import real_place
from extractor.problems import Problem, ProblemsFound
from extractor.project import Project
from extractor.staging import clear, left_over, restore

WAIT = 600.0  # seconds; a build of many orders takes minutes


@contextmanager
def one_build(project: Project, waiting: Callable[[], None], wait: float = WAIT) -> Iterator[None]:
    """Hold the project's ``build/`` for this build alone, with no trace of a dead one, while the block runs.

    Waits up to ``wait`` seconds for another build and tells of it once, through ``waiting``; then raises
    ``ProblemsFound``.
    """
    with ExitStack() as held:
        held.enter_context(locked(build_lock(project.root), wait, waiting))
        try:
            _bring_back(project)
            _clear(project)
        except OSError as error:
            message, allowed = f"cannot build here: {error.strerror or error}", "a folder that can be written to"
            raise ProblemsFound([Problem(str(project.docs.parent), 0, 0, message, None, allowed)]) from error
        yield


def recover(project: Project) -> None:
    """Bring back a site or pages that a build put aside just before it died. A build that lives sees to it itself."""
    with suppress(ProblemsFound, OSError):
        if any(left_over(workshop, "old", name) for _, workshop, name in _places(project)):
            with locked(build_lock(project.root), wait=0):
                _bring_back(project)


def _bring_back(project: Project) -> None:
    for folder, workshop, name in _places(project):
        restore(folder, workshop, name)


def _clear(project: Project) -> None:
    """Remove what was not finished, in ``build/`` and beside a site that stands elsewhere."""
    with locked(source_lock(project.source)):
        clear(project.docs.parent)
    site = real_place(project.site)
    clear(site.parent, site.name)


def _places(project: Project) -> tuple[tuple[Path, Path, str], ...]:
    """Each folder that is replaced as a whole, where its new form is made, and under which name."""
    workshop, site = project.docs.parent, real_place(project.site)
    return (project.docs, workshop, "docs"), (site, workshop, "site"), (site, site.parent, site.name)
