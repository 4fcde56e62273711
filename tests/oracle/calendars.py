"""The calendars: every dated obligation has its event in each feed that it belongs to, on its day, marked as it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from icalendar import Component

from extractor.problems import Problem
from oracle.compare import members, missing_file, same
from oracle.expected import Record, Wanted
from oracle.finished import Finished

FOLDER = "calendars/"
TASKS = f"{FOLDER}tasks.ics"
_ALARMS = {14, 7, 1}  # days before
Feeds = dict[str, list[Wanted]]  # path → the obligations that its events are of


def all_and_open(record: Record) -> Feeds:
    """The calendar of everything, and of what is still to be done."""
    return {f"{FOLDER}all.ics": list(record.dated), f"{FOLDER}open.ics": [each for each in record.dated if each.open]}


def by_window(record: Record) -> Feeds:
    """A calendar for each length of time that an order gives from its signing."""
    return _grouped(record, lambda each: [f"within-{each.window}"] if each.window else [])


def by_official(record: Record) -> Feeds:
    """A calendar for each office that leads a dated duty, or through which it is done."""
    return _grouped(record, lambda each: [f"officials/{_told_apart(office)}" for office in each.carried_by])


def by_partner(record: Record) -> Feeds:
    """A calendar of what others do in consultation or coordination with an office."""
    return _grouped(record, lambda each: [f"officials/{_told_apart(office)}-with" for office in each.partners])


def by_order(record: Record) -> Feeds:
    """A calendar for each order, also for one in which nothing is dated."""
    feeds: Feeds = {f"{FOLDER}orders/{_told_apart(order.order.id)}.ics": [] for order in record.orders}
    return feeds | _grouped(record, lambda each: [f"orders/{_told_apart(each.obligation.order)}"])


def by_agency(record: Record) -> Feeds:
    """A calendar for each agency: what its offices lead, and what is done through them."""
    of = record.agency_of
    return _grouped(
        record, lambda each: {f"agencies/{_told_apart(of[office])}" for office in each.carried_by if office in of}
    )


def of_one(record: Record) -> Feeds:
    """Each dated obligation's own calendar."""
    return _grouped(record, lambda each: [f"obligations/{each.id}"])


FOLLOWED = (all_and_open, by_window, by_official, by_partner, by_order, by_agency)
"""The calendars of many obligations; beside each stands one with alarms."""


def _grouped(record: Record, names_of: Callable[[Wanted], Iterable[str]]) -> Feeds:
    feeds: Feeds = {}
    for each in record.dated:
        for name in names_of(each):
            feeds.setdefault(f"{FOLDER}{name}.ics", []).append(each)
    return feeds


def _told_apart(name: str) -> str:
    """A name that ends as the files beside it do gets eight digits of its SHA-256."""
    if not name.endswith(("-with", "-alarms")):
        return name
    return f"{name}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def events(feeds_of: Callable[[Record], Feeds]) -> Callable[[Record, Finished], Iterator[Problem]]:
    """The proof that each of the feeds has the events that it must have, and no other."""

    def proof(record: Record, site: Finished) -> Iterator[Problem]:
        for path, wanted in sorted(feeds_of(record).items()):
            yield from _feed(record, site, path, wanted, "VEVENT")

    return proof


def with_alarms(feeds_of: Callable[[Record], Feeds]) -> Callable[[Record, Finished], Iterator[Problem]]:
    """The proof that beside each of the feeds stands one with the same events, and alarms on what is open."""

    def proof(record: Record, site: Finished) -> Iterator[Problem]:
        for path, wanted in sorted(feeds_of(record).items()):
            beside = _beside(path)
            yield from _feed(record, site, beside, wanted, "VEVENT")
            yield from _alarms(record, site, beside)

    return proof


def _beside(path: str) -> str:
    return f"{path.removesuffix('.ics')}-alarms.ics"


def _alarms(record: Record, site: Finished, path: str) -> Iterator[Problem]:
    for event in _components(site, path, "VEVENT"):
        each = record.by_id.get(record.by_uid.get(str(event.get("UID")), ""))
        found = {_days_before(alarm) for alarm in event.walk("VALARM")}
        if each and each.open:
            yield from same(path, each.id, "alarms", _ALARMS, found)


def _days_before(alarm: Component) -> int | None:
    """On which day before the event an alarm rings, whatever the hour; ``None`` where it says no such thing."""
    before = getattr(alarm.get("TRIGGER"), "dt", None)
    return -before.days if isinstance(before, timedelta) else None


def tasks(record: Record, site: Finished) -> Iterator[Problem]:
    """The list of tasks has each dated obligation, with its day, and what is done as completed."""
    yield from _feed(record, site, TASKS, list(record.dated), "VTODO")
    for task in _components(site, TASKS, "VTODO"):
        if each := record.by_id.get(record.by_uid.get(str(task.get("UID")), "")):
            done = each.tracked.completed if not each.cancelled else None
            yield from same(TASKS, each.id, "day of completion", done, _day(task, "COMPLETED"))


