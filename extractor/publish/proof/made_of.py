"""Which pages, calendars and data a finished site was made of: a digest, kept beside them and not on the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from extractor.model import OutputFile
from extractor.problems import ProblemsFound
from extractor.write import write_one

MARK = "site.sha256"


def digest(files: Iterable[OutputFile]) -> str:
    """The SHA-256 of all paths and contents: of one record, as of one day, for one address, it is always the same."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda each: each.path):
        whole.update(f"{hashlib.sha256(file.content).hexdigest()}  {file.path}\n".encode())
    return whole.hexdigest()


def remember(workshop: Path, made_of: str) -> None:
    """Keep the digest of the site that has just taken its place. A system that refuses costs no more than a proof."""
    with suppress(ProblemsFound):
        write_one(workshop / MARK, f"{made_of}\n".encode())


def forget(workshop: Path) -> None:
    """The site is about to be replaced: from now on nobody knows what it was made of."""
    (workshop / MARK).unlink(missing_ok=True)


def remembered(workshop: Path) -> str:
    """The digest of what the site was made of; empty where nobody knows."""
    try:
        return (workshop / MARK).read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
