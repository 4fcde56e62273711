"""Deadline phrases of one sentence, as the rules matched them: where they stand and all that they say.

Here a deadline's words become values; no later stage reads them again. A phrase whose amount is unread keeps its place
and its kind, and says so in ``doubt``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from extractor.find.rules.alternatives import Alternative, with_alternatives
from extractor.find.rules.books import rule_book
from extractor.find.rules.rule import Match
from extractor.words.dates import MONTHS, no_such_day
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.numbers import starts_number
from extractor.words.periods import UNIT_TOKENS, Period, period
from extractor.words.verbs import VERBS

_BEFORE = re.compile(r"\b(?:before|prior to|in advance of)$")
_OWN_DAY = re.compile(r"(?:immediately )?(?:upon|on|at the time of)\b")
_OPENS_A_SPAN = frozenset("the of for first last past previous those these".split())
_UNITS = frozenset(UNIT_TOKENS)


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """Tokens ``start`` to ``end`` of a sentence. ``open`` phrases name an event whose words follow ``end``.

    ``at_event``: the event's own day is the day (``upon receipt``). ``doubt`` says in words what of the phrase is unread.
    """

    start: int
    end: int
    kind: str  # relative | event | unanchored | fixed | recurring | vague
    rule: str
    amount: int | None = None
    unit: str | None = None
    direction: str | None = None
    date: date | None = None
    at_event: bool = False
    doubt: str | None = None
    alternative: Alternative | None = None

    @property
    def open(self) -> bool:
        """True if the event's words follow."""
        return self.kind == "event"

    @property
    def reach(self) -> int:
        """The token after the phrase, a second date with its ``whichever`` taken in."""
        return self.alternative.reach if self.alternative else self.end

    @property
    def dated(self) -> bool:
        """True if the phrase counts from or to some day, or names one, be its amount read or not."""
        return self.amount is not None or self.date is not None or self.doubt is not None


def deadline_phrases(doc: Doc, lower: list[str]) -> list[DeadlinePhrase]:
    """The deadline phrases of a sentence, by place, none overlapping."""
    found = (_read(doc, lower, match) for match in rule_book("deadlines").matches(doc, lower))
    return with_alternatives([phrase for phrase in found if phrase], lower)


def _read(doc: Doc, lower: list[str], match: Match) -> DeadlinePhrase | None:
    if _is_span(lower, match.start) or _is_no_event(lower, match.start):
        return None
    words = doc[match.start : match.end].text
    kind = match.rule.yields
    stated = _period(doc, lower, match) if kind in ("relative", "event", "unanchored", "recurring") else None
    if kind == "unanchored" and _is_length(doc, match) or kind in ("relative", "unanchored") and stated is None:
        return None
    fixed = _date(words) if kind == "fixed" else None
    if kind == "fixed" and fixed is None:
        missing = no_such_day(words)
        if missing is None:
            return None
        stated = Period(None, None, f"“{missing}”: the date does not exist")
    stated = stated or Period(None, None)
    return DeadlinePhrase(
        match.start, match.end, kind, match.rule.name, stated.amount, stated.unit, _direction(words, kind), fixed,
        at_event=kind == "event" and stated == Period(None, None) and bool(_OWN_DAY.match(words.lower())),
        doubt=stated.doubt,
    )  # fmt: skip


def _is_span(lower: list[str], start: int) -> bool:
    """``in the 30 days before the hearing``, ``for 30 days after it``: how long something goes on, or which days."""
    if start == 0 or not starts_number(lower[start]) or lower[start - 1] not in _OPENS_A_SPAN:
        return False
    return lower[max(0, start - 2)] not in ("later", "earlier")


_FINITE = frozenset("is are was were has have had becomes become does do requires request requests".split())


# What is done once; ``when data are used`` is a circumstance that comes again and again.
_DONE_ONCE = frozenset(
    "adopted approved completed created enacted established finalized issued published received released submitted".split()
)
_NEAR_WHEN = 5  # tokens in which the subject of a clause with ``when`` is named


def _is_no_event(lower: list[str], start: int) -> bool:
    """``When the Secretary finds that …``, ``when an agency prepares …``: the circumstance of an official's act, no time."""
    if lower[start + 1 : start + 3] in (["taking", "into"], ["taking", "account"]):
        return True
    if lower[start] != "when":
        return False
    end = lower.index(",", start) if "," in lower[start:] else len(lower)
    if any(word in ACTOR_NOUNS for word in lower[start + 1 : min(end, start + 1 + _NEAR_WHEN)]):
        return True
    if not any(word in _FINITE or word in VERBS or word[:-1] in VERBS for word in lower[start + 2 : end]):
        return True
    done = next((place for place in range(start + 2, end - 1) if lower[place] in ("is", "are")), None)
    return done is not None and lower[done + 1].endswith("ed") and lower[done + 1] not in _DONE_ONCE


def _period(doc: Doc, lower: list[str], match: Match) -> Period | None:
    """The length of time in a match: from its first number (``a year`` counts but in ``twice a year``) to the unit."""
    place = range(match.start, match.end)
    last = next((position for position in place if lower[position] in _UNITS), match.start)
    article = ("a", "an") if match.rule.yields != "recurring" else ()
    first = next(
        (each for each in range(match.start, last) if starts_number(lower[each]) or lower[each] in article), None
    )
    return None if first is None else period(doc[first : last + 1].text)


def _is_length(doc: Doc, match: Match) -> bool:
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


def _direction(words: str, kind: str) -> str | None:
    if kind in ("fixed", "vague", "recurring"):
        return None
    return "before" if _BEFORE.search(words.lower()) else "after"


def _date(words: str) -> date | None:
    """The day that ``by March 1, 2027`` or ``before the end of fiscal year 2027`` names.

    A month is its last day, but ``before March 2027`` is March 1, as ``before March 1, 2027`` is.
    """
    year = re.search(r"\b((?:19|20)\d\d)\b", words)
    month = re.search("|".join(MONTHS), words, re.I)
    if not year:
        return None
    if not month:
        fiscal = re.search(r"\b(?:fiscal|fy)\b", words, re.I)
        return date(int(year[1]), 9, 30) if fiscal else date(int(year[1]), 12, 31)
    number_of_month = [m.lower() for m in MONTHS].index(month[0].lower()) + 1
    day = re.search(r"\b(\d{1,2}),?\s+(?:19|20)\d\d", words)
    last = calendar.monthrange(int(year[1]), number_of_month)[1]
    if day:
        return date(int(year[1]), number_of_month, int(day[1])) if 0 < int(day[1]) <= last else None
    before = re.match(r"\s*(?:before|prior)", words, re.I)
    return date(int(year[1]), number_of_month, 1 if before else last)
