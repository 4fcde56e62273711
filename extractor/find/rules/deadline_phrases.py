"""Deadline phrases of one sentence, as the rules matched them: where they stand and all that they say.

Here a deadline's words become values; no later stage reads them again. A phrase whose amount is unread keeps its place
and its kind, and says so in ``doubt``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Day

from spacy.tokens import Doc

from extractor.find.rules.alternatives import with_alternatives
from extractor.find.rules.books import rule_book
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.rules.lengths import is_length, stated_period
from extractor.find.rules.rule import Match
from extractor.words.dates import no_such_day
from extractor.words.days import day_meant
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.numbers import number, ordinal, starts_number
from extractor.words.recurrences import recurrence
from extractor.words.verbs import VERBS

_BEFORE = re.compile(r"\b(?:before|prior to|in advance of)$")
_OWN_DAY = re.compile(r"(?:immediately )?(?:upon|on|at the time of)\b")
_OPENS_A_SPAN = frozenset("the of for first last past previous those these".split())


def deadline_phrases(doc: Doc, lower: list[str]) -> list[DeadlinePhrase]:
    """The deadline phrases of a sentence, by place, none overlapping."""
    found: list[DeadlinePhrase] = []
    for match in rule_book("deadlines").matches(doc, lower):
        phrase = _read(doc, lower, match)
        if phrase and phrase.kind == "elided":
            phrase = _completed(phrase, found, lower)
        if phrase:
            found.append(_with_list(phrase, lower))
    return with_alternatives(found, lower)


def _completed(phrase: DeadlinePhrase, before: list[DeadlinePhrase], lower: list[str]) -> DeadlinePhrase | None:
    """``a second report within 60 days, and a third within 90``: the unit is that of the length before."""
    length = next((each for each in reversed(before) if each.amount and each.kind in ("relative", "unanchored")), None)
    if length is None or lower[phrase.end : phrase.end + 1] not in ([], ["."], [";"], [","]):
        return None
    return replace(phrase, kind="unanchored", unit=length.unit, direction="after")


def _with_list(phrase: DeadlinePhrase, lower: list[str]) -> DeadlinePhrase:
    """``within 30, 60, and 90 days of``: a phrase that opens with the last of several numbers takes in the others."""
    if phrase.amount is None or not starts_number(lower[phrase.start]):
        return phrase
    amounts, start, place = [phrase.amount], phrase.start, phrase.start - 1
    while place >= 0 and (lower[place] in (",", "and") or starts_number(lower[place])):
        if (amount := number(lower[place])) is not None:
            amounts, start = [amount, *amounts], place
        place -= 1
    if amounts != sorted(set(amounts)) or len(amounts) == 1:
        return phrase
    opens = start - (lower[start - 1] in ("within", "at"))
    return replace(phrase, start=opens, amount=amounts[0], also=tuple(amounts[1:]))


def _read(doc: Doc, lower: list[str], match: Match) -> DeadlinePhrase | None:
    if _is_span(lower, match.start) or _is_no_event(lower, match.start):
        return None
    words, kind = doc[match.start : match.end].text, match.rule.yields
    stated = _VALUES[kind](doc, lower, match)
    if stated is None or kind == "unanchored" and is_length(doc, match):
        return None
    own_day = kind == "occurrence" and bool(_OWN_DAY.match(words.lower()))
    return DeadlinePhrase(
        match.start, match.end, stated.kind or kind, match.rule.name, stated.amount, stated.unit, stated.direction or _direction(words, kind),
        stated.date, own_day, stated.doubt, more=stated.more, anchor=stated.anchor, day=stated.day, recurrence=stated.recurrence,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words of a match say: the length, the date or the recurrence, with the day that it runs from.

    ``day`` holds the words of ``anchor``. ``kind`` is given where the words decide it, not the rule.
    """

    amount: int | None = None
    unit: str | None = None
    doubt: str | None = None
    more: tuple[tuple[int, str], ...] = ()
    date: Day | None = None
    anchor: Day | None = None
    day: str | None = None
    recurrence: str | None = None
    direction: str | None = None
    kind: str | None = None


