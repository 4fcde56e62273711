"""Dates as orders print them, and the signing date of an order.

The signing date comes from the order's closing block (``THE WHITE HOUSE, June 2, 2026.``) or from the
Register's own words (``Executive Order 14409 of June 2, 2026``), never from a page's date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractor.words.numbers import number, ordinal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(rf"\b({'|'.join(MONTHS)})\s+(\d{{1,2}}),?\s+(\d{{4}})\b", re.I)
_TITLE_LINE = re.compile(r"^Executive Order (?:No\. ?)?(\d{4,5})(?: of|,)? ((?:[A-Z][a-z]+) \d{1,2}, ?\d{4})\b", re.I)
# ``Given under my hand this 3rd day of March, 2025``; ``… this third day of March, in the year … two thousand twenty-five``
_GIVEN = re.compile(
    rf"\bth(?:is|e) (\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:[- ][a-z]+)?) day of ({'|'.join(MONTHS)}),?"
    r"(?: in the year of our Lord)? (?:A\.D\.,? )?(\d{4}|two thousand(?: and)?(?:[ -][a-z]+){0,2})",
    re.I,
)
_TESTIMONY = re.compile(r"(?:In (?:witness|testimony) whereof|Given|Done|Signed|Dated|Issued)\b", re.I)
_LONGEST_TESTIMONY = 400  # code points
_CLOSING = re.compile(r"\bTHE WHITE HOUSE\b[,.]?\s*(.{0,40})$", re.I | re.S)


def long_date(day: date) -> str:
    """``July 2, 2026``, in English whatever the locale."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def month_number(word: str) -> int:
    """1 to 12, of a month's name or its abbreviation."""
    return [month[:3].lower() for month in MONTHS].index(word[:3].lower()) + 1


def parse_date(text: str) -> date | None:
    """The first date written ``June 2, 2026`` in ``text``; ``None`` if there is none or it does not exist."""
    match = DATE.search(text)
    if not match:
        return None
    try:
        return date(int(match[3]), month_number(match[1]), int(match[2]))
    except ValueError:
        return None


def no_such_day(text: str) -> str | None:
    """The first date of ``text``, as it is written, if no calendar has it: ``February 30, 2026``; else ``None``."""
    match = DATE.search(text)
    return match[0] if match and parse_date(text) is None else None


def number_and_date(text: str) -> tuple[int, date | None] | None:
    """Number and signing date of the Register's title line, or ``None`` if ``text`` is no such line."""
    match = _TITLE_LINE.match(text)
    return (int(match[1]), parse_date(match[2])) if match else None


def closing_date(texts: Sequence[str]) -> date | None:
    """The date under ``THE WHITE HOUSE,`` at the end of the text, on the same line or the next.

    Only a closing block counts: the words stand alone, with nothing but the date after them. Without one, the day on which
    the text says that it was given.
    """
    for position in range(len(texts) - 1, -1, -1):
        match = _CLOSING.search(texts[position])
        if not match or match.start() > 60:
            continue
        following = match[1] or (texts[position + 1] if position + 1 < len(texts) else "")
        if len(following) < 40 and (found := parse_date(following)):
            return found
    return next((day for text in reversed(texts) if (day := _given(text))), None)


def _given(text: str) -> date | None:
    """The day in ``IN WITNESS WHEREOF, I have hereunto set my hand this third day of March, …``."""
    if len(text) > _LONGEST_TESTIMONY or not _TESTIMONY.match(text) or not (match := _GIVEN.search(text)):
        return None
    day, year = ordinal(match[1]), number(match[3])
    try:
        return date(year, month_number(match[2]), day) if day and year else None
    except ValueError:
        return None
