"""What the sentence that ends in a colon hands down to the items of its list."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.clause.clause import Clause
from extractor.find.clause.predicates import Predicate, strict_predicate
from extractor.find.clause.subjects import subject_before
from extractor.find.deadline.governing import deadline_of
from extractor.find.deadline.window import Window
from extractor.find.duty.duties import ClauseReading, window_of
from extractor.find.duty.open_lists import PERMITS, POLICY
from extractor.find.duty.passage import ListContext, Passage
from extractor.find.duty.who import who_of
from extractor.find.names.order_names import Names
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.asides import event_end
from extractor.find.sentence.sentence import Sentence
from extractor.find.sentence.split_modals import is_split
from extractor.model import Span
from extractor.words.verbs import VERBS


def lead_in(
    passage: Passage, sentence: Sentence, main: tuple[ClauseReading, ...], context: ListContext | None
) -> ListContext:
    """What the sentence that ends in a colon hands down to its items; ``main`` are its clauses as they were read."""
    if PERMITS.search(sentence.whole):
        return ListContext("permission")
    if POLICY.search(sentence.whole):
        return ListContext("policy")
    return _of_clause(sentence, main[-1], context) if main else _without_clause(passage, sentence)


def _without_clause(passage: Passage, sentence: Sentence) -> ListContext:
    """``Within 180 days of the date of this order:`` sets a time; anything else says what its items are contents of."""
    size = len(sentence.words)
    if named := _names_who_acts(passage, sentence):
        return named
    if starts_with_verb(sentence) or not any(_is_all(sentence, phrase) for phrase in sentence.deadlines):
        return ListContext("contents")
    deadline, rules = deadline_of(sentence, Window(0, size, size, size, size))
    return ListContext("deadline", deadline=deadline, rules=rules)


def _names_who_acts(passage: Passage, sentence: Sentence) -> ListContext | None:
    """``No later than 30 days of …, the heads of agencies:``: whom the items, each with its own ``shall``, oblige by when."""
    end = len(sentence.words) - 1
    subject = subject_before(sentence, 0, end, passage.names)
    if subject is None or not subject.leads:
        return None
    who = who_of(passage, sentence, subject, Predicate(end, end, end))
    deadline, rules = deadline_of(sentence, Window(0, subject.start, end, end, end))
    return ListContext("verbs", who, deadline, rules=("list.verbs", *rules), own_modals=True)


def _is_all(sentence: Sentence, phrase: DeadlinePhrase) -> bool:
    """Is the time the whole of the lead-in, with at most its purpose behind it (``Within 365 days of …, to feed the poor:``)?"""
    size = len(sentence.words)
    if phrase.end >= size - 2 or phrase.start == 0 and phrase.open and event_end(sentence, phrase, size) >= size - 2:
        return True
    dated = phrase.kind in ("relative", "fixed") and phrase.start == 0
    return dated and (sentence.lower[phrase.end : phrase.end + 2] in _OPENS_A_PURPOSE or _recurs(sentence, phrase.end))


def _recurs(sentence: Sentence, position: int) -> bool:
    """``, and annually thereafter in step with the budget:``: the time goes on with how often."""
    return any(phrase.kind == "recurring" and position <= phrase.start <= position + 2 for phrase in sentence.deadlines)


_OPENS_A_PURPOSE = ([",", "to"], [",", "in"], [",", "for"], [",", "consistent"])


def _of_clause(sentence: Sentence, read: ClauseReading, context: ListContext | None) -> ListContext:
    clause, parts, who = read.clause, read.parts, read.who
    deadline, rules = deadline_of(sentence, window_of(clause, parts, sentence))
    if deadline.kind == "none" and context:
        deadline = context.deadline
    modal = clause.spelled(sentence)
    named = (clause.modal.rule.name,)
    if read.list_follows and who.actors:
        return ListContext(
            "verbs",
            who,
            deadline,
            modal,
            clause.prohibits,
            (*named, "list.verbs", *rules),
            carried=bool(read.held),
            wants_to=_wants_to(sentence, clause),
        )
    if _sets_a_time_for_items(sentence, clause, parts):
        return ListContext("deadline", deadline=deadline, rules=rules)
    if clause.modal_class in ("permission", "encouragement") and parts.empty:
        return ListContext("permission")
    rules = (*named, "list.contents", *rules)
    inherited, action = replace(deadline, inherited=True), action_of(sentence, parts)
    return ListContext("contents", who, inherited, modal, clause.prohibits, rules, action)


def _wants_to(sentence: Sentence, clause: Clause) -> bool:
    """``is directed:`` without its ``to``."""
    return is_split(clause.modal) and sentence.words[clause.modal.end - 1] == ":"


def action_of(sentence: Sentence, parts: Predicate) -> tuple[str, Span]:
    """The words of a predicate and their place."""
    return sentence.text(parts.verb, parts.end), sentence.place(parts.verb, parts.end)


def _sets_a_time_for_items(sentence: Sentence, clause: Clause, parts: Predicate) -> bool:
    """``The following actions shall be taken:`` — no actor, no verb of its own."""
    subject = sentence.text(clause.start, clause.modal.start).lower()
    return (
        clause.subject is None
        and "following" in subject
        and bool(
            re.match(
                r"be (?:taken|completed|undertaken|carried out|implemented|required|performed|accomplished)",
                sentence.text(parts.verb, parts.end),
            )
        )
    )


def starts_with_verb(sentence: Sentence) -> bool:
    """True for an item that opens with a base verb (``Specify the date``); not for a name that is spelled like one (``State shall``)."""
    start = predicate_start(sentence)
    if start >= len(sentence.words) or sentence.lower[start] not in VERBS:
        return False
    following = sentence.lower[start + 1 : start + 4]
    if (
        following[:1] in (["and"], ["or"]) and len(following) == 3
    ):  # ``Examine and define a list``; not ``Labor and Commerce shall``
        return following[1] in VERBS and sentence.words[start + 2].islower() and following[2] not in _FOLLOWS_A_NAME
    return sentence.words[start][0].islower() or following != [] and following[0] not in _FOLLOWS_A_NAME


_FOLLOWS_A_NAME = frozenset("shall must will may should is are , of and or".split())


def predicate_start(sentence: Sentence) -> int:
    """The first token of an item after a deadline and adverbs."""
    return strict_predicate(sentence, 0, len(sentence.words), Names()).verb
