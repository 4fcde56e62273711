"""How pages show a standing: what is past due in three kinds, by when the public record was last searched."""

from __future__ import annotations

import pytest
import samples

from extractor.model import Standing
from extractor.publish.facets import facets, marks
from extractor.publish.standings import NEVER_SEARCHED, NOT_SEARCHED_SINCE, SEARCHED_SINCE, SHOWN, Shown
from extractor.publish.view import Duty, by_standing, duties, tally

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
    ],
)
def test_what_is_past_due_is_shown_by_what_was_searched(checked: str | None, shown: Shown, marked: str):
    duty = late(checked)
    assert duty.standing is Standing.OVERDUE
    assert duty.shown is shown
    assert marks(duty)["standing"] == marked
    assert dict(tally((duty,)))[shown] == 1


def test_what_was_not_searched_has_another_shape_another_color_and_another_word():
    assert SEARCHED_SINCE.face != NOT_SEARCHED_SINCE.face == NEVER_SEARCHED.face
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