def _length(doc: Doc, lower: list[str], match: Match) -> Stated | None:
    """A length of time; ``None`` where the words hold none."""
    found = stated_period(doc, lower, match)
    return Stated(found.amount, found.unit, found.doubt, found.more) if found else None


def _maybe_length(doc: Doc, lower: list[str], match: Match) -> Stated:
    return _length(doc, lower, match) or Stated()


def _fixed(doc: Doc, lower: list[str], match: Match) -> Stated | None:
    """The day that the words name; one that no calendar has is doubted."""
    words = doc[match.start : match.end].text
    if day := day_meant(words):
        return Stated(date=day)
    missing = no_such_day(words)
    return Stated(doubt=f"“{missing}”: the date does not exist") if missing else None


_STATED_DAY = re.compile(r"\b(?:of|after|from|following|before|prior to|on|with|beginning|starting) (.+)$", re.I)


def _anchored(doc: Doc, lower: list[str], match: Match) -> Stated | None:
    """``within 30 days of October 1, 2027``: a length, and the day that it runs from."""
    length, words = _length(doc, lower, match), doc[match.start : match.end].text
    named = _STATED_DAY.search(words[words.lower().rfind(length.unit[:-1] if length and length.unit else "") :])
    anchor = day_meant(named[1]) if named else None
    if length is None or named is None or anchor is None:
        return None
    backwards = named[0].lower().startswith(("before", "prior"))
    return replace(length, anchor=anchor, day=named[1], kind="event", direction="before" if backwards else "after")


_COUNTED_FROM = re.compile(r" (?:after|from|of|following) (?=the |this |that )", re.I)


def _recurring(doc: Doc, lower: list[str], match: Match) -> Stated:
    """How often; ``every 60 days after the date of this order`` says from when, too."""
    words = " ".join(doc[match.start : match.end].text.split())
    every = _COUNTED_FROM.split(words)[0]
    rule = recurrence(every) or recurrence(words)
    if "BY" in (rule or ""):
        return Stated(recurrence=rule)
    return replace(_maybe_length(doc, lower, match), recurrence=rule, direction="after" if every != words else None)


def _anniversary(doc: Doc, lower: list[str], match: Match) -> Stated:
    """``on the anniversary of``, year after year; ``by the second anniversary of``, once."""
    words = doc[match.start : match.end].text.lower()
    which = next((ordinal(word) for word in words.split() if ordinal(word)), None)
    if which:
        return Stated(which, "years", kind="relative", direction="after")
    return Stated(1, "years", recurrence="FREQ=YEARLY", kind="recurring", direction="after")


def _elided(doc: Doc, lower: list[str], match: Match) -> Stated:
    return Stated(amount=number(lower[match.end - 1]))


def _nothing(doc: Doc, lower: list[str], match: Match) -> Stated:
    return Stated()


# What each kind of rule reads of its words.
_VALUES: dict[str, Callable[[Doc, list[str], Match], Stated | None]] = {
    "relative": _length, "unanchored": _length, "event": _maybe_length, "anchored": _anchored, "fixed": _fixed, "recurring": _recurring,
    "anniversary": _anniversary, "elided": _elided, "yearday": _recurring, "occurrence": lambda *_: Stated(kind="event"), "vague": _nothing, "earliest": _nothing,
}  # fmt: skip


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
    if _in_a_stretch(lower, start):
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


def _in_a_stretch(lower: list[str], start: int) -> bool:
    """``twice yearly in the first year after the opening``: what the event opens is a stretch of time, and no day to act by."""
    before = lower[max(0, start - 4) : start]
    return before[:1] in (["in"], ["during"]) and before[1:3] in (["the", "first"], ["the", "last"])


def _direction(words: str, kind: str) -> str | None:
    if kind in ("fixed", "vague", "recurring"):
        return None
    return "before" if _BEFORE.search(words.lower()) else "after"
