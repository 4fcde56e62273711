"""The comment by which a file of ``source/`` names its schema to editors that know the YAML language server."""

from __future__ import annotations

FOLDER = ".github/schemas"  # of a project, where the first lines of its files look for them


def first_line(name: str) -> str:
    """The line for a file in a folder of ``source/`` whose schema is ``name``, such as ``progress``."""
    return f"# yaml-language-server: $schema=../../{FOLDER}/{name}.schema.json"
