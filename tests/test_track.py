"""Obligations and their log as of a day: standings, effective due dates, figures."""

from datetime import timedelta
from itertools import pairwise

import pytest
from samples import EVIDENCE, SIGNED, day, entry, event, obligation, order, progress, reading, relative, tracked

from extractor.events import circles
from extractor.model import Acceptance, Deadline, Retirement, Standing
from extractor.problems import ProblemsFound
from extractor.schedule import Undated
from extractor.track import counts, explain_due, last_published, overdue_wording, track

DUE = SIGNED + timedelta(days=30)  # July 2, 2026


def standing(as_of: str, *entries, deadline: Deadline | None = None, **order_fields):
    made = tracked(
        obligation("2-a", deadline or relative(30)), of=order(**order_fields), as_of=day(as_of), k2_a=entries
    )
    return made.obligations[0].standing


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("06-17", Standing.UPCOMING),  # 15 days ahead
        ("06-18", Standing.DUE_SOON),  # 14
        ("07-02", Standing.DUE_SOON),  # the day itself
        ("07-03", Standing.OVERDUE),
    ],
)
def test_an_open_duty_goes_by_its_date(as_of, expected):
    assert standing(as_of) is expected


@pytest.mark.parametrize(
    ("as_of", "entries", "expected"),
    [
        ("07-10", [entry("07-02", "completed")], Standing.DONE),
        ("07-10", [entry("07-03", "completed")], Standing.DONE_LATE),
        ("07-10", [entry("07-01", "completed", recorded="07-09")], Standing.DONE),
        ("07-08", [entry("07-01", "completed", recorded="07-09")], Standing.OVERDUE),  # not on record yet
        ("07-02", [entry("07-03", "completed")], Standing.DUE_SOON),
        ("07-10", [entry("06-10", "in-progress")], Standing.OVERDUE),
        ("07-10", [entry("06-10", "blocked"), entry("06-11", note="A note.")], Standing.OVERDUE),
        ("07-10", [entry("06-10", "superseded")], Standing.CLOSED),
        ("07-10", [entry("06-10", "rescinded")], Standing.CLOSED),
        ("06-09", [entry("06-10", "rescinded")], Standing.UPCOMING),
        ("07-10", [entry("06-10", "completed"), entry("06-20", "in-progress", note="Withdrawn.")], Standing.OVERDUE),
        ("07-10", [entry("07-05", "completed"), entry("07-01", "completed", recorded="07-08")], Standing.DONE),
        ("07-10", [entry("07-01", due="2026-09-01", note="Extended.", evidence=EVIDENCE)], Standing.UPCOMING),
        (
            "07-10",
            [entry("07-01", due="2026-07-08", note="x", evidence=EVIDENCE), entry("07-07", "completed")],
            Standing.DONE,
        ),
    ],
)
def test_the_log_decides(as_of, entries, expected):
    assert standing(as_of, *entries) is expected


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (Deadline(), Standing.NO_DEADLINE),
        (Deadline("vague"), Standing.NO_DEADLINE),
        (Deadline("recurring", recurs="annually"), Standing.NO_DEADLINE),
        (event(), Standing.AWAITING_EVENT),
        (event(direction="before"), Standing.AWAITING_EVENT),
        (relative(30, event="x", whichever="later"), Standing.AWAITING_EVENT),
    ],
)
def test_without_a_due_date(deadline, expected):
    assert standing("07-10", deadline=deadline) is expected
    assert standing("07-10", entry("06-10", "completed"), deadline=deadline) is Standing.DONE


def test_an_unsigned_order_has_no_date_and_no_deadline_standing():
    made = tracked(obligation("2-a", relative(30)), of=order(signed=None))
    assert made.obligations[0].schedule.undated == Undated.NO_SIGNING_DATE
    assert made.obligations[0].standing is Standing.NO_DEADLINE


REVOKED = {"status": "revoked", "status_date": day("07-20"), "status_by": "Executive Order 15000"}


