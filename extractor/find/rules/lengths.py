"""The length of time that a match states: its number and unit, whatever stands between them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from extractor.find.rules.rule import Match
from extractor.words.numbers import ORDINAL_WORDS, ordinal, starts_number
from extractor.words.periods import BUSINESS_WORDS, COUNTING_WORDS, UNIT_TOKENS, UNIT_WORDS, Period, period

_UNITS = frozenset(UNIT_TOKENS)


# What goes on with a length of time from its first number: amounts, units, and what joins them.
_OF_A_LENGTH = re.compile(
    rf"^(?:,|and|plus|or|to|so|of|an?|half|dozen|[()–-]|{'|'.join((*BUSINESS_WORDS, *COUNTING_WORDS))}|[0-9ilo|]{{1,4}}|\d/\d|\d*½|[\d,.–-]+|one-half)$"
)


_NAMED = re.compile(r"^([\w,]+(?:-\w+)*)-(hour|weekday|day|week|month|year)$")  # ``90-day``


_SKIPPED = frozenset("excluding exclusive legal public".split())


def stated_period(doc: Doc, lower: list[str], match: Match) -> Period | None:
    """The length of time in a match: from its first number (``a year`` counts but in ``twice a year``) to its last unit.

    An ordinal counts, too: ``the 45th day``.
    """
    article = ("a", "an") if match.rule.yields != "recurring" else ()
    for first in range(match.start, match.end):
        word = lower[first]
        if named := _NAMED.match(word):
            return period(f"{named[1]} {named[2]}s")
        if not (
            starts_number(word) or _counts(lower, first) or word in article or _may_be_spoiled(lower, first, match)
        ):
            continue
        if last := _last_unit(lower, first, match.end):
            return _counted(doc, lower, first, last)
    return None


def _may_be_spoiled(lower: list[str], place: int, match: Match) -> bool:
    """``than I 00 days``: letters that a scan shows for digits, right before more of them or the unit."""
    spoiled = re.compile(r"[0-9ilo|]{1,4}$|half$|one-half$|\d*½")
    return place > match.start and bool(spoiled.match(lower[place]))


def _counts(lower: list[str], place: int) -> bool:
    """An ordinal that counts: the ``45th`` of ``the 45th day``, not the ``first`` of ``the first 60 days``."""
    while place < len(lower) and (
        _is_ordinal(lower[place]) or starts_number(lower[place]) or lower[place] in _BEFORE_A_UNIT
    ):
        if _is_ordinal(lower[place]) and lower[place + 1 : place + 2] and starts_number(lower[place + 1]):
            return False
        place += 1
    return place < len(lower) and lower[place] in UNIT_WORDS


_BEFORE_A_UNIT = frozenset((*BUSINESS_WORDS, *COUNTING_WORDS, "and"))


def _is_ordinal(word: str) -> bool:
    return word.rpartition("-")[2] in ORDINAL_WORDS or ordinal(word) is not None


def _last_unit(lower: list[str], first: int, end: int) -> int | None:
    """The last unit of the run of words that opens at ``first``."""
    last = None
    for place in range(first, end):
        word = lower[place]
        if word in _UNITS or last is not None and word in ("half", "one-half", "½") or word in _DAYS_OFF:
            last = place
        elif not (_OF_A_LENGTH.match(word) or starts_number(word) or _is_ordinal(word) or word in _SKIPPED):
            break
    return last


# ``excluding Saturdays, Sundays, and legal holidays``.
_DAYS_OFF = frozenset("holidays weekends mondays tuesdays wednesdays thursdays fridays saturdays sundays".split())


def _counted(doc: Doc, lower: list[str], first: int, last: int) -> Period | None:
    counting = [place for place in range(first, last) if _is_ordinal(lower[place])]
    if not counting or not _counts(lower, first):
        return period(doc[first : last + 1].text)
    many = ordinal(doc[first : counting[-1] + 1].text)
    return period(f"{many} {doc[counting[-1] + 1 : last + 1].text}") if many else None


def is_length(doc: Doc, match: Match) -> bool:
    """``within 30 days`` sets a time; ``not to exceed 2 years`` and ``a period of no more than 90 days`` are lengths."""
    before = doc[max(0, match.start - 3) : match.start].text.lower()
    words = doc[match.start : match.end].text.lower()
    after = doc[match.end : match.end + 2].text.lower()
    if words.startswith("not to exceed") or re.search(r"\b(?:period|term|for|than|once|of|lasting)\s*$", before):
        return True
    return (
        bool(re.match(r"(?:in (?:length|duration)|old|per|prior|prison|-)", after))
        or "than" in words
        and "later" not in words
    )
