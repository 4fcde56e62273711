"""Where a report could be found: prepared searches, and the pages of the agencies that must act."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import samples

from extractor.model import Actor, Order
from extractor.officials import OFFICES
from extractor.publish.evidence_places import Place, places_to_look
from extractor.publish.view import Duty, duties
from extractor.words.agency_sources import AGENCY_SOURCES, OFFICE_PAGES

CISA = "Director of the Cybersecurity and Infrastructure Security Agency"


def one(*actors: Actor | str, of: Order | None = None) -> Duty:
    (duty,) = duties((samples.tracked(samples.obligation("2-a", None, *actors), of=of),))
    return duty


def query(place: Place) -> dict[str, list[str]]:
    return parse_qs(urlsplit(place.address).query)


@pytest.mark.parametrize(
    ("actors", "agencies"),
    [
        (("Secretary of Labor",), ["labor-department"]),
        (("Secretary of Defense",), ["defense-department"]),
        ((Actor("Secretary of Homeland Security", CISA),), ["homeland-security-department"]),
        (("Secretary of Energy", "Administrator of NASA"), ["energy-department", "national-aeronautics-and-space-administration"]),
        (("heads of agencies",), []),
    ],
)  # fmt: skip
def test_the_register_is_searched_by_order_and_agency(actors: tuple[Actor | str, ...], agencies: list[str]):
    found = [query(place) for place in places_to_look(one(*actors)) if "federalregister.gov" in place.address]
    assert [each["conditions[term]"] for each in found] == [['"Executive Order 14999"']] * (len(agencies) + 1)
    assert [name for each in found for name in each.get("conditions[agencies][]", [])] == agencies


def test_the_doers_own_page_stands_before_its_departments():
    addresses = [place.address for place in places_to_look(one(Actor("Secretary of Homeland Security", CISA)))]
    assert addresses.index(OFFICE_PAGES[CISA]) < addresses.index(
        str(AGENCY_SOURCES["Department of Homeland Security"].own)
    )
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (samples.order(number=14999), '"Executive Order 14999"'),
        (samples.order(number=None, kind="memorandum", title="On “Plans” & more"), '"On “Plans” & more"'),
        (samples.order(number=None, title=""), '"eo-14999"'),
    ],
)
def test_an_order_without_a_number_is_looked_for_by_its_title(order: Order, words: str):
    last = places_to_look(one(of=order))[-1]
    assert (urlsplit(last.address).netloc, query(last)) == ("www.regulations.gov", {"filter": [words]})


def test_the_table_names_agencies_and_offices_that_there_are():
    assert set(AGENCY_SOURCES) <= {office.agency for office in OFFICES}
    assert set(OFFICE_PAGES) <= {office.name for office in OFFICES}
    for sources in AGENCY_SOURCES.values():
        assert sources.register is None or re.fullmatch(r"[a-z]+(-[a-z]+)+", sources.register)
        assert sources.own is None or sources.own.startswith("https://")
        assert sources.register or sources.own
