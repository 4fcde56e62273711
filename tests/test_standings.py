"""How pages show a standing: what is past due in four kinds, by when the public record was last searched."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples

from extractor.model import Standing
from extractor.project import Project
from extractor.publish.facets import facets, marks
from extractor.publish.outputs import outputs
from extractor.publish.pictures.groups import NOT_SEARCHED
from extractor.publish.standings import NEVER_SEARCHED, NOT_SEARCHED_SINCE, ON_RECORD, SEARCHED_SINCE, SHOWN, Shown
from extractor.publish.view import Duty, by_standing, duties, tally
from extractor.track import PastDue, past_due

DUE = "07-02"  # 30 days after the sample's signing


def late(checked: str | None) -> Duty:
    (duty,) = duties((samples.tracked(samples.obligation("2-a", samples.relative(30)), checked=checked),))
    return duty


@pytest.mark.parametrize(
    ("checked", "shown", "marked"),
    [
        ("07-03", SEARCHED_SINCE, "overdue overdue-searched"),
        (DUE, NOT_SEARCHED_SINCE, "overdue overdue-unsearched"),
        ("06-20", NOT_SEARCHED_SINCE, "overdue overdue-unsearched"),
        (None, NEVER_SEARCHED, "overdue overdue-never"),
        ("07-10", SEARCHED_SINCE, "overdue overdue-searched"),  # the day that the record is as of
        ("07-11", ON_RECORD, "overdue overdue-on-record"),
    ],
)
def test_what_is_past_due_is_shown_by_what_was_searched(checked: str | None, shown: Shown, marked: str):
    duty = late(checked)
    assert duty.standing is Standing.OVERDUE
    assert duty.shown is shown
    assert marks(duty)["standing"] == marked
    assert dict(tally((duty,)))[shown] == 1
    assert duty.standing_words.startswith(shown.words)


@pytest.mark.parametrize("checked", [None, "06-20", "07-10", "07-11"])
def test_no_output_says_otherwise_of_what_is_past_due_than_the_others(checked: str | None, tmp_path: Path):
    """The overview, the badge, the pictures and the data say one thing of one duty, whenever the record was searched."""
    duty = late(checked)
    files = {file.path: file.content.decode("utf-8", "replace") for file in outputs((duty.of,), Project(tmp_path))}
    meanings = {
        path for path in files if path.startswith(("about/", "data/", "assets/", "api/v1/openapi", "api/v1/schemas"))
    }
    told = {path: text.lower() for path, text in files.items() if path not in meanings}
    told["index.md"] = told["index.md"].replace(NOT_SEARCHED.words.lower(), "")  # in pictures one group of two kinds
    others = [kind for kind in PastDue if kind is not past_due(duty.of, duty.due, duty.obligation)]
    for kind in others:
        assert [path for path, text in told.items() if kind in text] == [], kind
    for path in ("index.md", "badges/eo-14999.svg", "api/v1/obligations.json", "orders/eo-14999/2-a/index.md"):
        assert past_due(duty.of, duty.due, duty.obligation) in told[path] or duty.shown.short.lower() in told[path], (
            path
        )


def test_what_was_not_searched_has_another_shape_another_color_and_another_word():
    assert ON_RECORD.face == SEARCHED_SINCE.face != NOT_SEARCHED_SINCE.face == NEVER_SEARCHED.face
    assert len({shown.words for shown in SHOWN}) == len({shown.key for shown in SHOWN}) == len(SHOWN)


def test_every_standing_is_shown_and_no_duty_twice():
    assert {shown.standing for shown in SHOWN} == set(Standing)
    rows = (late(None), late("07-03"), late("06-20"))
    assert [len(members) for _shown, members in by_standing(rows)] == [1, 1, 1, *(0 for _ in SHOWN[3:])]


def test_all_that_is_past_due_can_be_chosen_and_each_kind_of_it():
    rows = (late(None), late("07-03"), late("06-20"), late("06-20"))
    (standing,) = (facet for facet in facets(rows) if facet.name == "standing")
    assert [choice.value for choice in standing.choices] == [
        "overdue", "overdue-searched", "overdue-unsearched", "overdue-never",
    ]  # fmt: skip
