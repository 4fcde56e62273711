"""The spreadsheets: all obligations, those of each order, and what each agency carries, as CSV and as workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from extractor.model import OutputFile
from extractor.publish.agencies import Agency
from extractor.publish.api import paths
from extractor.publish.api.csv_file import csv_file
from extractor.publish.api.record_model import TrackedObligation
from extractor.publish.api.rows import Row, row
from extractor.publish.api.workbook import workbook


def spreadsheets(
    records: Mapping[str, tuple[TrackedObligation, ...]], agencies: tuple[Agency, ...], as_of: date
) -> Iterator[OutputFile]:
    """Two files for all, for each order (``records`` by its id), and for each agency. Each row is made once."""
    rows = {order: {record.id: row(record, as_of) for record in found} for order, found in records.items()}
    by_id = {name: each for found in rows.values() for name, each in found.items()}
    yield from _both(paths.OBLIGATIONS_CSV, paths.OBLIGATIONS_XLSX, list(by_id.values()), "All obligations", as_of)
    for order, found in rows.items():
        title = f"Obligations of {order}"
        yield from _both(paths.order_csv(order), paths.order_xlsx(order), list(found.values()), title, as_of)
    for agency in agencies:
        carried = [by_id[duty.obligation.id] for duty in agency.carries]
        csv, xlsx = paths.agency_csv(agency.slug), paths.agency_xlsx(agency.slug)
        yield from _both(csv, xlsx, carried, f"What the {agency.name} must do", as_of)


def _both(csv: str, xlsx: str, rows: list[Row], title: str, as_of: date) -> Iterator[OutputFile]:
    yield OutputFile(csv, csv_file(rows))
    yield OutputFile(xlsx, workbook(rows, title, as_of))
