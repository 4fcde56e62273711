"""The data, read back: JSON, CSV (RFC 4180), workbooks (ECMA-376) and plain texts."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

from extractor.publish.api.rows import COLUMNS
from extractor.publish.proof.held import Read, text_of

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST = date(1899, 12, 30)  # the day before serial number 1, as Excel counts from March 1900 on
_FIELDS = {"due date": "due", "reason for no date": "undated", "standing": "standing", "status": "status"}
_FIELDS |= {"day of completion": "completed"}
_COLUMNS = {"due date": "due", "standing": "standing", "day of completion": "done", "day": "as_of"}
_PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
OF_OFFICIAL, OF_AGENCY = ("leads", "through", "consulted"), ("offices", "carries", "consulted")


def records(content: bytes, path: str) -> Read:
    """The obligations of a file of many or of one, each with the day of the file."""
    whole = json.loads(content)
    for each in [whole["obligation"]] if "obligation" in whole else whole["obligations"]:
        said = {name: text_of(each.get(field)) for name, field in _FIELDS.items()}
        yield text_of(each.get("id")), {**said, "day": text_of(whole.get("as_of"))}


def passages(content: bytes, path: str) -> Read:
    """What obliges nobody, and what is unread, each as often as it stands there."""
    whole = json.loads(content)
    found = [*whole["not_obligations"], *whole.get("unread", ())]
    yield from numbered((each["order"], each["citation"], each["span"]["start"], each["span"]["end"]) for each in found)


def numbered(places: Iterable[tuple[str, str, int, int]]) -> Iterator[tuple[str, dict[str, str]]]:
    """Order, citation and span of passages → a name for each place, with the number of passages that have it."""
    for (order, citation, start, end), times in Counter(places).items():
        yield f"{order} {citation}, {start} to {end}", {"number of passages": str(times)}


def changes(content: bytes, path: str) -> Read:
    """The changes of the record by their identifiers."""
    for each in json.loads(content)["changes"]:
        yield each["id"], {"day": each["recorded"], "kinds": " ".join(each["kinds"])}


def orders(content: bytes, path: str) -> Read:
    """The list of the orders."""
    for each in json.loads(content)["orders"]:
        yield (
            each["id"],
            {"number of obligations": text_of(each["obligations"]), "last search": text_of(each["checked"])},
        )


def officials(content: bytes, path: str) -> Read:
    """The offices with the ids of what each leads, what is done through it, what it is consulted on."""
    yield from _offices(json.loads(content)["officials"], OF_OFFICIAL)


def agencies(content: bytes, path: str) -> Read:
    """The agencies with their offices and the ids of what these carry and are consulted on."""
    yield from _offices(json.loads(content)["agencies"], OF_AGENCY)


def _offices(found: list[dict[str, Any]], lists: tuple[str, ...]) -> Read:
    for each in found:
        yield each["slug"], {f"list “{name}”": " ".join(sorted(each[name])) for name in lists}


def search(content: bytes, path: str) -> Read:
    """The addresses that the search leads to."""
    for found in json.loads(content).values():
        yield from ((text_of(each.get("address")), {}) for each in found)


def text(content: bytes, path: str) -> Read:
    """A plain text, as one whole."""
    yield "text", {"SHA-256": hashlib.sha256(content).hexdigest()}


def csv_rows(content: bytes, path: str) -> Read:
    """The rows of a CSV file."""
    yield from _rows(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def workbook_rows(content: bytes, path: str) -> Read:
    """The rows of a workbook's first sheet; two parts of it say all that is proved."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            shared = ["".join(each.itertext()) for each in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from None
    yield from _rows(_cells(row, shared) for row in sheet.iterfind(f".//{_SHEET}row"))


def _rows(lines: Iterable[list[str]]) -> Read:
    """The rows under the heading: of each its id, and the columns that are proved."""
    for row in list(lines)[1:]:
        cell = {name: row[place] if place < len(row) else "" for name, place in _PLACES.items()}
        yield cell["id"], {name: _plain(cell[column]) for name, column in _COLUMNS.items()}


def _cells(row: ElementTree.Element, shared: list[str]) -> list[str]:
    """The cells of a row by column, absent ones empty."""
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


def _plain(cell: str) -> str:
    """A cell as text: a serial number is a day, in ISO 8601."""
    return (_FIRST + timedelta(days=int(float(cell)))).isoformat() if re.fullmatch(r"\d+(\.0)?", cell) else cell
