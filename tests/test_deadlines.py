"""When: a deadline's words and the value that they become, once, in the rules' room."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples import order

from extractor.accuracy.founded import states
from extractor.model import Block, Deadline, Obligation, Span
from extractor.pipeline import read_reading
from extractor.schedule import Undated
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
    ("quarterly", "FREQ=MONTHLY;INTERVAL=3"), ("semiannually", "FREQ=MONTHLY;INTERVAL=6"), ("monthly", "FREQ=MONTHLY"), ("twice a year", None),
])  # fmt: skip
def test_a_recurrence_has_the_rule_that_its_words_give(words, rule):
    found = deadline(f"The Secretary of Labor shall update the plan {words}.")
    assert (found.kind, found.recurrence) == ("recurring", rule)


@pytest.mark.parametrize(("words", "amount", "unit", "stated"), [
    ("within one hundred and twenty (120) days", 120, "days", True), ("within one hundred and twenty (120) days", 20, "days", False),
    ("within three hundred sixty-five days", 365, "days", True), ("within three hundred sixty-five days", 65, "days", False),
    ("within 1,095 days", 1095, "days", True), ("within 1,095 days", 95, "days", False), ("within ninety (60) days", 60, "days", False), ("within ninety (60) days", 90, "days", False),
    ("a week before", 1, "weeks", True), ("within 15 working days", 15, "business days", True), ("within 30 days", 30, "months", False),
])  # fmt: skip
def test_the_oracle_knows_an_amount_that_the_words_do_not_state(words, amount, unit, stated):
    assert states(words, Deadline("relative", amount, unit)) is stated
