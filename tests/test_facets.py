"""What lists of duties are narrowed by: the values of a row, the choices of a facet, and which offices are groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import samples

from extractor.model import Actor, Deadline
from extractor.publish.agencies import describes_group
from extractor.publish.facets import facets, falls_within, marks
from extractor.publish.view import Duty, duties

CISA = "Director of the Cybersecurity and Infrastructure Security Agency"


def one(deadline: Deadline | None = None, *actors: Actor | str, key: str = "2-a", **fields) -> Duty:
    """The only duty of an order."""
    return duties((samples.tracked(samples.obligation(key, deadline, *actors, **fields)),))[0]


@pytest.mark.parametrize(
    ("duty", "facet", "values"),
    [
        (one(samples.relative(30)), "standing", "overdue overdue-searched"),
        (one(samples.relative(40)), "standing", "due-soon"),
        (one(), "standing", "no-deadline"),
        (one(samples.relative(30)), "within", ""),
        (one(samples.relative(38)), "within", "7 30 90"),
        (one(samples.relative(45)), "within", "7 30 90"),
        (one(samples.relative(46)), "within", "30 90"),
        (one(samples.relative(68)), "within", "30 90"),
        (one(samples.relative(69)), "within", "90"),
        (one(samples.relative(128)), "within", "90"),
        (one(samples.relative(129)), "within", ""),
        (one(None, "Secretary of Defense", "Secretary of War"), "office", "secretary-of-war"),
        (one(None, "Secretary of Defense"), "agency", "department-of-war"),
        (one(None, Actor("Secretary of Energy", CISA)), "agency", "department-of-energy department-of-homeland-security"),
        (one(None, "Cybersecurity and Infrastructure Security Agency"), "agency", "department-of-homeland-security"),
        (one(None, "Department of Commerce"), "agency", "department-of-commerce"),
        (one(None, "Department of Defense"), "agency", "department-of-war"),
        (one(None, "heads of agencies"), "agency", ""),
        (one(), "order", "eo-14999"),
        (one(key="2-a-iii"), "section", "2"),
        (one(key="12"), "section", "12"),
        (one(samples.relative(30)), "window", "30-days"),
        (one(samples.relative(10, "business days")), "window", "10-business-days"),
        (one(samples.event()), "window", ""),
        (one(review=("actor unresolved",)), "review", "yes"),
        (one(), "review", "no"),
    ],
)  # fmt: skip
def test_a_row_holds(duty: Duty, facet: str, values: str):
    assert marks(duty)[facet] == values


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("heads of agencies that fund, conduct, or sponsor life sciences research", True),
        ("agencies", True),
        ("Heads of agencies", True),
        ("Federal Civilian Executive Branch Agencies", True),
        ("relevant agencies", True),
        ("Secretary of War", False),
        ("Administrator of the Office of Electronic Government within the Office of Management and Budget", False),
        ("White House Competition Council", False),
        ("Cyber Safety Review Board", False),
        ("the Attorney General", False),
    ],
)
def test_a_group_is_told_from_an_office(name: str, many: bool):
    assert describes_group(name) is many


def rows(*made: tuple[str, str, int]) -> tuple[Duty, ...]:
    """Duties of one order: key, official, days."""
    of = (samples.obligation(key, samples.relative(days), official) for key, official, days in made)
    return duties((samples.tracked(*of),))


ROWS = rows(
    ("2-a", "Secretary of War", 30), ("2-b", "Secretary of Defense", 120), ("10-a", "heads of agencies", 90),
    ("3", "Attorney General", 60),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("standing", ["Past due", "Past due, no completion found", "Upcoming"]),
        ("office", ["Attorney General", "Secretary of War"]),
        ("section", ["Section 2", "Section 3", "Section 10"]),
        ("window", ["30 days", "60 days", "90 days", "120 days"]),
        ("within", ["in the next 7 days", "in the next 30 days", "in the next 90 days"]),
    ],
)
def test_the_choices_of_a_facet_in_order(name: str, words: list[str]):
    (found,) = (facet for facet in facets(ROWS) if facet.name == name)
    assert [choice.words for choice in found.choices] == words


def test_groups_stand_in_a_list_of_their_own():
    (office,) = (facet for facet in facets(ROWS) if facet.name == "office")
    assert [choice.words for choice in office.groups] == ["heads of agencies"]


def test_of_one_order_the_section_is_a_facet_and_of_several_the_order():
    other = duties((samples.tracked(samples.obligation("2-a"), of=samples.order("eo-15000", number=15000)),))
    assert {"section", "order"} & {facet.name for facet in facets(ROWS)} == {"section"}
    assert {"section", "order"} & {facet.name for facet in facets(ROWS + other)} == {"order"}


def test_a_list_that_is_read_at_a_glance_has_no_facet():
    assert facets(ROWS[:3]) == ()


def test_a_facet_that_tells_no_rows_apart_is_left_out_but_those_that_links_use_stay():
    alike = rows(*((f"2-{letter}", "Secretary of War", 30) for letter in "abcd"))
    assert [facet.name for facet in facets(alike)] == ["standing", "within", "review"]


def test_what_is_done_is_not_due():
    due = one(samples.relative(40))
    assert falls_within(due, 7)
    done = Duty(due.of, replace(due.tracked, standing=due.tracked.standing.DONE))
    assert not falls_within(done, 7)
    assert due.due == samples.SIGNED + timedelta(days=40)
