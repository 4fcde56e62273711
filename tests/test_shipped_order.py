"""The order that ships with the tracker: what its restatement must give, and that the restatement is in other words."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, Run, run_tracker

ORDER = "source/eo-14409/order.md"

CISA = "Director of the Cybersecurity and Infrastructure Security Agency"
NSA = "Director of the National Security Agency"
OMB = "Director of the Office of Management and Budget"
CYBER = "National Cyber Director"
SCIENCE = "Assistant to the President for Science and Technology"
THREE = ("Secretary of the Treasury", "Secretary of War", "Secretary of Homeland Security")

# key: responsible, through, consulted, (days, inherited) or None, due
OBLIGATIONS = {
    "2-a": (("Committee on National Security Systems",), (), (), (30, False), "2026-07-02"),
    "2-b": (("Secretary of War",), (), (), (30, False), "2026-07-02"),
    "2-c": (
        ("Secretary of Homeland Security",), (CISA,),
        (CYBER, OMB, "Assistant to the President for National Security Affairs"), (30, False), "2026-07-02",
    ),
    "2-d": (
        ("Secretary of the Treasury",), (),
        (CYBER, "Secretary of Homeland Security", "Secretary of War"), (30, False), "2026-07-02",
    ),
    "2-e": ((OMB,), (), (), (30, False), "2026-07-02"),
    "2-f": (("Director of the Office of Personnel Management",), (), (), (60, False), "2026-08-01"),
    "3-a": (THREE, (NSA, CISA), ("White House Chief of Staff", "Secretary of Commerce", SCIENCE), (60, True), "2026-08-01"),
    "3-a_2": ((NSA,), (), (SCIENCE, CYBER, CISA), None, None),
    "3-b": (THREE, (NSA, CISA), ("White House Chief of Staff", "Secretary of Commerce", SCIENCE), (60, True), "2026-08-01"),
    "4": (("Attorney General",), (), (), None, None),
}  # fmt: skip

NOT_OBLIGATIONS = {
    "1": "policy", "3(b)(i)": "permission", "3(b)(ii)": "permission", "3(b)(iii)": "permission", "3(c)": "construction",
    "5(a)": "general-provision", "5(b)": "general-provision", "5(d)": "general-provision",
}  # fmt: skip


@pytest.fixture(scope="module")
def reading(tracker: Run) -> dict:
    """What ``tracker extract --json`` says about the restatement."""
    done = tracker("extract", ORDER, "--json", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_ten_obligations_come_out_in_order(reading: dict):
    assert [obligation["key"] for obligation in reading["obligations"]] == list(OBLIGATIONS)
    assert [obligation["id"] for obligation in reading["obligations"]] == [f"eo-14409/{key}" for key in OBLIGATIONS]


@pytest.mark.parametrize("key", OBLIGATIONS)
def test_an_obligation_has_its_officials_and_its_deadline(reading: dict, key: str):
    responsible, through, consulted, deadline, due = OBLIGATIONS[key]
    found = next(obligation for obligation in reading["obligations"] if obligation["key"] == key)
    assert tuple(found["responsible"]) == responsible
    assert tuple(found["through"]) == through
    assert tuple(found["in_consultation_with"])[: len(consulted)] == consulted
    stated = found["deadline"]
    assert (stated["amount"], stated["inherited"]) == (deadline or (None, False))
    assert (stated["kind"], stated["unit"]) == (("relative", "days") if deadline else ("none", None))
    assert (found["due"], found["undated"] is None) == (due, due is not None)
    assert found["falls_on"] == ("Saturday" if due == "2026-08-01" else None)


def test_each_passage_that_obliges_nobody_has_its_reason(reading: dict):
    reasons = {(passage["citation"], passage["reason"]) for passage in reading["not_obligations"]}
    assert set(NOT_OBLIGATIONS.items()) <= reasons
    citations = {citation for citation, _reason in reasons}
    assert not citations & {"2(a)", "2(b)", "2(d)", "2(e)", "2(f)", "4"}


@pytest.mark.slow
def test_without_its_signing_date_nothing_is_dated(tmp_path: Path):
    text = (ROOT / ORDER).read_text("utf-8")
    path = tmp_path / "eo-14409" / "order.md"
    path.parent.mkdir()
    path.write_text(re.sub(r"^signed: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    done = run_tracker("extract", str(path), "--json", cwd=tmp_path)
    obligations = json.loads(done.stdout)["obligations"]
    assert len(obligations) == len(OBLIGATIONS)
    assert all(obligation["due"] is None and obligation["undated"] for obligation in obligations)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]+>|\\", " ", text.lower()))


def runs(text: str, length: int = 14) -> Counter:
    """Every run of ``length`` words in a row."""
    found = words(text)
    return Counter(tuple(found[start : start + length]) for start in range(len(found) - length + 1))


def test_the_restatement_is_in_other_words_than_the_order(corpus: Path):
    official = (corpus / "whitehouse" / "14409.md").read_text("utf-8")
    assert not runs((ROOT / ORDER).read_text("utf-8")) & runs(official)


@pytest.mark.parametrize(
    "exact",
    [
        "44 U.S.C. 3552(b)(6)(A)", "18 U.S.C. 1028", "18 U.S.C. 1030", "18 U.S.C. 1343", "covered frontier model",
        "Binding Operational Directive", "National Security Systems", "clearinghouse", "Tech Force",
        "Information Cybersecurity Specialist", "classified benchmarking process", "(CISA)", "(OMB)", "(NSA)", "(APST)",
        "up to 30 days", "Federal grant programs",
    ],
)  # fmt: skip
def test_the_restatement_keeps_terms_and_citations_of_the_order(corpus: Path, exact: str):
    for path in (ROOT / ORDER, corpus / "whitehouse" / "14409.md"):
        assert exact in " ".join(path.read_text("utf-8").split()), path
