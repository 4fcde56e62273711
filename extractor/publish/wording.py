"""The words that the pages use: dates, lists, names of orders, headlines of duties.

All functions are pure and independent of locale and time zone. They return plain text; the templates escape it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractor.holidays import WEEKDAYS
from extractor.model import Obligation, Order
from extractor.words.dates import MONTHS, long_date
from extractor.words.shown import one_line, whole_words

STATUS_WORDS = {
    "not-started": "Not started",
    "in-progress": "In progress",
    "completed": "Completed",
    "blocked": "Blocked",
    "superseded": "Superseded",
    "rescinded": "Rescinded",
}

_TEXT_WORDS = {
    "restatement": "a restatement of the order in other words",
    "summary": "a summary of the order, not its text",
}
_DANGLING = frozenset(
    [
        "to",
        "that",
        "and",
        "or",
        "for",
        "by",
        "in",
        "of",
        "with",
        "the",
        "a",
        "an",
        "as",
        "which",
        "including",
        "such",
        "from",
        "on",
    ]
)
_ROLES = re.compile(r",? in (?:close )?(?:consultation|coordination) with\b.*$")
_BEFORE_MODAL = re.compile(r"(?:^|[,;:.]\s+)([^,;:.]{3,80})$")


def date_short(day: date) -> str:
    """``Thu, Jul 2, 2026``, for tables."""
    return f"{WEEKDAYS[day.weekday()][:3]}, {MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def date_long(day: date) -> str:
    """``Thursday, July 2, 2026``, for prose."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def month_name(day: date) -> str:
    """``July 2026``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def listed(names: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B, and C`` (with semicolons where a name has a comma)."""
    names = tuple(names)
    if len(names) < 3:
        return " and ".join(names)
    mark = "; " if any("," in name for name in names) else ", "
    return mark.join(names[:-1]) + f"{mark}and {names[-1]}"


def cut(text: str, width: int) -> str:
    """``text`` on one line, cut at a word so that it has at most ``width`` characters, ellipsis included."""
    line = one_line(text)
    if len(line) <= width:
        return line
    kept = whole_words(line, width if " " in line[:width] else width - 1)
    return (_undangled(kept) or kept) + "…"


def _undangled(text: str) -> str:
    """``text`` without the punctuation and the little words that lead on to what is left out."""
    while True:
        text = text.rstrip(" ,;:—–-")
        head, _, last = text.rpartition(" ")
        if text.endswith(" in order"):
            text = text.removesuffix(" in order")
        elif last.lower() in _DANGLING:
            text = head
        else:
            return text


def text_kind(order: Order) -> str | None:
    """What the text is when it is not the official one, in words that follow “is”; ``None`` for the official text."""
    return _TEXT_WORDS.get(order.text)


def place(citation: str) -> str:
    """``section 2(c)``; ``paragraph 3`` for the third paragraph of prose (``p3``)."""
    prose = re.fullmatch(r"p(\d+)", citation)
    return f"paragraph {prose[1]}" if prose else f"section {citation}"


def label(obligation: Obligation) -> str:
    """``2(c)``; ``3(a), 2nd`` for the second duty of a paragraph; ``¶ 3`` for the third paragraph of prose."""
    prose = re.fullmatch(r"p(\d+)", obligation.citation)
    words = f"¶ {prose[1]}" if prose else obligation.citation
    return f"{words}, {ordinal(obligation.nth)}" if obligation.nth > 1 else words


def ordinal(number: int) -> str:
    """``2nd``, ``3rd``, ``11th``."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def headline(obligation: Obligation) -> str:
    """The duty in plain words, from its action: a capital, no dangling end, a passive with its subject.

    A trailing “in consultation with …” is left out: the pages name those offices on their own.
    """
    whole = " ".join(obligation.action.split())
    action = _ROLES.sub("", whole)
    action = _undangled(action if action.count(" ") > 1 else whole) or whole
    if action.startswith("be "):
        return capital(f"{_subject(obligation)} to {action}")
    if obligation.kind == "prohibition":
        return f"Do not {action.removeprefix('not ')}"
    return capital(action)


def _subject(obligation: Obligation) -> str:
    """The words that a passive's modal follows (“such determination”), or a word that stands for them."""
    before = obligation.quote.partition(f" {obligation.modal} ")[0]
    found = _BEFORE_MODAL.search(" ".join(before.split()))
    return found[1] if found and before != obligation.quote else "this"


def lower_first(text: str) -> str:
    """``text`` with its first letter small, for the middle of a sentence; the rest as it stands."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """``text`` with its first letter as a capital; the rest as it stands."""
    return text[:1].upper() + text[1:]
