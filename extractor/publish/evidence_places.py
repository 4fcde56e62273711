"""Where a report of what was done could be found: prepared searches and pages of the agencies that must act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from extractor.model import Order
from extractor.officials import office, placed_in
from extractor.publish.view import Duty
from extractor.publish.wording import cut
from extractor.words.agency_sources import AGENCY_SOURCES, OFFICE_PAGES, Sources
from extractor.words.orders import full_name, short_name

REGISTER = "https://www.federalregister.gov/documents/search?"
RULEMAKING = "https://www.regulations.gov/search?"
LONGEST_SEARCHED = 120  # characters of a title that stand for an order without a number


@dataclass(frozen=True, slots=True)
class Place:
    """A place to look in: its words and its address."""

    words: str
    address: str


def places_to_look(duty: Duty) -> tuple[Place, ...]:
    """The places, those of the agencies that act first, each once."""
    found = (*_of_agencies(duty), *_of_everybody(duty.of.order))
    return tuple({place.address: place for place in found}.values())


def _of_agencies(duty: Duty) -> Iterator[Place]:
    """The Register's documents by each agency that cite the order, and the agency's or the office's own page."""
    order, words = duty.of.order, _searched(duty.of.order)
    for name in dict.fromkeys((*duty.obligation.through, *duty.obligation.responsible)):
        agency = placed_in(name) or ""
        sources = AGENCY_SOURCES.get(agency, Sources(None, None))
        if sources.register:
            found = f"Federal Register: documents of the {agency} that name {short_name(order)}"
            yield Place(found, _register(words, sources.register))
        if own := OFFICE_PAGES.get(office(name)):
            yield Place(f"The page of the {office(name)}", own)
        if sources.own:
            yield Place(f"What the {agency} publishes", sources.own)


def _of_everybody(order: Order) -> Iterator[Place]:
    words = _searched(order)
    yield Place(f"Federal Register: all documents that name {short_name(order)}", _register(words))
    yield Place("Regulations.gov: rules and comments", RULEMAKING + _query(filter=words))


def _searched(order: Order) -> str:
    """What a search looks for: the order's name in full, as documents that cite it have it, or its title."""
    words = full_name(order) if order.number is not None else (order.title or order.id).replace('"', "")
    return f'"{cut(words, LONGEST_SEARCHED).removesuffix("…")}"'


def _register(words: str, agency: str = "") -> str:
    parts = {"conditions[term]": words} | ({"conditions[agencies][]": agency} if agency else {})
    return REGISTER + _query(**parts)


def _query(**parts: str) -> str:
    return urlencode(parts, quote_via=quote, safe="")
