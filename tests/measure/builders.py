"""Two sites that were built from the same record: what differs between them for a reader, a subscriber, a program.

Each generator has its own search and its own assets; these are furniture, and nobody's address.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from extractor.made_here import LIST
from measure.page import Page, pages

FURNITURE = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "search/search_index.json", "search.json")
# Each generator has a layout of its own of the map, and the one packs it too; the list names the furniture as well.
OTHERWISE_MADE = ("sitemap.xml", "sitemap.xml.gz", LIST)


def differences(one: Path, other: Path) -> list[str]:
    """A line for each file that only one site has, each page that reads otherwise, each other file with other bytes."""
    first, second = _files(one), _files(other)
    lines = [f"{path}: only in one of them" for path in sorted(first ^ second)]
    pages_of_one, pages_of_other = pages(one), pages(other)
    for path in sorted(first & second):
        if path in pages_of_one:
            lines += [f"{path}: {what}" for what in _otherwise(path, pages_of_one[path], pages_of_other[path])]
        elif (one / path).read_bytes() != (other / path).read_bytes():
            lines.append(f"{path}: other bytes")
    return lines


def _files(site: Path) -> set[str]:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {path for path in paths if not path.startswith(FURNITURE) and path not in OTHERWISE_MADE}


def _otherwise(path: str, one: Page, other: Page) -> list[str]:
    """What of a page differs: its title, its description, the words, the links and the anchors of its article."""
    lines = []
    for name in ("title", "description", "words", "places"):
        if getattr(one, name) != getattr(other, name):
            lines.append(f"{name}: {_first_difference(getattr(one, name), getattr(other, name))}")
    if _targets(path, one) != _targets(path, other):
        lines.append(f"links: {_first_difference(_targets(path, one), _targets(path, other))}")
    return lines


def _targets(path: str, page: Page) -> list[str]:
    """Where the links lead, in their order, seen from the top of a host."""
    return [urljoin(f"https://site.example/{path}", link) for link in page.links]


def _first_difference(one: Sequence[str], other: Sequence[str]) -> str:
    """Both from where they part, cut short."""
    at = next((at for at, (a, b) in enumerate(zip_longest(one, other)) if a != b), 0)
    return f"{one[at : at + 60]!r}, {other[at : at + 60]!r}"
