"""The records of a sentence: an obligation, or a modal that obliges nobody, with its place and the rules that made it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.clause.clause import Clause
from extractor.find.duty.passage import Passage, Who
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline, NotObligation, Obligation, Span

PROSE = re.compile(r"p\d+$")
TIMES = "list.times"  # the rule of an item that is only a time of its lead-in's duty
LEAD_IN = "list.lead-in"  # the rule of a clause whose items carry the duty


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done: the modal, the kind (duty or prohibition), the verb phrase and its place."""

    modal: str
    kind: str
    action: str
    span: Span

    @classmethod
    def of(cls, sentence: Sentence, start: int, end: int, modal: str, prohibited: bool) -> Act:
        """The act whose verb phrase is the tokens ``start`` to ``end``."""
        kind = "prohibition" if prohibited else "duty"
        return cls(modal, kind, sentence.text(start, end), sentence.place(start, end))


def new_obligation(
    passage: Passage,
    sentence: Sentence,
    act: Act,
    who: Who,
    deadline: Deadline,
    rules: tuple[str, ...],
    review: tuple[str, ...] = (),
) -> Obligation:
    """An obligation without its key, which is given when all are known."""
    return Obligation(
        id="",
        order=passage.order.id,
        key="",
        citation=passage.paragraph.citation,
        kind=act.kind,
        modal=act.modal,
        actors=who.actors,
        in_consultation_with=who.consulted,
        in_coordination_with=who.coordinating,
        action=act.action,
        action_span=act.span,
        deadline=deadline,
        quote=sentence.whole,
        span=sentence.span,
        rules=tuple(dict.fromkeys(rules)),
        review=(*review, *_doubts(passage, who, deadline, rules), *_unread(deadline)),
    )


def _unread(deadline: Deadline) -> tuple[str, ...]:
    """What of a deadline's words, and of a second date that competes, was not read."""
    parts = (deadline, deadline.second) if deadline.second else (deadline,)
    return tuple(part.doubt for part in parts if part.doubt)


def _doubts(passage: Passage, who: Who, deadline: Deadline, rules: tuple[str, ...]) -> tuple[str, ...]:
    """What the passage itself makes uncertain, in words for whoever reviews it."""
    doubts = {
        "a short form of an official's name was not resolved": who.unresolved,
        "the text is a summary": passage.order.text == "summary",
        "the deadline stands in an earlier sentence": deadline.inherited and PROSE.match(passage.paragraph.citation),
        "the words do not say what the deadline runs from": deadline.kind == "relative"
        and "deadline.within-unanchored" in rules,
    }
    return tuple(words for words, doubtful in doubts.items() if doubtful)


def set_aside(passage: Passage, sentence: Sentence, modal: str | None, reason: str, *rules: str) -> NotObligation:
    """A sentence, or a modal in it, that obliges nobody."""
    return NotObligation(passage.paragraph.citation, modal, reason, sentence.whole, sentence.span, rules)


def clause_aside(passage: Passage, sentence: Sentence, clause: Clause, reason: str, rule: str) -> NotObligation:
    """A clause that obliges nobody."""
    modal = clause.spelled(sentence)
    return set_aside(passage, sentence, modal, reason, clause.modal.rule.name, rule)
