"""Rows as CSV that every spreadsheet opens by a double click: RFC 4180 in UTF-8, with a mark that says so."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from extractor.publish.api.rows import COLUMNS, Row, Value

MARK = "\ufeff"  # by which Excel knows UTF-8
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones count where Japanese is set


def csv_file(rows: Iterable[Row]) -> bytes:
    """The header and the rows: lines end in CR LF, a field is quoted where it must be, dates are ISO 8601."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(column.name for column in COLUMNS)
    lines.writerows([_cell(value) for value in row] for row in rows)
    return (MARK + text.getvalue()).encode("utf-8")


def _cell(value: Value) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text."""
    if value is None:
        return ""
    words = value if isinstance(value, str) else value.isoformat()
    return f"'{words}" if words.startswith(_BEGINS_A_FORMULA) else words
