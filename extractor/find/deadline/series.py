"""Dates in series: ``a report within 30 days, a second report within 60 days``, ``within 90 days and again within 180 days``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS
from extractor.words.numbers import ordinal

_DATED = ("relative", "event", "unanchored", "fixed")
_JOINTS = frozenset((",", ";", "and", "then", "finally"))
_AGAIN = frozenset("again once more finally then thereafter a time".split())
# What opens the next thing that is to be delivered.
_NEXT = DETERMINERS | frozenset(
    "a an another final interim preliminary initial follow-up subsequent further updated complete annual".split()
)
# What opens a clause or an act of its own: behind it stands no parallel thing.
_OPENS_ANOTHER = frozenset(
    "that which who whom whose to shall must will may should if whether when where is are was were as including by".split()
)
_LONGEST = 16  # tokens between two dates


@dataclass(frozen=True, slots=True)
class Further:
    """A later date of a series: its phrase, and the token at which what it dates begins (the phrase's own for ``again``)."""

    phrase: DeadlinePhrase
    start: int


def further_dates(sentence: Sentence, first: DeadlinePhrase, end: int, things: bool = True) -> tuple[Further, ...]:
    """The dates that follow ``first`` in one series, up to token ``end``; none where other words part them.

    ``things``: another thing may be named before its date, as behind the verb. Before it another official is.
    """
    found = [Further(replace(first, amount=amount, also=()), first.start) for amount in first.also]
    before = first
    for phrase in sentence.deadlines:
        if phrase.start < before.end or phrase.start >= end or sentence.enclosed[phrase.start]:
            continue
        start = _item_start(sentence, before, phrase) if _is_dated(phrase) and _is_dated(before) else None
        if start is None or start < phrase.start and not things:
            break
        found.append(Further(phrase, start))
        before = phrase
    return tuple(found)


def _is_dated(phrase: DeadlinePhrase) -> bool:
    return phrase.kind in _DATED and phrase.dated and phrase.alternative is None


def _item_start(sentence: Sentence, before: DeadlinePhrase, phrase: DeadlinePhrase) -> int | None:
    """Where the words between two dates go on with the next of them; ``None`` where they open something else."""
    start = before.end
    if before.open:
        joints = [place for place in range(before.end, phrase.start) if sentence.lower[place] in ("and", ",", ";")]
        start = next(
            (
                place
                for place in joints
                if place >= phrase.start - _LONGEST and _goes_on(sentence, place, before, phrase)
            ),
            start,
        )
    return _goes_on(sentence, start, before, phrase)


def _goes_on(sentence: Sentence, start: int, before: DeadlinePhrase, phrase: DeadlinePhrase) -> int | None:
    place = start
    while place < phrase.start and sentence.lower[place] in _JOINTS:
        place += 1
    words = sentence.lower[place : phrase.start]
    if place == start or len(words) > _LONGEST:
        return None
    if all(word in _AGAIN or ordinal(word) for word in words):
        return phrase.start if words or _are_alike(before, phrase) else None
    opens = words[0] in _NEXT or ordinal(words[0]) is not None
    return place if opens and not _OPENS_ANOTHER & set(words) else None


def _are_alike(one: DeadlinePhrase, other: DeadlinePhrase) -> bool:
    """``within 30 days and within 60 days of this order``: two lengths from one day, or two dates; not a limit and a condition."""
    return "event" not in (one.kind, other.kind) and (one.date is None) == (other.date is None)
