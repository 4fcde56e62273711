"""When: a deadline's words and the value that they become, once, in the rules' room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from readings import read
from samples import order

from extractor import extract
from extractor.accuracy.founded import founded, states
from extractor.model import Block, Deadline, Obligation, Order, Span
from extractor.pipeline import read_reading
from extractor.schedule import Undated, explain_arithmetic
from extractor.words.numbers import disagree, number
from extractor.words.periods import period

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
AMOUNTS = st.integers(1, 9999)


def in_words(amount: int, joint: str = " ", hyphen: str = "-") -> str:
    """An amount below 10,000 in words; ``joint`` is `` `` or `` and `` after a hundred or a thousand."""
    if amount < 10:
        return ONES[amount - 1]
    if amount < 20:
        return TEENS[amount - 10]
    if amount < 100:
        tens, ones = divmod(amount, 10)
        return TENS[tens - 2] + (hyphen + ONES[ones - 1] if ones else "")
    scale, name = (1000, "thousand") if amount >= 1000 else (100, "hundred")
    many, rest = divmod(amount, scale)
    return f"{in_words(many)} {name}" + (joint + in_words(rest, joint, hyphen) if rest else "")


SPELLINGS = st.sampled_from([(" ", "-"), (" and ", "-"), (" ", " "), (" and ", " ")])


def obligations(words: str) -> list[Obligation]:
    """What is read of a sentence, as section 2 of an order signed on June 2, 2026."""
    body = f"Sec. 2. Work. {words}"
    return list(read_reading(order(body=body, blocks=(Block("paragraph", Span(0, len(body))),))).obligations)


def duty(words: str) -> Obligation:
    """The only obligation of a sentence."""
    (found,) = obligations(words)
    return found


def deadline(words: str) -> Deadline:
    return duty(words).deadline


@given(AMOUNTS, SPELLINGS)
def test_every_amount_reads_back_in_words_figures_and_both(amount, spelling):
    words = in_words(amount, *spelling)
    for said in (
        words,
        str(amount),
        f"{amount:,}",
        f"{words} ({amount})",
        f"{words} ({amount:,})",
        f"{amount} ({words})",
    ):
        assert number(said) == amount
        assert not disagree(said)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, SPELLINGS, st.sampled_from("{words}|{figures}|{words} ({figures})|{figures:,}".split("|")))
def test_every_amount_of_a_deadline_reads_back(amount, spelling, form):
    said = form.format(words=in_words(amount, *spelling), figures=amount)
    found = deadline(f"Within {said} days of the date of this order, the Secretary of Labor shall report.")
    assert (found.kind, found.amount, found.unit, found.doubt) == ("relative", amount, "days", None)
    assert states(found.quote or "", found)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS, SPELLINGS)
def test_words_and_figures_that_differ_give_no_date_and_a_mark(amount, other, spelling):
    assume(amount != other)
    said = f"{in_words(amount, *spelling)} ({other})"
    assert number(said) is None
    assert disagree(said)
    found = duty(f"Within {said} days of the date of this order, the Secretary of Labor shall report.")
    assert (found.deadline.kind, found.deadline.amount, found.deadline.unit) == ("relative", None, None)
    assert found.schedule.due is None
    assert found.schedule.undated == Undated.NO_FIXED_TIME
    assert any("differ" in mark and said in mark for mark in found.review)


@pytest.mark.parametrize("said", [
    "", "and", "thirty or so", "ten dozen", "one hundred and", "thirty thirty", "2.5", "30-60", "twelve-plus", "(30)",
    "nine one", "30 30", "1,09", "two to four",
])  # fmt: skip
def test_what_is_not_wholly_read_is_no_number(said):
    assert number(said) is None


@pytest.mark.parametrize(("words", "amount", "unit"), [
    ("30 calendar days", 30, "days"), ("fifteen working days", 15, "business days"), ("15 (fifteen) business days", 15, "business days"),
    ("10 Federal business days", 10, "business days"), ("a year", 1, "years"), ("72 hours", 72, "hours"), ("6 full months", 6, "months"),
    ("30 days’", 30, "days"), ("24 business hours", None, None), ("several days", None, None), ("ninety (60) days", None, None),
])  # fmt: skip
def test_a_length_of_time_is_read_whole_or_not_at_all(words, amount, unit):
    found = period(words)
    assert found is not None
    assert (found.amount, found.unit, found.doubt is None) == (amount, unit, amount is not None)


@pytest.mark.parametrize("words", ["thirty or sixty", "two to four", "one and a half", "2.5", "30–60", "thirty-odd"])
def test_an_amount_that_is_unread_is_marked_and_not_dated(words):
    found = duty(f"Within {words} months of the date of this order, the Secretary of Labor shall report.")
    assert found.schedule.due is None
    if words != "thirty-odd":
        assert any("was not read" in mark for mark in found.review)


EVENT = "The Secretary of Labor shall act {} the report is published."


@pytest.mark.parametrize(("words", "amount", "unit", "direction"), [
    ("ninety days after", 90, "days", "after"), ("twenty-one days after", 21, "days", "after"), ("30 calendar days after", 30, "days", "after"),
    ("15 working days after", 15, "business days", "after"), ("within eight (8) days after", 8, "days", "after"), ("at least a week before", 1, "weeks", "before"),
    ("30 days in advance of the day on which", 30, "days", "before"), ("at least 30 days in advance of the day on which", 30, "days", "before"),
    ("at least 5 business days prior to the day on which", 5, "business days", "before"),
])  # fmt: skip
def test_an_amount_before_or_after_an_event(words, amount, unit, direction):
    found = deadline(EVENT.format(words))
    assert (found.kind, found.amount, found.unit, found.direction) == ("event", amount, unit, direction)
    assert found.event and found.event.endswith("the report is published")


@pytest.mark.parametrize(
    "words",
    ["in the 30 days before", "for 30 days after", "during the first 60 days after", "a period of 30 days after"],
)
def test_days_that_say_how_long_or_which_are_no_deadline(words):
    assert deadline(f"The Secretary of Labor shall make no award {words} the report is published.").kind == "none"


@pytest.mark.parametrize(("words", "at_event"), [
    ("upon receipt of the report", True), ("immediately upon receipt of the report", True), ("promptly upon receipt of the report", False),
    ("after receipt of the report", False), ("before receipt of the report", False),
])  # fmt: skip
def test_upon_an_event_is_the_event_s_own_day(words, at_event):
    found = deadline(f"The Secretary of Labor shall, {words}, publish a plan.")
    assert (found.kind, found.amount, found.at_event) == ("event", None, at_event)


TWO = "Within 270 days of the date of this order or {}, whichever {}, the Secretary of Labor shall publish a plan."


@pytest.mark.parametrize(("second", "value"), [
    ("ninety days after the report is published", ("event", 90, "days", "after", None, False)),
    ("15 working days after the report is published", ("event", 15, "business days", "after", None, False)),
    ("two weeks before the hearing", ("event", 2, "weeks", "before", None, False)),
    ("upon completion of the hearing", ("event", None, None, "after", None, True)),
    ("the day of the hearing", ("event", None, None, "after", None, True)),
    ("by June 1, 2027", ("fixed", None, None, None, date(2027, 6, 1), False)),
    ("within 1 year of this order", ("relative", 1, "years", "after", None, False)),
])  # fmt: skip
@pytest.mark.parametrize(("compared", "which"), [
    ("is later", "later"), ("is latest", "later"), ("date occurs last", "later"), ("is earlier", "earlier"), ("comes first", "earlier"), ("is sooner", "earlier"),
])  # fmt: skip
def test_the_second_of_two_dates_is_a_value_too(second, value, compared, which):
    found = deadline(TWO.format(second, compared))
    assert (found.kind, found.amount, found.unit, found.whichever, found.event) == (
        "relative",
        270,
        "days",
        which,
        second,
    )
    assert found.second is not None
    other = found.second
    assert (other.kind, other.amount, other.unit, other.direction, other.date, other.at_event) == value


@pytest.mark.parametrize("words", [
    TWO.format("by the height of the season", "is later"), "The Secretary of Labor shall publish a plan by the later of 60 days after the date of this order or the hearing.",
])  # fmt: skip
def test_a_second_date_that_is_unread_leaves_the_first_undated(words):
    found = duty(words)
    assert (found.deadline.whichever, found.deadline.second, found.schedule.due) == ("later", None, None)


@pytest.mark.parametrize(("words", "day"), [
    ("before March 2027", "2027-03-01"), ("prior to March 2027", "2027-03-01"), ("by March 2027", "2027-03-31"), ("before March 1, 2027", "2027-03-01"),
    ("before the end of fiscal year 2027", "2027-09-30"), ("no later than the end of 2027", "2027-12-31"), ("by February 2028", "2028-02-29"),
])  # fmt: skip
def test_a_date_is_the_day_that_its_words_name(words, day):
    assert deadline(f"The Secretary of Labor shall publish a plan {words}.").date == date.fromisoformat(day)


@pytest.mark.parametrize(("words", "rule"), [
    ("annually", "FREQ=YEARLY"), ("every 60 days", "FREQ=DAILY;INTERVAL=60"), ("every two years", "FREQ=YEARLY;INTERVAL=2"), ("once every six (6) months", "FREQ=MONTHLY;INTERVAL=6"),
    ("quarterly", "FREQ=MONTHLY;INTERVAL=3"), ("semiannually", "FREQ=MONTHLY;INTERVAL=6"), ("monthly", "FREQ=MONTHLY"), ("twice a year", None), ("four times a year", None), ("three times yearly", None), ("no less often than twice yearly", None),
    ("twice yearly in the first year after the opening of the pier", None), ("each year until 5 years from the date of this order", "FREQ=YEARLY"),
    ("biennially", "FREQ=YEARLY;INTERVAL=2"), ("bi-annually", "FREQ=MONTHLY;INTERVAL=6"), ("every other year", "FREQ=YEARLY;INTERVAL=2"), ("every other quarter", "FREQ=MONTHLY;INTERVAL=6"),
    ("biweekly", None), ("each fiscal year", None), ("once per month", "FREQ=MONTHLY"), ("on a weekly basis", "FREQ=WEEKLY"), ("at least once each quarter", "FREQ=MONTHLY;INTERVAL=3"),
])  # fmt: skip
def test_a_recurrence_has_the_rule_that_its_words_give(words, rule):
    found = deadline(f"The Secretary of Labor shall update the plan {words}.")
    assert (found.kind, found.recurrence) == ("recurring", rule)


@pytest.mark.parametrize(("words", "rule", "first"), [
    ("by March 15 of each year", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "2027-03-15"), ("no later than June 3 of every year", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=3", "2026-06-03"),
    ("by the 15th day of each month", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-06-15"), ("before the end of each fiscal year", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", "2026-09-30"),
    ("by the end of each calendar year", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2026-12-31"), ("at the end of each quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2026-06-30"),
    ("at the beginning of each fiscal year", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", "2026-10-01"), ("at the end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-06-30"),
    ("every 45 days after the date of this order", "FREQ=DAILY;INTERVAL=45", "2026-07-17"), ("every 45 days", "FREQ=DAILY;INTERVAL=45", None), ("annually", "FREQ=YEARLY", None),
    ("annually, by April 30", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30", "2027-04-30"), ("by April 30 each year", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30", "2027-04-30"),
    ("annually not later than July 1st", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "2026-07-01"), ("quarterly, by April 30", "FREQ=MONTHLY;INTERVAL=3", None),
    ("annually, on the anniversary of the date of this order", "FREQ=YEARLY", "2027-06-02"), ("every October", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1", "2026-10-31"),
])  # fmt: skip
def test_what_recurs_is_dated_where_the_words_say_when_the_first_is(words, rule, first):
    found = duty(f"The Secretary of Labor shall update the plan {words}.")
    assert (found.deadline.kind, found.deadline.recurrence) == ("recurring", rule)
    assert found.schedule.due == (first and date.fromisoformat(first))
    assert founded(found, f"Sec. 2. Work. The Secretary of Labor shall update the plan {words}.")


@pytest.mark.parametrize(("words", "recurs", "rule"), [
    ("and annually thereafter until December 31, 2030,", "annually thereafter until December 31, 2030", "FREQ=YEARLY;UNTIL=20301231"),
    ("and every 90 days thereafter through January 20th, 2029,", "every 90 days thereafter through January 20th, 2029", "FREQ=DAILY;INTERVAL=90;UNTIL=20290120"),
    ("and annually thereafter for 3 years,", "annually thereafter for 3 years", "FREQ=YEARLY;COUNT=4"),
    ("and quarterly thereafter for a period of two (2) years,", "quarterly thereafter for a period of two (2) years", "FREQ=MONTHLY;INTERVAL=3;COUNT=9"),
    ("and annually for the next 4 years,", "annually for the next 4 years", "FREQ=YEARLY;COUNT=5"),
    ("and for each of the following 5 years,", "for each of the following 5 years", "FREQ=YEARLY;COUNT=6"),
    ("and annually thereafter until the pier is open,", "annually thereafter until the pier is open", "FREQ=YEARLY"),
    ("and every 90 days thereafter for 2 years,", "every 90 days thereafter for 2 years", "FREQ=DAILY;INTERVAL=90"),
    ("and annually thereafter, for each harbor,", "annually thereafter", "FREQ=YEARLY"),
    ("and annually thereafter,", "annually thereafter", "FREQ=YEARLY"),
])  # fmt: skip
def test_what_recurs_ends_where_its_words_say(words, recurs, rule):
    """A number of years gives COUNT, the first time besides; an end that no calendar knows, and one of no whole number of times,
    end no rule, and are among the words that are shown."""
    found = deadline(f"Within 20 days of the date of this order, {words} the Secretary of Labor shall report.")
    assert (found.kind, found.recurs, found.recurrence) == ("relative", recurs, rule)


def test_a_recurrence_alone_is_counted_by_its_years():
    assert (
        deadline("The Secretary of Labor shall report annually, for 5 years, on the mills.").recurrence
        == "FREQ=YEARLY;COUNT=5"
    )


@pytest.mark.parametrize(("words", "amount", "unit", "more", "due"), [
    ("1 year and 6 months", 1, "years", [(6, "months")], "2027-12-02"), ("two months and ten (10) days", 2, "months", [(10, "days")], "2026-08-12"),
    ("3 years, 2 months, and 5 days", 3, "years", [(2, "months"), (5, "days")], "2029-08-07"), ("a year and a half", 1, "years", [(6, "months")], "2027-12-02"),
    ("two and one-half years", 2, "years", [(6, "months")], "2028-12-02"), ("1½ years", 1, "years", [(6, "months")], "2027-12-02"), ("half a year", 6, "months", [], "2026-12-02"),
    ("one week plus 2 days", 1, "weeks", [(2, "days")], "2026-06-11"), ("15 weekdays", 15, "weekdays", [], "2026-06-23"), ("15 business days", 15, "business days", [], "2026-06-24"),
    ("15 days (excluding Saturdays, Sundays, and Federal holidays)", 15, "business days", [], "2026-06-24"), ("15 days, excluding weekends,", 15, "weekdays", [], "2026-06-23"),
])  # fmt: skip
def test_a_length_of_several_parts_is_counted_whole(words, amount, unit, more, due):
    found = duty(f"Within {words} of the date of this order, the Secretary of Labor shall report.")
    value = found.deadline
    assert (value.kind, value.amount, value.unit, [(each.amount, each.unit) for each in value.more]) == (
        "relative",
        amount,
        unit,
        more,
    )
    assert (found.schedule.due, value.doubt) == (date.fromisoformat(due), None)


@pytest.mark.parametrize(
    "words",
    [
        "30 days and 60 days",
        "half a month",
        "six months and two years",
        "0 days",
        "OO days",
        "30 days (excluding Mondays, Tuesdays, and Sundays)",
    ],
)
def test_a_length_that_is_none_leaves_no_date(words):
    assert duty(f"Within {words} of the date of this order, the Secretary of Labor shall report.").schedule.due is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("I 00", "2026-09-10"),
        ("l00", "2026-09-10"),
        ("1 O", "2026-06-12"),
        ("3O", "2026-07-02"),
        ("OO", None),
        ("00", None),
    ],
)
def test_a_figure_that_a_scan_spoiled_is_marked_and_never_the_signing_day(words, due):
    found = duty(f"The Secretary of Labor shall report no later than {words} days after the date of this order.")
    assert found.schedule.due == (due and date.fromisoformat(due))
    assert any(words in mark for mark in found.review)


@pytest.mark.parametrize(("words", "due"), [
    ("Within 30 days of October 1, 2027", "2027-10-31"), ("Not later than 60 days after October 1, 2027", "2027-11-30"), ("At least two weeks before January 15, 2027", "2027-01-01"),
    ("No later than 30 days following the end of calendar year 2026", "2027-01-30"), ("Ten days after the end of fiscal year 2027", "2027-10-10"),
    ("By the first business day after July 4, 2027", "2027-07-06"), ("On or before the 45th day after the date of this order", "2026-07-17"),
    ("By the one hundred and eightieth day after the date of this order", "2026-11-29"), ("On the thirtieth day following the date of this order", "2026-07-02"),
    ("Before the end of the 90-day period beginning on the date of this order", "2026-08-31"), ("Within the 45-day period following the date of this order", "2026-07-17"),
    ("Not later than the end of the period of 60 days beginning on the date of this order", "2026-08-01"), ("Ninety days from today", "2026-08-31"),
    ("By noon on May 3, 2027", "2027-05-03"), ("By 5:00 p.m. Eastern Time on May 3, 2027", "2027-05-03"), ("No later than close of business on Monday, May 3, 2027", "2027-05-03"),
    ("By midnight at the end of May 3, 2027", "2027-05-03"), ("By 11:59 p.m. on May 3, 2027", "2027-05-03"), ("By Monday, May 3, 2027", "2027-05-03"), ("By the 3rd of May 2027", "2027-05-03"),
    ("By Sept. 30, 2027", "2027-09-30"), ("By the end of the first quarter of fiscal year 2027", "2026-12-31"), ("By the end of the third quarter of 2027", "2027-09-30"),
    ("Before the start of fiscal year 2028", "2027-10-01"), ("By the second anniversary of the date of this order", "2028-06-02"), ("By fiscal year 2028", "2028-09-30"), ("In the first 60 days from the date of this order", "2026-08-01"),
])  # fmt: skip
def test_the_day_that_opens_a_sentence(words, due):
    assert duty(f"{words}, the Secretary of Labor shall report.").schedule.due == date.fromisoformat(due)


def test_the_end_of_a_period_that_was_named_before_is_an_event():
    found = deadline("By the end of the 90-day period, the Secretary of Labor shall report.")
    assert (found.kind, found.amount, found.event) == ("event", None, "By the end of the 90-day period")


@pytest.mark.parametrize("words", [
    "No sooner than 90 days after the date of this order", "No earlier than 60 days after the date of this order", "Not earlier than March 1, 2027", "No sooner than 10 days after the hearing closes",
    "Not before 30 days after the date of this order", "At least 30 days after the date of this order",
])  # fmt: skip
def test_a_first_permitted_day_is_no_deadline(words):
    found = duty(f"{words}, the Secretary of Labor shall sell the wells.")
    assert (found.deadline.kind, found.schedule.due) == ("none", None)
    assert found.responsible == ("Secretary of Labor",)


@pytest.mark.parametrize(("stated", "kind", "due"), [
    ("This order shall take effect on April 15, 2027.", "relative", "2027-06-14"), ("This order is effective at 12:01 a.m. eastern time on April 15, 2027.", "relative", "2027-06-14"),
    ("This order is effective immediately.", "relative", "2026-08-01"), ("This order shall become effective upon signature.", "relative", "2026-08-01"),
    ("The effective date of this order is April 15, 2027.", "relative", "2027-06-14"), ("The list is public.", "event", None),
    ("This order shall become effective 90 days after the date of this order.", "relative", "2026-10-30"),
    ("This order shall take effect 180 days from the date of this order, except for section 9.", "relative", "2027-01-28"),
    ("This order is effective upon publication in the Federal Register.", "event", None),
    ("This order shall take effect when the list is published.", "event", None), ("This order is effective in part.", "event", None),
])  # fmt: skip
def test_the_effective_date_is_the_day_that_the_order_states(stated, kind, due):
    found = duty(f"Within 60 days of the effective date of this order, the Archivist shall number the looms. {stated}")
    assert (found.deadline.kind, found.deadline.amount, found.deadline.unit) == (kind, 60, "days")
    assert found.schedule.due == (due and date.fromisoformat(due))


EFFECTIVE = "Within 60 days of the effective date of this order, the Archivist shall number the looms. {}"
PUBLISHED = (
    "Within 30 days after publication of this order in the Federal Register, the Archivist shall number the looms."
)


def of_source(body: str, **fields: str) -> tuple[Order, Obligation]:
    """The one duty of an order with such words and such fields, signed on June 2, 2026."""
    order = replace(extract(f"Sec. 2. Work. {body}", signed="2026-06-02").order, effective=None, effective_span=None)
    reading = read_reading(replace(order, **{name: date.fromisoformat(value) for name, value in fields.items()}))
    return reading.order, reading.obligations[0]


def test_the_effective_day_is_a_fact_of_the_order_with_its_words():
    order, duty_ = of_source(EFFECTIVE.format("This order shall take effect on April 15, 2027."))
    assert order.effective == date(2027, 4, 15)
    assert order.effective_span.of(order.body) == "This order shall take effect on April 15, 2027"
    assert explain_arithmetic(duty_.deadline, order.signed, duty_.schedule).startswith(
        "in effect April 15, 2027 + 60 days = "
    )


def test_the_source_may_state_the_effective_day_and_wins():
    order, duty_ = of_source(EFFECTIVE.format(""), effective="2027-01-01")
    assert (order.effective, order.effective_span, duty_.schedule.due) == (date(2027, 1, 1), None, date(2027, 3, 2))
    order, _ = of_source(EFFECTIVE.format("This order shall take effect on April 15, 2027."), effective="2027-01-01")
    assert order.effective == date(2027, 1, 1)


def test_what_runs_from_an_effective_day_that_nobody_states_says_so():
    order, duty_ = of_source(EFFECTIVE.format(""))
    assert (order.effective, duty_.schedule.undated) == (None, Undated.EFFECTIVE_UNKNOWN)


def test_what_runs_from_publication_is_dated_where_the_day_is_known():
    _, duty_ = of_source(PUBLISHED)
    assert duty_.schedule.undated == Undated.AWAITING_EVENT
    order, duty_ = of_source(PUBLISHED, published="2026-06-05")
    assert duty_.schedule.due == date(2026, 7, 5)
    assert explain_arithmetic(duty_.deadline, order.signed, duty_.schedule).startswith(
        "June 5, 2026 + 30 days = July 5, 2026"
    )
    order, duty_ = of_source(EFFECTIVE.format("This order is effective upon publication."), published="2026-06-05")
    assert (order.effective, duty_.schedule.due) == (date(2026, 6, 5), date(2026, 8, 4))


def test_two_effective_days_are_none():
    found = duty(
        "Within 60 days of the effective date of this order, the Archivist shall number the looms. "
        "This order is effective on April 15, 2027. As to barns, this order is effective on May 15, 2027."
    )
    assert found.schedule.due is None


@pytest.mark.parametrize("mark", ["[1]", "^2^", "¹", "\\*", "*", "†", "\\3"])
@pytest.mark.parametrize("words", [
    "The Secretary of Labor{} shall, within 30 days of the date of this order, list the barns.", "The Secretary of Labor shall, within 30 days{} of the date of this order, list the barns.",
    "The Secretary of Labor shall list the barns within 30 days of the date of this order.{}", "The Secretary of Labor shall,{} within 30 days of the date of this order, list the barns.",
])  # fmt: skip
def test_the_mark_of_a_footnote_hides_nothing(words, mark):
    found = duty(words.format(mark))
    assert found.responsible == ("Secretary of Labor",)
    assert (found.deadline.amount, found.schedule.due) == (30, date(2026, 7, 2))
    body = f"Sec. 2. Work. {words.format(mark)}"
    assert found.deadline.span and found.deadline.span.of(body) == found.deadline.quote
    assert found.action_span.of(body) == found.action


DAY = "of the date of this order"


@pytest.mark.parametrize(("words", "days"), [
    (f"give the Council a plan of the wharves within 20 days {DAY}, a second plan within 40 days {DAY}, and a third plan within 80 days {DAY}", [20, 40, 80]),
    (f"brief the Council within 20 days {DAY} and again within 40 days {DAY}", [20, 40]), (f"brief the Council within 20 days {DAY} and within 40 days {DAY}", [20, 40]),
    (f", within 20 days {DAY} and again within 40 days {DAY}, brief the Council", [20, 40]), ("give the Council a plan within 20 days of this order, a second within 40 days, and a third within 80", [20, 40, 80]),
    ("give the Council plans within 20, 40, and 80 days of this order", [20, 40, 80]), ("list the piers within 20 days of this order and the boats within 40 days of this order", [20, 40]),
    ("give the Council a draft within 20 days of receipt of the list and a final plan within 40 days of receipt of the list", [20, 40]),
    ("brief the Council within 20 days after the hearing and again within 40 days after the hearing", [20, 40]),
    ("brief the Council within 20 days of this order, then within 40 days of this order, and finally within 80 days of this order", [20, 40, 80]),
    ("give the Council a plan within 20 days of this order and a report on the first 40 days", [20]), ("give the Council a plan within 20 days of this order, and annually thereafter", [20]),
    ("give the Council a plan within 20 days of this order that says what is due within 40 days", [20]), ("give the Council a plan within 20 days of this order and before the hearing", [20]),
    ("tell the owners within 20 days of this order and at least 40 days before the hearing", [20]),
])  # fmt: skip
def test_dates_in_series_are_obligations_of_their_own(words, days):
    found = obligations(f"The Secretary of Labor shall {words}.".replace(" ,", ","))
    assert [each.deadline.amount for each in found] == days
    assert len({each.key for each in found}) == len(days)
    assert len({each.deadline.kind for each in found}) == 1
    assert all(each.responsible == ("Secretary of Labor",) for each in found)
    assert all(states(each.deadline.quote or "", each.deadline) for each in found if "a third" not in words)


def test_each_date_of_a_series_has_its_own_words_and_event():
    first, second = obligations(
        "The Secretary of Labor shall give the Council a draft by June 30, 2027, and a plan by December 31, 2027."
    )
    assert (first.action, first.deadline.date) == ("give the Council a draft by June 30, 2027", date(2027, 6, 30))
    assert (second.action, second.deadline.date) == (
        "give the Council a draft by June 30, 2027, and a plan by December 31, 2027",
        date(2027, 12, 31),
    )
    first, second = obligations(
        "The Secretary of Labor shall brief the Council within 20 days of receipt of the list and again within 40 days of receipt of the list."
    )
    assert (first.deadline.event, second.deadline.event) == ("receipt of the list", "receipt of the list")


def test_two_officials_with_a_date_each_are_no_series():
    found = obligations(
        "The Secretary of Labor, within 20 days of this order, and the Attorney General, within 40 days of this order, shall each brief the Council."
    )
    assert [each.deadline.amount for each in found] == [20]


@pytest.mark.parametrize(("words", "amount", "unit", "stated"), [
    ("within one hundred and twenty (120) days", 120, "days", True), ("within one hundred and twenty (120) days", 20, "days", False),
    ("within three hundred sixty-five days", 365, "days", True), ("within three hundred sixty-five days", 65, "days", False),
    ("within 1,095 days", 1095, "days", True), ("within 1,095 days", 95, "days", False), ("within ninety (60) days", 60, "days", False), ("within ninety (60) days", 90, "days", False),
    ("a week before", 1, "weeks", True), ("within 15 working days", 15, "business days", True), ("within 30 days", 30, "months", False),
])  # fmt: skip
def test_the_oracle_knows_an_amount_that_the_words_do_not_state(words, amount, unit, stated):
    assert states(words, Deadline("relative", amount, unit)) is stated


@pytest.mark.parametrize(("words", "kind", "amount"), [
    ("find out whether the pier is safe, promptly, but not later than 40 days after its closing", "event", 40), ("decide if the pier is safe, but not later than 2 years after the closing of the pier", "event", 2),
    ("say whether the pier will be safe within 40 days after the closing", "none", None), 
    ("ensure that the clerk of the port begins the count within 40 days of the date of this order", "relative", 40), ("ensure that the clerk begins the count by June 1, 2027", "none", None),
    ("require that the clerk begin the count within 40 days of the date of this order", "none", None), ("publish rules on the lease of piers before the sale of a pier", "none", None),
    ("issue guidance on the repair of piers after completion of the count", "none", None), ("explain the right to contest a closing prior to publication", "none", None),
    ("describe the inspection of boats upon receipt of a complaint", "none", None), ("order the removal of boats after expiration of their permits", "none", None),
    ("publish the list upon completion of the count", "event", None), ("issue guidance on the repair of piers, upon completion of the count", "event", None), ("weigh the claims received within 40 days of the publication of the rule", "none", None),
])  # fmt: skip
def test_a_limit_behind_the_verb_is_the_acts_or_the_objects(words, kind, amount):
    found = deadline(f"The Secretary of Labor shall {words}.")
    assert (found.kind, found.amount) == (kind, amount)


def test_a_stated_limit_beats_an_opening_when():
    found = deadline(
        "When a pier is closed, the Secretary of Labor shall decide whether it is safe, promptly, but not later than 40 days after its closing."
    )
    assert (found.kind, found.amount, found.event) == ("event", 40, "its closing")


@pytest.mark.parametrize(("opening", "event"), [
    ("When the port closes an old pier", "When the port closes an old pier"), ("Upon receipt of the plans, maps, and lists", "Upon receipt of the plans, maps, and lists"),
    ("Once the list is published, as amended", "Once the list is published, as amended"),
])  # fmt: skip
def test_the_words_of_an_opening_event_end_before_the_thing_that_is_to_be_done(opening, event):
    assert deadline(f"{opening}, a decision shall be made by the Secretary of Labor.").event == event


def test_a_time_in_an_items_object_does_not_displace_its_lead_ins():
    body = (
        "Sec. 2. Work. Within 40 days of the date of this order, the Secretary of Labor shall:\\n\\n(a) issue guidance on the repair of piers after completion of the count;\\n\\n"
        "(b) explain the right to contest a closing before its publication;\\n\\n(c) upon completion of the count, publish it; and\\n\\n(d) list the piers."
    )
    blocks = tuple(
        Block("paragraph", Span(body.index(each), body.index(each) + len(each))) for each in body.split("\\n\\n")
    )
    found = read_reading(order(body=body, blocks=blocks)).obligations
    assert [(each.deadline.kind, each.schedule.due) for each in found] == [
        ("relative", date(2026, 7, 12)), ("relative", date(2026, 7, 12)), ("event", None), ("relative", date(2026, 7, 12)),
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "due"), [
    ("Within the later of 40 days of the date of this order or 10 days after the hearing", "event", None), ("Within the later of 40 days of this order or 60 days of this order", "relative", "2026-08-01"),
    ("By the later of June 1, 2027, or 60 days after the date of this order", "fixed", "2027-06-01"), ("Within the earlier of 40 days of this order or 60 days of this order", "relative", "2026-07-12"),
    ("Within the earlier of 40 days of this order or 10 days after the hearing", "relative", None),
])  # fmt: skip
def test_the_later_of_two_waits_for_both(words, kind, due):
    found = duty(f"{words}, the Secretary of Labor shall report.")
    assert (found.deadline.kind, found.schedule.due) == (kind, due and date.fromisoformat(due))
    assert found.deadline.whichever == ("later" if "later" in words else "earlier")


def test_the_later_of_two_holds_the_words_of_both():
    found = deadline(
        "Within the later of 40 days of this order or 10 days after the hearing, the Secretary of Labor shall report."
    )
    assert (found.amount, found.event) == (
        None,
        "Within the later of 40 days of this order or 10 days after the hearing",
    )


@pytest.mark.parametrize(
    "clause",
    [
        "each of whom shall report within 40 days of the date of this order",
        "who shall report within 40 days of the date of this order",
    ],
)
def test_the_time_of_a_relative_clause_is_its_own_verbs(clause):
    found = obligations(f"The Secretary of Labor and the Attorney General, {clause}, shall list the inns.")
    assert [(each.action.split()[0], each.schedule.due) for each in found] == [
        ("report", date(2026, 7, 12)),
        ("list", None),
    ]
    assert all(each.responsible == ("Secretary of Labor", "Attorney General") for each in found)


LABOR = "the Secretary of Labor shall"


@pytest.mark.parametrize(("words", "kind"), [
    (f"As soon as practicable and for the good of all, {LABOR} report.", "vague"), (f"To the extent permitted by law, as soon as practicable, {LABOR} report.", "vague"),
    (f"To help those who need it immediately at the port, {LABOR} report.", "none"), (f"To the extent permitted by law, upon completion of the count, {LABOR} report.", "event"),
    (f"Further, upon receipt of the list, {LABOR} report.", "event"), (f"For the good of the port as soon as practicable, {LABOR} report.", "vague"), (f"When in doubt about a pier, {LABOR} ask the Board.", "none"), (f"When lists are used, {LABOR} ask the Board.", "none"),
    (f"Concurrent with its budget request, {LABOR} ask the Board.", "event"), (f"In the first year after the opening of the pier, {LABOR} ask the Board.", "none"),
    (f"At the time of the sale, {LABOR} ask the Board.", "event"), (f"At the same time the Board sells it, {LABOR} ask the Board.", "event"),
    (f"Not less than 40 days after the date of this order, {LABOR} ask the Board.", "none"),
    (f"When the list is published, {LABOR} ask the Board.", "event"), (f"In the event no law is passed by December 31, 2027, {LABOR} report.", "none"),
    (f"If the pier is closed by December 31, 2027, {LABOR} report.", "none"), ("The head of each agency, upon completing the count, shall submit a plan.", "event"),
])  # fmt: skip
def test_what_stands_before_the_modal_and_sets_the_time(words, kind):
    assert deadline(words).kind == kind


@pytest.mark.parametrize(("words", "kind"), [
    ("be closed and its employees excused from duty on January 4, 2027", "fixed"), ("publish the list of the leases that the port of New London and all of its agents made on January 4, 2027", "none"),
    ("publish the list as soon as practicable", "vague"), ("publish the list, promptly", "vague"), ("take action promptly to close the pier", "vague"),
    ("designate an official to review leases on an annual basis", "none"), ("follow the practices the Board annually identifies", "none"), ("list the aid given on an annual basis over the past five years", "none"),
    ("submit to the President, through the Assistant to the President for Domestic Policy, an annual report", "recurring"), ("give the title of its annual report", "none"),
    ("request each Council to submit, within 180 days of the date of this order, a list", "none"), ("submit a plan that names the piers no later than June 1, 2027", "fixed"),
    ("list the leases that are to end within 40 days of the date of this order", "none"), ("appoint a clerk for a term not to exceed 2 years", "none"),
    ("let the clerk, upon a finding of fraud, to require a bond", "none"), ("hire clerks, not to exceed 2 years", "none"),
])  # fmt: skip
def test_what_stands_behind_the_verb_and_sets_the_time(words, kind):
    assert deadline(f"The Secretary of Labor shall {words}.").kind == kind


def test_how_often_is_joined_to_an_opening_date():
    found = deadline(f"Within 40 days of the date of this order, and annually thereafter, {LABOR} report.")
    assert (found.kind, found.amount, found.recurs, found.recurrence) == (
        "relative",
        40,
        "annually thereafter",
        "FREQ=YEARLY",
    )


# Behind the verb: whose time it is, a row for each construction. What each of its phrases reads as.
BEHIND_THE_VERB = {
    "what is aimed at": ("none", (
        "issue a rule with the goal of closing the pier by June 1, 2027", "issue a rule for the purpose of closing all piers by June 1, 2027",
        "publish the list in order to close the pier by June 1, 2027", "publish the list in order that the pier closes by June 1, 2027",
        "issue a rule to take effect by June 1, 2027", "set aside the money needed to close the pier by June 1, 2027",
        "name the clerks necessary for the count by June 1, 2027",
    )),
    "what others are to do": ("none", (
        "issue a rule to require the ports to close piers by June 1, 2027", "encourage ports to close their piers by June 1, 2027",
        "help to enable ports to close their piers by June 1, 2027", "issue a rule allowing the port adequate time for work by June 1, 2027",
        "draft a rule providing an opportunity for comment by June 1, 2027", "set procedures for ports to close their piers by June 1, 2027",
        "list opportunities for ports to close their piers by June 1, 2027", "ask each port to close its pier by June 1, 2027",
        "invite each port to close its pier within 40 days of the date of this order", "urge that each port close its pier within 40 days of the date of this order",
        "recommend that each port close its pier within 40 days of the date of this order", "help owners to mend the roads promptly",
        "assign a clerk to review leases annually",
    )),
    "a clause about the object": ("none", (
        "decide whether, within 40 days of the date of this order, the pier is to be closed", "find a port that will close its pier within 40 days of the date of this order",
        "name the clerk who is to close the pier within 40 days of the date of this order", "sign leases that operate by June 1, 2027",
        "close piers whose owners left by June 1, 2027", "close piers where boats landed by June 1, 2027",
        "issue a rule requiring piers to be closed by June 1, 2027", "mend the roads that were closed promptly",
        "publish the list of the piers whose owners are late upon completion of the count", "see that the piers are closed on June 1, 2027",
    )),
    "what the object is about": ("none", (
        "publish rules about the lease of piers before the sale of a pier", "publish training on the lease of piers before the sale of a pier",
        "give ports the opportunity to contest a fee before the sale of a pier", "define the use of a pier upon completion of the count",
        "discuss the transfer of boats after the sale of a pier", "state the ordering of boats after the sale of a pier",
    )),
    "what was": ("none", (
        "list the aid given annually over the past year", "list the aid given annually during the preceding year", "weigh a rule issued on June 1, 2027",
    )),
    "how fast": ("vague", (
        "take steps promptly to close the pier", "take measures promptly to close the pier", "review and promptly publish the list",
        "promptly publish the list", "revise the rules as soon as practicable to bring them up to date",
        "revise the rules as soon as practicable and publish them", "mend the roads promptly", "help owners to mend the roads, but as soon as practicable",
    )),
    "how often": ("recurring", ("review leases annually", "hold an annual meeting", "publish an annual report", "establish an annual plan")),
    "a report that is spoken of": ("none", ("weigh the findings of an annual report", "publish such annual report", "publish the first annual report")),
    "an event of the thing's own": ("event", (
        "review the rules prior to their issuance", "count the boats before they are sold", "tell the owner upon determining that a boat is old", "name, prior to acquisition, the boats",
    )),
    "an event, and where its words end": ("event", (
        "publish the list upon completion of the count and as the law allows", "publish the list upon completion of the count, as the law allows",
        "let the clerk, upon a finding of fraud, refuse a bond",
    )),
    "an aim that opens the sentence": ("fixed", ("publish the list by June 1, 2027, with the goal of thrift", "publish the list by June 1, 2027, in order to close the pier")),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "phrases"), BEHIND_THE_VERB.values(), ids=BEHIND_THE_VERB)
def test_whose_the_time_behind_the_verb_is(kind: str, phrases: tuple[str, ...]):
    lines = [f"({chr(97 + place)}) The Secretary of Labor shall {words}." for place, words in enumerate(phrases)]
    found = read("\n".join(lines)).obligations
    assert [(words, each.deadline.kind) for words, each in zip(phrases, found, strict=True)] == [
        (words, kind) for words in phrases
    ]


# what follows ``shall``: the dates of its obligations, one for each date of a series, and how often
TIMES = (
    ("report annually or as required", "annually or as required"), ("report annually, or as needed", "annually, or as needed"),
    ("report annually as appropriate", "annually as appropriate"), ("report annually as law allows", "annually"),
    ("report annually after a sale", "annually"), ("report, and thereafter annually", "thereafter annually"),
    ("report annually, by April 30", "annually, by April 30"), ("list the piers annually, on the anniversary of the date of this order", "on the anniversary of the date of this order"),
    ("submit a draft by June 1, 2027, then the complete draft by August 1, 2027", "2027-06-01 2027-08-01"),
    ("submit a draft by June 1, 2027, finally another draft by August 1, 2027", "2027-06-01 2027-08-01"),
    ("submit a draft by June 1, 2027, and once more by August 1, 2027", "2027-06-01 2027-08-01"),
    ("submit a draft by June 1, 2027, and a third time by August 1, 2027", "2027-06-01 2027-08-01"),
    ("submit a draft by June 1, 2027; an updated draft by August 1, 2027", "2027-06-01 2027-08-01"),
    ("submit a draft by June 1, 2027, and an interim plan by August 1, 2027, and a follow-up plan by October 1, 2027", "2027-06-01 2027-08-01 2027-10-01"),
    ("submit a draft by June 1, 2027, and a list that was made by August 1, 2027", "2027-06-01"),
    ("submit a draft by June 1, 2027, and to list piers by August 1, 2027", "2027-06-01"),
    ("submit a draft by June 1, 2027, and within 60 days of the date of this order", "2027-06-01"),
    ("submit a draft within 40 days of the date of this order and within 60 days after the sale", "2026-07-12"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TIMES, ids=[words for words, _ in TIMES])
def test_the_times_of_one_act(words: str, wanted: str):
    found = obligations(f"The Secretary of Labor shall {words}.")
    assert " ".join(each.deadline.recurs or str(each.schedule.due) for each in found) == wanted
    assert not found[0].action.endswith((",", "then", "finally", "and"))


# sentence: the time that governs its act, as its words; empty for none
GOVERNED = (
    ("If piers close, by June 1, 2027, the Secretary of Labor shall report.", "by June 1, 2027"),
    ("Unless the port is closed by June 1, 2027, the Secretary of Labor shall report.", ""),
    ("Where a port is closed by June 1, 2027, the Secretary of Labor shall report.", ""),
    ("To the extent that ports close by June 1, 2027, the Secretary of Labor shall report.", ""),
    ("On June 1, 2027, the Secretary of Labor shall report.", "On June 1, 2027"),
    ("The Secretary of Labor (by June 1, 2027) shall report.", ""),
    ("The Secretary of Labor, in consultation with the Attorney General, upon completing the count, shall report.", "upon completing the count"),
    ("When the list is out, and in consultation with the Attorney General, the Secretary of Labor shall report.", "When the list is out"),
    ("The Secretary of Labor promptly shall report.", "promptly"),
    ("Using the figures collected annually by the Board, the Secretary of Labor shall report.", ""),
    # What is to be delivered, by nobody in particular
    ("A change shall be made no later than 40 days after the date of this order.", "no later than 40 days after the date of this order"),
    ("Upon completion of the count, the list shall be published.", "Upon completion of the count"),
    ("The solicitations shall close within 40 days of the date of this order.", "within 40 days of the date of this order"),
    ("A draft shall be built within 40 days of the date of this order.", "within 40 days of the date of this order"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), GOVERNED)
def test_which_time_of_a_sentence_governs(sentence: str, words: str):
    assert (deadline(sentence).quote or "") == words


@pytest.mark.parametrize(
    "sentence",
    [
        "No change shall be made within 40 days of the date of this order.",
        "Upon that day the tariffs shall be removed.",
        "A list shall be deemed void within 40 days of the date of this order.",
        "A list shall be effective within 40 days of the date of this order.",
        "A list shall be available within 40 days of the date of this order.",
    ],
)
def test_a_time_alone_makes_no_deliverable(sentence: str):
    assert obligations(sentence) == []


@pytest.mark.parametrize(("done", "wanted"), [("submitted", ("Farm Council",)), ("approved", ())])
def test_whose_plan_it_is_makes_it_and_others_approve_it(done: str, wanted: tuple[str, ...]):
    (found,) = obligations(f"The Farm Council’s plan shall be {done} within 40 days of the date of this order.")
    assert found.responsible == wanted
