"""Days of the calendar as the words of a limit name them: ``by noon on May 1, 2027``, ``before the end of fiscal year 2027``."""

from __future__ import annotations

import calendar
import re
from datetime import date

from dateutil.relativedelta import relativedelta

from extractor.words.dates import MONTHS, month_number
from extractor.words.numbers import ordinal

# May is none: it is a verb, too.
MONTH_WORDS = (*MONTHS, "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.")

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_MONTH = re.compile(rf"\b({'|'.join(sorted(map(re.escape, MONTH_WORDS), key=len, reverse=True))})(?!\w)", re.I)
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:|\s*[ap]\.?m)", re.I)
_QUARTER = re.compile(r"\b(first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:fiscal |calendar )?quarter\b", re.I)
_FISCAL = re.compile(r"\b(?:fiscal|fy)\b", re.I)
_BEFORE_A_MONTH = re.compile(r"\s*(?:before|prior)\b", re.I)
_OPENING = re.compile(r"\b(?:start|beginning) of\b|^before (?:the )?(?:fiscal|calendar|fy)\b", re.I)


def day_meant(words: str) -> date | None:
    """The last day on which what is due by ``words`` may be done; ``None`` where they name none that a calendar has.

    A month is its last day, but ``before March 2027`` is March 1, as ``before March 1, 2027`` is. A fiscal year ends on September 30.
    """
    year, month = _YEAR.search(words), _MONTH.search(words)
    if not year:
        return None
    if month:
        return _of_month(words, int(year[1]), month)
    first, months = _year(words, int(year[1]))
    if quarter := _QUARTER.search(words):
        first, months = first + relativedelta(months=3 * ((ordinal(quarter[1]) or 1) - 1)), 3
    return first if _OPENING.search(words) else first + relativedelta(months=months, days=-1)


def _year(words: str, year: int) -> tuple[date, int]:
    """The first day of a calendar or fiscal year, and its months."""
    return (date(year - 1, 10, 1) if _FISCAL.search(words) else date(year, 1, 1)), 12


def _of_month(words: str, year: int, month: re.Match[str]) -> date | None:
    number = month_number(month[1])
    last = calendar.monthrange(year, number)[1]
    # Behind the month as orders write it, or right before it.
    day = _DAY.match(words[month.end() :].lstrip()) or re.search(
        r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? $", words[: month.start()]
    )
    if day:
        return date(year, number, int(day[1])) if 0 < int(day[1]) <= last else None
    return date(year, number, 1 if _BEFORE_A_MONTH.match(words) else last)
