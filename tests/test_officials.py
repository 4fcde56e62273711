"""Offices: their names, and the names of their pages and calendars."""

import re
from collections import Counter

import pytest

from extractor.officials import LONGEST_SLUG, OFFICES, agency, office, slug


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Secretary of War", "Secretary of War"),
        ("Secretary of Defense", "Secretary of War"),
        ("the  Secretary of\nDefense", "Secretary of War"),
        ("SECRETARY OF DEFENSE", "Secretary of War"),
        ("Secretary of Treasury", "Secretary of the Treasury"),
        ("Director of OMB", "Director of the Office of Management and Budget"),
        ("APST", "Assistant to the President for Science and Technology"),
        ("Chairman of the FCC", "Chair of the Federal Communications Commission"),
        ("U.S. Trade Representative", "United States Trade Representative"),
        ("Administrator of the Centers for Medicare & Medicaid Services", "Administrator of the Centers for Medicare and Medicaid Services"),
        ("FAR Council", "Federal Acquisition Regulatory Council"),
        ("heads of Sector Risk Management Agencies", "heads of Sector Risk Management Agencies"),
        ("the  agencies", "agencies"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_of_one_office(name, canonical):
    assert office(name) == canonical


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Secretary of Defense", "secretary-of-war"),
        ("Director of CISA", "director-of-the-cybersecurity-and-infrastructure-security-agency"),
        ("HHS AI Task Force", "hhs-ai-task-force"),
        ("Director of the Bureau of Alcohol, Tobacco, Firearms, and Explosives", "director-of-the-bureau-of-alcohol-tobacco-firearms-and-explosives"),
        ("President of the Export-Import Bank", "president-of-the-export-import-bank"),
        ("Commissioner of U.S. Customs and Border Protection", "commissioner-of-us-customs-and-border-protection"),
        ("Governor’s Council", "governors-council"),
        ("Ministère de l'Intérieur", "ministere-de-linterieur-2e5652d6"),
        ("日本国", "office-a9f32458"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "office-e3b0c442"),
    ],
)  # fmt: skip
def test_slugs_are_for_ever(name, expected):
    assert slug(name) == expected


ODD = [office.name for office in OFFICES] + [
    "x" * 81,
    "x" * 82,
    "é" * 90,
    "é" * 91,
    "A é",
    "A e",
    "A ë",
    "Ж",
    "З",
    "<b>",
    " - ",
    "a\x00b",
    "\ud800",
]


def test_different_names_have_different_slugs_of_plain_letters():
    slugs = Counter(slug(name) for name in ODD)
    assert {name: number for name, number in slugs.items() if number > 1} == {}
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) and len(each) <= LONGEST_SLUG + 9 for each in slugs)


def test_spellings_of_one_name_share_a_slug():
    spellings = ["heads of relevant agencies", "Heads of Relevant  Agencies", "heads of relevant agencies."]
    assert len({slug(name) for name in spellings}) == 1


def test_the_table_names_nothing_twice_and_every_agency():
    names = Counter(name.casefold() for each in OFFICES for name in (each.name, *each.aliases))
    assert max(names.values()) == 1
    assert all(
        office(name) == each.name and agency(name) == each.agency
        for each in OFFICES
        for name in (each.name, *each.aliases)
    )
    assert agency("heads of agencies") is None
