"""The data by order, by office and by obligation, as JSON and as spreadsheets."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from extractor.problems import Problem
from extractor.publish.proof.compare import members, missing_file, same
from extractor.publish.proof.expected import Record, Wanted
from extractor.publish.proof.finished import Finished
from extractor.publish.proof.records import FOLDER, fields, listed, proved_obligations, proved_orders
from extractor.publish.proof.workbook import day, rows_of_sheet

Groups = dict[str, list[Wanted]]  # path without its ending → the obligations that the file holds


def orders_json(record: Record, site: Finished) -> Iterator[Problem]:
    """``orders.json``, and a file for each order with its obligations."""
    path = f"{FOLDER}orders.json"
    orders = listed(fields(site.json(path)).get("orders"))
    yield from members(
        path, [order.order.id for order in record.orders], [str(each.get("id")) for each in orders], "the order"
    )
    by_id = {str(each.get("id")): each for each in orders}
    for order in record.orders:
        name, wanted = order.order.id, record.of_order(order)
        if stated := by_id.get(name):
            counts = {str(key): number for key, number in fields(stated.get("standings")).items() if number}
            yield from same(path, name, "count", dict(Counter(each.standing.value for each in wanted)), counts)
        own = f"{FOLDER}orders/{name}.json"
        content = fields(site.json(own))
        yield from proved_obligations(own, wanted, content.get("obligations"))
        yield from proved_orders(own, (order,), [content.get("order")])


def one_json(record: Record, site: Finished) -> Iterator[Problem]:
    """A file for each obligation that was ever accepted."""
    for each in record.wanted:
        path = f"{FOLDER}obligations/{each.id}.json"
        yield from proved_obligations(path, (each,), [fields(site.json(path)).get("obligation")])


def not_obligations_json(record: Record, site: Finished) -> Iterator[Problem]:
    """What could be taken for an obligation and is none."""
    path = f"{FOLDER}not-obligations.json"
    wanted = Counter(order.order.id for order in record.orders for _ in order.reading.not_obligations)
    found = Counter(str(each.get("order")) for each in listed(fields(site.json(path)).get("not_obligations")))
    yield from same(path, "not_obligations", "number by order", dict(wanted), dict(found))


def changes_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each entry of the logs."""
    path = f"{FOLDER}changes.json"
    changes = listed(fields(site.json(path)).get("changes"))
    found = Counter(str(each.get("obligation")) for each in changes if each.get("kind") == "entry")
    for each in record.wanted:
        yield from same(path, each.id, "number of log entries", len(each.tracked.entries), found[each.id])


def officials_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each office with what it leads, what is done through it and what it is consulted on."""
    path = f"{FOLDER}officials.json"
    by_slug = {str(each.get("slug")): each for each in listed(fields(site.json(path)).get("officials"))}
    for office in sorted(record.office_names):
        if office not in by_slug:
            yield Problem(path, 0, 0, f"{office} is missing")
            continue
        roles: dict[str, Callable[[Wanted], frozenset[str]]] = {
            "leads": lambda each: each.leads,
            "through": lambda each: each.through,
            "consulted": lambda each: each.consulted,
        }
        for role, of in roles.items():
            wanted = [each.id for each in record.wanted if office in of(each)]
            yield from members(path, wanted, _ids(by_slug[office].get(role)), f"{office}, {role}: the obligation")


def agencies_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each agency with what its offices carry, all together."""
    path = f"{FOLDER}agencies.json"
    by_slug = {str(each.get("slug")): each for each in listed(fields(site.json(path)).get("agencies"))}
    for agency in sorted(set(record.agency_of.values())):
        if agency not in by_slug:
            yield Problem(path, 0, 0, f"{agency} is missing")
            continue
        wanted = [each.id for each in record.carried_in(agency)]
        yield from members(path, wanted, _ids(by_slug[agency].get("carries")), f"{agency}: the obligation")


def _ids(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _sheets(record: Record) -> Groups:
    """The spreadsheets: of all, of each order, of each agency."""
    groups = {f"{FOLDER}obligations": list(record.wanted)}
    groups |= {f"{FOLDER}orders/{order.order.id}": list(record.of_order(order)) for order in record.orders}
    agencies = sorted(set(record.agency_of.values()))
    return groups | {f"{FOLDER}agencies/{agency}": list(record.carried_in(agency)) for agency in agencies}


def csv_files(record: Record, site: Finished) -> Iterator[Problem]:
    """The rows of each CSV file (RFC 4180): id, due date, standing."""
    yield from _proved_sheets(record, site, ".csv", _csv_rows, str)


def workbooks(record: Record, site: Finished) -> Iterator[Problem]:
    """The rows of each workbook's first sheet: id, due date, standing."""
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
    names = [head.strip().lower() for head in heads]
    return [dict(zip(names, row, strict=False)) for row in rows]


def _sheet(
    path: str, wanted: list[Wanted], rows: Iterable[dict[str, str]], day_of: Callable[[str], str], record: Record
) -> Iterator[Problem]:
    rows = list(rows)
    yield from members(path, [each.id for each in wanted], [row.get("id", "") for row in rows])
    check = partial(same, path)
    for row in rows:
        if each := record.by_id.get(row.get("id", "")):
            yield from check(each.id, "due date", each.due, day_of(row.get("due", "")))
            yield from check(each.id, "standing", each.standing.value, row.get("standing", ""))
