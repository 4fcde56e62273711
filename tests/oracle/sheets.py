"""The data as spreadsheets, CSV and workbooks: of all, of each order, of each agency; a row for each obligation."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial

from extractor.problems import Problem
from oracle.compare import bare, members, missing_file, same
from oracle.expected import Record, Wanted, late_kind
from oracle.finished import Finished
from oracle.records import FOLDER
from oracle.workbook import day, rows_of_sheet

Groups = dict[str, list[Wanted]]  # path without its ending → the obligations that the file holds
_HEADINGS = {"standing in words": "standing_words", "last searched": "searched", "done on": "done", "as of": "as_of"}
"""What a workbook calls some of the columns → the name in CSV."""


def _sheets(record: Record) -> Groups:
    """The spreadsheets that there are."""
    groups = {f"{FOLDER}obligations": list(record.wanted)}
    groups |= {f"{FOLDER}orders/{order.order.id}": list(record.of_order(order)) for order in record.orders}
    return groups | {f"{FOLDER}agencies/{agency}": list(record.carried_in(agency)) for agency in record.agencies}


def csv_files(record: Record, site: Finished) -> Iterator[Problem]:
    """The rows of each CSV file (RFC 4180)."""
    yield from _proved_sheets(record, site, ".csv", _csv_rows, str)


def workbooks(record: Record, site: Finished) -> Iterator[Problem]:
    """The rows of each workbook's first sheet."""
    yield from _proved_sheets(record, site, ".xlsx", rows_of_sheet, day)


def _csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline="")))


def _proved_sheets(
    record: Record, site: Finished, ending: str, read: Callable[[bytes], list[list[str]]], day_of: Callable[[str], str]
) -> Iterator[Problem]:
    for name, wanted in _sheets(record).items():
        path = f"{name}{ending}"
        if (content := site.content(path)) is None:
            yield missing_file(path, "a spreadsheet")
            continue
        try:
            heads, *rows = read(content)
        except ValueError as error:
            yield Problem(path, 0, 0, "this is no spreadsheet", str(error))
            continue
        yield from _sheet(path, wanted, _by_head(heads, rows), day_of, record)


def _by_head(heads: list[str], rows: list[list[str]]) -> list[dict[str, str]]:
    names = [_HEADINGS.get(name, name) for name in (head.strip().lower() for head in heads)]
    return [dict(zip(names, row, strict=False)) for row in rows]


def _sheet(
    path: str, wanted: list[Wanted], rows: list[dict[str, str]], day_of: Callable[[str], str], record: Record
) -> Iterator[Problem]:
    yield from members(path, [each.id for each in wanted], [row.get("id", "") for row in rows])
    for row in rows:
        if each := record.by_id.get(row.get("id", "")):
            yield from _row(path, each, row, day_of)


def _row(path: str, each: Wanted, row: dict[str, str], day_of: Callable[[str], str]) -> Iterator[Problem]:
    check = partial(same, path, each.id)
    yield from check("due date", each.due, day_of(row.get("due", "")))
    yield from check("standing", each.standing.value, row.get("standing", ""))
    yield from check("standing in words", each.late, late_kind(row.get("standing_words", "")))
    yield from check("last search", each.searched, day_of(row.get("searched", "")))
    yield from check("day of completion", each.completed, day_of(row.get("done", "")))
    yield from check("day of the standing", each.of.as_of.isoformat(), day_of(row.get("as_of", "")))
    responsible = bare("; ".join(each.obligation.responsible))
    yield from check("responsible", responsible, bare(row.get("responsible", "")))
