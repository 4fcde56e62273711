"""From the pipeline's values to records: a reading, and what is tracked of it as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from extractor import model
from extractor.publish.addresses import order_page
from extractor.publish.api import paths
from extractor.publish.api.anchors import anchors
from extractor.publish.api.reading_model import NotObligation, Obligation, Order, OrderFacts, Reading, Relation, Unread
from extractor.publish.api.record_model import (
    Acceptance,
    AcceptedChange,
    Corrected,
    Entry,
    ListedOrder,
    OrdersNotObligation,
    OrdersRelation,
    OrdersUnread,
    Round,
    Searched,
    TrackedObligation,
    TrackedOrder,
    Waiting,
)
from extractor.publish.view import Duty
from extractor.rounds import listed, next_due
from extractor.track import counts

_SCHEDULE = ("due", "undated", "estimate", "falls_on", "next_business_day")


def reading_json(reading: model.Reading) -> dict[str, Any]:
    """One order's reading as JSON: the order with its text, its obligations, and what is not one."""
    return Reading.model_validate(reading).model_dump(mode="json")


def address(site_url: str, path: str) -> str:
    """A file's or page's address: ``site_url`` (with or without a slash at its end) and the path from the site's root.

    Where ``site_url`` is empty, the path alone. Either is escaped as addresses are.
    """
    return f"{site_url.rstrip('/')}/{quote(path)}" if site_url else quote(path)


def tracked_record(order: model.TrackedOrder, tracked: model.Tracked, site_url: str = "") -> TrackedObligation:
    """One obligation with its effective schedule, its standing, and the entries of its log, oldest first."""
    duty, obligation = Duty(order, tracked), tracked.obligation
    accepted = obligation.acceptance
    values = dict(Obligation.model_validate(obligation))
    values |= {name: getattr(tracked.schedule, name) for name in _SCHEDULE}
    source = address(site_url, paths.order_text(order.order.id))
    return TrackedObligation(
        **values,
        standing=tracked.standing.value,
        status=tracked.status,
        completed=tracked.completed,
        **_rounds(tracked.rounds, order.as_of),
        waits_for=_waiting([duty.waits_for] if duty.waits_for else []),
        awaited_by=_waiting(duty.awaited_by),
        history=tuple(map(Entry.model_validate, tracked.entries)),
        corrected=tuple(map(Corrected.model_validate, obligation.corrected)),
        acceptance=Acceptance.model_validate(accepted) if accepted else None,
        standing_words=duty.standing_words,
        searched=searched(order),
        headline=duty.headline,
        page=address(site_url, duty.address),
        anchors=anchors(obligation, order.order, source),
    )


def _waiting(found: Iterable[Duty]) -> tuple[Waiting, ...]:
    return tuple(Waiting(id=each.obligation.id, standing=each.standing.value, due=each.due) for each in found)


def _rounds(rounds: model.Rounds | None, as_of: model.Day) -> dict[str, Any]:
    found, earlier = listed(rounds, as_of) if rounds else ((), 0)
    of_each = tuple(Round(due=each.due, standing=each.standing, completed=each.completed) for each in found)
    return {
        "next_due": next_due(rounds, as_of) if rounds else None,
        "rounds": of_each,
        "earlier_rounds": earlier,
    }


def searched(order: model.TrackedOrder) -> model.Day | None:
    """The day on which the public record was last searched, if that was no later than the day of the record."""
    checked = order.progress.checked
    return checked if checked and checked <= order.as_of else None


def tracked_order(order: model.TrackedOrder) -> TrackedOrder:
    """An order with its text, when its record was last searched, and when its reading was accepted."""
    return TrackedOrder(**dict(Order.model_validate(order.order)), **_searched(order))


def listed_order(order: model.TrackedOrder, site_url: str) -> ListedOrder:
    """An order without its text, with figures and the addresses of its files."""
    id = order.order.id

    def at(path: str) -> str:
        return address(site_url, path)

    return ListedOrder(
        **dict(OrderFacts.model_validate(order.order)),
        **_searched(order),
        obligations=len(order.obligations),
        standings={standing.value: count for standing, count in counts(order.obligations)},
        page=at(order_page(id)),
        text_file=at(paths.order_text(id)),
        json_file=at(paths.order_json(id)),
        csv_file=at(paths.order_csv(id)),
        xlsx_file=at(paths.order_xlsx(id)),
        badge=at(paths.order_badge(id)),
    )


def _searched(order: model.TrackedOrder) -> dict[str, Any]:
    accepted = order.reading.acceptance
    found = Searched(
        checked=order.progress.checked,
        checked_in=order.progress.checked_in,
        accepted=accepted.on if accepted else None,
        changes=tuple(map(AcceptedChange.model_validate, accepted.changes)) if accepted else (),
    )
    return dict(found)


def not_obligations(order: model.TrackedOrder) -> tuple[OrdersNotObligation, ...]:
    """What of an order could be taken for an obligation, in the text's order."""
    found = map(NotObligation.model_validate, order.reading.not_obligations)
    return tuple(OrdersNotObligation(order=order.order.id, **dict(item)) for item in found)


def unread(order: model.TrackedOrder) -> tuple[OrdersUnread, ...]:
    """What of an order could oblige somebody and was not read, in the text's order."""
    found = map(Unread.model_validate, order.reading.unread)
    return tuple(OrdersUnread(order=order.order.id, **dict(item)) for item in found)


def relations(order: model.TrackedOrder) -> tuple[OrdersRelation, ...]:
    """What an order does to others, in the text's order."""
    found = map(Relation.model_validate, order.reading.relations)
    return tuple(OrdersRelation(by=order.order.id, **dict(item)) for item in found)
