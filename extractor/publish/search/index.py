"""Everything that is tracked → the index that the site's search reads, a JSON file that no page asks for by itself.

It has four lists: ``orders``, ``agencies``, ``officials``, ``obligations``, each page once; lists and furniture are not
in it. Of two records that fit equally well the earlier one is shown first, so the lists stand as a reader would have
them: the newest order first, the office with the most duties first, an order's obligations as they stand in its text.

Fields: ``title`` is what the page is about, ``address`` its path from the site's root, ``line`` what is said below the
title, ``also`` other names of it, ``words`` the order's own words, ``record`` what was put on record. ``order``, ``by``,
``with`` and ``of`` are places in the other lists: an obligation's order, the officials that carry it and those that are
consulted, an official's agency. A field that would be empty is left out. All values are text, never markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from extractor.model import OutputFile, Tracked, TrackedOrder
from extractor.officials import placed_in, slug
from extractor.publish.addresses import order_page
from extractor.publish.agencies import Agency
from extractor.publish.page import Site
from extractor.publish.search import other_names
from extractor.publish.text_page import heading_above, list_below
from extractor.publish.view import Duty, Official
from extractor.publish.wording import capital, cut
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.orders import full_name, short_name

PATH = "assets/search-index.json"
_TITLE = 140  # characters of an obligation's title; the rest of it stands in its words


def search_index(site: Site) -> OutputFile:
    """The index as a file; its bytes depend on the orders, their logs and the tables of names alone."""
    orders = sorted(site.orders, key=lambda each: each.order.signed or date.min, reverse=True)
    officials = sorted(site.officials, key=lambda each: (-len(each.carries), -len(each.consulted)))
    agencies = sorted(site.agencies, key=lambda each: -len(each.carries))
    places = {each.slug: place for place, each in enumerate(officials)}
    lists = {
        "orders": [_order(each) for each in orders],
        "agencies": [_agency(each) for each in agencies],
        "officials": [_official(each, [agency.name for agency in agencies]) for each in officials],
        "obligations": [
            _obligation(Duty(order, tracked), number, places)
            for number, order in enumerate(orders)
            for tracked in order.obligations
        ],
    }
    return OutputFile(PATH, _json(lists).encode())


def _json(lists: dict[str, list[dict[str, Any]]]) -> str:
    """The lists as JSON, a record a line, so that a difference can be read."""
    lines = {
        name: ",\n".join(json.dumps(_filled(record), ensure_ascii=False, separators=(",", ":")) for record in records)
        for name, records in lists.items()
    }
    return "{\n" + ",\n".join(f'"{name}":[\n{records}\n]' for name, records in lines.items()) + "\n}\n"


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    """The record without its empty fields; ``0`` is a place in a list and not empty."""
    return {name: value for name, value in record.items() if value not in ("", None, [], ())}


def _order(tracked: TrackedOrder) -> dict[str, Any]:
    order = tracked.order
    number = (f"E.O. {order.number}",) if order.kind == "executive order" and order.number else ()
    names = (full_name(order), *number, str(order.number or ""), order.id, order.citation, order.document)
    signed = f"signed {long_date(order.signed)}, " if order.signed else ""
    return {
        "title": order.title or full_name(order),
        "name": short_name(order),
        "address": order_page(order.id),
        "line": f"{order.kind.capitalize()}, {signed}{counted(len(tracked.obligations), 'obligation')}",
        "also": [*dict.fromkeys(name for name in names if name)],
    }


def _agency(agency: Agency) -> dict[str, Any]:
    return {
        "title": agency.name,
        "address": f"agencies/{agency.slug}/",
        "line": f"Agency, {counted(len(agency.offices), 'office')}, {_number_of(agency.carries)}",
        "also": other_names.of_agency(agency),
    }


def _official(official: Official, agencies: list[str]) -> dict[str, Any]:
    agency = placed_in(official.name)
    consulted = f", consulted on {len(official.consulted)}" if official.consulted else ""
    return {
        "title": official.name,
        "address": f"officials/{official.slug}/",
        "line": f"{agency if agency and agency != official.name else 'Office'}, {_number_of(official.carries)}{consulted}",
        "also": other_names.of_official(official),
        "of": agencies.index(agency) if agency in agencies else None,
    }


def _number_of(duties: tuple[Duty, ...]) -> str:
    return counted(len(duties), "duty", "duties")


def _obligation(duty: Duty, order: int, officials: dict[str, int]) -> dict[str, Any]:
    """``officials``: the slug of each official that has a page → its place in the list of officials."""
    found, reading = duty.obligation, duty.of.reading
    heading = " ".join(heading_above(reading, found).split())
    carried = _places((*found.responsible, *found.through), officials)
    consulted = _places((*found.in_consultation_with, *found.in_coordination_with), officials)
    return {
        "title": cut(duty.headline, _TITLE),
        "name": duty.label,
        "address": duty.address,
        "line": f"{heading}, {_when(duty)}" if heading else capital(_when(duty)),
        "words": " ".join(" ".join((found.quote, *list_below(reading, found))).split()),
        "record": _on_record(duty.tracked),
        "order": order,
        "by": carried,
        "with": [place for place in consulted if place not in carried],
    }


def _when(duty: Duty) -> str:
    if duty.obligation.retired:
        return "no longer an obligation of the order"
    return f"due {long_date(duty.due)}" if duty.due else "no due date"


def _places(names: Iterable[str], officials: dict[str, int]) -> list[int]:
    return list(dict.fromkeys(officials[key] for name in names if (key := slug(name)) in officials))


def _on_record(tracked: Tracked) -> str:
    """The notes of the log and the titles of its evidence, one after another."""
    found = (words for entry in tracked.entries for words in (entry.note, *(each.title for each in entry.evidence)))
    return " ".join(" ".join(words for words in found if words).split())
