"""Lengths of time: ``thirty (30) calendar days``, ``15 working days``, ``a year and a half``, ``2 years, 3 months, and 10 days``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractor.words.numbers import disagree, number, scanned

UNITS = ("hours", "days", "business days", "weekdays", "weeks", "months", "years")
# The words that name a unit, in the singular. ``days`` that are business days say so in a word before them.
UNIT_WORDS = ("hour", "weekday", "day", "week", "month", "year")
UNIT_TOKENS = tuple(word + ending for word in UNIT_WORDS for ending in ("", "s", "s’", "s'"))
BUSINESS_WORDS = ("business", "working", "work")
# Words before a unit that change nothing: every day is a calendar day.
COUNTING_WORDS = ("calendar", "consecutive", "additional", "full", "federal", "more")

_PART = re.compile(
    rf"(?P<amount>.*?)(?P<before>(?:\s*\b(?:{'|'.join((*BUSINESS_WORDS, *COUNTING_WORDS))})\b)*)"
    rf"\s*\b(?P<unit>{'|'.join(UNIT_WORDS)})(?:s['’]?)?(?!\w)",
    re.I,
)
_JOINT = re.compile(r"^\s*(?:,\s*)?(?:(?:and|plus)\b)?\s*", re.I)
_AND_A_HALF = re.compile(r"\s+and (?:a|one)[ -]half$", re.I)
_HALF = re.compile(
    r"(?:(?P<whole>.+?)(?:\s+and\s+|\s+))?(?:an?\s+)?(?:(?:one-)?half|1/2)(?:\s+of)?(?:\s+an?)?|(?P<figures>\d*)½", re.I
)
_DAYS_OFF = re.compile(r"[\s,(]*\b(?:excluding|exclusive of|not (?:counting|including)) (?P<which>[^()]+)\)?$", re.I)
_HALVES = {"years": (6, "months"), "days": (12, "hours")}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; ``more`` holds the smaller parts of one that has several (``1 year and 6 months``).

    ``amount`` and ``unit`` are ``None`` where ``doubt`` says why it was not read. A figure that a scan spoiled is read and doubted.
    """

    amount: int | None
    unit: str | None
    doubt: str | None = None
    more: tuple[tuple[int, str], ...] = ()


def period(words: str) -> Period | None:
    """The length of time that ``words`` are, every word of them; ``None`` if they name no unit at their end."""
    words = " ".join(words.split())
    length, which = _without_days_off(words)
    and_a_half = _AND_A_HALF.search(length)
    said = list(_PART.finditer(length, 0, and_a_half.start() if and_a_half else len(length)))
    if not said or said[-1].end() < (and_a_half.start() if and_a_half else len(length)):
        return None
    parts = [part for place, match in enumerate(said) for part in _part(match, place > 0, which)]
    if and_a_half:
        parts.append(_HALVES.get(parts[-1][1] or "", (None, None)))
    found = [(amount, unit) for amount, unit in parts if amount and unit]
    if len(found) < len(parts) or not _descends([unit for _, unit in found]):
        return Period(None, None, _doubt(said[0]["amount"], words, parts[0][1]))
    doubt = None if number(_JOINT.sub("", said[0]["amount"])) else _spoiled(said[0]["amount"], words, found[0][0])
    return Period(*found[0], doubt, tuple(found[1:]))


def _without_days_off(words: str) -> tuple[str, str]:
    """``10 days (excluding weekends and legal holidays)``: the length, and the days that are not counted."""
    match = _DAYS_OFF.search(words)
    return (words[: match.start()], match["which"].lower()) if match else (words, "")


def _part(match: re.Match[str], later: bool, days_off: str) -> list[tuple[int | None, str | None]]:
    """One amount with its unit; a half is the smaller units that make it up."""
    said = _JOINT.sub("", match["amount"]) if later else match["amount"].strip()
    unit = _unit(match["before"].lower().split(), match["unit"].lower(), days_off)
    if half := _HALF.fullmatch(said):
        whole = half["whole"] or half["figures"]
        return [*([(_amount(whole), unit)] if whole else []), _HALVES.get(unit or "", (None, None))]
    return [(_amount(said), unit)]


def _amount(said: str) -> int | None:
    if said.lower() in ("a", "an"):
        return 1
    return number(said) if number(said) is not None else scanned(said)


def _unit(before: list[str], word: str, days_off: str) -> str | None:
    if word == "day" and days_off:
        return (
            "business days"
            if "holiday" in days_off
            else "weekdays"
            if "weekend" in days_off or "saturday" in days_off
            else None
        )
    if not any(each in BUSINESS_WORDS for each in before):
        return f"{word}s"
    return "business days" if word == "day" else None


def _descends(units: list[str]) -> bool:
    """``1 year and 6 months``; not ``30 days and 60 days``, which are two lengths."""
    ranks = [UNITS.index(unit) for unit in units]
    return all(one > two for one, two in pairwise(ranks))


def _spoiled(said: str, words: str, amount: int) -> str | None:
    """What makes a figure doubtful in which a scan shows letters for digits."""
    return f"“{words}”: read as {amount}; the scan shows letters for digits" if scanned(said) is not None else None


def _doubt(said: str, words: str, unit: str | None) -> str:
    if unit is None:
        return f"“{words}”: the unit of the deadline was not read"
    if disagree(said):
        return f"“{words}”: the words and the figures of the deadline differ"
    return f"“{words}”: the amount of the deadline was not read"
