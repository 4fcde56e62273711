"""The data that programs read: every record once, with the dates, the standing and the words of the order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from extractor.model import TrackedOrder
from extractor.problems import Problem
from oracle.compare import counted_members, members, same
from oracle.expected import Record, Wanted, late_kind
from oracle.finished import Finished

FOLDER = "api/v1/"
_FILE = f"{FOLDER}obligations.json"
Fields = dict[str, Any]


def obligations_json(record: Record, site: Finished) -> Iterator[Problem]:
    """``obligations.json``: as of which day, every order, every obligation, and how many passages of each oblige nobody."""
    content = fields(site.json(_FILE))
    yield from proved_day(_FILE, record, content)
    yield from proved_obligations(_FILE, record.wanted, content.get("obligations"))
    yield from proved_orders(_FILE, record.orders, content.get("orders"))
    yield from proved_passages(_FILE, record.orders, content.get("not_obligations"))
    yield from proved_unread(_FILE, record.orders, content.get("unread"))
    yield from proved_relations(_FILE, record.orders, content.get("relations"))


def fields(content: object) -> Fields:
    return content if isinstance(content, dict) else {}


def listed(content: object) -> list[Fields]:
    return [each for each in content if isinstance(each, dict)] if isinstance(content, list) else []


def proved_day(path: str, record: Record, content: Fields) -> list[Problem]:
    """Each file of data says as of which day it is."""
    return same(path, "as_of", "day", record.as_of.isoformat(), content.get("as_of"))


def proved_unread(path: str, orders: tuple[TrackedOrder, ...], content: object) -> Iterator[Problem]:
    """What could oblige somebody and was not read: each passage once."""
    wanted = [f"{order.order.id} {item.citation}: {item.words}" for order in orders for item in order.reading.unread]
    found = [f"{each.get('order')} {each.get('citation')}: {each.get('words')}" for each in listed(content)]
    yield from counted_members(path, wanted, found, "the unread passage,")


def proved_relations(path: str, orders: tuple[TrackedOrder, ...], content: object) -> Iterator[Problem]:
    """What each order does to others: each act once."""
    wanted = [
        f"{order.order.id} {item.citation} {item.kind} {item.order} {item.part}: {item.words}"
        for order in orders
        for item in order.reading.relations
    ]
    names = ("by", "citation", "kind", "order", "part")
    found = [f"{' '.join(str(each.get(name)) for name in names)}: {each.get('words')}" for each in listed(content)]
    yield from counted_members(path, wanted, found, "the relation,")


def proved_passages(path: str, orders: tuple[TrackedOrder, ...], content: object) -> Iterator[Problem]:
    """What could be taken for an obligation and is none: each passage once, with its reason."""
    wanted = [
        f"{order.order.id} {item.citation}, {item.reason}: {item.quote}"
        for order in orders
        for item in order.reading.not_obligations
    ]
    found = [
        f"{each.get('order')} {each.get('citation')}, {each.get('reason')}: {each.get('quote')}"
        for each in listed(content)
    ]
    yield from counted_members(path, wanted, found, "the passage that obliges nobody,")


def proved_obligations(path: str, wanted: tuple[Wanted, ...], content: object) -> Iterator[Problem]:
    records = listed(content)
    yield from members(path, [each.id for each in wanted], [str(each.get("id")) for each in records])
    by_id = {str(each.get("id")): each for each in records}
    for each in wanted:
        if stated := by_id.get(each.id):
            yield from _record(path, each, stated)
            yield from _spans(path, each, stated)


def _record(path: str, each: Wanted, stated: Fields) -> Iterator[Problem]:
    """A record's values, in the words of ``obligations.json``."""
    tracked, duty, accepted = each.tracked, each.obligation, fields(stated.get("acceptance"))
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
        "searched": each.searched or None,
    }
    for name, value in wanted.items():
        yield from same(path, each.id, name, value, stated.get(name))
    yield from same(path, each.id, "standing in words", each.late, late_kind(str(stated.get("standing_words"))))
    entries = [(entry.date.isoformat(), entry.recorded.isoformat(), entry.status) for entry in tracked.entries]
    history = [
        (entry.get("date"), entry.get("recorded"), entry.get("status")) for entry in listed(stated.get("history"))
    ]
    yield from same(path, each.id, "log entries", entries, history)
    yield from same(path, each.id, "retirement", bool(duty.retired), bool(accepted.get("retired")))


def _spans(path: str, each: Wanted, stated: Fields) -> Iterator[Problem]:
    """Each quotation of the data stands in the order's text at the span that the data state (invariant 1)."""
    if each.obligation.retired:
        return  # its words stand in no text any more
    text = each.of.order.body
    deadline = fields(stated.get("deadline"))
    wanted = [(stated.get("quote"), stated.get("span")), (stated.get("action"), stated.get("action_span"))]
    if deadline.get("span"):  # what a maintainer stated has words without a place
        wanted.append((deadline.get("quote"), deadline["span"]))
    for quote, span in wanted:
        if (found := _at(text, fields(span))) != quote:
            message = f"a quotation of {each.id} does not stand where its span says"
            yield Problem(path, 0, 0, message, found, str(quote))


def _at(text: str, span: Fields) -> str | None:
    """The words at a span; ``None`` where it is no span."""
    start, end = span.get("start"), span.get("end")
    return text[start:end] if isinstance(start, int) and isinstance(end, int) else None


def proved_orders(path: str, wanted: tuple[TrackedOrder, ...], content: object) -> Iterator[Problem]:
    """The orders of a list: each once, with its text's digest and the day on which the record was last searched."""
    orders = listed(content)
    yield from members(path, [each.order.id for each in wanted], [str(each.get("id")) for each in orders], "the order")
    by_id = {str(each.get("id")): each for each in orders}
    for each in wanted:
        if stated := by_id.get(each.order.id):
            digest = hashlib.sha256(each.order.body.encode("utf-8")).hexdigest()
            yield from same(path, each.order.id, "SHA-256 of its text", digest, stated.get("sha256"))
            yield from same(path, each.order.id, "text", each.order.body, stated.get("body"))
