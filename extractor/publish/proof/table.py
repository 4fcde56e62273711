"""What is proved of a finished site: a line for each kind of output, by the predicates that published it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from extractor.model import NotObligation, Round, TrackedOrder, Unread
from extractor.publish.addresses import order_page, text_file, text_page
from extractor.publish.agencies import Agency
from extractor.publish.api import paths as data_paths
from extractor.publish.calendars.calendar_files import has_alarms
from extractor.publish.calendars.dated import Dated
from extractor.publish.calendars.event import ALARMS, event_status, last_day, task_status, task_uid, uid
from extractor.publish.calendars.feeds import CalendarFile, Feed
from extractor.publish.calendars.paths import INDEX, alarms_calendar
from extractor.publish.calendars.series import left_out, overrides, rule_of
from extractor.publish.changes.change import Change
from extractor.publish.changes.feeds import every_feed
from extractor.publish.page import Site
from extractor.publish.proof import calendars, data, pages
from extractor.publish.proof.calendars import event_key, rule_text
from extractor.publish.proof.held import Output, Said, Values, iso, text_of
from extractor.publish.search.index import PATH as SEARCH
from extractor.publish.view import Duty, Official, duties
from extractor.rounds import is_closed

Files = Iterator[tuple[str, Iterable[Any]]]  # path → members


def _pages_of_lists(site: Site) -> Files:
    yield from ((path, site.duties) for path in ("status/index.html", "deadlines/index.html"))
    yield from ((f"{order_page(order.order.id)}index.html", duties((order,))) for order in site.orders)
    yield from ((f"officials/{office.slug}/index.html", office.carries) for office in site.officials)
    yield from ((f"agencies/{agency.slug}/index.html", agency.carries) for agency in site.agencies)


def _pages_of_texts(site: Site) -> Files:
    for order in site.orders:
        live = [duty for duty in duties((order,)) if not duty.obligation.retired]
        yield f"{text_page(order.order.id)}index.html", live


def _pages_of_consulted(site: Site) -> Files:
    yield from ((f"officials/{office.slug}/index.html", office.consulted) for office in site.officials)
    yield from ((f"agencies/{agency.slug}/index.html", agency.consulted) for agency in site.agencies)


def _texts(site: Site) -> Files:
    for order in site.orders:
        yield text_file(order.order.id), [order.order.body]
        for earlier in order.reading.earlier:
            yield text_file(order.order.id, earlier.until), [earlier.order.body]


def _calendars(site: Site) -> Files:
    yield from ((feed.file.path, _events(feed)) for feed in site.every_calendar if feed.file.kind != "tasks")


def _calendars_with_alarms(site: Site) -> Files:
    for feed in site.every_calendar:
        if has_alarms(feed.file):
            yield alarms_calendar(feed.file.path), _events(feed)


class InCalendar(NamedTuple):
    """An event of a calendar: of an obligation, or of one round of it; in the one of what is open, or in another."""

    each: Dated
    only_open: bool
    round: Round | None = None


def _events(feed: Feed) -> list[InCalendar]:
    only_open = feed.file.kind == "open"
    whole = [InCalendar(each, only_open) for each in feed.members]
    return whole + [InCalendar(each, only_open, one) for each in feed.members for one in overrides(each, only_open)]


def _tasks(site: Site) -> Files:
    yield from ((feed.file.path, feed.members) for feed in site.every_calendar if feed.file.kind == "tasks")


def _data_of_duties(site: Site) -> Files:
    yield data_paths.OBLIGATIONS, site.duties
    yield from ((data_paths.order_json(order.order.id), duties((order,))) for order in site.orders)
    yield from ((data_paths.obligation_json(duty.obligation.id), [duty]) for duty in site.duties)


def _data_of_passages(site: Site) -> Files:
    yield data_paths.OBLIGATIONS, data.numbered(_places(site.orders, True))
    yield data_paths.NOT_OBLIGATIONS, data.numbered(_places(site.orders, False))
    yield from ((data_paths.order_json(each.order.id), data.numbered(_places((each,), True))) for each in site.orders)


def _places(orders: Iterable[TrackedOrder], unread: bool) -> Iterator[tuple[str, str, int, int]]:
    for order in orders:
        aside: list[NotObligation | Unread] = [*order.reading.not_obligations]
        aside += order.reading.unread if unread else ()
        yield from ((order.order.id, item.citation, item.span.start, item.span.end) for item in aside)


def _sheets(site: Site, ending: str) -> Files:
    yield f"{data_paths.OBLIGATIONS.removesuffix('json')}{ending}", site.duties
    csv = {data_paths.order_csv(order.order.id): duties((order,)) for order in site.orders}
    csv |= {data_paths.agency_csv(agency.slug): agency.carries for agency in site.agencies}
    yield from ((f"{path.removesuffix('csv')}{ending}", members) for path, members in csv.items())


def _search(site: Site) -> Files:
    of_orders = [order_page(order.order.id) for order in site.orders]
    of_agencies = [f"agencies/{agency.slug}/" for agency in site.agencies]
    of_officials = [f"officials/{official.slug}/" for official in site.officials]
    yield SEARCH, [*of_orders, *of_agencies, *of_officials, *(duty.address for duty in site.duties)]


def _on_page(duty: Duty) -> Said:
    return _named(duty, {"due date": iso(duty.due), "standing": duty.shown.style})


def _in_data(duty: Duty) -> Said:
    tracked = duty.tracked
    more = {"reason for no date": text_of(tracked.schedule.undated), "status": text_of(tracked.status)}
    return _named(duty, {**_in_sheet(duty).values, **more})


def _in_sheet(duty: Duty) -> Said:
    days = {"day of completion": iso(duty.tracked.completed), "day": iso(duty.of.as_of)}
    return _named(duty, {"due date": iso(duty.due), "standing": duty.standing.value, **days})


def _named(duty: Duty, values: Values) -> Said:
    return Said(duty.obligation.id, duty.obligation.id, values)


def _event(event: InCalendar) -> Said:
    each, one = event.each, event.round
    values = {"status": event_status(each), "alarms": "0", **_revised(each)}
    if one:
        name = f"{each.obligation.id}, round of {iso(one.day)}"
        return Said(event_key(uid(each.obligation.id), one.day), name, {**values, "date": iso(one.due)})
    gone = len(left_out(each)) if event.only_open else 0
    series = {"rule": rule_text(rule_of(each)), "rounds left out": str(gone)}
    days = {"date": iso(each.starts), "end": iso(last_day(each))}
    return Said(event_key(uid(each.obligation.id)), each.obligation.id, {**values, **days, **series})


def _ringing_event(event: InCalendar) -> Said:
    quiet, each, one = _event(event), event.each, event.round
    rings = each.open and not (one and each.series and is_closed(each.series, one))
    return quiet._replace(values={**quiet.values, "alarms": str(len(ALARMS) if rings else 0)})


def _task(each: Dated) -> Said:
    status = task_status(each)
    done = iso(each.tracked.completed) if status == "COMPLETED" else ""
    values = {"date": iso(each.due), "status": status, "day of completion": done}
    return Said(task_uid(each.obligation.id), each.obligation.id, {**values, **_revised(each)})


def _revised(each: Dated) -> dict[str, str]:
    """SEQUENCE and LAST-MODIFIED: neither may ever fall."""
    changed = each.revision.day or each.due
    return {"number of changes": str(each.revision.count), "day of its last change": iso(changed)}


def _listed(file: CalendarFile) -> Said:
    beside = alarms_calendar(file.path) if has_alarms(file) else ""
    return Said(file.path, file.path, {"count": str(file.events), "calendar with alarms": beside})


def _entry(change: Change) -> Said:
    of = change.duty.obligation.id if change.duty else change.of.order.id
    return Said(change.id, f"{of} on {iso(change.day)}", {"day": iso(change.day)})


def _change(change: Change) -> Said:
    entry = _entry(change)
    return entry._replace(values={**entry.values, "kinds": " ".join(change.kinds)})


def _passage(place: tuple[str, dict[str, str]]) -> Said:
    return Said(place[0], place[0], place[1])


def _order(order: TrackedOrder) -> Said:
    values = {"number of obligations": str(len(order.obligations)), "last search": iso(order.progress.checked)}
    return Said(order.order.id, order.order.id, values)


def _office(office: Official) -> Said:
    return _lists(office.slug, data.OF_OFFICIAL, office.leads, office.through, office.consulted)


def _agency(agency: Agency) -> Said:
    said = _lists(agency.slug, data.OF_AGENCY, (), agency.carries, agency.consulted)
    offices = " ".join(sorted(office.slug for office in agency.offices))
    return said._replace(values={**said.values, "list “offices”": offices})


def _lists(slug: str, names: tuple[str, ...], *lists: Iterable[Duty]) -> Said:
    return Said(slug, slug, {f"list “{name}”": _ids(found) for name, found in zip(names, lists, strict=True)})


def _ids(found: Iterable[Duty]) -> str:
    return " ".join(sorted(duty.obligation.id for duty in found))


def _address(address: str) -> Said:
    return Said(address, address, {})


def _text(body: str) -> Said:
    return Said("text", "text", {"SHA-256": hashlib.sha256(body.encode("utf-8")).hexdigest()})


def _id(duty: Duty) -> Said:
    return _named(duty, {})


OUTPUTS: tuple[Output[Any], ...] = (
    Output("lists of duties", _pages_of_lists, pages.rows, _on_page),
    Output(
        "pages of duties",
        lambda site: ((f"{duty.address}index.html", [duty]) for duty in site.duties),
        pages.facts,
        _on_page,
    ),
    Output("pages of texts", _pages_of_texts, pages.notes, _on_page),
    Output(
        "what offices are consulted on", _pages_of_consulted, pages.consulted, _id, "among what it is consulted on,"
    ),
    Output(
        "review",
        lambda site: [("review/index.html", [duty for duty in site.duties if duty.obligation.review])],
        pages.reviewed,
        _id,
    ),
    Output("plain texts", _texts, data.text, _text, "the"),
    Output("calendars", _calendars, calendars.events, _event),
    Output("calendars with alarms", _calendars_with_alarms, calendars.events, _ringing_event),
    Output("tasks", _tasks, calendars.tasks, _task),
    Output(
        "index of calendars",
        lambda site: [(INDEX, [feed.file for feed in site.every_calendar])],
        calendars.index,
        _listed,
        "the calendar",
    ),
    Output(
        "feeds",
        lambda site: ((feed.path, feed.changes) for feed in every_feed(site)),
        calendars.feed,
        _entry,
        "the change of",
    ),
    Output("data: duties", _data_of_duties, data.records, _in_data),
    Output("data: passages", _data_of_passages, data.passages, _passage, "the passage"),
    Output(
        "data: changes",
        lambda site: [(data_paths.CHANGES, site.record_changes)],
        data.changes,
        _change,
        "the change of",
    ),
    Output("data: orders", lambda site: [(data_paths.ORDERS, site.orders)], data.orders, _order, "the order"),
    Output(
        "data: officials", lambda site: [(data_paths.OFFICIALS, site.officials)], data.officials, _office, "the office"
    ),
    Output("data: agencies", lambda site: [(data_paths.AGENCIES, site.agencies)], data.agencies, _agency, "the agency"),
    Output("CSV", lambda site: _sheets(site, "csv"), data.csv_rows, _in_sheet),
    Output("workbooks", lambda site: _sheets(site, "xlsx"), data.workbook_rows, _in_sheet),
    Output("search", _search, data.search, _address, "the page"),
)
"""A new kind of output is a line here. What stands beside it — words, figures, pictures — tests look after."""