def _feed(record: Record, site: Finished, path: str, wanted: list[Wanted], kind: str) -> Iterator[Problem]:
    if path not in site.paths:
        yield missing_file(path, f"the calendar of {', '.join(each.id for each in wanted[:3]) or 'nothing'}")
        return
    if unreadable := _unreadable(site, path):
        yield unreadable
        return
    found = _components(site, path, kind)
    uids = [str(each.get("UID", "")) for each in found]
    yield from members(
        path, [each.id for each in wanted], [record.by_uid.get(uid, f"with the UID {uid}") for uid in uids]
    )
    for uid, component in zip(uids, found, strict=True):
        if each := record.by_id.get(record.by_uid.get(uid, "")):
            yield from (_event if kind == "VEVENT" else _task)(path, each, component)


def _components(site: Finished, path: str, kind: str) -> list[Component]:
    """The components of one kind; none where the file is missing or no calendar, which ``_feed`` reports."""
    return [] if _unreadable(site, path) else [each for each in site.components(path) if each.name == kind]


def _event(path: str, each: Wanted, event: Component) -> Iterator[Problem]:
    yield from same(path, each.id, "date", each.event_day, _day(event, "DTSTART"))
    yield from same(path, each.id, "end", each.event_end, _day(event, "DTEND"))
    yield from same(path, each.id, "status", "CANCELLED" if each.cancelled else "CONFIRMED", event.get("STATUS"))
    said = str(event.get("SUMMARY", "")).lower()
    if not each.cancelled and bool(each.tracked.completed) != said.startswith("done"):
        yield Problem(path, 0, 0, f"{each.id}: not what its event says of whether it is done", said)


def _task(path: str, each: Wanted, task: Component) -> Iterator[Problem]:
    yield from same(path, each.id, "date", each.event_day, _day(task, "DUE"))
    closed = "CANCELLED" if each.cancelled else "COMPLETED" if each.tracked.completed else ""
    if closed != task.get("STATUS") and (closed or task.get("STATUS") in ("CANCELLED", "COMPLETED")):
        yield from same(path, each.id, "status", closed or "open", task.get("STATUS"))


def _day(component: Component, name: str) -> object:
    """A property's day, the UTC day of a moment; ``None`` where it has none."""
    value = getattr(component.get(name), "dt", None)
    return value.date() if isinstance(value, datetime) else value


def kept_calendars(record: Record, site: Finished) -> Iterator[Problem]:
    """Every calendar that was ever published is still there and a calendar, so that no subscription breaks.

    One that has no events of its own any more is empty, or has those of the one that its office was joined to.
    """
    present = {path for feeds_of in FOLLOWED for path in feeds_of(record)}
    for order in record.orders:
        accepted = order.reading.acceptance
        for path in accepted.calendars if accepted else ():
            if path not in site.paths:
                yield missing_file(path, f"a calendar that {order.order.id} was published in")
            elif path not in present:
                yield from _kept(record, site, path)


def _kept(record: Record, site: Finished, path: str) -> Iterator[Problem]:
    if unreadable := _unreadable(site, path):
        yield unreadable
    for found in _components(site, path, "VEVENT"):
        uid = str(found.get("UID", ""))
        if each := record.by_id.get(record.by_uid.get(uid, "")):
            yield from _event(path, each, found)
        else:
            yield Problem(path, 0, 0, f"the obligation with the UID {uid} does not belong here")


def _unreadable(site: Finished, path: str) -> Problem | None:
    try:
        site.components(path)
    except ValueError as error:
        return Problem(path, 0, 0, "this is no calendar (RFC 5545)", str(error))
    return None


def subscribe_page(record: Record, site: Finished) -> Iterator[Problem]:
    """The page of subscriptions, or one below it, leads to each calendar that a reader can follow, and to the one with alarms.

    An obligation's own calendar is on its page.
    """
    addresses = {
        path.removesuffix("index.md").removesuffix("index.html") for path in site.paths if path.startswith("subscribe/")
    }
    linked = {target for address in addresses for target in site.page(address).targets()}
    plain = sorted({path for feeds_of in FOLLOWED for path in feeds_of(record)})
    for path in (TASKS, *plain, *map(_beside, plain)):
        if path not in linked:
            yield Problem(site.page_file("subscribe/"), 0, 0, f"{path} is not linked")


def index_of_calendars(record: Record, site: Finished) -> Iterator[Problem]:
    """``calendars/index.json`` names each calendar once, with its number of entries, and the one beside it with alarms."""
    path = f"{FOLDER}index.json"
    feeds: Feeds = {}
    for feeds_of in (*FOLLOWED, of_one):
        feeds |= feeds_of(record)
    feeds[TASKS] = list(record.dated)
    listed = _listed(site.json(path))
    names = [str(each.get("path")) for each in listed]
    yield from members(path, {*feeds, *(name for name in names if name in site.paths)}, names, "the calendar")
    for each in listed:
        if (name := str(each.get("path"))) in feeds:
            yield from same(path, name, "count", len(feeds[name]), each.get("count"))
            if name != TASKS and not name.startswith(f"{FOLDER}obligations/"):
                yield from same(path, name, "calendar with alarms", _beside(name), each.get("alarms"))


def _listed(content: Any) -> list[dict[str, Any]]:
    found = content.get("calendars") if isinstance(content, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
