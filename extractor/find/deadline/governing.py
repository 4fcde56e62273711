"""The deadline of one predicate: which of the sentence's deadline phrases governs it, and what it says."""

from __future__ import annotations

from dataclasses import replace

from extractor.find.deadline.series import further_dates
from extractor.find.deadline.trailing import trails
from extractor.find.deadline.window import Window
from extractor.find.rules.deadline_phrase import Alternative, DeadlinePhrase
from extractor.find.rules.rule import opens_clause
from extractor.find.sentence.asides import event_end, partners_from
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline, Length
from extractor.words.function_words import DETERMINERS
from extractor.words.recurrences import ended

_SPECIFIC = ("relative", "fixed", "event", "unanchored")


def deadline_of(sentence: Sentence, window: Window) -> tuple[Deadline, tuple[str, ...]]:
    """The governing deadline and the rules that found it; ``Deadline()`` (kind ``none``) if nothing sets a time."""
    candidates = [d for d in sentence.deadlines if _governs(sentence, d, window)]
    chosen = next((d for d in candidates if d.kind in _SPECIFIC and d.dated), None)
    chosen = chosen or next((d for d in candidates if d.kind == "event"), None)
    recurring = _recurring(candidates)
    chosen = chosen or recurring or next((d for d in candidates if d.kind == "vague"), None)
    if chosen is None:
        return Deadline(), ()
    rules = (chosen.rule,) + ((recurring.rule,) if recurring and recurring is not chosen else ())
    deadline = _deadline(sentence, chosen, window)
    if recurring is not None:
        words, behind = _recurrence_words(sentence, recurring, window)
        again = chosen is not recurring or "thereafter" in words.lower()
        rule, end = ended(recurring.recurrence, behind, again)
        deadline = replace(deadline, recurs=" ".join(f"{words}{end}".split()).replace(" ,", ","), recurrence=rule)
    return deadline, rules


def _recurring(candidates: list[DeadlinePhrase]) -> DeadlinePhrase | None:
    """How often; best what says from when (``annually, on the anniversary of the date of this order``)."""
    found = [phrase for phrase in candidates if phrase.kind == "recurring"]
    day = next((phrase for phrase in candidates if phrase.kind == "yearday"), None)
    if day and found and found[0].recurrence == "FREQ=YEARLY":
        return _on_its_day(found[0], day)
    return next(
        (phrase for phrase in found if phrase.direction or "BY" in (phrase.recurrence or "")), next(iter(found), None)
    )


def _on_its_day(often: DeadlinePhrase, day: DeadlinePhrase) -> DeadlinePhrase:
    """``annually, by April 30``: one phrase where they stand together, else the day's."""
    first, last = sorted((often, day), key=lambda each: each.start)
    together = last.start - first.end <= 1
    start, end = (first.start, last.end) if together else (day.start, day.end)
    return replace(often, start=start, end=end, recurrence=day.recurrence)


