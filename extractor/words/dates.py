"""Dates as orders print them, and the signing date of an order.

The signing date comes from the order's closing block (``THE WHITE HOUSE, June 2, 2026.``) or from the
Register's own words (``Executive Order 14409 of June 2, 2026``), never from a page's date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(rf"\b({'|'.join(MONTHS)})\s+(\d{{1,2}}),?\s+(\d{{4}})\b", re.I)
_TITLE_LINE = re.compile(r"^Executive Order (?:No\. )?(\d{4,5}) of (.{7,20}\d{4})", re.I)
_CLOSING = re.compile(r"\bTHE WHITE HOUSE\b[,.]?\s*(.{0,40})$", re.I | re.S)


def parse_date(text: str) -> date | None:
    """The first date written ``June 2, 2026`` in ``text``; ``None`` if there is none or it does not exist."""
    match = DATE.search(text)
    if not match:
        return None
    month = [name.lower() for name in MONTHS].index(match[1].lower()) + 1
    try:
        return date(int(match[3]), month, int(match[2]))
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

    Only a closing block counts: the words stand alone, with nothing but the date after them.
    """
    for position in range(len(texts) - 1, -1, -1):
        match = _CLOSING.search(texts[position])
        if not match or match.start() > 60:
            continue
        following = match[1] or (texts[position + 1] if position + 1 < len(texts) else "")
        if len(following) < 40 and (found := parse_date(following)):
            return found
    return None
