"""What is not finished yet: hidden files and folders, which take their place at the end or are cleared away later.

A new thing is made under a hidden name, ``.docs.5f3a09c1.new``. When it is whole, the old one steps aside, to
``.docs.5f3a09c1.old``, and the new one takes its name. A process that dies between these two renames leaves nothing
under the name until ``restore`` brings the old one back, as every command does when it begins.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.made_here import not_made_here
from extractor.problems import ProblemsFound

_HIDDEN = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}\.(?P<kind>new|old)")


@contextmanager
def staged(workshop: Path, name: str, *, folder: bool = False) -> Iterator[Path]:
    """A new empty file or ``folder`` in ``workshop``, under a hidden name that no other process has.

    At the end of the block it is removed if it is still there. Raises ``OSError`` when the system refuses.
    """
    path = workshop / f".{name}.{secrets.token_hex(4)}.new"
    path.mkdir() if folder else path.touch(exist_ok=False)
    try:
        yield path
    finally:
        remove(path)


def take_place(fresh: Path, folder: Path) -> None:
    """The folder ``fresh``, which is ``staged``, becomes ``folder``; what stood there is removed, if it was made here.

    Raises ``ProblemsFound`` where it was not, and ``OSError`` where the system refuses; the old folder is then there.
    """
    if problems := not_made_here(folder):
        raise ProblemsFound(problems)
    if not folder.exists():
        fresh.rename(folder)
        return
    aside = folder.rename(fresh.with_suffix(".old"))
    try:
        fresh.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    _put_away(aside)


def restore(folder: Path, workshop: Path, name: str) -> None:
    """Bring back the old ``folder``, whose new one was ``staged`` under ``name``, if a process died between the renames.

    Where the new one has taken its place, what still stands aside is removed.
    """
    for aside in left_over(workshop, "old", name):
        _put_away(aside) if folder.exists() else aside.rename(folder)


def clear(workshop: Path, name: str | None = None) -> None:
    """Remove what dead processes left unfinished in ``workshop``: for one ``name``, or for all.

    To be called where no living process can be at work on it, which is what the locks are for.
    """
    for path in left_over(workshop, "new", name):
        remove(path)


def left_over(workshop: Path, kind: str, name: str | None = None) -> list[Path]:
    """What stands in ``workshop`` under hidden names of a ``kind``, ``new`` or ``old``: for one ``name``, or for all."""
    found = ((path, _HIDDEN.fullmatch(path.name)) for path in sorted(workshop.glob(f".*.{kind}")))
    return [path for path, hidden in found if hidden and name in (None, hidden["name"])]


def _put_away(aside: Path) -> None:
    """Remove what stands aside; first under a name that nothing is restored from, for a removal can be cut short."""
    remove(aside.rename(aside.with_suffix(".new")))


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder; one that is not there is no matter."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
