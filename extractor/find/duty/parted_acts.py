"""The acts of one predicate, parted where each has a time of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.find.clause.predicates import Predicate, predicate
from extractor.find.clause.splits import split_points
from extractor.find.deadline.governing import deadline_of, further_deadlines
from extractor.find.deadline.window import Window
from extractor.find.duty.passage import Passage
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline

Acted = tuple[int, int, Deadline, tuple[str, ...]]  # start and end of a predicate, its deadline, the rules


def predicates_of(passage: Passage, sentence: Sentence, parts: Predicate, deadline: Deadline) -> Iterator[Acted]:
    """The predicate, or its parts where each has a deadline of its own; once for each date of a series.

    What a later date of a series is about stands behind the verb that all share (``submit a report within 30 days, a second
    report within 60 days``): its words are those from the verb to its own date.
    """
    for start, end, own, rules in _parts_of(passage, sentence, parts, deadline):
        further = further_deadlines(sentence, Window(start, start, start, start, end), own)
        ends = [min(end, _before(sentence, start, each[0])) if each[0] > start else end for each in further[:1]]
        yield start, next(iter(ends), end), own, rules
        for place, close, later, found in further:
            yield start, min(end, close) if place > start else end, later, (*rules, *found)


def _parts_of(passage: Passage, sentence: Sentence, parts: Predicate, deadline: Deadline) -> Iterator[Acted]:
    verb = sentence.place(parts.verb, parts.verb + 1).start if not parts.empty else 0
    dated_before = bool(
        deadline.span and deadline.span.end <= verb and deadline.kind != "none" and not deadline.inherited
    )
    points = split_points(sentence, parts.verb, parts.end, dated_before)
    starts = [parts.verb, *points]
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else parts.end
        own = (
            predicate(sentence, start, end, passage.names)
            if position
            else replace(parts, end=_before(sentence, start, end))
        )
        if not points:
            yield own.verb, own.end, deadline, ()
            continue
        window = Window(start, start, start, own.verb, end)
        stated, rules = deadline_of(sentence, window)
        later = deadline.span is not None and deadline.span.start >= sentence.place(points[0], parts.end).start
        keeps = position == 0 and not (later and not deadline.inherited)
        yield own.verb, _before(sentence, own.verb, end), deadline if keeps else stated, rules


# What leads on from one act to the next, and belongs to neither.
_JOINTS = frozenset(("and", "or", "then", "finally", ",", ";", ":", ".", "—"))


def _before(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.lower[end - 1] in _JOINTS:
        end -= 1
    return end
