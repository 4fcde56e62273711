"""A change of an order's ``progress.yml`` on disk: one process at a time, whole or not at all."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

from extractor.lock import locked, source_lock
from extractor.problems import visible
from extractor.source.source_files import PROGRESS_FILE, bytes_of
from extractor.write import write_one

Edit = Callable[[bytes | None], bytes]  # the file's bytes, None where there is no file → the new bytes


def revise_log(folder: Path, edit: Edit, dry_run: bool = False) -> str:
    """Put the log of the order in ``folder`` through ``edit`` and write it; the difference, empty where there is none.

    The file is read and written under the lock of ``source/``, so that of several processes none overwrites another's
    change. Raises ``ProblemsFound``, with the file as it was, when ``edit`` does or the system refuses to write.
    With ``dry_run`` nothing is written.
    """
    file = folder / PROGRESS_FILE
    with locked(source_lock(folder.parent)):
        old = bytes_of(file)
        new = edit(old)
        if new != old and not dry_run:
            write_one(file.resolve(), new)  # of a link, the file behind it
    return difference(old or b"", new, Path(folder.parent.name, folder.name, PROGRESS_FILE).as_posix())


def difference(old: bytes, new: bytes, file: str) -> str:
    """A unified difference as ``git diff`` shows it, without signs that a terminal would obey."""
    before, after = (raw.decode("utf-8", "replace").splitlines() for raw in (old, new))
    found = difflib.unified_diff(before, after, f"a/{file}", f"b/{file}", lineterm="")
    return "\n".join(visible(line) for line in found)
