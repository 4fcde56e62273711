"""Which calendars there are, and what stands in each. None of it depends on the day of the build.

A calendar is one line of ``feeds``: its kind, whose it is, its path, its name, its members. There is none by a standing
that the clock changes: "due soon" would move events in and out of it without a change of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from extractor.model import Deadline, Obligation, TrackedOrder
from extractor.officials import office, placed_in, slug
from extractor.publish.calendars import paths
from extractor.publish.calendars.dated import Dated, dated
from extractor.publish.view import carries_office
from extractor.words.orders import full_name

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One calendar that exists: its path under the site's root, its name, and how many events it has.

    ``kind``: all | open | tasks | order | window | agency | official | with | obligation | kept. ``of`` is the canonical
    name of the office or the agency, the words of the window (``30 days``), the id of the order or the obligation, and
    empty for the others. ``kept`` is a path that was published once and has no events of its own any more.
    """

    path: str
    name: str
    kind: str
    of: str
    events: int


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar with its members, the earliest due first."""

    file: CalendarFile
    members: tuple[Dated, ...]


def feeds(orders: Iterable[TrackedOrder]) -> tuple[Feed, ...]:
    """Every calendar with members: all, open, tasks, the orders, the windows by length, the agencies, the officials.

    An agency, an official or a window without a dated obligation has none. Those of an order, and the first three,
    always exist.
    """
    orders = tuple(orders)
    found = dated(orders)
    return (
        _feed("all", "", paths.ALL, "Obligations: all deadlines", found),
        _feed("open", "", paths.OPEN, "Obligations: open deadlines", [each for each in found if each.open]),
        _feed("tasks", "", paths.TASKS, "Obligations: all deadlines as tasks", found),
        *_of_orders(orders, found),
        *_of_windows(found),
        *_of_agencies(found),
        *_of_officials("official", found, _doers, paths.official_calendar, "Obligations: {}"),
        *_of_officials("with", found, _partners, paths.with_calendar, "Obligations: with {}"),
    )


def feeds_of_obligations(orders: Iterable[TrackedOrder]) -> tuple[Feed, ...]:
    """The calendar of each obligation that has a date, or that was published with one."""
    return tuple(
        _feed("obligation", (id_ := each.obligation.id), paths.obligation_calendar(id_), f"Obligation: {id_}", [each])
        for each in dated(orders)
    )


def feeds_kept(orders: Iterable[TrackedOrder], present: Iterable[Feed]) -> tuple[Feed, ...]:
    """A calendar for every path that was ever published and that ``present`` lacks, so that no subscription breaks.

    It has the events of the calendar that its own was joined to, or none.
    """
    by_path = {feed.file.path: feed for feed in present}
    ever = {path for order in orders if (accepted := order.reading.acceptance) for path in accepted.calendars}
    return tuple(_kept(path, by_path) for path in sorted(ever - by_path.keys()))


def _kept(path: str, present: dict[str, Feed]) -> Feed:
    successor = present.get(paths.joined(path) or "")
    if successor:
        return _feed("kept", successor.file.of, path, successor.file.name, successor.members)
    words = path.rpartition("/")[2].removesuffix(".ics").replace("-", " ")
    return _feed("kept", "", path, f"Obligations: {words}", ())


def calendar_index(orders: Iterable[TrackedOrder]) -> tuple[CalendarFile, ...]:
    """The calendars that exist, in the order of ``feeds``; the alarms beside them, the obligations' own and what is kept
    of earlier ones apart.
    """
    return tuple(feed.file for feed in feeds(orders))


def calendar_title(file: CalendarFile) -> str:
    """A calendar's name on the pages: ``All deadlines``, ``Due within 30 days of the order``, the official's; for a kind
    that has no words here, the file's own name.
    """
    titles = {
        "all": "All deadlines",
        "open": "Open deadlines only",
        "tasks": "All deadlines, as tasks",
        "window": f"Due within {file.of} of the order",
        "agency": file.of,
        "official": file.of,
        "with": f"With {file.of}",
    }
    return titles.get(file.kind, file.name)


def _feed(kind: str, of: str, path: str, name: str, members: Iterable[Dated]) -> Feed:
    members = tuple(members)
    return Feed(CalendarFile(path, name, kind, of, len(members)), members)


def _of_orders(orders: tuple[TrackedOrder, ...], found: list[Dated]) -> Iterator[Feed]:
    groups = _gather(found, lambda each: [each.order.id])
    for order in orders:
        id_, name = order.order.id, f"Obligations: {full_name(order.order)}"
        yield _feed("order", id_, paths.order_calendar(id_), name, groups.get(id_, ()))


def _of_windows(found: list[Dated]) -> Iterator[Feed]:
    groups = _gather(found, lambda each: [window] if (window := stated_window(each.obligation.deadline)) else [])
    for (_, amount, unit), members in sorted(groups.items(), key=lambda group: group[0]):
        words = f"{amount} {unit}"
        name = f"Obligations: due within {words} of the order"
        yield _feed("window", words, paths.window_calendar(words), name, members)


def _of_agencies(found: list[Dated]) -> Iterator[Feed]:
    groups = _gather(found, lambda each: sorted(agencies_of(each.obligation)))
    for name, members in sorted(groups.items(), key=lambda group: group[0]):
        yield _feed("agency", name, paths.agency_calendar(name), f"Obligations: {name}", members)


def _of_officials(
    kind: str,
    found: list[Dated],
    names_of: Callable[[Obligation], Iterable[str]],
    path_of: Callable[[str], str],
    name: str,
) -> Iterator[Feed]:
    groups = _gather(found, lambda each: sorted({slug(name) for name in names_of(each.obligation)}))
    named = {key: _office_name(key, members, names_of) for key, members in groups.items()}
    for key in sorted(groups, key=lambda key: (named[key], key)):
        yield _feed(kind, named[key], path_of(named[key]), name.format(named[key]), groups[key])


def _gather(found: list[Dated], keys: Callable[[Dated], Iterable[Key]]) -> dict[Key, list[Dated]]:
    groups: dict[Key, list[Dated]] = {}
    for each in found:
        for key in keys(each):
            groups.setdefault(key, []).append(each)
    return groups


_UNIT_ORDER = ("hours", "days", "business days", "weekdays", "weeks", "months", "years")


def stated_window(deadline: Deadline) -> tuple[int, int, str] | None:
    """Unit's rank, amount and unit (singular after 1) of a stated window, ``30 days`` after the order."""
    if deadline.kind != "relative" or deadline.more or deadline.anchor:
        return None
    if deadline.amount is None or deadline.unit not in _UNIT_ORDER:
        return None
    unit = deadline.unit.removesuffix("s") if deadline.amount == 1 else deadline.unit
    return _UNIT_ORDER.index(deadline.unit), deadline.amount, unit


def agencies_of(obligation: Obligation) -> set[str]:
    """The agencies whose offices lead an obligation, or through whose offices it is done."""
    return {agency for name in _doers(obligation) if (agency := placed_in(office(name)))}


def _doers(obligation: Obligation) -> tuple[str, ...]:
    """The officials who lead, and those through whom they act."""
    return (*obligation.responsible, *obligation.through)


def _partners(obligation: Obligation) -> list[str]:
    """The offices that the doers consult or coordinate with, and that are none of the doers."""
    own = {slug(name) for name in _doers(obligation)}
    named = (*obligation.in_consultation_with, *obligation.in_coordination_with)
    return [name for name in named if carries_office(name) and slug(name) not in own]


def _office_name(key: str, members: list[Dated], names_of: Callable[[Obligation], Iterable[str]]) -> str:
    """The canonical name of an office: of several spellings the first in the alphabet."""
    return min(office(name) for each in members for name in names_of(each.obligation) if slug(name) == key)
