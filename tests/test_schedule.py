"""Deadlines and what the calendar makes of them."""

from datetime import date

import pytest
from samples import SIGNED, day, event, relative

from extractor.holidays import add_business_days, federal_holidays, next_business_day
from extractor.model import Deadline, Schedule
from extractor.schedule import Undated, explain_arithmetic, on_day, schedule


@pytest.mark.parametrize(
    ("signed", "amount", "unit", "due"),
    [
        ("2026-06-02", 30, "days", "2026-07-02"),
        ("2026-06-02", 60, "days", "2026-08-01"),  # a Saturday; it is not moved
        ("2026-06-02", 0, "days", "2026-06-02"),
        ("2026-06-02", 2, "weeks", "2026-06-16"),
        ("2026-06-02", 1, "hours", "2026-06-03"),
        ("2026-06-02", 24, "hours", "2026-06-03"),
        ("2026-06-02", 25, "hours", "2026-06-04"),
        ("2026-06-02", 72, "hours", "2026-06-05"),
        ("2026-01-31", 1, "months", "2026-02-28"),  # a day that the month lacks becomes its last
        ("2024-01-31", 1, "months", "2024-02-29"),
        ("2026-03-31", 6, "months", "2026-09-30"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("2026-06-02", 6, "months", "2026-12-02"),
        ("2026-06-17", 2, "business days", "2026-06-22"),  # June 19 is a holiday, then a weekend
        ("2026-07-01", 2, "business days", "2026-07-06"),  # July 4 is a Saturday, observed on the 3rd
        ("2021-12-30", 1, "business days", "2022-01-03"),  # New Year's Day 2022 is observed on December 31
        ("2020-06-18", 1, "business days", "2020-06-19"),  # Juneteenth is a holiday from 2021 on
    ],
)
def test_relative_deadlines(signed, amount, unit, due):
    assert schedule(relative(amount, unit), day(signed)).due == day(due)


@pytest.mark.parametrize(
    ("due", "falls_on", "next_day"),
    [
        ("2026-07-02", None, None),
        ("2026-08-01", "Saturday", "2026-08-03"),
        ("2026-08-02", "Sunday", "2026-08-03"),
        ("2026-09-07", "Labor Day", "2026-09-08"),
        ("2026-07-03", "Independence Day (observed)", "2026-07-06"),
        ("2026-07-04", "Saturday", "2026-07-06"),
        ("2026-11-26", "Thanksgiving Day", "2026-11-27"),
        ("9999-12-31", None, None),
    ],
)
def test_a_day_off_is_named_and_not_moved(due, falls_on, next_day):
    assert on_day(day(due)) == Schedule(day(due), falls_on=falls_on, next_business_day=next_day and day(next_day))


def test_the_holidays_of_a_year_are_those_of_the_statute():
    assert [f"{each:%m-%d}" for each in federal_holidays(2027)] == [
        "01-01", "01-18", "02-15", "05-31", "06-18", "06-19", "07-04", "07-05", "09-06", "10-11", "11-11", "11-25",
        "12-24", "12-25", "12-31",
    ]  # fmt: skip


def test_business_days_backwards_and_at_the_end_of_the_calendar():
    assert add_business_days(day("2026-07-06"), -1) == day("2026-07-02")
    assert next_business_day(date.max) is None


LATE = event(180, words="publication of the rule")
HEARING = event(None, None, "the hearing", at_event=True)
TWO_WEEKS_BEFORE = event(2, "weeks", "the hearing", direction="before")


@pytest.mark.parametrize(
    ("deadline", "signed", "triggered", "expected"),
    [
        (Deadline(), SIGNED, None, Undated.NO_DEADLINE),
        (Deadline(), None, None, Undated.NO_DEADLINE),
        (relative(), None, None, Undated.NO_SIGNING_DATE),
        (Deadline("fixed", date=day("2027-01-01")), None, None, Undated.NO_SIGNING_DATE),
        (event(), None, day("2026-08-01"), Undated.NO_SIGNING_DATE),
        (event(), None, None, Undated.AWAITING_EVENT),
        (Deadline("vague", quote="promptly"), SIGNED, None, Undated.NO_FIXED_TIME),
        (Deadline("fixed"), SIGNED, None, Undated.NO_FIXED_TIME),
        (Deadline("relative", None, None), SIGNED, None, Undated.NO_FIXED_TIME),
        (Deadline("relative", 3, "moons"), SIGNED, None, Undated.NO_FIXED_TIME),
        (Deadline("recurring", recurs="annually"), SIGNED, None, Undated.NO_FIRST_DATE),
        (event(), SIGNED, None, Undated.AWAITING_EVENT),
        (event(direction="before"), SIGNED, None, Undated.BEFORE_EVENT),
        (event(None, None, "after receiving the report"), SIGNED, day("2026-08-01"), Undated.NO_FIXED_TIME),
        (relative(270, event="x", whichever="later"), SIGNED, None, Undated.LATER_OF_TWO),
        (relative(270, event="x", whichever="earlier"), SIGNED, None, Undated.EARLIER_OF_TWO),
        (relative(10**9), SIGNED, None, Undated.BEYOND_CALENDAR),
        (relative(10**30), SIGNED, None, Undated.BEYOND_CALENDAR),
        (relative(10**30, "months"), SIGNED, None, Undated.BEYOND_CALENDAR),
        (relative(10**30, "hours"), SIGNED, None, Undated.BEYOND_CALENDAR),
        (relative(10**12, "business days"), SIGNED, None, Undated.BEYOND_CALENDAR),
        (relative(9000, "years"), SIGNED, None, Undated.BEYOND_CALENDAR),
        (event(10**6, "years", direction="before"), SIGNED, SIGNED, Undated.BEYOND_CALENDAR),
        (event(60), SIGNED, day("2026-08-01"), "2026-09-30"),
        (event(30, direction="before"), SIGNED, day("2026-08-31"), "2026-08-01"),
        (event(None, None, "upon completion of the review", at_event=True), SIGNED, day("2026-08-05"), "2026-08-05"),
        (relative(270, second=LATE, whichever="later"), SIGNED, day("2026-12-01"), "2027-05-30"),
        (relative(270, second=LATE, whichever="earlier"), SIGNED, day("2026-12-01"), "2027-02-27"),
        (
            relative(30, second=TWO_WEEKS_BEFORE, whichever="earlier"),
            SIGNED,
            day("2026-07-01"),
            "2026-06-17",
        ),
        (relative(30, second=HEARING, whichever="later"), SIGNED, day("2026-08-15"), "2026-08-15"),
        (
            relative(30, second=event(15, "business days", "the hearing"), whichever="later"),
            SIGNED,
            day("2026-07-01"),
            "2026-07-23",
        ),
        (
            relative(30, second=event(21, words="the hearing"), whichever="later"),
            SIGNED,
            day("2026-07-01"),
            "2026-07-22",
        ),
        (
            relative(30, second=Deadline("fixed", date=day("2026-06-20")), whichever="earlier"),
            SIGNED,
            None,
            "2026-06-20",
        ),
        (relative(30, second=relative(2, "months"), whichever="later"), SIGNED, None, "2026-08-02"),
        (relative(30, whichever="later"), SIGNED, day("2026-08-15"), Undated.LATER_OF_TWO),
        (
            event(30, second=Deadline("fixed", date=day("2026-07-15")), whichever="later"),
            SIGNED,
            day("2026-06-03"),
            "2026-07-15",
        ),
        (
            event(30, second=Deadline("fixed", date=day("2026-07-15")), whichever="later"),
            SIGNED,
            None,
            Undated.LATER_OF_TWO,
        ),
        (event(30, second=HEARING, whichever="later"), SIGNED, day("2026-06-03"), Undated.LATER_OF_TWO),
        (
            event(None, "days", "receipt of the report", doubt="“some days”: unread"),
            SIGNED,
            SIGNED,
            Undated.NO_FIXED_TIME,
        ),
        (event(3, "moons"), SIGNED, SIGNED, Undated.NO_FIXED_TIME),
        (Deadline("fixed", date=day("2027-01-01")), SIGNED, None, "2027-01-01"),
    ],
)
def test_what_is_dated_and_why_the_rest_is_not(deadline, signed, triggered, expected):
    found = schedule(deadline, signed, triggered)
    if isinstance(expected, Undated):
        assert (found.due, found.undated) == (None, expected)
    else:
        assert (found.due, found.undated) == (day(expected), None)


@pytest.mark.parametrize(
    ("deadline", "expected_event", "estimate"),
    [
        (event(30), "2026-08-01", "2026-08-31"),
        (event(30), None, None),
        (relative(270, second=LATE, whichever="later"), "2026-12-01", "2027-05-30"),
        (relative(270, second=LATE, whichever="later"), None, None),
        (event(None, None, "after receiving the report"), "2026-08-01", None),
    ],
)
def test_an_expected_event_gives_an_estimate_and_no_due_date(deadline, expected_event, estimate):
    found = schedule(deadline, SIGNED, event_estimate=expected_event and day(expected_event))
    assert (found.due, found.estimate) == (None, estimate and day(estimate))


@pytest.mark.parametrize(
    ("deadline", "triggered", "words"),
    [
        (relative(60), None, "signed June 2, 2026 + 60 days = August 1, 2026, a Saturday"),
        (relative(1), None, "signed June 2, 2026 + 1 day = June 3, 2026, a Wednesday"),
        (relative(72, "hours"), None, "signed June 2, 2026 + 72 hours (3 days) = June 5, 2026, a Friday"),
        (relative(6, "months"), None, "signed June 2, 2026 + 6 months = December 2, 2026, a Wednesday"),
        (relative(3, "business days"), None, "signed June 2, 2026 + 3 business days = June 5, 2026, a Friday"),
        (relative(97), None, "signed June 2, 2026 + 97 days = September 7, 2026, a Monday (Labor Day)"),
        (Deadline("fixed", date=day("2027-01-01")), None,
         "the order states the date: January 1, 2027, a Friday (New Year’s Day)"),
        (event(60), day("2026-08-01"),
         "“receipt of the report” happened August 1, 2026 + 60 days = September 30, 2026, a Wednesday"),
        (event(30, direction="before"), day("2026-08-31"),
         "“receipt of the report” happened August 31, 2026 − 30 days = August 1, 2026, a Saturday"),
        (event(60), None,
         "no due date: runs from an event that is not on record yet (60 days after “receipt of the report”)"),
        (Deadline(), None, "no due date: no deadline is stated"),
        (Deadline("vague"), None, "no due date: no fixed time is stated"),
        (relative(10, second=HEARING, whichever="later"), day("2026-07-01"),
         "the later of signed June 2, 2026 + 10 days and “the hearing” (July 1, 2026) = July 1, 2026, a Wednesday"),
        (event(30, second=Deadline("fixed", date=day("2026-07-15")), whichever="later"), day("2026-06-03"),
         "the later of 30 days after “receipt of the report” (June 3, 2026) and July 15, 2026 = July 15, 2026, a Wednesday"),
    ],
)  # fmt: skip
def test_the_arithmetic_in_words(deadline, triggered, words):
    assert explain_arithmetic(deadline, SIGNED, schedule(deadline, SIGNED, triggered), triggered) == words


def test_every_reason_is_plain_english_and_none_says_the_same():
    assert len({str(reason) for reason in Undated}) == len(Undated)
    assert all(reason == reason.strip() and not reason.endswith(".") for reason in Undated)
