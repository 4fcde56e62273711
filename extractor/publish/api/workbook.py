"""Rows as an Excel workbook (ISO/IEC 29500): dates that are dates, a header that stays in view, filters on it.

Text is written as text: no value becomes a formula or a link, whatever it begins with. The workbook says no time but
the day of the record, so that the same rows give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from extractor.publish.api.rows import COLUMNS, Row
from extractor.publish.wording import cut

SHEET = "Obligations"
LONGEST = 32_767  # characters that a cell can hold
_FIRST_DAY = date(1900, 3, 1)  # from which on all spreadsheets count alike; an earlier day is written as text


def workbook(rows: Iterable[Row], title: str, as_of: date) -> bytes:
    """One sheet with a header and the rows. ``title`` and ``as_of`` stand in the file's properties."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    created = datetime.combine(as_of, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "comments": f"As of {as_of.isoformat()}. Unofficial.", "created": created})
    sheet = book.add_worksheet(SHEET)
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    _head(sheet, book.add_format({"bold": True, "bottom": 1, "valign": "top"}))
    number = 0
    for number, row in enumerate(rows, start=1):
        _write(sheet, number, row, day)
    sheet.autofilter(0, 0, number, len(COLUMNS) - 1)
    book.close()
    return content.getvalue()


def _head(sheet: Worksheet, bold: Format) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, bold)
    sheet.freeze_panes(1, 1)


def _write(sheet: Worksheet, number: int, row: Row, day: Format) -> None:
    for place, value in enumerate(row):
        if isinstance(value, date) and value >= _FIRST_DAY:
            sheet.write_datetime(number, place, datetime.combine(value, time()), day)
        elif value is not None:
            sheet.write_string(number, place, cut(str(value), LONGEST))
