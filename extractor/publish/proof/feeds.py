"""The feeds of changes (Atom, RFC 4287): each entry of a log is in every feed that it belongs to, none from the future."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from extractor.problems import Problem
from extractor.publish.proof.compare import missing_file
from extractor.publish.proof.expected import Record, Wanted
from extractor.publish.proof.finished import Finished

_NAMES = {"a": "http://www.w3.org/2005/Atom"}
_NEWEST = 200  # entries up to which the feeds of all orders must hold everything


def feeds_of_changes(record: Record, site: Finished) -> Iterator[Problem]:
    """The feed of all, while it holds all; of each order, agency and official."""
    if sum(len(each.tracked.entries) for each in record.wanted) <= _NEWEST / 2:
        yield from _feed(site, "changes.atom", record.wanted, record)
    elif "changes.atom" not in site.paths:
        yield missing_file("changes.atom", "the feed of all changes")
    for order in record.orders:
        yield from _feed(site, f"changes/orders/{order.order.id}.atom", record.of_order(order), record)
    for office in sorted(record.office_names):
        yield from _feed(site, f"changes/officials/{office}.atom", record.carried_by(office), record)
    for agency in sorted(set(record.agency_of.values())):
        yield from _feed(site, f"changes/agencies/{agency}.atom", record.carried_in(agency), record)


def reminders(record: Record, site: Finished) -> Iterator[Problem]:
    """What the calendar alone makes: the feed is there, and nothing in it is from the future."""
    yield from _feed(site, "reminders.atom", (), record)


def _feed(site: Finished, path: str, wanted: tuple[Wanted, ...], record: Record) -> Iterator[Problem]:
    content = site.content(path)
    if content is None:
        yield missing_file(path, "a feed")
        return
    try:
        feed = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        yield Problem(path, 0, 0, "this is no feed", str(error))
        return
    entries = feed.findall("a:entry", _NAMES)
    found = Counter(_address(entry) for entry in entries)
    for each in wanted:
        number = sum(times for address, times in found.items() if address.endswith(f"orders/{each.id}/"))
        if number < len(each.tracked.entries):
            message = f"{each.id}: fewer entries than on record"
            yield Problem(path, 0, 0, message, str(number), f"{len(each.tracked.entries)} or more")
    ids = Counter(entry.findtext("a:id", "", _NAMES) for entry in entries)
    for name, times in ids.items():
        if times > 1:
            yield Problem(path, 0, 0, f"the entry {name} is there twice")
    for entry in entries:
        if entry.findtext("a:updated", "", _NAMES)[:10] > record.as_of.isoformat():
            yield Problem(
                path, 0, 0, f"{_address(entry)}: an entry from the future", entry.findtext("a:updated", "", _NAMES)
            )


def _address(entry: ElementTree.Element) -> str:
    link = entry.find("a:link[@rel='alternate']", _NAMES)
    return link.get("href", "") if link is not None else ""
