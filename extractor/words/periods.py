"""Lengths of time: an amount and a unit. ``thirty (30) calendar days``, ``15 working days``, ``a year``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.words.numbers import disagree, number

UNITS = ("hours", "days", "business days", "weeks", "months", "years")
# The words that name a unit, in the singular. ``days`` that are business days say so in a word before them.
UNIT_WORDS = ("hour", "day", "week", "month", "year")
UNIT_TOKENS = tuple(word + ending for word in UNIT_WORDS for ending in ("", "s", "s’", "s'"))
BUSINESS_WORDS = ("business", "working", "work")
# Words before a unit that change nothing: every day is a calendar day.
COUNTING_WORDS = ("calendar", "consecutive", "additional", "full", "federal", "more")

_UNIT = re.compile(
    rf"(?P<before>(?:\s*\b(?:{'|'.join((*BUSINESS_WORDS, *COUNTING_WORDS))})\b)*)\s*\b(?P<unit>{'|'.join(UNIT_WORDS)})(?:s['’]?)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time. ``amount`` and ``unit`` are ``None`` where ``doubt`` says why it was not read."""

    amount: int | None
    unit: str | None
    doubt: str | None = None


def period(words: str) -> Period | None:
    """The length of time that ``words`` are, every word of them; ``None`` if they name no unit at their end."""
    match = _UNIT.search(words.strip())
    if not match:
        return None
    said = " ".join(words.strip()[: match.start()].split())
    unit = _unit(match["before"].lower().split(), match["unit"].lower())
    amount = 1 if said.lower() in ("a", "an") else number(said)
    if amount is not None and unit is not None:
        return Period(amount, unit)
    return Period(None, None, _doubt(said, " ".join(words.split()), unit))


def _unit(before: list[str], word: str) -> str | None:
    if not any(each in BUSINESS_WORDS for each in before):
        return f"{word}s"
    return "business days" if word == "day" else None


def _doubt(said: str, words: str, unit: str | None) -> str:
    if unit is None:
        return f"“{words}”: the unit of the deadline was not read"
    if disagree(said):
        return f"“{words}”: the words and the figures of the deadline differ"
    return f"“{words}”: the amount of the deadline was not read"
