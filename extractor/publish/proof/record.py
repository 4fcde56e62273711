"""The record itself, before anything is made of it: words at their places, ids that are there once, addresses that can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from extractor.model import Obligation, OutputFile, Span, TrackedOrder
from extractor.problems import Problem
from extractor.publish.addresses import order_page
from extractor.publish.view import duties, officials
from extractor.write import bad_paths


def faults_of_record(orders: tuple[TrackedOrder, ...]) -> list[Problem]:
    """What no page, calendar or file of data could tell truly. Nothing is rendered to find it.

    Every quotation stands in the order's text where its span says, every id is there once, what has no due date has a
    reason, and every address that follows from an id or from an office's name is one that each file system can hold.
    """
    of_orders = (problem for order in orders for problem in _of_order(order))
    return [*sorted(of_orders), *bad_paths(tuple(OutputFile(path, b"") for path in _addresses(orders)))]


def _of_order(order: TrackedOrder) -> Iterator[Problem]:
    file = f"source/{order.order.id}/order.md"
    for duty in order.reading.obligations:
        for quote, span in _quoted(duty):
            if (found := span.of(order.order.body)) != quote:
                yield Problem(
                    file, 0, 0, f"a quotation of {duty.id} does not stand where its span says", found[:200], quote[:200]
                )
    times = Counter(tracked.obligation.id for tracked in order.obligations)
    yield from (Problem(file, 0, 0, f"the obligation {name} is there twice") for name in times if times[name] > 1)
    for tracked in order.obligations:
        if not tracked.schedule.due and not tracked.schedule.undated and not tracked.obligation.retired:
            yield Problem(file, 0, 0, f"{tracked.obligation.id} has no due date and no reason for it")


def _quoted(duty: Obligation) -> Iterator[tuple[str, Span]]:
    """The words that an obligation quotes, with their spans; a retired one's stand in no text any more."""
    if duty.retired is None:
        yield duty.quote, duty.span
        yield duty.action, duty.action_span
        if duty.deadline.quote and duty.deadline.span:
            yield duty.deadline.quote, duty.deadline.span


def _addresses(orders: Iterable[TrackedOrder]) -> Iterator[str]:
    """The page of each order, obligation and office."""
    found = duties(orders)
    yield from (f"{order_page(order.order.id)}index.md" for order in orders)
    yield from (f"{duty.address}index.md" for duty in found)
    yield from (f"officials/{office.slug}/index.md" for office in officials(found))
