"""Builders of small orders for tests: one obligation in one line, with only what the test is about."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from extractor.model import (
    Actor,
    Block,
    Deadline,
    Entry,
    Evidence,
    NotObligation,
    Obligation,
    Order,
    Progress,
    Reading,
    Span,
    TrackedOrder,
)
from extractor.schedule import schedule
from extractor.track import track

SIGNED = date(2026, 6, 2)
AS_OF = date(2026, 7, 10)
SITE = "https://example.org/tracker/"
EVIDENCE = (Evidence("https://example.org/notice?a=1&b=2", "The agency’s notice"),)


def day(text: str) -> date:
    """``day("2026-06-02")``, or ``day("06-02")`` in 2026."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def order(order_id: str = "eo-14999", **fields) -> Order:
    """An executive order signed on June 2, 2026; ``fields`` override."""
    body = fields.pop("body", "Sec. 2. The Secretary of Labor shall publish a plan.")
    defaults = {"kind": "executive order", "title": "Sample of an Order", "number": 14999, "signed": SIGNED}
    digest = hashlib.sha256(body.encode()).hexdigest()
    blocks = (Block("paragraph", Span(0, len(body))),)
    return Order(**{"id": order_id, "body": body, "blocks": blocks, "sha256": digest} | defaults | fields)


def relative(amount: int = 30, unit: str = "days", **fields) -> Deadline:
    """``Within 30 days of the date of this order``."""
    return Deadline("relative", amount, unit, "after", **fields)


def event(
    amount: int | None = 60, unit: str | None = "days", words: str = "receipt of the report", **fields
) -> Deadline:
    """``Within 60 days of receipt of the report``; ``reference="2-a"`` ties it to another obligation."""
    return Deadline("event", amount, unit, fields.pop("direction", "after"), event=words, **fields)


def obligation(key: str = "2-a", deadline: Deadline | None = None, *actors: Actor | str, **fields) -> Obligation:
    """A duty; ``actors`` are officials' names or ``Actor`` values, the Secretary of Labor when there are none."""
    order_id = fields.pop("order", "eo-14999")
    quote = fields.pop("quote", "The Secretary of Labor shall publish a plan.")
    people = tuple(actor if isinstance(actor, Actor) else Actor(actor) for actor in actors or ("Secretary of Labor",))
    section, *rest = key.partition("_")[0].split("-")
    values = {
        "id": f"{order_id}/{key}", "order": order_id, "key": key,
        "citation": section + "".join(f"({part})" for part in rest), "kind": "duty", "modal": "shall", "actors": people,
        "in_consultation_with": (), "in_coordination_with": (), "action": "publish a plan", "action_span": Span(37, 51),
        "deadline": deadline or Deadline(), "quote": quote, "span": Span(8, 8 + len(quote)),
    }  # fmt: skip
    return Obligation(**values | fields)


def reading(*obligations: Obligation, of: Order | None = None) -> Reading:
    """An order with these obligations, each scheduled from the text alone."""
    of = of or order()
    dated = tuple(
        replace(each, order=of.id, id=f"{of.id}/{each.key}", schedule=schedule(each.deadline, of.signed))
        for each in obligations
    )
    return Reading(of, (), dated, (NotObligation("3", "may", "permission", "may", Span(0, 3)),))


def entry(on: str, status: str | None = None, **fields) -> Entry:
    """An entry of the log; ``on`` is its date (``"06-10"`` in 2026), and so is ``recorded`` unless it is given."""
    for name in ("recorded", "due", "triggered", "round"):
        if name in fields:
            fields[name] = day(fields[name])
    evidence = fields.pop("evidence", EVIDENCE if status == "completed" else ())
    return Entry(day(on), fields.pop("recorded", day(on)), status, evidence=evidence, **fields)


def progress(checked: str | None = "07-04", **log: tuple[Entry, ...]) -> Progress:
    """A log; keys are written with ``_`` for ``-`` and a leading ``k``: ``progress(k2_a=(entry(…),))``."""
    blocks = tuple((name[1:].replace("_", "-"), entries) for name, entries in log.items())
    return Progress(day(checked) if checked else None, blocks)


def tracked(*obligations: Obligation, of: Order | None = None, as_of: date = AS_OF, **log) -> TrackedOrder:
    """An order with these obligations and this log as of a day."""
    return track(reading(*obligations, of=of), progress(**log), as_of)
