"""The search's index: what is in it once, what is not in it, by which names an office is found, in which order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import page_samples
import pytest
from readings import read

from extractor.acceptance import Acceptance, Retirement
from extractor.model import Entry, Evidence, Progress, Span
from extractor.publish.page import Site
from extractor.publish.search.index import PATH, search_index
from extractor.track import track
from extractor.words.agencies import AGENCIES, BYNAMES

SIGNED, AS_OF = date(2026, 6, 2), date(2026, 7, 10)
TEXT = """
Sec. 2. Doors. (a) Within 60 days of the date of this order, the Director of CISA, in consultation with the Director of OMB, shall paint doors that:
(i) are wide; and
(ii) are made of <b>oak</b>.
(b) The Secretary of Defense, through the Director of CISA, shall close the doors. The Secretary of Homeland Security shall count the doors.
Sec. 3. Windows. The Director of the Office of Management and Budget shall:
(a) open the windows; and
(b) within 10 days of the date of this order, report to the President.
"""
NOTE = Entry(
    date(2026, 6, 5), date(2026, 6, 5), "completed", "Blue\nit is.", (Evidence("https://x.example/", "Memo 26-04"),)
)


@pytest.fixture(scope="module")
def doors() -> Site:
    """An order with duties of three agencies, another that is older, and a third without a date."""
    orders = (
        track(
            read("(a) The Secretary of War shall rest.", id="eo-1", number=1, signed=date(2020, 1, 1)),
            Progress(),
            AS_OF,
        ),
        track(read(TEXT, id="eo-2", number=2, signed=SIGNED), Progress(None, (("2-a", (NOTE,)),)), AS_OF),
        page_samples.tracked_orders()[1],
    )
    return Site(orders, page_samples.SampleSettings())


@pytest.fixture(scope="module")
def index(doors: Site) -> dict[str, list[dict]]:
    """The index, read."""
    return json.loads(search_index(doors).content)


def obligation(index: dict[str, list[dict]], address: str) -> dict:
    (found,) = [each for each in index["obligations"] if each["address"] == f"orders/{address}/"]
    return found


def test_each_order_agency_official_and_obligation_is_in_it_once_and_nothing_else(doors: Site, index):
    addresses = [record["address"] for records in index.values() for record in records]
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == {
        *(f"orders/{order.order.id}/" for order in doors.orders),
        *(f"agencies/{agency.slug}/" for agency in doors.agencies),
        *(f"officials/{official.slug}/" for official in doors.officials),
        *(duty.address for duty in doors.duties),
    }


def test_the_newest_order_stands_first_then_the_text_decides(index):
    assert [each["address"] for each in index["orders"]] == ["orders/eo-2/", "orders/eo-1/", "orders/memo-prose/"]
    found = [each["address"].split("/")[2] for each in index["obligations"] if each["order"] == 0]
    assert found == ["2-a", "2-b", "2-b_2", "3-a", "3-b"]


def test_offices_with_more_duties_stand_first(index):
    assert next(each["title"] for each in index["agencies"]) == "Department of Homeland Security"
    assert [each["line"].split(", ", 1)[1] for each in index["officials"]][:4] == [
        "2 duties, consulted on 1", "2 duties", "2 duties", "1 duty"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kind, address, names",
    [
        ("agencies", "department-of-homeland-security", ["DHS"]),
        ("agencies", "department-of-war", ["Department of Defense", "DOD", "DoW", "Pentagon"]),
        ("agencies", "office-of-management-and-budget", ["OMB"]),
        ("officials", "secretary-of-homeland-security", ["Secretary of DHS"]),
        ("officials", "secretary-of-war", ["Secretary of Defense", "Secretary of DOD"]),
        ("officials", "director-of-the-office-of-management-and-budget", ["OMB", "OMB Director", "Director of OMB"]),
        (
            "officials",
            "director-of-the-cybersecurity-and-infrastructure-security-agency",
            [
                "CISA",
                "Director of CISA",
                "Director of the Cybersecurity and Infrastructure Security Agency within the Department of Homeland Security",
            ],
        ),
    ],
)
def test_other_names(index, kind: str, address: str, names: list[str]):
    (found,) = [each for each in index[kind] if each["address"] == f"{kind}/{address}/"]
    assert set(found["also"]) == set(names)


def test_a_body_of_the_letters_is_not_every_office_inside_it():
    text = "(a) The Director of Doors within the Department of Homeland Security shall rest."
    site = Site((track(read(text, signed=SIGNED), Progress(), AS_OF),), page_samples.SampleSettings())
    (official,) = json.loads(search_index(site).content)["officials"]
    assert "DHS" not in official.get("also", [])


def test_an_obligation_has_its_words_its_list_its_heading_and_its_record(index):
    found = obligation(index, "eo-2/2-a")
    assert found["name"] == "2(a)" and found["title"].startswith("Paint doors")
    assert found["line"] == "Doors, due August 1, 2026"
    assert found["words"].startswith("Within 60 days") and found["words"].endswith(
        "are wide; and are made of <b>oak</b>."
    )
    assert found["record"] == "Blue it is. Memo 26-04"
    assert [index["officials"][place]["title"] for place in found["with"]] == [
        "Director of the Office of Management and Budget"
    ]


def test_an_item_of_a_list_that_is_a_duty_of_its_own_is_in_the_words_of_no_other(index):
    assert sum("open the windows" in each["words"] for each in index["obligations"]) == 1


def test_an_obligation_is_carried_by_who_leads_it_and_by_whom_it_is_done_through(index):
    found = obligation(index, "eo-2/2-b")
    assert [index["officials"][place]["title"] for place in found["by"]] == [
        "Secretary of War", "Director of the Cybersecurity and Infrastructure Security Agency"
    ]  # fmt: skip
    assert "with" not in found


def test_a_retired_obligation_is_found_and_says_that_it_is_over(doors: Site):
    (order, *_rest) = doors.orders
    (tracked,) = order.obligations
    acceptance = Acceptance(SIGNED, retired=Retirement(SIGNED, "Struck out."))
    gone = replace(tracked.obligation, acceptance=acceptance, span=Span(0, 0), action_span=Span(0, 0))
    site = Site((replace(order, obligations=(replace(tracked, obligation=gone),)),), doors.settings)
    (found,) = json.loads(search_index(site).content)["obligations"]
    assert found["line"] == "No longer an obligation of the order"
    assert found["words"] == "The Secretary of War shall rest."


def test_an_order_goes_by_its_number_and_its_citation():
    site = Site(page_samples.tracked_orders(), page_samples.SampleSettings())
    orders = {each["name"]: each for each in json.loads(search_index(site).content)["orders"]}
    assert {"99", "E.O. 99", "Executive Order 99", "eo-99", "91 FR 1", "2026-1"} == set(orders["EO 99"]["also"])
    assert orders["memo-prose"]["line"] == "Memorandum, 1 obligation"


def test_a_by_name_is_no_abbreviation_of_the_reading_s(index):
    assert {name.casefold() for name in BYNAMES}.isdisjoint(name.casefold() for name in AGENCIES)


def test_the_same_orders_give_the_same_bytes(doors: Site):
    assert search_index(doors) == search_index(Site(doors.orders, doors.settings))
    assert search_index(doors).path == PATH
