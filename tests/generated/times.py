"""When: the forms in which drafters state a time, each with its meaning for a signing day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from generated.known import Time

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Legal holidays as the Office of Personnel Management publishes them, on the days on which they are observed.
HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25 "
        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25 "
        "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24"
    ).split()
)

DAYS = (7, 10, 14, 15, 20, 21, 30, 45, 60, 75, 90, 100, 120, 150, 180, 210, 240, 270, 300, 365)
FEW = {
    "days": DAYS,
    "weeks": (1, 2, 3, 4, 6, 8),
    "months": (1, 2, 3, 6, 9, 12, 18),
    "years": (1, 2, 3),
    "hours": (24, 36, 48, 72),
    "business days": (3, 5, 10, 15, 20),
}
EVENTS = tuple(
    "receipt of the report|the completion of the review|publication of the list|the issuance of the guidance|"
    "the submission of the plan|approval of the schedule|the end of the flood season|the release of the inventory".split(
        "|"
    )
)
ANCHORS = tuple(
    "of the date of this order|after the date of this order|of this order|from the date of this order|of the issuance of this order".split(
        "|"
    )
)


def long_date(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def in_words(amount: int) -> str:
    """An amount under 1,000 in words, as drafters spell it."""
    if amount < 20:
        return ONES[amount - 1]
    if amount < 100:
        tens, ones = divmod(amount, 10)
        return TENS[tens - 2] + (f"-{ONES[ones - 1]}" if ones else "")
    hundreds, rest = divmod(amount, 100)
    return f"{ONES[hundreds - 1]} hundred" + (f" {in_words(rest)}" if rest else "")


def later(signed: date, amount: int, unit: str) -> date:
    """The day on which a length of time after the signing day ends; that day itself is not counted."""
    if unit == "hours":
        return signed + timedelta(days=-(-amount // 24))
    if unit == "business days":
        return _business_day(signed, amount)
    return signed + relativedelta(**{unit: amount})


def _business_day(day: date, amount: int) -> date:
    while amount:
        day += timedelta(days=1)
        amount -= day.weekday() < 5 and day not in HOLIDAYS
    return day


def _length(chance: Random, unit: str) -> tuple[int, str]:
    """An amount of a unit, and its words: ``30 days``, ``one year``."""
    amount = chance.choice(FEW[unit])
    return amount, f"{amount} {unit if amount > 1 else unit[:-1]}"


def _after_order(chance: Random, signed: date, form: str, opening: str, anchor: str, unit: str = "days") -> Time:
    amount, length = _length(chance, unit)
    return _relative(signed, form, f"{opening} {length} {anchor}", amount, unit)


def _relative(signed: date, form: str, words: str, amount: int, unit: str) -> Time:
    return Time(form, words, "relative", amount, unit, due=later(signed, amount, unit))


def within(chance: Random, signed: date) -> Time:
    return _after_order(chance, signed, "within", "within", chance.choice(ANCHORS))


def no_later(chance: Random, signed: date) -> Time:
    opening = chance.choice(("not later than", "no later than"))
    return _after_order(chance, signed, "no later than", opening, "after the date of this order")


def other_unit(chance: Random, signed: date) -> Time:
    unit = chance.choice(("weeks", "months", "years", "hours", "business days"))
    opening = chance.choice(("within", "not later than", "no later than"))
    anchor = chance.choice(ANCHORS[:2] if opening == "within" else ANCHORS[1:2])
    return _after_order(chance, signed, unit, opening, anchor, unit)


def words_for_numbers(chance: Random, signed: date) -> Time:
    amount = chance.choice(DAYS)
    number = chance.choice((in_words(amount), f"{in_words(amount)} ({amount})"))
    return _relative(signed, "number in words", f"within {number} days {chance.choice(ANCHORS[:3])}", amount, "days")


def nth_day(chance: Random, signed: date) -> Time:
    amount = chance.choice((30, 45, 60, 90, 120))
    opening = chance.choice(("by", "on or before", "not later than"))
    return _relative(
        signed, "the Nth day", f"{opening} the {amount}th day after the date of this order", amount, "days"
    )


def the_date_that_is(chance: Random, signed: date) -> Time:
    opening = chance.choice(("by the date that is", "not later than the date that is"))
    return _after_order(chance, signed, "the date that is", opening, "after the date of this order")


def compound(chance: Random, signed: date) -> Time:
    """A length of two units: of its value only the day is asked for."""
    many, amount = chance.choice((1, 2)), chance.choice((3, 6))
    due = signed + relativedelta(years=many, months=amount)
    words = f"within {many} year{'s' * (many > 1)} and {amount} months of the date of this order"
    return Time("compound length", words, "relative", unit="?", due=due)


def _day(chance: Random, signed: date) -> date:
    return signed + timedelta(days=chance.randrange(20, 500))


def fixed(chance: Random, signed: date) -> Time:
    day = _day(chance, signed)
    opening = chance.choice(("by", "no later than", "not later than", "on or before", "before"))
    weekday = f"{WEEKDAYS[day.weekday()]}, " if chance.random() < 0.15 else ""
    return Time("fixed date", f"{opening} {weekday}{long_date(day)}", "fixed", date=day, due=day)


def fiscal(chance: Random, signed: date) -> Time:
    year = signed.year + chance.choice((1, 2))
    opening = chance.choice(("by the end of", "before the end of", "not later than the end of"))
    period, day = chance.choice(
        (
            ("fiscal year", date(year, 9, 30)),
            ("calendar year", date(year, 12, 31)),
        )
    )
    return Time("end of a year", f"{opening} {period} {year}", "fixed", date=day, due=day)


def event(chance: Random, signed: date) -> Time:
    amount, length = _length(chance, chance.choice(("days", "days", "weeks", "months", "business days")))
    unit = length.split(" ", 1)[1]
    what = chance.choice(EVENTS)
    words = chance.choice(
        (f"within {length} of {what}", f"not later than {length} after {what}", f"within {length} after {what}")
    )
    return Time("days after an event", words, "event", amount, unit if unit.endswith("s") else f"{unit}s")


def upon_event(chance: Random, signed: date) -> Time:
    words = f"{chance.choice(('upon', 'after', 'following'))} {chance.choice(EVENTS[:6])}"
    return Time("upon an event", words, "event", places=frozenset({"front", "middle", "between"}))


def before_event(chance: Random, signed: date) -> Time:
    amount, length = _length(chance, "days")
    words = f"at least {length} before {chance.choice(EVENTS[2:6])}"
    return Time("days before an event", words, "event", amount, "days")


OFTEN = (
    "annually|quarterly|monthly|every 90 days|every 6 months|on an annual basis|on a quarterly basis|at least once each year|"
    "each fiscal year|at least annually|once every 2 years|each quarter"
).split("|")


def recurring(chance: Random, signed: date) -> Time:
    """How often. Of a length (``every 90 days``) the amount is not asked for: a reader may hold it as a rule alone."""
    words = chance.choice(OFTEN)
    return Time("recurring", words, "recurring", unit="?", places=frozenset({"middle", "behind"}), open_due=True)


def day_of_each_year(chance: Random, signed: date) -> Time:
    words = f"by {chance.choice(MONTHS)} {chance.randrange(1, 28)} of each year"
    places = frozenset({"front", "middle", "behind"})
    return Time("a day of each year", words, "recurring", unit="?", places=places, open_due=True)


def and_again(chance: Random, signed: date) -> Time:
    first = within(chance, signed)
    words = f"{first.words}, and {chance.choice(('annually', 'quarterly', 'every 6 months', 'at least annually'))} thereafter"
    return Time("and annually thereafter", words, "relative", first.amount, first.unit, due=first.due)


def promptly(chance: Random, signed: date) -> Time:
    words, *places = chance.choice(
        (
            ("promptly", "middle"),
            ("immediately", "middle", "behind"),
            ("expeditiously", "middle"),
            ("as soon as practicable", "front", "middle", "behind"),
            ("as soon as possible", "middle", "behind"),
            ("without delay", "middle", "behind"),
        )
    )
    return Time("promptly", words, "vague", places=frozenset(places))


FORMS: tuple[tuple[int, Callable[[Random, date], Time]], ...] = (
    (10, within), (7, no_later), (5, other_unit), (4, words_for_numbers), (2, nth_day), (2, the_date_that_is), (1, compound), (6, fixed),
    (3, fiscal), (5, event), (2, upon_event), (1, before_event), (4, recurring), (1, day_of_each_year), (2, and_again), (4, promptly),
)  # fmt: skip


def some_time(chance: Random, signed: date, place: str | None = None) -> Time:
    """A time in any form that may stand at ``place``."""
    while True:
        form = chance.choices([form for _, form in FORMS], [weight for weight, _ in FORMS])[0]
        time = form(chance, signed)
        if place is None or place in time.places:
            return time
