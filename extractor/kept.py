"""What one build keeps in ``build/`` for the next, so that what has not changed is not made again.

A file's first line is the SHA-256 of the rest: whatever was damaged counts as not there. Where ``CI`` is set, as hosts of
workflows do, nothing is kept or believed: a pull request may bring a ``build/`` of its own.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from extractor.problems import ProblemsFound
from extractor.write import write_one


def untrusted() -> bool:
    """True where nothing is kept or believed."""
    return bool(os.environ.get("CI"))


def kept(file: Path) -> bytes:
    """What a file holds; nothing where there is none, or where one byte of it is not as it was written."""
    if untrusted():
        return b""
    try:
        digest, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return b""
    return content if digest == digest_of(content) else b""


def keep(file: Path, content: bytes) -> None:
    """Keep a content for the next build. A system that refuses costs no more than making it again."""
    if not untrusted():
        with suppress(ProblemsFound):
            write_one(file, digest_of(content) + b"\n" + content)


def digest_of(content: bytes) -> bytes:
    """The SHA-256 of a content, as 64 letters."""
    return hashlib.sha256(content).hexdigest().encode()
