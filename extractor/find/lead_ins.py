"""What the sentence that ends in a colon hands down to the items of its list."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.clauses import Clause
from extractor.find.duties import window_of
from extractor.find.lexicon import VERBS
from extractor.find.names import Names
from extractor.find.predicates import Predicate, predicate
from extractor.find.sentence import Sentence
from extractor.find.timing import Window, deadline_of
from extractor.find.walk import (
    PERMITS,
    POLICY,
    ListContext,
    Walk,
)
from extractor.model import Span


def lead_in(
    walk: Walk, sentence: Sentence, found: list[Clause], made: list, context: ListContext | None
) -> ListContext:
    """What the sentence that ends in a colon hands down to its items."""
    text = sentence.whole
    if PERMITS.search(text):
        return ListContext("permission")
    if POLICY.search(text):
        return ListContext("policy")
    if not made:
        if any(d.end >= len(sentence.words) - 2 for d in sentence.deadlines) and not starts_with_verb(sentence):
            deadline, rules = deadline_of(
                sentence, Window(0, len(sentence.words), len(sentence.words), len(sentence.words), len(sentence.words))
            )
            return ListContext("deadline", deadline=deadline, rules=rules)
        return ListContext("contents")
    clause, parts, who, obligation = made[-1]
    deadline, rules = deadline_of(sentence, window_of(clause, parts, sentence))
    if deadline.kind == "none" and context:
        deadline = context.deadline
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    negative = clause.negated or bool(clause.subject and clause.subject.negative)
    if obligation is not None and obligation.kind == "pending" and who.actors:
        return ListContext("verbs", who, deadline, modal, negative, (clause.modal.rule.name, "list.verbs", *rules))
    if _sets_a_time_for_items(sentence, clause, parts):
        return ListContext("deadline", deadline=deadline, rules=rules)
    if clause.modal_class in ("permission", "encouragement") and parts.empty:
        return ListContext("permission")
    return ListContext(
        "contents",
        who,
        replace(deadline, inherited=True),
        modal,
        negative,
        (clause.modal.rule.name, "list.contents", *rules),
        action_of(sentence, parts),
    )


def action_of(sentence: Sentence, parts: Predicate) -> tuple[str, Span]:
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
    start = predicate_start(sentence)
    return start < len(sentence.words) and sentence.lower[start] in VERBS and sentence.words[start][0].islower()


def predicate_start(sentence: Sentence) -> int:
    """The first token of an item after a deadline and adverbs."""
    return predicate(sentence, 0, len(sentence.words), Names()).verb
