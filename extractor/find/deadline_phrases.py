"""Deadline phrases of one sentence, as the rules matched them: where they stand and what they say."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from extractor.find.lexicon import number
from extractor.find.rule import Match, rule_book
from extractor.read.dates import MONTHS

_PERIOD = re.compile(
    r"(?P<amount>\d{1,4}|[a-z]+(?:-[a-z]+)?(?:(?: hundred)(?: and)?(?: [a-z]+(?:-[a-z]+)?)?)?)\s*(?:\(\s*\d+\s*\)\s*)?"
    r"(?:(?P<kind>calendar|business|working|work|consecutive|additional|full|federal)\s+)*(?P<unit>hour|day|week|month|year)s?\b",
    re.I,
)
_LIMITS = ("at least", "no less than", "not less than", "not fewer than", "no fewer than")


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """Tokens ``start`` to ``end`` of a sentence. ``open`` phrases name an event whose words follow ``end``."""

    start: int
    end: int
    kind: str  # relative | event | unanchored | fixed | recurring | vague
    rule: str
    amount: int | None = None
    unit: str | None = None
    direction: str | None = None
    date: date | None = None

    @property
    def open(self) -> bool:
        """True if the event's words follow."""
        return self.kind == "event"


def deadline_phrases(doc: Doc, lower: list[str]) -> list[DeadlinePhrase]:
    """The deadline phrases of a sentence, by place, none overlapping."""
    found = (_read(doc, match) for match in rule_book("deadlines").matches(doc, lower))
    return [phrase for phrase in found if phrase]


def _read(doc: Doc, match: Match) -> DeadlinePhrase | None:
    words = doc[match.start : match.end].text
    kind = match.rule.yields
    amount, unit = _amount(words) if kind in ("relative", "event", "unanchored", "recurring") else (None, None)
    if kind == "unanchored" and _is_length(doc, match):
        return None
    if kind in ("relative", "unanchored") and amount is None:
        return None
    fixed = _date(words) if kind == "fixed" else None
    if kind == "fixed" and fixed is None:
        return None
    return DeadlinePhrase(match.start, match.end, kind, match.rule.name, amount, unit, _direction(words, kind), fixed)


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


def _amount(words: str) -> tuple[int | None, str | None]:
    for match in _PERIOD.finditer(words):
        amount = number(match["amount"])
        if amount is None:
            last = match["amount"].split()[-1]
            amount = number(last)
        if amount is not None:
            business = (match["kind"] or "").lower() in ("business", "working", "work") or "business" in match[
                0
            ].lower()
            unit = match["unit"].lower() + "s"
            return amount, f"business {unit}" if business and unit == "days" else unit
    return None, None


def _direction(words: str, kind: str) -> str | None:
    lowered = words.lower()
    if kind in ("fixed", "vague", "recurring"):
        return None
    return "before" if re.search(r"\b(?:before|prior to|in advance of)$", lowered) else "after"


def _date(words: str) -> date | None:
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
