"""Every change of the record as data: the values that the Changes page and the feeds are made from."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.model import TrackedOrder
from extractor.publish.api.record_model import Change, Evidence
from extractor.publish.api.records import address
from extractor.publish.changes import change as told
from extractor.publish.changes.of_record import record_changes


def changes(orders: Iterable[TrackedOrder], site_url: str) -> tuple[Change, ...]:
    """The changes up to the day of the orders, the latest first."""
    return tuple(_change(each, site_url) for each in record_changes(orders))


def _change(change: told.Change, site_url: str) -> Change:
    return Change(
        id=change.id,
        recorded=change.day,
        kinds=change.kinds,
        title=change.title,
        order=change.of.order.id,
        obligation=change.duty.obligation.id if change.duty else None,
        lines=change.lines,
        evidence=tuple(map(Evidence.model_validate, change.evidence)),
        page=address(site_url, change.address),
    )
