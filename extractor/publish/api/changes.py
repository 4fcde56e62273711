"""Every change of the record: entries of the logs, what maintainers accepted, and what has ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.model import Tracked, TrackedOrder
from extractor.publish.api.record_model import AcceptedChange, Change, Entry, Retirement
from extractor.publish.api.records import address


def changes(orders: Iterable[TrackedOrder], site_url: str) -> tuple[Change, ...]:
    """The changes up to the day of the orders, the last recorded first; in the order of the texts within a day."""
    found = [change for order in orders for change in _of_order(order, site_url)]
    return tuple(sorted(found, key=lambda change: change.recorded, reverse=True))


def _of_order(order: TrackedOrder, site_url: str) -> Iterator[Change]:
    accepted, page = order.reading.acceptance, address(site_url, f"orders/{order.order.id}/")
    for each in accepted.changes if accepted else ():
        if each.on <= order.as_of:
            change = AcceptedChange.model_validate(each)
            yield _change(order, None, page, recorded=each.on, kind="accepted", accepted=change)
    for tracked in order.obligations:
        yield from _of_obligation(order, tracked, f"{page}{tracked.obligation.key}/")


def _of_obligation(order: TrackedOrder, tracked: Tracked, page: str) -> Iterator[Change]:
    """The changes of one obligation, the last first."""
    id, accepted = tracked.obligation.id, tracked.obligation.acceptance
    for entry in reversed(tracked.entries):
        yield _change(order, id, page, recorded=entry.recorded, kind="entry", entry=Entry.model_validate(entry))
    if accepted is None:
        return
    if accepted.retired and accepted.retired.on <= order.as_of:
        retired = Retirement.model_validate(accepted.retired)
        yield _change(order, id, page, recorded=retired.date, kind="retired", retired=retired)
    for each in reversed(accepted.changes):
        if each.on <= order.as_of:
            change = AcceptedChange.model_validate(each)
            yield _change(order, id, page, recorded=each.on, kind="accepted", accepted=change)


def _change(order: TrackedOrder, obligation: str | None, page: str, **values: object) -> Change:
    absent = {"entry": None, "accepted": None, "retired": None}
    return Change.model_validate(absent | {"order": order.order.id, "obligation": obligation, "page": page} | values)
