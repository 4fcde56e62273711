"""The proof that nothing is lost between an order's text and what is published.

For every order: obligations read = rows on the order's page = pages of their own = records in the API = events in the
calendar of everything + those listed as undated. And every quotation stands in the text where its span says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from icalendar import Calendar

from extractor.model import Obligation, OutputFile, Span, TrackedOrder
from extractor.problems import Problem
from extractor.publish.calendars import uid, undated

_ROW = re.compile(r'<tr data-standing="[^"]*"')


def losses(orders: tuple[TrackedOrder, ...], files: Iterable[OutputFile]) -> list[Problem]:
    """A problem for everything that is in one place and not in another. ``files``: all that would be published."""
    published = {file.path: file.content for file in files}
    ids = {tracked.obligation.id for order in orders for tracked in order.obligations}
    problems = [problem for order in orders for problem in _spans(order)]
    problems += [problem for order in orders for problem in _pages(order, published)]
    records = {record["id"] for record in json.loads(published["api/v1/obligations.json"])["obligations"]}
    problems += _difference("api/v1/obligations.json", ids, records)
    named = {uid(name): name for name in ids}
    events = [named.get(event, event) for event in _events(published)]
    problems += [
        Problem("calendars/all.ics", 0, 0, f"the event of {name} is there twice")
        for name in sorted(set(events))
        if events.count(name) > 1
    ]
    return problems + _difference("calendars/all.ics", ids, set(events) | _undated_ids(orders))


def _spans(order: TrackedOrder) -> list[Problem]:
    text = order.order.body
    return [
        Problem(
            f"source/{order.order.id}/order.md",
            0,
            0,
            f"a quotation of {obligation.id} does not stand where its span says",
            quote,
            span.of(text),
        )
        for obligation in order.reading.obligations
        for quote, span in _quotations(obligation)
        if span.of(text) != quote
    ]


def _quotations(obligation: Obligation) -> list[tuple[str, Span]]:
    found = [(obligation.quote, obligation.span), (obligation.action, obligation.action_span)]
    if obligation.deadline.quote and obligation.deadline.span:
        found.append((obligation.deadline.quote, obligation.deadline.span))
    return found


def _pages(order: TrackedOrder, published: dict[str, bytes]) -> list[Problem]:
    folder = f"orders/{order.order.id}"
    wanted = {f"{folder}/{tracked.obligation.key}/index.md" for tracked in order.obligations}
    problems = [
        Problem(path, 0, 0, "an obligation has no page of its own") for path in sorted(wanted - published.keys())
    ]
    page = published.get(f"{folder}/index.md", b"").decode("utf-8")
    rows = len(_ROW.findall(page))
    if rows != len(order.obligations):
        problems.append(
            Problem(
                f"{folder}/index.md",
                0,
                0,
                "the table does not hold every obligation",
                f"{rows} rows",
                f"{len(order.obligations)} rows",
            )
        )
    return problems


def _events(published: dict[str, bytes]) -> list[str]:
    """The UIDs of all events in the calendar of everything; there is no such file when nothing is dated."""
    content = published.get("calendars/all.ics")
    return [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")] if content else []


def _undated_ids(orders: tuple[TrackedOrder, ...]) -> set[str]:
    return {tracked.obligation.id for _, group in undated(orders) for tracked in group}


def _difference(path: str, wanted: set[str], found: set[str]) -> list[Problem]:
    lost = [Problem(path, 0, 0, f"the obligation {name} is missing") for name in sorted(wanted - found)]
    return lost + [
        Problem(path, 0, 0, f"the obligation {name} is nowhere in the text") for name in sorted(found - wanted)
    ]
