"""The data that programs read: every record once, with the dates, the standing and the words of the order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from extractor.problems import Problem
from extractor.publish.proof.compare import members, same
from extractor.publish.proof.expected import Record, Wanted
from extractor.publish.proof.finished import Finished

FOLDER = "api/v1/"
_FILE = f"{FOLDER}obligations.json"
Fields = dict[str, Any]


def obligations_json(record: Record, site: Finished) -> Iterator[Problem]:
    """``obligations.json``: as of which day, every order, every obligation, and how many passages of each oblige nobody."""
    content = _fields(site.json(_FILE))
    yield from same(_FILE, "as_of", "day", record.as_of.isoformat(), content.get("as_of"))
    yield from _obligations(_FILE, record.wanted, content.get("obligations"))
    yield from _orders(_FILE, record, content.get("orders"))
    wanted = Counter(order.order.id for order in record.orders for _ in order.reading.not_obligations)
    found = Counter(str(item.get("order")) for item in _list(content.get("not_obligations")))
    yield from same(_FILE, "not_obligations", "number by order", dict(wanted), dict(found))


def _fields(content: object) -> Fields:
    return content if isinstance(content, dict) else {}


def _list(content: object) -> list[Fields]:
    return [each for each in content if isinstance(each, dict)] if isinstance(content, list) else []


def _obligations(path: str, wanted: tuple[Wanted, ...], content: object) -> Iterator[Problem]:
    records = _list(content)
    yield from members(path, [each.id for each in wanted], [str(each.get("id")) for each in records])
    by_id = {str(each.get("id")): each for each in records}
    for each in wanted:
        if fields := by_id.get(each.id):
            yield from _record(path, each, fields)
            yield from _spans(path, each, fields)


def _record(path: str, each: Wanted, fields: Fields) -> Iterator[Problem]:
    """A record's values, in the words of ``obligations.json``."""
    tracked, duty, accepted = each.tracked, each.obligation, _fields(fields.get("acceptance"))
    wanted = {
        "due": each.due or None,
        "undated": tracked.schedule.undated and str(tracked.schedule.undated),
        "standing": each.standing.value,
        "status": tracked.status,
        "completed": tracked.completed.isoformat() if tracked.completed else None,
        "responsible": list(duty.responsible),
        "through": list(duty.through),
        "in_consultation_with": list(duty.in_consultation_with),
        "in_coordination_with": list(duty.in_coordination_with),
        "action": duty.action,
        "quote": duty.quote,
        "citation": duty.citation,
    }
    for name, value in wanted.items():
        yield from same(path, each.id, name, value, fields.get(name))
    yield from same(path, each.id, "number of log entries", len(tracked.entries), len(_list(fields.get("history"))))
    yield from same(path, each.id, "retirement", bool(duty.retired), bool(accepted.get("retired")))


def _spans(path: str, each: Wanted, fields: Fields) -> Iterator[Problem]:
    """Each quotation of the data stands in the order's text at the span that the data state (invariant 1)."""
    if each.obligation.retired:
        return  # its words stand in no text any more
    text = each.of.order.body
    deadline = _fields(fields.get("deadline"))
    wanted = [(fields.get("quote"), fields.get("span")), (fields.get("action"), fields.get("action_span"))]
    if deadline.get("span"):  # what a maintainer stated has words without a place
        wanted.append((deadline.get("quote"), deadline["span"]))
    for quote, span in wanted:
        if (found := _at(text, _fields(span))) != quote:
            message = f"a quotation of {each.id} does not stand where its span says"
            yield Problem(path, 0, 0, message, found, str(quote))


def _at(text: str, span: Fields) -> str | None:
    """The words at a span; ``None`` where it is no span."""
    start, end = span.get("start"), span.get("end")
    return text[start:end] if isinstance(start, int) and isinstance(end, int) else None


def _orders(path: str, record: Record, content: object) -> Iterator[Problem]:
    orders = {str(each.get("id")): each for each in _list(content)}
    yield from members(path, [order.order.id for order in record.orders], orders, "the order")
    for order in record.orders:
        fields = orders.get(order.order.id, {})
        if fields:
            digest = hashlib.sha256(order.order.body.encode("utf-8")).hexdigest()
            yield from same(path, order.order.id, "SHA-256 of its text", digest, fields.get("sha256"))
            checked = order.progress.checked.isoformat() if order.progress.checked else None
            yield from same(path, order.order.id, "day of the last search", checked, fields.get("checked"))
