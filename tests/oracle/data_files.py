"""The data by order and by obligation, of what obliges nobody, and of what changed, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.model import TrackedOrder
from extractor.problems import Problem
from oracle.compare import members, same
from oracle.expected import Record
from oracle.finished import Finished
from oracle.records import (
    FOLDER,
    Fields,
    fields,
    listed,
    proved_day,
    proved_obligations,
    proved_orders,
    proved_passages,
    proved_relations,
    proved_unread,
)
from oracle.told import days_of_order, days_told, happened_on


def orders_json(record: Record, site: Finished) -> Iterator[Problem]:
    """``orders.json``, and a file for each order with its obligations."""
    path = f"{FOLDER}orders.json"
    content = fields(site.json(path))
    orders = listed(content.get("orders"))
    yield from proved_day(path, record, content)
    yield from members(
        path, [order.order.id for order in record.orders], [str(each.get("id")) for each in orders], "the order"
    )
    by_id = {str(each.get("id")): each for each in orders}
    for order in record.orders:
        if stated := by_id.get(order.order.id):
            yield from _figures(path, order, stated)
        yield from _order_json(record, order, site)


def _figures(path: str, order: TrackedOrder, stated: Fields) -> Iterator[Problem]:
    """How many obligations the list states of an order, by standing, and when its record was last searched."""
    name, checked = order.order.id, order.progress.checked
    wanted = Counter(each.standing.value for each in order.obligations)
    found = {str(key): number for key, number in fields(stated.get("standings")).items() if number}
    yield from same(path, name, "count", dict(wanted), found)
    yield from same(path, name, "number of obligations", len(order.obligations), stated.get("obligations"))
    yield from same(path, name, "last search", checked and checked.isoformat(), stated.get("checked"))


def _order_json(record: Record, order: TrackedOrder, site: Finished) -> Iterator[Problem]:
    path = f"{FOLDER}orders/{order.order.id}.json"
    content = fields(site.json(path))
    yield from proved_day(path, record, content)
    yield from proved_obligations(path, record.of_order(order), content.get("obligations"))
    yield from proved_orders(path, (order,), [content.get("order")])
    yield from proved_passages(path, (order,), content.get("not_obligations"))
    yield from proved_unread(path, (order,), content.get("unread"))
    yield from proved_relations(path, (order,), content.get("relations"))


def one_json(record: Record, site: Finished) -> Iterator[Problem]:
    """A file for each obligation that was ever accepted."""
    for each in record.wanted:
        path = f"{FOLDER}obligations/{each.id}.json"
        content = fields(site.json(path))
        yield from proved_obligations(path, (each,), [content.get("obligation")])
        yield from proved_day(path, record, content)


def not_obligations_json(record: Record, site: Finished) -> Iterator[Problem]:
    """What could be taken for an obligation and is none."""
    path = f"{FOLDER}not-obligations.json"
    content = fields(site.json(path))
    yield from proved_day(path, record, content)
    yield from proved_passages(path, record.orders, content.get("not_obligations"))


def changes_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each change of the record on its day: entries of the logs, accepted changes, ends, the first day of each order."""
    path = f"{FOLDER}changes.json"
    content = fields(site.json(path))
    yield from proved_day(path, record, content)
    changes = listed(content.get("changes"))
    found = Counter(f"{each.get('obligation') or each.get('order')} on {each.get('recorded')}" for each in changes)
    must = Counter(f"{each.id} on {day}" for each in record.wanted for day in days_told(each))
    must.update(f"{order.order.id} on {day}" for order in record.orders for day in days_of_order(order))
    yield from (Problem(path, 0, 0, f"the change of {name} is missing") for name in must - found)
    kinds = Counter(
        f"{each.get('obligation')} on {each.get('recorded')}, {kind}" for each in changes for kind in _kinds(each)
    )
    stated = Counter(
        f"{each.id} on {entry.recorded}, {entry.status}"
        for each in record.wanted
        for entry in each.tracked.entries
        if entry.status
    )
    yield from (Problem(path, 0, 0, f"the change of {name} is missing") for name in stated - kinds)
    ids = Counter(str(each.get("id")) for each in changes)
    yield from (Problem(path, 0, 0, f"the change {name} is there twice") for name in ids if ids[name] > 1)
    for each in changes:
        about, day = record.by_id.get(str(each.get("obligation"))), str(each.get("recorded"))
        if about and not happened_on(about, day, True):
            yield Problem(path, 0, 0, f"the change of {about.id} on {day} does not belong here")


def _kinds(change: dict[str, object]) -> list[object]:
    kinds = change.get("kinds")
    return kinds if isinstance(kinds, list) else []
