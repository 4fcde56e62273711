"""The feeds of changes (Atom, RFC 4287): each change on its day in every feed that it belongs to, none from the future."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree

from extractor.model import TrackedOrder
from extractor.problems import Problem
from oracle.compare import members, missing_file
from oracle.expected import Record, Wanted
from oracle.finished import Finished, day_in
from oracle.told import days_of_order, days_told, happened_on

_NAMES = {"a": "http://www.w3.org/2005/Atom"}
_PAGE = re.compile(r"(?:^|/)orders/([^/]+)/(?:([^/]+)/)?$")
_NEWEST = 200  # entries from which on a feed of all orders may leave out the oldest days
_NOTICES = {"due-in-30-days": -30, "due-in-7-days": -7, "due-tomorrow": -1, "past-due": 1}  # days from the due date


@dataclass(frozen=True)
class _Entry:
    """One entry: the id of the obligation or order that it leads to, its day (ISO 8601), its categories, its words."""

    of: str
    day: str
    kinds: frozenset[str]
    words: str


def feeds_of_changes(record: Record, site: Finished) -> Iterator[Problem]:
    """The feed of all; of each order, agency and official."""
    yield from _changes(site, "changes.atom", record.wanted, record.orders, record)
    for order in record.orders:
        path = f"changes/orders/{order.order.id}.atom"
        yield from _changes(site, path, record.of_order(order), (order,), record)
    for office in sorted(record.office_names):
        yield from _changes(site, f"changes/officials/{office}.atom", record.carried_by(office), (), record)
    for agency in record.agencies:
        yield from _changes(site, f"changes/agencies/{agency}.atom", record.carried_in(agency), (), record)


def reminders(record: Record, site: Finished) -> Iterator[Problem]:
    """What the calendar alone makes: each notice as many days from the due date as it says, which it states.

    Of a duty whose date nothing on record ever moved, every notice up to the day of the record is there.
    """
    path = "reminders.atom"
    entries, problems = _read(site, path, record)
    yield from problems
    since = _since(entries)
    found = [f"{entry.of}: {kind} on {entry.day}" for entry in entries for kind in _NOTICES if kind in entry.kinds]
    wanted = [
        f"{each.id}: {kind} on {day}"
        for each in record.wanted
        if each.undisturbed
        for kind, day in _notices(each)
        if day >= since
    ]
    moved = [name for name in found if (each := record.by_id.get(name.partition(":")[0])) and not each.undisturbed]
    yield from members(path, [*wanted, *dict.fromkeys(moved)], found, "the notice of")
    for entry in entries:
        for kind in entry.kinds & _NOTICES.keys():
            due, day = day_in(entry.words), date.fromisoformat(entry.day)
            if due is None or due.toordinal() + _NOTICES[kind] != day.toordinal():
                message = f"{entry.of}, {kind}: not the due date that belongs to {entry.day}"
                yield Problem(path, 0, 0, message, due.isoformat() if due else "nothing")


def _notices(each: Wanted) -> Iterator[tuple[str, str]]:
    """The notices of a due date that never moved, from the order's first day to that of the record."""
    due, order = each.tracked.schedule.due, each.of.order
    first = order.signed or order.published or date.min
    for round_ in each.rounds or ([due] if due else []):
        for kind, days in _NOTICES.items():
            day = round_.toordinal() + days
            if first.toordinal() <= day <= each.of.as_of.toordinal():
                yield kind, date.fromordinal(day).isoformat()


def _changes(
    site: Finished, path: str, wanted: Iterable[Wanted], orders: Iterable[TrackedOrder], record: Record
) -> Iterator[Problem]:
    """The feed has each log entry and each end of the obligations on the day that it went on record, and the first day of
    each order; of no obligation has it anything on a day on which nothing happened to it.
    """
    entries, problems = _read(site, path, record)
    yield from problems
    if problems and not entries:
        return
    since, found = _since(entries), Counter(f"{entry.of} on {entry.day}" for entry in entries)
    ours = {each.id: each for each in wanted}
    must = Counter(f"{each.id} on {day}" for each in ours.values() for day in days_told(each))
    must.update(f"{order.order.id} on {day}" for order in orders for day in days_of_order(order))
    for name in must - found:
        if name.rpartition(" ")[2] >= since:
            yield Problem(path, 0, 0, f"the change of {name} is missing")
    for entry in entries:
        if (each := record.by_id.get(entry.of)) and not happened_on(each, entry.day, each.id in ours):
            yield Problem(path, 0, 0, f"the change of {entry.of} on {entry.day} does not belong here")


def _since(entries: list[_Entry]) -> str:
    """The day from which on a feed must be whole: that of its oldest entry, where it may leave out what is older."""
    return min(entry.day for entry in entries) if len(entries) >= _NEWEST else ""


def _read(site: Finished, path: str, record: Record) -> tuple[list[_Entry], list[Problem]]:
    """The entries of a feed, and what is wrong with it whatever they are about."""
    content = site.content(path)
    if content is None:
        return [], [missing_file(path, "a feed")]
    try:
        feed = ElementTree.fromstring(content)
        entries = [_entry(node) for node in feed.iterfind("a:entry", _NAMES)]
    except (ElementTree.ParseError, ValueError) as error:
        return [], [Problem(path, 0, 0, "this is no feed", str(error))]
    if feed.tag != f"{{{_NAMES['a']}}}feed":
        return [], [Problem(path, 0, 0, "this is no feed", feed.tag)]
    ids = Counter(node.findtext("a:id", "", _NAMES) for node in feed.iterfind("a:entry", _NAMES))
    problems = [Problem(path, 0, 0, f"the entry {name} is there twice") for name, times in ids.items() if times > 1]
    late = [entry for entry in entries if entry.day > record.as_of.isoformat()]
    return entries, [
        *problems,
        *(Problem(path, 0, 0, f"{entry.of}: an entry from the future", entry.day) for entry in late),
    ]


def _entry(node: ElementTree.Element) -> _Entry:
    """One entry; raises ``ValueError`` where its day is none."""
    link = node.find("a:link[@rel='alternate']", _NAMES)
    found = _PAGE.search(unquote(link.get("href", ""))) if link is not None else None
    return _Entry(
        "/".join(part for part in found.groups() if part) if found else "",
        date.fromisoformat(node.findtext("a:updated", "", _NAMES)[:10]).isoformat(),
        frozenset(each.get("term", "") for each in node.iterfind("a:category", _NAMES)),
        node.findtext("a:content", "", _NAMES),
    )
