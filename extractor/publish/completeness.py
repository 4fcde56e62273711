"""The proof that nothing is lost between an order's text and what is published.

For every order: obligations read = rows on the order's page = pages of their own = records in the API = events in the
calendar of everything + those that the page of deadlines lists without a date (an obligation that was published with a
date and has none now is among these, and keeps its event). And every quotation stands in the text
where its span says. What is published is read back from its files; nothing here asks the code that wrote them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from icalendar import Calendar

from extractor.model import Obligation, OutputFile, Span, TrackedOrder
from extractor.problems import Problem
from extractor.publish.calendars import uid
from extractor.track import last_published

DATA, CALENDAR, DEADLINES = "api/v1/obligations.json", "calendars/all.ics", "deadlines/index.md"
_ROW = re.compile(
    r'<tr data-standing[^>]*data-due="([^"]*)"(?:(?!</tr>).)*?class="cell-duty"[^>]*><a href="[./]*orders/([^"]+)/"',
    re.S,
)


def losses(orders: tuple[TrackedOrder, ...], files: Iterable[OutputFile]) -> list[Problem]:
    """A problem for everything that is in one place and not in another. ``files``: all that would be published."""
    published = {file.path: file.content for file in files}
    tracked = [each for order in orders for each in order.obligations]
    ids = [each.obligation.id for each in tracked]
    dated = [each.obligation.id for each in tracked if each.schedule.due]
    undated = [each.obligation.id for each in tracked if not each.schedule.due]
    problems = [problem for order in orders for problem in (*_spans(order), *_pages(order, published))]
    problems += _compare(DATA, ids, _records(published))
    kept = {each.obligation.id for order in orders for each in order.obligations if last_published(order, each)}
    problems += _compare(
        CALENDAR, [name for name in ids if name in kept or name in set(dated)], _events(published, ids)
    )
    listed = _rows(published, DEADLINES)
    problems += _compare(DEADLINES, dated, [name for due, name in listed if due])
    return problems + _compare(DEADLINES, undated, [name for due, name in listed if not due])


def _spans(order: TrackedOrder) -> list[Problem]:
    file, text = f"source/{order.order.id}/order.md", order.order.body
    return [
        Problem(file, 0, 0, f"a quotation of {duty.id} does not stand where its span says", quote, span.of(text))
        for duty in order.reading.obligations
        if duty.retired is None  # its words stand in no text any more
        for quote, span in _quotations(duty)
        if span.of(text) != quote
    ]


def _quotations(obligation: Obligation) -> list[tuple[str, Span]]:
    found = [(obligation.quote, obligation.span), (obligation.action, obligation.action_span)]
    if obligation.deadline.quote and obligation.deadline.span:
        found.append((obligation.deadline.quote, obligation.deadline.span))
    return found


def _pages(order: TrackedOrder, published: dict[str, bytes]) -> list[Problem]:
    ids = [tracked.obligation.id for tracked in order.obligations]
    table = f"orders/{order.order.id}/index.md"
    problems = [
        Problem(f"orders/{name}/index.md", 0, 0, f"the obligation {name} has no page of its own")
        for name in ids
        if f"orders/{name}/index.md" not in published
    ]
    return problems + _compare(table, ids, [name for _due, name in _rows(published, table)])


def _rows(published: dict[str, bytes], path: str) -> list[tuple[str, str]]:
    """(due date, id) of each row of a page's list; the date is empty where there is none."""
    return _ROW.findall(_text(published, path))


def _records(published: dict[str, bytes]) -> list[str]:
    return [record["id"] for record in json.loads(_text(published, DATA) or "{}").get("obligations", ())]


def _events(published: dict[str, bytes], ids: list[str]) -> list[str]:
    """The ids behind the calendar of everything; there is no such file when nothing is dated."""
    names = {uid(name): name for name in ids}
    content = published.get(CALENDAR)
    events = [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")] if content else []
    return [names.get(event, event) for event in events]


def _text(published: dict[str, bytes], path: str) -> str:
    return published.get(path, b"").decode("utf-8")


def _compare(path: str, wanted: list[str], found: list[str]) -> list[Problem]:
    """A problem for each id that is missing, stands there without being wanted, or stands there twice."""
    times, known = Counter(found), set(wanted)
    lost = [f"the obligation {name} is missing" for name in wanted if not times[name]]
    strange = [f"the obligation {name} does not belong here" for name in times if name not in known]
    twice = [f"the obligation {name} is there twice" for name in wanted if times[name] > 1]
    return [Problem(path, 0, 0, message) for message in (*lost, *strange, *twice)]
