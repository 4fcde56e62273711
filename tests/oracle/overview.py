"""The first page: its figures, the orders, what is due next and what fell due last."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from extractor.model import Standing
from extractor.problems import Problem
from oracle.compare import members, same
from oracle.expected import DONE, OPEN, Record, Wanted, counted
from oracle.finished import Finished, Page, day_of
from oracle.rows import last_number, numbers_by_standing, shown_standing

_SHOWN = 10  # what is due next, and as many that fell due last
_SOON = 30  # days


def overview(record: Record, site: Finished) -> Iterator[Problem]:
    """Everything that the first page counts or names agrees with the record."""
    page = site.page("")
    figures = page.all(".figures > li")
    by_standing = [node for node in figures if "within=" not in _address(node)]
    yield from same(page.file, "figures", "numbers", counted(record.wanted), _figures(by_standing))
    soon = [last_number(node.css_first(".figure-count")) for node in figures if "within=30" in _address(node)]
    yield from same(page.file, "figures", "number due in 30 days", [_due_soon(record)], soon)
    yield from _orders(page, record)
    yield from _agendas(page, record)


def _figures(nodes: list[LexborNode]) -> dict[str, int]:
    return numbers_by_standing(nodes, ".figure-count", "a")


def _address(node: LexborNode) -> str:
    link = node.css_first("a")
    return (link.attributes.get("href") or "") if link else ""


def _due_soon(record: Record) -> int:
    """How many open duties fall due today or in the thirty days after."""
    days = [(each.tracked.schedule.due, each.standing) for each in record.wanted]
    return sum(0 <= (due - record.as_of).days <= _SOON for due, standing in days if due and standing in OPEN)


def _orders(page: Page, record: Record) -> Iterator[Problem]:
    lines = {page.order(line.css_first("a")): line for line in page.all(".orders > li")}
    yield from members(page.file, [order.order.id for order in record.orders], lines, "the order")
    for order in record.orders:
        if line := lines.get(order.order.id):
            wanted = counted(each for each in record.of_order(order) if each.standing in (*OPEN, *DONE))
            found = numbers_by_standing(line.css(".order-facts a"), "[class*='standing--']")
            yield from same(page.file, order.order.id, "count", wanted, found)
            total = last_number(line.css_first(".order-facts"))
            yield from same(page.file, order.order.id, "number of obligations", len(order.obligations), total)


def _agendas(page: Page, record: Record) -> Iterator[Problem]:
    today = record.as_of.isoformat()
    dated = sorted((each for each in record.wanted if each.due), key=lambda each: each.due)
    coming = [each for each in dated if each.standing in OPEN and each.standing is not Standing.OVERDUE]
    past = [each for each in reversed(dated) if each.due < today]
    found = {heading.attributes.get("id"): heading.parent for heading in page.all("section > h2")}
    yield from _agenda(page, record, "due-next", coming, found.get("due-next"))
    yield from _agenda(page, record, "fell-due-last", past, found.get("fell-due-last"))


def _agenda(page: Page, record: Record, name: str, wanted: list[Wanted], part: LexborNode | None) -> Iterator[Problem]:
    """The days of a short list are those of the first that belong there; which of one day are shown may differ."""
    items = part.css(".agenda > li") if part else []
    shown = [(page.duty(item.css_first("a")), day_of(item.css_first(".agenda-due time")), item) for item in items]
    days = [each.due for each in wanted[:_SHOWN]]
    yield from same(page.file, name, "days", days, [day for _, day, _ in shown])
    allowed = {each.id for each in wanted}
    for id_, day, item in shown:
        each = record.by_id.get(id_)
        if each is None or id_ not in allowed:
            yield Problem(page.file, 0, 0, f"the obligation {id_} does not belong under {name}")
        else:
            yield from same(page.file, id_, "due date", each.due, day)
            yield from same(page.file, id_, "standing", each.key, shown_standing(item))
