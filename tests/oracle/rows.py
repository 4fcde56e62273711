"""The rows of duties that several pages have, read back: whose they are, when they are due, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from extractor.problems import Problem
from oracle.compare import members, same
from oracle.expected import FACES, SAID_OVER, Record, Wanted, late_kind
from oracle.finished import Page, day_of

_MARK = re.compile(r"standing--([a-z-]+)")
_LATE = "overdue"
_LAST_NUMBER = re.compile(r"(\d+)\D*$")


@dataclass(frozen=True)
class Row:
    """One row. ``due`` is the day that it shows, ``sorted_by`` the one that the page's script sorts by; ``standing`` is
    what it shows, ``facets`` what it can be narrowed by; ``part`` is the part of the list that it stands in: its id, then
    its title.
    """

    id: str
    due: str
    sorted_by: str
    standing: str
    facets: frozenset[str]
    part: tuple[str, str]


def rows_of(page: Page, table: str = "") -> list[Row]:
    """Every row of the page's lists of duties; ``table`` may select some of them."""
    return [_row(page, each) for each in page.all(f"{table} tr[data-due]")]


def _row(page: Page, row: LexborNode) -> Row:
    return Row(
        page.duty(row.css_first(".cell-duty a")),
        day_of(row.css_first(".cell-due > time")),
        row.attributes.get("data-due") or "",
        shown_standing(row),
        frozenset((row.attributes.get("data-standing") or "").split()),
        _part(row),
    )


def _part(row: LexborNode) -> tuple[str, str]:
    above = row.parent
    while above is not None:
        if "list-part" in (above.attributes.get("class") or ""):
            title = above.css_first("summary")
            return above.attributes.get("id") or "", title.text() if title else ""
        above = above.parent
    return "", ""


def shown_standing(node: LexborNode | None) -> str:
    """The key of the standing that an element shows by its mark's class; of what is past due its words must say the same.

    ``overdue`` alone is no key: the shape says one thing of the search, and the words another or nothing.
    """
    mark = node.css_first("[class*='standing--']") if node else None
    face = face_of(mark)
    if mark is None or not face.startswith(_LATE):
        return face
    told = late_kind(mark.text()) or late_kind(node.text() if node else "")
    return told if FACES.get(told) == face else _LATE


def face_of(mark: LexborNode | None) -> str:
    """The end of a mark's class: ``overdue-unsearched`` has a shape of its own, for both kinds that nobody searched."""
    found = _MARK.search(mark.attributes.get("class") or "") if mark else None
    return found[1] if found else ""


def proved_rows(file: str, wanted: Iterable[Wanted], rows: Iterable[Row], record: Record) -> Iterator[Problem]:
    """The rows are those of ``wanted``, each once, with its due date and standing."""
    rows = tuple(rows)
    yield from members(file, [each.id for each in wanted], [row.id for row in rows])
    for row in rows:
        if each := record.by_id.get(row.id):
            yield from same(file, row.id, "due date", each.due, row.due)
            yield from same(file, row.id, "due date that the list is sorted by", each.due, row.sorted_by)
            yield from same(file, row.id, "standing", each.key, row.standing)
            facets = {each.key} if each.key == SAID_OVER else {each.key, each.standing.replace(" ", "-")}
            yield from same(file, row.id, "standing that the list is narrowed by", facets, row.facets)


def numbers_by_standing(nodes: Iterable[LexborNode], number: str = "", link: str = "") -> dict[str, int]:
    """Each element's last number, added up by the key of the standing. ``number`` selects the part that shows it, else all
    of it does.

    The standing is that of the element's mark, or with ``link`` the one that the link of this selector asks for.
    """
    found: dict[str, int] = {}
    for node in nodes:
        count = last_number(node.css_first(number) if number else node)
        standing = _asked_for(node.css_first(link)) if link else shown_standing(node)
        if count and standing:
            found[standing] = found.get(standing, 0) + count
    return found


def _asked_for(link: LexborNode | None) -> str:
    key = re.search(r"[?&]standing=([a-z-]+)", (link.attributes.get("href") or "") if link else "")
    return key[1] if key else ""


def last_number(node: LexborNode | None) -> int:
    """The last number that an element shows; 0 for none."""
    found = _LAST_NUMBER.search(node.text()) if node else None
    return int(found[1]) if found else 0
