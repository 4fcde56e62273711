"""The calendars: every dated obligation has its event in each feed that it belongs to, on its day, marked as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from icalendar import Component

from extractor.problems import Problem
from extractor.publish.proof.compare import members, missing_file, same
from extractor.publish.proof.expected import Record, Wanted
from extractor.publish.proof.finished import Finished

FOLDER = "calendars/"
_ALARMS = {-timedelta(days=days) for days in (14, 7, 1)}
Feeds = dict[str, list[Wanted]]  # path → the obligations that its events are of


def all_and_open(record: Record) -> Feeds:
    """The calendar of everything, and of what is still to be done."""
    return {f"{FOLDER}all.ics": list(record.dated), f"{FOLDER}open.ics": [each for each in record.dated if each.open]}


def by_window(record: Record) -> Feeds:
    """A calendar for each length of time that an order gives from its signing."""
    return _grouped(record, lambda each: [f"within-{each.window}"] if each.window else [])


def by_official(record: Record) -> Feeds:
    """A calendar for each office that leads a dated duty, or through which it is done."""
    return _grouped(record, lambda each: [f"officials/{office}" for office in each.carried_by])


def by_consulted(record: Record) -> Feeds:
    """A calendar of what an office is consulted on or coordinated with."""
    known = record.office_names
    return _grouped(record, lambda each: [f"officials/{office}-with" for office in each.consulted if office in known])


def by_order(record: Record) -> Feeds:
    """A calendar for each order."""
    return _grouped(record, lambda each: [f"orders/{each.obligation.order}"])


def by_agency(record: Record) -> Feeds:
    """A calendar for each agency: what its offices lead, and what is done through them."""
    of = record.agency_of
    return _grouped(record, lambda each: {f"agencies/{of[office]}" for office in each.carried_by if office in of})


def of_one(record: Record) -> Feeds:
    """Each dated obligation's own calendar."""
    return _grouped(record, lambda each: [f"obligations/{each.id}"])


def _grouped(record: Record, names_of: Callable[[Wanted], Iterable[str]]) -> Feeds:
    feeds: Feeds = {}
    for each in record.dated:
        for name in names_of(each):
            feeds.setdefault(f"{FOLDER}{name}.ics", []).append(each)
    return feeds


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
            beside = f"{path.removesuffix('.ics')}-alarms.ics"
            yield from _feed(record, site, beside, wanted, "VEVENT")
            yield from _alarms(record, site, beside)

    return proof


def _alarms(record: Record, site: Finished, path: str) -> Iterator[Problem]:
    for event in _components(site, path, "VEVENT"):
        each = record.by_id.get(record.by_uid.get(str(event.get("UID")), ""))
        found = {getattr(alarm.get("TRIGGER"), "dt", None) for alarm in event.walk("VALARM")}
        if each and each.open:
            yield from same(path, each.id, "alarms", _ALARMS, found)


def tasks(record: Record, site: Finished) -> Iterator[Problem]:
    """The list of tasks has each dated obligation, with its day, and what is done as completed."""
    path = f"{FOLDER}tasks.ics"
    yield from _feed(record, site, path, list(record.dated), "VTODO")
    for task in _components(site, path, "VTODO"):
        if each := record.by_id.get(record.by_uid.get(str(task.get("UID")), "")):
            done = each.tracked.completed if not each.cancelled else None
            yield from same(path, each.id, "day of completion", done, _day(task, "COMPLETED"))


def _feed(record: Record, site: Finished, path: str, wanted: list[Wanted], kind: str) -> Iterator[Problem]:
    if path not in site.paths:
        yield missing_file(path, f"the calendar of {', '.join(each.id for each in wanted[:3]) or 'nothing'}")
        return
    try:
        found = _components(site, path, kind)
    except ValueError as error:
        yield Problem(path, 0, 0, "this is no calendar (RFC 5545)", str(error))
        return
    uids = [str(each.get("UID", "")) for each in found]
    yield from members(
        path, [each.id for each in wanted], [record.by_uid.get(uid, f"with the UID {uid}") for uid in uids]
    )
    for uid, component in zip(uids, found, strict=True):
        if each := record.by_id.get(record.by_uid.get(uid, "")):
            yield from (_event if kind == "VEVENT" else _task)(path, each, component)


def _components(site: Finished, path: str, kind: str) -> list[Component]:
    return [each for each in site.components(path) if each.name == kind]


def _event(path: str, each: Wanted, event: Component) -> Iterator[Problem]:
    yield from same(path, each.id, "date", each.event_day, _day(event, "DTSTART"))
    yield from same(path, each.id, "end", each.event_end, _day(event, "DTEND"))
    yield from same(path, each.id, "status", "CANCELLED" if each.cancelled else "CONFIRMED", event.get("STATUS"))


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
    """Every calendar that was ever published is still there, so that no subscription breaks."""
    for order in record.orders:
        accepted = order.reading.acceptance
        for path in accepted.calendars if accepted else ():
            if path not in site.paths:
                yield missing_file(path, f"a calendar that {order.order.id} was published in")


def subscribe_page(record: Record, site: Finished) -> Iterator[Problem]:
    """The page of subscriptions leads to each calendar for all, for what is open, for a window and for an official."""
    page = site.page("subscribe/")
    linked = page.targets()
    for path in sorted({**all_and_open(record), **by_window(record), **by_official(record)}):
        if path not in linked:
            yield Problem(page.file, 0, 0, f"{path} is not linked")


def index_of_calendars(record: Record, site: Finished) -> Iterator[Problem]:
    """``calendars/index.json`` names each calendar file of the site, each once, with its number of events."""
    path = f"{FOLDER}index.json"
    listed = {str(each.get("path")): each for each in _listed(site.json(path))}
    files = sorted(each for each in site.paths if each.startswith(FOLDER) and each.endswith(".ics"))
    yield from members(path, files, [str(each.get("path")) for each in _listed(site.json(path))], "the calendar")
    for file in files:
        if "count" in listed.get(file, {}):
            yield from same(path, file, "count", len(list(site.components(file))), listed[file]["count"])


def _listed(content: Any) -> list[dict[str, Any]]:
    """The list of calendars, bare or as the one list of an object."""
    lists = content.values() if isinstance(content, dict) else (content,)
    return [each for found in lists if isinstance(found, list) for each in found if isinstance(each, dict)]
