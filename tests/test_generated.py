"""Orders written together with their reading: what is read rightly, and that what is not is told. See ``tests/generated``.

``FLOOR`` and ``SILENT`` are what the reading kept when they were last set. The one is only ever raised, the other lowered.
"""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
from conftest import ROOT
from generated.judge import Tally, faults, judged
from generated.known import Known, Time
from generated.orders import LAYOUTS, SCHEMES, order
from generated_orders import read, tally

FLOOR = 0.995  # of the duties, right in every field
SILENT = 0.001  # of the duties, wrong and neither marked nor unread


@pytest.fixture(scope="module")
def counts() -> Tally:
    """Some six hundred duties."""
    return tally(range(30))


def test_duties_are_right_in_every_field(counts: Tally):
    right = counts.right
    assert right >= FLOOR, "\n".join(map(str, counts.misses))


def test_what_is_wrong_is_told(counts: Tally):
    silent = [miss for miss in counts.misses if not miss.told]
    assert len(silent) <= SILENT * counts.duties, "\n".join(map(str, silent))


@pytest.mark.slow
def test_ten_thousand_duties_are_right(corpus):
    many = tally(range(1000, 1500))
    assert many.duties > 9000
    assert many.right >= FLOOR
    assert sum(not miss.told for miss in many.misses) <= SILENT * many.duties


def test_every_scheme_of_labels_and_every_layout_is_built(counts: Tally):
    wanted = {f"labels {name}" for name in SCHEMES} | {f"layout: {name}" for name in LAYOUTS}
    assert wanted <= set(counts.built)
    assert len(counts.built) > 110


def test_the_same_seed_writes_the_same_order():
    assert order(5) == order(5) != order(6)


def test_every_text_holds_the_words_of_its_duties():
    for seed in range(20):
        written = order(seed)
        text = " ".join(written.text.split()).lower()
        assert [duty.words for duty in written.duties if duty.words.rstrip(".").lower() not in text] == []


def test_the_grammar_imports_nothing_of_the_extractor():
    for path in (ROOT / "tests" / "generated").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [name.name for name in getattr(node, "names", ()) if isinstance(node, ast.Import)]
            )
            assert not any(name.split(".")[0] == "extractor" for name in names), path


KNOWN = Known(
    ("Secretary of Labor",), "publish the list", Time("fixed date", "by May 1, 2027", "relative", 30, "days"), ("Archivist",), ("A", "B"), ("C",),
    cite="2(a)", words="publish the list",
)  # fmt: skip
RECORD = {
    "citation": "2(a)", "kind": "duty", "responsible": ["Secretary of Labor"], "through": ["Archivist"], "in_consultation_with": ["B", "a"],
    "in_coordination_with": ["C"], "action": "Publish the\nlist of inns", "due": None, "review": [],
    "deadline": {"kind": "relative", "amount": 30, "unit": "days", "date": None},
}  # fmt: skip


def test_a_duty_that_is_as_known_has_no_fault():
    assert faults(KNOWN, RECORD) == ()
    assert judged([KNOWN], {"obligations": [RECORD]}) == []


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("citation", "2(b)", "citation"),
        ("kind", "prohibition", "kind"),
        ("responsible", ["Secretary of Labor", "Archivist"], "who"),
        ("responsible", [], "who"),
        ("through", [], "through"),
        ("in_consultation_with", ["A"], "consult"),
        ("in_coordination_with", ["C", "D"], "coordinate"),
        ("action", "list of inns", "action"),
        ("due", "2026-07-02", "due"),
        ("deadline", {"kind": "event", "amount": 30, "unit": "days", "date": None}, "time"),
        ("deadline", {"kind": "relative", "amount": 3, "unit": "days", "date": None}, "time"),
        ("deadline", {"kind": "relative", "amount": 30, "unit": "weeks", "date": None}, "time"),
        ("deadline", {"kind": "relative", "amount": 30, "unit": "days", "date": "2027-05-01"}, "time"),
    ],
)
def test_a_field_that_differs_is_a_fault(field, value, fault):
    assert faults(KNOWN, RECORD | {field: value}) == (fault,)


def test_a_duty_that_is_missing_is_told_by_an_unread_passage():
    gone = {"obligations": [], "unread": [{"citation": "2(a)", "words": "publish"}]}
    elsewhere = {"obligations": [], "unread": [{"citation": "3", "words": "other words"}]}
    assert [(miss.faults, miss.told) for miss in judged([KNOWN], gone)] == [(("missing",), True)]
    assert [(miss.faults, miss.told) for miss in judged([KNOWN], elsewhere)] == [(("missing",), False)]


def test_a_record_too_many_is_wrong_and_a_mark_tells_of_it():
    records = [RECORD, RECORD | {"action": "also"}, RECORD | {"review": ["is it a duty?"]}]
    assert [(miss.faults, miss.told) for miss in judged([KNOWN], {"obligations": records})] == [
        (("no such duty",), False),
        (("no such duty",), True),
    ]


def test_a_time_in_another_length_is_right_where_only_its_day_is_asked_for():
    compound = replace(KNOWN, time=Time("compound length", "", "relative", unit="?"))
    assert faults(compound, RECORD) == ()


def test_a_generated_order_is_read():
    assert read(order(1))["obligations"]
