"""Dates as people write them who do not write 2026-08-01: which day do they mean?

Only for a suggestion in a message: no date of the record is ever read this way.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from extractor.words.dates import MONTHS

_LONGEST = 40  # characters of a date, its weekday and an hour included
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}", re.ASCII)
_MONTH_NAMED = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\b")
_NUMBERS = re.compile(r"\d+", re.ASCII)
_NAMES = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
# Two days that differ in year, month and day: what is read alike with both as its ground is all stated.
_GROUNDS = (datetime(2000, 1, 1), datetime(2004, 12, 28))


def date_meant(text: str) -> date | None:
    """The day that was meant, where year, month and day can all be told; ``None`` where one cannot.

    ``8/1/2026`` is August 1, as Americans write it, ``1.8.2026`` too, as those do who part by points; a month too
    large, as in ``13/8/2026``, can only be the day. A day too many, as in ``2026-06-31`` or ``June 31, 2026``, becomes the month's last.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST or not text.isascii():
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        return _within_month(*(int(part) for part in match.groups()))
    return _parsed(text) or _named(text)


def _parsed(text: str) -> date | None:
    from dateutil import parser

    day_first = bool(_DAY_FIRST.fullmatch(text))
    try:
        first, second = (parser.parse(text, default=ground, dayfirst=day_first, ignoretz=True) for ground in _GROUNDS)
    except (ValueError, OverflowError, TypeError):
        return None
    return first.date() if first.date() == second.date() else None


def _named(text: str) -> date | None:
    """``June 31, 2026``: a month by name, and a day that it does not have."""
    months = [_NAMES[name.lower()] for name in _MONTH_NAMED.findall(text) if name.lower() in _NAMES]
    numbers = sorted(int(number) for number in _NUMBERS.findall(text))
    if len(months) != 1 or len(numbers) != 2 or numbers[1] < 1000:
        return None
    return _within_month(numbers[1], months[0], numbers[0])


def _within_month(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return date(year, month, min(day, monthrange(year, month)[1]))
