"""Who waits for whom: in the data, on the pages, in the lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samples import entry, event, obligation, order, relative, tracked

from extractor.model import Standing
from extractor.project import Project
from extractor.publish.api.records import tracked_record
from extractor.publish.facets import facets, marks
from extractor.publish.outputs import outputs
from extractor.publish.view import Duty, duties
from extractor.waiting import awaited_by, longest_chain, waits_for

CHAIN = (
    obligation("2-a", relative(30)),
    obligation("2-b", event(60, reference="2-a")),
    obligation("2-c", event(90, reference="2-b")),
    obligation("2-d", event(10, reference="2-a")),
    obligation("3", event(30)),
    obligation("4"),
)


def keys(found) -> list[str]:
    return [each.obligation.key for each in found]


def test_who_waits_for_whom():
    found = tracked(*CHAIN)
    by_key = {each.obligation.key: each for each in found.obligations}
    assert {key: waits_for(found, each) and waits_for(found, each).obligation.key for key, each in by_key.items()} == {
        "2-a": None, "2-b": "2-a", "2-c": "2-b", "2-d": "2-a", "3": None, "4": None,
    }  # fmt: skip
    assert keys(awaited_by(found, by_key["2-a"])) == ["2-b", "2-d"]
    assert keys(awaited_by(found, by_key["2-c"])) == []
    assert keys(longest_chain(found)) == ["2-a", "2-b", "2-c"]


def test_what_happened_is_waited_for_no_more():
    found = tracked(*CHAIN, k2_a=(entry("06-20", "completed"),))
    assert keys(awaited_by(found, found.obligations[0])) == []
    assert waits_for(found, found.obligations[1]) is None  # it has its date now
    assert keys(longest_chain(found)) == ["2-b", "2-c"]
    assert longest_chain(tracked(obligation("2-a", relative(30)))) == ()


def test_the_data_says_for_whom_and_since_when():
    found = tracked(*CHAIN)
    first, second = (tracked_record(found, each).model_dump(mode="json") for each in found.obligations[:2])
    assert second["waits_for"] == [{"id": "eo-14999/2-a", "standing": "overdue", "due": "2026-07-02"}]
    assert second["awaited_by"] == [{"id": "eo-14999/2-c", "standing": "awaiting event", "due": None}]
    assert [each["id"] for each in first["awaited_by"]] == ["eo-14999/2-b", "eo-14999/2-d"]
    assert first["waits_for"] == []


def test_an_estimate_that_lies_in_the_past_says_so():
    """2(b) was expected 60 days after July 2, 2026."""
    early, late = (
        Duty(found, found.obligations[1]) for found in (tracked(*CHAIN), tracked(*CHAIN, as_of=date(2026, 10, 1)))
    )
    assert (early.estimate, early.would_have_been) == (date(2026, 8, 31), None)
    assert (late.estimate, late.would_have_been) == (date(2026, 8, 31), date(2026, 8, 31))
    done = tracked(*CHAIN, as_of=date(2026, 10, 1), k2_b=(entry("07-05", "completed"),))
    assert (done.obligations[1].standing, Duty(done, done.obligations[1]).would_have_been) == (Standing.DONE, None)


def pages(as_of: date) -> dict[str, str]:
    found = tracked(*CHAIN, of=order(body="Sec. 2. The Secretary of Labor shall publish a plan."), as_of=as_of)
    made = outputs((found,), Project(Path("nowhere"), ""))
    return {
        file.path: " ".join(file.content.decode("utf-8", "replace").split())
        for file in made
        if file.path.endswith(".md")
    }


def test_the_pages_say_whose_act_it_is():
    late = pages(date(2026, 10, 1))
    second = late["orders/eo-14999/2-b/index.md"]
    assert 'Waits for <a href="../2-a/">2(a)</a> of the Secretary of Labor, due ' in second
    assert "It would have been due about" in second and "had 2(a) been done on time." in second
    assert "estimate:" not in second and "Estimate, not a deadline" not in second
    first = late["orders/eo-14999/2-a/index.md"]
    assert '2 duties wait for this: <a href="../2-b/">2(b)</a> of the Secretary of Labor; <a href="../2-d/">' in first
    whole = late["orders/eo-14999/index.md"]
    assert '<span class="undated">Waits for 2(a)</span>' in whole
    assert "What waits for what" in whole and whole.count('<ol class="chain">') == 1
    early = pages(date(2026, 7, 10))
    assert "Estimate, not a deadline" in early["orders/eo-14999/2-b/index.md"]
    assert "Not known yet; estimate" in early["orders/eo-14999/index.md"]


def test_a_list_can_be_narrowed_to_what_waits_for_one_duty():
    rows = duties((tracked(*CHAIN),))
    (facet,) = (each for each in facets(rows) if each.name == "waits")
    assert [(choice.words, choice.value) for choice in facet.choices] == [
        ("2(a) of EO 14999", "eo-14999-2-a"),
        ("2(b) of EO 14999", "eo-14999-2-b"),
    ]
    assert [marks(duty)["waits"] for duty in rows] == ["", "eo-14999-2-a", "eo-14999-2-b", "eo-14999-2-a", "", ""]