def _governs(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    if sentence.enclosed[phrase.start] or phrase.kind == "earliest":
        return False
    if phrase.rule == "deadline.on-date" and phrase.start < window.verb:
        return False
    if window.front_start <= phrase.start < window.modal:
        return _opens_clause(sentence, phrase, window) and not _in_a_condition(sentence, phrase, window)
    if not window.modal <= phrase.start < window.end:
        return False
    if phrase.start < window.verb:
        return True
    return trails(sentence, phrase, window)


def _opens_clause(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """Before the modal: an event without an amount must open the clause, or it only qualifies a name."""
    if phrase.kind == "vague" and phrase.start < window.subject_start:
        return phrase.start <= window.front_start + 1 or phrase.end >= window.subject_start - 1
    if phrase.kind != "event" or phrase.dated:
        joined = phrase.start > 0 and sentence.lower[phrase.start - 1] == "and"
        return (
            phrase.kind != "recurring"
            or joined
            or phrase.start >= window.subject_start
            or phrase.start <= window.front_start + 1
        )
    opens = phrase.start <= window.front_start + 2 or opens_clause(sentence.lower, phrase.start)
    return opens or _parts_subject_and_modal(sentence, phrase, window)


def _parts_subject_and_modal(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``The head of each agency, upon completing the review, shall submit``: between two commas, right before the modal."""
    opens = phrase.start > window.subject_start and sentence.lower[phrase.start - 1] == ","
    end = event_end(sentence, phrase, window.modal)
    closes = end == window.modal - 1 or partners_from(sentence, end) and sentence.lower[window.modal - 1] == ","
    return opens and closes


_CONDITIONS = (["if"], ["where"], ["unless"], ["when"], ["in", "the", "event"], ["to", "the", "extent"])


def _in_a_condition(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``In the event no law is passed by December 31, 2020, the Secretary shall``: the time is the condition's."""
    start = window.front_start
    if phrase.start <= start or not any(sentence.lower[start : start + len(each)] == each for each in _CONDITIONS):
        return False
    return not any(
        sentence.lower[place] == "," and not sentence.enclosed[place] for place in range(start + 2, phrase.start)
    )


def further_deadlines(
    sentence: Sentence, window: Window, first: Deadline
) -> tuple[tuple[int, int, Deadline, tuple[str, ...]], ...]:
    """The further dates of the series that ``first`` opens: where what each dates begins and ends, its deadline, its rules."""
    opening = next(
        (each for each in sentence.deadlines if sentence.place(each.start, each.end).start == _start(first)), None
    )
    if opening is None or first.whichever or first.inherited:
        return ()
    limit = window.verb if opening.start < window.verb else window.end
    made = []
    for further in further_dates(sentence, opening, limit, things=opening.start >= window.verb):
        deadline = _deadline(sentence, further.phrase, window)
        end = _limit_of(sentence, deadline, further.phrase)
        anchored = opening.kind == deadline.kind == "relative"  # from the day that the first of them names
        made.append((further.start, end, deadline, (*([] if anchored else [further.phrase.rule]), "deadline.series")))
    return tuple(made)


def _start(deadline: Deadline) -> int | None:
    return deadline.span.start if deadline.span else None


def _limit_of(sentence: Sentence, deadline: Deadline, phrase: DeadlinePhrase) -> int:
    """The token after the words of a deadline."""
    end = deadline.span.end if deadline.span else 0
    places = (
        place for place in range(phrase.end, len(sentence.words)) if sentence.place(place, place + 1).start >= end
    )
    return next(places, len(sentence.words))


def _deadline(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> Deadline:
    end, event = phrase.end, None
    if phrase.open:
        end = _event_limit(sentence, phrase, _limit(phrase, window), window)
        event = sentence.text(phrase.end if phrase.dated else phrase.start, end) or sentence.text(phrase.start, end)
    other = phrase.alternative
    second = _second(sentence, other) if other else None
    if phrase.anchor:
        event = phrase.day
    if other and not phrase.open:
        event = sentence.text(other.start, other.end) or None
    return replace(
        _value(phrase), event=event, whichever=other.which if other else None, second=second,
        quote=sentence.text(phrase.start, end), span=sentence.place(phrase.start, end),
    )  # fmt: skip


def _value(phrase: DeadlinePhrase) -> Deadline:
    """What a phrase says by itself, without the words of an event."""
    kind = "relative" if phrase.kind == "unanchored" else phrase.kind
    return Deadline(
        kind=kind, amount=phrase.amount, unit=phrase.unit, direction=phrase.direction, date=phrase.date,
        at_event=phrase.at_event, doubt=phrase.doubt, more=tuple(Length(*part) for part in phrase.more), anchor=phrase.anchor,
    )  # fmt: skip


def _second(sentence: Sentence, other: Alternative) -> Deadline | None:
    """The second date; the event's own day where its words are those of an event and nothing more."""
    if other.unread:
        return None
    if other.phrase is None:
        return Deadline("event", event=sentence.text(other.start, other.end), direction="after", at_event=True)
    begin = other.phrase.end if other.phrase.dated else other.phrase.start
    event = sentence.text(begin, other.end) if other.phrase.open else None
    return replace(_value(other.phrase), event=event)


def _limit(phrase: DeadlinePhrase, window: Window) -> int:
    """Where the words of a phrase's event must end: at the subject, at the modal, or with the clause."""
    if phrase.start < window.subject_start:
        return window.subject_start
    if window.modal <= phrase.start < window.verb:
        return window.verb
    return window.modal if phrase.start < window.modal else window.end


def _event_limit(sentence: Sentence, phrase: DeadlinePhrase, limit: int, window: Window) -> int:
    """An opening event runs up to the subject, or to an ``and`` with partners; elsewhere to the comma that ends it."""
    series = further_dates(sentence, phrase, limit)
    limit = min([limit, *(further.start for further in series[:1])])
    if phrase.alternative:
        end = max(phrase.end, event_end(sentence, phrase, limit))
        return end - (sentence.lower[end - 1] in (".", ";", ":"))
    if phrase.start < window.subject_start == window.modal and (comma := _end_before_a_thing(sentence, phrase, limit)):
        limit = comma
    if phrase.start < window.subject_start:
        partners = (place for place in range(phrase.end, limit) if partners_from(sentence, place))
        end = next((place for place in partners if sentence.lower[place] == "and"), limit)
        while end > phrase.end and sentence.lower[end - 1] in (",", "and", ";", ":"):
            end -= 1
        return end
    end = event_end(sentence, phrase, limit)
    while end > phrase.end and sentence.lower[end - 1] in (",", ".", ";", ":", "and", "to", "again", "then"):
        end -= 1
    return end


def _end_before_a_thing(sentence: Sentence, phrase: DeadlinePhrase, limit: int) -> int | None:
    """``When the Board revises a code, a decision shall be made``: the comma behind which the thing that is to be done is named."""
    commas = [
        place for place in range(phrase.end, limit - 1) if sentence.lower[place] == "," and not sentence.enclosed[place]
    ]
    return next((place for place in commas if sentence.lower[place + 1] in _ARTICLES), None)


_ARTICLES = DETERMINERS | {"a", "an"}


def _recurrence_words(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> tuple[str, str]:
    """The words of a recurrence, and those behind them."""
    end = phrase.end
    while end < len(sentence.words) and sentence.lower[end] in ("thereafter", "after", "or", "as", "required", ","):
        if sentence.lower[end] in (",", "after") and sentence.lower[end + 1 : end + 2] not in (["or"], ["thereafter"]):
            break
        if sentence.lower[end] == "as" and sentence.lower[end + 1 : end + 2] not in (
            ["required"],
            ["needed"],
            ["appropriate"],
        ):
            break
        end += 2 if sentence.lower[end] == "as" else 1
    start = phrase.start - (sentence.lower[phrase.start - 1] == "thereafter") if phrase.start else phrase.start
    end = min(end, len(sentence.words))
    words = sentence.text(start, end)
    behind = sentence.text(end, len(sentence.words)) if end < len(sentence.words) else ""
    return words.rstrip(" ,").removesuffix(" or").rstrip(" ,"), f" {behind}"
