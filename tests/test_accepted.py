"""Whatever ``tracker accept`` takes, ``tracker check`` and ``tracker build`` publish: every text, and any correction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from conftest import AS_OF
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from proof_losses import as_on_the_site

from extractor.model import Progress, Reading, TrackedOrder
from extractor.officials import OFFICES
from extractor.pipeline import read_order, read_reading
from extractor.problems import Problem, ProblemsFound
from extractor.project import Project
from extractor.publish.outputs import outputs
from extractor.publish.page import Site
from extractor.publish.proof.held import Published
from extractor.publish.proof.record import faults_of_record
from extractor.publish.proof.site import losses
from extractor.register.accepting import Decisions, next_register
from extractor.register.corrections_yml import read_corrections
from extractor.register.publishing import publish
from extractor.track import track
from extractor.words.agencies import AGENCIES
from extractor.write import bad_paths

DAY = date.fromisoformat(AS_OF)
TEXT = """---
id: eo-9001
kind: executive order
title: Counting the Keepers
signed: 2026-06-02
text: restatement
---
## Section 1. Duties.

(a) Within 30 days of the date of this order, the Secretary of Labor, in consultation with NCD and the director of the Office of
Keeping, shall publish a plan.

(b) The Director of the Bureau of Doors shall, in coordination with APST, OMB and the heads of agencies, count the doors every year.

(c) Within 10 days of the publication of the plan, each agency shall not close a door.

(d) The Administrator of NASA, acting through the Under Secretary for Skies, shall look up within 2 years.
"""
KEYS = ("1-a", "1-b", "1-c", "1-d")


def faults_of(orders: tuple[TrackedOrder, ...]) -> list[Problem]:
    """What check says of the record, and build of what would be published, with Markdown in the place of its pages."""
    project = Project(Path("nowhere"))
    files = outputs(orders, project)
    content = {as_on_the_site(file.path): file.content for file in files}
    site = Site(orders, project)
    published = Published(frozenset(content), content.__getitem__)
    return [*faults_of_record(orders), *bad_paths(files), *losses(site, published)]


def accepted(reading: Reading, corrections: bytes = b"") -> TrackedOrder | None:
    """The order as it is once a person has accepted its reading with these corrections; ``None`` where accept refuses."""
    found, problems = read_corrections(corrections, "corrections.yml", reading.order.id, DAY)
    first = publish(reading, None, found)
    if any(each.severity == "error" for each in (*problems, *first.problems)):
        return None
    register = next_register(None, first, found, Decisions(), (), DAY)
    again = publish(reading, register, found)
    assert not again.differences and not [each for each in again.problems if each.severity == "error"]
    return track(again.reading, Progress(None, ()), DAY)


# Who is said to do a thing or to be asked about it, as maintainers write it: any office by any of its names, any agency by its
# letters, whom no list knows, and what is no name at all.
NAMES = st.one_of(
    st.sampled_from([name for each in OFFICES for name in (each.name, *each.aliases)]),
    st.sampled_from([name for letters_and_name in AGENCIES.items() for name in letters_and_name]),
    st.sampled_from(
        "NCD|NASA|OMB|APST|the Secretary of Labor|the director of the Office of Keeping|heads of agencies|agencies|the States|he|"
        "A&B <i>Board</i>|Board “of” Tests|Secretary of Labor, or his designee|Director|D'Arcy Commission|NCD or its successor".split(
            "|"
        )
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=40).map(str.strip).filter(bool),
)
LISTS = st.lists(NAMES, min_size=1, max_size=3)
DEADLINES = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("relative"), "amount": st.integers(1, 10_000),
            "unit": st.sampled_from(("hours", "days", "business days", "weeks", "months", "years")),
        }
    ),
    st.fixed_dictionaries({"kind": st.just("fixed"), "date": st.dates().map(str)}),
    st.just({"kind": "none"}),
)  # fmt: skip
FIELDS = {
    "responsible": LISTS, "through": st.lists(NAMES, min_size=1, max_size=1), "in_consultation_with": LISTS,
    "in_coordination_with": LISTS, "kind": st.sampled_from(("duty", "prohibition")), "deadline": DEADLINES,
}  # fmt: skip
SET = st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: FIELDS[name] for name in names})
)
CORRECTION = st.one_of(SET.map(lambda fields: {"set": fields}), st.just({"reject": True}))


def as_file(corrections: Iterable[tuple[str, dict[str, object]]]) -> bytes:
    """The corrections as a file: JSON is YAML."""
    listed = [{"id": key, "date": AS_OF, **what, "reason": "because"} for key, what in corrections]
    return json.dumps({"corrections": listed}, ensure_ascii=False).encode()


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_reading(read_order(TEXT.encode(), "order.md", "eo-9001"))


def test_the_sample_is_published_as_it_is(reading: Reading):
    assert tuple(each.key for each in reading.obligations) == KEYS
    assert faults_of((accepted(reading),)) == []


CORRECTIONS = st.dictionaries(st.sampled_from(KEYS), CORRECTION, min_size=2)
FEW = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def publishes(reading: Reading, corrections: dict[str, dict[str, object]]) -> None:
    order = accepted(reading, as_file(corrections.items()))
    event("taken" if order else "refused")
    if order:
        assert faults_of((order,)) == []


@FEW
@given(corrections=CORRECTIONS)
def test_whatever_correction_accept_takes_is_published(reading: Reading, corrections: dict[str, dict[str, object]]):
    publishes(reading, corrections)


@pytest.mark.slow
@settings(FEW, max_examples=80, derandomize=False)
@given(corrections=CORRECTIONS)
def test_more_corrections_are_published(reading: Reading, corrections: dict[str, dict[str, object]]):
    publishes(reading, corrections)


@pytest.mark.slow
def test_every_text_at_hand_is_published(corpus: Path):
    orders = []
    for file in sorted((corpus / "whitehouse").glob("*.md")):
        try:
            order = read_order(file.read_bytes(), file.name, f"eo-{file.stem}")
        except ProblemsFound:
            continue  # what cannot be read is no order here; tests/test_corpus.py says that all can
        orders.append(accepted(read_reading(order)))
    assert len(orders) > 300
    assert faults_of(tuple(orders)) == []
