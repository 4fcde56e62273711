"""The spreadsheets, read back by other programs: Python's csv module and openpyxl."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, datetime, timedelta

import openpyxl
import pytest
from page_samples import AS_OF, NASTY, empty_order, tracked_orders
from samples import SITE, obligation, relative, tracked

from extractor.publish.api import paths
from extractor.publish.api.csv_file import csv_file
from extractor.publish.api.data_files import api
from extractor.publish.api.records import tracked_record
from extractor.publish.api.rows import COLUMNS, row
from extractor.publish.api.workbook import LONGEST, workbook

NAMES = [
    "id", "order", "citation", "duty", "responsible", "through", "with", "due", "undated", "estimate", "deadline",
    "standing", "standing_words", "searched", "done", "evidence", "review", "quote", "page", "as_of",
    "next_due", "rounds",
]  # fmt: skip
DATES = ("due", "estimate", "searched", "done", "as_of", "next_due")
ORDERS = (*tracked_orders(), empty_order())
DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil.example/")',
    "=cmd|'/c calc'!A0",
    " =1+1",
    "\t=1+1",
    "＝1+1",
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {file.path: file.content for file in api(ORDERS, AS_OF, SITE)}


def from_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def from_workbook(content: bytes) -> list[dict[str, object]]:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [dict(zip(NAMES, (cell.value for cell in line), strict=True)) for line in sheet.iter_rows(min_row=2)]


def made(name: str, value: str | date | None) -> tuple[str | date | None, ...]:
    """A row that is empty but for one column."""
    return tuple(value if column.name == name else None for column in COLUMNS)


def test_the_columns_that_there_are():
    assert [column.name for column in COLUMNS] == NAMES
    assert len({column.heading for column in COLUMNS}) == len(NAMES)


def test_one_obligation_as_a_row(files: dict[str, bytes]):
    rows = {each["id"]: each for each in from_csv(files[paths.OBLIGATIONS_CSV])}
    assert rows["eo-99/2-b"] | {"quote": ""} == {
        "id": "eo-99/2-b", "order": "eo-99", "citation": "2(b)", "duty": "Buy brushes",
        "responsible": "Secretary of Paint", "through": "Director of Brushes", "with": "", "due": "2026-07-02",
        "undated": "", "estimate": "", "deadline": "Within 30 days of the date of this order",
        "standing": "overdue", "standing_words": "Past due, no completion found (record searched July 8, 2026)",
        "searched": "2026-07-08", "done": "", "evidence": "https://records.example/?a=1&b=2", "review": "", "quote": "",
        "page": f"{SITE}orders/eo-99/2-b/", "as_of": "2026-07-10", "next_due": "", "rounds": "",
    }  # fmt: skip
    assert rows["eo-99/2-a"]["done"] == "2026-06-10"
    assert (rows["eo-99/3-a"]["with"], rows["eo-99/3-a"]["due"]) == ("Secretary of Paint", "")
    assert (rows["eo-99/3-a"]["undated"], rows["eo-99/3-a"]["estimate"]) == (
        "runs from an event that is not on record yet", "2026-08-06",
    )  # fmt: skip
    assert rows["eo-99/3-b"]["review"] == "actor unresolved"
    assert rows["memo-prose/p1"]["searched"] == ""


def test_the_csv_is_as_rfc_4180_and_excel_have_it(files: dict[str, bytes]):
    for path in filter(lambda path: path.endswith(".csv"), files):
        content = files[path]
        assert content.startswith(b"\xef\xbb\xbf" + b",".join(name.encode() for name in NAMES) + b"\r\n"), path
        assert content.endswith(b"\r\n") and content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        assert content.count(b"\n") == 1 + len(from_csv(content)), "each row is one line"


def test_the_workbook_has_the_rows_of_the_csv(files: dict[str, bytes]):
    for path in filter(lambda path: path.endswith(".csv"), files):
        rows = from_workbook(files[path.removesuffix("csv") + "xlsx"])
        shown = [
            {name: value.date().isoformat() if isinstance(value, datetime) else value or "" for name, value in each.items()}
            for each in rows
        ]  # fmt: skip
        assert shown == from_csv(files[path]), path


def test_which_rows_stand_in_which_file(files: dict[str, bytes]):
    def ids(path: str) -> list[str]:
        return [each["id"] for each in from_csv(files[path])]

    every = [tracked.obligation.id for order in ORDERS for tracked in order.obligations]
    assert ids(paths.OBLIGATIONS_CSV) == every and len(every) == 11
    for order in ORDERS:
        assert ids(paths.order_csv(order.order.id)) == [tracked.obligation.id for tracked in order.obligations]
    assert ids(paths.agency_csv("department-of-justice")) == ["eo-99/3-c", "eo-99/3-a"]


def test_a_workbook_is_made_to_be_used(files: dict[str, bytes]):
    book = openpyxl.load_workbook(io.BytesIO(files[paths.OBLIGATIONS_XLSX]))
    (sheet,) = book.worksheets
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("B2", "A1:V12", "Obligations")
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    for place, column in enumerate(COLUMNS, start=1):
        letter = openpyxl.utils.get_column_letter(place)
        (width,) = (each.width for each in sheet.column_dimensions.values() if each.min <= place <= each.max)
        assert width == pytest.approx(column.width, abs=1)
        kinds = {type(cell.value) for cell in sheet[letter][1:]} - {type(None)}
        assert kinds <= ({datetime} if column.name in DATES else {str}), column.name
        if column.name in DATES:
            assert {cell.number_format for cell in sheet[letter][1:] if cell.value} <= {"yyyy-mm-dd"}
    assert not sheet._hyperlinks and not any(cell.hyperlink for line in sheet.iter_rows() for cell in line)
    assert book.properties.created == datetime(2026, 7, 10)


@pytest.mark.parametrize("words", [*DANGEROUS, NASTY, "日本 “x”, y", "http://example.org/", "_x0041_", "1", "nan"])
def test_no_text_becomes_a_formula_a_link_or_a_number(words: str):
    whole = tracked(obligation("2-a", relative(30), quote=words))
    rows = [row(record, AS_OF) for record in (tracked_record(whole, each) for each in whole.obligations)]
    text = " ".join(words.split())
    (in_csv,) = from_csv(csv_file(rows))
    assert in_csv["quote"] == (f"'{text}" if text[0] in "=+-@＝" else text)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(workbook(rows, "x", AS_OF))).worksheets
    cell = sheet.cell(2, NAMES.index("quote") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("day", "stored"),
    [
        (date(1900, 3, 1), datetime(1900, 3, 1)),
        (date(9999, 12, 31), datetime(9999, 12, 31)),
        (date(1900, 2, 28), "1900-02-28"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)
def test_a_day_that_no_workbook_can_hold_is_text(day: date, stored: object):
    (found,) = from_workbook(workbook([made("due", day)], "x", AS_OF))
    assert found["due"] == stored
    assert from_csv(csv_file([made("due", day)]))[0]["due"] == day.isoformat()


def test_a_cell_of_a_workbook_is_cut_where_excel_would_refuse_it():
    long = "word " * 10_000
    (found,) = from_workbook(workbook([made("quote", long.strip())], "x", AS_OF))
    assert LONGEST - 10 < len(str(found["quote"])) <= LONGEST and str(found["quote"]).endswith("word…")
    assert from_csv(csv_file([made("quote", long.strip())]))[0]["quote"] == long.strip()


def test_a_workbook_says_no_time_but_its_day():
    rows = [made("id", "eo-1/1")]
    content = workbook(rows, "Title", AS_OF)
    assert content == workbook(rows, "Title", AS_OF)
    assert content != workbook(rows, "Title", AS_OF + timedelta(days=1))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode("utf-8")
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-07-10T00:00:00Z"}


def test_without_an_address_a_row_names_the_path():
    files = {file.path: file.content for file in api(ORDERS, AS_OF)}
    assert from_csv(files[paths.OBLIGATIONS_CSV])[0]["page"] == "orders/eo-99/2-a/"
