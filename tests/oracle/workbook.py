"""A workbook's first sheet (ECMA-376, SpreadsheetML) as rows of text: what a proof needs of it, without writing one.

``zipfile`` and ``ElementTree`` read the two parts that matter; a package that reads workbooks whole takes many times as long.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

_NAMES = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_FIRST = date(1899, 12, 30)  # the day before serial number 1, as Excel counts from March 1900 on


def rows_of_sheet(content: bytes) -> list[list[str]]:
    """The cells of each row by column, absent ones empty. Raises ``ValueError`` where it is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            shared = _shared(book)
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise ValueError(str(error)) from None
    return [_row(row, shared) for row in sheet.iterfind(".//x:row", _NAMES)]


def day(serial: str) -> str:
    """The day (ISO 8601) of a cell that holds a date: a serial number, or text where Excel knows no such day."""
    return (_FIRST + timedelta(days=int(float(serial)))).isoformat() if re.fullmatch(r"\d+(\.0)?", serial) else serial


def _shared(book: zipfile.ZipFile) -> list[str]:
    """The texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return ["".join(text.itertext()) for text in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]


def _row(row: ElementTree.Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row:
        cells += [""] * (_column(cell.get("r", "")) - len(cells))
        value = "".join(cell.itertext())
        cells.append(shared[int(value)] if cell.get("t") == "s" else value)
    return cells


def _column(reference: str) -> int:
    """``0`` for ``A7``, ``26`` for ``AA7``."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
