"""Where one clause holds two acts: a second verb with a deadline of its own, or an act beside a seat."""

from __future__ import annotations

from dataclasses import replace

from extractor.find.clause.predicates import Predicate
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.asides import after_phrase, deadline_at, event_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS
from extractor.words.verbs import VERBS, says_when_it_was

_OPENS_AN_OBJECT = DETERMINERS | frozenset("a an the to with on in regular".split())


_OPENS_ANOTHER = frozenset("that which who whom whose whether how if".split())


def second_act(sentence: Sentence, parts: Predicate) -> Predicate | None:
    """``shall serve as Chair and convene the Council``: the second verb under one modal, outside infinitives and clauses."""
    for place in range(parts.verb + 1, parts.end - 2):
        word, following = sentence.lower[place], sentence.lower[place + 1]
        if word in _OPENS_ANOTHER or word == "to" and following in VERBS:
            return None
        joins = (
            word == "and"
            and not sentence.enclosed[place]
            and sentence.lower[place - 1] != "as"
            and sentence.lower[place + 2] in _OPENS_AN_OBJECT
        )
        if joins and following in VERBS and sentence.words[place + 1][0].islower():
            return replace(parts, verb=place + 1)
    return None


def split_points(sentence: Sentence, verb: int, end: int, dated_before: bool = False) -> list[int]:
    """Where a second predicate with a deadline of its own starts: ``… and, within 365 days, publish …``.

    ``dated_before``: the first predicate has a deadline before its verb.
    """
    points: list[int] = []
    if sentence.lower[verb : verb + 1] == ["request"]:
        return points  # ``request that the Board report within 30 days and publish within 60 days``: others' acts
    for position in range(verb + 1, end - 1):
        after = position + 1 + (sentence.lower[position + 1] in (",", "and"))
        labelled = past_label(sentence, after)
        joins = ("and", "or", ";", ",") if labelled > after else ("and", "or", ";")
        if sentence.lower[position] not in joins or sentence.enclosed[position]:
            continue
        start, after = after, labelled
        deadline = deadline_at(sentence, after) if after < end else None
        if deadline and deadline.kind == "recurring" and not dated_before and after == position + 1:
            continue  # ``shall maintain and annually update a list`` is one act
        if deadline and deadline.kind in ("relative", "event", "fixed", "unanchored", "recurring"):
            following = after_phrase(sentence, deadline, end)
            while following < end and (
                sentence.lower[following] in (",", "thereafter", "shall") or sentence.lower[following].endswith("ly")
            ):
                following += 1
            if following < end and _acts_too(sentence, verb, following) and start not in points:
                points.append(start)
    return points + _trailing_splits(sentence, verb, end, points, dated_before)


def past_label(sentence: Sentence, position: int) -> int:
    """The token behind a label in the line: ``… and (3) within 60 days, report``."""
    label = sentence.lower[position : position + 3]
    short = len(label) == 3 and len(label[1]) <= _LONGEST_LABEL and label[1].isalnum()
    return position + 3 if short and (label[0], label[2]) == ("(", ")") else position


_LONGEST_LABEL = 4  # characters: ``(viii)``


def _sets_a_time(phrase: DeadlinePhrase) -> bool:
    """A time, or a pace in so many words (``as soon as practicable``)."""
    pace = phrase.kind == "vague" and phrase.end - phrase.start > 3
    return pace or phrase.kind in ("relative", "event", "fixed", "unanchored")


_CLOSE = 6  # tokens after the second time (``by 2032 from the levels of 2008``)


def _in_an_infinitive(sentence: Sentence, verb: int, position: int) -> bool:
    """``present a plan to meet the goal and raise the output by 2028``: what an infinitive joins is no act of its own."""
    if sentence.lower[position - 1] == ",":
        return False
    return any(
        sentence.lower[place] == "to" and sentence.lower[place + 1] in VERBS for place in range(verb, position - 1)
    )


def _is_of_the_object(sentence: Sentence, verb: int, time: DeadlinePhrase) -> bool:
    """``and close the mills that flood within 30 days``, ``… the claims received within 30 days``: when something else happens."""
    before = sentence.lower[verb : time.start]
    if before[-1:] == [","]:
        return False
    return says_when_it_was(before, time.kind == "event") or not _OPENS_ANOTHER.isdisjoint(before)


def _acts_too(sentence: Sentence, verb: int, position: int) -> bool:
    """A base verb in lower case; beside a gerund another (``directing a study and, within 180 days, submitting a plan``)."""
    word = sentence.words[position]
    gerunds = sentence.lower[verb].endswith("ing") and word.endswith("ing") and word not in ("including", "following")
    return word[0].islower() and (word in VERBS or gerunds)


def _trailing_splits(sentence: Sentence, verb: int, end: int, known: list[int], dated_before: bool) -> list[int]:
    """``issue a rule within 30 days of … and publish the final rule within 240 days of …``: each verb has its own."""
    closed = [d for d in sentence.deadlines if verb < d.start < end and _sets_a_time(d)]
    points = []
    starts = [verb + 1] * dated_before + [deadline.end for deadline in closed]
    for begin, second in zip(starts, closed[0 if dated_before else 1 :], strict=False):
        for position in range(begin, second.start - 1):
            follows = position + 1 + (sentence.lower[position + 1] in (",", "then"))
            joined = (
                sentence.lower[position] == "and"
                and sentence.lower[follows] in VERBS
                and not sentence.enclosed[position]
            )
            if (
                joined
                and sentence.words[follows][0].islower()
                and not any(begin <= p <= second.end for p in known)
                and event_end(sentence, second, end) >= end - _CLOSE
                and not _in_an_infinitive(sentence, verb, position)
                and (second.kind != "vague" or position > verb + 2)
                and not _is_of_the_object(sentence, follows, second)
                and sentence.lower[second.start - 3 : second.start - 1] != ["to", "be"]
            ):
                points.append(follows)
                break
    return points
