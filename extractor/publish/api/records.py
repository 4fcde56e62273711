"""The data that programs read: a reading as ``tracker extract --json`` prints it, and ``api/v1/obligations.json``.

Every date is ISO 8601, every span counts Unicode code points in ``order.body``, and an absent value is ``null``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from extractor.acceptance import Acceptance, AcceptedChange, CorrectedField
from extractor.model import (
    Deadline,
    Entry,
    NotObligation,
    Obligation,
    Order,
    OutputFile,
    Reading,
    Schedule,
    Span,
    Tracked,
    TrackedOrder,
)

PATH = "api/v1/obligations.json"


def api(orders: Iterable[TrackedOrder], as_of: date) -> OutputFile:
    """All orders' obligations with standing and history as of a day, and what is not an obligation, as flat lists."""
    orders = tuple(orders)
    content = {
        "as_of": as_of.isoformat(),
        "orders": [tracked_order_json(order) for order in orders],
        "obligations": [tracked_json(tracked) for order in orders for tracked in order.obligations],
        "not_obligations": [
            {"order": order.order.id, **not_obligation_json(item)}
            for order in orders
            for item in order.reading.not_obligations
        ],
    }
    return OutputFile(PATH, as_json(content))


def as_json(content: object) -> bytes:
    """UTF-8 JSON with an indent of two and a final line end; the same bytes for the same content."""
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def reading_json(reading: Reading) -> dict[str, Any]:
    """One order's reading: the order with its text, its obligations, and what is not one."""
    return {
        "order": order_json(reading.order),
        "obligations": [obligation_json(obligation) for obligation in reading.obligations],
        "not_obligations": [not_obligation_json(item) for item in reading.not_obligations],
    }


def order_json(order: Order) -> dict[str, Any]:
    """An order: what its source states about it, its text, and the SHA-256 of the text in UTF-8."""
    return {
        "id": order.id,
        "kind": order.kind,
        "number": order.number,
        "title": order.title,
        "signed": _iso(order.signed),
        "published": _iso(order.published),
        "citation": order.citation,
        "document": order.document,
        "official_url": order.official_url,
        "text": order.text,
        "status": order.status,
        "status_date": _iso(order.status_date),
        "status_by": order.status_by,
        "status_source": order.status_source,
        "sha256": order.sha256,
        "body": order.body,
    }


def tracked_order_json(order: TrackedOrder) -> dict[str, Any]:
    """An order with the day on which the public record was last searched for it and in what, and when its reading was
    accepted."""
    accepted = order.reading.acceptance
    return {
        **order_json(order.order),
        "checked": _iso(order.progress.checked),
        "checked_in": order.progress.checked_in,
        "accepted": _iso(accepted.on) if accepted else None,
        "changes": [change_json(change) for change in accepted.changes] if accepted else [],
    }


def obligation_json(obligation: Obligation) -> dict[str, Any]:
    """One obligation with the schedule that the order's text alone gives."""
    return {
        "id": obligation.id,
        "order": obligation.order,
        "key": obligation.key,
        "citation": obligation.citation,
        "kind": obligation.kind,
        "modal": obligation.modal,
        "responsible": list(obligation.responsible),
        "through": list(obligation.through),
        "actors": [{"official": actor.official, "through": actor.through} for actor in obligation.actors],
        "in_consultation_with": list(obligation.in_consultation_with),
        "in_coordination_with": list(obligation.in_coordination_with),
        "action": obligation.action,
        "action_span": _span(obligation.action_span),
        "deadline": deadline_json(obligation.deadline),
        **schedule_json(obligation.schedule),
        "quote": obligation.quote,
        "span": _span(obligation.span),
        "rules": list(obligation.rules),
        "review": list(obligation.review),
    }


def tracked_json(tracked: Tracked) -> dict[str, Any]:
    """One obligation with its effective schedule, its standing, and the entries of its log, oldest first."""
    return {
        **obligation_json(tracked.obligation),
        **schedule_json(tracked.schedule),
        "standing": tracked.standing.value,
        "status": tracked.status,
        "completed": _iso(tracked.completed),
        "history": [entry_json(entry) for entry in tracked.entries],
        "corrected": [corrected_json(each) for each in tracked.obligation.corrected],
        "acceptance": acceptance_json(tracked.obligation.acceptance),
    }


def corrected_json(corrected: CorrectedField) -> dict[str, Any]:
    """A field that a maintainer set, with what the extractor had read and the reason."""
    return {
        "field": corrected.field,
        "read": corrected.read,
        "reason": corrected.reason,
        "date": _iso(corrected.on),
    }


def acceptance_json(acceptance: Acceptance | None) -> dict[str, Any] | None:
    """When a maintainer accepted the reading, what changed since, and its end; ``null``: nobody has reviewed it."""
    if acceptance is None:
        return None
    retired = acceptance.retired
    return {
        "accepted": _iso(acceptance.on),
        "changes": [change_json(change) for change in acceptance.changes],
        "retired": {"date": _iso(retired.on), "reason": retired.reason} if retired else None,
    }


def change_json(change: AcceptedChange) -> dict[str, Any]:
    """One accepted change with the values that stood before."""
    return {"date": _iso(change.on), "what": change.what, "was": dict(change.was)}


def deadline_json(deadline: Deadline) -> dict[str, Any]:
    """A deadline as the order's words state it."""
    return {
        "kind": deadline.kind,
        "amount": deadline.amount,
        "unit": deadline.unit,
        "direction": deadline.direction,
        "event": deadline.event,
        "date": _iso(deadline.date),
        "recurs": deadline.recurs,
        "recurrence": deadline.recurrence,
        "at_event": deadline.at_event,
        "whichever": deadline.whichever,
        "second": None if deadline.second is None else _second_json(deadline.second),
        "reference": deadline.reference,
        "inherited": deadline.inherited,
        "quote": deadline.quote,
        "span": _span(deadline.span),
        "doubt": deadline.doubt,
    }


def _second_json(second: Deadline) -> dict[str, Any]:
    """The other of two dates that compete."""
    return {
        "kind": second.kind,
        "amount": second.amount,
        "unit": second.unit,
        "direction": second.direction,
        "event": second.event,
        "date": _iso(second.date),
        "at_event": second.at_event,
    }


def schedule_json(schedule: Schedule) -> dict[str, Any]:
    """The due date, or the reason why there is none."""
    return {
        "due": _iso(schedule.due),
        "undated": None if schedule.undated is None else str(schedule.undated),
        "estimate": _iso(schedule.estimate),
        "falls_on": schedule.falls_on,
        "next_business_day": _iso(schedule.next_business_day),
    }


def not_obligation_json(item: NotObligation) -> dict[str, Any]:
    """What could be taken for an obligation, and the reason why it is none."""
    return {
        "citation": item.citation,
        "modal": item.modal,
        "reason": item.reason,
        "quote": item.quote,
        "span": _span(item.span),
        "rules": list(item.rules),
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """One entry of the progress log."""
    return {
        "date": _iso(entry.date),
        "recorded": _iso(entry.recorded),
        "status": entry.status,
        "note": entry.note,
        "evidence": [{"url": each.url, "title": each.title} for each in entry.evidence],
        "basis": entry.basis,
        "due": _iso(entry.due),
        "triggered": _iso(entry.triggered),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None