@pytest.mark.parametrize(
    ("as_of", "entries", "expected"),
    [
        ("07-19", [], Standing.OVERDUE),
        ("07-20", [], Standing.CLOSED),
        ("07-25", [entry("07-01", "completed")], Standing.DONE),  # what was done before stays done
        ("07-25", [entry("07-20", "completed")], Standing.DONE_LATE),  # on the day itself it was still in force
        ("07-20", [entry("07-20", "completed")], Standing.DONE_LATE),
        ("07-25", [entry("07-21", "completed")], Standing.CLOSED),
    ],
)
def test_a_revoked_order_closes_what_is_open(as_of, entries, expected):
    assert standing(as_of, *entries, **REVOKED) is expected


@pytest.mark.parametrize(("as_of", "expected"), [("07-04", Standing.OVERDUE), ("07-05", Standing.CLOSED)])
def test_what_was_retired_is_closed_from_that_day_on(as_of, expected):
    gone = obligation(
        "2-a", relative(30), acceptance=Acceptance(day("06-03"), retired=Retirement(day("07-05"), "gone"))
    )
    assert tracked(gone, as_of=day(as_of)).obligations[0].standing is expected


@pytest.mark.parametrize(
    ("entries", "expected"), [([], Standing.CLOSED), ([entry("07-09", "completed")], Standing.DONE_LATE)]
)
def test_an_order_that_was_revoked_nobody_says_when_closes_what_is_open(entries, expected):
    assert standing("07-10", *entries, **REVOKED | {"status_date": None}) is expected


@pytest.mark.parametrize("status", ["in-force", "amended"])
def test_only_a_revoked_order_closes_anything(status):
    assert standing("07-25", **REVOKED | {"status": status}) is Standing.OVERDUE


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("06-19", Standing.DONE), ("06-20", Standing.CLOSED), ("06-21", Standing.CLOSED)],
)
def test_what_is_no_duty_any_more_is_closed_from_that_day_whatever_was_done(as_of, expected):
    ended = Acceptance(day("06-03"), retired=Retirement(day("06-20"), "Struck out."))
    duty = obligation("2-a", relative(30), acceptance=ended)
    made = tracked(duty, as_of=day(as_of), k2_a=(entry("06-10", "completed"),))
    assert made.obligations[0].standing is expected


@pytest.mark.parametrize(
    ("log", "last_due", "expected"),
    [
        ((entry("06-30", "completed"), entry("07-05", "in-progress", note="Withdrawn.")), None, "07-10"),
        ((entry("06-30", "completed"), entry("07-05", "in-progress", note="Withdrawn.")), "06-25", "07-10"),
        ((), "06-25", "06-25"),  # the register remembers what the log does not
        ((), None, None),
        ((entry("06-30", "completed"),), "06-25", None),  # it has a date
    ],
)
def test_the_date_that_a_duty_without_one_was_published_with(log, last_due, expected):
    kept = Acceptance(day("06-03"), last_due=last_due and day(last_due))
    second = obligation("2-b", event(10, reference="2-a"), acceptance=kept)
    made = tracked(obligation("2-a", relative(30)), second, k2_a=log)
    assert last_published(made, made.obligations[1]) == (expected and day(expected))
    assert last_published(made, made.obligations[0]) is None


def chain(as_of="07-10", **log):
    duties = (
        obligation("2-a", relative(30)),
        obligation("2-b", event(10, words="receipt of the report", reference="2-a")),
        obligation("2-c", event(5, words="the recommendations", reference="2-b")),
    )
    return tracked(*duties, as_of=day(as_of), **log)


def test_a_chain_is_estimated_until_its_events_are_on_record():
    first, second, third = (each.schedule for each in chain().obligations)
    assert first.due == DUE
    assert (second.due, second.estimate) == (None, DUE + timedelta(days=10))
    assert (third.due, third.estimate) == (None, DUE + timedelta(days=15))


def test_a_completion_starts_the_deadline_that_waits_for_it():
    made = chain(k2_a=(entry("06-30", "completed"),))
    _, second, third = (each.schedule for each in made.obligations)
    assert (second.due, second.undated, second.estimate) == (day("07-10"), None, None)
    assert (third.due, third.estimate) == (None, day("07-15"))
    assert explain_due(made, made.obligations[1]) == (
        "“receipt of the report” happened June 30, 2026 + 10 days = July 10, 2026, a Friday "
        "(the day on which 2(a) was completed)"
    )


def test_a_completion_that_was_withdrawn_starts_nothing():
    made = chain(k2_a=(entry("06-30", "completed"), entry("07-02", "in-progress", note="Withdrawn.")))
    assert made.obligations[1].schedule.due is None


def test_triggered_comes_before_a_completion():
    log = {"k2_a": (entry("06-30", "completed"),), "k2_b": (entry("07-01", triggered="2026-06-20", note="Received."),)}
    assert chain(**log).obligations[1].schedule.due == day("06-30")


def test_the_last_day_on_record_of_an_event_counts():
    log = {
        "k2_b": (
            entry("07-01", triggered="06-20", note="Received."),
            entry("07-02", triggered="06-25", note="No: later."),
        )
    }
    assert chain(**log).obligations[1].schedule.due == day("07-05")


def test_the_schedule_of_the_text_stays_beside_the_effective_one():
    made = tracked(
        obligation("2-a", relative(30)),
        k2_a=(entry("07-01", due="2026-08-01", note="Extended.", evidence=EVIDENCE),),
    ).obligations[0]
    assert made.obligation.schedule.due == DUE
    assert (made.schedule.due, made.schedule.falls_on) == (day("08-01"), "Saturday")


def test_the_arithmetic_names_an_extension():
    made = tracked(
        obligation("2-a", relative(30)), k2_a=(entry("07-01", due="2026-08-01", note="x", evidence=EVIDENCE),)
    )
    assert explain_due(made, made.obligations[0]) == (
        "signed June 2, 2026 + 30 days = July 2, 2026, a Thursday; extended on record to August 1, 2026"
    )


def test_the_arithmetic_names_a_due_date_that_only_the_record_has():
    made = tracked(obligation("2-a", Deadline("vague", quote="promptly")), k2_a=(entry("07-01", due="2026-08-01"),))
    assert explain_due(made, made.obligations[0]).endswith("; due date put on record: August 1, 2026")


@pytest.mark.parametrize(
    ("links", "members"),
    [
        ({"2-a": "2-b", "2-b": "2-a"}, "2-a → 2-b → 2-a"),
        ({"2-a": "2-a"}, "2-a → 2-a"),
        ({"2-a": "2-b", "2-b": "2-c", "2-c": "2-b"}, "2-b → 2-c → 2-b"),
    ],
)
def test_a_circle_is_one_problem_that_names_its_members(links, members):
    made = reading(*(obligation(key, event(10, reference=to)) for key, to in links.items()))
    assert [problem.found for problem in circles(made)] == [members]
    with pytest.raises(ProblemsFound):
        track(made, progress(), day("07-10"))


def test_a_long_chain_needs_no_recursion():
    keys = [f"2-{number}" for number in range(3000)]
    links = pairwise(keys)
    duties = [obligation(key, event(1, reference=to)) for key, to in links] + [obligation(keys[-1], relative(1))]
    made = tracked(*duties, as_of=day("06-03"))
    assert made.obligations[0].schedule.estimate == SIGNED + timedelta(days=3000)


def test_the_figures_count_every_standing():
    figures = dict(counts(chain(k2_a=(entry("06-30", "completed"),)).obligations))
    assert list(figures) == list(Standing)
    assert {name.value: number for name, number in figures.items() if number} == {
        "done": 1, "due soon": 1, "awaiting event": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        ("07-04", "past due, no completion found (record searched July 4, 2026)"),
        ("07-10", "past due, no completion found (record searched July 10, 2026)"),
        ("07-02", "past due, record not searched since it fell due (last searched July 2, 2026)"),
        ("06-30", "past due, record not searched since it fell due (last searched June 30, 2026)"),
        (
            "07-11",
            "past due, no completion on record as of July 10, 2026",
        ),  # the search is later than the day asked about
        (None, "past due, record never searched"),
    ],
)
def test_overdue_says_what_was_searched(checked, words):
    made = track(reading(obligation("2-a", relative(30))), progress(checked), day("07-10"))
    assert made.obligations[0].standing is Standing.OVERDUE
    assert overdue_wording(made, day("07-02"), made.obligations[0].obligation) == words
